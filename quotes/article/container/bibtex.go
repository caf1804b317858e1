package container

import (
	"bytes"
	"errors"
	"maps"
	"strings"

	"golang.org/x/text/unicode/norm"

	"demarche/quotes/article"
)

// bibReader reads BibTeX and BibLaTeX.
type bibReader struct{ records recordReader }

// read reads the entries. "urldate" and "file" are not read. A name that "@string" has given to a text stands
// for that text in what follows.
func (r bibReader) read() error {
	defined := map[string]string{}
	entries := cutting{opens: func(line []byte) bool { return referenceShape.bibEntry.Match(line) }}
	return r.records.cut(entries, func(b []byte) error {
		kind := strings.ToLower(string(referenceShape.bibEntry.FindSubmatch(b)[1]))
		switch kind {
		case "comment", "preamble":
			return nil
		case "string":
			more := maps.Clone(defined) // entries that are read meanwhile keep theirs
			define(string(b), more)
			defined = more
			return nil
		}
		known := defined
		return r.records.out.record(func() (article.Record, error) {
			text, err := article.Decode(b, "record", "")
			if err != nil {
				return article.Record{}, err
			}
			return bibRecord(text, known)
		})
	})
}

// define reads a definition, @string{name = "text"}.
func define(text string, defined map[string]string) {
	values, err := bibValues(","+text[referenceShape.bibEntry.FindStringIndex(text)[1]:], nil)
	if err == nil { // a damaged one defines nothing
		maps.Copy(defined, values)
	}
}

// bibRecord reads one entry.
func bibRecord(text string, defined map[string]string) (article.Record, error) {
	fields, err := bibValues(text[referenceShape.bibEntry.FindStringIndex(text)[1]:], defined)
	if err != nil {
		return article.Record{}, err
	}
	part := func(name string) string {
		for _, f := range article.FieldNames("bibtex", name) {
			if s := fields[f]; s != "" && (f != "note" || len(strings.Fields(s)) >= minNote) {
				return s
			}
		}
		return ""
	}
	rec := article.Record{
		Title: part("title"), Outlet: part("outlet"), Published: part("published"), URL: part("url"),
		Language: part(
			"language",
		), Text: part("text"), Byline: names(strings.ReplaceAll(part("byline"), " and ", "; ")),
	}
	if rec.Published == "" && fields["year"] != "" {
		rec.Published = strings.TrimSpace(fields["day"] + " " + fields["month"] + " " + fields["year"])
	}
	return rec, nil
}

// bibValues reads the fields of an entry after its opening brace: the key, then names and values.
func bibValues(text string, defined map[string]string) (map[string]string, error) {
	fields := map[string]string{}
	_, rest, ok := strings.Cut(text, ",")
	for ok {
		var name, value string
		if name, rest, ok = strings.Cut(rest, "="); !ok {
			return fields, nil // the closing brace
		}
		var err error
		if value, rest, err = bibValue(rest, defined); err != nil {
			return nil, err
		}
		fields[strings.ToLower(strings.TrimSpace(name))] = value
		if rest = strings.TrimLeft(rest, " \t\n,"); strings.HasPrefix(rest, "}") || strings.HasPrefix(rest, ")") {
			break
		}
	}
	return fields, nil
}

// bibValue reads a value: in braces, in quotation marks, a number or the name of a string, several joined by "#".
func bibValue(s string, defined map[string]string) (value, rest string, err error) {
	var b strings.Builder
	for {
		s = strings.TrimLeft(s, " \t\n")
		end, body := 0, ""
		switch {
		case s == "":
			return "", "", errors.New("breaks off in the middle of an entry; get the file again")
		case s[0] == '{' || s[0] == '"':
			if end = closing(s); end < 0 {
				return "", "", errors.New("breaks off in the middle of a field; get the file again")
			}
			body = s[1 : end-1]
		default:
			if end = strings.IndexAny(s, ",}#\n"); end < 0 {
				end = len(s)
			}
			body = strings.TrimSpace(s[:end])
			if text, ok := defined[strings.ToLower(body)]; ok {
				body = text
			}
		}
		b.WriteString(body)
		s = strings.TrimLeft(s[end:], " \t")
		if !strings.HasPrefix(s, "#") {
			return plainTeX(b.String()), s, nil
		}
		s = s[1:]
	}
}

// closing returns the offset after the mark that closes the value that s opens with, -1 for none.
func closing(s string) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 && s[0] == '{' {
				return i + 1
			}
		case '"':
			if i > 0 && depth == 0 && s[0] == '"' {
				return i + 1
			}
		}
	}
	return -1
}

// plainTeX writes a value without the commands and braces of TeX.
func plainTeX(s string) string {
	if strings.Contains(s, `\`) {
		s = referenceShape.texMark.ReplaceAllStringFunc(s, func(m string) string {
			g := referenceShape.texMark.FindStringSubmatch(m)
			if strings.Contains("uvHck", g[1]) && !strings.Contains(m, "{") {
				return m
			}
			return norm.NFC.String(g[2] + referenceShape.texMarks[g[1]])
		})
		s = referenceShape.texCommand.ReplaceAllStringFunc(s, func(m string) string {
			return referenceShape.texLetters[strings.TrimRight(strings.TrimSuffix(m,
				"{}"), " \n\t")]
		})
		s = strings.NewReplacer(`\&`, "&", `\%`, "%", `\$`, "$", `\#`, "#", `\_`, "_", `\{`, "\x01", `\}`, "\x02",
			`\textbackslash`, "").Replace(s)
	}
	s = strings.NewReplacer("``", "“", "''", "”", "{", "", "}", "", "---", "—", "--", "–", "\x01", "{", "\x02",
		"}").Replace(s)
	lines := bytes.Split([]byte(s), []byte("\n\n"))
	for i, l := range lines {
		lines[i] = bytes.Join(bytes.Fields(l), []byte(" "))
	}
	return string(bytes.Join(lines, []byte("\n")))
}
