package article

import "strings"

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
