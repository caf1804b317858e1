package timeline

import (
	"demarche/quotes"
	"demarche/quotes/text"
)

// occasionsOfSpeech are nouns for the text or event in which something is said.
var occasionsOfSpeech = set("conference interview statement speech article commentary briefing")

// wordsOnly returns the quotes without what their contents have taken in of the saying itself: in "called for | an inquiry at a press
// conference on Monday" the inquiry is asked for, and the rest tells where and when.
func (r *reading) wordsOnly(qs []quotes.Quote) []quotes.Quote {
	out := append([]quotes.Quote{}, qs...)
	for i := range out {
		q := &out[i]
		if n := len(q.Content) - 1; q.Form == quotes.Indirect {
			if end := r.body.circumstance(q.Content[n]); end > 0 {
				q.Content = append(append([]text.Span{}, q.Content[:n]...), text.Span{Start: q.Content[n].Start, End: end})
			}
		}
	}
	return out
}

// circumstance returns the byte where a noun phrase p ends before "at a press conference", "in an interview"; 0 for none. In a clause
// the phrase is as likely to belong to what is reported: "said that he would resign at a press conference".
func (s *scene) circumstance(p text.Span) int {
	lo, hi := s.tokens(p)
	at := -1
	for k := lo; k < hi; k++ {
		if s.verb(k) {
			return 0
		}
		if s.low[k] != "at" && s.low[k] != "in" && s.low[k] != "during" || s.at(k+1) != "a" && s.at(k+1) != "an" {
			continue
		}
		for j := k + 2; j < min(hi, k+5); j++ {
			if occasionsOfSpeech[s.low[j]] {
				at = k
			}
		}
	}
	if at <= lo {
		return 0
	}
	return s.d.Tokens[at-1].End
}
