package scene

import (
	"strings"

	"demarche/quotes/text"
	"demarche/timeline/actors"
)

// Names tells which capitalised words are a person's name. It does not know where in a phrase one is to be looked for.
type Names struct {
	*Phrased
	Offices *Offices
}

// free reports two words or more, from lo on, that are a person's name and no known one.
func (s *Names) free(lo, hi int) bool {
	return hi-lo >= 2 && s.Unnamed(lo) && s.Capital(lo) && s.Person(lo, hi) && !s.HasBody(lo, hi)
}

// Person reports whether the tokens are two to four capitalised words, as a person's name.
func (s *Names) Person(lo, hi int) bool {
	n := 0
	for k := lo; k < hi; k++ {
		w := s.Lower[k]
		if words.PersonParticle[w] || w == "-" {
			continue
		}
		if !s.Capital(k) || words.Office[w] && !words.Kin[w] || words.Body[w] {
			return false
		}
		n++
	}
	return n >= 1 && n <= 6
}

// AfterPlace returns the start of the person's full name after the place at token i with which a sentence, tokens first
// to last-1, opens without a comma: "In Vila | Karl Moss, the envoy". It is i for every other token.
func (s *Names) AfterPlace(i, first, last int) int {
	if i != first+1 || !words.PlacePreposition[s.Lower[first]] || !s.Capital(i) || s.InTime(i) {
		return i
	}
	end := i
	for end < last && s.Capital(end) && !words.Office[s.Lower[end]] {
		end++
	}
	k := i
	for k < end && words.PlaceLead[s.Lower[k]] {
		k++
	}
	if n := end - k - 1; n < 2 || n > 3 || !s.Own(k+1, end) {
		return i
	}
	return k + 1
}

// PartOf reports whether the surname at tokens a to b-1 is but one part of a longer name that we do not know.
func (s *Names) PartOf(a, b, lo, hi int) bool {
	part := func(i int) bool {
		if i < lo || i >= hi || !s.Capital(i) || words.Office[s.Lower[i]] && !words.Kin[s.Lower[i]] {
			return false
		}
		if words.FormOfAddress[s.Lower[i]] {
			return false
		}
		m := s.MentionAt(i)
		return m == nil || m.Actor.Kind == actors.Person
	}
	before := a - 1
	for before > lo && words.PersonParticle[s.Lower[before]] {
		before--
	}
	return part(before) || part(b)
}

// InComplement reports whether a word before token a, from lo, makes what follows a complement: "of", "for".
func (s *Names) InComplement(a, lo int) bool {
	for k := lo; k < a; k++ {
		if w := s.Lower[k]; words.NameOf[w] {
			return true
		}
	}
	return false
}

// commonNoun reports a noun in the singular that is no body, paper or document.
func (s *Names) commonNoun(k int) bool {
	w := s.Lower[k]
	return s.Doc.Tokens[k].Tag == "NN" && !words.Body[w] && !words.Organ[w] && !words.Paper[w] && !words.Document[w]
}

// Proper reports whether token i is a capitalised word that the tagger takes for a name.
func (s *Names) Proper(i int) bool {
	return i >= 0 && i < len(s.Lower) && s.Capital(i) && strings.HasPrefix(s.Doc.Tokens[i].Tag, "NNP")
}

// lastCapitals returns the start of the capitalised words with which the phrase ends; words for a state stand before
// a name.
func (s *Names) lastCapitals(lo, hi int) int {
	k := hi
	for k > lo && s.Capital(k-1) && !s.StateAt(k-1) {
		k--
	}
	return k
}

// Own reports whether the tokens are a person's name that the gazetteer does not know, without a noun for a body
// or paper.
func (s *Names) Own(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		w := s.Lower[k]
		other := words.AddressForm[w] || words.DayAdverb[w] || words.MonthName[w] || words.Determiner[w]
		body := words.Organ[w] || words.Paper[w] || words.Document[w]
		if other || body || !s.Unnamed(k) || s.StateAt(k) {
			return false
		}
	}
	return s.Person(lo, hi) && !s.HasBody(lo, hi)
}

// Suffix returns the end of the name that ends at byte end: with the suffix after it, if there is one.
func (s *Names) Suffix(end int) int {
	k, _ := s.Range(text.Span{Start: end, End: end + 1})
	if k < len(s.Lower) && s.Doc.Tokens[k].Start < end {
		k++
	}
	if s.At(k) == "," {
		k++
	}
	if !words.NameSuffix[s.At(k)] || !s.Capital(k) {
		return end
	}
	return s.Doc.Tokens[k].End
}

// Unabbreviate returns the capitalised words of the scene whose first letters make the abbreviation; "" for none.
func (s *Names) Unabbreviate(abbr string) string {
	if len(abbr) < 2 || len(abbr) > 6 || strings.ToUpper(abbr) != abbr {
		return ""
	}
	for i := range s.Lower {
		n, k := 0, i
		for k < len(s.Lower) && n < len(abbr) {
			w := s.Doc.Word(k)
			if n > 0 && words.PassiveInner[s.Lower[k]] {
				k++
				continue
			}
			if w[0] != abbr[n] || len(w) < 2 {
				break
			}
			n++
			k++
		}
		if n == len(abbr) {
			return s.Words(i, k)
		}
	}
	return ""
}

// EndsInitials reports whether an abbreviation is made of the first letters of the words before token end: "Syrian
// Democratic Forces" and "SDF", "Bank of Lithuania" and "BoL" or "BL".
func (s *Names) EndsInitials(end int, abbr string) bool {
	n := len(abbr)
	first, _ := s.SentenceBounds(end - 1)
	for k := end - 1; k >= first && n > 0; k-- {
		switch w := s.Doc.Word(k); {
		case w[0]|0x20 == abbr[n-1]|0x20:
			n--
		case s.Capital(k):
			return false
		}
	}
	return n == 0 && len(abbr) >= 2
}

// introduces returns the noun with which the tokens before a comma only say what the person named after it is: "a
// border officer, | Ri In Sok", "the keeper of the harbour, | Ri In Sok". -1 where they do not.
func introduces(s *Names, lo, hi int) int {
	from := s.SkipDeterminer(lo, hi)
	if hi <= from || from == lo || s.At(hi) != "," {
		return -1
	}
	head := hi - 1
	for k := from + 1; k < hi; k++ {
		if s.endsHead(k) {
			head = k - 1
			break
		}
	}
	w := s.Lower[head]
	if s.Capital(head) || !words.Office[w] && !words.RoleNoun[w] && !s.commonNoun(head) {
		return -1
	}
	return head
}

// endsHead reports whether what stands at token k only adds to the noun before it: a preposition, an adverb of place, a
// participle ("a conductor | retired from the line").
func (s *Names) endsHead(k int) bool {
	w, tag := s.Lower[k], s.Doc.Tokens[k].Tag
	verb := tag == "VBN" || tag == "VBD" || tag == "VBG"
	clause := verb && s.NounTag(k-1) && words.Preposition[s.At(k+1)]
	return words.VoicePreposition[w] || tag == "IN" || strings.HasPrefix(tag, "RB") || clause
}

// Naming reports whether the phrase holds a person's own name: one that the gazetteer knows, or two capitalised words
// after the office.
func (s *Names) Naming(lo, hi int) bool {
	for _, m := range s.MentionsIn(lo, hi) {
		if m.Actor.Kind == actors.Person && !m.Holder && m.Actor.ID != "" {
			a, b := s.Range(m.Span)
			if b < hi && (s.Lower[b] == "'s" || s.Lower[b] == "'") {
				continue // "Lee's deputy" is another
			}
			return a == lo || !words.Complementing[s.Lower[a-1]]
		}
	}
	k := lo
	if h := s.Offices.Head(lo, hi); h >= 0 {
		k = h + 1
	}
	k = s.SkipForms(k, hi)
	return hi-k >= 2 && hi-k <= 5 && s.Person(k, hi) && !s.HasBody(k, hi) && !s.StateAt(k)
}

// SkipForms returns the first token that is no form of address, and no mark after one.
func (s *Names) SkipForms(lo, hi int) int {
	for lo < hi {
		switch w := s.Lower[lo]; {
		case addressForm(w) || w == "," || w == "." && lo > 0 && addressForm(s.Lower[lo-1]):
			lo++
		case w == "(" && lo+2 < hi && words.Retired[s.Lower[lo+1]] && s.Lower[lo+2] == ")":
			lo += 3
		case s.styleEnd(lo, hi) > lo:
			lo = s.styleEnd(lo, hi)
		default:
			return lo
		}
	}
	return lo
}

// styleEnd returns the end of a style before a name: "Her Excellency | Jane Doe", "the Rt Hon | John Doe". It is lo
// where none stands there.
func (s *Names) styleEnd(lo, hi int) int {
	k := lo
	if k < hi && words.NameStyleLead[s.Lower[k]] {
		k++
	}
	from := k
	for k < hi && words.NameStyle[s.Lower[k]] && s.Capital(k) {
		k++
	}
	if k == from || from == lo && k == lo+1 {
		return lo
	}
	return k
}

// addressForm reports a form of address, or ranks written in one: "brig.gen.", "lt.-col.", "major-general".
func addressForm(w string) bool {
	if words.AddressForm[w] {
		return true
	}
	parts := strings.FieldsFunc(w, func(r rune) bool { return r == '.' || r == '-' })
	ranks := len(parts) > 1 && words.NameTitle[parts[len(parts)-1]] && !words.Office[w]
	for _, p := range parts {
		if !words.AddressForm[p+"."] && !(ranks && (words.Office[p] || words.AddressForm[p])) {
			return false
		}
	}
	return len(parts) > 1
}
