package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// afterHeadline is how many elements with text of their own may stand between a headline and its opening paragraph.
const afterHeadline = 12

// openingOf returns the opening paragraph of a page where it holds speech: the first sentence of some length below its
// headline, whatever the name of its element and wherever that stands; "" where there is none. One without speech is
// left to what finds the body: it may be a summary that the site has written.
func openingOf(doc *html.Node, title string) string {
	below, tried := false, 0
	for n := range doc.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case n.DataAtom == atom.H1:
			below = sameWords(textOf(n), title)
			tried = 0
		case !below || !hasOwnText(n):
		case tried == afterHeadline:
			return ""
		default:
			tried++
			if bs := blocks(n); len(bs) == 1 && mayOpen(bs[0]) && !underName(n) {
				return spoken(bs[0].text)
			}
		}
	}
	return ""
}

// hasOwnText reports whether an element that is no script has text that stands in it directly and is not inline itself,
// unless it stands by itself.
func hasOwnText(n *html.Node) bool {
	if elements.silent[n.DataAtom] || n.DataAtom == atom.A || n.DataAtom == atom.Li || !few(n) {
		return false
	}
	if elements.inline[n.DataAtom] && strings.TrimSpace(textAround(n, true)+textAround(n, false)) != "" {
		return false
	}
	for c := range n.ChildNodes() {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
			return true
		}
	}
	return false
}

// mayOpen reports whether a block is a sentence of the article, and no note of the site.
func mayOpen(b block) bool {
	long := strings.Count(b.text, " ") >= minLead-1 && len(b.text) < maxShort
	return long && sentence(b.text) && b.link() < 0.5 && !stray(b) && !dayNote(b.text) && len(signsIn(b.text)) == 0
}

// underName reports whether an element, or one around it, says that it holds no opening paragraph.
func underName(n *html.Node) bool {
	for e := n; e != nil && e.DataAtom != atom.Body; e = e.Parent {
		switch e.DataAtom {
		case atom.Figure, atom.Figcaption, atom.Nav, atom.Footer, atom.Form, atom.Ul, atom.Ol, atom.Table:
			return true
		}
		if e.DataAtom != atom.Main && e.DataAtom != atom.Article && markup.noLeadClass.MatchString(className(e)) ||
			markup.hiddenStyle.MatchString(attr(e, "style")) || has(e, "hidden") {
			return true
		}
	}
	return false
}

// spoken returns a text that holds speech, "" for any other.
func spoken(text string) string {
	if lineShape.speech.MatchString(text) {
		return text
	}
	return ""
}

// withOpening puts the opening paragraph before the lines of a body that lacks it.
func withOpening(lines []string, opening string) []string {
	if opening == "" || len(lines) == 0 {
		return lines
	}
	key := bare(opening)
	for _, l := range lines {
		if strings.Contains(bare(l), key) {
			return lines
		}
	}
	return append([]string{opening}, lines...)
}
