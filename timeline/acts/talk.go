package acts

import (
	"demarche/data"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// callAt reads "had a telephone conversation with", "spoke by telephone with", "in a phone call with".
func callAt(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act {
	end := i + 1
	switch {
	case words.Telephone[s.Lower[i]]:
		switch {
		case words.TalkNoun[s.At(i+1)]:
			end = i + 2
		default:
			if b := s.At(i - 1); !words.PhoneLead[b] || s.Clauses.VerbBefore(lo, i, words.ConversingVerb) < 0 {
				return nil
			}
		}
	case s.Lower[i] == "call":
		b := s.At(i - 1)
		if !words.VideoDeterminer[b] && !s.IsTitle {
			return nil
		}
		if s.At(i+1) != "with" && s.At(i+1) != "between" {
			return toldInCall(r, s, lo, i, hi)
		}
	case words.RingingVerb[s.Lower[i]] && !rang(s, i, hi):
		return nil
	}
	f := &discourse.Act{Channel: record.Call, Mutual: true, Noun: "call", To: r.encounters.called(s, lo, i, end, hi)}
	f.From = r.Parties.persons(s, r.Parties.subjectOf(s, i))
	if len(f.From) == 0 && s.IsTitle {
		f.From = r.Parties.owner()
	}
	f.To = naming.Without(f.To, f.From)
	if len(f.To) == 0 && words.TalkNoun[s.At(end-1)] {
		return toldInCall(r, s, lo, i, hi)
	}
	if len(f.To) == 0 {
		return nil
	}
	return f
}

// rang reports whether nothing but a name, and perhaps a day, follows the verb at token i: "called Lind on Sunday".
func rang(s *scene.Scene, i, hi int) bool {
	e := i + 1
	for e < hi && s.Capital(e) && !s.InTime(e) {
		e++
	}
	if e == i+1 {
		return false
	}
	return e >= hi || s.Lower[e] == "." || s.InTime(e) || s.Lower[e] == "on" && s.InTime(e+1)
}

// called are those with whom the call at token i, told up to end, is: after a preposition, as the object of a verb of
// phoning, or before it, "called him by telephone".
func (r *encounters) called(s *scene.Scene, lo, i, end, hi int) []*naming.Entity {
	to := r.Parties.persons(s, r.Parties.after(s, end-1, hi, "with", "to", "between"))
	if len(to) == 0 && s.Clauses.VerbBefore(max(lo, i-3), i, words.CallTaking) >= 0 {
		to = r.Parties.persons(s, r.Parties.after(s, end-1, hi, "from"))
	}
	if phoned := words.PhonedVerb[s.Lower[i]] || words.RingingVerb[s.Lower[i]]; phoned && len(to) == 0 {
		to = r.Parties.persons(s, r.Names.Read(s, i+1, s.PhraseEnd(i+1, hi)))
	}
	if k := s.Clauses.VerbBefore(lo, i, words.TalkPartner); len(to) == 0 && k >= 0 {
		to = r.Parties.persons(s, r.Names.Read(s, k+1, s.PhraseEnd(k+1, i)))
	}
	return to
}

// fronted reads whom the clause after "at a dinner with Y", which opens the sentence, has as its subject: "At a dinner
// with Y, X said". end is the token after Y.
func fronted(r *Parties, s *scene.Scene, lo, i, end, hi int) []*naming.Entity {
	if !opensWith(s, lo, i) {
		return nil
	}
	for end < hi && (s.Lower[end] == "," || s.InTime(end) || s.InTime(end+1)) {
		end++
	}
	e := s.PhraseEnd(end, hi)
	if e <= end || e >= hi || !s.FiniteVerb(e) {
		return nil
	}
	return sides(r.Referents(end, e, nil))
}

// toldInCall reads "X told Y in a call that" and "In a call, X told Y that".
func toldInCall(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act {
	k := s.Clauses.VerbBefore(lo, i, words.AssuringVerb)
	end := i
	if opensWith(s, lo, i) {
		for k = i; k < min(hi, i+14) && !words.CallTelling[s.Lower[k]]; k++ {
		}
		end = hi
	} else if b := s.At(i - 2); k < 0 || b != "in" && b != "during" && s.At(i-3) != "in" && s.At(i-3) != "during" {
		return nil
	}
	if k >= end {
		return nil
	}
	f := &discourse.Act{
		Channel: record.Call,
		Mutual:  true,
		Noun:    "call",
		From:    r.Parties.persons(s, r.Parties.subjectOf(s, k)),
		To:      r.Parties.persons(s, r.Names.Read(s, k+1, s.PhraseEnd(k+1, end))),
	}
	if f.To = naming.Without(f.To, f.From); len(f.From) == 0 || len(f.To) == 0 {
		return nil
	}
	return f
}

// meetingAt reads "met with", "had talks with", "when meeting", "received", "paid a courtesy call on".
func meetingAt(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act {
	f := &discourse.Act{Channel: record.Meeting, Mutual: true, Noun: "meeting"}
	w, next := s.Lower[i], s.At(i+1)
	if stillToCome(s, lo, i) {
		return nil
	}
	switch {
	case s.HasPhrase(i-1, words.PressMeeting):
		return pressAt(r, s, lo, i, hi)
	case words.MeetingVerb[w]:
		f.To = r.encounters.met(s, i, hi)
		if words.ReceivedVerb[w] && (len(f.To) == 0 || !f.To[0].Person()) {
			return nil
		}
	case words.TalkHeld[w]:
		if !r.encounters.heldTalks(s, lo, i) {
			return nil
		}
		f.To = r.Parties.persons(s, r.Parties.afterWithin(s, i, hi, 4, "with", "between"))
		if heldByPhone(s, i) {
			f.Channel, f.Noun = record.Call, "call"
		}
	case w == "meeting" && words.TalkMoment[s.At(i-1)]:
		f.To = r.encounters.metThen(s, i, hi)
	case w == "meeting" && next == "with" && (s.IsTitle || led(s, lo, i, words.TalkLeadWith)):
		f.To = r.Parties.persons(s, r.Parties.after(s, i, hi, "with"))
		if len(f.To) == 0 && r.Body.Mentions != nil {
			return withNobody(r, s, f, i)
		}
	case w == "meeting":
		return speechAt(r, s, lo, i, hi)
	}
	f.From = host(r, s, lo, i)
	f.To = naming.Without(f.To, f.From)
	if len(f.Parties()) < 2 {
		return halfMeeting(f, s.IsTitle, w, next)
	}
	return f
}

// stillToCome reports "meet" at token i after a verb of the future: "is to meet", "plans to meet".
func stillToCome(s *scene.Scene, lo, i int) bool {
	return s.Lower[i] == "meet" && s.Clauses.VerbBefore(max(lo, i-3), i, words.FutureMeeting) >= 0
}

// metThen is whom "during the meeting" is with: who is named after the noun at once or after "with".
func (r *encounters) metThen(s *scene.Scene, i, hi int) []*naming.Entity {
	if to := r.Parties.persons(s, r.Names.Read(s, i+1, s.PhraseEnd(i+1, hi))); len(to) > 0 {
		return to
	}
	return r.Parties.persons(s, r.Parties.after(s, i, hi, "with"))
}

// heldTalks reports whether the talks at token i are told as held: by a verb before, or by a title of the side's own
// site. Talks by telephone are no meeting.
func (r *encounters) heldTalks(s *scene.Scene, lo, i int) bool {
	return !words.Telephone[s.At(i-1)] && (s.IsTitle && r.OwnSite || led(s, lo, i, words.TalkLead))
}

// heldByPhone reports whether the talks at token i are told to have been held by telephone: "talks over the phone".
func heldByPhone(s *scene.Scene, i int) bool {
	for k := i + 2; k <= i+3; k++ {
		if words.Telephone[s.At(k)] && words.PhoneLead[s.At(k-1)] {
			return true
		}
	}
	return false
}

// led reports whether one of the six tokens before token i is of the class: "held | talks".
func led(s *scene.Scene, lo, i int, class data.Set) bool {
	return s.Clauses.VerbBefore(max(lo, i-6), i, class) >= 0
}

// met is whom the verb of meeting at token i has as its object or after "with".
func (r *encounters) met(s *scene.Scene, i, hi int) []*naming.Entity {
	next := s.At(i + 1)
	if next == "and" && s.Lower[i] == "met" {
		return r.Parties.persons(s, r.Parties.after(s, i, hi, "with"))
	}
	if k := afterTime(s, i+1, hi); s.At(k) == "with" {
		return r.Parties.party(s, r.Parties.afterWithin(s, k-1, hi, 2, "with"))
	}
	e := s.PhraseEnd(i+1, hi)
	if s.HasPhrase(e, words.LedByPhrase) {
		return r.Parties.persons(s, r.Names.Read(s, e+2, s.PhraseEnd(e+2, hi)))
	}
	if e > i+1 && !words.Determiner[next] || s.StateAt(i+2) || s.At(i+2) == "visiting" {
		return r.Parties.persons(s, r.Names.Read(s, i+1, e))
	}
	return nil
}

// withNobody is the meeting at token i with people whom the sentence does not name: what one side said at it.
func withNobody(r *Reader, s *scene.Scene, f *discourse.Act, i int) *discourse.Act {
	f.From = r.Parties.persons(s, r.Parties.subjectOf(s, i))
	if f.Mutual = false; len(f.From) == 0 {
		return nil
	}
	return f
}

// host is who met somebody at token i: the subject, of a title without one the owner of the site, or who is named
// behind the verb.
func host(r *Reader, s *scene.Scene, lo, i int) []*naming.Entity {
	from := r.Parties.persons(s, r.Parties.subjectOf(s, i))
	if len(from) == 0 && s.IsTitle {
		from = r.Parties.owner()
	}
	if len(from) == 0 {
		from = inverted(r.Parties, s, lo, i)
	}
	return from
}

// afterTime returns the first token from i that tells no time: "met | today | with", "met | on Friday | with".
func afterTime(s *scene.Scene, i, hi int) int {
	for i < hi && (s.InTime(i) || words.DayAdverb[s.Lower[i]] || words.DayLead[s.Lower[i]] && i+1 < hi && s.InTime(i+1)) {
		i++
	}
	return i
}

// halfMeeting keeps a meeting of which the words name one party: "..., he said during talks with X", where the
// speaker is the other, or a title that leaves the other out.
func halfMeeting(f *discourse.Act, title bool, w, next string) *discourse.Act {
	switch {
	case len(f.From) == 0 && len(f.To) > 0 && !title && words.TalkOrMeeting[w]:
		return f
	case next == "with" && len(f.From) > 0 && title:
		f.Mutual = false
		return f
	}
	return nil
}

// credentialsAt reads "when receiving the credentials from X".
func credentialsAt(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act {
	v := s.Clauses.VerbBefore(max(lo, i-4), i, words.Accepting)
	if v < 0 {
		return nil
	}
	f := &discourse.Act{
		Channel: record.Meeting,
		Mutual:  true,
		Noun:    "meeting",
		From:    r.Parties.persons(s, r.Parties.subjectOf(s, v)),
		To:      r.Parties.persons(s, r.Parties.after(s, i, hi, "from", "of")),
	}
	if f.To = naming.Without(f.To, f.From); len(f.Parties()) < 2 {
		return nil
	}
	return f
}

// inverted finds the speaker of "..., said X when meeting Y": the phrase after the last verb of saying before token i.
func inverted(r *Parties, s *scene.Scene, lo, i int) []*naming.Entity {
	k := s.Clauses.VerbBefore(lo, i, words.SaidInTalk)
	if k < 0 {
		return nil
	}
	e := s.PhraseEnd(k+1, i)
	if e <= k+1 {
		return nil
	}
	return r.persons(s, r.Names.Read(s, k+1, e))
}

// afterPlace returns the first token from k after an adverbial of place and the time that follows it: "met | in Oslo
// on Monday | with".
func afterPlace(s *scene.Scene, k, hi int) int {
	if k >= hi || !words.PlacePreposition[s.Lower[k]] {
		return k
	}
	e := s.PhraseEnd(k+1, hi)
	if e == k+1 {
		return k
	}
	if words.PlacePreposition[s.At(e)] && s.InTime(e+1) {
		e++
	}
	return afterTime(s, e, hi)
}

// afterAdverb returns the first token from k after one adverb: "met | here | today with", "met | briefly | in Oslo".
func afterAdverb(s *scene.Scene, k, hi int) int {
	if k < hi && s.Doc.Tokens[k].Tag == "RB" && !s.InTime(k) {
		k++
	}
	return k
}
