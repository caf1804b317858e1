package naming

import (
	"slices"
	"strings"
	"unicode"

	"demarche/timeline/actors"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// paper reads a newspaper that the gazetteer does not know by what it is called: "the Thai paper Xing San Daily",
// "Arpan, a newspaper of Nepal". nil for anything else.
func (r *organisations) paper(s *scene.Scene, lo, hi, end int) *Entity {
	for k := lo; k+1 < hi; k++ {
		if words.StateWord[s.Lower[k]] && words.MediaHead[s.Lower[k+1]] {
			return r.stateMedia(s, lo, k, hi)
		}
	}
	if m := describedMedium(s, lo, hi); m != nil {
		return r.Keep(&Entity{Party: record.Party{Actor: m.Actor}})
	}
	at := afterPaperNoun(s, lo, hi)
	if at < 0 && end > hi && words.OrganArticle[s.At(hi+1)] && calledPaper(s, hi, min(end, hi+7)) {
		at = s.SkipDeterminer(lo, hi)
	}
	if at < 0 {
		return nil
	}
	if m := s.MentionAt(at); m != nil && m.Actor.Kind == actors.Medium {
		return r.Keep(&Entity{Party: record.Party{Actor: m.Actor}})
	}
	e := &Entity{Heads: []string{"newspaper", "paper", "daily"}}
	e.Kind, e.Name = actors.Medium, scene.Clean(s.Words(at, hi))
	e.ID = actors.UnlistedID(e.Name, "")
	return r.Keep(e)
}

// stateMedia reads "Norwegian state television", "the state news agency in Oslo", "state media", whose words begin at
// token k of the phrase.
func (r *organisations) stateMedia(s *scene.Scene, lo, k, hi int) *Entity {
	if m := s.MentionAt(hi - 1); m != nil && m.Actor.Kind == actors.Medium {
		return r.Keep(&Entity{Party: record.Party{Actor: m.Actor}})
	}
	e := &Entity{Heads: []string{"media"}}
	e.Kind, e.Name = actors.Medium, scene.UpperFirst(scene.Clean(s.Words(k, hi)))
	if m := s.MentionAt(lo); m != nil && m.Actor.Kind == actors.State {
		e.State = m.Actor.State
		e.Name = scene.Clean(s.Words(lo, hi))
	}
	if m := s.MentionAt(hi + 1); s.At(hi) == "in" && m != nil && m.Actor.Kind == actors.State {
		e.State = m.Actor.State
	}
	if s.Lower[hi-1] == "media" && e.State != "" {
		e.Name = r.Gazetteer.Adjective(e.State) + " state media"
	}
	e.ID = actors.UnlistedID(e.Name, e.State)
	return r.Keep(e)
}

// nameCarriers enters the carriers of news that the gazetteer does not know and that the text describes as such,
// wherever it names them: "public broadcaster NRK", "told Politiken, a Danish daily", "Pink TV".
func (r *marker) nameCarriers(s *scene.Scene) {
	names := map[string]int{} // length in tokens by name
	for k := 0; k < len(s.Lower); k++ {
		if lo, hi := r.carrierAt(s, k); hi > lo {
			names[s.Words(lo, hi)] = hi - lo
			k = hi - 1
		}
	}
	if len(names) == 0 {
		return
	}
	longest := 0
	for _, n := range names {
		longest = max(longest, n)
	}
	var found []scene.Mention
	for k := 0; k < len(s.Lower); k++ {
		for n := min(longest, len(s.Lower)-k); n > 0; n-- {
			name := s.Words(k, k+n)
			if names[name] != n || !s.Capital(k) || !bare(s, k, k+n) {
				continue
			}
			a := actors.Actor{ID: actors.UnlistedID(name, ""), Name: name, Kind: actors.Medium}
			found = append(found, scene.Mention{Span: s.Span(k, k+n), Kind: actors.ByName, Actor: a})
			k += n - 1
			break
		}
	}
	enterMentions(s, found)
}

// enterMentions adds mentions to those of a text.
func enterMentions(s *scene.Scene, found []scene.Mention) {
	if len(found) == 0 {
		return
	}
	s.Mentions = append(s.Mentions, found...)
	slices.SortStableFunc(s.Mentions, func(a, b scene.Mention) int { return a.Start - b.Start })
	s.Index()
}

// nameGenericCarriers enters the carriers of news without a name that are called by their state or by what they are:
// "Russian state television", "told Ukrainian radio", "national television". Before a noun or a name such a phrase is
// part of another.
func (r *marker) nameGenericCarriers(s *scene.Scene) {
	var found []scene.Mention
	for k := range s.Lower {
		if hi := genericCarrier(s, k); hi > k && bare(s, k, hi) {
			name, state := strings.ToLower(scene.Clean(s.Words(k, hi))), ""
			if m := s.MentionAt(s.BeforePossessive(k)); m != nil && m.Actor.Kind == actors.State {
				state = m.Actor.State
				name = r.Gazetteer.Adjective(state) + " " + name
			}
			name = scene.UpperFirst(name)
			a := actors.Actor{ID: actors.UnlistedID(name, state), Name: name, State: state, Kind: actors.Medium}
			found = append(found, scene.Mention{Span: s.Span(k, hi), Kind: actors.ByName, Actor: a})
		}
	}
	enterMentions(s, found)
}

// genericCarrier is the token after a phrase for a carrier of news without a name that begins at token k, k for none.
func genericCarrier(s *scene.Scene, k int) int {
	hi := k + 1
	ofState := s.StateAt(s.BeforePossessive(k))
	if words.StateMediaWord[s.Lower[k]] {
		hi++
		if !ofState && s.At(k+1) == "media" {
			return k // "state media" may be those that the article names elsewhere
		}
	} else if !ofState || words.PaperNoun[s.Lower[k]] {
		return k
	}
	if hi > len(s.Lower) || !words.StateMediaHead[s.Lower[hi-1]] || s.Capital(hi-1) {
		return k
	}
	if hi < len(s.Lower) && (s.NounTag(hi) || s.Capital(hi)) && !s.InTime(hi) {
		return k
	}
	return hi
}

// bare reports whether no mention covers any of the tokens.
func bare(s *scene.Scene, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if s.MentionAt(k) != nil {
			return false
		}
	}
	return true
}

// carrierAt returns the tokens of an unknown name that begins at token k and that the text describes as a carrier of
// news: by the noun before it, by its own last word, or in apposition. Empty for none.
func (r *marker) carrierAt(s *scene.Scene, k int) (lo, hi int) {
	if !s.Capital(k) || s.InTime(k) {
		return 0, 0
	}
	first, last := s.SentenceBounds(k)
	if k > first+1 && s.Capital(k-1) && bare(s, k-1, k) && !words.Determiner[s.Lower[k-1]] {
		return 0, 0 // inside of a longer name
	}
	hi = nameRun(s, k, last)
	if hi == k || words.Determiner[s.Lower[k]] {
		return 0, 0
	}
	called := k > first && (calledCarrier(s, k-1) || abbreviatedCarrier(s, k, hi))
	if numbered := called || words.CarrierHead[s.Lower[k]]; numbered && hi < last && isNumber(s.Lower[hi]) {
		hi++ // "broadcaster TV 2"
	}
	if called && !words.Office[s.At(hi)] || ownCarrierWord(s, k, hi) || r.carrierAround(s, k, hi, last) {
		return k, hi
	}
	return 0, 0
}

// carrierAround reports whether the words around a name, tokens k to hi-1, show that it is a carrier of news: a noun or
// an apposition after it, or that somebody told it, an abbreviation, something.
func (r *marker) carrierAround(s *scene.Scene, k, hi, last int) bool {
	first, _ := s.SentenceBounds(k)
	told := toldIt(s, k, first) && (hi == k+1 && isAcronym(s.Doc.Word(k)) || r.strange(s, k, hi))
	return told || calledAfter(s, k, hi, last) || s.At(hi) == "," && describedAsCarrier(s, hi+1, last)
}

// strange reports whether tokens k to hi-1 are a name of several words that is no person's as far as anybody can see:
// no word of it is a given name, an office, a body or a title, and its last one does not stand before it in the text.
// Of those to whom words were told under such a name 9 in 10 are carriers of news.
func (r *marker) strange(s *scene.Scene, k, hi int) bool {
	if hi-k < 2 || hi < len(s.Lower) && (s.Capital(hi) || s.NounTag(hi)) {
		return false
	}
	for i := k; i < hi; i++ {
		w := s.Lower[i]
		if r.Gazetteer.Given.Begins(w) || words.Office[w] || words.Organ[w] || words.Body[w] ||
			words.FemaleTitle[w] || words.HeadTitle[w] {
			return false
		}
	}
	return !slices.Contains(s.Lower[:k], s.Lower[hi-1])
}

// nameRun is the token after the words with a capital from token k on that nothing else names.
func nameRun(s *scene.Scene, k, last int) int {
	hi := k
	for hi < min(last, k+5) && s.Capital(hi) && bare(s, hi, hi+1) && !words.Office[s.Lower[hi]] {
		hi++
	}
	return hi
}

// ownCarrierWord reports a name of several words of which the last or the first calls a carrier of news: "Pink TV",
// "Radio Vila".
func ownCarrierWord(s *scene.Scene, k, hi int) bool {
	return hi-k >= 2 && (words.CarrierTail[s.Lower[hi-1]] || words.CarrierHead[s.Lower[k]])
}

// calledAfter reports whether the noun after the name, tokens k to hi-1, calls it a carrier of news: "on Skai
// television". An agency or network may be another body where no words were told it.
func calledAfter(s *scene.Scene, k, hi, last int) bool {
	if hi >= last || s.Capital(hi) || !words.CarrierNoun[s.Lower[hi]] || hi+1 < last && s.NounTag(hi+1) {
		return false
	}
	first, _ := s.SentenceBounds(k)
	return !words.CarrierOrBody[s.Lower[hi]] && !words.NoCarrier[s.Lower[hi-1]] || toldIt(s, k, first)
}

// toldIt reports whether words were told, or are quoted by, what is named at token k: "told RTN", "in an interview
// with RTN", "quoted by the RTN agency".
func toldIt(s *scene.Scene, k, first int) bool {
	at := k - 1
	for at > first && (words.Determiner[s.Lower[at]] || s.Lower[at] == "with" || s.Lower[at] == "to") {
		at--
	}
	return at >= first && words.ToldCarrier[s.Lower[at]] ||
		at > first && s.Lower[at] == "by" && words.Quoting[s.Lower[at-1]]
}

// isNumber reports a word of digits.
func isNumber(w string) bool { return strings.Trim(w, "0123456789") == "" }

// isAcronym reports a word of three or more capitals.
func isAcronym(w string) bool {
	n := 0
	for _, r := range w {
		if !unicode.IsUpper(r) {
			return false
		}
		n++
	}
	return n >= 3
}

// calledCarrier reports whether token k is a noun that calls what follows a carrier of news: "broadcaster".
func calledCarrier(s *scene.Scene, k int) bool {
	return words.CarrierNoun[s.Lower[k]] && !s.Capital(k) && !words.NoCarrier[s.At(k-1)]
}

// abbreviatedCarrier reports whether tokens k to hi-1 are an abbreviation between marks after the noun for a carrier of
// news: "the state broadcaster, | RTN |,".
func abbreviatedCarrier(s *scene.Scene, k, hi int) bool {
	return s.At(k-1) == "," && hi == k+1 && isAcronym(s.Doc.Word(k)) && s.At(hi) == "," && calledCarrier(s, k-2)
}

// describedAsCarrier reports whether an apposition that begins at token k calls a carrier of news: "a Greek paper,".
func describedAsCarrier(s *scene.Scene, k, last int) bool {
	if !words.Determiner[s.At(k)] {
		return false
	}
	for i := k + 1; i < min(last, k+7); i++ {
		w := s.Lower[i]
		if words.CarrierNoun[w] && !s.Capital(i) {
			return words.CarrierEnd[s.At(i+1)] || i+1 >= last
		}
		if w == "," || words.Office[w] || s.FiniteVerb(i) {
			return false
		}
	}
	return false
}

// calledByKind reads the name of a body that stands after a noun for its kind: "the hauliers' association | Linava",
// "the opposition party | Future of Peru". nil for every other phrase.
func (r *organisations) calledByKind(s *scene.Scene, lo, hi int) *Entity {
	if e := r.ledGroup(s, lo, hi); e != nil {
		return e
	}
	k := lo
	for k < hi && (s.Capital(k) && k > lo || !words.Body[s.Lower[k]] && !words.Paper[s.Lower[k]]) {
		k++
	}
	if k == lo || k+1 >= hi || !s.Capital(k+1) || words.Office[s.Lower[k+1]] {
		return nil
	}
	for i := k + 1; i < hi; i++ {
		m := s.MentionAt(i)
		if !s.Capital(i) && !words.NamePrepositionInner[s.Lower[i]] || m != nil && m.Actor.Kind != actors.State {
			return nil
		}
	}
	e := &Entity{Plural: true}
	e.Kind, e.State = actors.Organisation, r.states.ofBody(s, lo, k)
	if words.Body[s.Lower[k]] {
		e.State = ""
	}
	e.Name = scene.Clean(s.Words(k+1, hi))
	e.ID = actors.UnlistedID(e.Name, e.State)
	e.Heads = append(e.Heads, s.Lower[k])
	return r.Keep(e)
}

// describedMedium returns the carrier of news that the gazetteer knows and the rest of the phrase only describes: "the
// semi-official Mehr agency of Iran". nil where the phrase is about somebody or something of it.
func describedMedium(s *scene.Scene, lo, hi int) *scene.Mention {
	var found *scene.Mention
	ms := s.MentionsIn(lo, hi)
	for k := range ms {
		m := &ms[k]
		switch {
		case m.Actor.Kind == actors.State:
		case m.Actor.Kind == actors.Medium && found == nil:
			found = m
		default:
			return nil
		}
	}
	if found == nil || s.Offices.HasHead(lo, hi) {
		return nil
	}
	if a, b := s.Range(found.Span); a == s.SkipDeterminer(lo, hi) && b == hi {
		return nil // it is named, not described
	}
	for k := lo; k < hi; k++ {
		if w := s.Lower[k]; s.MentionAt(k) == nil && (s.Capital(k) && k > lo || words.Document[w] || w == "'s" || w == ",") {
			return nil
		}
	}
	return found
}

// afterPaperNoun returns the token at which a name begins after the noun of a newspaper, "the paper | Xing San
// Daily"; -1 for none.
func afterPaperNoun(s *scene.Scene, lo, hi int) int {
	for k := lo; k < hi; k++ {
		if !words.PaperNoun[s.Lower[k]] || s.Capital(k) {
			continue
		}
		if k+1 < hi && (s.Capital(k+1) || s.Doc.Word(k+1) == `"` || s.Lower[k+1] == "“") {
			return k + 1
		}
		break
	}
	return -1
}

// calledPaper reports whether an apposition calls what was named a newspaper: ", a newspaper of Nepal".
func calledPaper(s *scene.Scene, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if words.Paper[s.Lower[k]] && !s.Capital(k) {
			return true
		}
		if words.Office[s.Lower[k]] {
			break
		}
	}
	return false
}

// withoutKind returns the end of a name of several words without the noun for its kind after it: "the Harbour and
// Bridges | party", "the ruling Frelimo | party", and without its abbreviation in brackets.
func withoutKind(s *scene.Scene, lo, hi int) int {
	end := hi
	if end-3 > lo && s.Lower[end-1] == ")" && s.Lower[end-3] == "(" {
		end -= 3
	}
	k := s.SkipDeterminer(lo, hi)
	named := k > lo && end-k >= 3 && s.Capital(k) && s.Capital(end-2) && !s.StateAt(k) || nameFrom(s, lo, end) > lo
	if !named || s.Lower[end-1] != "party" || s.Capital(end-1) {
		return hi
	}
	return end - 1
}

// ledGroup reads the leaders of a body of states, as texts of states write them, for the body: "the other G7 Leaders".
func (r *organisations) ledGroup(s *scene.Scene, lo, hi int) *Entity {
	m := s.MentionAt(hi - 2)
	if hi-lo < 2 || !words.LeaderPlural[s.Lower[hi-1]] || !s.Capital(hi-1) || m == nil ||
		m.Actor.Kind != actors.Organisation || m.Actor.State == "" {
		return nil
	}
	if first, _ := s.Range(m.Span); len(m.Actor.State) == 3 && m.Actor.State != m.Actor.ID || first > lo+2 {
		return nil
	}
	return r.StateEntity(m.Actor)
}
