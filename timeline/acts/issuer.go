package acts

import (
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/discourse"
	"demarche/timeline/scene"
)

// OnlyMedium reports whether the only speaker is a carrier of news in its own voice.
func OnlyMedium(speakers []*discourse.Entity) bool {
	return len(speakers) == 1 && speakers[0].Kind == actors.Medium
}

// issuerOf returns who gave the words that stand in the text named at token i ("in a statement", "in an interview"): the source of
// the quote that the sentence tells of beside it, else the subject before token at. The subject of the words reported is none:
// in "The raid was wrong, said the ministry in a statement" the raid issued nothing.
func (r *Reader) issuerOf(s *scene.Scene, i, at int) []*discourse.Entity {
	if s.IsTitle {
		return r.subjectOf(s, at)
	}
	if c := r.toldBeside(i); c != nil {
		if list := r.Referents(c.SourceLo, c.SourceHi, r.LastAct()); len(list) > 0 && !OnlyMedium(list) {
			return list
		}
	}
	lo, _, ok := s.Subject(at)
	if !ok || r.reportedApart(lo, i) {
		return nil
	}
	return r.subjectOf(s, at)
}

// toldBeside returns the quote of the sentence being read whose source stands nearest to token i, where neither is among words
// reported and the source is no text itself; nil for none.
func (r *Reader) toldBeside(i int) *scene.Quote {
	var best *scene.Quote
	far := 1 << 30
	for _, c := range r.Quotes {
		if c.SourceHi <= c.SourceLo || c.Document != "" || c.Nominal || c.Nested || strings.HasPrefix(r.Body.Doc.Tokens[c.SourceLo].Tag, "VB") || scene.Covers(c.Spans.Content, r.Body.Doc.Tokens[i].Span) {
			continue
		}
		d := i - c.SourceLo
		if d < 0 {
			d = -d
		}
		if d < far {
			best, far = c, d
		}
	}
	return best
}

// reportedApart reports whether token lo is among words reported that do not hold token i.
func (r *Reader) reportedApart(lo, i int) bool {
	a, b := r.Body.Doc.Tokens[lo].Span, r.Body.Doc.Tokens[i].Span
	for _, c := range r.Quotes {
		if scene.Covers(c.Spans.Content, a) && !scene.Covers(c.Spans.Content, b) {
			return true
		}
	}
	return false
}
