package edits

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"demarche/timeline/record"
)

// TitleField is the title of an event.
const TitleField = "title"

// longestTitle is the number of characters of the longest title.
const longestTitle = 160

// EventNames are the names of the fields of an event that a person may give a value, in order.
func EventNames() []string { return []string{TitleField, NoteField, TagField} }

// ReadEvent makes the edit that gives a field of an event the value that a person typed; no title stands for that
// which the program gives. Title is the one that a person gave it before, "" for none.
func ReadEvent(event, title, field, typed string) (record.Edit, error) {
	e := record.Edit{Kind: EventKind, Target: event, Field: field}
	typed = strings.TrimSpace(typed)
	if err := sound(typed); err != nil {
		return e, err
	}
	switch field {
	case NoteField, TagField:
		e.After = &typed
		return e, nil
	case TitleField:
	default:
		return e, fmt.Errorf("an event has no field %q; the fields are %s", field, strings.Join(EventNames(), ", "))
	}
	if utf8.RuneCountInString(typed) > longestTitle {
		return e, fmt.Errorf("a title has at most %d characters", longestTitle)
	}
	if title != "" {
		e.Before = written(title)
	}
	if typed != "" {
		e.After = written(typed)
	}
	return e, nil
}
