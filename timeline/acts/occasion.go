package acts

import (
	"strings"
	"unicode"

	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// Occasions finds the events and anniversaries for which something is said or sent. It knows the parties of none but a
// birthday.
type Occasions struct {
	*Account
	Parties *Parties
}

// In finds the event or anniversary at or for which a sentence says that something was said: "on the occasion
// of", "to mark", "upon his election as", a holiday named as the day. Words that are reported are not looked at,
// unless they are what somebody is congratulated on.
func (r *Occasions) In(s *scene.Scene, lo, hi int, covered []text.Span) *record.Occasion {
	for k := lo; k < hi; k++ {
		start := occasionAfter(s, lo, k, hi)
		if start == 0 && s.HasPhrase(k, words.HappyBirthday) {
			return r.birthday(s, k, hi)
		}
		if start == 0 || scene.Covers(covered, s.Doc.Tokens[k].Span) {
			continue
		}
		if o := OccasionAt(s, start, hi); o != nil {
			return o
		}
	}
	return holidayIn(s, lo, hi, covered)
}

// occasionAfter is the token from which an occasion is named, where the words at k lead to one; 0 for others.
func occasionAfter(s *scene.Scene, lo, k, hi int) int {
	switch {
	case words.OccasionNoun[s.Lower[k]] && s.At(k+1) == "of":
		return k + 2
	case s.HasPhrase(k, words.InHonour):
		return k + 3
	case !s.Capital(k) && words.CelebratingVerb[s.Lower[k]] && (s.At(k-1) == "to" || s.Doc.Tokens[k].Tag == "VBG"):
		if marksNoDay(s, k+1, hi) {
			return 0
		}
		return k + 1
	case (s.At(k+1) == "his" || s.At(k+1) == "her") && (noOccasion(s, k+2) || words.CallingVerb[s.At(k-1)]):
		return 0 // "called | on his supporters to"
	case s.HasPhrase(k, words.UponHis):
		return k + 1
	case s.HasPhrase(k, words.HappyBirthday):
		return 0
	case words.DayPreposition[s.Lower[k]] && anniversaryAt(s, k+1, hi), lossAt(s, lo, k, hi):
		return k + 1
	}
	return 0
}

// noOccasion reports a noun that is no occasion within three tokens from k: "on his | weekly television program".
func noOccasion(s *scene.Scene, k int) bool {
	return words.NoOccasion[s.At(k)] || words.NoOccasion[s.At(k+1)] || words.NoOccasion[s.At(k+2)]
}

// marksNoDay reports whether what the noun phrase from token k names is celebrated but no day or event: "to celebrate |
// the strong bonds between", "marking | a step".
func marksNoDay(s *scene.Scene, k, hi int) bool {
	if words.OccasionNoun[s.At(s.SkipDeterminer(k, hi))] {
		return true // read from there
	}
	for ; k < hi && s.Lower[k] != "of" && !words.Preposition[s.Lower[k]]; k++ {
		if words.NoDayMarked[s.Lower[k]] {
			return true
		}
		if strings.Contains(endsOccasion, s.Lower[k]) {
			return false
		}
	}
	return false
}

// holidayIn is the first holiday that the tokens name as the day, outside of the words reported; nil for none.
func holidayIn(s *scene.Scene, lo, hi int, covered []text.Span) *record.Occasion {
	list := s.TimesIn(lo, hi)
	for i := range list {
		x := &list[i]
		if x.Holiday == "" || scene.Covers(covered, text.Span{Start: x.Start, End: x.End}) {
			continue
		}
		o := &record.Occasion{Name: holidayName(s.Text[x.Start:x.End]), Evidence: text.Span{Start: x.Start, End: x.End}}
		if d, ok := x.Date(); ok {
			o.Date = d.EDTF
		}
		return o
	}
	return nil
}

// OfLede finds what the whole article is told for: the occasion of its first sentence, or of the second where
// that goes on about the same events ("They were to mark ...").
func (r *Occasions) OfLede(covered []text.Span) *record.Occasion {
	s := r.Body
	for n := range s.Doc.Sentences[:min(2, len(s.Doc.Sentences))] {
		sn := &s.Doc.Sentences[n]
		if n > 0 && !words.OccasionPronoun[s.At(sn.First)] {
			break
		}
		if o := r.In(s, sn.First, sn.Last, covered); o != nil {
			return o
		}
	}
	return nil
}

// OfTitle is the event for which the title says that a statement or message was made: "Statement by X on the | passing
// of Y", "Message marking | World Water Day". nil for a title without one.
func (r *Occasions) OfTitle() *record.Occasion {
	s := r.Title
	for k := 1; k < len(s.Lower); k++ {
		lead := words.TitleOccasionLead[s.Lower[k]] || s.Lower[k] == "of" && words.TitleOccasionNoun[s.Lower[k-1]] ||
			s.Lower[k-1] == "to" && words.CelebratingVerb[s.Lower[k]]
		if !lead {
			continue
		}
		from := s.SkipDeterminer(k+1, len(s.Lower))
		if words.TitleOccasionNoun[s.At(from)] && s.At(from+1) == "of" {
			from = s.SkipDeterminer(from+2, len(s.Lower))
		}
		if words.PossessivePerson[s.At(from)] {
			from++
		}
		if namedInTitle(s, from) {
			return &record.Occasion{Name: scene.Clean(s.Words(from, len(s.Lower)))}
		}
		return nil
	}
	return nil
}

// namedInTitle reports whether the phrase from token lo on names an event: "| World Water Day", "| Ana Lind's visit to
// Oslo", "| passing of Ana Lind", "| Easter", not "| sanctions after the visit".
func namedInTitle(s *scene.Scene, lo int) bool {
	for e := lo; e < len(s.Lower); e++ {
		whose := s.Lower[e] == "of" && (s.At(e+2) == "'s" || s.At(e+3) == "'s") // "the Republic of Peru's | day"
		if prepositionAt(s, e) && !whose {
			return false
		}
		if words.TitleOccasion[s.Lower[e]] && (e > lo || e+1 == len(s.Lower)) ||
			words.TitleOccasionOf[s.Lower[e]] && s.At(e+1) == "of" {
			return true
		}
	}
	return false
}

// prepositionAt reports a preposition at token k.
func prepositionAt(s *scene.Scene, k int) bool {
	t := s.Doc.Tokens[k].Tag
	return t == "IN" || t == "TO" || words.Preposition[s.Lower[k]]
}

// OfVisit finds the visit of which the first sentences tell, "visit to Lima", by the words for it and the place: "while
// visiting Lima", "during his stay in Lima", "arrived in Lima", "welcomed President Moss to Lima". nil for none.
func (r *Occasions) OfVisit() *record.Occasion {
	s := r.Body
	for n := range s.Doc.Sentences[:min(sentencesOfVisit, len(s.Doc.Sentences))] {
		sn := &s.Doc.Sentences[n]
		for k := sn.First; k < sn.Last; k++ {
			if lo, hi := placeVisited(s, k, sn.Last); hi > lo {
				return &record.Occasion{Name: "visit to " + scene.Clean(s.Words(lo, hi)), Evidence: s.Span(k, hi)}
			}
		}
	}
	return nil
}

// sentencesOfVisit is how many sentences tell of the visit for which an article is written.
const sentencesOfVisit = 3

// placeVisited returns the tokens that name the place to which somebody comes by the verb or noun at token k; none
// where it is another word.
func placeVisited(s *scene.Scene, k, last int) (lo, hi int) {
	w := s.Lower[k]
	switch {
	case s.Capital(k) && !words.StayNoun[w]:
	case words.VisitingVerb[w] && strings.HasPrefix(s.Doc.Tokens[k].Tag, "V") && s.StateAt(k+1):
		return placeNamed(s, k+1, last)
	case words.TravelVerb[w] && words.ToPlace[s.At(k+1)], words.StayNoun[w] && words.StayPreposition[s.At(k+1)]:
		return placeNamed(s, s.SkipDeterminer(k+2, last), last)
	case words.GuestVerb[w]:
		for i := k + 2; i < min(last, k+farthestGuest) && !s.FiniteVerb(i); i++ {
			if !words.ToPlace[s.Lower[i]] || !guestIn(s, k+1, i) {
				continue
			}
			if lo, hi = placeNamed(s, s.SkipDeterminer(i+1, last), last); hi > lo {
				return lo, hi
			}
		}
	}
	return 0, 0
}

// guestIn reports whether the phrase that opens the tokens lo to hi-1 names somebody, by an office or name: not
// "welcomed | the truce | in Yemen".
func guestIn(s *scene.Scene, lo, hi int) bool {
	for k := lo; k < hi && (k == lo || !words.Preposition[s.Lower[k]]); k++ {
		if s.Capital(k) && !s.StateAt(k) || s.Offices.HasHead(k, k+1) {
			return true
		}
	}
	return false
}

// farthestGuest is how many tokens may stand between the verb of a host and the place to which his guest comes.
const farthestGuest = 16

// placeNamed returns the tokens from lo that name a place: a state, what stands for it, or a name that nobody bears.
func placeNamed(s *scene.Scene, lo, last int) (from, to int) {
	if m := s.MentionAt(lo); m != nil && (m.Actor.Kind != actors.State || m.Kind == actors.ByDemonym) {
		return 0, 0
	}
	hi := lo
	for hi < last && s.Capital(hi) && !s.InTime(hi) {
		hi++
	}
	return lo, hi
}

// BareOccasion reports whether the occasion is no more than a noun for a gathering: "meetings", "lecture and photo
// exhibition". A ceremony is held for something of its own.
func BareOccasion(o *record.Occasion) bool {
	if strings.IndexFunc(o.Name, unicode.IsUpper) > 0 {
		return false // the name of one event
	}
	for _, w := range strings.Fields(strings.ToLower(o.Name)) {
		if words.Gathering[w] {
			return w != "ceremony"
		}
	}
	return false
}

// Anniversary reports whether the occasion is an anniversary or birthday.
func Anniversary(o *record.Occasion) bool {
	low := strings.ToLower(o.Name)
	return words.AnniversaryNoun.Within(low)
}

// holidayName is the name of a holiday as the text writes it.
func holidayName(t string) string { return scene.Clean(t) }

// lossAt reports whether the preposition at token k leads to the loss over which the sentence tells of condolences:
// "following the accident in", "over the death of".
func lossAt(s *scene.Scene, lo, k, hi int) bool {
	switch {
	case words.LossPreposition[s.Lower[k]]:
	default:
		return false
	}
	if s.Clauses.VerbBefore(lo, k, words.Condolence) < 0 {
		return false
	}
	for j := k + 1; j < min(hi, k+6); j++ {
		if words.Loss[s.Lower[j]] {
			return true
		}
		if !s.NounTag(j) && !s.Capital(j) && !words.Determiner[s.Lower[j]] {
			return false
		}
	}
	return false
}

// anniversaryAt reports whether the next words name an anniversary or birthday.
func anniversaryAt(s *scene.Scene, k, hi int) bool {
	if s.Capital(k) && !s.StateAt(k) || s.Doc.Tokens[min(k, len(s.Lower)-1)].Tag == "VBG" {
		return false
	}
	for j := k; j < hi && j < k+8; j++ {
		switch {
		case words.AnniversaryNoun[s.Lower[j]]:
			return true
		case s.Lower[j] == ",", s.Lower[j] == ".", s.Lower[j] == "of", s.Lower[j] == "to":
			return false
		}
	}
	return false
}

// endsOccasion are the marks that end the name of an occasion.
const endsOccasion = ",.:;”“\")("

// OccasionAt reads the name that starts at token k: a noun phrase, with what it is of.
func OccasionAt(s *scene.Scene, k, hi int) *record.Occasion {
	from := s.SkipDeterminer(k, hi)
	if words.PossessivePerson[s.At(from)] {
		from++
	}
	e := from
	for e < hi && e-from <= longestOccasion && (e == from || !endsOccasionAt(s, e)) && !outOfOccasion(s, e) {
		e++
	}
	for e > from && (words.Preposition[s.Lower[e-1]] || s.Lower[e-1] == "the" || s.Lower[e-1] == "and") {
		e--
	}
	if e <= from || e == from+1 && s.Doc.Tokens[from].Tag == "JJ" && !s.Capital(from) { // "regular | Friday call"
		return nil
	}
	sp := s.Span(from, e)
	o := &record.Occasion{Name: scene.Clean(s.Words(from, e)), Evidence: sp}
	for _, x := range s.TimesIn(from, e) {
		if d, ok := x.Date(); ok && (x.Holiday != "" || len(d.EDTF) == 10) {
			o.Date = d.EDTF
		}
	}
	return o
}

// abbreviatedAt reports a bracket of an abbreviation inside a name: "Pacific Islands | (PI) Summit".
func abbreviatedAt(s *scene.Scene, e int) bool {
	switch s.Lower[e] {
	case "(":
		return s.Capital(e+1) && s.At(e+2) == ")" && s.Capital(e+3)
	case ")":
		return s.Capital(e-1) && s.At(e-2) == "(" && s.Capital(e+1)
	}
	return false
}

// longestOccasion is the number of tokens that the name of an occasion has at most, its first left out.
const longestOccasion = 24

// endsOccasionAt reports a word after the first that the name of an occasion does not go on with: a verb, a day, "the
// flood | that hit", or a preposition that joins no part of a name.
func endsOccasionAt(s *scene.Scene, e int) bool {
	w := s.Lower[e]
	if w == "and" && (s.At(e+1) == "to" || e+1 < len(s.Lower) && s.Doc.Tokens[e+1].Tag == "VB") {
		return true // "to mark the day | and deepen their ties"
	}
	if s.FiniteVerb(e) || !s.Capital(e) && words.LossRelative[w] || words.Preposition[w] && !words.OccasionPreposition[w] {
		return true
	}
	x := s.TimeAt(e)
	return x != nil && x.Holiday == "" && scene.SingleDay(x) && (s.At(e-1) == "on" || words.DayAdverb[w])
}

// outOfOccasion reports a token that is no part of the name of an occasion wherever it stands: a mark, or where it was.
func outOfOccasion(s *scene.Scene, e int) bool {
	return strings.Contains(endsOccasion, s.Lower[e]) && !abbreviatedAt(s, e) || placeOfOccasion(s, e)
}

// placeOfOccasion reports the words that tell where the occasion was: "in a village".
func placeOfOccasion(s *scene.Scene, e int) bool {
	w, next := s.Lower[e], s.At(e+1)
	return (w == "in" || w == "at") && words.Determiner[next] && next != "the"
}

// birthday reads "wished a happy birthday to X".
func (r *Occasions) birthday(s *scene.Scene, k, hi int) *record.Occasion {
	to := r.Parties.after(s, k, hi, "to")
	if len(to) == 0 {
		return nil
	}
	return &record.Occasion{Name: "birthday of " + to[0].Name, Date: r.Published.EDTF, Evidence: s.Span(k, k+2)}
}

// placeIn returns the place that the sentence gives for what it tells: a capital or a capitalised name after "in" or
// "at".
func placeIn(s *scene.Scene, lo, hi int, covered []text.Span) string {
	for k := lo; k+1 < hi; k++ {
		if w := s.Lower[k]; w != "in" && w != "at" || !s.Capital(k+1) || s.InTime(k+1) ||
			scene.Covers(covered, s.Doc.Tokens[k].Span) {
			continue
		}
		e := k + 1
		for e < hi && s.Capital(e) && !s.InTime(e) {
			e++
		}
		return scene.Clean(s.Words(k+1, e))
	}
	return ""
}
