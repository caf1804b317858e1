package choice

import (
	"cmp"
	"slices"
)

// Verdict is a candidate for a field of a quote with the probability that the models gave it.
type Verdict struct {
	Field string // "day" or "channel"
	Value string // EDTF of a day, name of a channel
	By    string // who proposed it first
	P     float64
}

// Verdicts lists for each passage all candidates for its day and its channel, the most probable first. The passages are linked. It is
// empty without trained models.
func Verdicts(ps []*Passage) [][]Verdict {
	out := make([][]Verdict, len(ps))
	m := loadRanker()
	if m.models[Day] == nil {
		return out
	}
	t := NewSlate(ps)
	for _, f := range []Field{Day, Channel} {
		t.Judge(f, m.models[f].P)
	}
	for i := range ps {
		for _, f := range []Field{DayAmong, ChannelAmong} {
			out[i] = append(out[i], t.verdicts(m, f, i)...)
		}
	}
	return out
}

// verdicts are the candidates for one field of quote i by the second model of the field.
func (t *Slate) verdicts(m *ranker, f Field, i int) []Verdict {
	var out []Verdict
	s := &t.sheets[f.of()]
	for k := range s.list[i] {
		c := &s.list[i][k]
		out = append(out, Verdict{f.of().String(), c.key, c.by, m.p(f, s.second(i, k))})
	}
	slices.SortStableFunc(out, func(a, b Verdict) int { return cmp.Compare(b.P, a.P) })
	return out
}
