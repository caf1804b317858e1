-- Views for people who query: one tidy row a statement, event, article, directed pair of states and month, actor in an office.
-- Their columns are told in the table codebook, which the program fills in after this step. Missing values are NULL. Places
-- in a text are counted in characters (Unicode code points), as substr() counts them; those in the tables are bytes.

-- The table of the codebook: what each column of the views means.
CREATE TABLE codebook (
  "view"   TEXT NOT NULL,
  "column" TEXT NOT NULL,
  type     TEXT NOT NULL,
  level    TEXT NOT NULL, -- the unit of analysis that a value belongs to
  meaning  TEXT NOT NULL,
  missing  TEXT NOT NULL, -- what stands for a missing value
  how      TEXT NOT NULL, -- how it is found
  PRIMARY KEY ("view", "column")
) STRICT, WITHOUT ROWID;

-- Speakers and addressees of events, in their order.
CREATE VIEW event_party AS
SELECT e.ident AS event_id, p.role, p.n, a.ident AS actor_id, a.name, nullif(a.kind, '') AS kind, nullif(a.state, '') AS state,
  nullif(p.office, '') AS office, nullif(p.basis, '') AS basis
FROM event_parties p JOIN events e ON e.id = p.event JOIN actors a ON a.id = p.actor;

CREATE VIEW event AS
SELECT e.ident AS event_id,
  nullif(e.said, '') AS said,
  CASE WHEN e.earliest = e.latest THEN nullif(e.earliest, '') END AS day,
  nullif(e.earliest, '') AS earliest,
  nullif(e.latest, '') AS latest,
  nullif(e.basis, '') AS basis,
  (SELECT group_concat(state, '|') FROM (SELECT a.state, min(p.n) AS first FROM event_parties p JOIN actors a ON a.id = p.actor
    WHERE p.event = e.id AND p.role = 'speaker' AND a.state <> '' GROUP BY a.state ORDER BY first)) AS source_state,
  (SELECT group_concat(state, '|') FROM (SELECT a.state, min(p.n) AS first FROM event_parties p JOIN actors a ON a.id = p.actor
    WHERE p.event = e.id AND p.role = 'addressee' AND a.state <> '' GROUP BY a.state ORDER BY first)) AS addressee_states,
  (SELECT group_concat(state, '|') FROM (SELECT DISTINCT j.value AS state FROM statements s JOIN reports r ON r.statement = s.id,
    json_each(r.about) j WHERE s.event = e.id AND NOT EXISTS (SELECT 1 FROM event_parties p JOIN actors a ON a.id = p.actor
    WHERE p.event = e.id AND a.state = j.value) ORDER BY state)) AS about_states,
  (SELECT group_concat(name, '|') FROM (SELECT a.name FROM event_parties p JOIN actors a ON a.id = p.actor
    WHERE p.event = e.id AND p.role = 'speaker' ORDER BY p.n)) AS speaker,
  (SELECT group_concat(ident, '|') FROM (SELECT a.ident FROM event_parties p JOIN actors a ON a.id = p.actor
    WHERE p.event = e.id AND p.role = 'speaker' ORDER BY p.n)) AS speaker_id,
  (SELECT group_concat(kind, '|') FROM (SELECT a.kind FROM event_parties p JOIN actors a ON a.id = p.actor
    WHERE p.event = e.id AND p.role = 'speaker' ORDER BY p.n)) AS speaker_kind,
  (SELECT group_concat(state, '|') FROM (SELECT a.state FROM event_parties p JOIN actors a ON a.id = p.actor
    WHERE p.event = e.id AND p.role = 'speaker' ORDER BY p.n)) AS speaker_state,
  (SELECT group_concat(office, '|') FROM (SELECT p.office FROM event_parties p
    WHERE p.event = e.id AND p.role = 'speaker' ORDER BY p.n)) AS speaker_office,
  (SELECT group_concat(name, '|') FROM (SELECT a.name FROM event_parties p JOIN actors a ON a.id = p.actor
    WHERE p.event = e.id AND p.role = 'addressee' ORDER BY p.n)) AS addressee,
  (SELECT group_concat(ident, '|') FROM (SELECT a.ident FROM event_parties p JOIN actors a ON a.id = p.actor
    WHERE p.event = e.id AND p.role = 'addressee' ORDER BY p.n)) AS addressee_id,
  (SELECT group_concat(kind, '|') FROM (SELECT a.kind FROM event_parties p JOIN actors a ON a.id = p.actor
    WHERE p.event = e.id AND p.role = 'addressee' ORDER BY p.n)) AS addressee_kind,
  (SELECT group_concat(state, '|') FROM (SELECT a.state FROM event_parties p JOIN actors a ON a.id = p.actor
    WHERE p.event = e.id AND p.role = 'addressee' ORDER BY p.n)) AS addressee_state,
  (SELECT group_concat(office, '|') FROM (SELECT p.office FROM event_parties p
    WHERE p.event = e.id AND p.role = 'addressee' ORDER BY p.n)) AS addressee_office,
  (SELECT group_concat(basis, '|') FROM (SELECT p.basis FROM event_parties p
    WHERE p.event = e.id AND p.role = 'addressee' ORDER BY p.n)) AS addressee_basis,
  e.channel,
  e.occasion,
  nullif(e.occasion_date, '') AS occasion_date,
  nullif(e.place, '') AS place,
  (SELECT count(*) FROM statements s WHERE s.event = e.id) AS statements,
  (SELECT count(*) FROM statements s JOIN reports r ON r.statement = s.id WHERE s.event = e.id) AS reports
FROM events e;

CREATE VIEW statement AS
SELECT s.ident AS statement_id,
  e.event_id,
  r.ident AS report_id, -- the report that is shown first: words and source are its
  e.said, e.day, e.earliest, e.latest, e.basis,
  e.source_state,
  -- The states that are spoken to, else those that the words are about, without those that speak.
  coalesce(
    (SELECT group_concat(state, '|') FROM (SELECT a.state, min(p.n) AS first FROM event_parties p JOIN actors a ON a.id = p.actor
      WHERE p.event = s.event AND p.role = 'addressee' AND a.state <> '' AND NOT EXISTS (SELECT 1 FROM event_parties q
      JOIN actors b ON b.id = q.actor WHERE q.event = s.event AND q.role = 'speaker' AND b.state = a.state)
      GROUP BY a.state ORDER BY first)),
    CASE WHEN e.source_state IS NULL OR instr(e.source_state, '|') = 0 THEN e.about_states END) AS target_state,
  e.about_states,
  nullif(e.speaker, '') AS speaker, nullif(e.speaker_id, '') AS speaker_id,
  iif(replace(e.speaker_kind, '|', '') = '', NULL, e.speaker_kind) AS speaker_kind,
  iif(replace(e.speaker_state, '|', '') = '', NULL, e.speaker_state) AS speaker_state,
  iif(replace(e.speaker_office, '|', '') = '', NULL, e.speaker_office) AS speaker_office,
  nullif(e.addressee, '') AS addressee, nullif(e.addressee_id, '') AS addressee_id,
  iif(replace(e.addressee_kind, '|', '') = '', NULL, e.addressee_kind) AS addressee_kind,
  iif(replace(e.addressee_state, '|', '') = '', NULL, e.addressee_state) AS addressee_state,
  iif(replace(e.addressee_office, '|', '') = '', NULL, e.addressee_office) AS addressee_office,
  iif(replace(e.addressee_basis, '|', '') = '', NULL, e.addressee_basis) AS addressee_basis,
  m.name AS medium,
  e.channel, e.occasion, e.occasion_date, e.place,
  coalesce(nullif(r.tone, ''), 'neutral') AS tone,
  CASE WHEN r.plover <> '' THEN r.score END AS tone_score,
  nullif(r.plover, '') AS plover,
  r.form,
  r.text AS words,
  (SELECT count(*) FROM reports x WHERE x.statement = s.id) AS reports,
  nullif(a.outlet, '') AS outlet, nullif(a.title, '') AS title,
  nullif(a.byline, '') AS byline, nullif(a.published, '') AS published, nullif(a.published_how, '') AS published_how, nullif(a.retrieved, '') AS retrieved,
  nullif(a.url, '') AS url, nullif(a.language, '') AS language, a.key AS article, a.sha256 AS article_sha256,
  -- Characters of articles.text: substr(text, start + 1, "end" - start) are the words, where they are of one piece.
  length(CAST(substr(CAST(a.text AS BLOB), 1, r.content ->> '$[0][0]') AS TEXT)) AS start,
  length(CAST(substr(CAST(a.text AS BLOB), 1, r.content ->> '$[#-1][1]') AS TEXT)) AS "end",
  (SELECT group_concat(length(CAST(substr(CAST(a.text AS BLOB), 1, j.value ->> '$[0]') AS TEXT)) || '-' ||
    length(CAST(substr(CAST(a.text AS BLOB), 1, j.value ->> '$[1]') AS TEXT)), '|') FROM json_each(r.content) j) AS spans,
  r."by" AS found_by,
  round(r.p, 3) AS p,
  r.decided ->> '$.speaker.by' AS speaker_by, r.decided ->> '$.speaker.p' AS speaker_p,
  r.decided ->> '$.addressee.by' AS addressee_by, r.decided ->> '$.addressee.p' AS addressee_p,
  r.decided ->> '$.medium.by' AS medium_by, r.decided ->> '$.medium.p' AS medium_p,
  r.decided ->> '$.channel.by' AS channel_by, r.decided ->> '$.channel.p' AS channel_p,
  r.decided ->> '$.day.by' AS day_by, r.decided ->> '$.day.p' AS day_p,
  r.decided ->> '$.occasion.by' AS occasion_by, r.decided ->> '$.occasion.p' AS occasion_p,
  r.decided ->> '$.place.by' AS place_by, r.decided ->> '$.place.p' AS place_p,
  r.decided ->> '$.tone.by' AS tone_by, r.decided ->> '$.tone.p' AS tone_p
FROM statements s JOIN events ev ON ev.id = s.event JOIN event e ON e.event_id = ev.ident
JOIN reports r ON r.statement = s.id AND r.n = 0 JOIN tellings t ON t.id = r.telling JOIN articles a ON a.id = t.article
LEFT JOIN actors m ON m.id = r.medium;

CREATE VIEW source AS
SELECT a.key, nullif(a.url, '') AS url, nullif(a.outlet, '') AS outlet, nullif(a.title, '') AS title,
  nullif(a.byline, '') AS byline, nullif(a.published, '') AS published, nullif(a.published_how, '') AS published_how, nullif(a.retrieved, '') AS retrieved,
  nullif(a.language, '') AS language, a.sha256, a.version, length(a.text) AS characters,
  (SELECT count(DISTINCT s.event) FROM tellings t JOIN reports r ON r.telling = t.id JOIN statements s ON s.id = r.statement
    WHERE t.article = a.id) AS events,
  (SELECT count(*) FROM tellings t JOIN reports r ON r.telling = t.id WHERE t.article = a.id) AS reports
FROM articles a;

-- Zeros stand in the months in which articles were read and nothing was found; other months have no row.
CREATE VIEW dyad_month AS
WITH speaks AS (SELECT DISTINCT p.event, a.state FROM event_parties p JOIN actors a ON a.id = p.actor
    WHERE p.role = 'speaker' AND a.state <> ''),
  hears AS (SELECT DISTINCT p.event, a.state FROM event_parties p JOIN actors a ON a.id = p.actor
    WHERE p.role = 'addressee' AND a.state <> ''),
  tells AS (SELECT s.event, j.value AS state FROM statements s JOIN reports r ON r.statement = s.id, json_each(r.about) j
    GROUP BY s.event, j.value),
  pairs AS (
    SELECT s.event, s.state AS source_state, h.state AS target_state, 1 AS addressed FROM speaks s JOIN hears h USING (event)
      WHERE h.state <> s.state
    UNION SELECT s.event, s.state, t.state, 1 FROM speaks s JOIN speaks t USING (event) WHERE t.state <> s.state
    UNION SELECT s.event, s.state, t.state, 0 FROM speaks s JOIN tells t USING (event) WHERE t.state <> s.state
      AND NOT EXISTS (SELECT 1 FROM speaks o WHERE o.event = s.event AND o.state <> s.state)
      AND NOT EXISTS (SELECT 1 FROM hears h WHERE h.event = s.event AND h.state <> s.state)),
  counted AS (
    SELECT p.source_state, p.target_state,
      CASE WHEN length(e.earliest) = 10 AND substr(e.earliest, 1, 7) = substr(e.latest, 1, 7) THEN substr(e.earliest, 1, 7) END AS month,
      count(DISTINCT p.event) AS events, count(DISTINCT s.id) AS statements, sum(1) AS reports,
      count(DISTINCT CASE WHEN p.addressed THEN s.id END) AS addressed
    FROM pairs p JOIN events e ON e.id = p.event JOIN statements s ON s.event = e.id JOIN reports r ON r.statement = s.id
    GROUP BY 1, 2, 3),
  months AS (SELECT substr(published, 1, 7) AS month, count(*) AS articles_read FROM articles
    WHERE published GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]*' GROUP BY 1),
  grid AS (SELECT m.month, d.source_state, d.target_state FROM months m, (SELECT DISTINCT source_state, target_state FROM counted) d
    UNION SELECT month, source_state, target_state FROM counted)
SELECT g.month, g.source_state, g.target_state, coalesce(m.articles_read, 0) AS articles_read, coalesce(c.events, 0) AS events,
  coalesce(c.statements, 0) AS statements, coalesce(c.reports, 0) AS reports, coalesce(c.addressed, 0) AS addressed
FROM grid g LEFT JOIN counted c ON c.source_state = g.source_state AND c.target_state = g.target_state AND c.month IS g.month
LEFT JOIN months m ON m.month = g.month;

CREATE VIEW actor_office AS
SELECT a.ident AS actor_id, a.name, nullif(a.kind, '') AS kind, nullif(a.state, '') AS state, nullif(p.office, '') AS office,
  nullif(min(nullif(e.earliest, '')), '') AS first, nullif(max(e.latest), '') AS last, count(DISTINCT e.id) AS events
FROM event_parties p JOIN actors a ON a.id = p.actor JOIN events e ON e.id = p.event
GROUP BY a.ident, a.name, a.kind, a.state, p.office;

-- Datasette finds a full-text index only where the table is named in this way.
DROP TABLE articles_fts;
CREATE VIRTUAL TABLE articles_fts USING fts5 (title, text, content="articles", content_rowid="id",
  tokenize = 'porter unicode61 remove_diacritics 2');
INSERT INTO articles_fts (articles_fts) VALUES ('rebuild');
DROP TABLE reports_fts;
CREATE VIRTUAL TABLE reports_fts USING fts5 (text, content="reports", content_rowid="id",
  tokenize = 'porter unicode61 remove_diacritics 2');
INSERT INTO reports_fts (reports_fts) VALUES ('rebuild');
