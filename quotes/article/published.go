package article

import (
	"regexp"
	"strings"
	"time"

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
	urlTurned = regexp.MustCompile(`[/_~-](\d{2})-(\d{2})-((?:19|20)\d{2})(?:[/_.-]|$)`)
	scriptKey = regexp.MustCompile(`(?i)\\?"(?:date_?published|first_?published(?:_?at|_?date)?|published_?(?:at|date|time|on)|publish_?(?:date|time)|publication_?date|pub_?date)\\?"\s*:\s*\\?"([^"\\]{8,40})`)
	saysWhen  = regexp.MustCompile(`(?i)\b(?:publi(?:shed|é|cado|cato|ziert)|posted|veröffentlicht|erstellt|geschrieben|first|issued|date|datum|опубликовано|am|on)\b`)
	saysLater = regexp.MustCompile(`(?i)updated|modified|aktualisiert|geändert|mis à jour|actualizado|aggiornato|обновлено|last (?:update|edit|change)`)
	dateClass = regexp.MustCompile(`(?:^| |-)(?:date|dates|dateline|datetime|published?|pubdate|publication|posted|post-?date|timestamp|time|entry-date|byline|meta|post-?meta|entry-?meta|datum|created?|fecha|info|submitted|article-?info)(?: |-|$)`)
	notDated  = regexp.MustCompile(`(?:^| |-)(?:related|comments?|sidebar|recent|popular|footer|nav|menu|teaser|archive|copyright|calendar|event|most-read|trending)(?: |-|$)`)
)

// published returns the day on which the page was first published, as YYYY-MM-DD, and where that was found. What
// machines wrote for machines comes first; what was changed later counts only where nothing else does. The day in the
// address and the day printed with the headline are the newsroom's own: they win over a time stamp of the day beside,
// which is the same moment in another zone.
func (p *page) published(a *Article) (day, how string) {
	dayFirst := p.dayFirst()
	day, how = p.statedDay(dayFirst)
	if d := p.urlDay(); d != "" && (day == "" || d < day) {
		return d, "url"
	}
	shown, where, weight := p.shownDay(a.Title, dayFirst)
	switch {
	case day != "" && where == "byline" && weight >= surelyShown && adjacent(shown, day):
		return shown, where
	case day != "":
		return day, how
	case shown != "":
		return shown, where
	}
	if d := p.scriptDay(dayFirst); d != "" {
		return d, "script"
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

// statedDay returns the day of publication that JSON-LD or a meta element states.
func (p *page) statedDay(dayFirst bool) (day, how string) {
	for _, os := range [][]map[string]any{p.articles(), p.ld} {
		for _, o := range os {
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
	}
	return "", ""
}

// scriptDay returns the day that the data of a page's own scripts call that of publication.
func (p *page) scriptDay(dayFirst bool) string {
	for n := range p.doc.Descendants() {
		if n.Type != html.TextNode || n.Parent == nil || n.Parent.DataAtom != atom.Script {
			continue
		}
		if m := scriptKey.FindStringSubmatch(n.Data); m != nil {
			if d, _ := findDay(m[1], dayFirst); d != "" {
				return d
			}
		}
	}
	return ""
}

// dayFirst reports whether the page writes 5/6/2023 for the fifth of June: everywhere but in the United States and
// the Philippines.
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
	path := strings.ToLower(p.url.Path)
	for _, re := range []*regexp.Regexp{urlDay, urlPacked} {
		if m := re.FindStringSubmatch(path); m != nil {
			if d := civil(m[1], m[2], m[3]); d != "" {
				return d
			}
		}
	}
	if m := urlTurned.FindStringSubmatch(path); m != nil {
		return civil(m[3], m[2], m[1])
	}
	return ""
}

// shownDay returns the day that the page shows its reader as that of publication, and "time" or "byline" as it is
// marked up for machines or not. Every text with a day in it is weighed: by its mark-up and its element's name, by
// words such as "published" and "updated", by how much else stands in it, and by how near the headline it is.
func (p *page) shownDay(title string, dayFirst bool) (day, how string, weight int) {
	best, at, headline := 0, 0, -1
	for n := range p.doc.Descendants() {
		switch {
		case n.Type == html.TextNode && strings.TrimSpace(n.Data) != "":
			at++
		case n.Type == html.ElementNode && n.DataAtom == atom.H1 && (headline < 0 || sameWords(textOf(n), title)):
			headline = at
		}
	}
	at = 0
	weighed := 0
	for n := range p.doc.Descendants() {
		if n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" {
			at++
		}
		d, score, found := p.weigh(n, dayFirst)
		if d == "" {
			continue
		}
		if weighed++; weighed > maxWeighed {
			break
		}
		if headline >= 0 && at-headline <= nearHeadline && headline-at <= nearHeadline {
			score += 25
		}
		if score > best {
			best, day, how = score, d, found
		}
	}
	return day, how, best
}

// surelyShown is the weight from which a day that is shown is taken for that of publication against a time stamp of
// the day beside.
const surelyShown = 75

// adjacent reports whether two days as YYYY-MM-DD follow each other, in either order.
func adjacent(a, b string) bool {
	x, err := time.Parse(time.DateOnly, a)
	y, err2 := time.Parse(time.DateOnly, b)
	d := x.Sub(y)
	return err == nil && err2 == nil && (d == 24*time.Hour || d == -24*time.Hour)
}

// maxWeighed is how many days of a page are weighed: an article's own is among the first.
const maxWeighed = 2000

// nearHeadline is how many pieces of text may lie between a headline and its date.
const nearHeadline = 12

// weigh returns the day that a node shows, how it is marked, and how likely it is that of publication; a higher
// weight is likelier.
func (p *page) weigh(n *html.Node, dayFirst bool) (day string, weight int, how string) {
	var text string
	e := n
	switch {
	case n.Type == html.ElementNode:
		if weight = markedWeight(n); weight == 0 {
			return "", 0, ""
		}
		how = "time"
		for _, s := range []string{attr(n, "datetime"), attr(n, "content"), attr(n, "title"), textOf(n)} {
			if day, _ = findDay(s, dayFirst); day != "" {
				break
			}
		}
		text = textOf(n)
	case n.Type == html.TextNode && len(n.Data) > 2 && len(n.Data) < maxShort && n.Parent != nil && !neverText[n.Parent.DataAtom] && n.Parent.DataAtom != atom.Title:
		e, how, weight, text = n.Parent, "byline", 10, oneLine(n.Data)
		day, _ = findDay(text, dayFirst)
		if day == "" && len(text) < 24 && e.Parent != nil && few(e.Parent) { // "June 12," and "2023" in elements of their own
			if around := textOf(e.Parent); len(around) < 120 {
				day, _ = findDay(around, dayFirst)
			}
		}
	}
	if day == "" || p.outside(e) {
		return "", 0, ""
	}
	if datelined.MatchString(text) {
		how = "dateline"
	}
	for up := 0; e != nil && up < 3; e, up = e.Parent, up+1 {
		if dateClass.MatchString(className(e)) {
			weight += 30 - 5*up
			break
		}
	}
	switch {
	case len(text) < 40:
		weight += 25
	case len(text) < 100:
		weight += 10
	case len(text) > 200:
		weight -= 5
	}
	_, at := findDay(text, dayFirst)
	if m := saysLater.FindStringIndex(text); m != nil && m[0] < at {
		weight -= 25
	} else if saysWhen.MatchString(text) {
		weight += 20
	}
	return day, weight, how
}

// markedWeight returns the weight of an element that is marked up as a date, 0 for any other.
func markedWeight(n *html.Node) int {
	prop := strings.ToLower(attr(n, "itemprop") + " " + attr(n, "property"))
	switch {
	case strings.Contains(prop, "datepublished") || strings.Contains(prop, "datecreated") || has(n, "pubdate"):
		return 90
	case strings.Contains(prop, "modified"):
		return 30
	case n.DataAtom == atom.Time:
		return 50
	case n.DataAtom == atom.Abbr && dateClass.MatchString(className(n)):
		return 60
	}
	return 0
}

// few reports whether an element has few enough children to be a date in pieces.
func few(n *html.Node) bool {
	children := 0
	for range n.ChildNodes() {
		if children++; children > 12 {
			return false
		}
	}
	return true
}

// outside reports whether an element stands in the furniture of a page, where dates are those of other things.
func (p *page) outside(n *html.Node) bool {
	for e := n; e != nil && e.DataAtom != atom.Body; e = e.Parent {
		if p.share[e] > keepShare {
			return false
		}
		if e.DataAtom == atom.Aside || e.DataAtom == atom.Nav || e.DataAtom == atom.Footer || notDated.MatchString(className(e)) {
			return true
		}
	}
	return false
}
