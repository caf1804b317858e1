package discourse

import (
	"slices"
	"sort"

	"demarche/timeline/actors"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// documents resolves "the statement", "his letter", "the ministry's data" to whoever issued it.
type documents struct {
	*Story
	pronouns  *pronouns
	referents func(lo, hi int, act *Act) []*naming.Entity // of the issuer's own phrase
}

// issuer resolves "the statement", "a press release read out there", "his message" to whoever issued it. ok is false
// when the phrase is no document.
func (r *documents) issuer(lo, hi int, act *Act) (list []*naming.Entity, ok bool) {
	s := r.Body
	k := DocumentNoun(s, lo, hi)
	if k < 0 {
		return nil, false
	}
	if list := r.issuerNamed(lo, hi, k, act); len(list) > 0 {
		return list, true
	}
	object := lo > 0 && s.FiniteVerb(lo-1) // "received a letter | from", "protested a post | by"
	if at, end := IssuedBy(s, k, hi); at > 0 && (at < hi || !object) {
		return withoutMedia(r.Names.Read(s, at, end)), true
	}
	own := k - 1
	if words.OwnWord[s.At(own)] {
		own-- // "the ministry's own | paper"
	}
	if own > lo && (s.Lower[own] == "'s" || s.Lower[own] == "'") {
		return r.referents(lo, own, act), true
	}
	pos := s.Doc.Tokens[lo].Start
	switch s.Lower[lo] {
	case "his":
		return one(r.pronouns.he(pos, "m")), true
	case "her":
		return one(r.pronouns.he(pos, "f")), true
	}
	if at, end := r.introducedBy(lo, k); at > 0 {
		return withoutMedia(r.Names.Read(s, at, end)), true
	}
	if f := r.ActCalled(s.Lower[k], pos); f != nil && len(f.From) > 0 {
		return f.issuers(), true
	}
	if act != nil && len(act.From) > 0 && !act.Mutual {
		return act.issuers(), true
	}
	return r.lastAlone(pos), true
}

// withoutMedia leaves out the carriers, which have the words of documents but did not issue them.
func withoutMedia(list []*naming.Entity) []*naming.Entity {
	return without(list, func(e *naming.Entity) bool { return e.Kind == actors.Medium })
}

// without leaves out some of a list, which others may hold too and which stays as it is.
func without(list []*naming.Entity, leaveOut func(*naming.Entity) bool) []*naming.Entity {
	return slices.DeleteFunc(slices.Clone(list), leaveOut)
}

// introducedBy returns the tokens that name the issuers of "the statement", whose noun is token k, where the sentences
// before introduce it as one of several: "a joint statement by | the army and the guards". 0 for none.
func (r *documents) introducedBy(lo, k int) (at, end int) {
	s := r.Body
	first := s.Doc.Sentences[max(0, s.SentenceAt(s.Doc.Tokens[lo].Start)-introducedReach)].First
	if s.Lower[lo] != "the" || k != lo+1 {
		return 0, 0
	}
	for j := lo - 1; j > first; j-- {
		if s.Lower[j] != s.Lower[k] {
			continue
		}
		at, end = IssuedBy(s, j, j+1)
		if at == 0 || s.At(j-1) != "joint" {
			return 0, 0
		}
		return at, end
	}
	return 0, 0
}

// introducedReach is how many sentences before "the statement" may introduce it.
const introducedReach = 2

// IssuedBy returns the tokens that name by whom the document of noun token k was issued: "the statement by | Ana Lind",
// "a letter sent last week by | Ana Lind", "a message on the website of | the ministry", and also past token hi, where
// the phrase ends, "a tweet | on Monday by | Ana Lind". 0 for none.
func IssuedBy(s *scene.Scene, k, hi int) (at, end int) {
	_, last := s.SentenceBounds(k)
	i := k + 1
	if words.IssuingVerb[s.At(i)] {
		i++
	}
	for i < last && (s.InTime(i) || s.Lower[i] == "on" && s.InTime(i+1) || i > k+1 && s.Doc.Tokens[i].Tag == "RB") {
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

// DocumentNoun returns the token of the noun of a document that the phrase is about: not one after "of" or the name of
// a body, and not the first part of an office or a name. -1 for none.
func DocumentNoun(s *scene.Scene, lo, hi int) int {
	for k := lo; k < hi; k++ {
		w := s.Lower[k]
		if words.Document[w] {
			if next := s.At(k + 1); k+1 < hi && (words.Office[next] || words.Body[next] || s.Capital(k+1)) {
				return -1 // "the | information | ministry"
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
func (r *documents) issuerNamed(lo, hi, k int, act *Act) []*naming.Entity {
	s := r.Body
	if w := s.At(k + 1); k+2 < hi && (w == "which" || w == "that") {
		if e := s.PhraseEnd(k+2, hi); e > k+2 {
			return r.referents(k+2, e, act)
		}
	}
	if e := s.PhraseEnd(k+1, hi); e > k+1 && words.IssuingVerb[s.At(e)] { // "a note | the ministry | issued"
		list := r.referents(k+1, e, act)
		return without(list, func(x *naming.Entity) bool { return x.State == "" && actors.Unlisted(x.ID) })
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
func (r *documents) issuerForState(lo, k int) []*naming.Entity {
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
		return one(r.issuerOfState(m, s.Lower[k]))
	}
	return nil
}

// issuerOfState is who speaks in "the Norwegian statement": who issued the text of that name for the state, else its
// government.
func (r *documents) issuerOfState(m *scene.Mention, noun string) *naming.Entity {
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
func (r *documents) work(lo, hi int, act *Act) (list []*naming.Entity, ok bool) {
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
func (r *documents) bodyBefore(lo, k int) []*naming.Entity {
	s := r.Body
	from := s.SkipDeterminer(lo, k)
	if k-from == 1 && !s.Capital(from) {
		if e := r.bodySpokenOf(s.Lower[from], s.Doc.Tokens[lo].Start); e != nil {
			return []*naming.Entity{e}
		}
	}
	return r.Names.Read(s, from, k)
}

// carrierBefore returns the carrier of news that was named last before pos.
func (r *definites) carrierBefore(pos int) *naming.Entity {
	s := r.Body
	last := sort.Search(len(s.Mentions), func(k int) bool { return s.Mentions[k].End > pos })
	for k := last - 1; k >= max(0, last-Reach); k-- {
		if m := &s.Mentions[k]; m.Actor.Kind == actors.Medium {
			if e := r.ByID[m.Actor.ID]; e != nil {
				return e
			}
			e := &naming.Entity{Party: record.Party{Actor: m.Actor}}
			return r.Keep(e)
		}
	}
	return nil
}
