package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// block is one paragraph, heading, list item or cell of a page.
type block struct {
	text   string
	kind   atom.Atom // atom.P, atom.H1 to atom.H6, atom.Li, atom.Td, atom.Blockquote, or 0 for text outside any of them
	linked int       // bytes of text that stand in links
}

// link returns the share of the block's text that stands in links, from 0 to 1.
func (b block) link() float64 { return float64(b.linked) / float64(max(1, len(b.text))) }

func (b block) heading() bool {
	switch b.kind {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// lineBreak stands for a <br> in the text of a page, so that it outlives what is done to the tree: a character of
// private use, which is taken out of what the page itself says.
const lineBreak = '\ue000'

// markBreaks puts a [lineBreak] before every <br>.
func markBreaks(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode && strings.ContainsRune(c.Data, lineBreak):
			c.Data = strings.ReplaceAll(c.Data, string(lineBreak), " ")
		case c.Type == html.TextNode && n.DataAtom == atom.Pre: // an empty line ends a paragraph there
			c.Data = lineShape.emptyLine.ReplaceAllString(c.Data, string(lineBreak)+string(lineBreak))
		case c.Type == html.ElementNode && c.DataAtom == atom.Br:
			n.InsertBefore(&html.Node{Type: html.TextNode, Data: string(lineBreak)}, c)
		default:
			markBreaks(c)
		}
	}
}

// blocks cuts the text below a node into its blocks, white space folded to single spaces. The tree has been through
// [markBreaks].
func blocks(root *html.Node) []block {
	w := &blockWriter{}
	w.walk(root, 0, false)
	w.end(0)
	return w.out
}

// blockWriter gathers the block that is being read.
type blockWriter struct {
	out    []block
	b      strings.Builder
	linked int
	space  bool // white space is owed before the next text
	broken bool // a <br> is owed before the next text
}

func (w *blockWriter) walk(n *html.Node, kind atom.Atom, link bool) {
	switch n.Type {
	case html.TextNode:
		w.add(n.Data, kind, link)
		return
	case html.ElementNode:
		if elements.silent[n.DataAtom] {
			return
		}
		if n.DataAtom == atom.A {
			link = true
		}
		if n.DataAtom == atom.Tr && dataRow(n) {
			w.row(n, kind)
			return
		}
		if !elements.inline[n.DataAtom] && n.DataAtom != 0 {
			outer := kind
			w.end(outer)
			switch n.DataAtom {
			case atom.P,
				atom.H1,
				atom.H2,
				atom.H3,
				atom.H4,
				atom.H5,
				atom.H6,
				atom.Li,
				atom.Td,
				atom.Th,
				atom.Blockquote,
				atom.Pre,
				atom.Dd,
				atom.Dt:
				kind = n.DataAtom
			}
			defer w.end(kind)
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, kind, link)
	}
}

// maxCell is the longest text, in bytes, of a cell of a table of figures; longer ones hold prose, as in pages laid
// out by tables.
const maxCell = 60

// dataRow reports whether a row has several cells, all of them short.
func dataRow(tr *html.Node) bool {
	cells := 0
	for c := range tr.ChildNodes() {
		if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
			if cells++; cells > 50 || len(textOf(c)) > maxCell {
				return false
			}
		}
	}
	return cells > 1
}

// row writes a row of a table of figures as one block, a space between its cells.
func (w *blockWriter) row(tr *html.Node, kind atom.Atom) {
	w.end(kind)
	for c := range tr.ChildNodes() {
		w.space = true
		w.add(textOf(c), atom.Td, false)
	}
	w.end(atom.Td)
}

// add appends text to the block. A line break stays one where the line before it ends a sentence or the next starts
// with a capital; elsewhere it only wraps a line, as in old pages.
func (w *blockWriter) add(text string, kind atom.Atom, link bool) {
	for _, r := range text {
		if r == lineBreak {
			if w.broken {
				w.end(kind)
			}
			w.broken, w.space = true, true
			continue
		}
		if spaceOrControl(r) || r == '\u00ad' {
			w.space = w.space || r != '\u00ad' && r != '\u200b' && r != '\ufeff'
			continue
		}
		if w.broken && w.b.Len() > 0 {
			last, _ := utf8.DecodeLastRuneInString(w.b.String())
			if wraps := unicode.IsLower(last) || last == ',' || last == '-'; !wraps || !unicode.IsLower(r) {
				w.end(kind)
			}
		}
		if w.space && w.b.Len() > 0 {
			w.b.WriteByte(' ')
		}
		w.space, w.broken = false, false
		w.b.WriteRune(r)
		if link {
			w.linked += utf8.RuneLen(r)
		}
	}
}

func (w *blockWriter) end(kind atom.Atom) {
	if w.b.Len() > 0 {
		w.out = append(w.out, block{text: w.b.String(), kind: kind, linked: w.linked})
	}
	w.b.Reset()
	w.linked, w.space, w.broken = 0, false, false
}
