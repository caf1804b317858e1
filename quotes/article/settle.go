package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// openRoots puts what a page keeps in the light: the content of declared shadow roots, which html.Parse leaves in
// <template>, and of framed documents that stand in the page itself.
func openRoots(doc *html.Node) {
	var frames []*html.Node
	for n := range doc.Descendants() {
		switch {
		case n.DataAtom == atom.Template && (has(n, "shadowrootmode") || has(n, "shadowroot")):
			n.DataAtom, n.Data, n.Attr = atom.Div, "div", nil
		case n.DataAtom == atom.Iframe && attr(n, "srcdoc") != "":
			frames = append(frames, n)
		}
	}
	for _, f := range frames[:min(len(frames), maxFrames)] {
		inner, err := html.Parse(strings.NewReader(cut(attr(f, "srcdoc"), maxToken)))
		if err != nil || f.Parent == nil {
			continue
		}
		for n := range inner.Descendants() {
			if n.DataAtom == atom.Body {
				n.Parent.RemoveChild(n)
				n.DataAtom, n.Data = atom.Div, "div"
				f.Parent.InsertBefore(n, f)
				break
			}
		}
	}
}

// maxFrames is how many framed documents of a page are read.
const maxFrames = 8

// settle makes the text of a page what its reader sees, before anything is pruned: <q> gets its marks; notes for screen
// readers and the marks of footnotes go; what stands inside a sentence loses the names by which furniture is told; an
// opening paragraph that is set as a heading becomes a paragraph.
func settle(doc *html.Node) {
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; {
			next := c.NextSibling
			switch {
			case c.Type == html.TextNode:
				c.Data = unescaped(c.Data)
			case c.Type != html.ElementNode:
			case unseen(c), footnoteMark(c):
				n.RemoveChild(c)
			default:
				settleElement(c)
				walk(c)
			}
			c = next
		}
	}
	walk(doc)
}

func unescaped(s string) string {
	if !strings.Contains(s, "&") {
		return s
	}
	return markup.escapedTwice.ReplaceAllStringFunc(s, html.UnescapeString)
}

// settleElement does what [settle] says to one element.
func settleElement(n *html.Node) {
	switch {
	case n.DataAtom == atom.Div && markup.inlineStyle.MatchString(attr(n, "style")):
		n.DataAtom, n.Data = atom.Span, "span"
	case n.DataAtom == atom.Q:
		quoteMarks(n)
	case leading(n):
		n.DataAtom, n.Data, n.Attr = atom.P, "p", nil
	}
	if mayMislead(n) && inSentence(n) {
		if n.DataAtom == atom.Button || n.DataAtom == atom.Label {
			n.DataAtom, n.Data = atom.Span, "span"
		}
		n.Attr = keptAttributes(n.Attr)
	}
}

// mayMislead reports whether an element of a sentence could be taken for furniture by its names.
func mayMislead(n *html.Node) bool {
	return (elements.inline[n.DataAtom] || n.DataAtom == 0 || n.DataAtom == atom.Button) && len(n.Attr) > 0 ||
		n.DataAtom == atom.Label
}

// keptAttributes are those that say where a link leads.
func keptAttributes(list []html.Attribute) []html.Attribute {
	var out []html.Attribute
	for _, a := range list {
		if a.Key == "href" || a.Key == "src" {
			out = append(out, a)
		}
	}
	return out
}

// unseen reports whether an element holds a note that is not for the eye.
func unseen(n *html.Node) bool {
	if !elements.inline[n.DataAtom] && n.DataAtom != 0 {
		return false
	}
	steps := maxSteps
	text := oneLine(glimpse(n, &steps))
	if len(text) > 200 || steps < 0 {
		return false
	}
	if markup.unseenClass.MatchString(className(n)) || markup.unseenStyle.MatchString(attr(n, "style")) {
		return true
	}
	return attr(n, "aria-hidden") == "true" && letters(text) == 0 && !quoted(text) || is("reader-note", text)
}

// footnoteMark reports whether an element is the mark of a footnote: raised, after a letter or a sign, and a number, or
// anything in brackets.
func footnoteMark(n *html.Node) bool {
	toNote := n.DataAtom == atom.A && strings.HasPrefix(attr(n, "href"), "#")
	if n.DataAtom != atom.Sup && !toNote {
		return false
	}
	text := textOf(n)
	if !lineShape.noteMark.MatchString(text) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(textAround(n, true)))
	return strings.HasPrefix(text, "[") || !unicode.IsDigit(before)
}

// quoteMarks writes the marks that <q> stands for into the text, unless they are there.
func quoteMarks(n *html.Node) {
	steps := maxSteps
	text := strings.TrimSpace(glimpse(n, &steps))
	if first, _ := utf8.DecodeRuneInString(text); text == "" || strings.ContainsRune(`"'“‘«„`, first) {
		return
	}
	open, shut := "“", "”"
	for e := n.Parent; e != nil; e = e.Parent {
		if e.DataAtom == atom.Q {
			open, shut = "‘", "’"
			break
		}
	}
	n.InsertBefore(&html.Node{Type: html.TextNode, Data: open}, n.FirstChild)
	n.AppendChild(&html.Node{Type: html.TextNode, Data: shut})
}

// minLead is the fewest words of an opening paragraph that is set as a heading.
const minLead = 8

// leading reports whether a heading is a paragraph in truth: a sentence of some length, with its full stop, that is no
// link.
func leading(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
	default:
		return false
	}
	if n.FirstChild == nil || n.FirstChild.NextSibling != nil && !few(n) {
		return false
	}
	bs := blocks(n)
	return len(bs) == 1 && bs[0].link() < 0.5 && sentence(bs[0].text) && strings.Count(bs[0].text, " ") >= minLead-1
}

// minSentence is the shortest text, in bytes, around an element of a sentence.
const minSentence = 25

// inSentence reports whether an element stands inside a sentence: the text before it goes on in it, or it goes on in
// the text after it.
func inSentence(n *html.Node) bool {
	if !elements.inline[n.DataAtom] && n.DataAtom != 0 && n.DataAtom != atom.Button {
		return false
	}
	before, after := strings.TrimSpace(textAround(n, true)), strings.TrimSpace(textAround(n, false))
	if len(before)+len(after) < minSentence || strings.Count(before+after, " ") < 4 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	goesOn := before != "" &&
		(unicode.IsLower(last) || strings.ContainsRune(",(“", last) || unicode.IsLetter(last) && after != "")
	carriesOn := after != "" && (unicode.IsLower(first) || strings.ContainsRune(",’'”;", first)) && letters(after) > 10
	steps := maxSteps
	return carriesOn || goesOn && !opensNote(oneLine(glimpse(n, &steps)))
}

// opensNote reports whether a text is a note that a page has set after a sentence.
func opensNote(text string) bool {
	return stray(block{text: text}) && !quoted(text) || is("reader-note", text)
}

// maxAround is how much of the text on one side of an element is looked at, in bytes.
const maxAround = 400

// maxSteps is how many nodes are visited for that.
const maxSteps = 200

// glimpse returns the text below a node as far as the steps reach.
func glimpse(n *html.Node, steps *int) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if *steps--; *steps < 0 || b.Len() > maxAround {
			break
		}
		if d.Type == html.TextNode {
			b.WriteString(cut(d.Data, maxAround))
		}
	}
	return b.String()
}

// textAround returns the text of a paragraph before or after an element, on one line; that of its block, at most
// [maxAround] bytes.
func textAround(n *html.Node, back bool) string {
	var parts []string
	size := 0
	steps := maxSteps
	within := func(e *html.Node) bool {
		return e == n || elements.inline[e.DataAtom] || e.DataAtom == 0 && e.Type == html.ElementNode
	}
	for e := n; e != nil && within(e); e = e.Parent {
		for s := beside(e, back); s != nil && size < maxAround; s = beside(s, back) {
			if steps--; steps < 0 {
				return joined(parts, back)
			}
			if s.Type == html.ElementNode &&
				(!elements.inline[s.DataAtom] && s.DataAtom != 0 || s.DataAtom == atom.Br) {
				return joined(parts, back)
			}
			t := s.Data
			if s.Type == html.ElementNode {
				t = glimpse(s, &steps)
			} else if s.Type != html.TextNode {
				continue
			}
			parts = append(parts, t)
			size += len(t)
		}
	}
	return joined(parts, back)
}

func beside(n *html.Node, back bool) *html.Node {
	if back {
		return n.PrevSibling
	}
	return n.NextSibling
}

// joined joins the parts of a text that were gathered from near to far.
func joined(parts []string, back bool) string {
	if back {
		for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
			parts[i], parts[j] = parts[j], parts[i]
		}
	}
	return oneLine(strings.Join(parts, ""))
}
