package choice

import (
	"cmp"
	"slices"

	"demarche/data"
	"demarche/timeline/record"
)

// words are the classes of English words that the choice of day and channel asks for.
var words = data.Classes[struct {
	BeforeCarrier, ClauseOfBefore, ClauseOfSame, Determiner, EarlierNext, EventAhead, EventAssembly,
	EventAt, EventConference,
	EventHead, EventSession, EventSummit, EventTalks, EventVisit, EventWeek,
	EventTail, Further, GoesOn, HaveForm, IndefiniteArticle,
	LatelyWord, MeetingTitle, NoNameStart, Often, OnPlatform, Once, OtherClause, OtherDay, PressTitle, PressWord,
	RelativePronoun, ShortlyAgo, SpeechTitle, StatementTitle, ToldCarrier data.Set
}]()

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
	sheets [Fields]sheet
}

// NewSlate reads an article for the candidates of its passages, which are linked.
func NewSlate(ps []*Passage) *Slate {
	t := &Slate{ps: ps}
	if len(ps) == 0 {
		return t
	}
	e := readEvidence(ps)
	for f := range t.sheets {
		t.sheets[f].ps = ps
	}
	for _, p := range ps {
		traits := traitsOf(p)
		t.traits = append(t.traits, traits)
		t.put(Day, dayCandidates(ps, p, e, traits))
		t.put(Channel, channelCandidates(ps, p, e, traits))
		t.put(Tone, toneCandidates(ps, p))
		t.put(Medium, mediumCandidates(ps, p, e))
		t.put(Occasion, occasionCandidates(ps, p, e))
	}
	return t
}

// put enters the candidates of the next quote.
func (t *Slate) put(f Field, list []candidate) { t.sheets[f].list = append(t.sheets[f].list, list) }

// Judged lists the candidates of a field for its model. The rows of a second model need the probabilities of the
// first, by quote and candidate; see [Slate.Judge].
func (t *Slate) Judged(f Field) []Judged {
	var out []Judged
	var found [][]float32
	if f.second() {
		found = t.daysFound()
	}
	for i := range t.ps {
		if f == Speaker || f == Addressee {
			row := t.traits[i]
			if f == Speaker {
				row = speakerRow(t.ps[i], row)
			}
			out = append(out, Judged{Quote: i, Row: row})
			continue
		}
		s := &t.sheets[f.of()]
		var other summary
		if f.second() {
			other = summary{found[i], found}
		}
		for k := range s.list[i] {
			c := &s.list[i][k]
			row := c.row
			if f.second() {
				row = s.second(i, k, other)
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

// Choose decides day and channel of each passage among the candidates, and judges how sure its speakers and
// addressees are. The passages are linked. Without trained models it leaves what the rules decided.
func Choose(ps []*Passage) {
	m := loadRanker()
	if m.models[Day] == nil {
		return
	}
	t := NewSlate(ps)
	for _, f := range []Field{Day, Channel} {
		t.Judge(f, m.models[f].P)
	}
	days := t.daysFound()
	for i, p := range ps {
		t.decide(m, i, days)
		d := &p.Report.Decided
		if d.Speaker.P = m.p(Speaker, speakerRow(p, t.traits[i])); d.Speaker.P < leastSure && !certain(p) {
			p.Report.Speakers = nil
		}
		d.Addressee.P = m.p(Addressee, t.traits[i])
	}
}

// decide chooses day, channel, tone, medium and occasion of quote i; days are what the first models find for the days.
func (t *Slate) decide(m *ranker, i int, days [][]float32) {
	p := t.ps[i]
	d := &p.Report.Decided
	var c *candidate
	if c, d.Day = t.best(m, Day, i, nil); c != nil {
		p.Report.Said = c.said
	}
	if c, d.Channel = t.best(m, ChannelAmong, i, days); c != nil {
		p.Report.Channel = record.Channel(c.key)
	}
	if ch := laidOutChannel(p); ch != "" {
		p.Report.Channel, d.Channel.By = ch, "layout"
	}
	if c, d.Tone = t.best(m, Tone, i, nil); c != nil {
		p.Report.Tone = record.Tone(c.key)
	}
	if c, d.Medium = t.best(m, Medium, i, nil); c != nil {
		p.Report.Medium = c.medium
	}
	c, by := t.best(m, Occasion, i, nil)
	if o := p.Report.Occasion; c != nil && (o == nil || c.occasion != nil || by.P > sureOfNone) {
		p.Report.Occasion, d.Occasion = c.occasion, by
	}
}

// probabilities judges the candidates of quote i by the model. found is what the first model finds for the other
// field, of which a second model makes use.
func (t *Slate) probabilities(m *ranker, f Field, i int, found [][]float32) []float64 {
	s := &t.sheets[f.of()]
	out := make([]float64, len(s.list[i]))
	for k := range s.list[i] {
		row := s.list[i][k].row
		if f.second() {
			row = s.second(i, k, summary{found[i], found})
		}
		out[k] = m.p(f, row)
	}
	return out
}

// best is the most probable candidate of quote i, nil for none; see [Slate.probabilities].
func (t *Slate) best(m *ranker, f Field, i int, found [][]float32) (*candidate, record.Decision) {
	var best *candidate
	by := record.Decision{}
	for k, q := range t.probabilities(m, f, i, found) {
		if q > by.P {
			best = &t.sheets[f.of()].list[i][k]
			by = record.Decision{By: best.by, P: q, Evidence: best.evidence}
		}
	}
	return best, by
}

// Verdict is a candidate for a field of a quote with the probability that the models gave it.
type Verdict struct {
	Field string // "day", "channel", "tone", "medium" or "occasion"
	Value string // EDTF of a day, name of all others; "" for no medium or occasion
	By    string // who proposed it first
	P     float64
}

// Verdicts lists for each passage all candidates for its day, channel, tone, medium and occasion, the most probable
// first. The passages
// are linked. It is empty without trained models.
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
		for _, f := range []Field{Medium, Occasion} {
			if v := t.verdicts(m, f, i, nil); len(v) > 1 { // none alone had no rival
				out[i] = append(out[i], v...)
			}
		}
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
