-- The time of the day at which words were said, as '09:30', where a text tells it: '' where none does. Statements and events of
-- one day stand in its order.
ALTER TABLE reports ADD COLUMN clock TEXT NOT NULL DEFAULT '' CHECK (clock = '' OR clock GLOB '[0-2][0-9]:[0-5][0-9]');
ALTER TABLE events ADD COLUMN clock TEXT NOT NULL DEFAULT '' CHECK (clock = '' OR clock GLOB '[0-2][0-9]:[0-5][0-9]');
