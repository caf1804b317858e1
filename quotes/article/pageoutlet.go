package article

import (
	"net/url"
	"strings"

	"golang.org/x/net/html/atom"
	"golang.org/x/net/publicsuffix"
)

// outlet returns the name of the site: that of the table of outlets, og:site_name, JSON-LD publisher, the end
// of the title where no address is known or it agrees with it, or the registered domain.
func (p *page) outlet() string {
	if p.url != nil {
		if name := outletOfHost(p.url.Hostname()); name != "" {
			return name
		}
	}
	for _, s := range []string{
		p.head.first("og:site_name"), p.head.ld.first("publisher"),
		p.head.first("application-name", "dc.publisher", "publisher", "twitter:app:name:iphone"),
	} {
		s, _, _ = strings.Cut(s, " | ")
		if s = filled(s); s != "" && len(s) < 80 && !strings.HasPrefix(s, "http") && !archives(s) {
			return s
		}
	}
	suffix := ""
	if m := lineShape.siteSuffix.FindStringSubmatch(p.head.title); m != nil && strings.Count(m[2], " ") < 5 {
		suffix = m[2]
	}
	if p.url == nil {
		if suffix == "" {
			return p.home()
		}
		return suffix
	}
	domain := registered(p.url.Hostname())
	label, _, _ := strings.Cut(domain, ".")
	if s, l := bare(suffix), bare(label); s != "" && l != "" && (strings.Contains(s, l) || strings.Contains(l, s)) {
		return suffix
	}
	return domain
}

// registered returns the registered domain of a host.
func registered(host string) string {
	domain, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		return host
	}
	return domain
}

// A page whose address is unknown is of the site to which at least minOwnLinks and two thirds of its whole addresses
// lead: those of its menus.
const (
	minOwnLinks = 8
	maxLinks    = 2000 // that are looked at
)

// home returns the outlet or domain to which most links of a page lead, "" where there is no such.
func (p *page) home() string {
	count, all, best := map[string]int{}, 0, ""
	for n := range p.doc.Descendants() {
		if n.DataAtom != atom.A && n.DataAtom != atom.Form || all > maxLinks {
			continue
		}
		u, err := url.Parse(
			strings.TrimSpace(attr(n, map[bool]string{true: "href", false: "action"}[n.DataAtom == atom.A])),
		)
		if err != nil || u.Hostname() == "" {
			continue
		}
		d := registered(u.Hostname())
		all++
		if count[d]++; count[d] > count[best] {
			best = d
		}
	}
	if count[best] < minOwnLinks || 3*count[best] < 2*all {
		return ""
	}
	if name := outletOfHost(best); name != "" {
		return name
	}
	return best
}

// filled returns what a page says, "" where it is only what its template left.
func filled(s string) string {
	if markup.unfilled.MatchString(s) || is("unfilled", s) {
		return ""
	}
	return s
}
