package article

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pageHead is what the head of a page says of it, in elements, and its headings.
type pageHead struct {
	meta      map[string][]string // content of meta elements by lower-case name, property or itemprop
	ld        linkedData
	lang      string // BCP 47
	title     string // of the title element
	h1        []string
	canonical string
}

// headOf reads the head of a page.
func headOf(doc *html.Node) *pageHead {
	h := &pageHead{meta: map[string][]string{}}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			h.read(n)
		}
	}
	return h
}

// read reads an element.
func (h *pageHead) read(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		h.lang = languageTag(attr(n, "lang"))
	case atom.Title:
		if h.title == "" {
			h.title = firstOf(n, MaxField+64)
		}
	case atom.H1:
		h.h1 = append(h.h1, textOf(n))
	case atom.Meta:
		for _, key := range []string{"name", "property", "itemprop", "http-equiv"} {
			if k := strings.ToLower(attr(n, key)); k != "" {
				h.meta[k] = append(h.meta[k], oneLine(fieldOf(attr(n, "content"))))
			}
		}
	case atom.Link:
		if attr(n, "rel") == "canonical" && h.canonical == "" {
			h.canonical = fieldOf(attr(n, "href"))
		}
	case atom.Script:
		if strings.Contains(attr(n, "type"), "ld+json") && n.FirstChild != nil {
			h.ld.add(n.FirstChild.Data)
		}
	}
}

// forget drops what the head states, where that is another page's.
func (h *pageHead) forget() { h.meta, h.ld = map[string][]string{}, linkedData{} }

// language is the language that a page states, as BCP 47; "" for none.
func (h *pageHead) language() string {
	if h.lang != "" {
		return h.lang
	}
	return languageTag(h.first("og:locale", "content-language", "language", "dc.language"))
}

// first returns the first meta element of those names that says something.
func (h *pageHead) first(names ...string) string {
	for _, n := range names {
		for _, v := range h.meta[n] {
			if v != "" {
				return v
			}
		}
	}
	return ""
}

// headline returns the article's title without the site's name.
func (h *pageHead) headline(outlet string) string {
	og, ld := filled(h.first("og:title", "twitter:title", "dc.title")), filled(h.ld.first("headline"))
	for _, heading := range h.h1 { // the heading as printed, where the head knows it too
		known := strings.Contains(bare(og), bare(heading)) || sameWords(heading, ld) ||
			strings.HasPrefix(bare(h.title), bare(heading))
		if known && len(heading) > 10 {
			return heading
		}
	}
	best := ""
	printed := ""
	if len(h.h1) > 0 {
		printed = h.h1[0]
	}
	for _, t := range []string{og, ld, printed, h.title} {
		if filled(t) != "" {
			best = t
			break
		}
	}
	if m := lineShape.siteSuffix.FindStringSubmatch(best); m != nil {
		tail := bare(m[2])
		if o := bare(outlet); o != "" && (strings.Contains(tail, o) || strings.Contains(o, tail)) || best == h.title {
			best = m[1]
		}
	}
	return best
}

// onArchive reports whether the head of a page calls it one of an archive.
func (h *pageHead) onArchive() bool {
	for _, s := range []string{h.canonical, h.first("og:url")} {
		if u, err := url.Parse(s); err == nil && archives(u.Hostname()) {
			return true
		}
	}
	return archives(h.first("og:site_name"))
}

// dayFirst reports whether a page at that address, nil for none, writes 5/6/2023 for the fifth of June:
// everywhere but in the United States and the Philippines.
func (h *pageHead) dayFirst(at *url.URL) bool {
	lang := h.lang
	if l := languageTag(h.first("og:locale")); l != "" && !strings.Contains(lang, "-") {
		lang = l
	}
	if at != nil && strings.HasSuffix(at.Hostname(), ".uk") {
		return true
	}
	return lang != "" && lang != "en" && lang != "en-US" && lang != "en-PH"
}
