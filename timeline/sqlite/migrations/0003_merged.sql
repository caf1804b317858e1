-- Events and statements are those of all articles together from here on; what one article tells of one event is a telling.
-- The program merges after this step, and fills in profiles, places, digests and the tables of events (see settle.go).

CREATE TABLE tellings (
  id      INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  ident   TEXT    NOT NULL CHECK (ident <> ''), -- given once, from a report of it
  profile BLOB    NOT NULL,                     -- what merging compares, see merge.Telling
  digest  BLOB    NOT NULL
) STRICT;
INSERT INTO tellings SELECT id, article, ident, x'', x'' FROM events;
CREATE INDEX tellings_article ON tellings (article);
CREATE UNIQUE INDEX tellings_ident ON tellings (ident);

-- Dropping a table empties those that refer to it: their rows are put aside first.
CREATE TABLE old_contexts AS SELECT * FROM contexts;
CREATE TABLE old_reports AS SELECT r.*, s.event AS telling,
  (SELECT json_group_array(state) FROM (SELECT state FROM involved WHERE event = s.event AND role = 'about' ORDER BY state))
  AS about FROM reports r JOIN statements s ON s.id = r.statement;
CREATE TABLE old_parties AS SELECT * FROM report_parties;
DROP TABLE report_parties;
DROP TABLE reports;
DROP TABLE statements;
DROP TABLE contexts;
DROP TABLE involved;
DROP TABLE event_parties;
DROP TABLE events;

CREATE TABLE contexts (
  telling INTEGER NOT NULL REFERENCES tellings (id) ON DELETE CASCADE,
  n       INTEGER NOT NULL CHECK (n >= 0),
  start   INTEGER NOT NULL CHECK (start >= 0),
  "end"   INTEGER NOT NULL CHECK ("end" >= start),
  text    TEXT    NOT NULL,
  PRIMARY KEY (telling, n)
) STRICT, WITHOUT ROWID;
INSERT INTO contexts SELECT * FROM old_contexts;

-- The events of the page.
CREATE TABLE events (
  id            INTEGER PRIMARY KEY,
  ident         TEXT NOT NULL CHECK (ident <> ''), -- that of its oldest telling
  channel       TEXT NOT NULL CHECK (channel IN ('message', 'letter', 'call', 'meeting', 'speech', 'press-conference',
                  'interview', 'statement', 'joint-statement', 'article', 'post', 'document', 'unknown')),
  said          TEXT NOT NULL,
  earliest      TEXT NOT NULL CHECK (earliest = '' OR length(earliest) = 10),
  latest        TEXT NOT NULL CHECK (latest = '' OR length(latest) = 10),
  basis         TEXT NOT NULL CHECK (basis IN ('', 'stated', 'relative', 'dateline', 'published')),
  occasion      TEXT,                            -- NULL for none
  occasion_date TEXT CHECK ((occasion_date IS NULL) = (occasion IS NULL)),
  place         TEXT NOT NULL,
  digest        BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX events_ident ON events (ident);

CREATE TABLE event_parties (
  event  INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  role   TEXT    NOT NULL CHECK (role IN ('speaker', 'addressee')),
  n      INTEGER NOT NULL CHECK (n >= 0),
  actor  INTEGER NOT NULL REFERENCES actors (id),
  office TEXT    NOT NULL,
  basis  TEXT    NOT NULL CHECK (basis IN ('', 'named', 'implied')),
  PRIMARY KEY (event, role, n)
) STRICT, WITHOUT ROWID;

-- The relations that an event belongs to, decided statement by statement: a before b in the order of the alphabet.
CREATE TABLE related (
  a     TEXT    NOT NULL CHECK (a <> ''),
  b     TEXT    NOT NULL CHECK (b > a),
  event INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  PRIMARY KEY (a, b, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX related_b ON related (b, a);
CREATE INDEX related_event ON related (event);

CREATE TABLE statements (
  id     INTEGER PRIMARY KEY,
  event  INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  ident  TEXT    NOT NULL CHECK (ident <> ''), -- that of its oldest report
  digest BLOB    NOT NULL
) STRICT;
CREATE INDEX statements_event ON statements (event);
CREATE UNIQUE INDEX statements_ident ON statements (ident);

CREATE TABLE reports (
  id             INTEGER PRIMARY KEY,
  telling        INTEGER NOT NULL REFERENCES tellings (id) ON DELETE CASCADE,
  statement      INTEGER REFERENCES statements (id) ON DELETE SET NULL, -- NULL only inside a transaction
  n              INTEGER NOT NULL CHECK (n >= 0), -- its place in the statement
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
  basis          TEXT    NOT NULL CHECK (basis IN ('', 'stated', 'relative', 'dateline', 'published')),
  said_start     INTEGER NOT NULL CHECK (said_start >= 0),
  said_end       INTEGER NOT NULL CHECK (said_end >= said_start),
  occasion       TEXT,
  occasion_date  TEXT    CHECK ((occasion_date IS NULL) = (occasion IS NULL)),
  occasion_start INTEGER CHECK ((occasion_start IS NULL) = (occasion IS NULL)),
  occasion_end   INTEGER CHECK ((occasion_end IS NULL) = (occasion IS NULL)),
  place          TEXT    NOT NULL,
  about          TEXT    NOT NULL CHECK (json_array_length(about) >= 0), -- states of which the words speak
  tone           TEXT    NOT NULL CHECK (tone IN ('', 'cooperative', 'conflictual', 'neutral')),
  plover         TEXT    NOT NULL,
  score          REAL    NOT NULL,
  decided        TEXT    NOT NULL CHECK (json_valid(decided)), -- who decided each field, how surely and from which bytes
  digest         BLOB    NOT NULL
) STRICT;
INSERT INTO reports SELECT id, telling, NULL, 0, ident, form, content, cue, source, "by", p, text, around_start, around_end,
  medium, channel, said, earliest, latest, basis, said_start, said_end, occasion, occasion_date, occasion_start, occasion_end,
  place, about, tone, plover, score, decided, x'' FROM old_reports;
CREATE INDEX reports_telling ON reports (telling);
CREATE INDEX reports_statement ON reports (statement);
CREATE UNIQUE INDEX reports_ident ON reports (ident);
-- The rows have kept their numbers and their words: the full-text index stands.
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
INSERT INTO report_parties SELECT * FROM old_parties;

DROP TABLE old_contexts;
DROP TABLE old_reports;
DROP TABLE old_parties;

-- The sorted lists in which tellings lie beside each other, see merge.Key.
CREATE TABLE places (
  list    INTEGER NOT NULL,
  day     INTEGER NOT NULL,
  tag     INTEGER NOT NULL,
  telling INTEGER NOT NULL,
  PRIMARY KEY (list, day, tag, telling)
) STRICT, WITHOUT ROWID;

-- Ids that were given and are no longer: each leads to the report that stands for it now.
CREATE TABLE aliases (
  ident  TEXT NOT NULL PRIMARY KEY CHECK (ident <> ''),
  report TEXT NOT NULL CHECK (report <> ''),
  digest BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX aliases_report ON aliases (report);

-- Each edit's digest covers that of the edit before it, and the holdings count them: none can be taken out unseen.
ALTER TABLE edits ADD COLUMN digest BLOB NOT NULL DEFAULT x'';
ALTER TABLE holdings ADD COLUMN edits INTEGER NOT NULL DEFAULT 0 CHECK (edits >= 0);
