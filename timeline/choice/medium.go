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

// citation is a place of the body that names a carrier of news.
type citation struct {
	hit
	span   text.Span
	cited  bool // beside a verb of reporting: "KCNA said", "quoted by TASS"
	told   bool // words were told it: "told Reuters", "in an interview with Bild"
	headed bool // in the first three sentences
}

// carrier is a carrier of news with the places that name it.
type carrier struct {
	actor *actors.Actor
	at    []citation
}

// readCarriers lists the carriers other than the article's own outlet that the body names first, at most mostMedia.
func readCarriers(ps []*Passage) []carrier {
	r := ps[0].Reader
	s := r.Body
	var out []carrier
	for i := range s.Mentions {
		m := &s.Mentions[i]
		if m.Actor.Kind != actors.Medium || r.Carriers.Own(m.Actor) {
			continue
		}
		lo, hi := s.Range(m.Span)
		k := slices.IndexFunc(out, func(c carrier) bool { return c.actor.Name == m.Actor.Name })
		if k < 0 {
			if len(out) == mostMedia {
				continue
			}
			a := m.Actor
			k, out = len(out), append(out, carrier{actor: &a})
		}
		h := hitAt(s, ps, lo)
		first, last := s.SentenceBounds(lo)
		out[k].at = append(out[k].at, citation{
			hit: h, span: m.Span, cited: acts.Cites(s, lo, hi, first, last), told: toldTo(s, lo, first),
			headed: h.sentence < 3,
		})
	}
	return out
}

// toldTo reports whether what is named at token lo is whom words were told: "told the daily Bild", "in an interview
// with CNN", "speaking to Reuters".
func toldTo(s *scene.Scene, lo, first int) bool {
	for k := lo - 1; k >= max(first, lo-7); k-- {
		w := s.Lower[k]
		if words.ToldCarrier[w] {
			return true
		}
		if w == "," || w == "." || !words.BeforeCarrier[w] && !s.NounTag(k) && !s.Capital(k) && !s.StateAt(k) {
			return false
		}
	}
	return false
}

// mediumProposer is one of those who propose carriers.
type mediumProposer struct {
	name    string
	propose func(p *Passage) *actors.Actor
}

// mediumProposers is the table of those who propose carriers, in the order in which ties are broken.
func mediumProposers() []mediumProposer {
	return []mediumProposer{
		{"rules", func(p *Passage) *actors.Actor { return p.Report.Medium }},
		{"act", func(p *Passage) *actors.Actor {
			if p.Act == nil {
				return nil
			}
			return p.Act.Medium
		}},
		{"same-speaker", func(p *Passage) *actors.Actor { return mediumOf(p.before) }},
		{"quote-before", func(p *Passage) *actors.Actor { return mediumOf(p.prior) }},
		{"outer-words", func(p *Passage) *actors.Actor { return mediumOf(p.outer) }},
		{"same-speaker-later", func(p *Passage) *actors.Actor { return mediumOf(p.next) }},
	}
}

func mediumOf(p *Passage) *actors.Actor {
	if p == nil {
		return nil
	}
	return p.Report.Medium
}

// mediumCandidates are no carrier, and the carriers that the rules propose or that the body names.
func mediumCandidates(ps []*Passage, p *Passage, e *evidence) []candidate {
	l := newProposals(p.Report.Medium == nil)
	proposers := mediumProposers()
	for i := range proposers {
		if a := proposers[i].propose(p); a != nil {
			k := l.of(candidate{key: a.Name, by: proposers[i].name, medium: a})
			l.by[k].add(i)
		}
	}
	for i := range e.carriers {
		c := &e.carriers[i]
		k := l.of(candidate{key: c.actor.Name, by: byWords, medium: c.actor, evidence: c.at[0].span})
		for j := range c.at {
			if c.at[j].sentence == p.Quote.Sentence {
				l.list[k].evidence = c.at[j].span
			}
		}
	}
	return l.judged(p, len(proposers), func(c *candidate) (row, weight []float32) {
		return p.citedFor(ps, c.medium, e)
	})
}

// mostMedia is how many of the carriers that an article names are put forward.
const mostMedia = 8

// placesOf are the places that name the carrier.
func (e *evidence) placesOf(a *actors.Actor) []citation {
	for i := range e.carriers {
		if a != nil && e.carriers[i].actor.Name == a.Name {
			return e.carriers[i].at
		}
	}
	return nil
}

// citedFor tells where the body names the carrier as seen from the quote, and what of it rivals are compared by.
func (p *Passage) citedFor(ps []*Passage, a *actors.Actor, e *evidence) (row, weight []float32) {
	n := nowhere()
	var ownTold, ownCited, heads, cited, told float32
	backTold, backCited := float32(never), float32(never)
	places := e.placesOf(a)
	for i := range places {
		c := &places[i]
		cited += bit(c.cited)
		told += bit(c.told)
		heads += bit(c.headed && (c.cited || c.told))
		if !n.see(p, ps, &c.hit) {
			continue
		}
		far := float32(p.Quote.Sentence - c.sentence)
		ownTold += bit(far == 0 && c.told)
		ownCited += bit(far == 0 && c.cited)
		if far > 0 && c.told {
			backTold = min(backTold, far)
		}
		if far > 0 && c.cited {
			backCited = min(backCited, far)
		}
	}
	voice := make([]float32, 6)
	if a != nil {
		voice = e.ofVoice(ps, p, mediumKey(a))
	}
	row = append(row,
		n.own, ownTold, ownCited, n.inside, heads, min(n.count, 9), min(cited, 9), min(told, 9),
		n.back, n.forward, backTold, backCited, n.tokens, p.stateOfCarrier(a))
	weight = append([]float32{n.own, ownTold, ownCited, n.back, backTold, backCited, n.forward}, voice...)
	return append(row, voice...), weight
}

// stateOfCarrier is 0 for a carrier of no state, 1 for one of another state than the speaker's, 2 for one of the same.
func (p *Passage) stateOfCarrier(a *actors.Actor) float32 {
	if a == nil || len(p.Speakers) == 0 || a.State == "" {
		return 0
	}
	return 1 + bit(a.State == p.Speakers[0].State)
}

// mediumKey is the carrier as a value that a sentence tells, see [evidence.ofVoice].
func mediumKey(a *actors.Actor) string { return "medium " + a.Name }

// ownVoice reports whether the carrier speaks for itself: it is the speaker that the record has, or the source names it
// last, "Norway's official agency | NTB", and nobody else is known to speak.
func ownVoice(p *Passage, a *actors.Actor) bool {
	for _, x := range p.Speakers {
		if x.ID == a.ID {
			return true
		}
		if x.Kind == actors.Person || x.Kind == actors.State {
			return false
		}
	}
	q := p.Quote
	if q.SourceHi <= q.SourceLo {
		return false
	}
	m := p.Body.MentionAt(q.SourceHi - 1)
	if m == nil || m.Actor.ID != a.ID {
		return false
	}
	lo, _ := p.Body.Range(m.Span)
	for k := q.SourceLo; k < lo; k++ {
		if w := p.Body.Lower[k]; w == "," || words.CarrierLead[w] {
			return false
		}
	}
	return true
}

// toneList are all tones: each is a candidate. What nothing speaks for is neutral.
func toneList() []record.Tone {
	return []record.Tone{record.Neutral, record.Cooperative, record.Conflictual}
}

// toneOf is the tone of the most probable candidate with its probability: neutral where the model is in doubt.
func toneOf(c *candidate, p float64) record.Tone {
	if p < leastTone {
		return record.Neutral
	}
	return record.Tone(c.key)
}

// leastTone is the least probability of a tone other than neutral. In unread texts the tones are right as often with it
// as without or a little oftener.
const leastTone = 0.45

// toneCandidates are all tones, with the evidence of the words, of who speaks to whom, and of the words of the same
// speakers around.
func toneCandidates(ps []*Passage, p *Passage) []candidate {
	c := p.Quote
	one := len(p.Speakers) == 1
	foreign := len(p.To) > 0 && len(p.Speakers) > 0 && p.To[0].State != p.Speakers[0].State
	shared := append([]float32{
		bit(
			c.Spans.Form == quotes.Direct,
		), bit(c.Spans.Form == quotes.Mixed), bit(c.Spans.Form == quotes.Unmarked), bit(c.Nested),
		float32(
			min(c.EndHi-c.ContentLo, 120),
		), float32(min(len(p.Speakers), 3)), float32(min(len(p.To), 3)), bit(foreign),
		bit(one && p.Speakers[0].Person()), bit(one && p.Speakers[0].Kind == actors.State),
		bit(
			p.Readout(),
		), bit(p.Remarks()), bit(p.Home != ""), float32(p.turns) / float32(p.n), bit(p.Act != nil && p.Act.Mutual),
	}, p.Tone...)
	for _, ch := range channelList() {
		shared = append(shared, bit(p.Report.Channel == ch))
	}
	shared = append(shared, toneAround(ps, p)...)
	out := make([]candidate, 0, len(toneList()))
	for k, tone := range toneList() {
		row := append(make([]float32, 0, len(shared)+8), shared...)
		for j := range toneList() {
			row = append(row, bit(j == k))
		}
		by := "words"
		if tone == p.Report.Tone {
			by = "rules"
		}
		out = append(
			out,
			candidate{key: string(tone), by: by, row: append(row, bit(tone == p.Report.Tone), float32(k))},
		)
	}
	return out
}

// toneAround are the mean sums of the words around: of the same speakers, of the two quotes before and after, and of
// all.
func toneAround(ps []*Passage, p *Passage) []float32 {
	var voice, voices, near, nears, all, alls float32
	for j := max(0, p.index-backward); j < min(len(ps), p.index+backward); j++ {
		q := ps[j]
		if q == p || len(q.Tone) == 0 {
			continue
		}
		v := max(-4, min(4, q.Tone[0]))
		if len(p.Speakers) > 0 && naming.OneVoice(q.Speakers, p.Speakers) {
			voice, voices = voice+v, voices+1
		}
		if j >= p.index-2 && j <= p.index+2 {
			near, nears = near+v, nears+1
		}
		all, alls = all+v, alls+1
	}
	return []float32{voice / max(voices, 1), voices, near / max(nears, 1), all / max(alls, 1)}
}
