package resolve

import (
	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline/scene"
)

// wordsOnly returns the quotes without what their contents have taken in of the saying itself: in "called for | an
// inquiry at a press conference on Monday" the inquiry is asked for, and the rest tells where and when.
func wordsOnly(s *scene.Scene, qs []quotes.Quote) []quotes.Quote {
	out := append([]quotes.Quote{}, qs...)
	for i := range out {
		q := &out[i]
		if n := len(q.Content) - 1; q.Form == quotes.Indirect {
			if end := circumstance(s, q.Content[n]); end > 0 {
				q.Content = append(
					append([]text.Span{}, q.Content[:n]...),
					text.Span{Start: q.Content[n].Start, End: end},
				)
			}
		}
	}
	return out
}

// circumstance returns the byte where a noun phrase p ends before "at a press conference", "in an interview", "after a
// call", "at the Oslo Forum"; 0 for none. In a clause the phrase is as likely to belong to what is reported: "said that
// he would resign at a press conference".
func circumstance(s *scene.Scene, p text.Span) int {
	lo, hi := s.Range(p)
	at := -1
	for k := lo; k < hi; k++ {
		if s.FiniteVerb(k) {
			return 0
		}
		if !words.CircumstanceLead[s.Lower[k]] {
			continue
		}
		some := words.IndefiniteArticle[s.At(k+1)]
		for j := k + 2; j < min(hi, k+7) && (some && j < k+5 || s.At(k+1) == "the" && s.Capital(j)); j++ {
			if words.SpeechOccasion[s.Lower[j]] && at < 0 {
				at = k
			}
		}
	}
	if at <= lo {
		return 0
	}
	return s.Doc.Tokens[at-1].End
}
