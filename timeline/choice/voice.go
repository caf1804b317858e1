package choice

import (
	"slices"
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
	"demarche/timeline/scene"
)

// voiceProposers names those who put speakers forward, in the order in which ties are broken.
func voiceProposers() []string {
	return []string{
		"rules", byWords, "act", "quote-before", byWords, byWords, byWords, "outer-speaker", byWords, "opening",
		"last-two",
	}
}

// The places of the proposers in voiceProposers.
const (
	voiceRules = iota
	voiceReading
	voiceAct
	voiceBefore
	voiceSubject
	voiceBeside
	voiceNext
	voiceOuter
	voiceState
	voiceTitle
	voicePair
	mostProposers
)

// mostVoices is how many lists of speakers are put forward for a quote.
const mostVoices = 16

// voices collects the lists of speakers put forward for a quote.
type voices struct {
	list  []candidate
	by    []marks
	rules []uint64 // which rules of model/speakerrules.tsv put each forward, a bit each
}

// put enters a list of speakers with its proposer; rule names the rule or reader that read it, "" for none.
func (v *voices) put(proposer int, rule string, list ...*naming.Entity) {
	if list = naming.Distinct(list); len(list) == 0 {
		return
	}
	if rule == "" {
		rule = voiceProposers()[proposer]
	}
	k := slices.IndexFunc(v.list, func(c candidate) bool { return naming.SameAll(c.parties, list) })
	if k < 0 {
		if len(v.list) == mostVoices {
			return
		}
		k = len(v.list)
		v.list = append(v.list, candidate{key: keyOf(list), by: rule, parties: list})
		v.by, v.rules = append(v.by, 0), append(v.rules, 0)
	}
	v.by[k].add(proposer)
	if at, ok := tables().rules[rule]; ok {
		v.rules[k] |= 1 << at
	}
}

// keyOf is the ids of the entities, sorted.
func keyOf(list []*naming.Entity) string {
	ids := make([]string, len(list))
	for i, e := range list {
		ids[i] = e.ID
	}
	slices.Sort(ids)
	return strings.Join(ids, " ")
}

// voiceCandidates are all who may speak the words: whom the rules name, whom any rule or reader makes of the source,
// whose act it is, who spoke before, whom the sentences before are about, and who is named beside the words.
func voiceCandidates(ps []*Passage, p *Passage, e *evidence) []candidate {
	v := &voices{}
	v.put(voiceRules, p.Report.Decided.Speaker.By, p.Speakers...)
	v.fromSource(p)
	if !ofHolder(p) {
		v.fromAct(p)
		v.fromExchange(ps, p)
		v.fromSeveral(p)
		v.fromBefore(ps, p)
		v.fromNames(p)
		v.fromOuter(p)
	}
	src := sourceOf(p)
	shared := append(traitsOf(p), src.row()...)
	weights, ruled := 0, keyOf(p.Speakers)
	for k := range v.list {
		c := &v.list[k]
		row := append(make([]float32, 0, len(shared)+120), shared...)
		row = v.by[k].appendTo(row, mostProposers)
		row = append(row, bit(c.key == ruled), float32(v.by[k].count()), float32(len(v.list)))
		for at := range len(tables().rules) {
			row = append(row, bit(v.rules[k]&(1<<at) != 0))
		}
		row = append(row, src.fit(p, c.parties)...)
		far, weight := e.standOf(ps, p, c.parties)
		c.weight = append(weight, float32(v.by[k].count()))
		weights = len(c.weight)
		c.row = append(row, far...)
	}
	compare(v.list, weights)
	return v.list
}

// ofHolder reports whether the source is a body that is called by who holds its office: "his office", "Lind's
// ministry". The holder, who is named beside the words, does not speak them, unless the sentence names somebody of that
// state first, whose words the body may relay: "Lind warned Moss, his ministry said".
func ofHolder(p *Passage) bool {
	if p.Report.Decided.Speaker.By != "own-ministry" || len(p.Speakers) != 1 {
		return false
	}
	first, _ := p.Body.SentenceBounds(p.Quote.SourceLo)
	return !slices.ContainsFunc(p.Body.MentionsIn(first, p.Quote.SourceLo), func(m scene.Mention) bool {
		return m.Actor.Kind == actors.Person && m.Actor.State == p.Speakers[0].State
	})
}

// fromOuter puts forward who speaks the words that hold the quote; for "we" also his government, and him with those to
// whom he speaks.
func (v *voices) fromOuter(p *Passage) {
	if p.outer == nil {
		return
	}
	v.put(voiceOuter, "", p.outer.Speakers...)
	s, c := p.Body, p.Quote
	if len(p.outer.Speakers) != 1 || c.SourceHi-c.SourceLo != 1 || s.Lower[c.SourceLo] != "we" {
		return
	}
	if a, ok := p.Gazetteer.Unnamed(p.outer.Speakers[0].State, "government"); ok {
		v.put(voiceOuter, "", p.StateEntity(a))
	}
	if len(p.outer.To) > 0 {
		v.put(voicePair, "", append(append([]*naming.Entity{}, p.outer.Speakers...), p.outer.To...)...)
	}
}

// fromSource puts forward what each rule and reader makes of the source, and the states, organisations and carriers
// that it names.
func (v *voices) fromSource(p *Passage) {
	s, c := p.Body, p.Quote
	if c.SourceHi <= c.SourceLo {
		return
	}
	lo, hi := s.Voices.Cut(c.SourceLo, c.SourceHi)
	for _, r := range p.Readings(lo, hi, p.Act) {
		v.put(voiceReading, r.By, r.Entities...)
	}
	for _, m := range s.MentionsIn(c.SourceLo, c.SourceHi) {
		if m.Actor.Kind != actors.Person && m.Actor.ID != "" {
			v.put(voiceState, "", p.StateEntity(m.Actor))
		}
	}
}

// fromAct puts forward who issues the act of the quote, each of its parties, and all of them.
func (v *voices) fromAct(p *Passage) {
	if p.Act == nil {
		return
	}
	v.put(voiceAct, "", p.Act.From...)
	all := p.Act.Parties()
	v.put(voiceAct, "", all...)
	if len(all) <= 3 {
		for _, e := range all {
			v.put(voiceAct, "", e)
		}
	}
}

// fromExchange puts forward those who spoke to each other before words of more than one: the last two who spoke, in
// sentences that follow each other, and who spoke last with those he spoke to.
func (v *voices) fromExchange(ps []*Passage, p *Passage) {
	if !ofMany(p) || p.prior == nil || p.Quote.Sentence-p.prior.Quote.Sentence > pause {
		return
	}
	last := p.prior
	if len(last.To) > 0 {
		v.put(voicePair, "", append(append([]*naming.Entity{}, last.Speakers...), last.To...)...)
	}
	for k := last.index - 1; k >= max(0, last.index-backward); k-- {
		q := ps[k]
		if q.Quote.Nested || len(q.Speakers) == 0 || naming.IncludesAny(q.Speakers, last.Speakers) {
			continue
		}
		if last.Quote.Sentence-q.Quote.Sentence <= pause {
			v.put(voicePair, "", append(append([]*naming.Entity{}, q.Speakers...), last.Speakers...)...)
		}
		return
	}
}

// fromSeveral puts forward those for whom a source of several may stand, the whole list whose last members are the
// source, and the speaker with those with whom he agreed.
func (v *voices) fromSeveral(p *Passage) {
	s, c := p.Body, p.Quote
	if c.SourceHi <= c.SourceLo {
		return
	}
	for _, list := range p.Several(c.SourceLo, c.SourceHi) {
		v.put(voicePair, "", list...)
	}
	v.put(voicePair, "", p.Listed(c.SourceLo, c.SourceHi)...)
	if len(p.Speakers) == 1 && words.ConcurringVerb[s.At(c.CueLo)] {
		for _, e := range concurring(p) {
			v.put(voicePair, "", p.Speakers[0], e)
		}
	}
}

// concurring are those with whom the speaker may have agreed: whom he told so, the people beside him in the sentence,
// and for "we" those named last before and first after it and in the title.
func concurring(p *Passage) []*naming.Entity {
	s, c := p.Body, p.Quote
	list := append([]*naming.Entity{}, p.To...)
	lo, hi := s.SentenceBounds(c.Anchor)
	from, to := s.Doc.Tokens[lo].Start, s.Doc.Tokens[hi-1].End
	var before, after *naming.Entity
	for _, e := range p.People() {
		at := e.LastBefore(to)
		switch {
		case e.CalledSpokesperson() || naming.Includes(p.Speakers, e):
		case at >= from:
			list = append(list, e)
		case at < 0 && after == nil && len(e.NamedAt()) > 0:
			after = e
		case at >= 0 && (before == nil || at > before.LastBefore(to)):
			before = e
		}
	}
	if !words.FirstPersonSubject[s.Lower[c.SourceLo]] {
		return list
	}
	for _, e := range []*naming.Entity{before, after} {
		if e != nil {
			list = append(list, e)
		}
	}
	for _, m := range p.Title.Mentions {
		if e := p.ByID[m.Actor.ID]; e != nil && e.Person() && !naming.Includes(p.Speakers, e) {
			list = append(list, e)
		}
	}
	return naming.Distinct(list)
}

// pause is the number of sentences between the turns of an exchange, at most.
const pause = 3

// ofMany reports a source that stands for more than one without naming anybody: "they", "both", "the two ministers".
func ofMany(p *Passage) bool {
	s, c := p.Body, p.Quote
	if c.SourceHi <= c.SourceLo || c.SourceHi-c.SourceLo > 5 {
		return false
	}
	for k := c.SourceLo; k < c.SourceHi; k++ {
		if s.MentionAt(k) != nil {
			return false
		}
	}
	tag := s.Doc.Tokens[c.SourceHi-1].Tag
	several := tag == "NNS" || tag == "CD" || c.SourceHi-c.SourceLo == 1
	return words.TheyPronoun[s.Lower[c.SourceLo]] || words.JointLead[s.Lower[c.SourceLo]] && several
}

// voicesBefore is how many voices before a quote are put forward, and how many subjects.
const voicesBefore = 3

// fromBefore puts forward who spoke last, and whom the last sentences are about.
func (v *voices) fromBefore(ps []*Passage, p *Passage) {
	n := 0
	for k := p.index - 1; k >= max(0, p.index-backward) && n < voicesBefore; k-- {
		if !ps[k].Quote.Nested && len(ps[k].Speakers) > 0 {
			v.put(voiceBefore, "", ps[k].Speakers...)
			n++
		}
	}
	pos := p.Body.Doc.Tokens[p.Quote.Anchor].Start
	n = 0
	for k := len(p.Focus) - 1; k >= 0 && n < voicesBefore; k-- {
		if f := &p.Focus[k]; f.Pos < pos && !f.Speaking {
			v.put(voiceSubject, "", f.Entities...)
			n++
		}
	}
}

// fromNames puts forward who is named in the sentence outside of the words, in the one after it and in the title, and
// the people named last before.
func (v *voices) fromNames(p *Passage) {
	s, c := p.Body, p.Quote
	v.named(p, s, c.Lo, c.Hi, voiceBeside)
	pos := s.Doc.Tokens[c.Anchor].Start
	own := s.Span(c.Lo, c.Hi)
	near := p.People()
	slices.SortStableFunc(near, func(a, b *naming.Entity) int { return b.LastBefore(pos) - a.LastBefore(pos) })
	for k, e := range near {
		if at := e.LastBefore(pos); k < voicesBefore && at >= 0 {
			v.put(voiceBeside, "", e)
		} else if slices.ContainsFunc(e.NamedAt(), func(at int) bool { return own.Start <= at && at < own.End }) {
			v.put(voiceBeside, "", e)
		}
	}
	for _, e := range ofGender(near, genderOf(p), pos) {
		v.put(voiceBeside, "", e)
	}
	if c.Hi < len(s.Lower) {
		lo, hi := s.SentenceBounds(c.Hi)
		v.named(p, s, lo, hi, voiceNext)
	}
	v.named(p, p.Title, 0, len(p.Title.Lower), voiceTitle)
}

// named puts forward who is named among the tokens lo to hi-1, outside of the words of the quote.
func (v *voices) named(p *Passage, s *scene.Scene, lo, hi, proposer int) {
	ms := s.MentionsIn(lo, hi)
	for k := range ms {
		m := &ms[k]
		if e := p.ByID[m.Actor.ID]; m.Actor.ID != "" && e != nil &&
			(s.IsTitle || !scene.Covers(p.Quote.Spans.Content, m.Span)) {
			v.put(proposer, "", e)
		}
	}
}

// standOf tells where the text names the speakers as seen from the quote, where they spoke, and where it is about them.
func (e *evidence) standOf(ps []*Passage, p *Passage, list []*naming.Entity) (row, weight []float32) {
	back, forward, tokens := float32(never), float32(never), float32(never)
	var own, inside, count, before float32
	for _, h := range e.namesOf(list[0]) {
		count++
		if scene.Covers(p.Quote.Spans.Content, p.Body.Doc.Tokens[h.token].Span) {
			inside++
			continue
		}
		switch far := float32(p.Quote.Sentence - h.sentence); {
		case far == 0:
			own++
			before = max(before, bit(h.token < p.Quote.Anchor))
			tokens = min(tokens, float32(max(h.token-p.Quote.Anchor, p.Quote.Anchor-h.token)))
		case far > 0:
			back = min(back, far)
		default:
			forward = min(forward, -far)
		}
	}
	spoken, times := float32(never), float32(0)
	for k := p.index - 1; k >= max(0, p.index-backward); k-- {
		if !ps[k].Quote.Nested && naming.SameAll(ps[k].Speakers, list) {
			spoken = min(spoken, float32(p.Quote.Sentence-ps[k].Quote.Sentence))
			times++
		}
	}
	subject := float32(never)
	pos := p.Body.Doc.Tokens[p.Quote.Anchor].Start
	for k := len(p.Focus) - 1; k >= max(0, len(p.Focus)-discourse.Reach); k-- {
		if f := &p.Focus[k]; f.Pos >= 0 && f.Pos < pos && !f.Speaking && naming.SameAll(f.Entities, list) {
			subject = float32(min(p.Quote.Sentence-p.Body.SentenceAt(f.Pos), never))
			break
		}
	}
	paragraph, led := e.inParagraph(p, list[0])
	title := float32(0)
	for _, m := range p.Title.Mentions {
		title = max(title, bit(m.Actor.ID != "" && m.Actor.ID == list[0].ID))
	}
	row = []float32{
		back,
		forward,
		tokens,
		own,
		before,
		inside,
		min(count, 20),
		spoken,
		times,
		subject,
		title,
		paragraph,
		led,
	}
	return row, []float32{min(back, tokens/100+bit(own == 0)*never), spoken, subject}
}
