package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// plainName is the name of a member or column without capitals, spaces and marks.
func plainName(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r == '_' || r == '-' || r == ' ' || r == ':' || r == '.' || r == '\ufeff':
			return -1
		}
		return r
	}, name)
}

// Columns tells which part of an article each column of a table is by its name; a part has the column with the best
// name. The function it returns makes a record of a row.
func Columns(header []string) func(row []string) Record {
	type column struct {
		at   int
		part string
	}
	var chosen []column
	for _, p := range lexicon().fields["member"] {
		best, rank := -1, len(p.names)
		for i, h := range header {
			if n := slices.Index(p.names, plainName(h)); n >= 0 && n < rank {
				best, rank = i, n
			}
		}
		if best >= 0 {
			chosen = append(chosen, column{best, p.part})
		}
	}
	return func(row []string) Record {
		var r Record
		for _, c := range chosen {
			if c.at < len(row) {
				*r.in(c.part) = strings.TrimSpace(row[c.at])
			}
		}
		return r
	}
}

// RecordOf makes a record of the members of a JSON object: a part is taken from the member with the best name that
// says something. Names of authors and of sources may stand in lists and objects, days in parts or as Unix time.
func RecordOf(object map[string]json.RawMessage) (Record, error) {
	var r Record
	members := make(map[string]string, len(object)) // plain name to name
	for name := range object {
		if old, ok := members[plainName(name)]; !ok || name < old {
			members[plainName(name)] = name
		}
	}
	for _, p := range lexicon().fields["member"] {
		for _, n := range p.names {
			name, ok := members[n]
			if !ok {
				continue
			}
			v, err := flat(object[name], p.part)
			if err != nil && n == p.names[0] {
				return r, fmt.Errorf("%q is %w", name, err)
			}
			if v != "" && err == nil {
				*r.in(p.part) = v
				break
			}
		}
	}
	return r, nil
}

// flat returns the value of a member as text: a string as it is, a number as written, null as "", the name of an
// object, a list of them with what its part asks for between them.
func flat(raw json.RawMessage, of string) (string, error) {
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 {
		return "", nil
	}
	switch c := raw[0]; {
	case c == '"':
		var s string
		err := json.Unmarshal(raw, &s)
		return s, err
	case c == 'n':
		return "", nil
	case of == "text" && c == '[':
		return flatList(raw, of, "")
	case of == "text":
		if c == '{' {
			return flatObject(raw, of)
		}
		return "", fmt.Errorf("a JSON %s, not text", jsonKind(c))
	case c == '-' || c >= '0' && c <= '9':
		return string(raw), nil
	case c == '[':
		return flatList(raw, of, ", ")
	case c == '{':
		return flatObject(raw, of)
	}
	return "", errors.New("neither text nor number")
}

// jsonKind names the kind of a JSON value by its first byte.
func jsonKind(c byte) string {
	if c == 't' || c == 'f' {
		return "bool"
	}
	return "number"
}

// maxList is how many names of a list are taken.
const maxList = 100

func flatList(raw json.RawMessage, of, between string) (string, error) {
	var list []json.RawMessage
	if err := json.Unmarshal(raw, &list); err != nil {
		return "", err
	}
	if of != "text" {
		list = list[:min(len(list), maxList)]
	}
	var b strings.Builder
	for _, e := range list {
		if len(e) > 0 && e[0] == '[' { // no list of articles' parts is nested
			continue
		}
		s, err := flat(e, of)
		if err != nil {
			return "", err
		}
		if s != "" && b.Len() > 0 {
			b.WriteString(between)
		}
		b.WriteString(s)
	}
	return b.String(), nil
}

// flatObject returns what an object is called, or the day whose parts it has.
func flatObject(raw json.RawMessage, of string) (string, error) {
	var o struct {
		Name, Title, Text, Main, Rendered, Original, Value, Literal, Family, Given, Raw any
		Parts                                                                           [][]any `json:"date-parts"`
		Date                                                                            any     `json:"$date"`
	}
	if err := json.Unmarshal(raw, &o); err != nil {
		return "", errors.New("an object of an unknown kind")
	}
	if len(o.Parts) > 0 && of == "published" {
		return dateParts(o.Parts[0]), nil
	}
	if family, ok := o.Family.(string); ok {
		given, _ := o.Given.(string)
		return strings.TrimSpace(given + " " + family), nil
	}
	for _, v := range []any{o.Text, o.Rendered, o.Main, o.Name, o.Title, o.Original, o.Value, o.Literal, o.Date, o.Raw} {
		if s, ok := v.(string); ok && s != "" {
			return s, nil
		}
	}
	return "", nil
}

// dateParts writes year, month and day, numbers or text, as EDTF.
func dateParts(parts []any) string {
	var out []string
	for i, p := range parts[:min(len(parts), 3)] {
		s := strings.TrimSpace(fmt.Sprint(p))
		if i > 0 && len(s) == 1 {
			s = "0" + s
		}
		out = append(out, s)
	}
	return strings.Join(out, "-")
}

// RecordOfNames makes a record of named values, as front matter has them.
func RecordOfNames(values map[string]string) Record {
	header := make([]string, 0, len(values))
	for name := range values {
		header = append(header, name)
	}
	slices.Sort(header)
	row := make([]string, len(header))
	for i, name := range header {
		row[i] = values[name]
	}
	return Columns(header)(row)
}
