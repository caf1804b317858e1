package format

import (
	"regexp"
	"strings"
)

// OfText recognises a text by its beginning, decoded to UTF-8 with "\n" as line end, and by its name, "" where it
// has none. What looks like nothing else is a page or a text.
func OfText(head, name string) Format {
	head = strings.TrimPrefix(head, "\ufeff")
	start := strings.TrimLeft(head, " \t\n")
	for _, try := range []func(start, ending string) Format{
		ofOwn, ofJSON, ofMail, ofMarkdown, ofXML, ofRecords, ofLists,
		ofDense,
	} {
		if f := try(start, Ending(name)); f.Kind != Unknown {
			return f
		}
	}
	if f := unreadByEnding(Ending(name)); f.Kind == Unread {
		return f
	}
	return Of(Text)
}

// opening is how a text of this trade begins.
type opening struct {
	kind  Kind
	signs []*regexp.Regexp // all of them must be there
}

func patterns(list ...string) []*regexp.Regexp {
	out := make([]*regexp.Regexp, len(list))
	for i, p := range list {
		out[i] = regexp.MustCompile(p)
	}
	return out
}

// ofRecords recognises the downloads of archives of the press, libraries of references and mailboxes.
func ofRecords(start, _ string) Format {
	for _, o := range shape.openings {
		if matchAll(o.signs, start) {
			return Of(o.kind)
		}
	}
	if strings.HasPrefix(start, "%0 ") {
		return unreadByEnding(".enw")
	}
	return Format{}
}

func matchAll(signs []*regexp.Regexp, s string) bool {
	for _, re := range signs {
		if !re.MatchString(s) {
			return false
		}
	}
	return true
}

// ofMail recognises a message by its header: lines "Name: value", and among them some that only messages have.
func ofMail(start, _ string) Format {
	header, _, _ := strings.Cut(start, "\n\n")
	for i, l := range strings.Split(header, "\n") {
		folded := i > 0 && (strings.HasPrefix(l, " ") || strings.HasPrefix(l, "\t"))
		if !folded && !shape.headerLine.MatchString(l) {
			return Format{}
		}
	}
	switch {
	case shape.mailSign.MatchString(header), shape.mailFrom.MatchString(header) && shape.mailDate.MatchString(header),
		shape.memoFrom.MatchString(header) && matchAll(shape.memoRest, header):
		return Of(Mail)
	}
	return Format{}
}

// FrontMatter returns how many bytes of a text are front matter, between lines of "---" (YAML) or "+++" (TOML), with
// their ends; 0 for none.
func FrontMatter(text string) int {
	at := shape.frontMatter.FindStringIndex(text)
	if at == nil || !strings.ContainsAny(text[:at[1]], ":=") {
		return 0
	}
	return at[1]
}

// ofMarkdown recognises Markdown by its front matter or its name.
func ofMarkdown(start, ending string) Format {
	switch ending {
	case ".md", ".markdown", ".mdown", ".qmd", ".rmd":
		return Of(Markdown)
	}
	if FrontMatter(start) > 0 {
		return Of(Markdown)
	}
	return Format{}
}
