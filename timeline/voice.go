package timeline

import (
	"strings"

	"demarche/data"
	"demarche/timeline/actors"
)

// voice cuts a source, tokens lo to hi-1, to the phrase that names the speaker: without the relative clause that describes him
// ("Ruto, who met Biden on Friday"), an adjunct before him ("In the talk with the agency, Lai") and an aside after him ("Minister
// Lee, for her part").
func (s *scene) voice(lo, hi int) (int, int) {
	lo = s.afterDateline(lo)
	depth := 0
	for k := lo; k < hi; k++ {
		switch s.low[k] {
		case "(":
			depth++
		case ")":
			depth--
		}
		opens := k+1 < hi && (s.low[k] == "," || s.low[k] == "–" || s.low[k] == "—") && depth == 0 && k > lo
		if opens && (clauseOpeners[s.low[k+1]] || s.d.Tokens[k+1].Tag == "WP" || prepositions[s.low[k+1]] && !s.capital(k+1)) ||
			k > lo && s.d.Tokens[k].Tag == "WP" && s.low[k] != "what" {
			hi = k
			break
		}
	}
	for hi > lo && (s.low[hi-1] == "," || asides[s.low[hi-1]]) {
		hi--
	}
	return lo, hi
}

// clauseOpeners begin a clause or an aside after a comma that describes who was named before.
var clauseOpeners = data.Class("clause-opener")

// asides may end a source and name nobody.
var asides = data.Class("aside")

// oneBearer reports whether the members a and b of a phrase are one speaker, of whom the one says the office and the other the name:
// "Israel's military chief, Eyal Zamir", "State Councilor and Foreign Minister Wang Yi".
func (r *reading) oneBearer(s *scene, a, b item) bool {
	sep := s.at(b.lo - 1)
	if b.lo-1 != a.end || sep != "," && sep != "and" || s.naming(a.lo, a.hi) || !s.naming(b.lo, b.hi) {
		return false
	}
	k := s.officeHead(a.lo, a.hi)
	if k < 0 || strings.HasSuffix(s.low[k], "s") && !officeHeads[s.low[k]] {
		return false
	}
	if sep == "," {
		return true
	}
	return s.low[a.lo] != "the" && s.low[b.lo] != "the" && s.officeHead(b.lo, b.hi) >= 0
}

// officeHead returns the last noun of an office in the tokens before any complement, -1 for none.
func (s *scene) officeHead(lo, hi int) int {
	at := -1
	for k := lo; k < hi; k++ {
		w := s.low[k]
		if w == "of" || w == "for" || w == "to" || w == "in" || w == "at" {
			break
		}
		if officeHeads[w] {
			at = k
		}
	}
	return at
}

// naming reports whether the phrase holds a person's own name: one that the gazetteer knows, or two capitalised words after the office.
func (s *scene) naming(lo, hi int) bool {
	for _, m := range s.mentions(lo, hi) {
		if m.entry.Kind == actors.Person && !m.holder && m.entry.ID != "" {
			a, _ := s.tokens(m.Span)
			return a == lo || !complementing[s.low[a-1]]
		}
	}
	k := lo
	if h := s.officeHead(lo, hi); h >= 0 {
		k = h + 1
	}
	for k < hi && (forms[s.low[k]] || s.low[k] == ",") {
		k++
	}
	return hi-k >= 2 && hi-k <= 5 && s.allCapital(k, hi) && !s.bodyWithin(k, hi) && !s.demonymAt(k)
}

// forms are words of address that stand before a name.
var forms = data.Class("address-form")
