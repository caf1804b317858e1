package edits

import "demarche/timeline/record"

// AddField is the field of the edit of a report by which a person has added it.
const AddField = "add"

// Added are the ids of the reports that people added and nobody has taken out again.
func Added(list []record.Edit) map[string]bool {
	out := map[string]bool{}
	for i := range list {
		if e := &list[i]; e.Kind == Kind && e.Field == AddField {
			out[e.Target] = e.After != nil
		}
	}
	return out
}
