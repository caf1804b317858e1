-- What a row was when it was stored: a SHA-256 over its columns and over all that belongs to it (see digest.go). The program
-- fills them in after this step; x'' is a row that it never saw.

-- Once, two rules that found the same words gave two reports with one id. The first is kept.
DELETE FROM reports WHERE id NOT IN (SELECT min(id) FROM reports GROUP BY ident);
DELETE FROM statements WHERE id NOT IN (SELECT statement FROM reports);
DELETE FROM events WHERE id NOT IN (SELECT event FROM statements);
CREATE UNIQUE INDEX reports_ident ON reports (ident);
CREATE UNIQUE INDEX statements_ident ON statements (ident);
CREATE UNIQUE INDEX events_ident ON events (ident);

-- Who decided each field of a report, how surely and from which bytes of the article: a JSON object by field.
ALTER TABLE reports ADD COLUMN decided TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(decided));

ALTER TABLE articles DROP COLUMN print; -- it was the digest of a value in memory, which no later program could compute again
ALTER TABLE articles ADD COLUMN digest BLOB NOT NULL DEFAULT x'';
ALTER TABLE superseded ADD COLUMN digest BLOB NOT NULL DEFAULT x'';
ALTER TABLE actors ADD COLUMN digest BLOB NOT NULL DEFAULT x'';
ALTER TABLE events ADD COLUMN digest BLOB NOT NULL DEFAULT x'';
ALTER TABLE statements ADD COLUMN digest BLOB NOT NULL DEFAULT x'';
ALTER TABLE reports ADD COLUMN digest BLOB NOT NULL DEFAULT x'';

-- The file as a whole: how many articles it holds, and the exclusive or of their digests. So a missing one is noticed.
CREATE TABLE holdings (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  articles INTEGER NOT NULL CHECK (articles >= 0),
  digest   BLOB    NOT NULL CHECK (length(digest) = 32)
) STRICT;
INSERT INTO holdings VALUES (1, 0, zeroblob(32));
