package sqlite

import "strings"

const (
	// ofText are the events of which a report matches ?5.
	ofText = ` AND e.id IN (SELECT s.event FROM reports r JOIN statements s ON s.id = r.statement
		WHERE r.id IN (SELECT rowid FROM reports_fts WHERE reports_fts MATCH ?5))`
	// ofSpeaker are those of which a speaker's name holds ?6, or letters of which SQLite does not know the small ones.
	ofSpeaker = ` AND e.id IN (SELECT p.event FROM event_parties p JOIN actors a ON a.id = p.actor
		WHERE p.role = 'speaker' AND (instr(lower(a.name), ?6) > 0 OR a.name GLOB '*[^ -~]*'))`
)

// found is the condition that an event must hold to be read at all for a filter's words and speaker, with its arguments
// from the fifth on: what is read is then looked at by a [sieve]. Errors are those of the words.
func (f Filter) found() (condition string, args []any, err error) {
	if f.Text != "" {
		query, err := matchQuery(f.Text)
		if err != nil {
			return "", nil, err
		}
		condition, args = ofText, append(args, query)
	}
	if f.Speaker != "" {
		if f.Text == "" {
			args = append(args, "")
		}
		condition, args = condition+ofSpeaker, append(args, strings.ToLower(f.Speaker))
	}
	return condition, args, nil
}
