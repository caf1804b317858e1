package article

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// keepShare is the share of a page's paragraph text that an element may hold and still be pruned by its name: a class
// such as "has-sidebar" on the body must not cost the article.
const keepShare = 0.3

// prune takes out of a page what its elements, roles and class names say is no part of an article, unless it holds a
// large share of the page's text.
func prune(doc *html.Node, share map[*html.Node]float64) {
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; {
			next := c.NextSibling
			switch {
			case c.Type == html.CommentNode, c.Type == html.ElementNode && elements.silent[c.DataAtom],
				c.Type == html.ElementNode && furniture(c) && share[c] < keepShare:
				n.RemoveChild(c)
			default:
				walk(c)
			}
			c = next
		}
	}
	walk(doc)
}

// furniture reports whether an element says that it is no part of the article.
func furniture(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.Article, atom.P, atom.Head:
		class := className(n)
		return n.DataAtom == atom.P && markup.furnitureClass.MatchString(class) && !strings.Contains(class, "bio")
	}
	if elements.framing[n.DataAtom] || elements.framingRole[attr(n, "role")] || has(n, "hidden") ||
		attr(n, "aria-hidden") == "true" ||
		markup.hiddenStyle.MatchString(attr(n, "style")) {
		return true
	}
	return markup.furnitureClass.MatchString(className(n))
}

// className returns the class and id attributes of an element in lower case, camelCase and "_" turned to "-".
func className(n *html.Node) string {
	class, id := attr(n, "class"), attr(n, "id")
	if class == "" && id == "" {
		return ""
	}
	var b strings.Builder
	last := ' '
	for _, r := range class + " " + id {
		switch {
		case unicode.IsUpper(r):
			if unicode.IsLower(last) {
				b.WriteByte('-')
			}
			b.WriteRune(unicode.ToLower(r))
		case r == '_' || r == ':' || r == '/' || r == '.':
			b.WriteByte('-')
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
		last = r
	}
	return strings.ReplaceAll(b.String(), "--", "-")
}

// paragraphShare returns, for every element, which share of the text in the page's paragraphs it holds. Pages without
// <p> are measured by all their text.
func paragraphShare(doc *html.Node) map[*html.Node]float64 {
	count := map[*html.Node]int{}
	var walk func(n *html.Node, in bool, only bool) int
	walk = func(n *html.Node, in, only bool) int {
		if n.Type == html.TextNode {
			if in || !only {
				return len(strings.TrimSpace(n.Data))
			}
			return 0
		}
		if n.Type == html.ElementNode && elements.silent[n.DataAtom] {
			return 0
		}
		sum := 0
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			sum += walk(c, in || n.DataAtom == atom.P, only)
		}
		if n.Type == html.ElementNode {
			count[n] = sum
		}
		return sum
	}
	total := walk(doc, false, true)
	if total < 500 {
		total = walk(doc, false, false)
	}
	share := make(map[*html.Node]float64, len(count))
	for n, c := range count {
		share[n] = float64(c) / float64(max(1, total))
	}
	return share
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}
