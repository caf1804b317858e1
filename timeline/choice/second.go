package choice

import (
	"demarche/timeline/dates"
	"demarche/timeline/discourse"
)

// sheet holds the candidates for one field of the quotes of an article, with their probabilities by a first model
// that sees each quote alone. A second model judges them again with what the first one found for the quotes around.
type sheet struct {
	ps   []*Passage
	list [][]candidate // by quote
	p    [][]float64   // of each candidate by the first model
}

// of is the probability of a value for quote i, 0 where it is no candidate.
func (s *sheet) of(i int, key string) float32 {
	for k := range s.list[i] {
		if s.list[i][k].key == key {
			return float32(s.p[i][k])
		}
	}
	return 0
}

// second is the row of candidate k of quote i for the second model, which sees what the first one finds for another
// field too.
func (s *sheet) second(i, k int, other summary) []float32 {
	c := &s.list[i][k]
	p := s.ps[i]
	best := 0.0
	for j, q := range s.p[i] {
		if j != k {
			best = max(best, q)
		}
	}
	row := append(make([]float32, 0, len(c.row)+20), c.row...)
	row = append(row, float32(s.p[i][k]), float32(s.p[i][k]-best))
	var after *Passage
	if i+1 < len(s.ps) {
		after = s.ps[i+1]
	}
	for _, q := range []*Passage{p.prior, after, p.last, p.next, p.outer, p.before} {
		if q == nil {
			row = append(row, -1)
			continue
		}
		row = append(row, s.of(q.index, c.key))
	}
	row = append(row, other.row...)
	return append(row, s.kin(p, c.key, other)...)
}

// kin are the mean probabilities of the value for the quotes around that are alike: of the same speakers, of the same
// act, of the same parties, alike in the other field, next to it, and all.
func (s *sheet) kin(p *Passage, key string, other summary) []float32 {
	var sum, n [6]float32
	lo, hi := max(0, p.index-backward), min(len(s.ps), p.index+backward)
	for j := lo; j < hi; j++ {
		q := s.ps[j]
		if q == p {
			continue
		}
		v := s.of(j, key)
		weights := [6]float32{
			bit(
				len(p.Speakers) > 0 && OneVoice(q.Speakers, p.Speakers),
			), bit(p.Act != nil && q.Act == p.Act), bit(sameParties(p, q)),
			alike(other.row, other.all[j]), bit(j >= p.index-3 && j <= p.index+3), 1,
		}
		for k, w := range weights {
			sum[k] += v * w
			n[k] += w
		}
	}
	row := []float32{n[0], n[1], n[2]}
	for k := range sum {
		row = append(row, sum[k]/max(n[k], 1))
	}
	return row
}

// sameParties reports whether somebody takes part in both conversations.
func sameParties(p, q *Passage) bool {
	return discourse.IncludesAny(p.Speakers, q.Speakers) || discourse.IncludesAny(p.Speakers, q.To) ||
		discourse.IncludesAny(p.To, q.Speakers)
}

// alike is how probable it is that two quotes have the same value of the other field.
func alike(a, b []float32) float32 {
	var sum float32
	for k := range a {
		sum += a[k] * b[k]
	}
	return sum
}

// summary is what the first model finds for the other field of a quote and of all others.
type summary struct {
	row []float32
	all [][]float32
}

// daysFound tells for each quote what the first model finds of the day: the probability of that of publication, of
// any day before, and of all others.
func (t *Slate) daysFound() [][]float32 {
	s := &t.sheets[Day]
	out := make([][]float32, len(t.ps))
	for i, p := range t.ps {
		pub, before := s.of(i, p.Published.EDTF), s.of(i, dates.OnOrBefore(p.Day).EDTF)
		out[i] = []float32{pub, before, max(0, 1-pub-before)}
	}
	return out
}
