package article

import (
	"strings"

	"golang.org/x/net/html"
)

// maxShort is how much of an element is read for a title, a name or a date, in bytes.
const maxShort = 2000

// textOf returns the text below a node on one line, the first of it where it is long.
func textOf(n *html.Node) string { return firstOf(n, maxShort) }

// firstOf returns the text below a node on one line, not much more than the first n bytes of it.
func firstOf(node *html.Node, n int) string {
	var b strings.Builder
	for d := range node.Descendants() {
		if d.Type == html.TextNode && (d.Parent == nil || !elements.silent[d.Parent.DataAtom]) {
			b.WriteString(cut(d.Data, n))
			b.WriteByte(' ')
			if b.Len() > n {
				break
			}
		}
	}
	return oneLine(b.String())
}
