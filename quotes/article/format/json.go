package format

import (
	"bytes"
	"encoding/json"
	"strings"
)

// ofJSON tells JSON Lines from one document of JSON. A list of objects inside an object makes it a document, though
// it be all in one line.
func ofJSON(start, ending string) Format {
	if ending == ".jsonl" || ending == ".ndjson" {
		return Of(Lines)
	}
	switch {
	case !shape.jsonStart.MatchString(start):
		return Format{}
	case shape.ownExport.MatchString(start):
		return unread(
			"an export of demarche",
			"exports of demarche",
			"read it into a database with \"demarche import\"",
		)
	case start[0] == '[' || HoldsList(start):
		return Of(JSON)
	}
	first, rest, several := strings.Cut(start, "\n")
	switch {
	case json.Valid([]byte(first)), !several && len(start) >= HeadSize:
		return Of(Lines)
	case several && strings.HasPrefix(rest, `{"`): // the first of many lines is damaged
		return Of(Lines)
	}
	return Of(JSON)
}

// ListName reports whether a list of articles may go by that name in an object.
func ListName(name string) bool { return shape.listName.MatchString(name) }

// HoldsList reports whether the object that a text begins with has, among what is whole of its first two levels, a
// list of objects under a name of [ListName].
func HoldsList(start string) bool {
	d := json.NewDecoder(strings.NewReader(start))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return false
	}
	return listIn(d, 2)
}

// listIn looks for a list among the members of an object that has been opened.
func listIn(d *json.Decoder, depth int) bool {
	for d.More() {
		t, err := d.Token()
		name, ok := t.(string)
		if err != nil || !ok {
			return false
		}
		if !ListName(name) {
			var skip json.RawMessage
			if d.Decode(&skip) != nil {
				return false
			}
			continue
		}
		if t, err = d.Token(); err != nil {
			return false
		}
		switch t {
		case json.Delim('['):
			return opensObject(d)
		case json.Delim('{'):
			return depth > 1 && listIn(d, depth-1)
		}
	}
	return false
}

// opensObject reports whether an object or the end comes next in a list.
func opensObject(d *json.Decoder) bool {
	rest := make([]byte, 64)
	n, _ := d.Buffered().Read(rest)
	next := bytes.TrimLeft(rest[:n], " \t\r\n")
	return len(next) == 0 || next[0] == '{' || next[0] == ']'
}
