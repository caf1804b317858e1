package article

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// maxByline is the longest byline, in bytes.
const maxByline = 200

// byline returns the names of the authors as the page gives them.
func (p *page) byline() string {
	stated := []string{p.head.ld.first("author")}
	for _, name := range FieldNames("meta", "byline") {
		var list []string
		for _, s := range p.head.meta[name] {
			list = append(list, names(s))
		}
		stated = append(stated, joinNames(list))
	}
	for _, s := range stated {
		if s = names(s); s != "" {
			return s
		}
	}
	return p.shownByline()
}

// shownByline returns the names that the elements of a page mark as those of its authors: of those that stand under one
// parent, all.
func (p *page) shownByline() string {
	var list []string
	var under *html.Node
	for n := range p.doc.Descendants() {
		if n.Type != html.ElementNode || !marksAuthor(n) || inSentence(n) || under != nil && n.Parent != under {
			continue
		}
		s := textOf(n)
		if name := namedIn(n); name != "" {
			s = name
		}
		if _, at := findDay(s, false); at < len(s) {
			s = lineShape.afterByline.ReplaceAllString(s[:at], "")
		}
		if s = names(s); s != "" && len(s) < 100 && strings.Count(s, " ") < 12 {
			list, under = append(list, s), n.Parent
		}
	}
	return joinNames(list)
}

// marksAuthor reports whether an element says that it holds the author.
func marksAuthor(n *html.Node) bool {
	if attr(n, "rel") == "author" || attr(n, "itemprop") == "author" {
		return true
	}
	class := className(n)
	return strings.Contains(class, "byline") || class == "author " || strings.Contains(class, "author-name")
}

// namedIn returns the text of the element below an author's that marks the name alone; "" for none.
func namedIn(n *html.Node) string {
	var list []string
	for c := range n.Descendants() {
		if c.Type != html.ElementNode {
			continue
		}
		class := strings.Fields(className(c))
		named := slices.Contains(class, "fn") || slices.Contains(class, "author-name")
		if named || attr(c, "itemprop") == "name" || attr(c, "rel") == "author" {
			list = append(list, textOf(c))
		}
	}
	return joinNames(list)
}

// names returns the names in what a page gives as its byline: without "by", addresses, and what invites the reader to
// write or to follow; "" where no name is left.
func names(s string) string {
	if len(s) >= maxByline || strings.HasPrefix(s, "@") {
		return ""
	}
	var kept []string
	for _, part := range lineShape.betweenNames.Split(s, -1) {
		part = strings.Trim(lineShape.mailAddress.ReplaceAllString(part, ""), " ,;()<>")
		part = lineShape.afterByline.ReplaceAllString(lineShape.beforeByline.ReplaceAllString(part, ""), "")
		if part == "" || strings.Contains(part, "://") || is("author-note", part) || filled(part) == "" {
			continue
		}
		if d, _ := findDay(part, false); d == "" {
			kept = append(kept, part)
		}
	}
	return joinNames(kept)
}

// joinNames joins different names with ", ".
func joinNames(list []string) string {
	var out []string
	for s := range strings.SplitSeq(strings.Join(list, ", "), ", ") {
		if s = strings.Trim(oneLine(s), " ,;"); s != "" && !slices.Contains(out, s) && len(out) < 12 {
			out = append(out, s)
		}
	}
	return strings.Join(out, ", ")
}
