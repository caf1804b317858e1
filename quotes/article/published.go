package article

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// published returns the day on which the page was first published, as YYYY-MM-DD, and where that was found. What
// machines wrote for machines comes first; the day of the last change is another, and counts for nothing. The day in
// the address and the day printed with the headline are the newsroom's own: they win over a time stamp of the day
// beside, which is the same moment in another zone. A day that cannot be one of publication gives way to the next.
func (p *page) published(a *Article) (day, how string) {
	day, how, weak := p.statedDay()
	if d := p.urlDay(); d != "" && (day == "" || d < day) {
		return d, "url"
	}
	shown, where, weight := p.shownDay(a.Title)
	switch {
	case day != "" && where == "byline" && (weight >= surelyShown && adjacent(shown, day) || weak && weight >= headlined):
		return shown, where
	case day != "":
		return day, how
	case shown != "":
		return shown, where
	}
	if d := p.titleDay(a.Title); d != "" {
		return d, "title"
	}
	if d := p.scriptDay(); d != "" {
		return d, "script"
	}
	if d := p.pictureDay(); d != "" {
		return d, "picture"
	}
	return "", ""
}

// statedDay returns the day of publication that JSON-LD or a meta element states, and whether that is a day of the page
// or the document, whichever that is: a day that is shown with the headline tells more.
func (p *page) statedDay() (day, how string, weak bool) {
	for _, os := range [][]map[string]any{p.articles(), p.ld} {
		for _, o := range os {
			for _, k := range []string{"datePublished", "dateCreated", "uploadDate"} {
				if d := p.days.stamp(ldString(o[k])); d != "" {
					return d, "json-ld", false
				}
			}
		}
		for _, k := range FieldNames("meta", "published") {
			for _, v := range p.meta[k] {
				if d := p.days.stamp(v); d != "" {
					return d, "meta", slices.Contains(FieldNames("meta", "page day"), k)
				}
			}
		}
	}
	return "", "", false
}

// pictureDay returns the day in the address of the picture with which a page is shared, where it stands in folders of
// its own: that of its upload.
func (p *page) pictureDay() string {
	u, err := url.Parse(p.first("og:image", "twitter:image"))
	if err != nil {
		return ""
	}
	return p.days.matched(addressShape.day, strings.ToLower(u.Path))
}

// scriptDay returns the day that the data of a page's own scripts call that of publication.
func (p *page) scriptDay() string {
	for n := range p.doc.Descendants() {
		if n.Type != html.TextNode || n.Parent == nil || n.Parent.DataAtom != atom.Script {
			continue
		}
		for _, m := range markup.scriptDay.FindAllStringSubmatch(n.Data, 8) {
			if d := p.days.stamp(m[1]); d != "" {
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
	for _, re := range []*regexp.Regexp{addressShape.day, addressShape.packedDay} {
		if d := p.days.matched(re, path); d != "" {
			return d
		}
	}
	if m := addressShape.turnedDay.FindStringSubmatch(path); m != nil {
		if d := civil(m[3], m[2], m[1]); p.days.may(d) {
			return d
		}
	}
	return ""
}
