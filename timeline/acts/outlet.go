package acts

import (
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/scene"
)

// Heard reports whether the phrase at tokens lo to hi-1 names a carrier of news to which words may be told: one that
// the gazetteer knows, a name that ends or begins as those of carriers do ("the Lakeside Times", "Radio Vila"), the
// article's own outlet, or a noun for one ("this newspaper", "the state broadcaster", "our correspondent").
func (r *Carriers) Heard(s *scene.Scene, lo, hi int) bool {
	for k := lo; k < hi && s.Lower[k] != ","; k++ {
		if r.HeardAt(s, k) || carrierAt(s, k) || pressPersonAt(s, k) {
			return true
		}
	}
	return false
}

// HeardAt reports whether token k stands in the name of a carrier of news.
func (r *Carriers) HeardAt(s *scene.Scene, k int) bool {
	if m := s.MentionAt(k); m != nil {
		return m.Actor.Kind == actors.Medium
	}
	return s.Capital(k) && (words.CarrierTail[s.Lower[k]] || r.ownName(s.Lower[k]))
}

// ownName reports whether the word, in lower case, is the last one of the name of the article's own outlet.
func (r *Carriers) ownName(w string) bool {
	f := strings.Fields(strings.ToLower(r.Article.Outlet))
	return len(f) > 0 && f[len(f)-1] == w
}

// carrierAt reports a noun for a carrier of news at token k: "the agency" alone may be any other.
func carrierAt(s *scene.Scene, k int) bool {
	w := s.Lower[k]
	if s.Capital(k) || k+1 < len(s.Lower) && s.NounTag(k+1) && !s.Capital(k+1) {
		return false
	}
	return words.CarrierNoun[w] && !(words.CarrierOrBody[w] && words.Determiner[s.At(k-1)]) ||
		words.StateMediaHead[w] && words.StateMediaWord[s.At(k-1)]
}

// pressPersonAt reports one of the press at token k to whom somebody speaks alone: not "a reporter", who may have
// asked in front of others, and not somebody's host.
func pressPersonAt(s *scene.Scene, k int) bool {
	return words.PressPerson[s.Lower[k]] && !words.AnyJournalist[s.At(k-1)]
}

// Interviewed reports whether the article lays out an interview: turns that bear the label of who asks, "Q:",
// "Question:" or the name of the outlet. The site of a government lays out its briefings in the same way.
func (r *Reader) Interviewed() bool {
	if r.OwnSite {
		return false
	}
	for _, p := range r.Body.Doc.Paragraphs {
		label, _, ok := strings.Cut(p.Of(r.Body.Text), ":")
		if ok && len(label) < longestLabel && r.asks(label) {
			return true
		}
	}
	return false
}

// longestLabel is the length of the label of a turn at most.
const longestLabel = 60

// asks reports whether the label of a turn is that of who asks.
func (r *Reader) asks(label string) bool {
	label, outlet := strings.ToLower(label), strings.ToLower(r.Article.Outlet)
	return words.Asker[label] || outlet != "" && (label == outlet || strings.HasSuffix(outlet, " "+label))
}
