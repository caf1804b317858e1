package scene

import (
	"strings"

	"demarche/timeline/actors"
)

// Voice cuts a source, tokens lo to hi-1, to the phrase that names the speaker: without the relative clause that describes him
// ("Ruto, who met Biden on Friday"), an adjunct before him ("In the talk with the agency, Lai") and an aside after him ("Minister
// Lee, for her part").
func (s *Scene) Voice(lo, hi int) (int, int) {
	lo = s.AfterDateline(lo)
	depth := 0
	for k := lo; k < hi; k++ {
		switch s.Lower[k] {
		case "(":
			depth++
		case ")":
			depth--
		}
		opens := k+1 < hi && (s.Lower[k] == "," || s.Lower[k] == "–" || s.Lower[k] == "—") && depth == 0 && k > lo
		if opens && (words.ClauseOpener[s.Lower[k+1]] || s.Doc.Tokens[k+1].Tag == "WP" || words.Preposition[s.Lower[k+1]] && !s.Capital(k+1)) ||
			k > lo && s.Doc.Tokens[k].Tag == "WP" && s.Lower[k] != "what" {
			hi = k
			break
		}
	}
	for hi > lo && (s.Lower[hi-1] == "," || words.Aside[s.Lower[hi-1]]) {
		hi--
	}
	return lo, hi
}

// OneBearer reports whether the members a and b of a phrase are one speaker, of whom the one says the office and the other the name:
// "Israel's military chief, Eyal Zamir", "State Councilor and Foreign Minister Wang Yi".
func (s *Scene) OneBearer(a, b Member) bool {
	sep := s.At(b.Lo - 1)
	if b.Lo-1 != a.End || sep != "," && sep != "and" || s.Naming(a.Lo, s.NameBeforeState(a.Lo, a.Hi)) || !s.Naming(b.Lo, b.Hi) {
		return false
	}
	k := s.OfficeHead(a.Lo, a.Hi)
	if k < 0 || strings.HasSuffix(s.Lower[k], "s") && !words.Office[s.Lower[k]] {
		return false
	}
	if sep == "," {
		return true
	}
	return s.Lower[a.Lo] != "the" && s.Lower[b.Lo] != "the" && s.OfficeHead(b.Lo, b.Hi) >= 0
}

// OfficeHead returns the last noun of an office in the tokens before any complement, -1 for none.
func (s *Scene) OfficeHead(lo, hi int) int {
	at := -1
	for k := lo; k < hi; k++ {
		w := s.Lower[k]
		if words.VoicePreposition[w] {
			break
		}
		if words.Office[w] {
			at = k
		}
	}
	return at
}

// Naming reports whether the phrase holds a person's own name: one that the gazetteer knows, or two capitalised words after the office.
func (s *Scene) Naming(lo, hi int) bool {
	for _, m := range s.MentionsIn(lo, hi) {
		if m.Actor.Kind == actors.Person && !m.Holder && m.Actor.ID != "" {
			a, _ := s.Range(m.Span)
			return a == lo || !words.Complementing[s.Lower[a-1]]
		}
	}
	k := lo
	if h := s.OfficeHead(lo, hi); h >= 0 {
		k = h + 1
	}
	k = s.SkipForms(k, hi)
	return hi-k >= 2 && hi-k <= 5 && s.PersonName(k, hi) && !s.HasBody(k, hi) && !s.StateAt(k)
}

// SkipForms returns the first token that is no form of address, and no mark behind one.
func (s *Scene) SkipForms(lo, hi int) int {
	for lo < hi && (words.AddressForm[s.Lower[lo]] || s.Lower[lo] == "," || s.Lower[lo] == "." && lo > 0 && words.AddressForm[s.Lower[lo-1]]) {
		lo++
	}
	return lo
}

// Listed reports whether the phrase joins its members: commas alone set off what describes the first.
func (s *Scene) Listed(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if w := s.Lower[k]; w == "and" || w == "&" || w == "as" {
			return true
		}
	}
	return false
}
