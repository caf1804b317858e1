package choice

import (
	"slices"

	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
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
		if m.Actor.Kind != actors.Medium || r.OwnOutlet(m.Actor) {
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

// mediumProposers is the table of those who propose carriers, in the order in which ties are broken.
var mediumProposers = []struct {
	name    string
	propose func(p *Passage) *actors.Actor
}{
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

func mediumOf(p *Passage) *actors.Actor {
	if p == nil {
		return nil
	}
	return p.Report.Medium
}

// mediumCandidates are no carrier, and the carriers that the rules propose or that the body names.
func mediumCandidates(ps []*Passage, p *Passage, e *evidence, traits []float32) []candidate {
	list := []candidate{{by: "none"}}
	if p.Report.Medium == nil {
		list[0].by = "rules"
	}
	by := []marks{0}
	of := func(a *actors.Actor, name string, at text.Span) int {
		for k := range list {
			if list[k].medium != nil && list[k].medium.Name == a.Name {
				return k
			}
		}
		list, by = append(list, candidate{key: a.Name, by: name, medium: a, evidence: at}), append(by, 0)
		return len(list) - 1
	}
	for i := range mediumProposers {
		if a := mediumProposers[i].propose(p); a != nil {
			k := of(a, mediumProposers[i].name, text.Span{})
			by[k].add(i)
		}
	}
	for i := range e.carriers {
		c := &e.carriers[i]
		k := of(c.actor, "named", c.at[0].span)
		for j := range c.at {
			if c.at[j].sentence == p.Quote.Sentence {
				list[k].evidence = c.at[j].span
			}
		}
	}
	weights := 0
	for k := range list {
		c := &list[k]
		place, weight := p.citedFor(ps, c.medium, e)
		c.row = by[k].appendTo(append(make([]float32, 0, len(traits)+60), few(p)...), len(mediumProposers))
		c.row = append(c.row, bit(k == 0), float32(by[k].count()), float32(len(list)))
		for _, ch := range channelList {
			c.row = append(c.row, bit(p.Report.Channel == ch))
		}
		c.row = append(c.row, place...)
		weights = len(weight) + 1
		if k > 0 {
			c.weight = append(weight, float32(by[k].count()))
		}
	}
	compare(list, weights)
	return list
}

// mostMedia is how many of the carriers that an article names are put forward.
const mostMedia = 8

// citedFor tells where the body names the carrier as seen from the quote, and what of it rivals are compared by.
func (p *Passage) citedFor(ps []*Passage, a *actors.Actor, e *evidence) (row, weight []float32) {
	var own, ownTold, ownCited, inside, heads, count, cited, told float32
	back, forward, backTold, backCited := float32(never), float32(never), float32(never), float32(never)
	tokens := float32(never)
	state := float32(0)
	if a != nil && len(p.Speakers) > 0 && a.State != "" {
		state = 1 + bit(a.State == p.Speakers[0].State)
	}
	var places []citation
	for i := range e.carriers {
		if a != nil && e.carriers[i].actor.Name == a.Name {
			places = e.carriers[i].at
		}
	}
	for i := range places {
		c := &places[i]
		count++
		cited += bit(c.cited)
		told += bit(c.told)
		heads += bit(c.headed && (c.cited || c.told))
		if !c.speaksOf(p, ps) {
			inside++
			continue
		}
		far := float32(p.Quote.Sentence - c.sentence)
		switch {
		case far == 0:
			own++
			ownTold += bit(c.told)
			ownCited += bit(c.cited)
			tokens = min(tokens, float32(max(c.token-p.Quote.Anchor, p.Quote.Anchor-c.token)))
		case far > 0:
			back = min(back, far)
			if c.told {
				backTold = min(backTold, far)
			}
			if c.cited {
				backCited = min(backCited, far)
			}
		default:
			forward = min(forward, -far)
		}
	}
	voice := make([]float32, 6)
	if a != nil {
		voice = e.ofVoice(ps, p, mediumKey(a))
	}
	row = append(row, own, ownTold, ownCited, inside, heads, min(count, 9), min(cited, 9), min(told, 9), back, forward, backTold, backCited, tokens, state)
	weight = append([]float32{own, ownTold, ownCited, back, backTold, backCited, forward}, voice...)
	return append(row, voice...), weight
}

// mediumKey is the carrier as a value that a sentence tells, see [evidence.ofVoice].
func mediumKey(a *actors.Actor) string { return "medium " + a.Name }
