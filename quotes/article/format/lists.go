package format

import (
	"encoding/csv"
	"regexp"
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
	case allAddresses(lines), columns.MatchString(strings.TrimSpace(lines[0])) && allAddresses(lines[1:]):
		return Of(Addresses)
	case gdeltRow.MatchString(lines[0]):
		return Of(GDELT)
	case Delimiter(start, ending) != 0:
		return Of(Table)
	}
	return Format{}
}

// gdeltRow is a row of GDELT's tables: of events (a number, a day, its month, year and fraction), of mentions (a
// number and two times) and of documents (a number made of a time, and the time).
var gdeltRow = regexp.MustCompile(`^(?:\d{6,12}\t\d{8}\t\d{6}\t\d{4}\t\d{4}\.\d+\t|` +
	`\d{6,12}\t\d{14}\t\d{14}\t|\d{14}-T?\d+\t\d{14}\t)`)

var addressLine = regexp.MustCompile(`^(?i)https?://\S+$`)

// allAddresses reports whether every line is an address; those with "#" before them are remarks.
func allAddresses(lines []string) bool {
	n := 0
	for _, l := range lines {
		l = strings.Trim(strings.TrimSpace(l), `<>",;`)
		switch {
		case strings.HasPrefix(l, "#"):
		case addressLine.MatchString(l):
			n++
		default:
			return false
		}
	}
	return n > 0
}

// columns are names of columns by which a first line is known as that of a table of articles or their addresses.
var columns = regexp.MustCompile(`(?i)^(?:text|full[ _-]?text|body|content|article|title|headline|url|link|` +
	`address|date|publish(?:ed)?[ _-]?(?:date|at|on)?|publication[ _-]?(?:date|title)?|` +
	`pub[ _-]?date|outlet|source|publisher|media[ _-]?name|author|byline|abstract|abstract[ _-]?note|mobileurl|key|` +
	`id|language)$`)

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
			if columns.MatchString(strings.TrimSpace(cell)) {
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
