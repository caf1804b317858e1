package choice

import (
	"slices"
	"strings"

	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline/acts"
	"demarche/timeline/discourse"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// DayOfInterview is the day on which somebody was asked what a transcript gives, as the sentences before its first
// turn tell it: "X received the newspaper on Friday". first is the first quote of the article that is a turn, nil for
// none. nil where they do not tell, and for words that are no turn of the one who was asked.
func DayOfInterview(r *acts.Reader, c, first *scene.Quote, speakers []*discourse.Entity) *record.Said {
	if first == nil || c.Spans.By != quotes.ByTurn || len(speakers) != 1 {
		return nil
	}
	s := r.Body
	name := strings.Fields(strings.ToLower(speakers[0].Name))
	for n := first.Sentence - 1; n >= max(0, first.Sentence-beforeTurns) && len(name) > 0; n-- {
		sn := s.Doc.Sentences[n]
		if !s.Contains(sn.First, sn.Last, name[len(name)-1]) || pluperfect(s, sn.First, sn.Last) {
			continue
		}
		within := slices.DeleteFunc(scene.Overlapping(r.Contents, sn.Span), func(p text.Span) bool { return p.Contains(sn.Span) })
		d := r.Days.Near(s, sn.First, sn.Last, sn.First, within)
		if d != nil && d.Earliest == d.Latest {
			return d
		}
	}
	return nil
}

// beforeTurns is how many sentences before the first turn of a transcript are searched for its day.
const beforeTurns = 8

// FirstTurn is the first of the quotes, in the order of the text, that is a turn of somebody in a transcript; nil for
// none.
func FirstTurn(list []*scene.Quote) *scene.Quote {
	var first *scene.Quote
	for _, c := range list {
		if c.Spans.By == quotes.ByTurn && len(c.Spans.Source) > 0 && (first == nil || c.Lo < first.Lo) {
			first = c
		}
	}
	return first
}
