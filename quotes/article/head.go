package article

import (
	"encoding/json"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/publicsuffix"
)

// newPage reads what a page's head, JSON-LD and marked elements say of it, before anything is pruned.
func newPage(doc *html.Node, fetched string) *page {
	p := &page{doc: doc, meta: map[string][]string{}, share: paragraphShare(doc)}
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
	return p
}

// address settles the page's URL: where it was fetched, else what it calls its canonical address. An address that is
// not http or https counts for nothing.
func (p *page) address(fetched string) {
	for _, s := range []string{fetched, p.canonical, p.first("og:url")} {
		u, err := url.Parse(strings.TrimSpace(s))
		if err != nil || s == "" {
			continue
		}
		if p.url != nil {
			u = p.url.ResolveReference(u)
		}
		if (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
			p.url = u
			if s != fetched && u.Path != "" && u.Path != "/" {
				return
			}
		}
	}
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

var articleType = regexp.MustCompile(`(?i)article|report|posting|liveblog|newsarticle|speech|statement|creativework`)

// articles returns the JSON-LD objects that describe an article, as they come.
func (p *page) articles() []map[string]any {
	var out []map[string]any
	for _, o := range p.ld {
		if articleType.MatchString(ldString(o["@type"])) {
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
		if s := ldString(o[name]); s != "" {
			return s
		}
	}
	return ""
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
		a.URL = p.url.String()
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

// outlet returns the name of the site: that of the table of outlets, og:site_name, JSON-LD publisher, the end
// of the title where no address is known or it agrees with it, or the registered domain.
func (p *page) outlet() string {
	if p.url != nil {
		if name := outletOfHost(p.url.Hostname()); name != "" {
			return name
		}
	}
	for _, s := range []string{p.first("og:site_name"), p.ldFirst("publisher"), p.first("application-name", "dc.publisher", "publisher", "twitter:app:name:iphone")} {
		s, _, _ = strings.Cut(s, " | ")
		if s != "" && len(s) < 80 && !strings.HasPrefix(s, "http") {
			return s
		}
	}
	suffix := ""
	if m := siteSuffix.FindStringSubmatch(p.title); m != nil && strings.Count(m[2], " ") < 5 {
		suffix = m[2]
	}
	if p.url == nil {
		return suffix
	}
	domain, err := publicsuffix.EffectiveTLDPlusOne(p.url.Hostname())
	if err != nil {
		domain = p.url.Hostname()
	}
	label, _, _ := strings.Cut(domain, ".")
	if s, l := bare(suffix), bare(label); s != "" && l != "" && (strings.Contains(s, l) || strings.Contains(l, s)) {
		return suffix
	}
	return domain
}

var siteSuffix = regexp.MustCompile(`^(.{12,}?)\s+(?:[|·•»]|[-–—]|::)\s+(.{2,50})$`)

// headline returns the article's title without the site's name.
func (p *page) headline(outlet string) string {
	og, ld := p.first("og:title", "twitter:title", "dc.title"), p.ldFirst("headline")
	for _, h := range p.h1 { // the heading as printed, where the head knows it too
		if len(h) > 10 && (strings.Contains(bare(og), bare(h)) || sameWords(h, ld) || strings.HasPrefix(bare(p.title), bare(h))) {
			return h
		}
	}
	best := ""
	printed := ""
	if len(p.h1) > 0 {
		printed = p.h1[0]
	}
	for _, t := range []string{og, ld, printed, p.title} {
		if t != "" {
			best = t
			break
		}
	}
	if m := siteSuffix.FindStringSubmatch(best); m != nil {
		tail := bare(m[2])
		if o := bare(outlet); o != "" && (strings.Contains(tail, o) || strings.Contains(o, tail)) || best == p.title {
			best = m[1]
		}
	}
	return best
}

var byPrefix = regexp.MustCompile(`(?i)^(?:by|von|par|por|di|written by|posted by|author:?)\s+`)

// byline returns the names of the authors as the page gives them.
func (p *page) byline() string {
	for _, s := range []string{p.ldFirst("author"), p.first("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "twitter:creator")} {
		if s = byPrefix.ReplaceAllString(s, ""); s != "" && len(s) < 200 && !strings.Contains(s, "://") && !strings.HasPrefix(s, "@") {
			return s
		}
	}
	for n := range p.doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		class := className(n)
		if attr(n, "rel") == "author" || attr(n, "itemprop") == "author" || strings.Contains(class, "byline") || class == "author " || strings.Contains(class, "author-name") {
			s := byPrefix.ReplaceAllString(textOf(n), "")
			if _, at := findDay(s, false); at < len(s) {
				s = strings.TrimRight(s[:at], " -–—|,•·")
			}
			if s != "" && len(s) < 100 && strings.Count(s, " ") < 12 {
				return s
			}
		}
	}
	return ""
}

// maxShort is how much of an element is read for a title, a name or a date, in bytes.
const maxShort = 2000

// textOf returns the text below a node on one line, the first of it where it is long.
func textOf(n *html.Node) string { return firstOf(n, maxShort) }

// firstOf returns the text below a node on one line, not much more than the first n bytes of it.
func firstOf(node *html.Node, n int) string {
	var b strings.Builder
	for d := range node.Descendants() {
		if d.Type == html.TextNode && (d.Parent == nil || !neverText[d.Parent.DataAtom]) {
			b.WriteString(cut(d.Data, n))
			b.WriteByte(' ')
			if b.Len() > n {
				break
			}
		}
	}
	return oneLine(b.String())
}
