-- Words are those of the package comment of timeline. Spans are UTF-8 byte offsets of the article's text, end exclusive,
-- as [[start,end],...] in JSON where there may be several. Dates are EDTF with the days that bound them, "" where open.

CREATE TABLE articles (
  id            INTEGER PRIMARY KEY,
  key           TEXT    NOT NULL UNIQUE CHECK (key <> ''),
  version       INTEGER NOT NULL CHECK (version >= 1),
  url           TEXT    NOT NULL,
  outlet        TEXT    NOT NULL,
  title         TEXT    NOT NULL,
  byline        TEXT    NOT NULL,
  published     TEXT    NOT NULL,
  published_how TEXT    NOT NULL,
  retrieved     TEXT    NOT NULL,              -- RFC 3339 UTC, "" when not fetched by us
  language      TEXT    NOT NULL,
  media_type    TEXT    NOT NULL,
  sha256        TEXT    NOT NULL CHECK (sha256 GLOB '[0-9a-f]*' AND length(sha256) = 64), -- of the bytes as they came
  print         TEXT    NOT NULL CHECK (length(print) = 64), -- of all that was read and found: tells whether a row would change
  reader        TEXT    NOT NULL,              -- the program that read it
  size          INTEGER NOT NULL CHECK (size >= 0), -- of the bytes before compression
  text          TEXT    NOT NULL,
  bytes         BLOB    NOT NULL               -- zstd
) STRICT;
CREATE INDEX articles_published ON articles (published);

-- Earlier versions of an article: what it was before it was read again with other bytes.
CREATE TABLE superseded (
  article       INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  version       INTEGER NOT NULL CHECK (version >= 1),
  url           TEXT    NOT NULL,
  outlet        TEXT    NOT NULL,
  title         TEXT    NOT NULL,
  byline        TEXT    NOT NULL,
  published     TEXT    NOT NULL,
  published_how TEXT    NOT NULL,
  retrieved     TEXT    NOT NULL,
  language      TEXT    NOT NULL,
  media_type    TEXT    NOT NULL,
  sha256        TEXT    NOT NULL CHECK (length(sha256) = 64),
  size          INTEGER NOT NULL CHECK (size >= 0),
  text          TEXT    NOT NULL,
  bytes         BLOB    NOT NULL,
  PRIMARY KEY (article, version)
) STRICT;

CREATE TABLE actors (
  id    INTEGER PRIMARY KEY,
  ident TEXT NOT NULL,                         -- the actor's own id, of the gazetteer or made from name and state
  name  TEXT NOT NULL,
  kind  TEXT NOT NULL CHECK (kind IN ('', 'person', 'state', 'organisation', 'medium')),
  state TEXT NOT NULL,                         -- ISO 3166-1 alpha-3 or an organisation's code, "" when none
  UNIQUE (ident, name, kind, state)
) STRICT;

CREATE TABLE events (
  id             INTEGER PRIMARY KEY,
  article        INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  ident          TEXT    NOT NULL CHECK (ident <> ''), -- made from content
  channel        TEXT    NOT NULL CHECK (channel IN ('message', 'letter', 'call', 'meeting', 'speech', 'press-conference',
                   'interview', 'statement', 'joint-statement', 'article', 'post', 'document', 'unknown')),
  said           TEXT    NOT NULL,
  earliest       TEXT    NOT NULL CHECK (earliest = '' OR length(earliest) = 10),
  latest         TEXT    NOT NULL CHECK (latest = '' OR length(latest) = 10),
  basis          TEXT    NOT NULL CHECK (basis IN ('', 'stated', 'relative', 'published')),
  said_start     INTEGER NOT NULL CHECK (said_start >= 0),
  said_end       INTEGER NOT NULL CHECK (said_end >= said_start),
  occasion       TEXT,                         -- NULL for none
  occasion_date  TEXT    CHECK ((occasion_date IS NULL) = (occasion IS NULL)),
  occasion_start INTEGER CHECK ((occasion_start IS NULL) = (occasion IS NULL)),
  occasion_end   INTEGER CHECK ((occasion_end IS NULL) = (occasion IS NULL)),
  place          TEXT    NOT NULL
) STRICT;
CREATE INDEX events_article ON events (article);

CREATE TABLE event_parties (
  event          INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  role           TEXT    NOT NULL CHECK (role IN ('speaker', 'addressee')),
  n              INTEGER NOT NULL CHECK (n >= 0),
  actor          INTEGER NOT NULL REFERENCES actors (id),
  office         TEXT    NOT NULL,
  basis          TEXT    NOT NULL CHECK (basis IN ('', 'named', 'implied')),
  evidence_start INTEGER NOT NULL CHECK (evidence_start >= 0),
  evidence_end   INTEGER NOT NULL CHECK (evidence_end >= evidence_start),
  PRIMARY KEY (event, role, n)
) STRICT, WITHOUT ROWID;

-- The states of an event's parties and content: how the events of two states are found.
CREATE TABLE involved (
  state TEXT    NOT NULL CHECK (state <> ''),
  event INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  role  TEXT    NOT NULL CHECK (role IN ('speaker', 'addressee', 'about')),
  PRIMARY KEY (state, event, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX involved_event ON involved (event);

CREATE TABLE contexts (
  event INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  n     INTEGER NOT NULL CHECK (n >= 0),
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= start),
  text  TEXT    NOT NULL,
  PRIMARY KEY (event, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (
  id    INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  ident TEXT    NOT NULL CHECK (ident <> '')
) STRICT;
CREATE INDEX statements_event ON statements (event);

CREATE TABLE reports (
  id             INTEGER PRIMARY KEY,
  statement      INTEGER NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
  ident          TEXT    NOT NULL CHECK (ident <> ''),
  form           TEXT    NOT NULL CHECK (form IN ('direct', 'mixed', 'indirect', 'unmarked')),
  content        TEXT    NOT NULL CHECK (json_array_length(content) > 0),
  cue            TEXT    NOT NULL CHECK (json_array_length(cue) >= 0),
  source         TEXT    NOT NULL CHECK (json_array_length(source) >= 0),
  "by"           TEXT    NOT NULL,             -- the rule or model that found it
  p              REAL    NOT NULL CHECK (p BETWEEN 0 AND 1),
  text           TEXT    NOT NULL CHECK (text <> ''),
  around_start   INTEGER NOT NULL CHECK (around_start >= 0),
  around_end     INTEGER NOT NULL CHECK (around_end >= around_start),
  medium         INTEGER REFERENCES actors (id),
  channel        TEXT    NOT NULL CHECK (channel IN ('message', 'letter', 'call', 'meeting', 'speech', 'press-conference',
                   'interview', 'statement', 'joint-statement', 'article', 'post', 'document', 'unknown')),
  said           TEXT    NOT NULL,
  earliest       TEXT    NOT NULL CHECK (earliest = '' OR length(earliest) = 10),
  latest         TEXT    NOT NULL CHECK (latest = '' OR length(latest) = 10),
  basis          TEXT    NOT NULL CHECK (basis IN ('', 'stated', 'relative', 'published')),
  said_start     INTEGER NOT NULL CHECK (said_start >= 0),
  said_end       INTEGER NOT NULL CHECK (said_end >= said_start),
  occasion       TEXT,
  occasion_date  TEXT    CHECK ((occasion_date IS NULL) = (occasion IS NULL)),
  occasion_start INTEGER CHECK ((occasion_start IS NULL) = (occasion IS NULL)),
  occasion_end   INTEGER CHECK ((occasion_end IS NULL) = (occasion IS NULL)),
  place          TEXT    NOT NULL,
  tone           TEXT    NOT NULL CHECK (tone IN ('', 'cooperative', 'conflictual', 'neutral')),
  plover         TEXT    NOT NULL,
  score          REAL    NOT NULL
) STRICT;
CREATE INDEX reports_statement ON reports (statement);

CREATE TABLE report_parties (
  report         INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  role           TEXT    NOT NULL CHECK (role IN ('speaker', 'addressee')),
  n              INTEGER NOT NULL CHECK (n >= 0),
  actor          INTEGER NOT NULL REFERENCES actors (id),
  office         TEXT    NOT NULL,
  basis          TEXT    NOT NULL CHECK (basis IN ('', 'named', 'implied')),
  evidence_start INTEGER NOT NULL CHECK (evidence_start >= 0),
  evidence_end   INTEGER NOT NULL CHECK (evidence_end >= evidence_start),
  PRIMARY KEY (report, role, n)
) STRICT, WITHOUT ROWID;

-- What a researcher changed. Rows refer to what was extracted by its own id, so that they outlive every re-reading.
CREATE TABLE edits (
  id     INTEGER PRIMARY KEY,
  kind   TEXT NOT NULL CHECK (kind IN ('article', 'event', 'statement', 'report', 'actor')),
  target TEXT NOT NULL CHECK (target <> ''),
  field  TEXT NOT NULL CHECK (field <> ''),
  who    TEXT NOT NULL CHECK (who <> ''),
  at     TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??*Z'),
  why    TEXT NOT NULL,
  before TEXT,
  after  TEXT
) STRICT;
CREATE INDEX edits_target ON edits (target);
CREATE TRIGGER edits_keep BEFORE UPDATE ON edits BEGIN SELECT raise(ABORT, 'edits are never changed'); END;
CREATE TRIGGER edits_stay BEFORE DELETE ON edits BEGIN SELECT raise(ABORT, 'edits are never deleted'); END;

CREATE VIRTUAL TABLE articles_fts USING fts5 (title, text, content = 'articles', content_rowid = 'id',
  tokenize = 'porter unicode61 remove_diacritics 2');
CREATE TRIGGER articles_fts_insert AFTER INSERT ON articles BEGIN
  INSERT INTO articles_fts (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER articles_fts_delete AFTER DELETE ON articles BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;
CREATE TRIGGER articles_fts_update AFTER UPDATE OF title, text ON articles BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
  INSERT INTO articles_fts (rowid, title, text) VALUES (new.id, new.title, new.text);
END;

CREATE VIRTUAL TABLE reports_fts USING fts5 (text, content = 'reports', content_rowid = 'id',
  tokenize = 'porter unicode61 remove_diacritics 2');
CREATE TRIGGER reports_fts_insert AFTER INSERT ON reports BEGIN
  INSERT INTO reports_fts (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER reports_fts_delete AFTER DELETE ON reports BEGIN
  INSERT INTO reports_fts (reports_fts, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER reports_fts_update AFTER UPDATE OF text ON reports BEGIN
  INSERT INTO reports_fts (reports_fts, rowid, text) VALUES ('delete', old.id, old.text);
  INSERT INTO reports_fts (rowid, text) VALUES (new.id, new.text);
END;
