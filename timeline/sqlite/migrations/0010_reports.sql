-- A view of one tidy row a report: every wording of a statement, with its place in its article's text. Places are counted
-- in characters (Unicode code points), as substr() counts them; those in the table reports are bytes.
CREATE VIEW report AS
SELECT r.ident AS report_id, s.ident AS statement_id, e.ident AS event_id, a.key AS article, nullif(a.outlet, '') AS outlet,
  r.form, r.text AS words,
  length(CAST(substr(CAST(a.text AS BLOB), 1, r.content ->> '$[0][0]') AS TEXT)) AS start,
  length(CAST(substr(CAST(a.text AS BLOB), 1, r.content ->> '$[#-1][1]') AS TEXT)) AS "end",
  (SELECT group_concat(length(CAST(substr(CAST(a.text AS BLOB), 1, j.value ->> '$[0]') AS TEXT)) || '-' ||
    length(CAST(substr(CAST(a.text AS BLOB), 1, j.value ->> '$[1]') AS TEXT)), '|') FROM json_each(r.content) j) AS spans,
  r."by" AS found_by, round(r.p, 3) AS p, coalesce(nullif(r.status, ''), 'machine') AS status
FROM reports r JOIN statements s ON s.id = r.statement JOIN events e ON e.id = s.event
JOIN tellings t ON t.id = r.telling JOIN articles a ON a.id = t.article;
