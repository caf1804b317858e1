package discourse

import (
	"slices"
	"sort"
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// documents resolves "the statement", "his letter", "the ministry's data" to whoever issued it.
type documents struct {
	*Story
	pronouns  *pronouns
	referents func(lo, hi int, act *Act) []*Entity // of the issuer's own phrase
}

// issuer resolves "the statement", "a press release read out there", "his message" to whoever issued it. ok is false
// when the phrase is no document.
func (r *documents) issuer(lo, hi int, act *Act) (list []*Entity, ok bool) {
	s := r.Body
	k := DocumentNoun(s, lo, hi)
	if k < 0 {
		return nil, false
	}
	if list := r.issuerNamed(lo, hi, k, act); len(list) > 0 {
		return list, true
	}
	received := lo > 0 && s.FiniteVerb(lo-1) // "received a letter | from"
	if at, end := IssuedBy(s, k, hi); at > 0 && (at < hi || !received) {
		list = r.Names.Read(s, at, end)
		return slices.DeleteFunc(list, func(e *Entity) bool { return e.Kind == actors.Medium }), true
	}
	if k > lo+1 && (s.Lower[k-1] == "'s" || s.Lower[k-1] == "'") {
		return r.referents(lo, k-1, act), true
	}
	pos := s.Doc.Tokens[lo].Start
	switch s.Lower[lo] {
	case "his":
		return one(r.pronouns.he(pos, "m")), true
	case "her":
		return one(r.pronouns.he(pos, "f")), true
	}
	if f := r.ActCalled(s.Lower[k], pos); f != nil && len(f.From) > 0 {
		return f.issuers(), true
	}
	if act != nil && len(act.From) > 0 && !act.Mutual {
		return act.issuers(), true
	}
	return r.lastAlone(pos), true
}

// IssuedBy returns the tokens that name by whom the document of noun token k was issued: "the statement by | Ana Lind",
// "a letter sent last week by | Ana Lind", "a message on the website of | the ministry", and also past token hi, where
// the phrase ends, "a tweet | on Monday by | Ana Lind". 0 for none.
func IssuedBy(s *scene.Scene, k, hi int) (at, end int) {
	_, last := s.SentenceBounds(k)
	i := k + 1
	if words.IssuingVerb[s.At(i)] {
		i++
	}
	for i < last && (s.InTime(i) || s.Lower[i] == "on" && s.InTime(i+1)) {
		i++
	}
	switch s.At(i) {
	case "by", "from":
		at = i + 1
	case "on", "to":
		at = ownerOfChannel(s, i+1, last)
	}
	if at == 0 || at >= last {
		return 0, 0
	}
	if at < hi {
		return at, hi
	}
	return at, s.PhraseEnd(at, last)
}

// ownerOfChannel is the token at which the name of the one begins whose website or account the phrase from token k is:
// "the Telegram channel of | Ana Lind". 0 for none.
func ownerOfChannel(s *scene.Scene, k, last int) int {
	for end := min(last, k+4); k < end && s.Lower[k] != "of"; k++ {
		if words.OwnChannel[s.Lower[k]] && s.At(k+1) == "of" {
			return k + 2
		}
	}
	return 0
}

// DocumentNoun returns the token of the noun of a document that the phrase is about: not one behind "of" or the name of
// a body, and not the first part of an office or a name. -1 for none.
func DocumentNoun(s *scene.Scene, lo, hi int) int {
	for k := lo; k < hi; k++ {
		w := s.Lower[k]
		if words.Document[w] {
			if k+1 < hi && (words.Office[s.Lower[k+1]] || s.Capital(k+1)) {
				return -1
			}
			return k
		}
		m := s.MentionAt(k)
		ofOther := m != nil && m.Actor.Kind != actors.State && s.At(k+1) != "'s" && !ownsDocument(s, m, hi)
		if w == "of" || w == "for" || k > lo+4 || ofOther {
			return -1
		}
	}
	return -1
}

// ownsDocument reports whether the noun of a document comes after the name of an organisation or seat of power: "a NATO
// statement", "a White House statement".
func ownsDocument(s *scene.Scene, m *scene.Mention, hi int) bool {
	_, k := s.Range(m.Span)
	owner := m.Actor.Kind == actors.Organisation || m.Kind == actors.ByMetonym
	return owner && k < hi && words.Document[s.Lower[k]] && !s.Capital(k)
}

// issuerNamed finds who issued the text of which token k is the noun where the phrase says so without "by": "a
// statement which the ministry put out", "a ministry statement", "the Security Council resolution". Of a state's
// letter the person who sent it speaks.
func (r *documents) issuerNamed(lo, hi, k int, act *Act) []*Entity {
	s := r.Body
	if w := s.At(k + 1); k+2 < hi && (w == "which" || w == "that") {
		if e := s.PhraseEnd(k+2, hi); e > k+2 {
			return r.referents(k+2, e, act)
		}
	}
	if k > lo && (words.Organ[s.Lower[k-1]] || words.Body[s.Lower[k-1]] && s.Capital(k-1)) {
		return r.bodyBefore(lo, k)
	}
	if m := s.MentionAt(k - 1); k > lo && m != nil && ownsDocument(s, m, k+1) {
		return r.bodyBefore(lo, k)
	}
	return r.issuerForState(lo, k)
}

// issuerForState finds who issued the text of which token k is the noun where a state stands before it: "Norway's
// letter", "the Norwegian statement".
func (r *documents) issuerForState(lo, k int) []*Entity {
	s := r.Body
	if own := k - 2; own >= lo && (s.Lower[k-1] == "'s" || s.Lower[k-1] == "'") && s.StateAt(own) {
		for i := len(r.Acts) - 1; i >= max(0, len(r.Acts)-Reach); i-- {
			f := r.Acts[i]
			if f.called(s.Lower[k]) && len(f.From) == 1 && f.From[0].Person() &&
				f.From[0].State == s.MentionAt(own).Actor.State {
				return f.From
			}
		}
	}
	if m := s.MentionAt(k - 1); k > lo && m != nil && m.Kind == actors.ByDemonym && s.StateAt(k-1) {
		return []*Entity{r.issuerOfState(m, s.Lower[k])}
	}
	return nil
}

// issuerOfState is who speaks in "the Norwegian statement": who issued the text of that name for the state, else its
// government.
func (r *documents) issuerOfState(m *scene.Mention, noun string) *Entity {
	for i := len(r.Acts) - 1; i >= max(0, len(r.Acts)-Reach); i-- {
		f := r.Acts[i]
		if f.called(noun) && len(f.From) == 1 && f.From[0].State == m.Actor.State {
			return f.From[0]
		}
	}
	return r.StateEntity(m.Actor)
}

// work resolves what a body made known, in whose name it speaks, to that body: "CNN's projections", "data from the
// Harbour Watch", "the Harbour Watch website".
func (r *documents) work(lo, hi int, act *Act) (list []*Entity, ok bool) {
	s := r.Body
	from := s.SkipDeterminer(lo, hi)
	k := from
	for k < hi && !words.WorkOfBody[s.Lower[k]] && s.Lower[k] != "by" && s.Lower[k] != "from" {
		k++
	}
	if k >= hi || !words.WorkOfBody[s.Lower[k]] || s.Capital(k) && k > from {
		return nil, false
	}
	switch {
	case s.At(k+1) == "by" || s.At(k+1) == "from":
		_, last := s.SentenceBounds(k)
		return r.Names.Read(s, k+2, s.PhraseEnd(k+2, last)), true
	case k+1 < hi || k <= from:
		return nil, false
	case s.Lower[k-1] == "'s" || s.Lower[k-1] == "'" || s.Lower[k-1] == "’s":
		return r.referents(lo, k-1, act), true
	case s.Capital(k - 1):
		return r.Names.Read(s, lo, k), true
	}
	return nil, false
}

// bodyBefore resolves the body before the noun of a text, tokens lo to k-1: "a ministry" is the one of which the text
// spoke last.
func (r *documents) bodyBefore(lo, k int) []*Entity {
	s := r.Body
	from := s.SkipDeterminer(lo, k)
	if k-from == 1 && !s.Capital(from) {
		if e := r.bodySpokenOf(s.Lower[from], s.Doc.Tokens[lo].Start); e != nil {
			return []*Entity{e}
		}
	}
	return r.Names.Read(s, from, k)
}

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

// carrierBefore returns the carrier of news that was named last before pos.
func (r *definites) carrierBefore(pos int) *Entity {
	s := r.Body
	last := sort.Search(len(s.Mentions), func(k int) bool { return s.Mentions[k].End > pos })
	for k := last - 1; k >= max(0, last-Reach); k-- {
		if m := &s.Mentions[k]; m.Actor.Kind == actors.Medium {
			if e := r.ByID[m.Actor.ID]; e != nil {
				return e
			}
			e := &Entity{Party: record.Party{Actor: m.Actor}}
			return r.Keep(e)
		}
	}
	return nil
}

// calledByKind reads the name of a body that stands after a noun for its kind: "the hauliers' association | Linava",
// "the opposition party | Future of Peru". nil for every other phrase.
func (r *organisations) calledByKind(s *scene.Scene, lo, hi int) *Entity {
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

// abbreviated reads the capitals that the body of the article gives in brackets after a name, as that name: "the HWO"
// of "the Harbour Watch of Oslo (HWO)". nil for every other phrase.
func (r *organisations) abbreviated(s *scene.Scene, lo, hi int) *Entity {
	k := s.SkipDeterminer(lo, hi)
	if w := s.Doc.Word(k); s.IsTitle || hi-k != 1 || len(w) < 2 || strings.ToUpper(w) != w || !s.Capital(k) {
		return nil
	}
	for i := 2; i < k; i++ {
		if s.Doc.Word(i) != s.Doc.Word(k) || s.Lower[i-1] != "(" || s.At(i+1) != ")" {
			continue
		}
		if from := nameBefore(s, i-1); from < i-2 {
			return r.body(s, from, i-1)
		}
	}
	return nil
}

// nameBefore returns the start of the name that ends before token end: its capitalised words, with the small ones
// between them and the state whose they are.
func nameBefore(s *scene.Scene, end int) int {
	first, _ := s.SentenceBounds(end - 1)
	from := end
	for k := end - 1; k >= first; k-- {
		w := s.Lower[k]
		switch {
		case s.Capital(k) && w != "the":
			from = k
		case w != "'s" && w != "and" && !words.NamePrepositionInner[w] && (w != "the" || !s.Capital(k-1)):
			return from
		}
	}
	return from
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
