package scene

import (
	"strings"

	"demarche/timeline/actors"
)

// Offices finds the nouns of offices in a phrase, with the states and bodies that they belong to. It does not know who
// holds one.
type Offices struct{ *Phrased }

// HasHead reports whether the tokens hold the head of an office.
func (s *Offices) HasHead(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if words.Office[s.Lower[k]] || words.Office[strings.TrimSuffix(s.Lower[k], "s")] {
			return true
		}
	}
	return false
}

// HeadAfter reports whether an office follows token k: "UN Secretary-General", "Defence Ministry spokesman".
func (s *Offices) HeadAfter(k, hi int) bool {
	for ; k < hi; k++ {
		if words.Office[s.Lower[k]] {
			return true
		}
		if w := s.Lower[k]; w == "of" || w == "for" {
			return false
		}
	}
	return false
}

// BodiesSeen is what a phrase tells of the body that an office belongs to.
type BodiesSeen struct {
	State   string // the first state named outside of a "to" complement, or that of a known organisation
	To      bool   // the phrase ends in a "to" complement
	Organ   bool   // an organ of a state
	Body    bool   // some body
	Private bool   // a body that speaks for no state by its kind
	Known   bool   // a body of the gazetteer that speaks for a state
}

// Bodies scans the tokens for states and bodies.
func (s *Offices) Bodies(lo, hi int) (b BodiesSeen) {
	for i := lo; i < hi; i++ {
		m := s.MentionAt(i)
		if m == nil || m.Actor.Kind != actors.State ||
			m.Kind == actors.ByDemonym { // "the Russian Federation" is no body
			b.addWord(s, i)
		}
		if m != nil && !b.To && b.State == "" {
			b.addActor(&m.Actor)
		}
	}
	return b
}

// addWord notes what the word at i tells.
func (b *BodiesSeen) addWord(s *Offices, i int) {
	switch w := s.Lower[i]; {
	case words.PrivateBody[w] && s.Capital(i):
		b.Body, b.Private = true, true
	case s.organAt(i):
		b.Organ = true
	case words.Body[w] && s.Capital(i):
		b.Body = true
	case words.OfficeAdjunct[w]:
		b.To = true
	case w == "of" || w == "for":
		b.To = false
	}
}

// organAt reports the name of an organ of a state at token i.
func (s *Offices) organAt(i int) bool {
	w := s.Lower[i]
	return words.Organ[w] && !words.LooseOrgan[w] || s.HasWords(i, "general", "staff") ||
		s.HasWords(i, "people", "'s", "committee")
}

// addActor notes the first state or organisation.
func (b *BodiesSeen) addActor(a *actors.Actor) {
	switch a.Kind {
	case actors.Organisation:
		b.State = a.State
		b.Organ, b.Known = b.State != "", b.State != ""
		b.Body = b.Body || b.State == ""
	case actors.State:
		b.State = a.State
	}
}

// Has reports whether an office or body of the class is mentioned in the phrase.
func (s *Offices) Has(lo, hi int, class string) bool {
	p := s.Span(lo, hi)
	for i := range s.Posts {
		if s.Posts[i].Start >= p.Start && s.Posts[i].End <= p.End && s.Posts[i].Office == class {
			return true
		}
	}
	return false
}

// In returns the class of the first office that the gazetteer finds in the phrase, "" for none.
func (s *Offices) In(lo, hi int) string {
	p := s.Span(lo, hi)
	for i := range s.Posts {
		if s.Posts[i].Start >= p.Start && s.Posts[i].End <= p.End {
			return s.Posts[i].Office
		}
		if s.Posts[i].Start >= p.End {
			break
		}
	}
	return ""
}

// AddressBefore reports whether a form of address stands before byte pos: "Mr Putin", "President Putin".
func (s *Offices) AddressBefore(pos int) bool {
	before := strings.TrimRight(s.Text[:pos], " ")
	i := strings.LastIndexAny(before, " \n(“\"")
	w := strings.ToLower(strings.TrimSuffix(before[i+1:], "."))
	return words.OfficeTitle[w] || words.Office[w]
}

// Many reports whether the word, in lower case, is a noun for many people: "leaders", "workers".
func Many(w string) bool {
	if words.People[w] || strings.HasSuffix(w, "s") && words.Office[strings.TrimSuffix(w, "s")] {
		return true
	}
	return strings.HasSuffix(w, "ers") || strings.HasSuffix(w, "ors") || strings.HasSuffix(w, "ists") ||
		strings.HasSuffix(w, "ents") || strings.HasSuffix(w, "ants")
}

// FullName returns the full name after a definite complement of the office at k: "the governor of the district" after
// "Midland District", as tokens of its earlier mention. An empty range when there is none.
func (s *Offices) FullName(k, hi int) (lo, end int) {
	if k+3 >= hi+1 || s.At(k+1) != "of" || s.At(k+2) != "the" || k+4 != hi || s.Capital(k+3) {
		return 0, 0
	}
	noun := s.Lower[k+3]
	for i := k; i > 0; i-- {
		if s.Lower[i] != noun || !s.Capital(i) || !s.Capital(i-1) {
			continue
		}
		a := i - 1
		for a > 0 && s.Capital(a-1) && s.Lower[a-1] != "the" {
			a--
		}
		return a, i + 1
	}
	return 0, 0
}

// Head returns the last noun of an office in the tokens before any complement, -1 for none.
func (s *Offices) Head(lo, hi int) int {
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
