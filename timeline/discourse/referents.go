package discourse

import "strings"

// rule resolves a noun phrase, tokens lo to hi-1 of the body; ok is false where the phrase is not of its kind.
type rule struct {
	name    string
	resolve func(r *Discourse, lo, hi int, act *Act) (list []*Entity, ok bool)
}

// rules is the table of those who resolve a phrase, in the order in which they are asked. What no rule takes is read as a name.
func rules() []rule {
	return []rule{
		{"pronoun", (*Discourse).pronoun},
		{"side", single(func(r *Discourse, lo, hi int, act *Act) *Entity { return r.groupCalled(lo, hi, act) })},
		{"both-parties", (*Discourse).joint},
		{"each", (*Discourse).each},
		{"other-party", single((*Discourse).otherParty)},
		{"delegation-head", single(func(r *Discourse, lo, hi int, _ *Act) *Entity { return r.delegationHead(lo, hi) })},
		{"text", (*Discourse).document},
		{"called-so", single(func(r *Discourse, lo, hi int, _ *Act) *Entity { return r.definite(lo, hi) })},
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
	switch s.Lower[lo] {
	case "he", "him", "himself":
		return one(r.he(pos, "m")), true
	case "she", "her", "herself":
		return one(r.he(pos, "f")), true
	case "it", "itself":
		return r.it(pos, act), true
	case "they", "them", "both", "themselves":
		return r.they(pos, act), true
	case "who":
		return nil, true
	}
	return nil, false
}
