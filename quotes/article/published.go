package article

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pageDays finds the day on which a page was published.
type pageDays struct {
	doc   *html.Node
	url   *url.URL // of the page, nil when unknown
	head  *pageHead
	days  dayReader
	share map[*html.Node]float64 // of the text in paragraphs, by element
}

// published returns the day on which the page was first published, as YYYY-MM-DD, and where that was found. What
// machines wrote for machines comes first; the day of the last change is another, and counts for nothing. The day in
// the address and the day printed with the headline are the newsroom's own: they win over a time stamp of the day
// beside, which is the same moment in another zone. A day that cannot be one of publication gives way to the next.
func (p pageDays) published(title string) (day, how string) {
	day, how, weak := p.statedDay()
	if d := p.days.ofAddress(p.url); d != "" && (day == "" || d < day) {
		return d, "url"
	}
	shown, where, weight := shownDays{p.doc, p.share, p.days}.best(title)
	switch {
	case day != "" && where == "byline" && (weight >= surelyShown && adjacent(shown, day) || weak && weight >= headlined):
		return shown, where
	case day != "":
		return day, how
	case shown != "":
		return shown, where
	}
	if d := p.titleDay(title); d != "" {
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
func (p pageDays) statedDay() (day, how string, weak bool) {
	for _, os := range [][]map[string]any{p.head.ld.articles(), p.head.ld.objects} {
		for _, o := range os {
			for _, k := range []string{"datePublished", "dateCreated", "uploadDate"} {
				if d := p.days.stamp(ldString(o[k])); d != "" {
					return d, "json-ld", false
				}
			}
		}
		for _, k := range FieldNames("meta", "published") {
			for _, v := range p.head.meta[k] {
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
func (p pageDays) pictureDay() string {
	u, err := url.Parse(p.head.first("og:image", "twitter:image"))
	if err != nil {
		return ""
	}
	return p.days.matched(addressShape.day, strings.ToLower(u.Path))
}

// scriptDay returns the day that the data of a page's own scripts call that of publication.
func (p pageDays) scriptDay() string {
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
