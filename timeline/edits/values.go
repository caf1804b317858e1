package edits

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"demarche/timeline/record"
)

// Fields are the names of the fields of a report that somebody decides, in order: its words and their form left out.
func Fields() []string {
	var names []string
	for i := range fields {
		if fields[i].decision != nil {
			names = append(names, fields[i].name)
		}
	}
	return names
}

// Values are the values of a report's fields as edits write them, by field.
func Values(r *record.Report) map[string]json.RawMessage {
	out := map[string]json.RawMessage{}
	for i := range fields {
		if fields[i].decision != nil {
			out[fields[i].name] = json.RawMessage(*written(fields[i].get(r)))
		}
	}
	return out
}

// Set gives a field of a report a value as edits write it. The error names the field.
func Set(r *record.Report, name string, value json.RawMessage) error {
	f, ok := named(name)
	if !ok || f.decision == nil {
		return fmt.Errorf("there is no field %q", name)
	}
	if err := f.set(&laying{Report: r}, string(value)); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// Key is the same for two values that say the same: of parties the ids, whatever their order, names and offices; else
// the value itself. The error says that the value can't be read.
func Key(value json.RawMessage) (string, error) {
	var word string
	if json.Unmarshal(value, &word) == nil {
		return word, nil
	}
	var list []party
	if err := json.Unmarshal(value, &list); err != nil {
		return "", fmt.Errorf("%q is no value of a field", value)
	}
	ids := make([]string, len(list))
	for i, p := range list {
		ids[i] = p.ID
	}
	slices.Sort(ids)
	return strings.Join(slices.Compact(ids), "; "), nil
}
