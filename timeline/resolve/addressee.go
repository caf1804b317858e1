package resolve

import (
	"strings"

	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// addresseeFinder finds to whom words were said, when their speakers and their act are known: by the phrases beside the
// cue, by the act's other parties, by an appeal in the words.
type addresseeFinder struct {
	*reading
	cue      cueReader
	appeal   appealReader
	exchange exchange
}

// addressed is the outcome of the search for addressees.
type addressed struct {
	list   []*naming.Entity
	basis  string // "named" or "implied"
	at     text.Span
	within bool // the words themselves turn to them
}

// find finds to whom the words were said: who is named as such beside the cue, else the recipients of the
// message, else the interlocutor of the call or meeting. Joint words, and words to the public, have none.
func (r *addresseeFinder) find(c *scene.Quote, speakers []*naming.Entity, act *discourse.Act) addressed {
	if writtenBy(speakers, act) {
		return addressed{list: r.recipients(c, act), basis: "named"}
	}
	mutual := act != nil && act.Mutual && len(act.Parties()) >= 2
	if mutual && len(speakers) >= 2 && (naming.Subset(act.Parties(), speakers) || ofBothSides(speakers, act)) {
		return r.together(c, speakers, act)
	}
	a := r.cue.find(c, speakers, act)
	a.list = naming.Without(a.list, speakers)
	if mutual {
		a.list = r.partyOfState(a.list, naming.Without(act.Parties(), speakers))
	}
	if len(a.list) > 0 {
		return a
	}
	if a = r.appeal.called(c, speakers); len(a.list) > 0 {
		return a
	} else if mutual && (r.toldThePress(c) || posted(r.Body, c)) {
		return addressed{}
	}
	if toldAudience(r.Body, c) {
		return r.appeal.find(c, speakers)
	}
	if mutual && act.Involves(speakers) {
		return interlocutors(speakers, act)
	}
	if act != nil && !act.Open() && sentBy(speakers, act) {
		return addressed{list: naming.Without(act.To, speakers), basis: "named"}
	}
	return r.implied(c, speakers, act)
}

// implied finds to whom words go that neither name anybody nor belong to an act with recipients: who is replied to,
// to whom they turn, the other side, to whom the speaker spoke just before.
func (r *addresseeFinder) implied(c *scene.Quote, speakers []*naming.Entity, act *discourse.Act) addressed {
	for _, a := range []addressed{
		r.exchange.replied(c, speakers),
		r.appeal.find(c, speakers),
		{list: r.otherSide(speakers, act), basis: "implied"},
	} {
		if len(a.list) > 0 {
			return a
		}
	}
	return r.exchange.carriedOn(c, speakers)
}

// toldThePress reports an answer to a question of the press, words told in such a question, and in the remarks of two
// sides words within others.
func (r *addresseeFinder) toldThePress(c *scene.Quote) bool {
	asked := pressAsks(r.Body, r.Body.Doc.Tokens[c.Anchor].Start, 0)
	return answersPress(r.Body, c) || asked || r.Remarks() && c.Nested
}

// sentBy reports an act with recipients in which one of the speakers turned to them.
func sentBy(speakers []*naming.Entity, act *discourse.Act) bool {
	return len(act.To) > 0 && naming.IncludesAny(act.From, speakers)
}

// writtenBy reports a message or letter with recipients that the speakers, or nobody known, sent.
func writtenBy(speakers []*naming.Entity, act *discourse.Act) bool {
	if act == nil || act.Channel != record.Message && act.Channel != record.Letter {
		return false
	}
	return sentBy(speakers, act) || len(act.To) > 0 && len(speakers) == 0
}

// together is to whom both sides of a call or meeting said the same: to each other, or to a third on whom they
// called.
func (r *addresseeFinder) together(c *scene.Quote, speakers []*naming.Entity, act *discourse.Act) addressed {
	if eachOther(r.Body, c) {
		return addressed{list: speakers, basis: "named"}
	}
	a := r.cue.find(c, speakers, act)
	a.list = naming.Without(a.list, act.Parties()) // both called on a third
	return a
}

// partyOfState are those of a call or meeting who stand for the state that alone is addressed: "thanked Russia" in a
// call with its president. A readout tells what was said to whom word by word, so that the state is addressed too. The
// list as it is otherwise.
func (r *addresseeFinder) partyOfState(list, others []*naming.Entity) []*naming.Entity {
	if len(list) != 1 || list[0].Kind != actors.State {
		return list
	}
	var out []*naming.Entity
	for _, e := range others {
		if e.State == list[0].State {
			out = append(out, e)
		}
	}
	if len(out) == 0 || r.Readout() {
		out = append(out, list[0])
	}
	return naming.Distinct(out)
}

// otherSide is to whom one of several parties speaks in a joint statement that tells what each of them said, or an
// official in the call or meeting of a readout; nil for none.
func (r *addresseeFinder) otherSide(speakers []*naming.Entity, act *discourse.Act) []*naming.Entity {
	if act == nil || len(speakers) != 1 {
		return nil
	}
	e := speakers[0]
	switch {
	case act == r.Encounter():
		return r.Opposite(e)
	case act.Channel == record.JointStatement && e.Person() && naming.Includes(act.From, e):
		return naming.Without(act.From, []*naming.Entity{e})
	}
	return nil
}

// recipients of an act; "in the messages he wished them" speaks of all messages of the same sender.
func (r *addresseeFinder) recipients(c *scene.Quote, act *discourse.Act) []*naming.Entity {
	s := r.Body
	plural := false
	for k := c.Lo; k < c.Hi && !plural; k++ {
		if words.MessagesPlural[s.Lower[k]] {
			plural = !scene.Covers(c.Reported, s.Doc.Tokens[k].Span)
		}
	}
	list := act.To
	if plural {
		for _, f := range r.Acts {
			if f != act && f.Channel == act.Channel && naming.SameAll(f.From, act.From) {
				if f.Pos < act.Pos {
					list = append(append([]*naming.Entity{}, f.To...), list...)
				} else {
					list = append(append([]*naming.Entity{}, list...), f.To...)
				}
			}
		}
	}
	return naming.Distinct(list)
}

// eachOther reports whether the words went from each to the other.
func eachOther(s *scene.Scene, c *scene.Quote) bool {
	for k := c.CueHi; k < c.CueHi+3 && k < c.Hi; k++ {
		if s.HasPhrase(k, words.EachOther) {
			return true
		}
	}
	return false
}

// exchange follows who speaks to whom from one quote to the next.
type exchange struct{ *reading }

// replied is to whom a reply goes: to those who spoke last, where they spoke to the ones who reply now, or in the same
// sentence. "Lind told Moss that ...; Moss answered that ...". Who "responded" may have done so to the press.
func (r exchange) replied(c *scene.Quote, speakers []*naming.Entity) addressed {
	last := r.last
	if last == nil || !c.CueHas(r.Body, words.Replying) || c.Sentence-last.sentence > longestPause {
		return addressed{}
	}
	to := naming.Without(last.speakers, speakers)
	if len(to) == 0 || len(to) < len(last.speakers) || !anyParty(to) {
		return addressed{}
	}
	direct := c.Sentence == last.sentence || reached(last.to, speakers)
	next := c.Sentence == last.sentence+1 && len(last.to) == 0 && r.oneParagraph(c, last) && foreign(to, speakers)
	if !direct && (!next || c.CueHas(r.Body, words.Responding)) {
		return addressed{}
	}
	return addressed{list: to, basis: "implied"}
}

// oneParagraph reports whether the quote stands in the paragraph of the one before.
func (r *reading) oneParagraph(c *scene.Quote, last *resolved) bool {
	s := r.Body
	if len(s.Doc.Paragraphs) == 0 {
		return true
	}
	return s.ParagraphAt(s.Doc.Tokens[c.Anchor].Start) == s.ParagraphAt(last.Content[0].Start)
}

// foreign reports one person on each side, of two states.
func foreign(a, b []*naming.Entity) bool {
	return len(a) == 1 && len(b) == 1 && a[0].Person() && b[0].Person() && a[0].State != b[0].State
}

// longestPause is the number of sentences by which a reply follows what it replies to, at most.
const longestPause = 2

// anyParty reports whether none of them is a carrier of news.
func anyParty(list []*naming.Entity) bool {
	for _, e := range list {
		if e.Kind == actors.Medium {
			return false
		}
	}
	return true
}

// reached reports whether words told to the first list reached one of the second: a person, or his state.
func reached(to, speakers []*naming.Entity) bool {
	for _, t := range to {
		for _, e := range speakers {
			if e == t || e.State != "" && e.State == t.State {
				return true
			}
		}
	}
	return false
}

// carriedOn is to whom the same speakers go on to speak in one sentence: "Lind told Moss that ... and warned that".
// What they urge somebody to do, or for what they thank him, they may have told others.
func (r exchange) carriedOn(c *scene.Quote, speakers []*naming.Entity) addressed {
	last := r.last
	goesOn := last != nil && c.Sentence == last.sentence && c.CueHi > c.CueLo && last.turned &&
		naming.SameAll(last.speakers, speakers)
	if !goesOn || len(naming.Without(last.to, speakers)) < len(last.to) {
		return addressed{}
	}
	return addressed{list: last.to, basis: "implied"}
}

// turnsTo reports whether the cue tells its addressee something, rather than urging or thanking him.
func turnsTo(s *scene.Scene, c *scene.Quote) bool {
	return c.CueHi > c.CueLo && !c.CueHas(s, words.UrgingVerb) && !c.CueHas(s, words.Thanking) &&
		!c.CueHas(s, words.Congratulating)
}

// appealReader reads to whom the words of a quote themselves turn. It knows neither its cue nor its act.
type appealReader struct {
	*reading
	phrases phrases
}

// ownSubject reports whether the verb at token k has the speakers themselves as its subject, which starts at or after
// token lo. A state is one for whose state the text does not tell: a spokesman speaks of his own so.
func ownSubject(s *scene.Scene, k, lo int, speakers []*naming.Entity) bool {
	i := k - 1
	for i > lo && (strings.HasPrefix(s.Doc.Tokens[i].Tag, "RB") || words.RefusalModal[s.Lower[i]]) {
		i--
	}
	if words.FirstPerson[s.At(i)] {
		return true
	}
	m := s.MentionAt(i)
	own := m != nil && m.Actor.Kind == actors.State && m.Actor.State != ""
	return own && (speakers[0].State == m.Actor.State || speakers[0].State == "" && speakers[0].Office != "")
}

// foreignState are the governments of the one state, or of those that "and" joins, of which a phrase without a known
// name speaks: "our Danish friends", "the leaders of Denmark", "our Danish and Swedish friends".
func (r *appealReader) foreignState(lo, hi int, speakers []*naming.Entity) []*naming.Entity {
	var list []*naming.Entity
	for _, m := range r.Body.MentionsIn(lo, hi) {
		switch {
		case m.Actor.Kind == actors.State && m.Actor.State != speakers[0].State:
			list = append(list, r.StateEntity(m.Actor))
		default:
			return nil
		}
	}
	if list = naming.Distinct(list); len(list) > 1 && !r.Body.Contains(lo, hi, "and") {
		return nil
	}
	return list
}

// find finds to whom the speaker's own words turn: "“We urge our neighbours to ...”", "“Ruritania demands that
// Freedonia ...”". The subject is the first person or a state for which one of the speakers speaks.
func (r *appealReader) find(c *scene.Quote, speakers []*naming.Entity) addressed {
	s := r.Body
	inMarks := c.Spans.Form == quotes.Direct || c.Spans.Form == quotes.Mixed
	if !inMarks || len(speakers) == 0 {
		return addressed{}
	}
	for _, p := range c.Spans.Content {
		lo, hi := s.Range(p)
		if a := r.opening(lo+1, hi, speakers); len(a.list) > 0 {
			return a
		}
		for k := lo + 1; k < min(hi, lo+90); k++ {
			if !words.Appeal[s.Lower[k]] || !ownSubject(r.Body, k, lo, speakers) {
				continue
			}
			if a := r.named(k, hi, speakers); len(a.list) > 0 {
				a.within = true
				return a
			}
		}
	}
	return addressed{}
}

// opening reads the states to whom words turn before a colon with which they open, from token k on: "“To our friends
// in Denmark: ...".
func (r *appealReader) opening(k, hi int, speakers []*naming.Entity) addressed {
	s := r.Body
	end := k + 1
	for end < hi && s.Lower[end] != ":" {
		if tag := s.Doc.Tokens[end].Tag; strings.HasPrefix(tag, "V") || tag == "MD" || end > k+12 {
			return addressed{}
		}
		end++
	}
	if s.At(k) != "to" || end >= hi {
		return addressed{}
	}
	return addressed{list: r.foreignState(k+1, end, speakers), basis: "named", at: s.Span(k+1, end), within: true}
}

// named reads whom the verb of appeal at token k names: a state or somebody known.
func (r *appealReader) named(k, hi int, speakers []*naming.Entity) addressed {
	s := r.Body
	at := k + 1
	for at < hi && words.AppealPreposition[s.Lower[at]] {
		at++
	}
	_, last := s.SentenceBounds(k)
	end := s.PhraseEnd(at, min(hi, last))
	if end <= at {
		return addressed{}
	}
	if list := r.phrases.several(at, end, speakers); len(list) > 0 {
		return addressed{list: list, basis: "named", at: s.Span(at, end)}
	}
	var list []*naming.Entity
	for _, e := range naming.Without(acts.SpokenTo(r.Referents(at, end, nil)), speakers) {
		if !actors.Unlisted(e.ID) && e.State != "" && e.State != speakers[0].State {
			list = append(list, e)
		}
	}
	if len(list) == 0 {
		list = r.foreignState(at, end, speakers)
	}
	return addressed{list: list, basis: "named", at: s.Span(at, end)}
}
