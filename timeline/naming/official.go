package naming

import (
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/scene"
)

// offices reads phrases that name somebody by an office alone: its holder, or one who is only known by it.
type offices struct {
	*Cast
	states        *states
	persons       *persons
	organisations *organisations
}

// read reads a phrase whose head is an office: "the Russian president", "Foreign Ministry spokesman Zhao Lijian",
// "governor of the district". nil when there is no office, or it only describes what was named.
func (r *offices) read(s *scene.Scene, lo, hi, end int) *Entity {
	k := officeNoun(s, lo, hi)
	if k < 0 {
		return nil
	}
	k = headOfOffice(s, lo, k, hi)
	hi = beforeVerb(s, k, hi)
	if k+1 < hi && ofBody(s.Lower[k+1]) || strings.HasSuffix(s.Lower[k], "s") && !words.Office[s.Lower[k]] {
		return nil
	}
	full := hi
	if s.At(hi) == "of" && end > hi {
		full = end // "President N | of Kenya"
	}
	state, private := r.states.of(s, lo, full, k)
	switch {
	case ofAdministration(s, lo, k):
		state, private = american, false
	case ofManyStates(s, k):
		state, private = "", true
	}
	if e := r.named(s, lo, hi, end, k, state, private); e != nil {
		return e
	}
	if p := served(s, k, hi); p != nil {
		if state == "" && !private && !words.Kin[s.Lower[k]] {
			state = p.Actor.State
		}
		return r.unnamed(s, lo, hi, k, state)
	}
	if e := r.holder(s, lo, hi, k, state, private); e != nil {
		e.describe(s, lo, hi)
		return e
	}
	if e := r.bearer(s, lo, hi, k, state); e != nil {
		return e
	}
	if at, ok := r.organisations.employed(s, lo, hi); ok && k+1 == hi {
		return r.atWork(s, lo, hi, at)
	}
	return r.unnamed(s, lo, hi, k, state)
}

// atWork is the holder of an office, the last token of the phrase, whom the text does not name, by where they work.
func (r *offices) atWork(s *scene.Scene, lo, hi int, at employer) *Entity {
	if at.name == "" {
		return r.unnamed(s, lo, hi, hi-1, at.state)
	}
	return r.keepUnnamed(s, lo, hi, &Entity{}, r.organisations.postAt(s, lo, hi-1, at), at.state)
}

// named is who bears the name with which a phrase ends whose office is token k, nil where it ends in none.
func (r *offices) named(s *scene.Scene, lo, hi, end, k int, state string, private bool) *Entity {
	if at := s.Bearers.After(k, hi); at > 0 && !s.StateAt(at) && !ofComplement(s, k, at) {
		// a spelling that the gazetteer does not know, of who holds the office
		if e := r.holder(s, lo, at, k, state, private); e != nil && e.short != "" && s.Lower[hi-1] == e.short {
			e.describe(s, lo, hi)
			return e
		}
		return r.persons.unknown(s, at, hi, lo, end)
	}
	for _, find := range []func(*scene.Scene, int, int) int{nameAtEnd, r.persons.namedElsewhere} {
		if at := find(s, k, hi); at > 0 && !ofComplement(s, k, at) {
			return r.persons.unknown(s, at, hi, lo, end)
		}
	}
	return nil
}

// beforeVerb ends a phrase, whose office is token k, before a verb of its own: "a minister | apologised for", "an
// adviser | based in Rome".
func beforeVerb(s *scene.Scene, k, hi int) int {
	for i := k + 1; i < hi; i++ {
		if tag := s.Doc.Tokens[i].Tag; (tag == "VBD" || tag == "VBN") && !s.Capital(i) {
			return i
		}
	}
	return hi
}

// beforeDescription ends the phrase of holders of an office before what only tells them apart from others: "a
// diplomat | based here", "two officials | close to the talks".
func beforeDescription(s *scene.Scene, lo, hi int) int {
	for k := lo + 1; k < hi; k++ {
		holder := words.Office[strings.TrimSuffix(s.Lower[k-1], "s")] && !s.Capital(k-1)
		if holder && !s.Capital(k) && (words.AfterNoun[s.Lower[k]] || s.Doc.Tokens[k].Tag == "VBN") {
			return k
		}
	}
	return hi
}

// officeNoun returns the first token of the phrase that is an office; -1 where there is none, or a verb, a preposition
// or a body of which the phrase speaks stands before it.
func officeNoun(s *scene.Scene, lo, hi int) int {
	for k := lo; k < hi; k++ {
		w := s.Lower[k]
		if words.Office[w] && !ofCarrier(s, k, hi) {
			return k
		}
		if m := s.MentionAt(k); m != nil && m.Actor.Kind == actors.State && m.Kind != actors.ByDemonym {
			_, k = s.Range(m.Span)
			k-- // "the Republic of Peru | Foreign Minister"
			continue
		}
		inBody := w == "of" && words.Body[s.At(k-1)] && s.Capital(k-1) && s.Capital(k+1) && s.Offices.HeadAfter(k, hi)
		if words.NamePrepositionInner[w] && !inBody || s.FiniteVerb(k) || aroundOffice(s, lo, k) {
			return -1
		}
		m := s.MentionAt(k)
		if m != nil && m.Actor.Kind == actors.Organisation && !s.Offices.HeadAfter(k, hi) {
			return -1
		}
	}
	return -1
}

// aroundOffice reports a preposition at k after many people, to whom the holder of the office after it is only near:
// "people | around the president".
func aroundOffice(s *scene.Scene, lo, k int) bool {
	return k > lo && s.Doc.Tokens[k].Tag == "IN" && s.Doc.Tokens[k-1].Tag == "NNS" && words.People[s.Lower[k-1]]
}

// ofCarrier reports whether the word at k only describes the carrier of news whose name the rest of the phrase is:
// "Norway's official | Lakeside News Agency".
func ofCarrier(s *scene.Scene, k, hi int) bool {
	m := s.MentionAt(k + 1)
	if k+1 >= hi || m == nil || m.Actor.Kind != actors.Medium {
		return false
	}
	a, b := s.Range(m.Span)
	return a == k+1 && b == hi
}

// headOfOffice returns the head of the office whose first noun is token k: the last of a run, "deputy prime minister",
// "vice foreign minister", but "secretary general".
func headOfOffice(s *scene.Scene, lo, k, hi int) int {
	for k+1 < hi && words.Office[s.Lower[k+1]] {
		k++
	}
	if k > lo && words.SecretaryGeneral[s.Lower[k]] && words.SecretaryPart[s.Lower[k-1]] && s.Lower[k-1] != "general" {
		k--
	}
	return k
}

// ofBody reports whether the word after an office makes the phrase one about a body or a thing of the office's: "the
// president 's", "the governor office".
func ofBody(w string) bool { return w == "'s" || w == "'" || words.Body[w] && w != "secretariat" }

// unnamed is the holder of an office whom the text does not name, under the name of the office.
func (r *offices) unnamed(s *scene.Scene, lo, hi, k int, state string) *Entity {
	e := &Entity{Plural: s.Contains(k, hi, "and")} // "the reporter and speakers"
	return r.keepUnnamed(s, lo, hi, e, r.postName(s, lo, hi, k, state), state)
}

// keepUnnamed enters somebody whom the text does not name under a name of the office.
func (r *offices) keepUnnamed(s *scene.Scene, lo, hi int, e *Entity, name, state string) *Entity {
	e.Kind, e.State, e.Name, e.Office = actors.Person, state, name, name
	e.ID = actors.UnlistedID(e.Name, e.State)
	e = r.Keep(e)
	e.describe(s, lo, hi)
	return e
}

// holder returns who held the office on the day, when the gazetteer knows. Former, deputy and acting ones are others.
func (r *offices) holder(s *scene.Scene, lo, hi, k int, state string, private bool) *Entity {
	if state == "" || private || words.Kin[s.Lower[k]] && s.Offices.In(k+1, hi) != "" {
		return nil // "the sister of the Peruvian president"
	}
	class := s.Offices.In(lo, hi)
	if s.Lower[k] == "head" && s.HasWords(hi-1, "state") {
		class = "head of state" // "the head of the Russian state"
	}
	if hi-k <= 5 && s.At(k+1) == "of" && s.Lower[hi-1] == "diplomacy" {
		class = "foreign minister" // "the head of Russian diplomacy"
	} else if of := ministryHeaded(s, lo, hi, k); of != "" {
		return r.Incumbent(state, of)
	} else if e := headOfOrganisation(r, s, lo, hi, k, state); e != nil {
		return e
	}
	if class == "" || secretaryNotMinister(r.Setting, s, lo, hi, class, state) {
		return nil
	}
	if class != governmentVoice && ofAnother(s, lo, hi, k) {
		return nil
	}
	e, ok := r.Gazetteer.Holder(state, class, r.Day)
	if !ok || !r.Gazetteer.Single(class) { // "the minister" is one of many, whoever is known
		return nil
	}
	m := &scene.Mention{Actor: e.Actor, Gender: e.Gender, Surname: e.Surname, Office: class, Holder: true}
	m.Actor.State = state
	return r.EntityOf(s, m, lo, hi)
}

// governmentVoice is the class of the member of a government who speaks for all of it: "Japan's top government
// spokesman".
const governmentVoice = "chief cabinet secretary"

// ofAnother reports whether the phrase, whose office is token k, tells of a former or future holder, of a body, or of
// somebody who speaks for the holder: "the president's adviser".
func ofAnother(s *scene.Scene, lo, hi, k int) bool {
	for i := lo; i <= k; i++ {
		if words.OfficeModifier[s.Lower[i]] || i < k && (words.Body[s.Lower[i]] || words.Organ[s.Lower[i]]) {
			return true
		}
	}
	head := s.Lower[k]
	return words.OfficialHead[head] && head != "secretary-general" && s.Lower[hi-1] != "diplomacy"
}

// ministryHeaded is the office of who heads a ministry that the phrase calls by its seat: "the Pentagon chief". "" for
// every other phrase.
func ministryHeaded(s *scene.Scene, lo, hi, k int) string {
	from := s.SkipDeterminer(lo, hi)
	m := s.MentionAt(from)
	if m == nil || m.Kind != actors.ByMetonym || !words.HeadTitle[s.Lower[k]] || k != from+1 || k+1 != hi {
		return ""
	}
	if of, ok := strings.CutSuffix(strings.ReplaceAll(m.Office, "-", " "), " ministry"); ok {
		return of + " minister"
	}
	return ""
}

// headOfOrganisation returns who headed an organisation on the day: "the UN chief", "the head of the IAEA". nil for
// every other phrase.
func headOfOrganisation(r *offices, s *scene.Scene, lo, hi, k int, state string) *Entity {
	if w := s.Lower[k]; !words.HeadTitle[w] || len(state) == 3 {
		return nil
	}
	ms := s.MentionsIn(lo, hi)
	if len(ms) != 1 || ms[0].Actor.Kind != actors.Organisation {
		return nil
	}
	a, b := s.Range(ms[0].Span)
	before := s.SkipDeterminer(lo, hi) == a && b == k && k+1 == hi
	behind := s.SkipDeterminer(lo, hi) == k && s.At(k+1) == "of" && s.SkipDeterminer(k+2, hi) == a && b == hi
	if !before && !behind {
		return nil
	}
	for _, class := range []string{"secretary-general", "director general"} { // an organisation has one at its head
		if e, ok := r.Gazetteer.Holder(state, class, r.Day); ok {
			m := &scene.Mention{Actor: e.Actor, Gender: e.Gender, Surname: e.Surname, Office: class, Holder: true}
			m.Actor.State = state
			return r.EntityOf(s, m, lo, hi)
		}
	}
	return nil
}

// secretaryNotMinister reports whether the phrase calls a secretary who is not the foreign minister in that state:
// India's foreign secretary is an official.
func secretaryNotMinister(r *Setting, s *scene.Scene, lo, hi int, class, state string) bool {
	if class != "foreign minister" || !s.Contains(lo, hi, "secretary") {
		return false
	}
	u, ok := r.Gazetteer.Unnamed(state, class)
	return ok && !strings.Contains(u.Name, "Secretary")
}

// postName is the canonical name of an office whose holder the text does not name: "Foreign Ministry spokesperson of
// China", "Foreign Minister of Japan", "Chairman of the Swedish Committee". Token k is the head of the office.
func (r *offices) postName(s *scene.Scene, lo, hi, k int, state string) string {
	from := afterLead(s, lo, k)
	if p := served(s, k, hi); p != nil {
		return servantName(s, from, k) + p.Actor.Name
	}
	if words.Spokesperson[s.Lower[k]] {
		return spokesperson(r, s, from, hi, k, state)
	}
	class := s.Offices.In(lo, hi)
	ownOffice := class != "" && !s.HasBody(lo, hi) && !words.Kin[s.Lower[k]]
	top := state != "" && ownOffice && topOffice(s, lo, hi)
	if top && !secretaryNotMinister(r.Setting, s, lo, hi, class, state) {
		return scene.TitleCase(class) + " of " + r.Articled(state)
	}
	if b := ownedBy(s, from, state); b > 0 && b <= k && k+1 == hi {
		return scene.TitleCase(scene.Clean(s.Words(b, hi))) + " of " + r.Articled(state) // "Oslo's envoy"
	}
	label := ministryLabel(r, s, lo, hi, state)
	if official := label != "" && s.Lower[k] == "official"; official && !strings.Contains(label, " of ") &&
		plainOffice(s, lo, hi, k) {
		return label + " official of " + r.Articled(state)
	}
	hi = beforeDescription(s, k, hi)
	name := scene.UpperFirst(strings.Replace(scene.Clean(s.Words(from, hi)), " its ", " the ", 1))
	if a, b := s.Offices.FullName(k, hi); b > a {
		name = scene.UpperFirst(scene.Clean(s.Words(from, k+1))) + " of " + s.Words(a, b)
	}
	if len(state) == 3 && !s.NamesState(from, hi) && !ofRegion(name) {
		name += " of " + r.Articled(state)
	}
	return name
}

// afterLead returns the token after the words that only introduce an office at token k: "one | senior official".
func afterLead(s *scene.Scene, lo, k int) int {
	lo = s.SkipDeterminer(lo, k+1)
	for lo < k && words.UnnamedLead[s.Lower[lo]] {
		lo++
	}
	return lo
}

// ownedBy returns the token after the name of the state and its mark of possession at token from, 0 for none.
func ownedBy(s *scene.Scene, from int, state string) int {
	m := s.MentionAt(from)
	if m == nil || m.Actor.State != state || len(state) != 3 || m.Actor.Kind != actors.State {
		return 0
	}
	if _, b := s.Range(m.Span); s.At(b) == "'s" {
		return b + 1
	}
	return 0
}

// ofRegion reports whether the name of an office names a part of a state.
func ofRegion(name string) bool {
	return strings.Contains(name, "District") || strings.Contains(name, "City") || strings.Contains(name, "Province")
}

// plainOffice reports whether the phrase is an office and its body, without a rank: "a foreign ministry official".
func plainOffice(s *scene.Scene, lo, hi, k int) bool {
	from := s.SkipDeterminer(lo, hi)
	return from == k ||
		s.Offices.In(from, hi) != "" && s.Doc.Tokens[from].Tag != "VBG" && !strings.HasSuffix(s.Lower[from], "ior") &&
			!strings.Contains(s.Lower[from], "rank")
}

// onlyWord reports whether the word for a body stands without another name before or after it: "the ministry
// spokesman".
func onlyWord(s *scene.Scene, lo, hi int, word string) bool {
	for k := s.SkipDeterminer(lo, hi); k < hi; k++ {
		if w := s.Lower[k]; w != word && !words.Office[w] && !words.OfficialInner[w] && w != "'s" {
			return false
		}
	}
	return true
}

// withoutState drops the state after the name of a body.
func withoutState(name string) string {
	body, _, _ := strings.Cut(name, " of the ")
	if i := strings.LastIndex(body, " of "); i > 0 && body == name {
		body = body[:i]
	}
	return body
}

// headOfGovernment is the name of who heads a government, before the noun for it: "the Biden administration", "Lind's
// government". It is -1 for every other phrase.
func headOfGovernment(s *scene.Scene, lo, hi int) int {
	k := hi - 2
	if s.At(k) == "'s" && k > lo {
		k--
	}
	if k != s.SkipDeterminer(lo, hi) || !words.GovernmentName[s.Lower[hi-1]] || !s.Capital(k) {
		return -1
	}
	if m := s.MentionAt(k); m != nil && m.Actor.Kind != actors.Person {
		return -1
	}
	if s.Doc.Tokens[k].Tag != "NNP" || words.PlainGovernment[s.Lower[k]] {
		return -1
	}
	return k
}
