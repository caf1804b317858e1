package article

import (
	"fmt"
	"strings"
)

// minHeadline is the fewest words of a linked headline, outside the menus of a page.
const minHeadline = 6

// fitCheck tells by all that a page shows whether it is that of one article.
type fitCheck struct {
	shown      []block // all of the page
	front      string  // the sign that its body is a list of articles, "" for none
	restricted bool    // the page says that it is not for all
}

// refuse refuses a page whose body is a list of articles, or no more than the first lines of one, and a wall that
// has no body.
func (f fitCheck) refuse(a *Article) error {
	if a.Text == "" {
		return f.bare()
	}
	if err := f.headed(a.Text); err != nil {
		return err
	}
	if n := f.linkedHeadlines(); n >= minListed && len(a.Text) < minBody {
		return &Refusal{"front", fmt.Sprintf("%d linked headlines", n)}
	}
	if f.front != "" && len(a.Text) < maxWall {
		return &Refusal{"front", f.front}
	}
	if a.Partial = f.partial(a.Text); a.Partial != "" && len(a.Text) < minBody {
		return &Refusal{"paywall", a.Partial}
	}
	return nil
}

// linkedHeadlines returns how many headlines a page shows that are links.
func (f fitCheck) linkedHeadlines() int {
	n := 0
	for _, b := range f.shown {
		if b.link() > 0.85 && strings.Count(b.text, " ") >= minHeadline-1 && len(b.text) < 250 {
			n++
		}
	}
	return n
}

// partial returns the sign by which a page with a short text says that it shows the beginning of an article only,
// "" for none.
func (f fitCheck) partial(text string) string {
	if len(text) > maxStub {
		return ""
	}
	for _, b := range f.shown {
		if phrase := signsIn(b.text)["paywall"]; phrase != "" && len(b.text) < maxNotice {
			return "“" + phrase + "”"
		}
	}
	if f.restricted {
		return "isAccessibleForFree: false"
	}
	return ""
}

// bare refuses a wall by all that its page shows.
func (f fitCheck) bare() error {
	var all []string
	for _, b := range f.shown {
		all = append(all, b.text)
	}
	return wall(all)
}

// headed refuses the page of a missing article and a check for robots by their headings; a banner about cookies has
// one on any page.
func (f fitCheck) headed(text string) error {
	if len(text) > maxStub {
		return nil
	}
	for _, b := range f.shown {
		if !b.heading() {
			continue
		}
		if kind := lexicon().signs.titles[plainWords(b.text)]; kind == "missing" || kind == "robots" {
			return &Refusal{kind, "“" + b.text + "”"}
		}
	}
	return nil
}
