package timeline

import (
	"strings"
	"sync"

	"demarche/quotes/text"
	"demarche/timeline/actors"
)

// sentenceFrames finds the frames that the tokens lo to hi-1 of a scene, one sentence, tell of. Words that are reported
// (covered) open none: "stressing the results of his meeting with X" is no meeting of the article.
func (r *reading) sentenceFrames(s *scene, lo, hi int, covered []text.Span) []*frame {
	var out []*frame
	words := triggers()
	r.covered = covered
	for i := lo; i < hi; i++ {
		w := s.low[i]
		open := words[w]
		if open == nil || len(covered) > 0 && within(covered, s.d.Tokens[i].Span) {
			continue
		}
		f := open(r, s, lo, i, hi)
		if f == nil {
			continue
		}
		if f.noun == "" {
			f.noun = w
		}
		f.at = s.d.Tokens[i].Span
		f.pos, f.sentence = s.d.Tokens[i].Start, s.sentence(s.d.Tokens[i].Start)
		if s.title {
			f.pos, f.sentence, f.titled = -1, -1, true
		}
		if f.said == nil {
			f.said = r.dateNear(s, lo, hi, i, covered)
		}
		if g := r.gathering(); f.said == nil && g != nil && f.kind != Message && f.kind != Letter && f.kind != Call {
			f.said = g.said
		}
		if o := r.occasionIn(s, lo, hi, covered); o != nil {
			f.occasion = o
		}
		if !s.title {
			f.medium = r.carrierIn(lo, hi, covered, f.from)
		}
		if f.place == "" {
			f.place = s.placeIn(lo, hi, covered)
		}
		out = append(out, r.add(f))
	}
	return out
}

// trigger reads the frame that token i of the sentence lo to hi-1 may open; nil when it opens none.
type trigger func(r *reading, s *scene, lo, i, hi int) *frame

// triggers are the words that may open a frame, each with what reads it.
var triggers = sync.OnceValue(triggerWords)

// gathering is the last rally, ceremony or press conference that the article told of, nil for none.
func (r *reading) gathering() *frame {
	for i := len(r.frames) - 1; i >= 0; i-- {
		if r.frames[i].open() {
			return r.frames[i]
		}
	}
	return nil
}

// triggerWords pairs the readers with their words; see triggers.
func triggerWords() map[string]trigger {
	m := map[string]trigger{}
	for words, open := range map[string]trigger{
		"message messages letter letters telegram telegrams cable congratulations condolences greetings replies": (*reading).messageAt,
		"congratulated congratulates wished wishes":                                                              (*reading).wishAt,
		"telephone phone telephoned phoned call":                                                                 (*reading).callAt,
		"credentials":                                                                                            (*reading).credentialsAt,
		"met meets meet meeting received receives talks talk conversation conversed negotiations":                (*reading).meetingAt,
		"statement statements declaration communique communiqué memorandum appeal announcement release disclosure proclamation":                                                                      (*reading).statementAt,
		"speech speeches address lecture report rally ceremony seminar reception gathering symposium conference protest demonstration forum event session events meetings lectures seminars rallies": (*reading).speechAt,
		"addressed addressing":                                  (*reading).addressAt,
		"briefing reporters journalists newsmen correspondents": (*reading).pressAt,
		"interview answer answers":                              (*reading).interviewAt,
		"article articles commentary editorial op-ed column write-up write-ups bulletin bulletins": (*reading).articleAt,
		"tweet tweeted tweets twitter posted facebook telegram's weibo social":                     (*reading).postAt,
		"decision resolution decree": (*reading).documentAt,
	} {
		for _, w := range strings.Fields(words) {
			m[w] = open
		}
	}
	return m
}

// verbBefore returns the last token before i, from lo, that is one of the words; -1 for none.
func (s *scene) verbBefore(lo, i int, words ...string) int {
	for k := i - 1; k >= lo; k-- {
		for _, w := range words {
			if s.low[k] == w {
				return k
			}
		}
	}
	return -1
}

// after returns the phrase that follows the first of the prepositions after token i, within the next tokens of the clause.
func (r *reading) after(s *scene, i, hi int, preps ...string) []*entity {
	return r.afterWithin(s, i, hi, 14, preps...)
}

// afterWithin is after with a preposition that starts within so many tokens.
func (r *reading) afterWithin(s *scene, i, hi, reach int, preps ...string) []*entity {
	for k := i + 1; k < hi && k < i+reach; k++ {
		w := s.low[k]
		if w == "." || w == ";" || w == ":" || s.verb(k) && !s.inTime(k) {
			return nil
		}
		for _, p := range preps {
			if w == p && !s.inTime(k+1) {
				e := s.phraseEnd(k+1, hi)
				if e > k+1 {
					if s.seq(e, "headed", "by") || s.seq(e, "led", "by") {
						if lead := r.read(s, e+2, s.phraseEnd(e+2, hi)); len(lead) > 0 && lead[0].person() {
							return lead[:1]
						}
					}
					if e == k+2 && !s.title && (s.low[k+1] == "him" || s.low[k+1] == "her" || s.low[k+1] == "them") {
						return r.who(k+1, e, r.current())
					}
					return r.read(s, k+1, e)
				}
			}
		}
	}
	return nil
}

// subjectOf returns whom the subject of the verb or noun at token i names.
func (r *reading) subjectOf(s *scene, i int) []*entity {
	lo, hi, ok := s.subject(i)
	if !ok || within(r.covered, s.d.Tokens[lo].Span) {
		return nil
	}
	if s.title {
		return r.persons(s, r.read(s, lo, hi))
	}
	return r.who(lo, hi, r.current())
}

// persons keeps those who can act: of a title that starts with another noun nothing is left.
func (r *reading) persons(s *scene, list []*entity) []*entity {
	title := s.title
	var out []*entity
	for _, e := range list {
		known := !strings.HasPrefix(e.ID, "x")
		if known || e.person() && (!title || len(e.heads) > 0 || strings.Contains(r.body.text, e.Name)) || !title && delegation(e) {
			out = append(out, e)
		}
	}
	return out
}

// delegation reports whether the entity is a group that can be met: a delegation, a party, a visiting group.
func delegation(e *entity) bool {
	for _, w := range []string{"delegation", "group", "party", "envoy", "mission", "leadership"} {
		if nameHas(e, w) {
			return true
		}
	}
	return false
}

// current is the frame that was told last, nil for none.
func (r *reading) current() *frame {
	if len(r.frames) == 0 {
		return nil
	}
	return r.frames[len(r.frames)-1]
}

// messageAt reads "sent a message to", "received a letter from", "in a message to", "congratulations to" (of a title).
func (r *reading) messageAt(s *scene, lo, i, hi int) *frame {
	f := &frame{kind: Message}
	if w := s.low[i]; w == "letter" || w == "letters" {
		f.kind = Letter
	}
	w := s.low[i]
	bare := w == "congratulations" || w == "condolences" || w == "greetings" || w == "replies"
	sent, got := s.verbBefore(lo, i, "sent", "sends", "sending", "forwarded", "addressed", "conveyed", "wrote", "extended", "send", "dispatched"), s.verbBefore(lo, i, "received", "receives", "got")
	switch {
	case sent >= 0:
		f.from = r.subjectOf(s, sent)
		f.to = r.after(s, i, hi, "to")
		if len(f.to) == 0 {
			f.to = r.between(s, sent+1, i)
		}
	case got >= 0:
		f.to = r.subjectOf(s, got)
		f.from = r.after(s, i, hi, "from")
		if len(f.from) == 0 {
			return nil
		}
	case bare && s.title && i == lo:
		f.to = r.after(s, i, hi, "to")
		if len(f.to) == 0 {
			return nil
		}
		f.from = r.owner()
	case bare && s.verbBefore(lo, i, "offered", "expressed", "conveyed", "extended", "gave", "passed") >= 0 && len(r.frames) == 0:
		f.from = r.subjectOf(s, i)
		f.to = r.after(s, i, hi, "to")
		if len(f.to) == 0 {
			return nil
		}
	case w == "replies" || w == "messages" || w == "letters":
		// "the replies went to X, Y and Z"
		if s.at(i+1) != "went" && s.at(i+2) != "sent" {
			return nil
		}
		return r.moreRecipients(r.after(s, i+1, hi, "to"))
	default:
		if bare || s.at(i-1) == "the" && s.at(i+1) != "to" && s.at(i+1) != "from" {
			return nil
		}
		f.to = r.afterWithin(s, i, hi, 6, "to")
		f.from = r.afterWithin(s, i, hi, 4, "from", "by")
		if len(f.to) == 0 && len(f.from) == 0 && !(s.at(i-1) == "his" || s.at(i-2) == "his" || s.at(i-1) == "a" || s.at(i-2) == "a" || s.at(i-1) == "her") {
			return nil
		}
		if len(f.from) == 0 {
			if k := s.verbBefore(lo, i, "in"); k >= 0 && i-k <= 4 {
				f.from = r.subjectOf(s, hi)
			} else if len(f.to) == 0 {
				return nil
			}
		}
	}
	if len(f.from) == 0 && len(f.to) == 0 {
		return nil
	}
	f.to = without(f.to, f.from)
	r.newOffice(s, i, hi, f.to)
	return f
}

// newOffice gives a person congratulated "upon his election as prime minister of X" the state of that office.
func (r *reading) newOffice(s *scene, i, hi int, to []*entity) {
	if len(to) != 1 || !to[0].person() || to[0].State != "" {
		return
	}
	for k := i; k < hi; k++ {
		if s.low[k] != "as" {
			continue
		}
		for _, m := range s.mentions(k+1, min(hi, k+9)) {
			if m.entry.Kind == actors.State {
				to[0].State, to[0].Office = m.entry.State, upperFirst(clean(s.words(k+1, s.phraseEnd(k+1, hi))))
				return
			}
		}
	}
}

// moreRecipients names those to whom the messages of the last frame went.
func (r *reading) moreRecipients(list []*entity) *frame {
	for k := len(r.frames) - 1; k >= 0; k-- {
		f := r.frames[k]
		if f.kind != Message && f.kind != Letter {
			continue
		}
		if len(list) > 0 && (len(f.to) == 0 || len(f.to) == 1 && !f.to[0].person()) {
			f.to = list
		} else {
			f.to = distinct(append(f.to, list...))
		}
		return nil
	}
	return nil
}

// between reads the phrase between a verb and a noun: "sent Putin a message".
func (r *reading) between(s *scene, lo, hi int) []*entity {
	if hi-lo < 2 || determiners[s.low[lo]] || s.inTime(lo) {
		return nil
	}
	e := s.phraseEnd(lo, hi)
	for k := lo + 1; k < e; k++ {
		if s.low[k] == "a" || s.low[k] == "an" || s.low[k] == "his" {
			return r.read(s, lo, k)
		}
	}
	return nil
}

// owner is the head of state on whose own pages the article stands: the person in office that the text names, else none.
func (r *reading) owner() []*entity {
	if r.home == "" {
		return nil
	}
	for _, class := range []string{"president", "supreme leader", "leader", "prime minister"} {
		if e, ok := r.g.Holder(r.home, class, r.day); ok {
			if x := r.byID[e.ID]; x != nil {
				return []*entity{x}
			}
			if r.ownSite {
				return []*entity{r.entityOf(r.title, &name{entry: e.Actor, gender: e.Gender, surname: e.Surname, office: class, holder: true}, 0, 0)}
			}
		}
	}
	return nil
}

// toldInBody reports whether the body has told of a frame; what only the title tells, the lede may tell better.
func (r *reading) toldInBody() bool {
	for _, f := range r.frames {
		if !f.titled {
			return true
		}
	}
	return false
}

// writes reports whether the body speaks of a message at all.
func (r *reading) writes() bool {
	for _, w := range r.body.low {
		switch w {
		case "message", "telegram", "letter", "cable":
			return true
		}
	}
	return false
}

// wishAt reads "X congratulated Y on Z" where the article opens with it: a message, unless something else is told.
func (r *reading) wishAt(s *scene, lo, i, hi int) *frame {
	if !s.title && (r.toldInBody() || s.sentence(s.d.Tokens[i].Start) > 0) {
		return nil
	}
	if r.home == "" && !r.writes() {
		return nil
	}
	f := &frame{kind: Message, from: r.subjectOf(s, i), noun: "message"}
	e := s.phraseEnd(i+1, hi)
	f.to = r.persons(s, r.read(s, i+1, e))
	if len(f.to) == 0 {
		f.to = r.after(s, i, hi, "to")
	}
	if len(f.to) == 0 && !s.title {
		f.to = r.spokenTo(r.read(s, i+1, e))
	}
	if len(f.from) == 0 || len(f.to) == 0 || f.from[0].Kind == actors.State {
		return nil
	}
	f.to = without(f.to, f.from)
	return f
}

// callAt reads "had a telephone conversation with", "spoke by telephone with", "in a phone call with".
func (r *reading) callAt(s *scene, lo, i, hi int) *frame {
	end := i + 1
	switch s.low[i] {
	case "telephone", "phone":
		switch s.at(i + 1) {
		case "conversation", "conversations", "call", "calls", "talk", "talks", "discussion", "conference":
			end = i + 2
		default:
			if b := s.at(i - 1); b != "by" && b != "over" && b != "the" || s.verbBefore(lo, i, "spoke", "talked", "speaks", "conversed", "talk") < 0 {
				return nil
			}
		}
	case "call":
		b := s.at(i - 1)
		if !(b == "video" || b == "a" || b == "the" || b == "their") {
			return nil
		}
		if s.at(i+1) != "with" && s.at(i+1) != "between" {
			return r.toldInCall(s, lo, i, hi)
		}
	}
	f := &frame{kind: Call, mutual: true, noun: "call"}
	f.to = r.persons(s, r.after(s, end-1, hi, "with", "to", "between"))
	if (s.low[i] == "telephoned" || s.low[i] == "phoned") && len(f.to) == 0 {
		f.to = r.persons(s, r.read(s, i+1, s.phraseEnd(i+1, hi)))
	}
	if len(f.to) == 0 {
		if k := s.verbBefore(lo, i, "with", "to"); k >= 0 {
			f.to = r.persons(s, r.read(s, k+1, s.phraseEnd(k+1, i)))
		}
	}
	f.from = r.persons(s, r.subjectOf(s, i))
	if len(f.from) == 0 && s.title {
		f.from = r.owner()
	}
	f.to = without(f.to, f.from)
	if len(f.parties()) < 1 || len(f.parties()) == 1 && len(f.to) == 0 {
		return nil
	}
	return f
}

// toldInCall reads "X told Y in a call that".
func (r *reading) toldInCall(s *scene, lo, i, hi int) *frame {
	k := s.verbBefore(lo, i, "told", "assured", "warned", "informed")
	if b := s.at(i - 2); k < 0 || b != "in" && b != "during" && s.at(i-3) != "in" && s.at(i-3) != "during" {
		return nil
	}
	f := &frame{kind: Call, mutual: true, noun: "call", from: r.persons(s, r.subjectOf(s, k)), to: r.persons(s, r.read(s, k+1, s.phraseEnd(k+1, i)))}
	if len(f.from) == 0 || len(f.to) == 0 {
		return nil
	}
	return f
}

// meetingAt reads "met with", "had talks with", "when meeting", "received", "paid a courtesy call on".
func (r *reading) meetingAt(s *scene, lo, i, hi int) *frame {
	f := &frame{kind: Meeting, mutual: true, noun: "meeting"}
	w := s.low[i]
	next := s.at(i + 1)
	switch w {
	case "met", "meets", "meet", "received", "receives", "conversed":
		if next == "with" || next == "and" && w == "met" {
			f.to = r.persons(s, r.after(s, i, hi, "with"))
		} else if e := s.phraseEnd(i+1, hi); s.seq(e, "led", "by") || s.seq(e, "headed", "by") {
			f.to = r.persons(s, r.read(s, e+2, s.phraseEnd(e+2, hi)))
		} else if e > i+1 && !determiners[next] || s.demonymAt(i+2) || s.at(i+2) == "visiting" {
			f.to = r.persons(s, r.read(s, i+1, e))
		}
		if (w == "received" || w == "receives") && (len(f.to) == 0 || !f.to[0].person()) {
			return nil
		}
	case "talks", "talk", "conversation", "negotiations":
		if s.at(i-1) == "telephone" || s.at(i-1) == "phone" || s.verbBefore(max(lo, i-6), i, "had", "held", "having", "hold", "holding", "at", "during", "in", "following", "after", "has") < 0 {
			return nil
		}
		f.to = r.persons(s, r.afterWithin(s, i, hi, 4, "with", "between"))
	case "meeting":
		b := s.at(i - 1)
		switch {
		case b == "when" || b == "while" || b == "after" || b == "on":
			f.to = r.persons(s, r.read(s, i+1, s.phraseEnd(i+1, hi)))
			if len(f.to) == 0 {
				f.to = r.persons(s, r.after(s, i, hi, "with"))
			}
		case next == "with" && (s.title || s.verbBefore(max(lo, i-6), i, "had", "held", "having", "at", "during", "in", "following", "after", "hold", "holds") >= 0):
			f.to = r.persons(s, r.after(s, i, hi, "with"))
			if len(f.to) == 0 && r.body.names != nil {
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
	if len(f.from) == 0 && s.title {
		f.from = r.owner()
	}
	if len(f.from) == 0 {
		f.from = r.inverted(s, lo, i)
	}
	f.to = without(f.to, f.from)
	if len(f.parties()) < 2 {
		if len(f.from) == 0 && len(f.to) > 0 && !s.title && (w == "talks" || w == "meeting" || w == "talk" || w == "conversation") {
			return f // "..., he said during talks with X": the speaker is the other party
		}
		if next == "with" && len(f.from) > 0 && s.title {
			f.mutual = false
			return f
		}
		return nil
	}
	return f
}

// credentialsAt reads "when receiving the credentials from X".
func (r *reading) credentialsAt(s *scene, lo, i, hi int) *frame {
	v := s.verbBefore(max(lo, i-4), i, "receiving", "received", "accepting", "accepted")
	if v < 0 {
		return nil
	}
	f := &frame{kind: Meeting, mutual: true, noun: "meeting", from: r.persons(s, r.subjectOf(s, v)), to: r.persons(s, r.after(s, i, hi, "from", "of"))}
	if f.to = without(f.to, f.from); len(f.parties()) < 2 {
		return nil
	}
	return f
}

// inverted finds the speaker of "..., said X when meeting Y": the phrase after the last verb of saying before token i.
func (r *reading) inverted(s *scene, lo, i int) []*entity {
	k := s.verbBefore(lo, i, "said", "noted", "stressed", "added", "told", "says", "underlined")
	if k < 0 {
		return nil
	}
	e := s.phraseEnd(k+1, i)
	if e <= k+1 {
		return nil
	}
	return r.persons(s, r.read(s, k+1, e))
}
