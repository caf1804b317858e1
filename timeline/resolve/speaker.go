package resolve

import (
	"strings"

	"demarche/quotes"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
	"demarche/timeline/scene"
)

// speakerFinder finds whose words a quote is, by its source and the act that the passage is about. It knows nothing of
// addressees.
type speakerFinder struct{ *reading }

// find resolves the source of a quote; the words of an inner quote whose source is "I" or "we" are the outer
// speaker's. It returns the name of the rule that decided.
func (r *speakerFinder) find(c *scene.Quote, act *discourse.Act) (list []*naming.Entity, by string) {
	s := r.Body
	if list := r.Layout.Speaker(c); len(list) > 0 {
		return list, "layout"
	}
	if c.SourceHi <= c.SourceLo {
		return nil, ""
	}
	if c.SourceHi-c.SourceLo == 1 && words.FirstPerson[s.Lower[c.SourceLo]] {
		return r.agreeing(c, act), "outer-speaker"
	}
	if list := r.through(c, act); len(list) > 0 {
		return list, r.Rule
	}
	if list := r.Sender(s, c.SourceLo); len(list) > 0 {
		return list, "act"
	}
	lo, hi := antecedent(s, c.SourceLo, c.SourceHi)
	lo, hi = s.Voices.Cut(lo, hi)
	if list := r.quotedAs(hi, c, act); len(list) > 0 {
		return list, "quoted-as"
	}
	if list := r.quotedPronoun(c, act); len(list) > 0 {
		return list, "quoted-as"
	}
	if list := r.quotedBy(c, act); len(list) > 0 {
		return list, "quoted-as"
	}
	list = r.Referents(lo, hi, act)
	by = r.Rule
	if cited := r.cited(list, c, act); len(cited) > 0 {
		return cited, "quoted-as"
	}
	if teller := r.relayed(lo, list, c, act); len(teller) > 0 {
		return teller, "before-carrier"
	}
	if acts.OnlyMedium(list) && c.Spans.Form != quotes.Indirect {
		if near := r.beforeCarrier(c, act); len(near) > 0 {
			return near, "before-carrier"
		}
	}
	if len(list) == 1 && !list[0].Person() {
		if teller := r.introducedBy(c, act); len(teller) > 0 {
			return teller, "before-carrier"
		}
	}
	return list, by
}

// antecedent returns the tokens of the noun phrase before a source that is nothing but "who" or "which": "it was |
// Lind | who", "the ministry's paper |, which". It is lo and hi for every other source.
func antecedent(s *scene.Scene, lo, hi int) (from, to int) {
	if hi-lo != 1 || s.Doc.Tokens[lo].Tag[0] != 'W' || !words.Relative[s.Lower[lo]] {
		return lo, hi
	}
	to = lo
	if s.At(to-1) == "," {
		to--
	}
	first, _ := s.SentenceBounds(lo)
	from = to
	for from > first && (s.NounTag(from-1) || s.Lower[from-1] == "of") {
		from--
	}
	if from == to || s.Lower[from] == "of" {
		return lo, hi
	}
	return from, to
}

// through finds who speaks for a state or body of which the source says so: "Oslo, through its envoy Ruth Lind, |
// warned". Nobody where it names no person.
func (r *speakerFinder) through(c *scene.Quote, act *discourse.Act) []*naming.Entity {
	s := r.Body
	for k := c.SourceLo + 1; k+1 < c.SourceHi; k++ {
		if s.Lower[k-1] != "," || !words.ThroughPerson[s.Lower[k]] {
			continue
		}
		list := r.Referents(k+1, s.PhraseEnd(k+1, c.SourceHi), act)
		if len(list) == 1 && list[0].Person() {
			return list
		}
	}
	return nil
}

// relayed finds who speaks within the words of a quote that his own office, the source from token lo on, only passes
// on: "Lind assured Moss that the pact holds, his office said". Nobody where the source is a body of its own, or the
// words tell of no speech.
func (r *speakerFinder) relayed(
	lo int,
	list []*naming.Entity,
	c *scene.Quote,
	act *discourse.Act,
) []*naming.Entity {
	s := r.Body
	own := words.PossessivePerson[s.At(lo)] && c.SourceHi-lo <= 3
	if !own || len(list) != 1 || list[0].Person() || c.ContentHi > lo || c.Spans.Form == quotes.Direct {
		return nil
	}
	for k := c.ContentLo + 1; k < c.ContentHi; k++ {
		if !words.Speaking[s.Lower[k]] && !words.TellingVerb[s.Lower[k]] {
			continue
		}
		if a, b, ok := s.Clauses.Subject(k); ok && a >= c.ContentLo {
			if teller := r.Referents(a, b, act); len(teller) == 1 && teller[0].Person() {
				return teller
			}
		}
		return nil
	}
	return nil
}

// quotedAs finds the speaker where the source is who quotes him: "the agency quoted the ministry as saying".
func (r *speakerFinder) quotedAs(hi int, c *scene.Quote, act *discourse.Act) []*naming.Entity {
	s := r.Body
	k := hi
	for k < c.SourceHi+2 && (s.At(k) == "," || s.At(k) == "has" || s.At(k) == "also") {
		k++
	}
	_, last := s.SentenceBounds(c.Anchor)
	if !words.Quoting[s.At(k)] || k+1 >= last {
		return nil
	}
	end := s.PhraseEnd(k+1, last)
	if end <= k+1 || s.At(end) != "as" && s.At(end) != "." && s.At(end) != "," {
		return nil
	}
	return r.Referents(k+1, end, act)
}

// quotedBy finds who is quoted where the source is the carrier by whom: "Lind was quoted as saying by | the Herald".
// Nobody for every other source.
func (r *speakerFinder) quotedBy(c *scene.Quote, act *discourse.Act) []*naming.Entity {
	s := r.Body
	k := c.SourceLo - 1
	if s.At(k) != "by" {
		return nil
	}
	for floor := max(c.Lo, k-quotedReach); k > floor && !words.Quoting[s.Lower[k]]; {
		k--
	}
	hi := k
	for hi > c.Lo && (s.Doc.Tokens[hi-1].Tag[0] == 'V' || strings.HasPrefix(s.Doc.Tokens[hi-1].Tag, "RB")) {
		hi--
	}
	if !words.Quoting[s.At(k)] || hi == k {
		return nil
	}
	lo, end, ok := s.Clauses.Subject(k)
	if c.EndHi <= hi {
		lo, end, ok = c.EndHi, hi, true
	}
	for lo < end && !s.NounTag(lo) && !words.Determiner[s.Lower[lo]] && s.Doc.Tokens[lo].Tag != "PRP" {
		lo++
	}
	if !ok || lo >= end {
		return nil
	}
	return r.Referents(lo, end, act)
}

// quotedReach is how many tokens may stand between "quoted" and the carrier.
const quotedReach = 6

// cited finds whom a carrier, which the source names, has its words from: "it rained, | the Herald | reported, citing
// the ministry". Nobody for every other source.
func (r *speakerFinder) cited(list []*naming.Entity, c *scene.Quote, act *discourse.Act) []*naming.Entity {
	s, k := r.Body, max(c.CueHi, c.SourceHi)
	if !acts.OnlyMedium(list) || s.At(k) != "," || !words.Citing[s.At(k+1)] {
		return nil
	}
	return r.Referents(k+2, s.PhraseEnd(k+2, c.Hi), act)
}

// quotedPronoun finds whom "him" means of whom somebody else is told to have said the words: "Lind quoted | him | as
// saying". Nobody where the source is no such pronoun.
func (r *speakerFinder) quotedPronoun(c *scene.Quote, act *discourse.Act) []*naming.Entity {
	s, k := r.Body, c.SourceLo
	if c.SourceHi-k != 1 || !words.ObjectPronoun[s.Lower[k]] || !words.Quoting[s.At(k-1)] {
		return nil
	}
	lo := k - 1
	for first, _ := s.SentenceBounds(k); lo > first && s.Capital(lo-1); {
		lo--
	}
	if lo == k-1 {
		return nil
	}
	return r.spokenOfBefore(lo, r.Referents(lo, k-1, act))
}

// spokenOfBefore is the person of whom the text told last before the pronoun at token k and who is none of the list.
func (r *speakerFinder) spokenOfBefore(k int, list []*naming.Entity) []*naming.Entity {
	e := r.LastTold(r.Body.Doc.Tokens[k].Start, func(e *naming.Entity) bool {
		return e.Person() && !e.Plural && e.Name != e.Office && !naming.Includes(list, e)
	})
	if e == nil {
		return nil
	}
	return []*naming.Entity{e}
}

// beforeCarrier finds who spoke where the carrier was taken for the source: `"...," X said in a statement, KCNA
// reported`.
func (r *speakerFinder) beforeCarrier(c *scene.Quote, act *discourse.Act) []*naming.Entity {
	s := r.Body
	lo := c.EndHi
	for lo < c.SourceLo && (s.Lower[lo] == "," || s.Lower[lo] == "”" || s.Lower[lo] == `"`) {
		lo++
	}
	e := lo
	if lo < c.SourceLo {
		e = s.PhraseEnd(lo, c.SourceLo)
	}
	if e <= lo || e >= c.SourceLo || !words.Speaking[s.Lower[e]] && s.Lower[e] != "wrote" {
		return nil
	}
	list := r.Referents(lo, e, act)
	if len(list) == 0 || !list[0].Person() {
		return nil
	}
	return list
}

// enclosing returns who speaks the words that hold token k.
func (r *reading) enclosing(k int) []*naming.Entity {
	pos := r.Body.Doc.Tokens[k].Start
	for i := len(r.Focus) - 1; i >= 0; i-- {
		if f := &r.Focus[i]; f.Speaking && f.Pos <= pos {
			return f.Entities
		}
	}
	return nil
}

// agreeing is who speaks where the source is "I" or "we": the outer speaker, and where "we agreed" both parties of the
// talk in which he took part.
func (r *speakerFinder) agreeing(c *scene.Quote, act *discourse.Act) []*naming.Entity {
	outer := r.enclosing(c.SourceLo)
	s := r.Body
	if s.Lower[c.SourceLo] != "we" || c.CueHi <= c.CueLo || !words.ConcurringVerb[s.Lower[c.CueHi-1]] || len(outer) != 1 {
		return outer
	}
	if p := r.BothParties(s.Doc.Tokens[c.SourceLo].Start, act); len(p) == 2 && naming.Includes(p, outer[0]) {
		return p
	}
	return outer
}

// unnamed is who speaks where no source is written: both parties of a call or meeting ("it was agreed"), or the
// issuer of the text that the passage is about.
func (r *speakerFinder) unnamed(c *scene.Quote, act *discourse.Act) []*naming.Entity {
	pos := r.Body.Doc.Tokens[c.Anchor].Start
	if act != nil && act.Mutual && len(act.Parties()) >= 2 && len(c.Spans.Cue) > 0 {
		return act.Parties()
	}
	if act != nil && len(act.From) > 0 {
		return act.From
	}
	if len(c.Spans.Cue) == 0 {
		return nil
	}
	if p := r.BothParties(pos, act); len(p) >= 2 && act != nil && act.Mutual {
		return p
	}
	return nil
}

// introduction returns the verb of the clause before a colon that introduces words whose attribution stands after
// them: `Lind told Moss: "We wait.` and in the next paragraph `"We shall not leave," she added.` -1 for none.
func introduction(s *scene.Scene, c *scene.Quote) int {
	colon := c.ContentLo - 1
	if c.CueLo < c.ContentHi || colon <= 0 || s.Lower[colon] != ":" {
		return -1
	}
	first, _ := s.SentenceBounds(colon)
	for k := colon - 1; k > first; k-- {
		if words.TellingVerb[s.Lower[k]] {
			return k
		}
	}
	return -1
}

// introducedBy reads who speaks in the clause before a colon, where a carrier or office after the words relays them:
// `Lind told Moss: "We wait," the palace said.` Nobody where it names no person.
func (r *speakerFinder) introducedBy(c *scene.Quote, act *discourse.Act) []*naming.Entity {
	k := introduction(r.Body, c)
	if k < 0 {
		return nil
	}
	lo, hi, ok := r.Body.Clauses.Subject(k)
	if !ok {
		return nil
	}
	if list := r.Referents(lo, hi, act); len(list) == 1 && list[0].Person() {
		return list
	}
	return nil
}

// governing reports a government, a body of a state, or a person with an office of a government.
func governing(e *naming.Entity) bool {
	if e.Kind == actors.State || e.StateBody() {
		return true
	}
	for w := range words.Governing {
		if e.CalledSo(w) {
			return true
		}
	}
	return false
}

// titleAndName returns the token after the office or form of address at token k and the name after it; k for none.
func titleAndName(s *scene.Scene, k, hi int) int {
	name := k
	for name < hi && s.Capital(name) && (words.Office[s.Lower[name]] || s.Names.SkipForms(name, name+1) > name) {
		name++
	}
	end := name
	for end < hi && s.Capital(end) && !isMark(s.At(end)) {
		end++
	}
	if name == k || end == name {
		return k
	}
	return end
}
