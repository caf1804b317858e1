package choice

import (
	"cmp"
	"slices"
)

// Verdict is a candidate for a field of a quote with the probability that the models gave it.
type Verdict struct {
	Field string // "day", "channel" or "tone"
	Value string // EDTF of a day, name of a channel or tone
	By    string // who proposed it first
	P     float64
}

// Verdicts lists for each passage all candidates for its day, channel and tone, the most probable first. The passages are linked. It is
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
	days := t.daysFound()
	for i := range ps {
		out[i] = append(out[i], t.verdicts(m, Day, i, nil)...)
		out[i] = append(out[i], t.verdicts(m, ChannelAmong, i, days)...)
		out[i] = append(out[i], t.verdicts(m, Tone, i, nil)...)
	}
	return out
}

// verdicts are the candidates for one field of quote i by the model, see [Slate.probabilities].
func (t *Slate) verdicts(m *ranker, f Field, i int, found [][]float32) []Verdict {
	var out []Verdict
	list := t.sheets[f.of()].list[i]
	for k, q := range t.probabilities(m, f, i, found) {
		out = append(out, Verdict{f.of().String(), list[k].key, list[k].by, q})
	}
	slices.SortStableFunc(out, func(a, b Verdict) int { return cmp.Compare(b.P, a.P) })
	return out
}
