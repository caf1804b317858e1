package desk

import (
	"cmp"
	"html"
	"html/template"
	"slices"
	"strings"
)

// Mark is a stretch of a text that stands out, in bytes.
type Mark struct {
	Start, End int
	Class      string // "content", "speaker", "addressee", "cue", "day", "occasion" or "other"
	Title      string // what it is, in words
	Link       string // where it leads; "" for nowhere
	ID         string // by which an address can lead to its first piece; "" for none
}

// Marked is a text as HTML: a paragraph for each line, with the marks. Where marks overlap, the one that begins first
// holds, of those that begin together the shorter one; what is left of the other goes on after it, so that a name
// inside a quote does not end the quote. Marks outside the text are left out.
func Marked(text string, marks []Mark) template.HTML {
	var b strings.Builder
	b.WriteString("<p>")
	at, named := 0, map[string]bool{}
	for _, m := range flat(text, marks) {
		paragraphs(&b, text[at:m.Start])
		before, behind := "", ""
		if m.Link != "" {
			before, behind = "<a href=\""+html.EscapeString(m.Link)+"\">", "</a>"
		}
		for i, line := range strings.Split(text[m.Start:m.End], "\n") {
			if i > 0 {
				b.WriteString("</p>\n<p>")
			}
			if line != "" {
				b.WriteString(
					before + "<mark" + m.attributes(named) + ">" + html.EscapeString(line) + "</mark>" + behind,
				)
			}
		}
		at = m.End
	}
	paragraphs(&b, text[at:])
	b.WriteString("</p>")
	return template.HTML(b.String()) //nolint:gosec // every piece of text is escaped above
}

// attributes are those of a mark's element. An id stands at its first piece alone.
func (m *Mark) attributes(named map[string]bool) string {
	out := " class=\"" + m.Class + "\" title=\"" + html.EscapeString(m.Title) + "\""
	if m.ID != "" && !named[m.ID] {
		named[m.ID] = true
		out = " id=\"" + html.EscapeString(m.ID) + "\"" + out
	}
	return out
}

func paragraphs(b *strings.Builder, text string) {
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			b.WriteString("</p>\n<p>")
		}
		b.WriteString(html.EscapeString(line))
	}
}

// flat returns the marks so that none overlaps another, in order: a short one divides a long one around it.
func flat(text string, marks []Mark) []Mark {
	sound := slices.DeleteFunc(slices.Clone(marks), func(m Mark) bool {
		return m.Start < 0 || m.End > len(text) || m.Start >= m.End
	})
	// the shorter ones lie on top
	slices.SortStableFunc(sound, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.End-a.Start, b.End-b.Start), cmp.Compare(a.Start, b.Start))
	})
	var laid []Mark
	for _, m := range sound {
		laid = append(laid, left(m, laid)...)
		slices.SortFunc(laid, func(a, b Mark) int { return cmp.Compare(a.Start, b.Start) })
	}
	return laid
}

// left returns what of a mark no mark covers that is laid already; those are in order and do not overlap.
func left(m Mark, laid []Mark) []Mark {
	var out []Mark
	for _, l := range laid {
		if l.End <= m.Start || l.Start >= m.End {
			continue
		}
		if l.Start > m.Start {
			piece := m
			piece.End = l.Start
			out = append(out, piece)
		}
		m.Start = l.End
	}
	if m.Start < m.End {
		out = append(out, m)
	}
	return out
}
