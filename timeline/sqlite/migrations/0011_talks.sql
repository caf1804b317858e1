-- Tellings are compared by other marks: a state's possessive is its name in an occasion, and who answers in a talk is of it. A
-- place tells the first day of its telling, too, so that those whose days can't meet need not be read. All is merged anew.
UPDATE tellings SET profile = x'';
DROP TABLE places;
CREATE TABLE places (
  list    INTEGER NOT NULL,
  day     INTEGER NOT NULL, -- the last on which it may have been said, from 1970 on
  tag     INTEGER NOT NULL,
  telling INTEGER NOT NULL,
  first   INTEGER NOT NULL, -- the first day
  PRIMARY KEY (list, day, tag, telling)
) STRICT, WITHOUT ROWID;
