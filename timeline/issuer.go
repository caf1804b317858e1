package timeline

import "strings"

// issuerOf returns who gave the words that stand in the text named at token i ("in a statement", "in an interview"): the source of
// the quote that the sentence tells of beside it, else the subject before token at. The subject of the words reported is none:
// in "The raid was wrong, said the ministry in a statement" the raid issued nothing.
func (r *actReader) issuerOf(s *scene, i, at int) []*entity {
	if s.title {
		return r.subjectOf(s, at)
	}
	if c := r.toldBeside(i); c != nil {
		if list := r.who(c.srcLo, c.srcHi, r.current()); len(list) > 0 && !r.medium(list) {
			return list
		}
	}
	lo, _, ok := s.subject(at)
	if !ok || r.reportedApart(lo, i) {
		return nil
	}
	return r.subjectOf(s, at)
}

// toldBeside returns the quote of the sentence being read whose source stands nearest to token i, where neither is among words
// reported and the source is no text itself; nil for none.
func (r *actReader) toldBeside(i int) *cued {
	var best *cued
	far := 1 << 30
	for _, c := range r.here {
		if c.srcHi <= c.srcLo || c.doc != "" || c.nominal || c.nested || strings.HasPrefix(r.body.d.Tokens[c.srcLo].Tag, "VB") || within(c.q.Content, r.body.d.Tokens[i].Span) {
			continue
		}
		d := i - c.srcLo
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
func (r *actReader) reportedApart(lo, i int) bool {
	a, b := r.body.d.Tokens[lo].Span, r.body.d.Tokens[i].Span
	for _, c := range r.here {
		if within(c.q.Content, a) && !within(c.q.Content, b) {
			return true
		}
	}
	return false
}
