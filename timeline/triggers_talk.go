package timeline

import (
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// callAt reads "had a telephone conversation with", "spoke by telephone with", "in a phone call with".
func (r *actReader) callAt(s *scene.Scene, lo, i, hi int) *frame {
	end := i + 1
	switch s.Lower[i] {
	case "telephone", "phone":
		switch s.At(i + 1) {
		case "conversation", "conversations", "call", "calls", "talk", "talks", "discussion", "conference":
			end = i + 2
		default:
			if b := s.At(i - 1); b != "by" && b != "over" && b != "the" || s.VerbBefore(lo, i, "spoke", "talked", "speaks", "conversed", "talk") < 0 {
				return nil
			}
		}
	case "call":
		b := s.At(i - 1)
		if b != "video" && b != "a" && b != "the" && b != "their" {
			return nil
		}
		if s.At(i+1) != "with" && s.At(i+1) != "between" {
			return r.toldInCall(s, lo, i)
		}
	}
	f := &frame{kind: record.Call, mutual: true, noun: "call"}
	f.to = r.persons(s, r.after(s, end-1, hi, "with", "to", "between"))
	if (s.Lower[i] == "telephoned" || s.Lower[i] == "phoned") && len(f.to) == 0 {
		f.to = r.persons(s, r.read(s, i+1, s.PhraseEnd(i+1, hi)))
	}
	if len(f.to) == 0 {
		if k := s.VerbBefore(lo, i, "with", "to"); k >= 0 {
			f.to = r.persons(s, r.read(s, k+1, s.PhraseEnd(k+1, i)))
		}
	}
	f.from = r.persons(s, r.subjectOf(s, i))
	if len(f.from) == 0 && s.IsTitle {
		f.from = r.owner()
	}
	f.to = without(f.to, f.from)
	if len(f.parties()) < 1 || len(f.parties()) == 1 && len(f.to) == 0 {
		return nil
	}
	return f
}

// toldInCall reads "X told Y in a call that".
func (r *actReader) toldInCall(s *scene.Scene, lo, i int) *frame {
	k := s.VerbBefore(lo, i, "told", "assured", "warned", "informed")
	if b := s.At(i - 2); k < 0 || b != "in" && b != "during" && s.At(i-3) != "in" && s.At(i-3) != "during" {
		return nil
	}
	f := &frame{kind: record.Call, mutual: true, noun: "call", from: r.persons(s, r.subjectOf(s, k)), to: r.persons(s, r.read(s, k+1, s.PhraseEnd(k+1, i)))}
	if len(f.from) == 0 || len(f.to) == 0 {
		return nil
	}
	return f
}

// meetingAt reads "met with", "had talks with", "when meeting", "received", "paid a courtesy call on".
func (r *actReader) meetingAt(s *scene.Scene, lo, i, hi int) *frame {
	f := &frame{kind: record.Meeting, mutual: true, noun: "meeting"}
	w := s.Lower[i]
	next := s.At(i + 1)
	switch w {
	case "met", "meets", "meet", "received", "receives", "conversed":
		if next == "with" || next == "and" && w == "met" {
			f.to = r.persons(s, r.after(s, i, hi, "with"))
		} else if e := s.PhraseEnd(i+1, hi); s.HasWords(e, "led", "by") || s.HasWords(e, "headed", "by") {
			f.to = r.persons(s, r.read(s, e+2, s.PhraseEnd(e+2, hi)))
		} else if e > i+1 && !scene.Determiners[next] || s.StateAt(i+2) || s.At(i+2) == "visiting" {
			f.to = r.persons(s, r.read(s, i+1, e))
		}
		if (w == "received" || w == "receives") && (len(f.to) == 0 || !f.to[0].person()) {
			return nil
		}
	case "talks", "talk", "conversation", "negotiations":
		if s.At(i-1) == "telephone" || s.At(i-1) == "phone" || s.VerbBefore(max(lo, i-6), i, "had", "held", "having", "hold", "holding", "at", "during", "in", "following", "after", "has") < 0 {
			return nil
		}
		f.to = r.persons(s, r.afterWithin(s, i, hi, 4, "with", "between"))
	case "meeting":
		b := s.At(i - 1)
		switch {
		case b == "when" || b == "while" || b == "after" || b == "on":
			f.to = r.persons(s, r.read(s, i+1, s.PhraseEnd(i+1, hi)))
			if len(f.to) == 0 {
				f.to = r.persons(s, r.after(s, i, hi, "with"))
			}
		case next == "with" && (s.IsTitle || s.VerbBefore(max(lo, i-6), i, "had", "held", "having", "at", "during", "in", "following", "after", "hold", "holds") >= 0):
			f.to = r.persons(s, r.after(s, i, hi, "with"))
			if len(f.to) == 0 && r.body.Mentions != nil {
				f.from = r.persons(s, r.subjectOf(s, i))
				if f.mutual = false; len(f.from) == 0 {
					return nil
				}
				return f
			}
		default:
			return r.speechAt(s, lo, i, hi)
		}
	}
	f.from = r.persons(s, r.subjectOf(s, i))
	if len(f.from) == 0 && s.IsTitle {
		f.from = r.owner()
	}
	if len(f.from) == 0 {
		f.from = r.inverted(s, lo, i)
	}
	f.to = without(f.to, f.from)
	if len(f.parties()) < 2 {
		return halfMeeting(f, s.IsTitle, w, next)
	}
	return f
}

// halfMeeting keeps a meeting of which the words name one party: "..., he said during talks with X", where the speaker is the
// other, or a title that leaves the other out.
func halfMeeting(f *frame, title bool, w, next string) *frame {
	switch {
	case len(f.from) == 0 && len(f.to) > 0 && !title && (w == "talks" || w == "meeting" || w == "talk" || w == "conversation"):
		return f
	case next == "with" && len(f.from) > 0 && title:
		f.mutual = false
		return f
	}
	return nil
}

// credentialsAt reads "when receiving the credentials from X".
func (r *actReader) credentialsAt(s *scene.Scene, lo, i, hi int) *frame {
	v := s.VerbBefore(max(lo, i-4), i, "receiving", "received", "accepting", "accepted")
	if v < 0 {
		return nil
	}
	f := &frame{kind: record.Meeting, mutual: true, noun: "meeting", from: r.persons(s, r.subjectOf(s, v)), to: r.persons(s, r.after(s, i, hi, "from", "of"))}
	if f.to = without(f.to, f.from); len(f.parties()) < 2 {
		return nil
	}
	return f
}

// inverted finds the speaker of "..., said X when meeting Y": the phrase after the last verb of saying before token i.
func (r *actReader) inverted(s *scene.Scene, lo, i int) []*entity {
	k := s.VerbBefore(lo, i, "said", "noted", "stressed", "added", "told", "says", "underlined")
	if k < 0 {
		return nil
	}
	e := s.PhraseEnd(k+1, i)
	if e <= k+1 {
		return nil
	}
	return r.persons(s, r.read(s, k+1, e))
}
