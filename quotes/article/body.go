package article

import (
	"context"
	"fmt"
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// minBody is the fewest bytes of a body that is taken without looking for a better one.
const minBody = 250

// bodyReader finds the article's own text on a page.
type bodyReader struct {
	doc    *html.Node
	url    *url.URL               // of the page, nil when unknown
	share  map[*html.Node]float64 // of the text in paragraphs, by element
	days   dayReader
	stated string // the body that the page states for machines, "" for none

	shown []block // all of the page, before anything is pruned
	live  []entry // of a live blog
	front string  // the sign that the body is a list of articles, "" for none
}

// read returns the article's own text, one paragraph a line. The page is pruned of what its elements name as
// furniture, readability picks the element that holds the article, and the lines that are still furniture are taken
// out. Where too little is left, the page is read again with less pruning; at last its paragraphs or its JSON-LD
// are taken.
func (r *bodyReader) read(ctx context.Context, a *Article) (string, error) {
	settle(r.doc)
	r.live = liveBlog{r.doc, r.url, r.share, r.days}.entries(a.Published)
	opening := openingOf(r.doc, a.Title)
	markBreaks(r.doc)
	whole := clone(r.doc)
	r.shown = blocks(whole)
	prune(r.doc, r.share)
	paragraphs := blocksOf(r.doc, atom.P)
	best := r.readable(r.doc, a)
	if ctx.Err() != nil {
		return "", ctx.Err()
	}
	if textLen(best) < minBody {
		if again := r.readable(whole, a); textLen(again) > 2*textLen(best) {
			best = again
		}
	}
	if textLen(best) < minBody {
		if again := clean(paragraphs, a); textLen(again) > 2*textLen(best) {
			best = again
		}
	}
	if len(r.stated) > 2*textLen(best) && textLen(best) < minBody {
		return r.stated, nil
	}
	var lines []string
	linked := 0
	for _, b := range best {
		lines = append(lines, b.text)
		linked += b.linked
	}
	if float64(linked) > cardShare*float64(textLen(best)) { // no article is a link
		r.front = "its text is links"
	}
	return strings.Join(withOpening(lines, opening), "\n"), nil
}

// readable returns the cleaned blocks of the element that readability picks. It changes doc.
func (r *bodyReader) readable(doc *html.Node, a *Article) []block {
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	found, err := parser.ParseAndMutate(doc, r.url)
	if err != nil || found.Node == nil {
		return nil
	}
	bs := blocks(found.Node)
	if n := listed(bs); n > 0 {
		r.front = fmt.Sprintf("%d linked headlines", n)
	}
	return clean(bs, a)
}

// blocksOf returns the blocks of that kind in a page.
func blocksOf(doc *html.Node, kind atom.Atom) []block {
	var out []block
	for _, b := range blocks(doc) {
		if b.kind == kind {
			out = append(out, b)
		}
	}
	return out
}

func textLen(bs []block) int {
	n := 0
	for _, b := range bs {
		n += len(b.text)
	}
	return n
}

// clone returns a deep copy of a tree.
func clone(n *html.Node) *html.Node {
	c := &html.Node{
		Type:      n.Type,
		DataAtom:  n.DataAtom,
		Data:      n.Data,
		Namespace: n.Namespace,
		Attr:      append([]html.Attribute(nil), n.Attr...),
	}
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		c.AppendChild(clone(k))
	}
	return c
}
