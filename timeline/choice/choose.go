// Package choice decides the fields of a quote, who said it to whom, when, how and on what occasion, among the
// candidates that proposers put forward, and how probable each value is. In come the passages of an article: each
// quote with what the rules made of it; out go the chosen values, each with its proposer and its probability. Trained
// models judge the candidates. It does not know how quotes, speakers and acts are found.
package choice

import (
	"cmp"
	"slices"

	"demarche/data"
	"demarche/timeline/cotext"
	"demarche/timeline/dates"
	"demarche/timeline/naming"
	"demarche/timeline/record"
)

// words are the classes of English words that the choice of the fields asks for.
var words = data.Classes[struct {
	AccusingVerb, AddressForm, AssuringVerb, AudienceEnd, BareObjectVerb, BeforeCarrier, Body,
	CarrierKind, CarrierLead, ClauseOfBefore, ClauseOfSame, Companion, ConcurringVerb, Crowd, DayLead, DayLimiter,
	Document, EncounterStem, EventAhead, EventAssembly, EventAt, EventConference, EventSession, EventSummit,
	EventTalks, EventTitle, EventVisit, EventWeek, FirstPerson, FirstPersonSubject, Further, GoesOn,
	GovernmentName, GroupDeterminer, HePronoun, HeldAt,
	IndefiniteArticle, JointLead, JointRule, LeadingOffice, MeetingTitle, Office, OnPlatform, OpenTitle, Organ, Paper,
	OtherClause, People, PossessivePerson, PressPeople, PressTitle, Quoting, RelativePronoun, RemarksTitle,
	Replying, ShePronoun, SideNoun, SpeechTitle, Spokesperson, StateNoun, StatementTitle, TalkStem, TalksTitle,
	TellingVerb, Thanking, TheyPronoun, ToldCarrier, Unnamed, UrgingVerb data.Set
}]()

// Judged is a candidate for a field of a quote with the features by which a model judges it.
type Judged struct {
	Quote   int            // index among the passages
	Key     string         // the value
	Parties []record.Party // speakers or addressees
	Rules   bool           // what the rules alone decide
	Row     []float32
}

// Slate holds all candidates for the fields of the quotes of an article. Those for addressees are read when the
// speakers are chosen, and those for all other fields when both are; see [Slate.Settle].
type Slate struct {
	ps     []*Passage
	e      *evidence
	text   *cotext.Article
	quotes []*cotext.Quote // the words around each quote, nil where nobody asked for them yet
	sheets [Fields]sheet
}

// NewSlate reads an article for the candidates of its passages, which are linked: first those for the speakers.
func NewSlate(ps []*Passage) *Slate {
	t := &Slate{ps: ps}
	if len(ps) == 0 {
		return t
	}
	t.e, t.text, t.quotes = readEvidence(ps), cotext.Read(ps[0].Body, ps[0].Title), make([]*cotext.Quote, len(ps))
	for f := range t.sheets {
		t.sheets[f].ps = ps
	}
	for _, p := range ps {
		t.put(Speaker, voiceCandidates(ps, p, t.e))
	}
	return t
}

// Settle chooses the speakers, or the addressees, by the model p. When the speakers are chosen, it reads the candidates
// for the addressees, and when these are chosen by their first model, those for all other fields. The speakers come
// first, when their first model has judged them. The second model of the addressees comes when the first ones of day
// and channel have judged; see [Slate.Judge].
func (t *Slate) Settle(f Field, p func(rows [][]float32) []float64) {
	if len(t.ps) == 0 {
		return
	}
	s := &t.sheets[f.Of()]
	sure := make([][]float64, len(t.ps))
	found := t.found(f)
	for i := range t.ps {
		sure[i] = t.probabilities(p, f, i, found)
	}
	for i, x := range t.ps {
		x.settle(f, s.list[i], sure[i])
	}
	Link(t.ps)
	switch f {
	case AddresseeAmong:
		return
	case Addressee:
		s.p = sure
	}
	for _, x := range t.ps {
		if f == SpeakerAmong {
			to := &t.sheets[Addressee]
			to.voices = append(to.voices, keyOf(x.Speakers))
			t.put(Addressee, hearerCandidates(t.ps, x, t.e))
			continue
		}
		traits := traitsOf(x)
		t.put(Day, dayCandidates(t.ps, x, t.e, traits))
		t.put(Channel, channelCandidates(t.ps, x, t.e, traits))
		t.put(Tone, toneCandidates(t.ps, x))
		t.put(Medium, mediumCandidates(t.ps, x, t.e))
		t.put(Occasion, occasionCandidates(t.ps, x, t.e))
	}
}

// put enters the candidates of the next quote.
func (t *Slate) put(f Field, list []candidate) { t.sheets[f].list = append(t.sheets[f].list, list) }

// Judged lists the candidates of a field for its model. The rows of a second model need the probabilities of the
// first, by quote and candidate; see [Slate.Judge].
func (t *Slate) Judged(f Field) []Judged {
	var out []Judged
	found := t.found(f)
	s := &t.sheets[f.Of()]
	for i, p := range t.ps {
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
			j := Judged{Quote: i, Key: c.key, Rules: c.by == "rules", Row: row}
			switch f.Of() {
			case Speaker:
				j.Rules = naming.SameAll(c.parties, p.Speakers)
			case Addressee:
				j.Rules = naming.SameAll(c.parties, p.To)
			}
			j.Parties = naming.Parties(c.parties, "", nil)
			out = append(out, j)
		}
	}
	return out
}

// Judge enters the probabilities by the model for a field, which p gives for the rows of a quote's candidates. A second
// model that judges again from what it entered passes on what it found for the quotes around.
func (t *Slate) Judge(f Field, p func(rows [][]float32) []float64) {
	s, found := &t.sheets[f.Of()], t.found(f)
	all := make([][]float64, len(s.list))
	for i := range s.list {
		all[i] = t.probabilities(p, f, i, found)
	}
	s.p = all
}

// Choose decides each field of each passage among the candidates. The passages are linked. Without trained models it
// leaves what the rules decided.
func Choose(ps []*Passage) {
	m := loadRanker()
	if m.models[Day] == nil {
		return
	}
	t := settled(m, ps)
	days, scenes := t.daysFound(), t.scenesFound()
	for i, p := range ps {
		t.decide(m, i, days, scenes)
		if p.Report.Decided.Speaker.P < leastSure && !certain(p) {
			p.Report.Speakers = nil
		}
	}
}

// settled reads an article for its candidates and for the words that speak for them, settles who speaks to whom and
// lets the first models judge the fields that are judged twice, for channels the second one too: how somebody spoke is
// told once, and so quotes farther away learn it. In unread stories 80.0 instead of 77.7 % of the channels are right.
func settled(m *ranker, ps []*Passage) *Slate {
	t := NewSlate(ps)
	t.Read(Speaker, m.words[Speaker])
	t.Judge(Speaker, m.of(Speaker))
	t.Settle(SpeakerAmong, m.of(SpeakerAmong))
	t.Read(Addressee, m.words[Addressee])
	t.Settle(Addressee, m.of(Addressee))
	for _, f := range []Field{Day, Channel, Tone, Occasion} {
		t.Read(f, m.words[f])
	}
	t.Judge(Day, m.of(Day))
	t.Judge(Channel, m.of(Channel))
	t.Settle(AddresseeAmong, m.of(AddresseeAmong))
	t.Judge(Occasion, m.of(Occasion))
	t.Judge(ChannelAmong, m.of(ChannelAmong))
	return t
}

// found is what the second model for a field sees of other fields of all quotes: their days, for addressees and
// occasions their channels too. For the speakers nobody knows them yet. nil for a first model.
func (t *Slate) found(f Field) [][]float32 {
	switch {
	case !f.second():
		return nil
	case f == SpeakerAmong:
		return make([][]float32, len(t.ps))
	case f == AddresseeAmong || f == OccasionAmong:
		return t.scenesFound()
	}
	return t.daysFound()
}

// scenesFound tells for each quote what the first models find of its day and of its channel.
func (t *Slate) scenesFound() [][]float32 {
	out := t.daysFound()
	s := &t.sheets[Channel]
	for i := range out {
		for _, ch := range channelList() {
			out[i] = append(out[i], s.of(i, string(ch)))
		}
	}
	return out
}

// daysFound tells for each quote what the first model finds of the day: the probability of that of publication, of
// any day before, and of all others.
func (t *Slate) daysFound() [][]float32 {
	s := &t.sheets[Day]
	out := make([][]float32, len(t.ps))
	for i, p := range t.ps {
		pub, before := s.of(i, dayOfTelling(p).EDTF), s.of(i, dates.OnOrBefore(p.upTo()).EDTF)
		out[i] = []float32{pub, before, max(0, 1-pub-before)}
	}
	return out
}

// decide chooses day, channel, tone, medium and occasion of quote i; days are what the first models find of the days,
// scenes of days and channels.
func (t *Slate) decide(m *ranker, i int, days, scenes [][]float32) {
	p := t.ps[i]
	d := &p.Report.Decided
	var c *candidate
	if c, d.Day = t.best(m, DayAmong, i, days); c != nil {
		p.Report.Said = c.said
	}
	switch c, by := t.best(m, ChannelAmong, i, days); {
	case p.Report.Channel == record.Document: // an accord, a ruling or a decision: rare, and so the model is in doubt
		d.Channel = record.Decision{By: "rules", P: 1}
	case c != nil:
		p.Report.Channel, d.Channel = record.Channel(c.key), by
	}
	if ch := laidOutChannel(p); ch != "" {
		p.Report.Channel, d.Channel.By = ch, "layout"
	}
	if c, d.Tone = t.best(m, Tone, i, nil); c != nil {
		p.Report.Tone = toneOf(c, d.Tone.P)
	}
	if c, d.Medium = t.best(m, Medium, i, nil); c != nil {
		p.Report.Medium = c.medium
	}
	if m := p.Report.Medium; m != nil && ownVoice(p, m) {
		p.Report.Medium, d.Medium = nil, record.Decision{By: "own-voice", P: 1}
	}
	t.decideOccasion(m, i, scenes)
	settleTurn(p)
}

// decideOccasion chooses the occasion of quote i: that which the page gives, else among the candidates.
func (t *Slate) decideOccasion(m *ranker, i int, scenes [][]float32) {
	p := t.ps[i]
	d := &p.Report.Decided
	if o, sure := laidOutOccasion(p, t.e); sure {
		p.Report.Occasion, d.Occasion = o, record.Decision{By: "layout", P: 1}
		return
	}
	c, by := t.best(m, OccasionAmong, i, scenes)
	if o := p.Report.Occasion; c != nil && (o == nil || c.occasion != nil || by.P > sureOfNone) {
		p.Report.Occasion, d.Occasion = c.occasion, by
	}
}

// probabilities judges the candidates of quote i by the model. found is what the first model finds for the other
// field, of which a second model makes use.
func (t *Slate) probabilities(
	p func(rows [][]float32) []float64, f Field, i int, found [][]float32,
) []float64 {
	s := &t.sheets[f.Of()]
	if f.second() {
		return s.again(p, i, summary{found[i], found})
	}
	rows := make([][]float32, len(s.list[i]))
	for k := range rows {
		rows[k] = s.list[i][k].row
	}
	return p(rows)
}

// possible is the least probability by the first model with which a candidate is judged by the second one too.
const possible = 0.004

// again judges by a second model those candidates of quote i that the first one holds to be possible.
func (s *sheet) again(p func(rows [][]float32) []float64, i int, other summary) []float64 {
	out := slices.Clone(s.p[i])
	var rows [][]float32
	var of []int
	for k := range out {
		if out[k] >= possible {
			rows, of = append(rows, s.second(i, k, other)), append(of, k)
		}
	}
	for n, q := range p(rows) {
		out[of[n]] = q
	}
	return out
}

// clearly is by how much another day must be more probable than one for which the rules have evidence in the text.
// With no such margin the stated days of letters gave way to the day on which an agency reported them.
const clearly = 0.12

// best is the most probable candidate of quote i, nil for none; see [Slate.probabilities].
func (t *Slate) best(m *ranker, f Field, i int, found [][]float32) (*candidate, record.Decision) {
	var best *candidate
	by := record.Decision{}
	top := 0.0
	for k, q := range t.probabilities(m.of(f), f, i, found) {
		c := &t.sheets[f.Of()].list[i][k]
		if score := t.ps[i].weighed(f, c, q); score > top {
			best, top = c, score
			by = record.Decision{By: c.by, P: q, Evidence: c.evidence}
		}
	}
	return best, by
}

// weighed is the probability q of a candidate for a field as it is held against those of its rivals.
func (p *Passage) weighed(f Field, c *candidate, q float64) float64 {
	switch {
	case f == Addressee && len(c.parties) > 0 && naming.SameAll(c.parties, sidesHear(p)):
		return q + toSide
	case f == Addressee && len(c.parties) > 0 && p.ofOneSide():
		return q * toSide
	case f == DayAmong && (toldNow(p) && toldBefore(p, c) || ofEntryBefore(p, c)):
		return q * seldomThen
	case f == DayAmong && c.ruledDay(p):
		if dayOfCue(p) {
			return q + 1
		}
		return q + clearly
	case f == DayAmong && c.said.Basis == dates.Published && p.toldBack():
		return q * seldomToday
	case f == OccasionAmong && c.occasion != nil:
		return q * fewOccasions
	}
	return q
}

// Verdict is a candidate for a field of a quote with the probability that the models gave it.
type Verdict struct {
	Field string // "speaker", "addressee", "day", "channel", "tone", "medium" or "occasion"
	Value string // names of speakers with their states, "A (USA); B"; EDTF of a day, name of all others; "" for none
	By    string // who proposed it first
	P     float64
}

// Verdicts lists for each passage all candidates for its speakers, addressees, day, channel, tone, medium and occasion,
// the most probable first. The passages are linked. It is empty without trained models.
func Verdicts(ps []*Passage) [][]Verdict {
	out := make([][]Verdict, len(ps))
	m := loadRanker()
	if m.models[Day] == nil {
		return out
	}
	t := settled(m, ps)
	days, scenes := t.daysFound(), t.scenesFound()
	for i := range ps {
		out[i] = append(out[i], t.verdicts(m, SpeakerAmong, i, t.found(SpeakerAmong))...)
		out[i] = append(out[i], t.verdicts(m, AddresseeAmong, i, scenes)...)
		out[i] = append(out[i], t.verdicts(m, DayAmong, i, days)...)
		out[i] = append(out[i], t.verdicts(m, ChannelAmong, i, days)...)
		out[i] = append(out[i], t.verdicts(m, Tone, i, nil)...)
		for _, f := range []Field{Medium, OccasionAmong} {
			if v := t.verdicts(m, f, i, scenes); len(v) > 1 { // none alone had no rival
				out[i] = append(out[i], v...)
			}
		}
	}
	return out
}

// verdicts are the candidates for one field of quote i by the model, see [Slate.probabilities].
func (t *Slate) verdicts(m *ranker, f Field, i int, found [][]float32) []Verdict {
	var out []Verdict
	list := t.sheets[f.Of()].list[i]
	for k, q := range t.probabilities(m.of(f), f, i, found) {
		value := list[k].key
		if len(list[k].parties) > 0 {
			value = record.Typed(naming.Parties(list[k].parties, "", nil))
		}
		out = append(out, Verdict{f.Of().String(), value, list[k].by, q})
	}
	slices.SortStableFunc(out, func(a, b Verdict) int { return cmp.Compare(b.P, a.P) })
	return out
}
