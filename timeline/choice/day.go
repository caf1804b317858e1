package choice

import (
	"math"

	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline/dates"
	"demarche/timeline/discourse"
	"demarche/timeline/earlier"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// dayProposer puts forward the day on which words were said; nil when it has nothing to say of them.
type dayProposer struct {
	name    string
	propose func(p *Passage) *record.Said
}

// dayProposers is the table of those who propose days, in the order in which ties are broken. The expressions of time
// around the quote are put forward after them.
func dayProposers() []dayProposer {
	return []dayProposer{
		{"rules", func(p *Passage) *record.Said { d := p.Report.Said; return &d }},
		{"earlier", dayEarlier},
		{"perfect", dayPerfect},
		{"beside-cue", func(p *Passage) *record.Said {
			return p.Days.Near(p.Body, p.Quote.Lo, p.Quote.Hi, p.Quote.Anchor, p.Quote.Reported)
		}},
		{"content-start", func(p *Passage) *record.Said { return earlier.AtStart(p.Reader, p.Quote) }},
		{"at-the-time", func(p *Passage) *record.Said { return earlier.DayThen(p.Reader, p.Quote) }},
		{"lately", func(p *Passage) *record.Said { return earlier.Lately(p.Reader, p.Quote) }},
		{"act", func(p *Passage) *record.Said {
			if p.Act == nil {
				return nil
			}
			return p.Act.Said
		}},
		{"same-speaker", func(p *Passage) *record.Said { return saidOf(p.last) }},
		{"same-speaker-later", func(p *Passage) *record.Said { return saidOf(p.next) }},
		{"quote-before", func(p *Passage) *record.Said { return saidOf(p.prior) }},
		{"outer-words", func(p *Passage) *record.Said { return saidOf(p.outer) }},
		{"first-occasion", func(p *Passage) *record.Said { return saidOf(p.first) }},
		{"deed", func(p *Passage) *record.Said {
			return earlier.DayOfDeed(p.Reader, p.Quote, p.Speakers, earlier.DeedReach)
		}},
		{"on-or-before", dayOnOrBefore},
		{"publication", dayOfTelling},
	}
}

// dayOfTelling is the day of what is told without one: that of the heading of a chronicle, of a turn of a transcript
// that of the interview, else that of publication.
func dayOfTelling(p *Passage) *record.Said {
	if d := p.Days.Headed(p.Body.Doc.Tokens[p.Quote.Anchor].Start); d != nil {
		return d
	}
	if d := DayOfInterview(p.Reader, p.Quote, p.asked, p.Speakers); d != nil {
		return d
	}
	return &record.Said{Date: p.Published, Basis: dates.Published}
}

// upTo is the last day on which words may have been said that others tell of, or that are told as earlier ones; ""
// when unknown.
func (p *Passage) upTo() string {
	q := p
	if p.outer != nil && p.outer.Quote.Spans.By == quotes.ByTurn {
		q = p.outer
	}
	if d := dayOfTelling(q); d.Latest != "" {
		return d.Latest
	}
	return p.Day
}

func saidOf(x *Passage) *record.Said {
	if x == nil || x.Report.Said.EDTF == "" {
		return nil
	}
	d := x.Report.Said
	return &d
}

// dayEarlier is any day up to publication for words plainly told as earlier ones: "has previously said".
func dayEarlier(p *Passage) *record.Said {
	sp, ok := earlier.SaidBefore(p.Body, p.Quote.CueLo, p.Quote.CueHi)
	if !ok || p.Quote.CueHi <= p.Quote.CueLo || p.Day == "" {
		return nil
	}
	return &record.Said{Date: dates.OnOrBefore(p.upTo()), Basis: dates.Relative, Evidence: sp}
}

// dayPerfect is any day up to publication for a cue in the perfect: "has said", "had warned and urged".
func dayPerfect(p *Passage) *record.Said {
	had, has := p.perfect()
	if !had && !has || p.Day == "" || p.Quote.CueHi <= p.Quote.CueLo {
		return nil
	}
	return &record.Said{
		Date:     dates.OnOrBefore(p.upTo()),
		Basis:    dates.Relative,
		Evidence: p.Body.Span(p.Quote.CueLo, p.Quote.CueHi),
	}
}

// toldBack reports whether the words are told in the past perfect, "had said", or by the speaker of the words around
// them, as his own in the past: "“I told Peru that ...,” he said". They are seldom of the day of publication.
func (p *Passage) toldBack() bool {
	s, c := p.Body, p.Quote
	if c.CueHi <= c.CueLo {
		return false
	}
	if had, _ := p.perfect(); had {
		return true
	}
	return p.outer != nil && s.Doc.Tokens[c.CueLo].Tag == "VBD" && words.FirstPersonSubject[s.At(c.SourceLo)]
}

// seldomToday is by what the probability of the day of publication is multiplied for words that are told as earlier
// ones. Of 400 such words in annotated news it was the day of 14.
const seldomToday = 0.1

// dayOnOrBefore is any day up to publication, for words told inside the words of others or under a noun.
func dayOnOrBefore(p *Passage) *record.Said {
	if p.Day == "" {
		return nil
	}
	return &record.Said{Date: dates.OnOrBefore(p.upTo()), Basis: dates.Relative}
}

// dayCandidate is a day with those who propose it and the nearest expression of time that names it.
type dayCandidate struct {
	said record.Said
	by   marks
	name string
	time *time
	rank float32 // of the expression among those before the cue, from the nearest; never for none
}

// dayList collects the different days put forward for a quote.
type dayList []dayCandidate

// of is the candidate for a day, made where there is none.
func (l *dayList) of(d *record.Said, name string) *dayCandidate {
	for k := range *l {
		if (*l)[k].said.EDTF == d.EDTF {
			return &(*l)[k]
		}
	}
	*l = append(*l, dayCandidate{said: *d, name: name, rank: never})
	return &(*l)[len(*l)-1]
}

// dayCandidates are the different days that are put forward for a quote.
func dayCandidates(ps []*Passage, p *Passage, e *evidence, traits []float32) []candidate {
	var list dayList
	proposers := dayProposers()
	for i := range proposers {
		d := proposers[i].propose(p)
		if d == nil || d.EDTF == "" {
			continue
		}
		c := list.of(d, proposers[i].name)
		c.by.add(i)
		if c.said.Evidence == (text.Span{}) && d.Evidence != (text.Span{}) {
			c.said, c.name = *d, proposers[i].name
		}
	}
	list.addTimes(ps, p, e)
	out := make([]candidate, len(list))
	for k := range list {
		d := &list[k]
		out[k] = candidate{key: d.said.EDTF, by: d.name, said: d.said, evidence: d.said.Evidence}
		out[k].row, out[k].weight = d.row(ps, p, e, traits, len(list))
	}
	compare(out, 0)
	return out
}

// timesBack and timesForward are how many sentences before and after a quote are searched for its day, and mostTimes
// how many expressions of time before it are put forward.
const timesBack, timesForward, mostTimes = 12, 2, 5

// addTimes puts forward the expressions of time in the sentence of the cue, those nearest before and after, and those
// that the article opens with.
func (l *dayList) addTimes(ps []*Passage, p *Passage, e *evidence) {
	n := p.Quote.Sentence
	add := func(t *time, name string) {
		if c := l.of(&t.said, name); c.time == nil || tokensFrom(p, t) < tokensFrom(p, c.time) {
			c.time = t
			if c.said.Basis == dates.Published || c.said.Evidence == (text.Span{}) {
				c.said = t.said
			}
		}
	}
	before := e.timesIn(n-timesBack, n+1)
	for i, k := len(before)-1, 0; i >= 0 && k < mostTimes; i-- {
		if t := &before[i]; t.speaksOf(p, ps) && (!t.clause || !t.other) {
			add(t, "time-before")
			c := l.of(&t.said, "")
			c.rank = min(c.rank, float32(k))
			k++
		}
	}
	after := e.timesIn(n+1, n+1+timesForward)
	for i := range after {
		if after[i].speaksOf(p, ps) {
			add(&after[i], "time-after")
		}
	}
	opening := e.timesIn(0, 2)
	for i := range opening {
		if opening[i].speaksOf(p, ps) {
			add(&opening[i], "opening")
		}
	}
}

func tokensFrom(p *Passage, t *time) int { return max(t.token-p.Quote.Anchor, p.Quote.Anchor-t.token) }

// row is the features of the candidate: who proposes it, how wide and how old it is, where its evidence stands and
// among which words.
func (d *dayCandidate) row(
	ps []*Passage,
	p *Passage,
	e *evidence,
	traits []float32,
	rivals int,
) (row, weight []float32) {
	row = d.by.appendTo(append(make([]float32, 0, len(traits)+80), traits...), len(dayProposers()))
	width, age := -1.0, -1.0
	if len(d.said.Earliest) == 10 && len(d.said.Latest) == 10 {
		width = float64(dates.DaysBetween(d.said.Earliest, d.said.Latest))
		if p.Day != "" {
			age = float64(dates.DaysBetween(d.said.Latest, p.Day))
		}
	}
	rules, sames, voices := 0, 0, 0
	for _, q := range ps {
		same := len(p.Speakers) > 0 && naming.OneVoice(q.Speakers, p.Speakers)
		voices += int(bit(same))
		if q.Report.Said.EDTF == d.said.EDTF {
			rules++
			sames += int(bit(same))
		}
	}
	row = append(
		row,
		float32(d.by.count()),
		bit(d.said.Basis == dates.Stated),
		bit(d.said.Basis == dates.Relative),
		float32(
			math.Log1p(math.Abs(width)),
		),
		float32(math.Log1p(math.Max(age, 0))),
		float32(age),
		bit(d.said.Earliest == ""),
		float32(rivals),
		bit(
			p.Body.AfterDateline(p.Quote.Lo) != p.Quote.Lo,
		),
		float32(e.seen[d.said.EDTF]),
		float32(rules)/float32(len(ps)),
		float32(sames)/float32(max(voices, 1)),
	)
	voice := e.ofVoice(ps, p, d.said.EDTF)
	told := actsOf(p, func(f *discourse.Act) bool { return f.Said != nil && f.Said.EDTF == d.said.EDTF })
	place := d.place(p, e)
	weight = append(append([]float32{float32(d.by.count()), float32(rules), float32(sames)}, voice...), told...)
	weight = append(weight, d.nearness(p)...)
	row = append(append(row, voice...), told...)
	return append(row, place...), weight
}

// place is where the nearest expression of time for the day stands as seen from the cue.
func (d *dayCandidate) place(p *Passage, e *evidence) []float32 {
	t := d.time
	if t == nil {
		return []float32{-never, -never, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, never}
	}
	s := p.Body
	far := max(-200, min(200, t.token-p.Quote.Anchor))
	back := max(-10, min(60, p.Quote.Sentence-t.sentence))
	lo, hi := min(t.token, p.Quote.Anchor), max(t.token, p.Quote.Anchor)
	if back != 0 {
		lo, hi = s.SentenceBounds(t.token)
		hi = min(hi, t.token)
	}
	first, _ := s.SentenceBounds(t.token)
	return []float32{
		float32(
			far,
		), float32(back), bit(t.wide), bit(t.other), bit(e.about(t.sentence, p.Speakers)), bit(subordinate(s, lo, hi)),
		float32(
			t.token - first,
		), bit(s.At(t.token-1) == "on"), bit(s.At(t.token-1) == "in"),
		bit(s.At(t.token-1) == "the" || s.At(t.token-1) == "'s"),
		bit(
			earlier.Pluperfect(s, first, t.token),
		), bit(t.end < len(s.Lower) && s.NounTag(t.end)), bit(month(t.said.Date)), float32(min(t.sentence, 5)), d.rank,
	}
}

// nearness is how far the evidence of the day stands from the cue, in tokens of its sentence and in sentences before
// it.
func (d *dayCandidate) nearness(p *Passage) []float32 {
	t := d.time
	if t == nil || t.other || t.wide {
		return []float32{never, never}
	}
	back := p.Quote.Sentence - t.sentence
	switch {
	case back == 0:
		return []float32{float32(min(tokensFrom(p, t), never)), 0}
	case back > 0:
		return []float32{never, float32(min(back, never))}
	}
	return []float32{never, never}
}

// subordinate reports whether a clause of its own opens between the tokens: "after", "who", "that".
func subordinate(s *scene.Scene, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if words.OtherClause[s.Lower[k]] {
			return true
		}
	}
	return false
}

// dayOfCue reports whether the evidence for the day that the rules found can date nothing but the words: it stands
// between the cue, with those who are told, and the content, "told reporters | on Monday | that", "accused Peru | on
// Monday | of", or in a clause on where the speaker spoke, "Moss, who met Lind | on Monday, | said". So does
// that of the sentence after the words, "The remark came | on Monday", or at the end of their own.
func dayOfCue(p *Passage) bool {
	s, c, d := p.Body, p.Quote, &p.Report.Said
	if c.CueHi <= c.CueLo || c.Nominal || d.Earliest != d.Latest || s.NounTag(c.CueLo) {
		return false
	}
	if remark := earlier.DayOfRemark(p.Reader, c); remark != nil && remark.EDTF == d.EDTF {
		return true
	}
	at := d.Evidence
	lo, hi := s.Range(at)
	if c.Aside.Contains(at) && lo < c.CueLo {
		return s.Clauses.SpeaksIn(c.SourceLo, lo)
	}
	if endsTelling(p, lo, hi) {
		return true
	}
	first := lo
	for first > c.CueHi && words.DayLead[s.Lower[first-1]] {
		first--
	}
	if first < c.CueHi || !earlier.HearersOnly(s, c.CueHi, first) || s.At(hi) == "'s" {
		return false
	}
	switch s.At(hi) {
	case "of":
		return c.CueHas(s, words.AccusingVerb)
	case "to":
		return c.CueHas(s, words.UrgingVerb)
	}
	return s.At(hi) == "that" || first == c.ContentLo || lo == c.ContentLo || hi == c.ContentLo
}

// endsTelling reports whether the day of tokens lo to hi-1 ends a sentence that tells nothing after the words but how
// they were said: `"...," Lind had said in an address | the night before`.
func endsTelling(p *Passage, lo, hi int) bool {
	s, c := p.Body, p.Quote
	_, last := s.SentenceBounds(c.CueLo)
	ends := hi == last || hi == last-1 && s.At(hi) == "."
	if c.ContentHi > c.CueLo || lo < c.CueHi || !ends || subordinate(s, c.CueHi, lo) {
		return false
	}
	for k := c.CueHi; k < lo; k++ {
		if s.FiniteVerb(k) || s.Lower[k] == "," || words.DayLimiter[s.Lower[k]] {
			return false
		}
	}
	return true
}

// ruledDay reports whether the candidate is the day that the rules found, with evidence in the text.
func (c *candidate) ruledDay(p *Passage) bool {
	d := &p.Report.Said
	return c.said.EDTF == d.EDTF && c.said.Evidence != (text.Span{}) && d.Evidence != (text.Span{})
}
