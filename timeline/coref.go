package timeline

import (
	"sort"
	"strings"

	"demarche/timeline/record"
)

// who resolves a noun phrase, tokens lo to hi-1 of the body, to the entities that it stands for; fr is the message, call,
// meeting or text that the passage is about, nil for none. It returns nothing rather than a guess.
func (r *discourse) who(lo, hi int, fr *frame) []*entity {
	s := r.body
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
			return r.it(pos, fr)
		case "they", "them", "both", "themselves":
			return r.they(pos, fr)
		case "who":
			return nil
		}
	}
	if jointPhrase(s, lo, hi) {
		if p := r.pair(pos, fr); len(p) >= 2 {
			return p
		}
	}
	if e := r.partner(lo, hi, fr); e != nil {
		return []*entity{e}
	}
	if e := r.delegationHead(lo, hi); e != nil {
		return []*entity{e}
	}
	if list, ok := r.document(lo, hi, fr); ok {
		return list
	}
	if e := r.definite(lo, hi); e != nil {
		return []*entity{e}
	}
	if list, ok := r.collective(lo, hi, fr); ok {
		return list
	}
	return r.read(s, lo, hi)
}

func one(e *entity) []*entity {
	if e == nil {
		return nil
	}
	return []*entity{e}
}

// he returns the person for whom a singular pronoun at pos stands: who spoke last or was last the subject of a sentence, if
// the gender allows it.
func (r *discourse) he(pos int, gender string) *entity {
	fits := func(e *entity) bool { return e.person() && !e.plural && (e.gender == "" || e.gender == gender) }
	for i := len(r.focus) - 1; i >= max(0, len(r.focus)-reach); i-- {
		f := &r.focus[i]
		if f.pos >= pos || len(f.list) != 1 {
			continue
		}
		if fits(f.list[0]) {
			return f.list[0]
		}
	}
	// else the last person named before
	s := r.body
	last := sort.Search(len(s.Mentions), func(k int) bool { return s.Mentions[k].End > pos })
	for k := last - 1; k >= max(0, last-reach); k-- {
		if m := &s.Mentions[k]; m.Actor.ID != "" {
			if e := r.byID[m.Actor.ID]; e != nil && fits(e) {
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
func (r *discourse) it(pos int, fr *frame) []*entity {
	for i := len(r.focus) - 1; i >= max(0, len(r.focus)-reach); i-- {
		f := &r.focus[i]
		if f.pos >= pos || len(f.list) == 0 {
			continue
		}
		if f.frame != nil && f.frame.speaksForItself() || !f.list[0].person() {
			return f.list
		}
	}
	if fr != nil {
		return fr.from
	}
	return nil
}

// they returns whom a plural pronoun at pos stands for.
func (r *discourse) they(pos int, fr *frame) []*entity {
	for i := len(r.focus) - 1; i >= max(0, len(r.focus)-reach); i-- {
		f := &r.focus[i]
		if f.pos >= pos || len(f.list) == 0 {
			continue
		}
		if len(f.list) >= 2 || f.list[0].plural {
			return f.list
		}
		if fr != nil && (fr.kind == record.Call || fr.kind == record.Meeting) && len(fr.parties()) >= 2 {
			return fr.parties()
		}
		if len(f.list) == 1 && !f.list[0].person() {
			return f.list
		}
	}
	if fr != nil && len(fr.parties()) >= 2 {
		return fr.parties()
	}
	return nil
}
