package choice

import "demarche/timeline/record"

// Judged is a candidate for a field of a quote with the features by which a model judges it.
type Judged struct {
	Quote int    // index among the passages
	Key   string // the value
	By    string // who proposes it
	Row   []float32
}

// Slate holds all candidates for the fields of the quotes of an article.
type Slate struct {
	ps     []*Passage
	traits [][]float32
	sheets [Channel + 1]sheet
}

// NewSlate reads an article for the candidates of its passages, which are linked.
func NewSlate(ps []*Passage) *Slate {
	t := &Slate{ps: ps}
	if len(ps) == 0 {
		return t
	}
	e := readEvidence(ps)
	days, channels := &t.sheets[Day], &t.sheets[Channel]
	days.ps, channels.ps = ps, ps
	for _, p := range ps {
		traits := traitsOf(p)
		t.traits = append(t.traits, traits)
		days.list = append(days.list, dayCandidates(ps, p, e, traits))
		channels.list = append(channels.list, channelCandidates(ps, p, e, traits))
	}
	return t
}

// Judged lists the candidates of a field for its model. The rows of a second model need the probabilities of the first, by quote and
// candidate; see [Slate.Judge].
func (t *Slate) Judged(f Field) []Judged {
	var out []Judged
	for i := range t.ps {
		if f == Speaker || f == Addressee {
			out = append(out, Judged{Quote: i, Row: t.traits[i]})
			continue
		}
		s := &t.sheets[f.of()]
		for k := range s.list[i] {
			c := &s.list[i][k]
			row := c.row
			if f.second() {
				row = s.second(i, k)
			}
			out = append(out, Judged{Quote: i, Key: c.key, By: c.by, Row: row})
		}
	}
	return out
}

// Judge enters the probabilities of the first model for a field, which p gives for a row.
func (t *Slate) Judge(f Field, p func(row []float32) float64) {
	s := &t.sheets[f]
	s.p = make([][]float64, len(s.list))
	for i := range s.list {
		for k := range s.list[i] {
			s.p[i] = append(s.p[i], p(s.list[i][k].row))
		}
	}
}

// Choose decides day and channel of each passage among the candidates, and judges how sure its speakers and addressees are. The passages
// are linked. Without trained models it leaves what the rules decided.
func Choose(ps []*Passage) {
	m := loadRanker()
	if m.models[Day] == nil {
		return
	}
	t := NewSlate(ps)
	for _, f := range []Field{Day, Channel} {
		t.Judge(f, m.models[f].P)
	}
	for i, p := range ps {
		d := &p.Report.Decided
		var c *candidate
		if c, d.Day = t.best(m, DayAmong, i); c != nil {
			p.Report.Said = c.said
		}
		if c, d.Channel = t.best(m, ChannelAmong, i); c != nil {
			p.Report.Channel = record.Channel(c.key)
		}
		d.Speaker.P = m.p(Speaker, t.traits[i])
		d.Addressee.P = m.p(Addressee, t.traits[i])
	}
}

// best is the most probable candidate of quote i by the second model of the field, nil for none.
func (t *Slate) best(m *ranker, f Field, i int) (*candidate, record.Decision) {
	var best *candidate
	by := record.Decision{}
	s := &t.sheets[f.of()]
	for k := range s.list[i] {
		c := &s.list[i][k]
		if q := m.p(f, s.second(i, k)); q > by.P {
			best, by = c, record.Decision{By: c.by, P: q, Evidence: c.evidence}
		}
	}
	return best, by
}
