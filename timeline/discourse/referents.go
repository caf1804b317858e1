package discourse

import (
	"strings"

	"demarche/timeline/actors"
)

// rule resolves a noun phrase, tokens lo to hi-1 of the body; ok is false where the phrase is not of its kind.
type rule struct {
	name    string
	resolve func(r *Discourse, lo, hi int, act *Act) (list []*Entity, ok bool)
}

// rules is the table of those who resolve a phrase, in the order in which they are asked. What no rule takes is read as a name.
func rules() []rule {
	return []rule{
		{"pronoun", (*Discourse).pronoun},
		{"nobody", (*Discourse).nobody},
		{"surname-spoken-of", single(func(r *Discourse, lo, hi int, _ *Act) *Entity { return surnameMeant(r, lo, hi) })},
		{"side", single(func(r *Discourse, lo, hi int, act *Act) *Entity { return r.groupCalled(lo, hi, act) })},
		{"both-parties", (*Discourse).joint},
		{"each", (*Discourse).each},
		{"other-party", single((*Discourse).otherParty)},
		{"delegation-head", single(func(r *Discourse, lo, hi int, _ *Act) *Entity { return r.delegationHead(lo, hi) })},
		{"text", (*Discourse).document},
		{"text", (*Discourse).work},
		{"called-so", single(func(r *Discourse, lo, hi int, _ *Act) *Entity { return r.definite(lo, hi) })},
		{"one-of-that-state", single(func(r *Discourse, lo, hi int, _ *Act) *Entity { return ofThatState(r, lo, hi) })},
		{"gathering", (*Discourse).gathered},
	}
}

// single makes a rule of one that finds at most one entity.
func single(f func(r *Discourse, lo, hi int, act *Act) *Entity) func(*Discourse, int, int, *Act) ([]*Entity, bool) {
	return func(r *Discourse, lo, hi int, act *Act) ([]*Entity, bool) {
		e := f(r, lo, hi, act)
		return one(e), e != nil
	}
}

// Referents resolves a noun phrase, tokens lo to hi-1 of the body, to the entities that it stands for; act is the message, call,
// meeting or text that the passage is about, nil for none. It returns nothing rather than a guess, and notes the rule that decided.
func (r *Discourse) Referents(lo, hi int, act *Act) []*Entity {
	s := r.Body
	for lo < hi && (s.Lower[lo] == "``" || s.Lower[lo] == "“" || s.Lower[lo] == `"` || s.Lower[lo] == ",") {
		lo++
	}
	lo, hi = s.Core(s.AfterDateline(lo), hi)
	r.Rule = ""
	if lo >= hi {
		return nil
	}
	for _, k := range r.rules {
		if list, ok := k.resolve(r, lo, hi, act); ok {
			r.Rule = k.name
			return list
		}
	}
	list := r.Named(s, lo, hi)
	r.Rule = r.readAs
	return list
}

// pronoun resolves "he", "she", "it", "they" and the like; "who" stands for nobody by itself.
func (r *Discourse) pronoun(lo, hi int, act *Act) ([]*Entity, bool) {
	s := r.Body
	alone := hi-lo == 1 || hi-lo <= 3 && (s.Lower[lo+1] == "both" || s.Lower[lo+1] == "all" || strings.HasPrefix(s.Doc.Tokens[lo+1].Tag, "RB"))
	if !alone {
		return nil, false
	}
	pos := s.Doc.Tokens[lo].Start
	switch {
	case words.HePronoun[s.Lower[lo]]:
		return one(r.he(pos, "m")), true
	case words.ShePronoun[s.Lower[lo]]:
		return one(r.he(pos, "f")), true
	case s.Lower[lo] == "it", s.Lower[lo] == "itself":
		return r.it(pos, act), true
	case words.TheyPronoun[s.Lower[lo]]:
		return r.they(pos, act), true
	case s.Lower[lo] == "who":
		return nil, true
	}
	return nil, false
}

// nobody takes phrases that tell of no speaker: "observers", "some analysts", "media reports".
func (r *Discourse) nobody(lo, hi int, _ *Act) ([]*Entity, bool) {
	s := r.Body
	for k := lo; k < hi; k++ {
		t := s.Doc.Tokens[k].Tag
		plain := (!s.Capital(k) || k == lo) && s.MentionAt(k) == nil && s.Lower[k] != "the"
		if !plain || !words.Crowd[s.Lower[k]] && t != "DT" && t != "CD" && !strings.HasPrefix(t, "JJ") {
			return nil, false
		}
	}
	if w := s.At(hi); words.ReferentNext[w] {
		return nil, false // "sources in Oslo"
	}
	return nil, words.Crowd[s.Lower[hi-1]] && (hi-lo == 1 || s.Lower[hi-1] != "media")
}

// surnameMeant resolves a surname that several people of the article have to the one of them of whom the text spoke last.
func surnameMeant(r *Discourse, lo, hi int) *Entity {
	s := r.Body
	k := s.SkipForms(lo, hi)
	if hi-k != 1 || !s.Capital(k) {
		return nil
	}
	list := r.shorts[s.Lower[k]]
	if len(Distinct(list)) < 2 {
		return nil
	}
	pos := s.Doc.Tokens[lo].Start
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach); i-- {
		f := &r.Focus[i]
		if f.Pos < pos && len(f.Entities) == 1 && Includes(list, f.Entities[0]) {
			return f.Entities[0]
		}
	}
	return nil
}

// ofThatState resolves "the Iraqi minister", "the UN official", "the Cambodian" to the person of that state or organisation of whom the text
// spoke last.
func ofThatState(r *Discourse, lo, hi int) *Entity {
	s := r.Body
	if hi-lo < 2 || hi-lo > 4 || s.Lower[lo] != "the" {
		return nil
	}
	m := s.MentionAt(lo + 1)
	if m == nil || m.Actor.Kind == actors.Person || m.Actor.State == "" {
		return nil
	}
	_, next := s.Range(m.Span)
	noun := ""
	switch {
	case next == hi-1 && words.LooseOffice[s.Lower[hi-1]]:
		noun = s.Lower[hi-1]
	case next != hi || m.Kind != actors.ByDemonym || !strings.HasSuffix(s.Lower[hi-1], "n"):
		return nil
	}
	pos := s.Doc.Tokens[lo].Start
	fits := func(e *Entity) bool {
		return e.Person() && !e.Plural && e.Name != e.Office && e.State == m.Actor.State && (noun != "minister" || e.has(noun))
	}
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach); i-- {
		if f := &r.Focus[i]; f.Pos < pos && len(f.Entities) == 1 && fits(f.Entities[0]) {
			return f.Entities[0]
		}
	}
	var best *Entity
	for _, e := range r.people {
		if fits(e) && len(e.at) > 0 && e.at[0] < pos && (best == nil || e.far(pos) < best.far(pos)) {
			best = e
		}
	}
	return best
}
