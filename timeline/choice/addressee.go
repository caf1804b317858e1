package choice

import (
	"slices"

	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// hearerProposers names those who put addressees forward, in the order in which ties are broken.
func hearerProposers() []string {
	const before = "quote-before"
	return []string{"rules", byWords, before, before, before, "act", "outer-speaker", byWords, byWords}
}

// The places of the proposers in hearerProposers.
const (
	hearerRules  = iota
	hearerTold   // the phrase after the cue
	hearerReply  // who spoke before
	hearerShared // to whom those spoke who spoke before
	hearerAgain  // to whom the speakers spoke before
	hearerAct
	hearerOuter
	hearerBeside // who is named in the sentence
	hearerAsked  // who speaks next
)

// mostHearers is how many lists of addressees are put forward for a quote.
const mostHearers = 16

// hearers collects the lists of addressees put forward for a quote. The first is nobody.
type hearers struct {
	proposals
	p    *Passage
	near []*naming.Entity // named before, the last first; see [Passage.namedLast]
}

// put enters a list without the speakers; evidence is the phrase that names them.
func (h *hearers) put(proposer int, evidence text.Span, list ...*naming.Entity) {
	list = naming.Without(naming.Distinct(list), h.p.Speakers)
	if len(list) == 0 && proposer != hearerRules || len(h.list) == mostHearers {
		return
	}
	k := 0
	if len(list) > 0 {
		by := hearerProposers()[proposer]
		k = h.of(candidate{key: keyOf(list), by: by, parties: list, evidence: evidence})
	}
	h.by[k].add(proposer)
}

// hearerCandidates are all to whom the words may go: whom the rules name, who is named after the cue, who spoke
// before or next, to whom the same speakers spoke, the other parties of the act, and who is named beside the words.
func hearerCandidates(ps []*Passage, p *Passage, e *evidence) []candidate {
	h := &hearers{proposals: *newProposals(false), p: p, near: p.namedLast()}
	h.put(hearerRules, text.Span{}, p.To...)
	h.fromCue(e)
	h.fromBefore(ps)
	if p.outer != nil {
		if !h.answers(p.outer) {
			h.put(hearerOuter, text.Span{}, p.outer.Speakers...)
		}
		h.put(hearerOuter, text.Span{}, p.outer.To...)
	}
	h.fromSentence()
	h.fromActs()
	h.fromFar(ps, e)
	shared := append(traitsOf(p), traitsOfTelling(p)...)
	weights, ruled := 0, keyOf(p.To)
	for k := range h.list {
		c := &h.list[k]
		row := append(make([]float32, 0, len(shared)+100), shared...)
		row = h.by[k].appendTo(row, len(hearerProposers()))
		row = append(row, bit(k == 0), bit(c.key == ruled), float32(h.by[k].count()), float32(len(h.list)))
		stand, weight := standOfHearers(ps, p, e, c.parties)
		if k > 0 {
			c.weight = append(weight, float32(h.by[k].count()))
		}
		weights = len(weight) + 1
		c.row = append(row, stand...)
	}
	compare(h.list, weights)
	return h.list
}

// fromCue puts forward whom the phrase after the cue stands for, by any rule and reader: "told | the chiefs", "replied
// to | the minister". For "the government" also the speaker's own, for several whom it does not name the governments
// of two other states, or the two people named last: "both armies", "all sides", "them".
func (h *hearers) fromCue(e *evidence) {
	s, c, p := h.p.Body, h.p.Quote, h.p
	lo := toldFrom(s, c)
	if lo < 0 {
		return
	}
	hi := s.PhraseEnd(lo, c.Hi)
	if hi <= lo || hi-lo > 12 || wanted(s, c, hi) {
		return
	}
	at := s.Span(lo, hi)
	h.put(hearerTold, at, p.Referents(lo, hi, p.Act)...)
	if s.Doc.Tokens[lo].Tag == "PRP" {
		h.put(hearerTold, at, firstOf(h.near)...)
	} else {
		for _, r := range p.Readings(lo, hi, p.Act) {
			h.put(hearerTold, at, r.Entities...)
		}
	}
	if a, ok := p.Gazetteer.Unnamed(p.state(), "government"); ok && words.GovernmentName[s.Lower[hi-1]] {
		h.put(hearerTold, at, p.StateEntity(a))
	}
	if several(s, lo, hi) {
		list := e.statesBeside(p, p.state())
		for i := range list {
			for k := range i {
				h.put(hearerTold, at, list[k], list[i])
			}
		}
		if len(h.near) >= 2 {
			h.put(hearerTold, at, h.near[:2]...)
		}
	}
}

// several reports a phrase for more than one that does not name them.
func several(s *scene.Scene, lo, hi int) bool {
	w := s.Lower[lo]
	return words.TheyPronoun[w] || words.GroupDeterminer[w] && s.Doc.Tokens[hi-1].Tag == "NNS" &&
		len(s.MentionsIn(lo, hi)) == 0
}

// actsBefore is how many acts of the speakers before a quote put their parties forward.
const actsBefore = 2

// fromActs puts forward the other parties of the act of the quote, of the last ones before in which the speakers took
// part, and of all of these: "in both calls".
func (h *hearers) fromActs() {
	p := h.p
	if p.Act != nil {
		h.put(hearerAct, text.Span{}, p.Act.To...)
		h.put(hearerAct, text.Span{}, p.Act.Parties()...)
	}
	pos := p.Body.Doc.Tokens[p.Quote.Anchor].Start
	var all []*naming.Entity
	for k, n := len(p.Acts)-1, 0; k >= 0; k-- {
		f := p.Acts[k]
		if f.Pos > pos || len(f.Parties()) < 2 || !f.Involves(p.Speakers) {
			continue
		}
		if n++; n <= actsBefore {
			h.put(hearerAct, text.Span{}, f.Parties()...)
		}
		all = append(all, f.Parties()...)
	}
	h.put(hearerAct, text.Span{}, all...)
}

// fewHearers is how many candidates leave room for one whom nothing beside the words names.
const fewHearers = 3

// fromFar puts forward to whom the same speakers spoke at other times, where somebody is urged the state of which the
// article speaks most, for a third one both, and where few others are put forward the person of another state who was
// named last and those of the title.
func (h *hearers) fromFar(ps []*Passage, e *evidence) {
	p := h.p
	for k, n := p.index-1, 0; k >= 0 && n < 3; k-- {
		if q := ps[k]; len(q.To) > 0 && naming.OneVoice(q.Speakers, p.Speakers) {
			h.put(hearerAgain, text.Span{}, q.To...)
			n++
		}
	}
	if i := p.index + 1; i < len(ps) && naming.SameAll(ps[i].Speakers, p.Speakers) {
		h.put(hearerAgain, text.Span{}, ps[i].To...)
	}
	if list := e.statesBeside(p, p.state()); len(list) > 0 && p.Quote.CueHas(p.Body, words.UrgingVerb) {
		h.put(hearerBeside, text.Span{}, list[0])
		if !slices.Contains(e.states[:min(2, len(e.states))], p.state()) {
			h.put(hearerBeside, text.Span{}, list[:min(2, len(list))]...)
		}
	}
	few := len(h.list) <= fewHearers
	if last := firstOf(h.near); few && len(last) > 0 && last[0].State != p.state() {
		h.put(hearerBeside, text.Span{}, last...)
	}
	for _, m := range p.Title.Mentions {
		if x := p.ByID[m.Actor.ID]; few && m.Actor.ID != "" && x != nil && x.Person() && x.State != p.state() {
			h.put(hearerBeside, text.Span{}, x)
		}
	}
}

// toldFrom is the token at which a phrase begins after the cue, past "to" where that stands there; -1 for none.
func toldFrom(s *scene.Scene, c *scene.Quote) int {
	if c.CueHi <= c.CueLo || c.CueHi >= c.Hi || c.SourceLo >= c.CueHi && c.SourceHi > c.SourceLo || c.Naming(s) {
		return -1
	}
	k := c.CueHi
	if s.Lower[k] == "to" && k+1 < c.Hi && s.Doc.Tokens[k+1].Tag != "VB" {
		k++
	}
	tag := s.Doc.Tokens[k].Tag
	noun := s.NounTag(k) || tag == "DT" || tag == "PRP$" || tag == "CD" || tag == "PRP" || tag == "JJ"
	if !noun || s.InTime(k) {
		return -1
	}
	return k
}

// fromBefore puts forward who spoke before and to whom, to whom the same speakers spoke last, and who speaks next.
func (h *hearers) fromBefore(ps []*Passage) {
	n := 0
	for k := h.p.index - 1; k >= max(0, h.p.index-backward) && n < 2; k-- {
		q := ps[k]
		if h.answers(q) && !slices.Contains(h.p.around, k) {
			break // what was said before belongs to another question
		}
		if q.Quote.Nested || len(q.Speakers) == 0 || naming.SameAll(q.Speakers, h.p.Speakers) || h.answers(q) {
			continue
		}
		at := q.Body.Span(q.Quote.SourceLo, q.Quote.SourceHi)
		h.put(hearerReply, at, q.Speakers...)
		h.put(hearerShared, at, q.To...)
		n++
	}
	if h.p.before != nil {
		h.put(hearerAgain, text.Span{}, h.p.before.To...)
	}
	if i := h.p.index + 1; i < len(ps) && !ps[i].Quote.Nested && !h.answers(ps[i]) {
		h.put(hearerAsked, ps[i].Body.Span(ps[i].Quote.SourceLo, ps[i].Quote.SourceHi), ps[i].Speakers...)
	}
}

// answers reports whether q is a turn of a transcript around the quote, which is none itself: what a question or an
// answer tells of the words of others was not said to who answers.
func (h *hearers) answers(q *Passage) bool {
	return q.Quote.Spans.By == quotes.ByTurn && h.p.Quote.Spans.By != quotes.ByTurn
}

// fromSentence puts forward who is named in the sentence outside of the words, or near their opening after the first
// person, "I thank Norway", and whom a phrase after "to" stands for: "in a note to the guarantors".
func (h *hearers) fromSentence() {
	s, c := h.p.Body, h.p.Quote
	ms := s.MentionsIn(c.Lo, c.Hi)
	for k := range ms {
		m := &ms[k]
		within := scene.Covers(c.Spans.Content, m.Span) && m.Start > s.Doc.Tokens[c.ContentLo].Start
		if m.Actor.Kind == actors.Medium || within && !h.turnedTo(m) {
			continue
		}
		if e := h.p.ByID[m.Actor.ID]; m.Actor.ID != "" && e != nil {
			h.put(hearerBeside, m.Span, e)
		} else if m.Actor.Kind == actors.State {
			h.put(hearerBeside, m.Span, h.p.StateEntity(m.Actor))
		}
	}
	for k := c.Lo; k+1 < c.Hi; k++ {
		t := s.Doc.Tokens[k]
		if s.Lower[k] != "to" || scene.Covers(c.Spans.Content, t.Span) || s.Doc.Tokens[k+1].Tag == "VB" || s.InTime(k+1) {
			continue
		}
		if hi := s.PhraseEnd(k+1, c.Hi); hi > k+1 && hi-k <= 12 {
			h.put(hearerTold, s.Span(k+1, hi), h.p.Referents(k+1, hi, h.p.Act)...)
		}
	}
}

// turnedTo reports whether the words name somebody of another state near their opening, after the first person.
func (h *hearers) turnedTo(m *scene.Mention) bool {
	s, c := h.p.Body, h.p.Quote
	lo, _ := s.Range(m.Span)
	if lo > c.ContentLo+15 || m.Actor.State != "" && m.Actor.State == h.p.state() {
		return false
	}
	return slices.ContainsFunc(s.Lower[c.ContentLo:lo], func(w string) bool { return words.FirstPerson[w] })
}

// traitsOfTelling are features of the cue and of what follows it.
func traitsOfTelling(p *Passage) []float32 {
	s, c := p.Body, p.Quote
	to, told := toldFrom(s, c), 0
	var people, press, body, capital bool
	if to >= 0 {
		told = s.PhraseEnd(to, c.Hi) - to
		for k := to; k < to+told; k++ {
			w := s.Lower[k]
			people, press = people || words.People[w] || words.Crowd[w], press || words.PressPeople[w]
			body, capital = body || words.Body[w] || words.Organ[w], capital || s.Capital(k)
		}
	}
	toward := !c.Naming(s)
	row := []float32{
		bit(toward && c.CueHas(s, words.BareObjectVerb)), bit(toward && c.CueHas(s, words.TellingVerb)),
		bit(c.CueHas(s, words.Replying)), bit(toward && c.CueHas(s, words.UrgingVerb)),
		bit(c.CueHas(s, words.Thanking)), bit(c.CueHas(s, words.AssuringVerb)),
		bit(s.At(c.CueHi) == "to"), bit(to >= 0), float32(min(told, 12)), bit(people), bit(press), bit(body), bit(capital),
		bit(to >= 0 && to >= c.ContentLo), float32(min(max(c.ContentLo-c.CueHi, -1), 15)),
	}
	q := p.prior
	if q == nil {
		return append(row, -1, 0, 0, 0, 0, 0)
	}
	return append(row, float32(min(p.Quote.Sentence-q.Quote.Sentence, 20)), bit(naming.IncludesAny(q.To, p.Speakers)),
		bit(naming.SameAll(q.Speakers, p.Speakers)), bit(q.Act == p.Act && p.Act != nil), bit(len(q.To) > 0),
		bit(p.Body.ParagraphAt(p.Body.Doc.Tokens[q.Quote.Anchor].Start) ==
			p.Body.ParagraphAt(p.Body.Doc.Tokens[c.Anchor].Start)))
}

// hearerTraits is the number of features of [standOfHearers].
const hearerTraits = 34

// standOfHearers are features of possible addressees: who they are, where the text names them, and who of them and of
// the speakers spoke to the other before and after.
func standOfHearers(ps []*Passage, p *Passage, e *evidence, list []*naming.Entity) (row, weight []float32) {
	if len(list) == 0 {
		return make([]float32, hearerTraits), make([]float32, 3)
	}
	x := list[0]
	row = []float32{
		float32(min(len(list), 4)), bit(x.Person()), bit(x.Kind == actors.State), bit(x.Kind == actors.Organisation),
		bit(x.Kind == actors.Medium), bit(x.StateBody()), bit(x.Plural), bit(actors.Unlisted(x.ID)), bit(x.State != ""),
		bit(len(acts.SpokenTo(list)) == len(list)),
	}
	one := len(p.Speakers) > 0
	row = append(row, bit(one && x.State != "" && x.State == p.Speakers[0].State),
		bit(one && x.State != "" && p.Speakers[0].State != "" && x.State != p.Speakers[0].State),
		bit(one && p.Speakers[0].Person() == x.Person()))
	row = append(row, exchanged(ps, p, list)...)
	stand, weight := e.standOf(ps, p, list)
	return append(row, stand...), weight
}

// exchanged counts how often the list and the speakers of a quote speak to each other before and after it, and how far
// away the nearest of these quotes is, in sentences.
func exchanged(ps []*Passage, p *Passage, list []*naming.Entity) []float32 {
	var row [8]float32
	row[0], row[2] = never, never
	for k := max(0, p.index-backward); k < min(len(ps), p.index+forward); k++ {
		q := ps[k]
		if k == p.index {
			continue
		}
		far := float32(max(p.Quote.Sentence-q.Quote.Sentence, q.Quote.Sentence-p.Quote.Sentence))
		later := int(bit(k > p.index))
		if naming.SameAll(q.Speakers, list) && naming.IncludesAny(q.To, p.Speakers) {
			row[0] = min(row[0], far)
			row[4+later]++
		}
		if naming.SameAll(q.To, list) && naming.SameAll(q.Speakers, p.Speakers) {
			row[2] = min(row[2], far)
			row[6+later]++
		}
	}
	act := p.Act != nil && naming.IncludesAny(p.Act.Parties(), list)
	row[1], row[3] = bit(act), bit(act && naming.IncludesAny(p.Act.Parties(), p.Speakers))
	return row[:]
}

// asRuled is the probability of the addressees that the rules found. They stay where the model finds nobody: it knows
// too little of why a rule names somebody to take him away.
func (p *Passage) asRuled(list []candidate, probability []float64) float64 {
	for k, q := range probability {
		if naming.SameAll(list[k].parties, p.To) {
			return q
		}
	}
	return 0
}

// toSide is how many times as probable as somebody nobody must be on a page of one side about its own words, which
// tells of them because of him to whom they went.
const toSide = 2

// ofOneSide reports a page on which one side tells of its own words: its site, an account of a meeting, remarks.
func (p *Passage) ofOneSide() bool { return p.OwnSite || p.Readout() || p.Remarks() }

// leastImplied is the least probability of addressees whom nothing beside the words names.
const leastImplied = 0.5

// doubtHearers takes away the addressees whom only the act implies, in a story of news where the model doubts them: who
// met another tells the press of it, and most of what a story tells of him besides goes to nobody in particular. On a
// page of one side about its own meeting the words are those of the meeting, and so are those of a sentence that opens
// with it or goes on with it.
func (p *Passage) doubtHearers() {
	d := &p.Report.Decided.Addressee
	if len(p.Report.Addressees) == 0 || p.Report.Addressees[0].Basis == "named" || d.P >= leastImplied {
		return
	}
	if !p.ofOneSide() && !opensWithTalk(p) && !heardWithLast(p) {
		p.To, p.Report.Addressees, *d = nil, nil, record.Decision{}
	}
}
