package choice

import (
	"demarche/data"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/discourse"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// audienceProposers names those who put addressees forward, in the order in which ties are broken.
var audienceProposers = []string{
	"rules", "act", "near-act", "beside", "content", "same-speaker", "quote-before", "answered", "other-side", "title",
}

// The places of the proposers in audienceProposers.
const (
	audienceRules = iota
	audienceAct
	audienceNearAct
	audienceBeside
	audienceContent
	audienceSame
	audiencePrior
	audienceAnswered
	audienceOther
	audienceTitle
)

// mostAudiences is how many lists of addressees are put forward for a quote, with nobody.
const mostAudiences = 20

// audienceCandidates are nobody, and all to whom the words may have been said: whom the rules name, the other parties
// of the acts around, who is named beside the cue or in the words, to whom the same speaker or the one before spoke, and
// who spoke before.
func audienceCandidates(ps []*Passage, p *Passage, e *evidence) []candidate {
	v := &voices{names: audienceProposers, most: mostAudiences}
	v.list, v.by = []candidate{{by: byWords}}, []marks{0}
	if len(p.To) == 0 {
		v.list[0].by = audienceProposers[audienceRules]
	}
	v.put(audienceRules, "", p.To...)
	v.fromActs(p)
	v.fromMentions(p)
	v.fromTalk(ps, p)
	r := newReach(p)
	shared := append(traitsOf(p), r.row()...)
	weights := 0
	for k := range v.list {
		c := &v.list[k]
		row := append(make([]float32, 0, len(shared)+120), shared...)
		row = v.by[k].appendTo(row, len(audienceProposers))
		row = append(row, bit(k == 0), bit(len(p.To) == 0), bit(discourse.SameAll(c.parties, p.To)), float32(v.by[k].count()),
			float32(len(v.list)))
		far, weight := r.to(ps, p, e, c.parties)
		weights = len(weight) + 1
		if k > 0 {
			c.weight = append(weight, float32(v.by[k].count()))
		}
		c.row = append(row, far...)
	}
	compare(v.list, weights)
	return v.list
}

// address enters addressees: those to whom one can speak and who do not speak themselves.
func (v *voices) address(p *Passage, proposer int, list ...*discourse.Entity) {
	v.put(proposer, "", discourse.Without(acts.SpokenTo(list), p.Speakers)...)
}

// actsAround is how many acts before a quote put their parties forward.
const actsAround = 6

// fromActs puts forward the other parties of the quote's act and of the acts before and after it.
func (v *voices) fromActs(p *Passage) {
	from := func(f *discourse.Act, proposer int) {
		switch {
		case f.Mutual:
			v.address(p, proposer, f.Parties()...)
			for _, e := range f.Parties() {
				v.address(p, proposer, e)
			}
		default:
			v.address(p, proposer, f.To...)
			if discourse.IncludesAny(f.To, p.Speakers) {
				v.address(p, proposer, f.From...)
			}
		}
	}
	if p.Act != nil {
		from(p.Act, audienceAct)
	}
	n := 0
	for k := len(p.Acts) - 1; k >= 0 && n < actsAround; k-- {
		if f := p.Acts[k]; f.Sentence <= p.Quote.Sentence+2 && !scene.Covers(p.Quote.Spans.Content, f.Span) {
			from(f, audienceNearAct)
			n++
		}
	}
	if len(p.Speakers) == 1 {
		v.address(p, audienceOther, p.Opposite(p.Speakers[0])...)
	}
}

// mostNamed is how many of those whom the words name are put forward.
const mostNamed = 4

// fromMentions puts forward who is named beside the cue, in the words and in the title.
func (v *voices) fromMentions(p *Passage) {
	s, c := p.Body, p.Quote
	var content []*discourse.Entity
	from := func(s *scene.Scene, lo, hi, proposer, most int) {
		ms := s.MentionsIn(lo, hi)
		for k := range ms {
			m := &ms[k]
			e := p.actor(m)
			if e == nil || e.Kind == actors.Medium {
				continue
			}
			if !s.IsTitle && scene.Covers(c.Spans.Content, m.Span) != (proposer == audienceContent) {
				continue
			}
			if proposer == audienceContent {
				content = append(content, e)
			}
			v.address(p, proposer, e)
			if most--; most == 0 {
				return
			}
		}
	}
	from(s, c.Lo, c.Hi, audienceBeside, mostNamed)
	for _, at := range c.Spans.Content {
		lo, hi := s.Range(at)
		from(s, lo, hi, audienceContent, mostNamed)
	}
	for _, e := range p.People() {
		for _, at := range e.NamedAt() {
			if own := s.Span(c.Lo, c.Hi); own.Start <= at && at < own.End &&
				!scene.Covers(c.Spans.Content, text.Span{Start: at, End: at + 1}) {
				v.address(p, audienceBeside, e)
			}
		}
	}
	if n := len(content); n >= 2 {
		v.address(p, audienceContent, content[0], content[1])
	}
	from(p.Title, 0, len(p.Title.Lower), audienceTitle, mostNamed)
}

// actor is the entity that a mention names: a person of the article, an organisation, or the government of a state.
func (p *Passage) actor(m *scene.Mention) *discourse.Entity {
	switch {
	case m.Actor.ID == "":
		return nil
	case m.Actor.Kind == actors.State:
		return p.StateEntity(m.Actor)
	}
	return p.ByID[m.Actor.ID]
}

// fromTalk puts forward to whom the same speakers and the speaker before spoke, and who spoke before.
func (v *voices) fromTalk(ps []*Passage, p *Passage) {
	if p.before != nil {
		v.address(p, audienceSame, p.before.To...)
	}
	if p.prior != nil {
		v.address(p, audiencePrior, p.prior.To...)
	}
	if p.outer != nil {
		v.address(p, audiencePrior, p.outer.Speakers...)
	}
	n := 0
	for k := p.index - 1; k >= max(0, p.index-backward) && n < voicesBefore; k-- {
		if q := ps[k]; len(q.Speakers) == 1 && !OneVoice(q.Speakers, p.Speakers) {
			v.address(p, audienceAnswered, q.Speakers...)
			n++
		}
	}
}

// reaching is what a quote tells of whom its words turn to, whoever that is.
type reaching struct {
	second  float32 // words for the second person in the content
	cue     []float32
	channel record.Channel
	lo, hi  int // tokens between cue and content, or after the cue
}

// newReach reads cue and content of a quote.
func newReach(p *Passage) *reaching {
	s, c := p.Body, p.Quote
	r := &reaching{channel: p.Report.Channel}
	for _, class := range []data.Set{
		words.TellingVerb, words.BareObjectVerb, words.UrgingVerb, words.Demand, words.GivingVerb, words.TellsVerb, words.Appeal,
	} {
		r.cue = append(r.cue, bit(c.CueHi > c.CueLo && c.CueHas(s, class)))
	}
	for _, at := range c.Spans.Content {
		lo, hi := s.Range(at)
		for k := lo; k < hi; k++ {
			r.second += bit(words.SecondPerson[s.Lower[k]])
		}
	}
	r.lo, r.hi = c.CueHi, min(c.Hi, c.CueHi+12)
	if c.ContentLo >= c.CueHi {
		r.hi = min(r.hi, c.ContentLo)
	}
	return r
}

// row are the features of the quote itself.
func (r *reaching) row() []float32 {
	row := append([]float32{min(r.second, 5)}, r.cue...)
	for _, ch := range channelList {
		row = append(row, bit(r.channel == ch))
	}
	return row
}

// to tells how well the words can be said to the addressees: who they are, where they are named, in which acts they take
// part, and who spoke to whom around. The weights are what rivals are compared by.
func (r *reaching) to(ps []*Passage, p *Passage, e *evidence, list []*discourse.Entity) (row, weight []float32) {
	x := &discourse.Entity{}
	if len(list) > 0 {
		x = list[0]
	}
	state := ""
	if len(p.Speakers) > 0 {
		state = p.Speakers[0].State
	}
	row = []float32{
		float32(min(len(list), 4)), bit(x.Person()), bit(len(list) > 0 && x.Kind == actors.State),
		bit(len(list) > 0 && x.Kind == actors.Organisation), bit(x.State == ""), bit(x.State != "" && x.State == state),
		bit(x.StateBody()), bit(x.State != "" && x.State == p.Home),
	}
	named := r.names(p, e, x)
	act := r.acts(p, list)
	talk := talkWith(ps, p, list)
	row = append(append(append(row, named...), act...), talk...)
	return row, []float32{named[0], named[1], named[3], act[0], act[1]}
}

// names tells where sentence and words name the addressee.
func (r *reaching) names(p *Passage, e *evidence, x *discourse.Entity) []float32 {
	s, c := p.Body, p.Quote
	gap, side, content := float32(never), float32(never), float32(never)
	var lead, follow, inside, back, before float32
	back = never
	for _, h := range append(append([]hit(nil), e.namesOf(x)...), e.names[stateKey(x.State)]...) {
		switch {
		case x.ID == "":
		case scene.Covers(c.Spans.Content, s.Doc.Tokens[h.token].Span):
			inside++
			if far := float32(min(max(h.token-c.ContentLo, 0), never-1)); far < content {
				content = far
				m := s.MentionAt(h.token)
				end := h.token + 1
				if m != nil {
					_, end = s.Range(m.Span)
				}
				follow = 1*bit(s.At(end) == "to") + 2*bit(words.Demanded[s.At(end)]) + 3*bit(s.At(end) == "'s") + 4*bit(s.FiniteVerb(min(end, len(s.Lower)-1)))
			}
		case h.token >= r.lo && h.token < r.hi:
			gap = min(gap, float32(h.token-r.lo))
			lead = 1*bit(s.At(h.token-1) == "to") + 2*bit(s.At(h.token-1) == "with") + 3*bit(s.At(h.token-1) == "of") + 4*bit(s.At(h.token-1) == "on")
		case h.sentence == c.Sentence:
			side = min(side, float32(max(h.token-c.Anchor, c.Anchor-h.token)))
			before = max(before, bit(h.token < c.Anchor))
		case h.sentence < c.Sentence:
			back = min(back, float32(c.Sentence-h.sentence))
		}
	}
	title := float32(0)
	for i := range p.Title.Mentions {
		m := &p.Title.Mentions[i]
		title = max(title, bit(m.Actor.ID != "" && m.Actor.ID == x.ID), 0.5*bit(x.State != "" && m.Actor.State == x.State))
	}
	return []float32{gap, content, side, back, lead, follow, min(inside, 5), before, title}
}

// stateKey is the key under which the names of a state's people and bodies are found.
func stateKey(state string) string { return "state " + state }

// acts tells in which acts the addressees are the other party, the nearest before and after, and of which kind that is.
func (r *reaching) acts(p *Passage, list []*discourse.Entity) []float32 {
	back, forward := float32(never), float32(never)
	var own, mine, mutual, count, title, background float32
	var ch record.Channel
	for _, f := range p.Acts[max(0, len(p.Acts)-discourse.Reach):] {
		if len(list) == 0 || !discourse.IncludesAny(f.Parties(), list) || scene.Covers(p.Quote.Spans.Content, f.Span) {
			continue
		}
		count++
		with := f.Involves(p.Speakers)
		switch far := float32(p.Quote.Sentence - f.Sentence); {
		case f.Sentence < 0:
			title = 1 + bit(with)
		case far < 0:
			forward = min(forward, -far)
		case far < back || far == back && with:
			back, ch, mutual, mine, background = far, f.Channel, bit(f.Mutual), bit(with), bit(f.Background)
			own = bit(f == p.Act)
		}
	}
	row := []float32{back, forward, own, mine, mutual, min(count, 6), title, background}
	for _, c := range channelList {
		row = append(row, bit(ch == c))
	}
	return row
}

// talkWith tells how often the speakers speak to the addressees, and these to the speakers, by the rules.
func talkWith(ps []*Passage, p *Passage, list []*discourse.Entity) []float32 {
	var to, from, speaks, last float32
	n := float32(0)
	for j := max(0, p.index-backward); j < min(len(ps), p.index+backward); j++ {
		q := ps[j]
		if q == p || len(list) == 0 {
			continue
		}
		n++
		mine := OneVoice(q.Speakers, p.Speakers)
		theirs := discourse.IncludesAny(q.Speakers, list)
		to += bit(mine && discourse.SameAll(q.To, list))
		from += bit(theirs && discourse.IncludesAny(q.To, p.Speakers))
		speaks += bit(theirs)
		last = max(last, bit(j == p.index-1 && theirs))
	}
	return []float32{min(to, 9), min(from, 9), min(speaks, 9), last, n}
}

// basisOf is how the text tells the addressees: "named" where sentence or words name one of them, else "implied".
func (p *Passage) basisOf(c *candidate) string {
	s := p.Body
	lo, hi := p.Quote.Lo, p.Quote.Hi
	for _, at := range p.Quote.Spans.Content {
		a, b := s.Range(at)
		lo, hi = min(lo, a), max(hi, b)
	}
	for _, m := range s.MentionsIn(lo, hi) {
		for _, e := range c.parties {
			if m.Actor.ID != "" && m.Actor.ID == e.ID {
				return "named"
			}
		}
	}
	return "implied"
}
