package article

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// original returns the address of which an address of an archive holds a copy; others as they are.
func original(address string) string {
	for range 3 {
		m := addressShape.archived.FindStringSubmatch(strings.TrimSpace(address))
		if m == nil {
			break
		}
		scheme, rest, _ := strings.Cut(m[1], ":")
		address = scheme + "://" + strings.TrimLeft(rest, "/")
	}
	return address
}

// archives reports whether a host is that of an archive of others' pages.
func archives(host string) bool {
	host = strings.ToLower(host)
	return slices.ContainsFunc(lexicon().phrases["archive"], func(h string) bool {
		return host == h || strings.HasSuffix(host, "."+h)
	})
}

// address settles the page's URL: where it was fetched, else what it calls its canonical address, else where a browser
// notes that it saved it from. That of an archived copy is that of its original. An address that is not http or https
// counts for nothing.
func (p *page) address(fetched string) {
	fetched = original(fetched)
	for _, s := range []string{fetched, p.head.canonical, p.head.first("og:url"), p.savedFrom()} {
		s = original(strings.TrimSpace(s))
		u, err := url.Parse(s)
		if err != nil || s == "" {
			continue
		}
		if p.url != nil {
			u = p.url.ResolveReference(u)
		}
		switch {
		case u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || archives(u.Hostname()):
		case s == fetched:
			p.url = u
		case p.url == nil || u.Path != "" && u.Path != "/":
			p.url = u
			if u.Path != "" && u.Path != "/" {
				return
			}
		}
	}
}

// savedFrom returns the address that a saved copy names as that of its original: in a comment of the program that saved
// it, or in the form of an archive. "" where there is none.
func (p *page) savedFrom() string {
	seen := 0
	for n := range p.doc.Descendants() {
		switch {
		case n.Type == html.CommentNode:
			if seen++; seen > 200 {
				return ""
			}
			c := cut(n.Data, maxShort)
			if m := addressShape.saved.FindStringSubmatch(c); m != nil {
				return m[1]
			}
			if m := addressShape.mirrored.FindStringSubmatch(c); m != nil {
				return "http://" + m[1]
			}
		case n.DataAtom == atom.Link && attr(n, "rel") == "bookmark":
			if at := original(attr(n, "href")); at != attr(n, "href") {
				return at
			}
		case n.DataAtom == atom.Input && attr(n, "name") == "q" && p.head.onArchive():
			if v := attr(n, "value"); strings.HasPrefix(v, "http") {
				return v
			}
		}
	}
	return ""
}

// withoutArchive takes what an archive has added to a page out of it: its bar and, where the head is its own too, what
// that says of days and site.
func (p *page) withoutArchive() {
	own := archives(p.head.first("og:site_name"))
	if own {
		p.head.forget()
	}
	var bars []*html.Node
	for n := range p.doc.Descendants() {
		if id := attr(n, "id"); strings.HasPrefix(id, "wm-ipp") || id == "donato" || id == "HEADER" && own {
			bars = append(bars, n)
		}
	}
	for _, n := range bars {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}
