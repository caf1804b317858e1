package article

import (
	"encoding/json"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// newPage reads what a page's head, JSON-LD and marked elements say of it, before anything is pruned.
func newPage(doc *html.Node, fetched string, days dayReader) *page {
	p := &page{doc: doc, meta: map[string][]string{}, share: paragraphShare(doc), days: days}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			p.lang = languageTag(attr(n, "lang"))
		case atom.Title:
			if p.title == "" {
				p.title = firstOf(n, MaxField+64)
			}
		case atom.H1:
			p.h1 = append(p.h1, textOf(n))
		case atom.Meta:
			for _, key := range []string{"name", "property", "itemprop", "http-equiv"} {
				if k := strings.ToLower(attr(n, key)); k != "" {
					p.meta[k] = append(p.meta[k], oneLine(fieldOf(attr(n, "content"))))
				}
			}
		case atom.Link:
			if attr(n, "rel") == "canonical" && p.canonical == "" {
				p.canonical = fieldOf(attr(n, "href"))
			}
		case atom.Script:
			if strings.Contains(attr(n, "type"), "ld+json") && n.FirstChild != nil {
				p.addLD(n.FirstChild.Data)
			}
		}
	}
	p.address(fetched)
	p.withoutArchive()
	p.days.dayFirst = p.dayFirst()
	return p
}

// maxLD is how much JSON-LD of a page is read, in bytes: decoded, it takes up to fifty times as much.
const maxLD = 2 << 20

// addLD adds the objects of one JSON-LD script, graphs and lists flattened to a depth of 6. What is beyond [maxLD]
// is passed over.
func (p *page) addLD(script string) {
	if p.ldBytes += len(script); p.ldBytes > maxLD {
		return
	}
	var v any
	script = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(script), "<!--"), "-->")
	script = strings.TrimSuffix(strings.TrimSpace(script), ";")
	if json.Unmarshal([]byte(script), &v) != nil {
		if json.Unmarshal([]byte(oneLine(script)), &v) != nil { // raw line ends in strings are common
			return
		}
	}
	var add func(any, int)
	add = func(v any, depth int) {
		if depth > 6 {
			return
		}
		switch v := v.(type) {
		case []any:
			for _, e := range v {
				add(e, depth+1)
			}
		case map[string]any:
			p.ld = append(p.ld, v)
			for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart"} {
				add(v[k], depth+1)
			}
		}
	}
	add(v, 0)
}

// articles returns the JSON-LD objects that describe an article, as they come.
func (p *page) articles() []map[string]any {
	var out []map[string]any
	for _, o := range p.ld {
		if markup.articleType.MatchString(ldString(o["@type"])) {
			out = append(out, o)
		}
	}
	return out
}

// ldString returns a JSON-LD value as text: a string, the name of a thing, or those of a list with ", " between them.
func ldString(v any) string {
	switch v := v.(type) {
	case string:
		return oneLine(html.UnescapeString(fieldOf(v)))
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case map[string]any:
		return ldString(v["name"])
	case []any:
		var parts []string
		for _, e := range v[:min(len(v), 12)] {
			if s := ldString(e); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, ", ")
	}
	return ""
}

// first returns the first meta element of those names that says something.
func (p *page) first(names ...string) string {
	for _, n := range names {
		for _, v := range p.meta[n] {
			if v != "" {
				return v
			}
		}
	}
	return ""
}

// ldFirst returns what the JSON-LD articles say under a name.
func (p *page) ldFirst(name string) string {
	for _, o := range p.articles() {
		if s := ldString(p.referred(o[name], 0)); s != "" {
			return s
		}
	}
	return ""
}

// referred returns a JSON-LD value with the things in it that are only named by their @id.
func (p *page) referred(v any, depth int) any {
	switch v := v.(type) {
	case []any:
		out := make([]any, 0, len(v))
		for _, e := range v[:min(len(v), 12)] {
			out = append(out, p.referred(e, depth+1))
		}
		return out
	case map[string]any:
		id, ok := v["@id"].(string)
		if _, named := v["name"]; !ok || named || depth > 6 {
			return v
		}
		for _, o := range p.ld {
			if _, named := o["name"]; named && o["@id"] == id {
				return o
			}
		}
	}
	return v
}

// statedBody returns the articleBody of the page's JSON-LD, one paragraph a line.
func (p *page) statedBody() string {
	for _, o := range p.articles() {
		s, ok := o["articleBody"].(string)
		if !ok || s == "" {
			continue
		}
		var lines []string
		for l := range strings.SplitSeq(html.UnescapeString(s), "\n") {
			if l = oneLine(l); l != "" {
				lines = append(lines, l)
			}
		}
		return strings.Join(lines, "\n")
	}
	return ""
}

// fill sets what the page says of itself: title, byline, outlet, language, URL, and the day it was published.
func (p *page) fill(a *Article) {
	if p.url != nil {
		a.URL = withoutTracking(p.url.String())
	}
	a.Language = p.lang
	if a.Language == "" {
		a.Language = languageTag(p.first("og:locale", "content-language", "language", "dc.language"))
	}
	a.Outlet = p.outlet()
	a.Title = p.headline(a.Outlet)
	a.Byline = p.byline()
	a.Published, a.PublishedHow = p.published(a)
}

// headline returns the article's title without the site's name.
func (p *page) headline(outlet string) string {
	og, ld := filled(p.first("og:title", "twitter:title", "dc.title")), filled(p.ldFirst("headline"))
	for _, h := range p.h1 { // the heading as printed, where the head knows it too
		if len(h) > 10 &&
			(strings.Contains(bare(og), bare(h)) || sameWords(h, ld) || strings.HasPrefix(bare(p.title), bare(h))) {
			return h
		}
	}
	best := ""
	printed := ""
	if len(p.h1) > 0 {
		printed = p.h1[0]
	}
	for _, t := range []string{og, ld, printed, p.title} {
		if filled(t) != "" {
			best = t
			break
		}
	}
	if m := lineShape.siteSuffix.FindStringSubmatch(best); m != nil {
		tail := bare(m[2])
		if o := bare(outlet); o != "" && (strings.Contains(tail, o) || strings.Contains(o, tail)) || best == p.title {
			best = m[1]
		}
	}
	return best
}

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
