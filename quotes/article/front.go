package article

import (
	"fmt"
	"strings"
)

// A list of articles has at least minListed headlines that are links, and never more than maxTeaser paragraphs between two of them.
const (
	minListed = 5
	maxTeaser = 2
)

// listed returns the number of linked headlines where the blocks are a list of articles, 0 where they are not.
func listed(bs []block) int {
	links, run, longest := 0, 0, 0
	for _, b := range bs {
		switch {
		case b.link() > 0.6 && strings.Count(b.text, " ") >= 3 && len(b.text) < 250:
			links++
			run = 0
		case len(b.text) > 60:
			run++
			longest = max(longest, run)
		}
	}
	if links < minListed || longest > maxTeaser {
		return 0
	}
	return links
}

// partial returns the sign by which a page states that it shows the beginning of an article only, "" for none.
func (p *page) partial() string {
	for _, o := range p.articles() {
		if free := o["isAccessibleForFree"]; free == false || free == "False" || free == "false" {
			return "isAccessibleForFree: false"
		}
	}
	return ""
}

// unfit refuses a page whose body is a list of articles, or that asks for money after the beginning of one.
func (p *page) unfit(text string) error {
	if p.listed > 0 && len(text) < maxWall {
		return &Refusal{"front", fmt.Sprintf("%d linked headlines", p.listed)}
	}
	if len(text) > maxStub {
		return nil
	}
	for _, b := range p.shown {
		if phrase := signsIn(b.text)["paywall"]; phrase != "" && len(b.text) < maxNotice {
			return &Refusal{"paywall", "“" + phrase + "”"}
		}
	}
	return nil
}
