package acts

import (
	"demarche/timeline/discourse"
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
			if b := s.At(i - 1); !words.PhoneLead[b] || s.VerbBefore(lo, i, words.ConversingVerb) < 0 {
				return nil
			}
		}
	case s.Lower[i] == "call":
		b := s.At(i - 1)
		if !words.VideoDeterminer[b] && !s.IsTitle {
			return nil
		}
		if s.At(i+1) != "with" && s.At(i+1) != "between" {
			return toldInCall(r, s, lo, i)
		}
	}
	f := &discourse.Act{Channel: record.Call, Mutual: true, Noun: "call", To: r.called(s, lo, i, end, hi)}
	f.From = r.persons(s, r.subjectOf(s, i))
	if len(f.From) == 0 && s.IsTitle {
		f.From = r.owner()
	}
	f.To = discourse.Without(f.To, f.From)
	if len(f.Parties()) < 1 || len(f.Parties()) == 1 && len(f.To) == 0 {
		return nil
	}
	return f
}

// called are those with whom the call at token i, told up to end, is: behind a preposition, as the object of a verb of
// phoning, or before it, "called him by telephone".
func (r *Reader) called(s *scene.Scene, lo, i, end, hi int) []*discourse.Entity {
	to := r.persons(s, r.after(s, end-1, hi, "with", "to", "between"))
	if len(to) == 0 && s.VerbBefore(max(lo, i-3), i, words.CallTaking) >= 0 {
		to = r.persons(s, r.after(s, end-1, hi, "from"))
	}
	if words.PhonedVerb[s.Lower[i]] && len(to) == 0 {
		to = r.persons(s, r.Named(s, i+1, s.PhraseEnd(i+1, hi)))
	}
	if k := s.VerbBefore(lo, i, words.TalkPartner); len(to) == 0 && k >= 0 {
		to = r.persons(s, r.Named(s, k+1, s.PhraseEnd(k+1, i)))
	}
	return to
}

// toldInCall reads "X told Y in a call that".
func toldInCall(r *Reader, s *scene.Scene, lo, i int) *discourse.Act {
	k := s.VerbBefore(lo, i, words.AssuringVerb)
	if b := s.At(i - 2); k < 0 || b != "in" && b != "during" && s.At(i-3) != "in" && s.At(i-3) != "during" {
		return nil
	}
	f := &discourse.Act{
		Channel: record.Call,
		Mutual:  true,
		Noun:    "call",
		From:    r.persons(s, r.subjectOf(s, k)),
		To:      r.persons(s, r.Named(s, k+1, s.PhraseEnd(k+1, i))),
	}
	if len(f.From) == 0 || len(f.To) == 0 {
		return nil
	}
	return f
}

// meetingAt reads "met with", "had talks with", "when meeting", "received", "paid a courtesy call on".
func meetingAt(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act {
	f := &discourse.Act{Channel: record.Meeting, Mutual: true, Noun: "meeting"}
	w := s.Lower[i]
	if w == "meet" && s.VerbBefore(max(lo, i-3), i, words.FutureMeeting) >= 0 {
		return nil // still to come
	}
	next := s.At(i + 1)
	switch {
	case words.MeetingVerb[w]:
		if next == "and" && w == "met" {
			f.To = r.persons(s, r.after(s, i, hi, "with"))
		} else if k := afterTime(s, i+1, hi); s.At(k) == "with" {
			f.To = r.party(s, r.afterWithin(s, k-1, hi, 2, "with"))
		} else if e := s.PhraseEnd(i+1, hi); s.HasPhrase(e, words.LedByPhrase) {
			f.To = r.persons(s, r.Named(s, e+2, s.PhraseEnd(e+2, hi)))
		} else if e > i+1 && !words.Determiner[next] || s.StateAt(i+2) || s.At(i+2) == "visiting" {
			f.To = r.persons(s, r.Named(s, i+1, e))
		}
		if words.ReceivedVerb[w] && (len(f.To) == 0 || !f.To[0].Person()) {
			return nil
		}
	case words.TalkHeld[w]:
		if words.Telephone[s.At(i-1)] ||
			!(s.IsTitle && r.OwnSite) && s.VerbBefore(max(lo, i-6), i, words.TalkLead) < 0 {
			return nil
		}
		f.To = r.persons(s, r.afterWithin(s, i, hi, 4, "with", "between"))
	case w == "meeting":
		b := s.At(i - 1)
		switch {
		case words.TalkMoment[b]:
			f.To = r.persons(s, r.Named(s, i+1, s.PhraseEnd(i+1, hi)))
			if len(f.To) == 0 {
				f.To = r.persons(s, r.after(s, i, hi, "with"))
			}
		case next == "with" && (s.IsTitle || s.VerbBefore(max(lo, i-6), i, words.TalkLeadWith) >= 0):
			f.To = r.persons(s, r.after(s, i, hi, "with"))
			if len(f.To) == 0 && r.Body.Mentions != nil {
				f.From = r.persons(s, r.subjectOf(s, i))
				if f.Mutual = false; len(f.From) == 0 {
					return nil
				}
				return f
			}
		default:
			return speechAt(r, s, lo, i, hi)
		}
	}
	f.From = r.persons(s, r.subjectOf(s, i))
	if len(f.From) == 0 && s.IsTitle {
		f.From = r.owner()
	}
	if len(f.From) == 0 {
		f.From = inverted(r, s, lo, i)
	}
	f.To = discourse.Without(f.To, f.From)
	if len(f.Parties()) < 2 {
		return halfMeeting(f, s.IsTitle, w, next)
	}
	return f
}

// afterTime returns the first token from i that tells no time: "met | today | with", "met | December 14 | with".
func afterTime(s *scene.Scene, i, hi int) int {
	for i < hi && (s.InTime(i) || words.DayAdverb[s.Lower[i]]) {
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
	v := s.VerbBefore(max(lo, i-4), i, words.Accepting)
	if v < 0 {
		return nil
	}
	f := &discourse.Act{
		Channel: record.Meeting,
		Mutual:  true,
		Noun:    "meeting",
		From:    r.persons(s, r.subjectOf(s, v)),
		To:      r.persons(s, r.after(s, i, hi, "from", "of")),
	}
	if f.To = discourse.Without(f.To, f.From); len(f.Parties()) < 2 {
		return nil
	}
	return f
}

// inverted finds the speaker of "..., said X when meeting Y": the phrase after the last verb of saying before token i.
func inverted(r *Reader, s *scene.Scene, lo, i int) []*discourse.Entity {
	k := s.VerbBefore(lo, i, words.SaidInTalk)
	if k < 0 {
		return nil
	}
	e := s.PhraseEnd(k+1, i)
	if e <= k+1 {
		return nil
	}
	return r.persons(s, r.Named(s, k+1, e))
}
