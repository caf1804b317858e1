-- Tellings are compared by other marks: who is told by name and who by office alone, how the day is known. All is merged
-- anew, as at each new schema; the profiles of older programs give way to those of this one.
UPDATE tellings SET profile = x'';
