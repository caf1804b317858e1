package acts

import (
	"demarche/timeline/actors"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// statementAt reads "issued a statement", "in a joint statement", "the meeting adopted a declaration".
func statementAt(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act {
	w := s.Lower[i]
	if w == "release" && !words.PressNews[s.At(i-1)] || w == "appeal" && !words.AppealLead[s.At(i-1)] {
		return nil
	}
	f := &discourse.Act{Channel: statementChannel(s, lo, i)}
	if s.IsTitle && f.Channel == record.JointStatement {
		return jointTitle(r, s, f, i, hi)
	}
	in := prepositional(s, lo, i) || s.HasWords(i-3, "according", "to") // "according to a statement by"
	v := s.Clauses.VerbBefore(max(lo, i-14), i, words.Issuing)
	switch {
	case in:
		f.From = r.issuers.issuerOf(s, i, hi)
	case v >= 0 && issued(s, v, i):
		f.From = r.issuers.issuing(s, v)
	case v < 0 && s.At(i-1) == "'s" && (s.IsTitle || len(r.Acts) == 0):
		f.From = r.Parties.possessor(s, lo, i-1)
		return f
	default:
		return nil
	}
	if by := r.Parties.afterWithin(s, i, hi, 3, "by", "from"); len(by) > 0 {
		f.From = by
	}
	if s.IsTitle {
		return nil
	}
	if w == "statements" && v >= 0 {
		f.Held = !in && naming.Collective(f.From)
		forPress(s, f, i)
	}
	return f
}

// forPress makes "statements for the press" the act that they are: each side says them before the press.
func forPress(s *scene.Scene, f *discourse.Act, i int) {
	if s.HasPhrase(i+1, words.ForPress) {
		f.Channel, f.Mutual, f.Noun = record.PressConference, true, "press statements"
	}
}

// statementChannel tells a joint statement from another by the words before token i, and one that is made in a
// parliament: "a statement | to the Commons", "his first Commons | statement".
func statementChannel(s *scene.Scene, lo, i int) record.Channel {
	if words.StatementNoun[s.Lower[i]] {
		k := i - 1
		if s.At(i+1) == "to" {
			k = s.PhraseEnd(i+2, min(len(s.Lower), i+7)) - 1
		}
		if k != i+1 && words.Chamber[s.At(k)] && !words.HouseColor[s.At(k-1)] {
			return record.Speech
		}
	}
	for k := max(lo, i-4); k < i; k++ {
		if s.Lower[k] == "joint" {
			return record.JointStatement
		}
	}
	return record.StatementText
}

// issued reports whether the verb at v has the statement at token i as its object: "the statement" that somebody
// issued is known already, and what is "made" may be no text.
func issued(s *scene.Scene, v, i int) bool {
	if s.At(i-1) == "the" && s.At(i+1) != "of" && s.At(i+1) != "by" {
		return false
	}
	return s.Lower[v] != "made" || s.At(v+1) == "public" || words.MadeStatement[s.Lower[i]]
}

// issuing is who issued what the verb at v has as its object: its subject, or who met. Nobody where it was read out.
func (r *issuers) issuing(s *scene.Scene, v int) []*naming.Entity {
	from := r.Parties.subjectOf(s, v)
	if g := gatheringBy(r.Account, s, v); g != nil {
		from = g
	}
	if s.Lower[v] == "read" {
		return nil
	}
	return from
}

// jointTitle reads a title such as "Joint statement adopted after talks between A and B" or "A and B sign joint
// statement": nil where it does not name both. Joint statements to the press are said, not written.
func jointTitle(r *Reader, s *scene.Scene, f *discourse.Act, i, hi int) *discourse.Act {
	if s.At(i-1) == "press" || s.Lower[i] == "statements" {
		return nil
	}
	for k := i + 1; k < hi && len(f.From) < 2; k++ {
		if w := s.Lower[k]; words.PublicPreposition[w] {
			f.From = r.Parties.persons(s, r.Names.Read(s, k+1, s.PhraseEnd(k+1, hi)))
		}
	}
	if len(f.From) < 2 {
		f.From = r.Parties.subjectOf(s, i)
	}
	if len(f.From) < 2 {
		f.From = r.TitlePair()
	}
	if len(f.From) < 2 {
		return nil
	}
	return f
}

// prepositional reports whether the noun at i stands in "in a", "in its written", "in a joint": a text in which it is
// said.
func prepositional(s *scene.Scene, lo, i int) bool { return in0(s, lo, i) >= 0 }

// saidThis reports whether "said this" stands between the tokens: what was quoted before or after was said there.
func saidThis(s *scene.Scene, lo, hi int) bool {
	for k := lo; k+1 < hi; k++ {
		if s.Lower[k+1] == "this" && words.ThisSaid[s.Lower[k]] {
			return true
		}
	}
	return false
}

// in0 returns the token of that "in", -1 for none.
func in0(s *scene.Scene, lo, i int) int {
	for k := i - 1; k >= lo && k >= i-5; k-- {
		w := s.Lower[k]
		if w == "in" || w == "through" || w == "at" && words.Gathering[s.Lower[i]] {
			if s.Lower[k+1] == "this" || s.Lower[k+1] == "the" && !saidThis(s, lo, k) {
				return -1
			}
			return k
		}
		if !words.Determiner[w] && !s.NounTag(k) && !words.Bylined[w] {
			return -1
		}
	}
	return -1
}

// gatheringBy turns "the meeting adopted a declaration" into those who were there.
func gatheringBy(r *Account, s *scene.Scene, v int) []*naming.Entity {
	_, hi, ok := s.Clauses.Subject(v)
	if !ok {
		return nil
	}
	noun := s.Lower[hi-1]
	if !words.Gathering[noun] {
		return nil
	}
	e := &naming.Entity{Plural: true}
	e.Kind = actors.Organisation
	e.Name = "Participants in the " + noun
	for k := len(r.Acts) - 1; k >= 0; k-- {
		if f := r.Acts[k]; f.Noun == noun && f.Occasion != nil {
			e.Name = "Participants in the " + f.Occasion.Name
			break
		}
	}
	e.ID = actors.UnlistedID(e.Name, "")
	return []*naming.Entity{r.Keep(e)}
}

// speechAt reads "made a speech", "in a speech", "a rally was held", "held a press conference".
func speechAt(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act {
	w := s.Lower[i]
	switch {
	case w == "conference" && words.PressNews[s.At(i-1)]:
		if Absent(s, i) {
			return nil
		}
		return pressAt(r, s, lo, i, hi)
	case s.IsTitle:
		return nil
	case words.PublicSpeech[w], s.HasPhrase(i, words.BroadcastToNation):
		return deliveredAt(r, s, lo, i, hi)
	case words.Gathering[w] && !r.inTalk(s, i):
		return gatheredAt(r, s, lo, i, hi)
	}
	return nil
}

// deliveredAt reads "made a speech", "in his report to".
func deliveredAt(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act {
	report := s.Lower[i] == "report"
	if report && s.Clauses.VerbBefore(max(lo, i-5), i, words.ReportVerb) < 0 {
		return nil
	}
	f := &discourse.Act{Channel: record.Speech}
	in := prepositional(s, lo, i)
	v := s.Clauses.VerbBefore(max(lo, i-6), i, words.SpeechVerb)
	if report && in && v < 0 {
		f.Channel = record.Document
	}
	switch {
	case v >= 0:
		f.From = r.Parties.subjectOf(s, v)
	case in || s.At(i-1) == "his":
		f.From = r.issuers.issuerOf(s, i, hi)
	default:
		return nil
	}
	return f
}

// gatheredAt reads "a rally was held", "the ceremony took place", "held a rally", "at a meeting".
func gatheredAt(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act {
	w := s.Lower[i]
	f := &discourse.Act{Channel: record.Speech}
	held := tookPlace(s, i+1, hi)
	v := s.Clauses.VerbBefore(max(lo, i-8), i, words.HostingVerb)
	switch {
	case v >= 0 && s.Doc.Tokens[v+1].Tag != "RP": // not "held up | the ceremony"
		f.From, f.Held = r.Parties.subjectOf(s, v), true
		if people := r.Parties.persons(s, f.From); len(people) == 2 && words.Encounter[w] {
			return &discourse.Act{
				Channel: record.Meeting,
				Mutual:  true,
				Noun:    "meeting",
				From:    people[:1],
				To:      people[1:],
			}
		}
	case held >= 0:
		f.Held = true
	case prepositional(s, lo, i), s.At(i-2) == "at" && (s.At(i-1) == "a" || s.At(i-1) == "the" && w != "meeting"):
		if s.At(i-1) == "the" && !saidThis(s, lo, i) {
			return nil
		}
		f.From = r.Parties.subjectOf(s, i)
		f.Held = s.At(lo) == "at" // "At a meeting ..., speakers said"
	default:
		return nil
	}
	own := r.page.genre == readout && !s.Capital(i) // "hosted a roundtable": what the page tells of, no occasion
	if name := gatheringName(s, lo, i, held, hi); name != "" && !own {
		f.Occasion = &record.Occasion{Name: name, Evidence: s.Span(i, i+1)}
	}
	return f
}

// tookPlace returns the first token from k to hi-1 that tells that something was held, -1 for none before a relative
// clause.
func tookPlace(s *scene.Scene, k, hi int) int {
	for ; k < hi && s.Lower[k] != "which"; k++ {
		if s.HasPhrase(k, words.TookPlace) {
			return k
		}
	}
	return -1
}

// inEventName reports whether the token can stand in the name of an event before its noun.
func inEventName(s *scene.Scene, k int) bool {
	if s.FiniteVerb(k) || words.Determiner[s.Lower[k]] || s.InTime(k) {
		return false
	}
	return s.NounTag(k) || s.Capital(k) || s.Doc.Tokens[k].Tag == "VBG"
}

// endsEventName reports whether the name of an event after its noun ends before the token.
func endsEventName(s *scene.Scene, k int) bool {
	w := s.Lower[k]
	if w == "," || w == "." || words.PlacePreposition[w] || s.InTime(k) {
		return true
	}
	return s.FiniteVerb(k) && w != "supporting"
}

// gatheringName is the name of the event as the text gives it, without its article, place and date.
func gatheringName(s *scene.Scene, lo, i, held, hi int) string {
	a := i
	for a > lo && inEventName(s, a-1) {
		a--
	}
	for a < i && words.PossessiveMark[s.Lower[a]] {
		a++ // "today's | cabinet meeting"
	}
	b := i + 1
	for b < min(hi, i+16) && b != held && !endsEventName(s, b) {
		b++
	}
	for b > i+1 && (words.Determiner[s.Lower[b-1]] || words.Preposition[s.Lower[b-1]] || s.Lower[b-1] == "and") {
		b--
	}
	if b == a+1 && words.PublicGathering[s.Lower[a]] || words.PressWord[s.At(i-1)] { // "a photo | session"
		return ""
	}
	return scene.Clean(s.Words(a, b))
}

// addressAt reads "addressed the nation", "addressing the UN General Assembly".
func addressAt(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act {
	if s.IsTitle {
		return nil
	}
	for k := i + 1; k < hi && k < i+8; k++ {
		if words.AddressedBody[s.Lower[k]] {
			return &discourse.Act{Channel: record.Speech, Noun: "speech", From: r.Parties.subjectOf(s, i)}
		}
		if s.FiniteVerb(k) || s.Lower[k] == "," {
			break
		}
	}
	return nil
}

// pressAt reads "at a press conference", "told reporters", "briefing", "informed the media", "answered questions from
// journalists". Of titles only those that tell of an act count: "News conference of X" stands over what was said
// there turn by turn.
func pressAt(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act {
	f := &discourse.Act{Channel: record.PressConference, Noun: s.Lower[i]}
	f.Held = s.Clauses.VerbBefore(max(lo, i-6), i, words.ConferenceHolding) >= 0
	if s.IsTitle && !pressTold(s, i) && !pressAsked(s, lo, i) {
		return nil
	}
	switch w := s.Lower[i]; {
	case TextFor(s, i):
		return nil
	case words.Reporter[w]:
		if b := s.At(i - 1); !words.PressPreposition[b] && s.At(i-2) != "told" && !pressTold(s, i) &&
			!pressAsked(s, lo, i) {
			return nil
		}
	case words.PressMedia[w]:
		if !pressTold(s, i) && !pressAsked(s, lo, i) {
			return nil
		}
	case w == "briefing":
		if s.Clauses.VerbBefore(max(lo, i-6), i, words.PressLead) < 0 {
			return nil
		}
	}
	f.From = r.issuers.issuerOf(s, i, i)
	return f
}

// TextFor reports whether the press named at token i has a text sent to it: "in a notice to | reporters", "a note sent
// to the | press".
func TextFor(s *scene.Scene, i int) bool {
	k := i - 1
	for k > 0 && (words.PressModifier[s.Lower[k]] || s.StateAt(k)) {
		k--
	}
	if s.At(k) != "to" || !words.Reporter[s.Lower[i]] && !words.PressMedia[s.Lower[i]] {
		return false
	}
	if k--; s.At(k) == "sent" {
		k--
	}
	return words.PressText[s.At(k)]
}

// pressTold reports whether the press named at token i is spoken to: "told reporters", "informed the media", "spoke
// to journalists".
func pressTold(s *scene.Scene, i int) bool {
	if words.PressHead[s.At(i+1)] {
		return false
	}
	k := i - 1
	for k > 0 && (words.PressModifier[s.Lower[k]] || s.StateAt(k)) {
		k--
	}
	if s.At(k) != "to" {
		return words.Informing[s.At(k)]
	}
	if words.SpeakingVerb[s.At(k-1)] {
		return true
	}
	return false
}

// pressAsked reports whether the press named at token i is answered: "took questions from reporters", "answering
// journalists' questions".
func pressAsked(s *scene.Scene, lo, i int) bool {
	if s.Clauses.VerbBefore(max(lo, i-7), i, words.AnsweringVerb) < 0 {
		return false
	}
	return s.Clauses.VerbBefore(max(lo, i-5), min(i+4, len(s.Lower)), words.QuestionNoun) >= 0
}
