package timeline

import (
	"strings"

	"demarche/quotes"
	"demarche/timeline/actors"
)

// answerer finds who speaks a quote that the layout gives to a speaker: the bearer of a turn's label, or whom the title names as
// the one who answers or issues the document; nil where the layout tells nothing or the label says more than the title.
func (r *reading) answerer(c *cued) []*entity {
	switch c.q.By {
	case quotes.ByJoint:
		if list := r.titleParties(); len(list) > 1 || len(list) == 1 && list[0].plural {
			return list
		}
		return nil
	case quotes.ByStatement, quotes.ByTurn:
	default:
		return r.askedOf(c)
	}
	named := persons(r.titleParties())
	if c.srcHi <= c.srcLo || c.srcHi-c.srcLo == 1 && answerLabels[r.body.low[c.srcLo]] {
		return named[:min(1, len(named))]
	}
	return r.labelled(c, named)
}

// answerLabels are labels for whoever answers.
var answerLabels = set("a answer a.")

// labelled finds the bearer of a label among those whom the title names, by office or surname, and then among those of the text.
func (r *reading) labelled(c *cued, named []*entity) []*entity {
	s := r.body
	last := s.low[c.srcHi-1]
	if s.low[c.srcLo] == "the" {
		for _, e := range named {
			if e.has(strings.ToLower(s.words(c.srcLo+1, c.srcHi))) || e.has(last) {
				return []*entity{e}
			}
		}
		if len(named) == 1 {
			return named
		}
		return nil
	}
	for _, e := range named {
		if endsWithName(e, last) {
			return []*entity{e}
		}
	}
	var found []*entity
	for _, e := range r.shorts[last] {
		if e.person() && endsWithName(e, last) {
			found = append(found, e)
		}
	}
	if len(distinct(found)) == 1 {
		return found[:1]
	}
	return nil
}

// endsWithName reports whether the last word of the entity's name, accents and capitals aside, is the word.
func endsWithName(e *entity, word string) bool {
	name := strings.Fields(e.Name)
	return len(name) > 1 && actors.Fold(name[len(name)-1]) == actors.Fold(word)
}

// askedOf resolves "you" in a question: the one who answers.
func (r *reading) askedOf(c *cued) []*entity {
	if c.srcHi-c.srcLo != 1 || r.body.low[c.srcLo] != "you" {
		return nil
	}
	if list := persons(r.titleParties()); len(list) == 1 {
		return list
	}
	return nil
}

// titleParties are those whom the title names as speaking: after "by" or "from", or as owner of the conference or remarks.
func (r *reading) titleParties() []*entity {
	s := r.title
	lo, hi := -1, -1
	for k := range s.low {
		switch w := s.low[k]; {
		case lo < 0 && k < 12 && (w == "by" || w == "from" || w == "between"):
			lo, hi = k+1, len(s.low)
		case lo < 0 && (w == "'s" || w == "’s"):
			return r.read(s, 0, k)
		case lo >= 0 && k > lo && (titleEnds[w] || w == "," && s.inTime(k+1)):
			return r.read(s, lo, k)
		}
	}
	if lo < 0 {
		return nil
	}
	return r.read(s, lo, hi)
}

// titleEnds are words behind which a title tells on what, where or when somebody spoke.
var titleEnds = set("on at before after in announcing following regarding during to as upon with | – — - : commemorating celebrating")

// persons keeps the persons of a list.
func persons(list []*entity) []*entity {
	var out []*entity
	for _, e := range list {
		if e.person() {
			out = append(out, e)
		}
	}
	return out
}
