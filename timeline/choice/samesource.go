package choice

import (
	"slices"
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// summed is the best candidate with the probability of all under which the list has it.
func summed(
	p *Passage, list []candidate, probability []float64, best *candidate, by record.Decision,
) (*candidate, record.Decision) {
	c, q := p.underOffice(list, probability, best)
	if c == nil && by.P < leastSure {
		c, q = inOtherWords(p, list, probability, best)
	}
	if c == nil && by.P < leastSure {
		c, q = asWritten(p, list, probability)
	}
	if c == nil {
		return best, by
	}
	return c, record.Decision{By: c.by, P: q, Evidence: c.evidence}
}

// underOffice is the candidate for the holder of an office, as the rules name them, where the best one is the same
// source as it is written: "Foreign Ministry official of Chile" for "Official of the Chilean foreign ministry". The
// two are one, so its probability is the sum. nil where the source is no such phrase.
func (p *Passage) underOffice(list []candidate, probability []float64, best *candidate) (c *candidate, q float64) {
	if best == nil || best.by != "body" || len(p.Speakers) != 1 || p.Report.Decided.Speaker.By != "office" {
		return nil, 0
	}
	for k := range list {
		switch {
		case &list[k] == best:
			q += probability[k]
		case naming.SameAll(list[k].parties, p.Speakers) && probability[k] >= leastOffice:
			c, q = &list[k], q+probability[k]
		}
	}
	e := p.Speakers[0]
	if c == nil || !e.Person() || e.Name != e.Office || p.cannotSpeak(c.parties) || p.namedElsewhere(e) {
		return nil, 0
	}
	return c, min(q, surest)
}

// inOtherWords is the candidate that the rules name with its state, where the best one is the same without it:
// "Foreign ministry" of Chile beside "Foreign Ministry of Chile". The two are one, so its probability is the sum.
func inOtherWords(p *Passage, list []candidate, probability []float64, best *candidate) (c *candidate, q float64) {
	if best == nil || len(best.parties) != 1 || len(p.Speakers) != 1 || p.cannotSpeak(p.Speakers) {
		return nil, 0
	}
	name, ok := withoutState(p, p.Speakers[0])
	if !ok || p.Speakers[0].Person() && p.namedElsewhere(p.Speakers[0]) {
		return nil, 0
	}
	one := false
	for k := range list {
		if len(list[k].parties) != 1 || list[k].parties[0].State != p.Speakers[0].State {
			continue
		}
		switch e := list[k].parties[0]; {
		case naming.SameAll(list[k].parties, p.Speakers):
			c = &list[k]
		case !strings.EqualFold(e.Name, name):
			continue
		}
		q, one = q+probability[k], one || &list[k] == best
	}
	if c == nil || !one {
		return nil, 0
	}
	return c, min(q, surest)
}

// withoutState is the name of an actor without the state that ends it; ok is false where none does.
func withoutState(p *Passage, e *naming.Entity) (name string, ok bool) {
	if len(e.State) != len("CHL") {
		return "", false
	}
	return strings.CutSuffix(e.Name, " of "+p.Articled(e.State))
}

// namedElsewhere reports whether the article names somebody with the office and state of one whom the source does not
// name, who may be the same: "a spokeswoman for the navy" and later "the spokeswoman, Ana Lind".
func (p *Passage) namedElsewhere(e *naming.Entity) bool {
	k := p.Body.Offices.Head(p.Quote.SourceLo, p.Quote.SourceHi)
	return k >= 0 && slices.ContainsFunc(p.People(), func(x *naming.Entity) bool {
		return x.Name != x.Office && x.State == e.State && x.CalledSo(p.Body.Lower[k])
	})
}

// leastOffice is the least probability of somebody under the name of an office, and surest the most.
const leastOffice, surest = 0.4, 0.95

// asWritten is the candidate for somebody new whom the source does not name, under the words of the source: "a source
// close to the talks", "two officials of the trade ministry". Whoever else is put forward under the same noun is the
// same one, with a state or a body of which the source does not tell, so its probability is the sum. His state is
// unknown. nil where the source is no such phrase.
func asWritten(p *Passage, list []candidate, probability []float64) (c *candidate, q float64) {
	written, noun := newcomer(p)
	if noun == "" {
		return nil, 0
	}
	for k := range list {
		if len(list[k].parties) != 1 || !slices.Contains(strings.Fields(strings.ToLower(list[k].parties[0].Name)), noun) {
			continue
		}
		q += probability[k]
		if strings.EqualFold(list[k].parties[0].Name, written) && c == nil {
			c = &list[k]
		}
	}
	if c == nil || q < leastNew || p.cannotSpeak(c.parties) {
		return nil, 0
	}
	return c.stateless(), min(q, surest)
}

// stateless is the candidate for one who speaks for no known state.
func (c *candidate) stateless() *candidate {
	if c.parties[0].State == "" {
		return c
	}
	e, out := *c.parties[0], *c
	e.State = ""
	e.ID = actors.UnlistedID(e.Name, e.State)
	out.key, out.parties = e.ID, []*naming.Entity{&e}
	return &out
}

// newcomer reads a source that introduces somebody without a name by what they are and what that is of: it is the
// source as it is written without its article, and its noun. Both are "" for every other source, for one that names a
// state or a person or leaves open whose he is, "an official of the ministry", and for a spokesperson.
func newcomer(p *Passage) (written, noun string) {
	s := p.Body
	lo, hi := s.Voices.Cut(p.Quote.SourceLo, p.Quote.SourceHi)
	if hi <= lo {
		return "", ""
	}
	if comma := slices.Index(s.Lower[lo:hi], ","); comma >= 0 {
		hi = lo + comma
	}
	from := lo
	if words.IndefiniteArticle[s.Lower[lo]] {
		from++
	} else if s.Doc.Tokens[lo].Tag != "CD" {
		return "", ""
	}
	if hi-lo < leastTold || s.NamesState(lo, hi) || p.namesAnother(lo, hi) || bodyLeftOpen(s, lo, hi) {
		return "", ""
	}
	for k := lo + 1; k < hi && s.NounTag(k); k++ {
		if w := strings.TrimSuffix(s.Lower[k], "s"); words.Unnamed[w] {
			if words.Spokesperson[w] {
				return "", ""
			}
			return scene.Clean(s.Words(from, hi)), s.Lower[k]
		}
	}
	return "", ""
}

// leastTold is how many words a source has, at least, that tells enough of somebody new: "a senior trade official".
const leastTold = 4

// bodyLeftOpen reports whether the tokens hold a noun for a body that does not tell which: "the ministry", "his party".
func bodyLeftOpen(s *scene.Scene, lo, hi int) bool {
	for k := lo + 1; k < hi; k++ {
		body := words.Body[s.Lower[k]] || words.Organ[s.Lower[k]]
		if body && (s.Lower[k-1] == "the" || words.PossessivePerson[s.Lower[k-1]]) {
			return true
		}
	}
	return false
}

// leastNew is the least probability of somebody new in all candidates for him.
const leastNew = 0.3

// carrierCalled reports whether the source is a noun for a carrier of news that was named before, "the tabloid", and
// the speaker that carrier.
func carrierCalled(p *Passage) bool {
	s, c, d := p.Body, p.Quote, &p.Report.Decided.Speaker
	_, hi := s.Voices.Cut(c.SourceLo, c.SourceHi)
	return len(p.Speakers) == 1 && p.Speakers[0].Kind == actors.Medium && d.By == "called-so" &&
		d.P >= leastCarrier && words.Paper[s.At(hi-1)]
}

// leastCarrier is the least probability of a carrier that was named before.
const leastCarrier = 0.4
