package acts

import (
	"strings"
	"sync"

	"demarche/data"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// encounters reads both sides of a call or meeting, each of which may be told in its own place. Whether it took place
// is not their concern.
type encounters struct {
	*Account
	Parties *Parties
}

// encounterRow is a verb or noun of lexicon/encounters.tsv: two sides met or spoke with each other.
type encounterRow struct {
	second             string // word of a pair, "" for a single word
	channel            record.Channel
	object, with, noun bool // patterns that the word takes
}

// What the column "pattern" of lexicon/encounters.tsv may say.
const (
	patternObject = "object"
	patternWith   = "with"
	patternNoun   = "noun"
)

// encounterRows are the rows of the table by their first word, pairs first.
var encounterRows = sync.OnceValue(func() map[string][]encounterRow {
	rows, err := data.Table("lexicon/encounters.tsv", "word", "channel", "pattern")
	if err != nil {
		panic(err) // the table is embedded, and a test reads it
	}
	m := map[string][]encounterRow{}
	for _, f := range rows {
		first, second, pair := strings.Cut(f.Fields[0], " ")
		e := encounterRow{second: second, channel: record.Channel(f.Fields[1])}
		for _, p := range strings.Fields(f.Fields[2]) {
			e.object, e.with, e.noun = e.object ||
				p == patternObject, e.with ||
				p == patternWith, e.noun ||
				p == patternNoun
		}
		if pair {
			m[first] = append([]encounterRow{e}, m[first]...)
		} else {
			m[first] = append(m[first], e)
		}
	}
	return m
})

// encounteredAt reads a call or meeting off the words of lexicon/encounters.tsv, where the readers of single phrases
// find none. What is only planned or denied is no call or meeting.
func encounteredAt(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act {
	if s.IsTitle {
		return nil
	}
	for _, row := range encounterRows()[s.Lower[i]] {
		if row.second != "" && s.At(i+1) != row.second {
			continue
		}
		if f := row.read(r, s, lo, i, hi); f != nil {
			return f
		}
	}
	return nil
}

// read fills in both sides of a call or meeting, nil where one is not told.
func (row *encounterRow) read(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act {
	verb := strings.HasPrefix(s.Doc.Tokens[i].Tag, "V") || !row.noun
	from, to := row.bothSides(r, s, lo, i, hi, verb)
	if to = naming.Without(to, from); len(from) == 0 || len(to) == 0 || oneHouse(from, to) {
		return nil
	}
	official := statesman(to[0]) && from[0].State != "" && (verb || statesman(from[0]))
	if !official && !(verb && r.receivedHere(from, to)) {
		return nil
	}
	f := &discourse.Act{
		Channel:    row.channel,
		Mutual:     true,
		Noun:       "meeting",
		From:       from,
		To:         to,
		Background: pluperfect(s, lo, i),
	}
	if words.Telephone[s.At(i-1)] || heldByPhone(s, i) || f.Channel == record.UnknownChannel && byPhone(s, lo, hi) {
		f.Channel = record.Call
	}
	if f.Channel != record.Meeting {
		f.Noun = "call"
	}
	return f
}

// bothSides reads who met or called whom, of a verb or of a noun; nobody where the word tells of no encounter that
// took place.
func (row *encounterRow) bothSides(
	r *Reader, s *scene.Scene, lo, i, hi int, verb bool,
) (from, to []*naming.Entity) {
	end := i + 1
	if row.second != "" {
		end++
	}
	switch {
	case unreal(s, lo, i):
	case verb && row.object && passive(s, lo, i):
		from = sides(r.Parties.afterWithin(s, end-1, hi, agentReach, "by"))
		to = sides(r.Parties.subjectOf(s, i))
	case verb && (row.object || row.with):
		from, to = r.encounters.actorOf(s, lo, i, hi), row.otherSide(r, s, end, hi)
		if len(from) == 2 && len(to) == 0 && row.with && from[0].State != from[1].State {
			from, to = from[:1], from[1:] // "X and Y talked"
		}
	case row.noun && !verb:
		from, to = r.encounters.nounSides(s, lo, i, hi)
	}
	return from, to
}

// agentReach is the number of tokens after a passive verb among which its "by" is looked for: "was received | on
// Monday at the palace by".
const agentReach = 12

// demandIn reports whether the tokens tell what somebody is called on to do: "called on Moss | to go", "for help".
func demandIn(s *scene.Scene, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if s.Lower[k] == "for" || s.Lower[k] == "to" && s.At(k+1) != "" && s.Doc.Tokens[k+1].Tag == "VB" {
			return true
		}
	}
	return false
}

// otherSide reads whom the verb before token end has as its object or after "with".
func (row *encounterRow) otherSide(r *Reader, s *scene.Scene, end, hi int) []*naming.Entity {
	if k := afterPlace(s, afterTime(s, afterAdverb(s, end, hi), hi), hi); row.object && k < hi && s.Lower[k] != "with" {
		e := s.PhraseEnd(k, hi)
		if words.LedBy[s.At(e)] && s.At(e+1) == "by" {
			k, e = e+2, s.PhraseEnd(e+2, hi)
		}
		if sentObject(s, k, e) || row.second == "on" && demandIn(s, e, hi) {
			return nil
		}
		return sides(r.encounters.namedOrApposed(s, k, e, hi))
	}
	for k := end; k < hi && k < end+16 && row.with; k++ {
		if s.Lower[k] == "with" || s.Lower[k] == "to" {
			return sides(r.encounters.namedOrApposed(s, k+1, s.PhraseEnd(k+1, hi), hi))
		}
		if s.Lower[k] == "," || s.FiniteVerb(k) && !s.InTime(k) {
			break
		}
	}
	return nil
}

// namedOrApposed reads the phrase lo to e-1; of a phrase without a name the name that follows in apposition: "his
// counterpart in Oslo, | X".
func (r *encounters) namedOrApposed(s *scene.Scene, lo, e, hi int) []*naming.Entity {
	if e <= lo || unnamedMany(s, lo, e) {
		return nil
	}
	if p := r.Parties.Apposed(s, lo, e, hi); p != nil {
		return []*naming.Entity{p}
	}
	if s.IsTitle {
		return r.Names.Read(s, lo, e)
	}
	return r.Referents(lo, e, r.LastAct())
}

// actorOf reads the subject of the verb at token i. Of a participle or a clause of time that opens the sentence it is
// the subject of the main clause: "Speaking by phone with X, | Y said", "When she met X, | Y asked".
func (r *encounters) actorOf(s *scene.Scene, lo, i, hi int) []*naming.Entity {
	opens := s.Doc.Tokens[i].Tag == "VBG" && i <= lo+2
	if k := i - 1; k > lo && k <= lo+2 && words.TimeClause[s.Lower[lo]] && words.PersonalSubject[s.Lower[k]] {
		opens = true
	}
	if !opens {
		return sides(r.Parties.subjectOf(s, i))
	}
	for k := i + 1; k < hi; k++ {
		if s.Lower[k] != "," {
			continue
		}
		e := s.PhraseEnd(k+1, hi)
		if e > k+1 && e < hi && s.FiniteVerb(e) {
			return sides(r.Referents(k+1, e, r.LastAct()))
		}
	}
	return nil
}

// nounSides reads the sides of a noun: "talks between X and Y", "X's talks with Y", "X said in a call with Y".
func (r *encounters) nounSides(s *scene.Scene, lo, i, hi int) (from, to []*naming.Entity) {
	for k := i + 1; k < hi && k < i+6; k++ {
		switch s.Lower[k] {
		case "between":
			if list := sides(r.Names.Read(s, k+1, s.PhraseEnd(k+1, hi))); len(list) == 2 {
				return list[:1], list[1:]
			}
			return nil, nil
		case "with":
			end := s.PhraseEnd(k+1, partnerEnd(s, lo, i, hi))
			to = sides(r.namedOrApposed(s, k+1, end, hi))
			if from = sides(r.Parties.subjectOf(s, i)); len(from) == 0 {
				from = inverted(r.Parties, s, lo, i)
			}
			if len(from) == 0 {
				from = fronted(r.Parties, s, lo, i, end, hi)
			}
			return from, to
		}
		if s.FiniteVerb(k) && !s.InTime(k) || s.Lower[k] == "," {
			break
		}
	}
	return nil, nil
}

// partnerEnd returns the token before hi at which the phrase ends for those with whom the encounter at token i was: the
// pronoun that is the subject of the clause, or the comma before it where the phrase opens the sentence. "At a dinner
// with Moss | he said"
func partnerEnd(s *scene.Scene, lo, i, hi int) int {
	opens := opensWith(s, lo, i)
	for k := i + 3; k < hi; k++ {
		closed := opens && s.Lower[k] == "," && !s.Offices.HasHead(k+1, commaAfter(s, k, hi))
		if closed || words.PersonalSubject[s.Lower[k]] {
			return k
		}
	}
	return hi
}

// commaAfter returns the next comma after the one at token k, the end of what stands between them; k where there is
// none.
func commaAfter(s *scene.Scene, k, hi int) int {
	for i := k + 1; i < hi; i++ {
		if s.Lower[i] == "," {
			return i
		}
	}
	return k
}

// opensWith reports whether a preposition opens the sentence lo with the noun at token i: "At a dinner".
func opensWith(s *scene.Scene, lo, i int) bool {
	first := s.AfterDateline(lo)
	return i <= first+3 && first < i && s.Doc.Tokens[first].Tag == "IN"
}

// sides keeps those who can take part in a call or meeting: no carriers of news, no audiences.
func sides(list []*naming.Entity) []*naming.Entity {
	var out []*naming.Entity
	for _, e := range SpokenTo(list) {
		if e.Person() || e.State != "" {
			out = append(out, e)
		}
	}
	return out
}

// statesman reports whether the entity is a person who speaks for a state or an organisation of states.
func statesman(e *naming.Entity) bool { return e.Person() && e.State != "" }

// groupMetAt reads whom the side on whose site the lede stands met, where they are people without a name: "The
// President received nine families", "met with a group of mayors".
func groupMetAt(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act {
	w := s.Lower[i]
	told := s.FiniteVerb(i) && (words.MeetingVerb[w] || words.OpensConvening[w]) && !unreal(s, lo, i)
	if !told || !r.OwnSite || s.IsTitle || s.SentenceAt(s.Doc.Tokens[i].Start) > lastOfLede {
		return nil
	}
	from := r.Parties.persons(s, r.Parties.subjectOf(s, i))
	k := afterPlace(s, afterTime(s, i+1, hi), hi)
	switch s.At(k) {
	case "with":
		k++
	case "to": // "welcomed to Oslo nine families"
		k = afterTime(s, s.PhraseEnd(k+1, hi), hi)
	}
	to := r.group(s, k, s.PhraseEnd(k, hi))
	if len(from) == 0 || from[0].State == "" || to == nil {
		return nil
	}
	f := &discourse.Act{Channel: record.Meeting, Mutual: true, Noun: "meeting", From: from}
	f.To = []*naming.Entity{to}
	if r.encounter == nil {
		r.encounter = f
	}
	return f
}

// lastOfLede is the last sentence of a lede, counted from 0.
const lastOfLede = 1

// receivedHere reports two persons of whom at least one speaks for a state, on the site of a side, which tells whom it
// met whatever the other's office is.
func (r *Reader) receivedHere(from, to []*naming.Entity) bool {
	return r.OwnSite && from[0].Person() && to[0].Person() && (from[0].State != "" || to[0].State != "")
}

// oneHouse reports whether one side is a body or government of the state for which the other speaks.
func oneHouse(a, b []*naming.Entity) bool {
	return a[0].State == b[0].State && a[0].State != "" && (!a[0].Person() || !b[0].Person())
}

// unreal reports whether the call or meeting at token i is planned, wished or denied: "will meet", "refused to hold
// talks".
func unreal(s *scene.Scene, lo, i int) bool {
	for k := i - 1; k >= lo && k > i-7; k-- {
		w := s.Lower[k]
		if w == "," || w == ";" || k < i-1 && s.Doc.Tokens[k].Tag == "IN" && w != "for" {
			return false
		}
		if words.Unreal[w] || w == "to" && s.Doc.Tokens[k+1].Tag == "VB" {
			return true
		}
	}
	return false
}

// passive reports whether the participle at token i is passive: "was received by".
func passive(s *scene.Scene, lo, i int) bool {
	for k := i - 1; k >= lo && k >= i-3; k-- {
		if words.BeForm[s.Lower[k]] {
			return true
		}
	}
	return false
}

// pluperfect reports whether "had" stands just before token i: what is told lies before the rest of the story.
func pluperfect(s *scene.Scene, lo, i int) bool {
	for k := i - 1; k >= lo && k >= i-3; k-- {
		if s.Lower[k] == "had" {
			return true
		}
	}
	return false
}

// byPhone reports whether a word for a call stands among the tokens.
func byPhone(s *scene.Scene, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if words.Call[s.Lower[k]] {
			return true
		}
	}
	return false
}

// relayedAt reads the call or meeting that token i tells of within words of others than its parties, who relay it for
// the article: "“The President spoke by phone with X,” the Kremlin said". nil for none.
func (r *Reader) relayedAt(s *scene.Scene, lo, i, hi int) *discourse.Act {
	q := r.relayOf(i)
	if s.IsTitle || q == nil {
		return nil
	}
	covered := r.covered
	r.covered, r.relay = nil, q
	f := r.plainlyAt(s, max(lo, q.ContentLo), i, hi)
	r.covered, r.relay = covered, nil
	by := r.Referents(q.SourceLo, q.SourceHi, r.LastAct())
	if f == nil || !f.Mutual || len(by) == 0 || naming.IncludesAny(f.Parties(), by) {
		return nil
	}
	f.Background = false // "said that the two had met" tells of the same time
	return f
}

// relayOf is the quote of the sentence that holds token i and names who says it, nil for none.
func (r *Reader) relayOf(i int) *scene.Quote {
	for _, q := range r.Quotes {
		if q.SourceHi > q.SourceLo && scene.Covers(q.Spans.Content, r.Body.Doc.Tokens[i].Span) {
			return q
		}
	}
	return nil
}
