package acts

import (
	"demarche/timeline/actors"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// messageAt reads "sent a message to", "received a letter from", "in a message to", "congratulations to" (of a title).
func messageAt(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act {
	w := s.Lower[i]
	if platform := s.Capital(i) && !s.IsTitle && words.PlatformName[w]; platform {
		return nil // no telegram
	}
	f := &discourse.Act{Channel: messageBy(s, i)}
	greeting, told := words.Greeting[w], false
	sent, got := s.Clauses.VerbBefore(lo, i, words.SendingVerb), s.Clauses.VerbBefore(lo, i, words.GettingVerb)
	switch {
	case sent > got:
		told = r.sent(s, f, sent, i, hi, greeting)
	case got >= 0:
		f.To = r.Parties.subjectOf(s, got)
		f.From = r.Parties.after(s, i, hi, "from")
		told = len(f.From) > 0 || len(f.To) > 0 && s.HasWords(i+1, "in", "which")
	case greeting && s.IsTitle && i == lo:
		told = r.greets(s, f, i, hi)
	case greeting && s.Clauses.VerbBefore(lo, i, words.ConveyingVerb) >= 0 && len(r.Acts) == 0:
		f.From = r.Parties.subjectOf(s, i)
		f.To = r.Parties.after(s, i, hi, "to")
		told = len(f.To) > 0
	case words.MessagePlural[w] && !s.HasWords(i-1, "in", w, "to"):
		return repliesAt(r, s, i, hi)
	case !greeting:
		told = delivered(r, s, f, i, hi) || namedMessage(r, s, f, lo, i, hi)
	}
	if !told {
		return nil
	}
	f.To = naming.Without(f.To, f.From)
	newOffice(s, i, hi, f.To)
	return f
}

// putOnPlatform makes a message or statement whose noun is token i a post where it stands on a social platform: "a
// message on X".
func putOnPlatform(s *scene.Scene, f *discourse.Act, i int) {
	if f.Channel != record.Message && f.Channel != record.StatementText || s.At(i+1) != "on" || !s.Capital(i+2) {
		return
	}
	if words.PlatformName[s.At(i+2)] || words.PlatformName["on "+s.At(i+2)] {
		f.Channel = record.Post
	}
}

// messageBy is the channel that the noun of a message at token i names: who sends one on the screen makes a speech.
func messageBy(s *scene.Scene, i int) record.Channel {
	switch {
	case words.LetterNoun[s.Lower[i]]:
		return record.Letter
	case words.BroadcastModifier[s.At(i-1)]:
		return record.Speech
	}
	return record.Message
}

// sent reads who sent a message, whose noun stands at token i after the verb at token v, and to whom.
func (r *Reader) sent(s *scene.Scene, f *discourse.Act, v, i, hi int, greeting bool) bool {
	f.From = r.Parties.subjectOf(s, v)
	if f.To = r.Parties.after(s, i, hi, "to"); len(f.To) == 0 {
		f.To = r.Parties.between(s, v+1, i)
	}
	spoken := greeting && len(f.To) == 0 && r.spoke(f.From) // condolences in a call
	return len(f.From)+len(f.To) > 0 && !spoken
}

// greets reads a title that opens with a greeting at token i: "Congratulations to X" comes from who owns the page.
func (r *Reader) greets(s *scene.Scene, f *discourse.Act, i, hi int) bool {
	if f.To = r.Parties.after(s, i, hi, "to"); len(f.To) == 0 {
		return false
	}
	f.From = r.Parties.owner()
	return true
}

// wroteAt reads "X wrote to Y", where Y is somebody who can be spoken to: a letter.
func wroteAt(r *Reader, s *scene.Scene, _, i, hi int) *discourse.Act {
	at := i + 1
	if s.At(at) == "back" {
		at++
	}
	if s.IsTitle || s.At(at) != "to" {
		return nil
	}
	f := &discourse.Act{Channel: record.Letter, Noun: "letter", From: r.Parties.subjectOf(s, i)}
	f.To = naming.Without(SpokenTo(r.Names.Read(s, at+1, s.PhraseEnd(at+1, hi))), f.From)
	if len(f.From) == 0 || len(f.To) == 0 {
		return nil
	}
	return f
}

// delivered reads a message told of in the passive, with the noun before the verb: "a letter was sent to X by Y".
func delivered(r *Reader, s *scene.Scene, f *discourse.Act, i, hi int) bool {
	for k := i + 1; k < hi && s.Lower[k] != "." && s.Lower[k] != ";"; k++ {
		if !words.SendingVerb[s.Lower[k]] || !words.BeForm[s.At(k-1)] {
			continue
		}
		f.To = r.Parties.afterWithin(s, k, hi, 3, "to")
		f.From = r.Parties.after(s, k, hi, "by")
		return len(f.To) > 0 && len(f.From) > 0
	}
	return false
}

// namedMessage reads whom the message that no verb sends is from and to, "in his message to X", "a letter from Y";
// false where it names neither.
func namedMessage(r *Reader, s *scene.Scene, f *discourse.Act, lo, i, hi int) bool {
	a, b := s.At(i-1), s.At(i-2)
	if a == "the" && s.At(i+1) != "to" && s.At(i+1) != "from" {
		return false
	}
	f.To = r.Parties.afterWithin(s, i, topicStart(s, i, hi), 6, "to")
	if words.MessagePlural[s.Lower[i]] {
		f.To = append(f.To, r.Parties.alsoTo(s, i+2, hi)...)
	}
	f.From = r.Parties.afterWithin(s, i, hi, 4, "from", "by")
	if len(f.From) > 0 {
		return true
	}
	if len(f.To) == 0 && !words.MessageDeterminer[a] && b != "his" && b != "a" {
		return false
	}
	if k := s.Clauses.VerbBefore(lo, i, words.InsideOf); k >= 0 && i-k <= 4 {
		f.From = r.Parties.subjectOf(s, hi)
	}
	return len(f.From)+len(f.To) > 0
}

// sentObject reports whether the phrase at tokens lo to hi-1 is of a message that somebody sent, who is not met:
// "received | telegrams from X".
func sentObject(s *scene.Scene, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if words.OpensMessage[s.Lower[k]] && s.At(k+1) == "from" {
			return true
		}
	}
	return false
}

// Sender is who sent the message "from N in which", told in the sentence right before token k, where no name of another
// stands there; nil for none.
func (r *Reader) Sender(s *scene.Scene, k int) []*naming.Entity {
	if s.At(k-1) != "which" || s.At(k-2) != "in" || s.Capital(k) {
		return nil
	}
	first, _ := s.SentenceBounds(k)
	for i := k - 3; i > first; i-- {
		switch w := s.Lower[i]; {
		case w == "from" && words.OpensMessage[s.Lower[i-1]]:
			return people(r.Referents(i+1, s.PhraseEnd(i+1, k-2), r.LastAct()))
		case s.FiniteVerb(i):
			return nil
		}
	}
	return nil
}

// topicStart returns the token from which a title tells on what a letter is: "letter to the Senate | on the new
// harbor". hi in the body.
func topicStart(s *scene.Scene, i, hi int) int {
	for k := i + 1; k < hi && s.IsTitle; k++ {
		if words.RetoldLead[s.Lower[k]] {
			return k
		}
	}
	return hi
}

// repliesAt reads "the replies went to X, Y and Z": it adds to the messages told before.
func repliesAt(r *Reader, s *scene.Scene, i, hi int) *discourse.Act {
	if s.At(i+1) != "went" && s.At(i+2) != "sent" {
		return nil
	}
	return moreRecipients(r.Account, r.Parties.after(s, i+1, hi, "to"))
}

// newOffice gives a person congratulated "upon his election as prime minister of X" the state of that office.
func newOffice(s *scene.Scene, i, hi int, to []*naming.Entity) {
	if len(to) != 1 || !to[0].Person() || to[0].State != "" {
		return
	}
	for k := i; k < hi; k++ {
		if s.Lower[k] != "as" {
			continue
		}
		for _, m := range s.MentionsIn(k+1, min(hi, k+9)) {
			if m.Actor.Kind == actors.State {
				to[0].State, to[0].Office = m.Actor.State, scene.UpperFirst(
					scene.Clean(s.Words(k+1, s.PhraseEnd(k+1, hi))),
				)
				return
			}
		}
	}
}

// moreRecipients names those to whom the messages of the last act went.
func moreRecipients(r *Account, list []*naming.Entity) *discourse.Act {
	for k := len(r.Acts) - 1; k >= 0; k-- {
		f := r.Acts[k]
		if f.Channel != record.Message && f.Channel != record.Letter {
			continue
		}
		if len(list) > 0 && (len(f.To) == 0 || len(f.To) == 1 && !f.To[0].Person()) {
			f.To = list
		} else {
			f.To = naming.Distinct(append(f.To, list...))
		}
		return nil
	}
	return nil
}

// toldInBody reports whether the body has told of an act; what only the title tells, the lede may tell better.
func toldInBody(r *Account) bool {
	for _, f := range r.Acts {
		if !f.TitleOnly {
			return true
		}
	}
	return false
}

// writes reports whether the body speaks of a message at all.
func writes(r *Reader) bool {
	for _, w := range r.Body.Lower {
		if words.WrittenMessage[w] {
			return true
		}
	}
	return false
}

// wishAt reads "X congratulated Y on Z" where the article opens with it: a message, unless something else is told.
func wishAt(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act {
	if !s.IsTitle && (toldInBody(r.Account) || s.SentenceAt(s.Doc.Tokens[i].Start) > 0) {
		return nil
	}
	if r.Home == "" && !writes(r) {
		return nil
	}
	f := &discourse.Act{Channel: record.Message, From: r.Parties.subjectOf(s, i), Noun: "message"}
	e := s.PhraseEnd(i+1, hi)
	f.To = r.Parties.persons(s, r.Names.Read(s, i+1, e))
	if len(f.To) == 0 {
		f.To = r.Parties.after(s, i, hi, "to")
	}
	if len(f.To) == 0 && !s.IsTitle {
		f.To = SpokenTo(r.Names.Read(s, i+1, e))
	}
	if len(f.From) == 0 || len(f.To) == 0 || f.From[0].Kind == actors.State {
		return nil
	}
	f.To = naming.Without(f.To, f.From)
	return f
}
