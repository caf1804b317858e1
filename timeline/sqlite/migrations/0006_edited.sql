-- Whose word a report is: the program's, or a person's who confirmed or corrected it. Rejected ones are in originals alone.
ALTER TABLE reports ADD COLUMN status TEXT NOT NULL DEFAULT '' CHECK (status IN ('', 'confirmed', 'corrected'));

-- What the program said of the reports on which a person has decided something, so that it can be had back.
CREATE TABLE originals (
  report  TEXT    NOT NULL PRIMARY KEY CHECK (report <> ''),
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  telling TEXT    NOT NULL CHECK (telling <> ''), -- the id of the telling in which the program put it
  said    TEXT    NOT NULL CHECK (json_valid(said)), -- the report as the program has it
  digest  BLOB    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX originals_article ON originals (article);
