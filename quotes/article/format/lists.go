package format

import (
	"encoding/csv"
	"slices"
	"strings"
)

// ofLists recognises lists of addresses and tables.
func ofLists(start, ending string) Format {
	lines := strings.Split(start, "\n")
	if len(lines) > 1 && len(start) >= HeadSize { // the last may be cut
		lines = lines[:len(lines)-1]
	}
	lines = slices.DeleteFunc(lines, func(l string) bool { return strings.TrimSpace(l) == "" })
	switch {
	case len(lines) == 0:
		return Format{}
	case allAddresses(lines), shape.column.MatchString(strings.TrimSpace(lines[0])) && allAddresses(lines[1:]):
		return Of(Addresses)
	case shape.gdeltRow.MatchString(lines[0]):
		return Of(GDELT)
	case Delimiter(start, ending) != 0:
		return Of(Table)
	}
	return Format{}
}

// allAddresses reports whether every line is an address; those with "#" before them are remarks.
func allAddresses(lines []string) bool {
	n := 0
	for _, l := range lines {
		l = strings.Trim(strings.TrimSpace(l), `<>",;`)
		switch {
		case strings.HasPrefix(l, "#"):
		case shape.addressLine.MatchString(l):
			n++
		default:
			return false
		}
	}
	return n > 0
}

// Delimiter returns the character between the columns of a table with named columns: a comma, a semicolon, a tab or
// a bar; 0 where the text is none. One column is enough where the name of the file ends as a table's does.
func Delimiter(start, ending string) rune {
	first, rest, _ := strings.Cut(start, "\n")
	if len(first) > 8<<10 {
		return 0
	}
	named := ending == ".csv" || ending == ".tsv" || ending == ".tab"
	for _, c := range []rune{'\t', ',', ';', '|'} {
		if !named && strings.ContainsRune(first, ' ') && c == ',' && strings.HasSuffix(strings.TrimSpace(first), ".") {
			continue // a sentence
		}
		cells, err := row(first, c)
		if err != nil || len(cells) < 2 && !named {
			continue
		}
		known := 0
		for _, cell := range cells {
			if shape.column.MatchString(strings.TrimSpace(cell)) {
				known++
			}
		}
		if known >= 2 && strings.TrimSpace(rest) != "" || named && known >= 1 && len(cells) > 1 {
			return c
		}
	}
	if named {
		return fallback(first)
	}
	return 0
}

// fallback returns the delimiter of a table whose columns have other names: the commonest.
func fallback(first string) rune {
	best, most := ',', 0
	for _, c := range []rune{',', '\t', ';', '|'} {
		if n := strings.Count(first, string(c)); n > most {
			best, most = c, n
		}
	}
	return best
}

// row splits a line of a table.
func row(line string, delimiter rune) ([]string, error) {
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(line, "\ufeff")))
	r.Comma, r.LazyQuotes = delimiter, true
	return r.Read()
}
