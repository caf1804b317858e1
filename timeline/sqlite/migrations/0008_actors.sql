-- Whether a person said who an actor is, what it is called or for whom it speaks; the report may be the program's word still.
ALTER TABLE report_parties ADD COLUMN status TEXT NOT NULL DEFAULT '' CHECK (status IN ('', 'corrected'));
ALTER TABLE event_parties ADD COLUMN status TEXT NOT NULL DEFAULT '' CHECK (status IN ('', 'corrected'));
CREATE INDEX report_parties_actor ON report_parties (actor);
