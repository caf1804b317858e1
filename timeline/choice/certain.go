package choice

import (
	"slices"
	"strings"

	"demarche/quotes"
	"demarche/timeline/actors"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
	"demarche/timeline/scene"
)

// certain reports whether who speaks is beyond doubt by how the text names him, whatever the model makes of it.
func certain(p *Passage) bool {
	if holdersMeant(p) || headsBody(p) || inOwnTurn(p) || carrierCalled(p) || len(jointIssuers(p)) > 0 {
		return true
	}
	d := &p.Report.Decided.Speaker
	return d.P >= leastCertain && (namedAlone(p) || meantAlone(p) || sent(p) || d.By == quotedAs)
}

// leastCertain is the least probability of a speaker who is beyond doubt by how the text names him, but for those with
// a bound of their own. Of such speakers with less, 4 of 20 were right in unread texts.
const leastCertain = 0.5

// meantAlone reports whether the source, which names nobody, can mean nobody else.
func meantAlone(p *Passage) bool {
	return goesOn(p) || sidesMeant(p) || introduced(p) || notNamed(p) || len(p.ownWords()) > 0
}

// namedAlone reports whether the source is nothing but a name.
func namedAlone(p *Passage) bool {
	return namedCarrier(p) || labelled(p) || namedBody(p) || namedIssuer(p) || peopleNamed(p) || statesNamed(p)
}

// peopleNamed reports whether the source is nothing but the names of people, with their offices or without.
func peopleNamed(p *Passage) bool { return namedPeople(p) || nameAlone(p) }

// nameAlone reports whether the source is nothing but the name of the person who speaks, whole or the last part of it
// that nobody else in the article has: "Ana Lind", "Lind".
func nameAlone(p *Passage) bool {
	s, c := p.Body, p.Quote
	lo, hi := s.Voices.Cut(c.SourceLo, c.SourceHi)
	if len(p.Speakers) != 1 || !p.Speakers[0].Person() || p.Speakers[0].Name == p.Speakers[0].Office || hi <= lo {
		return false
	}
	e, written := p.Speakers[0], scene.Clean(s.Words(lo, hi))
	if hi > lo+1 {
		return written == e.Name && p.PersonAt(hi-1) == e
	}
	ends := func(x *naming.Entity) bool { return strings.HasSuffix(x.Name, " "+written) }
	return ends(e) && !slices.ContainsFunc(p.People(), func(x *naming.Entity) bool { return x != e && ends(x) })
}

// statesNamed reports whether the source is nothing but the names of states or of bodies of theirs.
func statesNamed(p *Passage) bool { return namedStates(p) || bodiesOfStates(p) || governmentOfHead(p) }

// governmentOfHead reports whether the source is nothing but a government called by who heads it, "the Nixon
// administration", and the speaker that government.
func governmentOfHead(p *Passage) bool {
	s, c := p.Body, p.Quote
	lo, hi := s.Voices.Cut(c.SourceLo, c.SourceHi)
	if len(p.Speakers) != 1 || hi-lo != 3 || s.Lower[lo] != "the" || !words.GovernmentName[s.Lower[hi-1]] {
		return false
	}
	m := s.MentionAt(lo + 1)
	person := m == nil || m.Actor.Kind == actors.Person
	return person && s.Capital(lo+1) && p.Report.Decided.Speaker.By == "government" && naming.AllStates(p.Speakers)
}

// namedPeople reports whether the source names the speakers and nobody else, several of them or one with an office:
// "Foreign Minister Ana Lind", "Lind and her colleague Karl Moss", "the mayor |, Karl Moss".
func namedPeople(p *Passage) bool {
	s, c := p.Body, p.Quote
	if len(p.Speakers) == 0 {
		return false
	}
	lo, hi := s.Voices.Cut(c.SourceLo, c.SourceHi)
	if many := len(p.Speakers) > 1; s.Contains(lo, hi, "and") != many || !many && !s.Offices.HasHead(lo, hi) {
		return false
	}
	end := hi
	if s.At(hi) == "," && hi+1 < len(s.Lower) && p.PersonAt(hi-1) == nil {
		end = s.PhraseEnd(hi+1, len(s.Lower))
	}
	for k := lo; k < hi; k++ {
		if e := p.PersonAt(k); e != nil && !naming.Includes(p.Speakers, e) {
			return false
		}
	}
	at := s.Span(lo, max(end, hi))
	for _, e := range p.Speakers {
		named := func(pos int) bool { return at.Start <= pos && pos < at.End }
		if !e.Person() || e.Name == e.Office || !slices.ContainsFunc(e.NamedAt(), named) {
			return false
		}
	}
	last := p.PersonAt(max(end, hi) - 1)
	return last != nil && naming.Includes(p.Speakers, last)
}

// namedStates reports whether the source is nothing but the names of the states whose governments are the speakers:
// "Peru", "Lima and Oslo", or one of them with the noun for its government, "the Peruvian government".
func namedStates(p *Passage) bool {
	s, c := p.Body, p.Quote
	if len(p.Speakers) == 0 || p.Report.Decided.Speaker.P < leastState || !naming.AllStates(p.Speakers) {
		return false
	}
	lo, hi := s.Voices.Cut(c.SourceLo, c.SourceHi)
	named := map[string]bool{}
	for k := lo; k < hi; k++ {
		m := s.MentionAt(k)
		switch w := s.Lower[k]; {
		case m != nil && m.Actor.Kind == actors.State && (m.Kind != actors.ByDemonym || words.GovernmentName[s.At(hi-1)]):
			named[m.Actor.State] = true
		case m != nil, w != "the" && w != "," && w != "and" && !(k == hi-1 && words.GovernmentName[w]):
			return false
		}
	}
	for _, e := range p.Speakers {
		if !named[e.State] {
			return false
		}
	}
	return len(named) == len(p.Speakers)
}

// bodiesOfStates reports whether the speakers are bodies of one kind, one of each state that the source names: "the
// embassies of Peru and Chile".
func bodiesOfStates(p *Passage) bool {
	named := map[string]bool{}
	for _, m := range p.Body.MentionsIn(p.Quote.SourceLo, p.Quote.SourceHi) {
		named[m.Actor.State] = true
	}
	for _, e := range p.Speakers {
		if !e.StateBody() || !named[e.State] || e.Class != p.Speakers[0].Class {
			return false
		}
	}
	return len(p.Speakers) > 1 && len(named) == len(p.Speakers)
}

// leastState is the least probability of governments whom the source names by their states.
const leastState = 0.55

// namedBody reports whether the source is nothing but the name of a body with what tells whose it is: "the Chilean
// navy", "UNAMA", "in Lima, | the interior ministry", "Lind's ministry". Articles call one body by many names, so the
// model, which learns from names, is in doubt of each.
func namedBody(p *Passage) bool {
	s, c := p.Body, p.Quote
	if len(p.Speakers) != 1 || !p.Speakers[0].StateBody() || s.Offices.HasHead(c.SourceLo, c.SourceHi) {
		return false
	}
	_, last := s.Voices.Cut(c.SourceLo, c.SourceHi)
	hi := c.SourceLo
	for hi < c.SourceHi && s.Lower[hi] != "," {
		hi++
	}
	k := s.SkipDeterminer(c.SourceLo, hi)
	if k >= hi || hi-c.SourceLo > longestBody {
		return false
	}
	return ofThatBody(p, k) || ofThatBody(p, last-1) || ofHolder(p) || p.Placed(c.SourceLo, p.Speakers[0].State)
}

// longestBody is the number of words of the longest name of a body that is taken for nothing but a name.
const longestBody = 5

// ofThatBody reports whether token k is part of the name of the speaker's state, or of a body of it that has its own.
func ofThatBody(p *Passage, k int) bool {
	m := p.Body.MentionAt(k)
	return m != nil && m.Actor.State == p.Speakers[0].State && (m.Actor.Kind == actors.State || m.Kind == actors.ByMetonym)
}

// namedIssuer reports whether the source is nothing but the noun of a document with the name of the one who issued it:
// "a NATO statement", "a letter sent last week by the Norwegian government".
func namedIssuer(p *Passage) bool {
	s, c := p.Body, p.Quote
	lo, hi := s.Voices.Cut(c.SourceLo, c.SourceHi)
	lo = s.SkipDeterminer(lo, hi)
	if len(p.Speakers) != 1 || hi-lo < 2 || p.Speakers[0].Kind == actors.Medium {
		return false
	}
	if words.Document[s.Lower[hi-1]] {
		m := s.MentionAt(lo)
		return m != nil && m.Actor.ID == p.Speakers[0].ID && m.End == s.Doc.Tokens[hi-2].End
	}
	k := discourse.DocumentNoun(s, lo, hi)
	if k < 0 {
		return false
	}
	state := p.Speakers[0].State
	return state != "" && slices.ContainsFunc(s.MentionsIn(discourse.IssuedBy(s, k, hi)), func(m scene.Mention) bool {
		return m.Actor.State == state
	})
}

// namedCarrier reports whether the source is the name of a carrier of news that the gazetteer knows, and nothing
// else but what it is: "according to the BBC", "the official KCNA news agency". Whether its words belong in the
// timeline is not asked here; who said them is certain.
func namedCarrier(p *Passage) bool {
	s, c := p.Body, p.Quote
	if len(p.Speakers) != 1 || p.Speakers[0].Kind != actors.Medium {
		return false
	}
	lo, hi := s.Voices.Cut(c.SourceLo, c.SourceHi)
	lo = s.SkipDeterminer(lo, hi)
	named := false
	for k := lo; k < hi; k++ {
		m := s.MentionAt(k)
		switch {
		case m != nil && m.Actor.ID == p.Speakers[0].ID:
			named = true
		case m != nil, s.Capital(k), s.Doc.Tokens[k].Tag != "JJ" && !words.CarrierKind[s.Lower[k]]:
			return false
		}
	}
	return named
}

// labelled reports whether the words are the turn of somebody whom its label names: "MR. KIRBY:".
func labelled(p *Passage) bool {
	c := p.Quote
	return c.Spans.By == quotes.ByTurn && c.SourceHi > c.SourceLo+1 && p.Body.Capital(c.SourceHi-1)
}

// goesOn reports whether "he" or "she" goes on with the words of who spoke in the same paragraph right before, where
// the text names nobody else in between.
func goesOn(p *Passage) bool {
	s, c, last := p.Body, p.Quote, p.prior
	if len(p.Speakers) != 1 || !p.Speakers[0].Person() || last == nil || len(last.Report.Speakers) != 1 || !p.calledHe() {
		return false
	}
	from, to := s.Doc.Tokens[last.Quote.Anchor].Start, s.Doc.Tokens[c.SourceLo].Start
	near := from < to && c.Sentence-last.Quote.Sentence <= 1 && s.ParagraphAt(from) == s.ParagraphAt(to)
	return near && naming.SameAll(last.Speakers, p.Speakers) && !p.anotherNamed(from, to)
}

// sent reports whether the speakers are told to have sent the message in which the words stand.
func sent(p *Passage) bool {
	sender := p.Sender(p.Body, p.Quote.SourceLo)
	return len(sender) > 0 && naming.SameAll(sender, p.Speakers)
}

// inOwnTurn reports whether the source is the "I" of who speaks a turn of a transcript, and he the speaker.
func inOwnTurn(p *Passage) bool {
	own := p.ownWords()
	return len(own) > 0 && p.outer.Quote.Spans.By == quotes.ByTurn && naming.SameAll(own, p.Speakers)
}

// sidesMeant reports whether the source is "the two sides", "both countries" and the speakers are the governments of
// two states. Somebody who speaks of two sides may mean others.
func sidesMeant(p *Passage) bool {
	s, c := p.Body, p.Quote
	if c.Nested || len(p.Speakers) != 2 || !naming.AllStates(p.Speakers) {
		return false
	}
	_, hi := s.Voices.Cut(c.SourceLo, c.SourceHi)
	last := s.At(hi - 1)
	return words.JointRule[p.Report.Decided.Speaker.By] && (words.StateNoun[last] || words.SideNoun[last])
}

// introduced reports whether the source is "the official" and the speaker one whom the text has just introduced so, or
// the source is "his guest" and the speaker who was just told of beside him.
func introduced(p *Passage) bool {
	e := p.Introduced(p.Quote.SourceLo, p.Quote.SourceHi)
	if e == nil {
		e = p.Companion(p.Quote.SourceLo, p.Quote.SourceHi)
	}
	return e != nil && len(p.Speakers) == 1 && p.Speakers[0].ID == e.ID
}

// onlyRelated reports whether the only one of the list is known by nothing but "his counterpart", "her guest", which is
// no name for anybody.
func (p *Passage) onlyRelated(list []*naming.Entity) bool {
	s, c := p.Body, p.Quote
	related := words.PossessivePerson[s.At(c.SourceLo)] && words.Companion[s.At(c.SourceHi-1)]
	return related && len(list) == 1 && list[0].Person() && list[0].Name == list[0].Office
}

// onlyExample reports whether the source names the only one of the list as one of a group that speaks as a whole:
// "diplomats of forty states, including | Peru".
func onlyExample(p *Passage, list []*naming.Entity) bool {
	k := p.Body.Voices.ExamplesIn(p.Quote.SourceLo, p.Quote.SourceHi)
	if k < 0 || len(list) != 1 {
		return false
	}
	isOne := func(m scene.Mention) bool { return m.Actor.ID == list[0].ID }
	return slices.ContainsFunc(p.Body.MentionsIn(k, p.Quote.SourceHi), isOne)
}

// notNamed reports whether the source is a phrase for somebody new whom the text does not name, and the speaker is the
// one known by nothing else: "a senior Chilean diplomat", "two officials familiar with the talks". One of whom the
// source does not tell whose he is, "a spokesman", may be anybody's.
func notNamed(p *Passage) bool {
	s, c := p.Body, p.Quote
	if len(p.Speakers) != 1 || c.SourceHi-c.SourceLo < 2 {
		return false
	}
	count := s.Doc.Tokens[c.SourceLo].Tag == "CD" && s.At(c.SourceLo+1) != "of"
	if !words.IndefiniteArticle[s.Lower[c.SourceLo]] && !count {
		return false
	}
	if p.namesAnother(c.SourceLo, c.SourceHi) {
		return false
	}
	name := strings.Fields(strings.ToLower(p.Speakers[0].Name))
	_, hi := s.Voices.Cut(c.SourceLo, c.SourceHi)
	for k := c.SourceLo + 1; k < hi; k++ {
		w := s.Lower[k]
		if holder := words.Office[strings.TrimSuffix(w, "s")] || words.People[w]; holder && slices.Contains(name, w) {
			if len(p.Speakers[0].State) == 3 && !s.NamesState(c.SourceLo, c.SourceHi) {
				return false
			}
			return p.Speakers[0].State != "" || count || s.Capital(k-1) && !s.StateAt(k-1) && !words.Spokesperson[w]
		}
	}
	return false
}

// namesAnother reports whether the tokens of a source name a person other than the speakers, or hold a comma.
func (p *Passage) namesAnother(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if e := p.PersonAt(k); e != nil && !naming.Includes(p.Speakers, e) || p.Body.Lower[k] == "," {
			return true
		}
	}
	return false
}

// holdersMeant reports whether the source is a plural of an office that each of the speakers, by the text or the
// gazetteer, holds: "the two ministers", "the leaders of Chile and Peru".
func holdersMeant(p *Passage) bool {
	if len(p.Speakers) < 2 || !words.JointRule[p.Report.Decided.Speaker.By] ||
		p.Report.Decided.Speaker.P < leastJoint {
		return false
	}
	office := p.pluralOffice()
	for _, e := range p.Speakers {
		if office == "" || !e.Person() || !e.CalledSo(office) && !(office == "leader" && leads(e)) {
			return false
		}
	}
	return true
}

// leastJoint is the least probability of speakers whom the plural of their office names.
const leastJoint = 0.25

// pluralOffice is the office whose plural the source holds, "" for none.
func (p *Passage) pluralOffice() string {
	s, c := p.Body, p.Quote
	for k := c.SourceLo; k < c.SourceHi; k++ {
		if one, ok := strings.CutSuffix(s.Lower[k], "s"); ok && words.Office[one] {
			return one
		}
	}
	return ""
}

// leads reports whether the text or the gazetteer calls the person by an office that leads.
func leads(e *naming.Entity) bool {
	for w := range words.LeadingOffice {
		if e.CalledSo(w) {
			return true
		}
	}
	return false
}

// headsBody reports whether the source is nothing but an office at a body with a name, "the head of the Oslo Peace
// Council", in an article that has named nobody without an office who could be the one who holds it.
func headsBody(p *Passage) bool {
	s, c := p.Body, p.Quote
	lo, hi := s.Voices.Cut(c.SourceLo, c.SourceHi)
	of := lo + 2
	if len(p.Speakers) != 1 || p.Report.Decided.Speaker.P < leastHead || s.At(lo) != "the" || s.At(of) != "of" {
		return false
	}
	e := p.Speakers[0]
	if e.Name != e.Office || !words.Office[s.Lower[lo+1]] || !s.Capital(s.SkipDeterminer(of+1, hi)) {
		return false
	}
	return !slices.ContainsFunc(p.People(), func(x *naming.Entity) bool {
		return x != e && x.Office == "" && x.Held == "" && x.LastBefore(s.Doc.Tokens[lo].Start) >= 0
	})
}

// leastHead is the least probability of somebody whom the text calls by an office at a body alone.
const leastHead = 0.3
