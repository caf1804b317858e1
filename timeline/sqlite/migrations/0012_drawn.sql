-- What pages carry of events, drawn once: a run of the events that a state shares with others. It can be made again at any
-- time. Its key is the SHA-256 of what it was drawn from and by whom, so that what has changed is found no longer.
CREATE TABLE drawn (
  id      INTEGER PRIMARY KEY,
  key     TEXT    NOT NULL UNIQUE CHECK (length(key) = 64),
  state   TEXT    NOT NULL CHECK (state <> ''), -- of whose page it is a part
  program TEXT    NOT NULL CHECK (program <> ''), -- that drew it
  portion BLOB    NOT NULL,
  digest  BLOB    NOT NULL CHECK (length(digest) = 32)
) STRICT;

-- The highest number of a row of events that is no more: no number is given twice, so that it stands for the event as it is.
CREATE TABLE given (
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  events INTEGER NOT NULL CHECK (events >= 0)
) STRICT;
INSERT INTO given VALUES (1, 0);
CREATE TRIGGER events_given AFTER DELETE ON events BEGIN
  UPDATE given SET events = old.id WHERE events < old.id;
END;
