package timeline

import (
	"demarche/timeline/merge"
)

// Merge joins what several articles tell of one event, and the re-wordings of one statement. Sources, by key, order the reports of
// a statement by publication; a source that is missing goes last. The result does not depend on the order of events, and merging
// it again changes nothing. See [merge.Merge].
func Merge(events []Event, sources map[string]Source) []Event { return merge.Merge(events, sources) }
