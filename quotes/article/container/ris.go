package container

import (
	"bytes"
	"strings"

	"demarche/quotes/article"
)

// minNote is the fewest words of a note that is taken for a text: some programs put it there.
const minNote = 20

// risCutting says how the references of RIS stand in it, as Zotero, EndNote and ProQuest write it. Y2, the day of
// access, is not read.
func risCutting() cutting {
	return cutting{
		opens: func(line []byte) bool {
			return bytes.HasPrefix(bytes.TrimPrefix(line, []byte("\xef\xbb\xbf")), []byte("TY  -"))
		},
		closes: func(line []byte) bool { return referenceShape.risEnd.Match(line) },
	}
}

// risRecord reads one reference. Lines without a tag go on with the text of the one before.
func risRecord(text string) (article.Record, error) {
	fields, tag := map[string][]string{}, ""
	for l := range strings.SplitSeq(text, "\n") {
		if m := referenceShape.risTag.FindStringSubmatch(l); m != nil {
			tag, l = m[1], m[2]
		}
		if l = strings.TrimSpace(l); l != "" && tag != "" {
			fields[tag] = append(fields[tag], l)
		}
	}
	part := func(name, between string) string {
		for _, t := range article.FieldNames("ris", name) {
			if s := strings.Join(fields[t], between); s != "" &&
				(t != "N1" && t != "RN" || len(strings.Fields(s)) >= minNote) {
				return s
			}
		}
		return ""
	}
	return article.Record{
		ID: part(
			"id",
			" ",
		), Title: part("title", " "), Outlet: part("outlet", " "), Byline: names(part("byline", "; ")),
		Published: part("published", " "), URL: first(part("url", "\n")), Language: part("language", " "),
		Text: part("text", "\n"),
	}, nil
}

// first is the first line of a text.
func first(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}

// names writes "Doe, Jane; Roe, John" as "Jane Doe, John Roe".
func names(list string) string {
	var out []string
	for n := range strings.SplitSeq(list, ";") {
		family, given, inverted := strings.Cut(strings.TrimSpace(n), ",")
		if inverted && !strings.Contains(given, ",") {
			n = strings.TrimSpace(given) + " " + family
		}
		if n = strings.TrimSpace(n); n != "" {
			out = append(out, n)
		}
	}
	return strings.Join(out, ", ")
}
