package article

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// metaDays are the meta elements that state when a page was first published, surest first.
var metaDays = []string{
	"article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished", "date.published", "published", "published_time",
	"pubdate", "pub_date", "publishdate", "publish-date", "publish_date", "publication_date", "publicationdate", "publication-date", "article.published", "article:post_date", "originalpublicationdate",
	"parsely-pub-date", "sailthru.date", "dcterms.created", "dcterms.issued", "dc.date.issued", "dc.date.created", "dc.date", "dcterms.date", "citation_publication_date", "citation_date", "ptime", "displaydate", "article_date_original",
	"cxenseparse:recs:publishtime", "rnews:datepublished", "bt:pubdate", "gentime", "date", "datecreated", "created", "dc.created", "timestamp", "og:pubdate", "article:create",
}

// metaChanged are those that state when it was last changed: better than nothing on a page that says no more.
var metaChanged = []string{"article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod", "dcterms.modified", "dc.date.modified", "modified", "revised"}

var (
	urlDay    = regexp.MustCompile(`[/_.-]((?:19|20)\d{2})[/_-](\d{1,2}|` + `jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec` + `)[/_-](\d{1,2})(?:[/_.-]|$)`)
	urlPacked = regexp.MustCompile(`(?:^|[/_-])((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[/_.-]|$)`)
	saysWhen  = regexp.MustCompile(`(?i)\b(?:publi(?:shed|é|cado|cato|ziert)|posted|veröffentlicht|erstellt|geschrieben|first|issued|date|datum|опубликовано|am|on)\b`)
	saysLater = regexp.MustCompile(`(?i)updated|modified|aktualisiert|geändert|mis à jour|actualizado|aggiornato|обновлено|last (?:update|edit|change)`)
	dateClass = regexp.MustCompile(`(?:^| |-)(?:date|dates|dateline|datetime|published?|pubdate|publication|posted|post-?date|timestamp|time|entry-date|byline|meta|post-?meta|entry-?meta|datum|created?|fecha|info|submitted|article-?info)(?: |-|$)`)
	notDated  = regexp.MustCompile(`(?:^| |-)(?:related|comments?|sidebar|widget|recent|popular|footer|nav|menu|teaser|archive|copyright|calendar|event|most-read|trending)(?: |-|$)`)
)

// published returns the day on which the page was first published, as YYYY-MM-DD, and where that was found. What machines wrote for
// machines comes first; what was changed later counts only where nothing else does.
func (p *page) published(a *Article) (day, how string) {
	dayFirst := p.dayFirst()
	for _, o := range p.articles() {
		for _, k := range []string{"datePublished", "dateCreated", "uploadDate"} {
			if d, _ := findDay(ldString(o[k]), dayFirst); d != "" {
				return d, "json-ld"
			}
		}
	}
	for _, k := range metaDays {
		if d, _ := findDay(p.first(k), dayFirst); d != "" {
			return d, "meta"
		}
	}
	if d := p.urlDay(); d != "" {
		return d, "url"
	}
	if d, how := p.markedDay(dayFirst); d != "" {
		return d, how
	}
	if d := p.printedDay(dayFirst); d != "" {
		return d, "byline"
	}
	for _, k := range metaChanged {
		if d, _ := findDay(p.first(k), dayFirst); d != "" {
			return d, "meta"
		}
	}
	if d, _ := findDay(p.ldFirst("dateModified"), dayFirst); d != "" {
		return d, "json-ld"
	}
	return "", ""
}

// dayFirst reports whether the page writes 5/6/2023 for the fifth of June: everywhere but in the United States and the Philippines.
func (p *page) dayFirst() bool {
	lang := p.lang
	if l := languageTag(p.first("og:locale")); l != "" && !strings.Contains(lang, "-") {
		lang = l
	}
	if p.url != nil && strings.HasSuffix(p.url.Hostname(), ".uk") {
		return true
	}
	return lang != "" && lang != "en" && lang != "en-US" && lang != "en-PH"
}

// urlDay returns the day in the page's address.
func (p *page) urlDay() string {
	if p.url == nil {
		return ""
	}
	for _, re := range []*regexp.Regexp{urlDay, urlPacked} {
		if m := re.FindStringSubmatch(strings.ToLower(p.url.Path)); m != nil {
			if d := civil(m[1], m[2], m[3]); d != "" {
				return d
			}
		}
	}
	return ""
}

// markedDay returns the day of an element that is marked as a date: itemprop, pubdate, <time>, <abbr>.
func (p *page) markedDay(dayFirst bool) (day, how string) {
	plain, later := "", ""
	for n := range p.doc.Descendants() {
		if n.Type != html.ElementNode || outside(n) {
			continue
		}
		prop := strings.ToLower(attr(n, "itemprop") + " " + attr(n, "property"))
		stated := attr(n, "datetime")
		if stated == "" {
			stated = attr(n, "content")
		}
		if stated == "" {
			stated = attr(n, "title")
		}
		switch {
		case strings.Contains(prop, "datepublished") || strings.Contains(prop, "datecreated") || has(n, "pubdate"):
			for _, s := range []string{stated, textOf(n)} {
				if d, _ := findDay(s, dayFirst); d != "" {
					return d, "time"
				}
			}
		case n.DataAtom == atom.Time, n.DataAtom == atom.Abbr && (strings.Contains(className(n), "published") || strings.Contains(className(n), "date")):
			d, _ := findDay(stated, dayFirst)
			if d == "" {
				d, _ = findDay(textOf(n), dayFirst)
			}
			changed := strings.Contains(prop, "modified") || strings.Contains(className(n), "updated") && !strings.Contains(className(n), "published") || saysLater.MatchString(textOf(n))
			if changed && later == "" {
				later = d
			} else if !changed && plain == "" {
				plain = d
			}
		}
	}
	if plain == "" {
		plain = later
	}
	return plain, "time"
}

// printedDay returns the day that is printed with the article: in an element named for it, after a word such as "published", or alone on a line.
func (p *page) printedDay(dayFirst bool) string {
	bestScore, best := 0, ""
	at := 0
	for n := range p.doc.Descendants() {
		if n.Type != html.TextNode || len(n.Data) < 6 || n.Parent == nil || neverText[n.Parent.DataAtom] || n.Parent.DataAtom == atom.Title {
			continue
		}
		at++
		s := oneLine(n.Data)
		d, _ := findDay(s, dayFirst)
		if len(s) < 24 && d == "" { // "June 12," and "2023" in elements of their own
			if around := textOf(n.Parent.Parent); len(around) < 120 {
				s = around
				d, _ = findDay(s, dayFirst)
			}
		}
		if d == "" || outside(n.Parent) {
			continue
		}
		score := 10
		for e, up := n.Parent, 0; e != nil && up < 3; e, up = e.Parent, up+1 {
			if dateClass.MatchString(className(e)) {
				score += 40 - 5*up
				break
			}
		}
		if saysLater.MatchString(s) {
			score -= 15
		} else if saysWhen.MatchString(s) {
			score += 20
		}
		switch {
		case len(s) < 40:
			score += 25
		case len(s) < 100:
			score += 10
		case len(s) > 200:
			score -= 5
		}
		if score > bestScore {
			bestScore, best = score, d
		}
	}
	return best
}

// outside reports whether an element stands in the furniture of a page, where dates are those of other things.
func outside(n *html.Node) bool {
	for e := n; e != nil; e = e.Parent {
		switch e.DataAtom {
		case atom.Aside, atom.Nav, atom.Footer:
			return true
		case atom.Body, atom.Article, atom.Main:
			return false
		}
		if notDated.MatchString(className(e)) {
			return true
		}
	}
	return false
}
