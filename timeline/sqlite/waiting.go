package sqlite

import "context"

// selectWaiting reads the edits that hold of nothing: of reports and of events that no article tells any more, of
// actors that none names, and new words of a report that its article no longer has.
const selectWaiting = `SELECT id FROM edits e WHERE CASE kind
	WHEN 'report' THEN NOT EXISTS (SELECT 1 FROM reports WHERE ident = e.target)
		AND NOT EXISTS (SELECT 1 FROM originals WHERE report = e.target)
		AND coalesce((SELECT l.after IS NOT NULL FROM edits l WHERE l.kind = 'report' AND l.target = e.target
			AND l.field = 'add' ORDER BY l.id DESC LIMIT 1), 1)
		OR field = 'words' AND after IS NOT NULL
		AND NOT EXISTS (SELECT 1 FROM edits l WHERE l.id > e.id AND l.target = e.target AND l.field = 'words')
		AND EXISTS (SELECT 1 FROM reports WHERE ident = e.target AND text <> json_extract(e.after, '$'))
	WHEN 'event' THEN NOT EXISTS (SELECT 1 FROM reports WHERE ident = 'r' || substr(e.target, 2))
		AND NOT EXISTS (SELECT 1 FROM aliases x JOIN reports r ON r.ident = x.report WHERE x.ident = e.target)
	WHEN 'actor' THEN NOT EXISTS (SELECT 1 FROM report_parties p JOIN actors a ON a.id = p.actor WHERE a.ident = e.target)
		AND NOT EXISTS (SELECT 1 FROM reports r JOIN actors a ON a.id = r.medium WHERE a.ident = e.target)
		AND NOT EXISTS (SELECT 1 FROM originals WHERE instr(said, '"' || e.target || '"') > 0)
	ELSE 0 END ORDER BY id`

// Waiting returns the numbers of the edits that hold of nothing, because the words on which people decided are in no
// article now. Should the words come back, the decisions hold again.
func (l Queue) Waiting(ctx context.Context) (map[int64]bool, error) {
	ids, err := readIDs(ctx, l.s.db, selectWaiting)
	waits := map[int64]bool{}
	for _, id := range ids {
		waits[id] = true
	}
	return waits, err
}
