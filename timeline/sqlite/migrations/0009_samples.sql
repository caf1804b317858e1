-- Samples that were drawn, and what each coder says of their reports, are edits, too: kinds "sample" and "coding".
ALTER TABLE edits RENAME TO old_edits;
CREATE TABLE edits (
  id     INTEGER PRIMARY KEY,
  kind   TEXT NOT NULL CHECK (kind IN ('article', 'event', 'statement', 'report', 'actor', 'sample', 'coding')),
  target TEXT NOT NULL CHECK (target <> ''),
  field  TEXT NOT NULL CHECK (field <> ''),
  who    TEXT NOT NULL CHECK (who <> ''),
  at     TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??*Z'),
  why    TEXT NOT NULL,
  before TEXT,
  after  TEXT,
  digest BLOB NOT NULL DEFAULT x''
) STRICT;
INSERT INTO edits (id, kind, target, field, who, at, why, before, after, digest)
SELECT id, kind, target, field, who, at, why, before, after, digest FROM old_edits ORDER BY id;
DROP TRIGGER edits_keep;
DROP TRIGGER edits_stay;
DROP TABLE old_edits;
CREATE INDEX edits_target ON edits (target);
CREATE TRIGGER edits_keep BEFORE UPDATE ON edits BEGIN SELECT raise(ABORT, 'edits are never changed'); END;
CREATE TRIGGER edits_stay BEFORE DELETE ON edits BEGIN SELECT raise(ABORT, 'edits are never deleted'); END;
