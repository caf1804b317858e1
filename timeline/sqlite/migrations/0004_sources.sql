-- Runs of the program that read sources; ended is '' while one runs, and stays so where it was killed.
CREATE TABLE runs (
  id        INTEGER PRIMARY KEY,
  command   TEXT    NOT NULL CHECK (command <> ''),
  asked     TEXT    NOT NULL,                  -- SHA-256 of what it was asked to read: the same is asked again by the same command
  program   TEXT    NOT NULL,                  -- which program: see articles.reader
  started   TEXT    NOT NULL CHECK (started GLOB '????-??-??T??:??:??Z'),
  ended     TEXT    NOT NULL CHECK (ended = '' OR ended GLOB '????-??-??T??:??:??Z'),
  outcome   TEXT    NOT NULL CHECK (outcome IN ('', 'done', 'partly', 'failed', 'interrupted')),
  added     INTEGER NOT NULL CHECK (added >= 0),
  changed   INTEGER NOT NULL CHECK (changed >= 0),
  reread    INTEGER NOT NULL CHECK (reread >= 0),
  unchanged INTEGER NOT NULL CHECK (unchanged >= 0),
  other     INTEGER NOT NULL CHECK (other >= 0),  -- in other languages: kept and not read
  failed    INTEGER NOT NULL CHECK (failed >= 0),
  events    INTEGER NOT NULL CHECK (events >= 0),
  reports   INTEGER NOT NULL CHECK (reports >= 0)
) STRICT;

-- What became of each address that was visited last, and of each other source that could not be read.
CREATE TABLE visits (
  source   TEXT    PRIMARY KEY CHECK (source <> ''), -- an address or a path, as it was named
  run      INTEGER REFERENCES runs (id) ON DELETE SET NULL,
  kind     TEXT    NOT NULL CHECK (kind IN ('page', 'list', 'file')),
  at       TEXT    NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
  why      TEXT    NOT NULL,                   -- why it could not be read, '' where it was
  tries    INTEGER NOT NULL CHECK (tries >= 1), -- without success, or 1
  etag     TEXT    NOT NULL,                   -- by which a server tells that nothing has changed
  modified TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- Of which older article's text an article's is nearly the same; hash is the digest of the article that was looked at.
-- Pieces are hashes of some of its words, three by three, by which such texts are found. Both can be made again at any time.
CREATE TABLE prints (
  article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  hash    BLOB    NOT NULL CHECK (length(hash) = 32),
  copy_of INTEGER REFERENCES articles (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX prints_copy ON prints (copy_of);
CREATE TABLE pieces (
  value   INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  PRIMARY KEY (value, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX pieces_article ON pieces (article);
