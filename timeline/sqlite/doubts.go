package sqlite

import "strings"

// doubt is something that a queue can be narrowed to, and what it asks of a row.
type doubt struct{ name, condition string }

// doubts are all of them.
func doubts() []doubt {
	return []doubt{
		{"low probability", certain + ` < 0.5`},
		{
			"contradicted by another report",
			`EXISTS (SELECT 1 FROM reports o WHERE o.statement = r.statement AND o.id <> r.id
		AND (o.latest <> '' AND o.latest < r.earliest OR r.latest <> '' AND r.latest < o.earliest
		OR o.channel <> r.channel AND o.channel <> 'unknown' AND r.channel <> 'unknown'))`,
		},
		{"publication day stands in", `r.basis = 'published'`},
		{"no speaker", `NOT EXISTS (SELECT 1 FROM report_parties p WHERE p.report = r.id AND p.role = 'speaker')`},
		{"speaker from a pronoun", `json_extract(r.decided, '$.speaker.by') LIKE '%pronoun%'`},
		{"speaker not in the gazetteer", `EXISTS (SELECT 1 FROM report_parties p JOIN actors c ON c.id = p.actor
		WHERE p.report = r.id AND p.role = 'speaker' AND c.ident LIKE 'x%')`},
		{"speaker without a state", `EXISTS (SELECT 1 FROM report_parties p JOIN actors c ON c.id = p.actor
		WHERE p.report = r.id AND p.role = 'speaker' AND c.state = '')`},
		{"addressee implied", `EXISTS (SELECT 1 FROM report_parties p WHERE p.report = r.id AND p.role = 'addressee'
		AND p.basis = 'implied')`},
		{"carried by a medium", `r.medium IS NOT NULL`},
		{"channel unknown", `r.channel = 'unknown'`},
	}
}

// certain is the probability that all is right: the product of those that are stated, as "eval queue" orders records.
const certain = `(r.p * coalesce(nullif(json_extract(r.decided, '$.speaker.p'), 0), 1)
	* coalesce(nullif(json_extract(r.decided, '$.addressee.p'), 0), 1)
	* coalesce(nullif(json_extract(r.decided, '$.day.p'), 0), 1))`

// Doubts are the names of the doubts, in order.
func Doubts() []string {
	names := make([]string, len(doubts()))
	for i, d := range doubts() {
		names[i] = d.name
	}
	return names
}

// doubtColumn is a column that lists the doubts of a report, a line each.
func doubtColumn() string {
	cases := make([]string, len(doubts()))
	for i, d := range doubts() {
		cases[i] = `CASE WHEN ` + d.condition + ` THEN '` + d.name + `
' ELSE '' END`
	}
	return strings.Join(cases, " || ")
}
