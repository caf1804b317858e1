package article

import (
	"slices"
	"strings"
)

// field is a part of an article and the names under which a format gives it, the best first.
type field struct {
	part  string // as in JSON Lines
	names []string
}

// fieldTable reads data/lexicon/fields.tsv, by format.
func fieldTable() map[string][]field {
	table := map[string][]field{}
	for _, f := range fieldsOf("lexicon/fields.tsv", "format", "part", "names") {
		table[f[0]] = append(table[f[0]], field{f[1], strings.Split(f[2], ", ")})
	}
	return table
}

// FieldNames returns the names under which a format such as "ris" gives a part of an article, the best first.
func FieldNames(format, part string) []string {
	for _, f := range lexicon().fields[format] {
		if f.part == part {
			return f.names
		}
	}
	return nil
}

// PartOf returns the part of an article that a format gives under a name, "" for none.
func PartOf(format, name string) string {
	for _, f := range lexicon().fields[format] {
		if slices.Contains(f.names, name) {
			return f.part
		}
	}
	return ""
}

// in is where a record keeps a part of an article; nil for what is none.
func (r *Record) in(part string) *string {
	switch part {
	case "id":
		return &r.ID
	case "title":
		return &r.Title
	case "outlet":
		return &r.Outlet
	case "byline":
		return &r.Byline
	case "published":
		return &r.Published
	case "url":
		return &r.URL
	case "language":
		return &r.Language
	case "text":
		return &r.Text
	}
	return nil
}
