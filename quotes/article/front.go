package article

import (
	"fmt"
	"strings"
)

// A list of articles has at least minListed headlines that are links with a teaser below, of at most maxTeaser
// paragraphs; or it is linked as a whole, in at least minCards pieces.
const (
	minListed = 4
	maxTeaser = 2
	minCards  = 8
	cardShare = 0.8
)

// listed returns the number of linked headlines where the blocks are a list of articles, 0 where they are not.
// Links in a row, as below an article, are no such list.
func listed(bs []block) int {
	teased, cards, run, longest, link := 0, 0, 0, 0, false
	linked, all := 0, 0
	for _, b := range bs {
		all += len(b.text)
		linked += b.linked
		if b.link() > 0.6 && strings.Count(b.text, " ") >= 2 && len(b.text) < 250 {
			link, run = true, 0
			cards++
			continue
		}
		if len(b.text) < 25 { // a day, a section
			continue
		}
		if link {
			teased++
		}
		link = false
		run++
		longest = max(longest, run)
	}
	switch {
	case teased >= minListed && longest <= maxTeaser:
		return teased
	case cards >= minCards && float64(linked) > cardShare*float64(all):
		return cards
	}
	return 0
}

// minHeadline is the fewest words of a linked headline, outside the menus of a page.
const minHeadline = 6

// linkedHeadlines returns how many headlines a page shows that are links.
func (p *page) linkedHeadlines() int {
	n := 0
	for _, b := range p.shown {
		if b.link() > 0.85 && strings.Count(b.text, " ") >= minHeadline-1 && len(b.text) < 250 {
			n++
		}
	}
	return n
}

// partial returns the sign by which a page with a short text says that it shows the beginning of an article only,
// "" for none.
func (p *page) partial(text string) string {
	if len(text) > maxStub {
		return ""
	}
	for _, b := range p.shown {
		if phrase := signsIn(b.text)["paywall"]; phrase != "" && len(b.text) < maxNotice {
			return "“" + phrase + "”"
		}
	}
	for _, o := range p.articles() {
		if free := o["isAccessibleForFree"]; free == false || free == "False" || free == "false" {
			return "isAccessibleForFree: false"
		}
	}
	return ""
}

// unfit refuses a page whose body is a list of articles, or no more than the first lines of one, and a wall that
// has no body.
func (p *page) unfit(a *Article) error {
	if a.Text == "" {
		return p.bare()
	}
	if err := p.headed(a.Text); err != nil {
		return err
	}
	if n := p.linkedHeadlines(); n >= minListed && len(a.Text) < minBody {
		return &Refusal{"front", fmt.Sprintf("%d linked headlines", n)}
	}
	if p.front != "" && len(a.Text) < maxWall {
		return &Refusal{"front", p.front}
	}
	if a.Partial = p.partial(a.Text); a.Partial != "" && len(a.Text) < minBody {
		return &Refusal{"paywall", a.Partial}
	}
	return nil
}

// bare refuses a wall by all that its page shows.
func (p *page) bare() error {
	var all []string
	for _, b := range p.shown {
		all = append(all, b.text)
	}
	return wall(all)
}

// headed refuses the page of a missing article and a check for robots by their headings; a banner about cookies has
// one on any page.
func (p *page) headed(text string) error {
	if len(text) > maxStub {
		return nil
	}
	for _, b := range p.shown {
		if !b.heading() {
			continue
		}
		if kind := lexicon().signs.titles[plainWords(b.text)]; kind == "missing" || kind == "robots" {
			return &Refusal{kind, "“" + b.text + "”"}
		}
	}
	return nil
}
