package discourse

import (
	"sort"
	"strings"

	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/record"
)

// Discourse is who the words of an article stand for where it does not name them: its entities with those that the text is about,
// sentence by sentence, and the acts that it has told of so far.
type Discourse struct {
	*Entities
	Acts  []*Act  // in the order in which they are told
	Focus []Focus // whom the text was about, in its order
}

// Focus is a list of entities that a sentence is about, or that have just spoken.
type Focus struct {
	Pos      int // byte of the body; -1 in the title
	Entities []*Entity
	Speaking bool
	Act      *Act // what they speak in; nil for none
}

// New is the discourse of an article before its first sentence is read.
func New(a *article.Article, d *text.Doc, g *actors.Gazetteer) *Discourse {
	return &Discourse{Entities: newEntities(a, d, g)}
}

// Referents resolves a noun phrase, tokens lo to hi-1 of the body, to the entities that it stands for; act is the message, call,
// meeting or text that the passage is about, nil for none. It returns nothing rather than a guess.
func (r *Discourse) Referents(lo, hi int, act *Act) []*Entity {
	s := r.Body
	for lo < hi && (s.Lower[lo] == "``" || s.Lower[lo] == "“" || s.Lower[lo] == `"` || s.Lower[lo] == ",") {
		lo++
	}
	lo, hi = s.Core(s.AfterDateline(lo), hi)
	if lo >= hi {
		return nil
	}
	pos := s.Doc.Tokens[lo].Start
	if hi-lo == 1 || hi-lo <= 3 && (s.Lower[lo+1] == "both" || s.Lower[lo+1] == "all" || strings.HasPrefix(s.Doc.Tokens[lo+1].Tag, "RB")) {
		switch s.Lower[lo] {
		case "he", "him", "himself":
			return one(r.he(pos, "m"))
		case "she", "her", "herself":
			return one(r.he(pos, "f"))
		case "it", "itself":
			return r.it(pos, act)
		case "they", "them", "both", "themselves":
			return r.they(pos, act)
		case "who":
			return nil
		}
	}
	if e := groupCalled(s, lo, hi, act); e != nil {
		return []*Entity{e}
	}
	if jointPhrase(s, lo, hi) || allParticipants(s, lo, hi, act) {
		if p := r.BothParties(pos, act); len(p) >= 2 {
			return p
		}
	}
	if e := r.partner(lo, hi, act); e != nil {
		return []*Entity{e}
	}
	if e := r.delegationHead(lo, hi); e != nil {
		return []*Entity{e}
	}
	if list, ok := r.document(lo, hi, act); ok {
		return list
	}
	if e := r.definite(lo, hi); e != nil {
		return []*Entity{e}
	}
	if list, ok := r.gathered(lo, hi, act); ok {
		return list
	}
	return r.Named(s, lo, hi)
}

func one(e *Entity) []*Entity {
	if e == nil {
		return nil
	}
	return []*Entity{e}
}

// he returns the person for whom a singular pronoun at pos stands: who spoke last or was last the subject of a sentence, if
// the gender allows it.
func (r *Discourse) he(pos int, gender string) *Entity {
	fits := func(e *Entity) bool { return e.Person() && !e.Plural && (e.gender == "" || e.gender == gender) }
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach); i-- {
		f := &r.Focus[i]
		if f.Pos >= pos || len(f.Entities) != 1 {
			continue
		}
		if fits(f.Entities[0]) {
			return f.Entities[0]
		}
	}
	// else the last person named before
	s := r.Body
	last := sort.Search(len(s.Mentions), func(k int) bool { return s.Mentions[k].End > pos })
	for k := last - 1; k >= max(0, last-Reach); k-- {
		if m := &s.Mentions[k]; m.Actor.ID != "" {
			if e := r.ByID[m.Actor.ID]; e != nil && fits(e) {
				return e
			}
		}
	}
	for i := len(r.people) - 1; i >= 0; i-- {
		if fits(r.people[i]) && r.people[i].gender == gender {
			return r.people[i]
		}
	}
	return nil
}

// it returns the body, medium or issuer of a text for which "it" at pos stands.
func (r *Discourse) it(pos int, act *Act) []*Entity {
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach); i-- {
		f := &r.Focus[i]
		if f.Pos >= pos || len(f.Entities) == 0 {
			continue
		}
		if f.Act != nil && f.Act.speaksForItself() || !f.Entities[0].Person() {
			return f.Entities
		}
	}
	if act != nil {
		return act.From
	}
	return nil
}

// they returns whom a plural pronoun at pos stands for.
func (r *Discourse) they(pos int, act *Act) []*Entity {
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach); i-- {
		f := &r.Focus[i]
		if f.Pos >= pos || len(f.Entities) == 0 {
			continue
		}
		if len(f.Entities) >= 2 || f.Entities[0].Plural {
			return f.Entities
		}
		if act != nil && (act.Channel == record.Call || act.Channel == record.Meeting) && len(act.Parties()) >= 2 {
			return act.Parties()
		}
		if len(f.Entities) == 1 && !f.Entities[0].Person() {
			return f.Entities
		}
	}
	if act != nil && len(act.Parties()) >= 2 {
		return act.Parties()
	}
	return nil
}
