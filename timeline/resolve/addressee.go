package resolve

import (
	"strings"

	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/discourse"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// addressed is the outcome of the search for addressees.
type addressed struct {
	list  []*discourse.Entity
	basis string // "named" or "implied"
	at    text.Span
}

// addressees finds to whom the words were said: who is named as such beside the cue, else the recipients of the
// message, else the interlocutor of the call or meeting. Joint words, and words to the public, have none.
func (r *resolver) addressees(c *scene.Quote, speakers []*discourse.Entity, act *discourse.Act) addressed {
	if writtenBy(speakers, act) {
		return addressed{r.recipients(c, act), "named", text.Span{}}
	}
	mutual := act != nil && act.Mutual && len(act.Parties()) >= 2
	if mutual && len(speakers) >= 2 && discourse.Subset(act.Parties(), speakers) {
		return r.toldTogether(c, speakers, act)
	}
	a := r.namedAddressees(c, speakers, act)
	a.list = discourse.Without(a.list, speakers)
	if mutual {
		a.list = partyOfState(a.list, discourse.Without(act.Parties(), speakers))
	}
	if len(a.list) > 0 {
		return a
	}
	if mutual && r.toldThePress(c) || r.toldAudience(c) {
		return addressed{}
	}
	if mutual && act.Involves(speakers) {
		return interlocutors(speakers, act)
	}
	if act != nil && !act.Open() && sentBy(speakers, act) {
		return addressed{discourse.Without(act.To, speakers), "named", text.Span{}}
	}
	for _, a := range []addressed{r.repliedTo(c, speakers), r.appealedTo(c, speakers)} {
		if len(a.list) > 0 {
			return a
		}
	}
	if len(speakers) == 1 {
		if list := r.otherSide(speakers[0], act); len(list) > 0 {
			return addressed{list, "implied", text.Span{}}
		}
	}
	return r.carriedOn(c, speakers)
}

// toldThePress reports words within others, or an answer to the press, in the remarks of two sides.
func (r *resolver) toldThePress(c *scene.Quote) bool {
	return r.Remarks() && (c.Nested || answersPress(r.Body, c))
}

// sentBy reports an act with recipients in which one of the speakers turned to them.
func sentBy(speakers []*discourse.Entity, act *discourse.Act) bool {
	return len(act.To) > 0 && discourse.IncludesAny(act.From, speakers)
}

// writtenBy reports a message or letter with recipients that the speakers, or nobody known, sent.
func writtenBy(speakers []*discourse.Entity, act *discourse.Act) bool {
	if act == nil || act.Channel != record.Message && act.Channel != record.Letter {
		return false
	}
	return sentBy(speakers, act) || len(act.To) > 0 && len(speakers) == 0
}

// toldTogether is to whom both sides of a call or meeting said the same: to each other, or to a third on whom they
// called.
func (r *resolver) toldTogether(c *scene.Quote, speakers []*discourse.Entity, act *discourse.Act) addressed {
	if eachOther(r.Body, c) {
		return addressed{speakers, "named", text.Span{}}
	}
	a := r.namedAddressees(c, speakers, act)
	a.list = discourse.Without(a.list, act.Parties()) // both called on a third
	return a
}

// partyOfState is the one of a call or meeting who stands for the state that alone is addressed: "thanked Russia" in a
// call with its president. The list as it is otherwise.
func partyOfState(list, others []*discourse.Entity) []*discourse.Entity {
	if len(list) != 1 || list[0].Kind != actors.State {
		return list
	}
	for _, e := range others {
		if e.State == list[0].State {
			list = []*discourse.Entity{e}
		}
	}
	return list
}

// interlocutors are the others of the call or meeting: the host alone where one of a delegation speaks.
func interlocutors(speakers []*discourse.Entity, act *discourse.Act) addressed {
	others := discourse.Without(act.To, speakers)
	guest := len(speakers) == 1 && len(others) < len(act.To) && len(act.From) > 0
	if guest && sameState(others, speakers[0].State) {
		return addressed{act.From, "implied", text.Span{}}
	}
	return addressed{discourse.Without(act.Parties(), speakers), "implied", text.Span{}}
}

// otherSide is to whom one of several parties speaks in a joint statement that tells what each of them said, or an
// official in the call or meeting of a readout; nil for none.
func (r *resolver) otherSide(e *discourse.Entity, act *discourse.Act) []*discourse.Entity {
	switch {
	case act == nil:
		return nil
	case act == r.Encounter():
		return r.Opposite(e)
	case act.Channel == record.JointStatement && e.Person() && discourse.Includes(act.From, e):
		return discourse.Without(act.From, []*discourse.Entity{e})
	}
	return nil
}

// answersPress reports whether the turn answers a question of the press: the paragraph before it begins with "Q".
func answersPress(s *scene.Scene, c *scene.Quote) bool {
	if len(s.Doc.Paragraphs) == 0 || c.SourceHi <= c.SourceLo {
		return false
	}
	p := s.ParagraphAt(s.Doc.Tokens[c.SourceLo].Start)
	if p == 0 {
		return false
	}
	first, _ := s.Range(s.Doc.Paragraphs[p-1].Span)
	return s.At(first) == "q"
}

// sameState reports whether all speak for the state.
func sameState(list []*discourse.Entity, state string) bool {
	for _, e := range list {
		if e.State != state {
			return false
		}
	}
	return true
}

// recipients of an act; "in the messages he wished them" speaks of all messages of the same sender.
func (r *resolver) recipients(c *scene.Quote, act *discourse.Act) []*discourse.Entity {
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
			if f != act && f.Channel == act.Channel && discourse.SameAll(f.From, act.From) {
				if f.Pos < act.Pos {
					list = append(append([]*discourse.Entity{}, f.To...), list...)
				} else {
					list = append(append([]*discourse.Entity{}, list...), f.To...)
				}
			}
		}
	}
	return discourse.Distinct(list)
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

// namedAddressees reads the phrases beside the cue: the first of their readers that finds somebody decides.
func (r *resolver) namedAddressees(c *scene.Quote, speakers []*discourse.Entity, act *discourse.Act) addressed {
	for _, read := range []func(*scene.Quote, []*discourse.Entity, *discourse.Act) addressed{
		r.told,
		r.introducedTo,
		r.openingContent,
		r.urged,
		func(c *scene.Quote, by []*discourse.Entity, _ *discourse.Act) addressed { return r.demandedOf(c, by) },
		func(c *scene.Quote, _ []*discourse.Entity, act *discourse.Act) addressed {
			return r.besideClause(c, act)
		},
		r.givenTo,
	} {
		if a := read(c, speakers, act); len(a.list) > 0 {
			return a
		}
	}
	return addressed{}
}

// told reads the phrase behind a cue that takes an addressee: "told X that".
func (r *resolver) told(c *scene.Quote, speakers []*discourse.Entity, act *discourse.Act) addressed {
	if c.CueHi <= c.CueLo || !c.CueHas(r.Body, words.TellingVerb) {
		return addressed{}
	}
	return r.inGap(c, speakers, act)
}

// openingContent reads the addressee taken for the start of the content: "told | Putin that he".
func (r *resolver) openingContent(c *scene.Quote, _ []*discourse.Entity, act *discourse.Act) addressed {
	s := r.Body
	if !c.CueHas(s, words.BareObjectVerb) || c.CueHas(s, words.CallingVerb) || c.ContentLo < c.CueHi ||
		c.Spans.Form == quotes.Direct {
		return addressed{}
	}
	e := s.PhraseEnd(c.ContentLo, c.ContentHi)
	if e <= c.ContentLo || e >= c.ContentHi || s.Lower[e] != "that" || s.Lower[c.ContentLo] == "that" {
		return addressed{}
	}
	return addressed{acts.SpokenTo(r.Referents(c.ContentLo, e, act)), "named", s.Span(c.ContentLo, e)}
}

// givenTo reads to whom something is given behind the words: "conveyed ... to X".
func (r *resolver) givenTo(c *scene.Quote, _ []*discourse.Entity, act *discourse.Act) addressed {
	s := r.Body
	if !c.CueHas(s, words.GivingVerb) || s.At(c.EndHi) != "to" {
		return addressed{}
	}
	e := s.PhraseEnd(c.EndHi+1, c.Hi)
	return addressed{acts.SpokenTo(r.Referents(c.EndHi+1, e, act)), "named", s.Span(c.EndHi+1, e)}
}

// inGap reads the phrase between cue and content, or after the cue where the content stands before it: "told X that",
// "drew the attention of X to", "expressed gratitude to X for", `"...," he told X`.
func (r *resolver) inGap(c *scene.Quote, speakers []*discourse.Entity, act *discourse.Act) addressed {
	s := r.Body
	lo, hi := c.CueHi, c.Hi
	if c.ContentLo >= c.CueHi {
		hi = min(hi, c.ContentLo)
	}
	hi = min(hi, lo+longestGap)
	if lo < hi && lo >= c.SourceLo && lo < c.SourceHi { // "said X to Y"
		lo = c.SourceHi
	}
	start := gapPhrase(s, c, lo, hi)
	if start < 0 || start >= hi || s.InTime(start) {
		return addressed{}
	}
	end := s.PhraseEnd(start, hi)
	if end <= start {
		return addressed{}
	}
	at := s.Span(start, end)
	if end-start == 1 && words.ObjectPronoun[s.Lower[start]] {
		if r.ownAudience(end, hi) {
			return addressed{}
		}
		return addressed{r.object(c, speakers, act, s.Lower[start]), "named", at}
	}
	if toAudience(s, start, end) {
		return addressed{}
	}
	if list := r.meant(start, end, hi, speakers, act); len(list) > 0 {
		return addressed{list, "named", at}
	}
	list := acts.SpokenTo(r.Referents(start, end, act))
	if r.newToText(list, start, end) || unmetCompanion(s, start, end, list) {
		return addressed{}
	}
	return addressed{list, "named", at}
}

// longestGap is the number of tokens behind a cue among which its addressee is looked for.
const longestGap = 40

// gapPhrase returns the token at which the addressee begins behind a cue, from token lo: at once behind "told", behind
// "to", "on" or "of" behind others; -1 where the cue takes none there.
func gapPhrase(s *scene.Scene, c *scene.Quote, lo, hi int) int {
	bare := c.CueHas(s, words.BareObjectVerb)
	switch w := s.At(lo); {
	case w == "to", (w == "on" || w == "upon") && c.CueHas(s, words.CallingVerb), w == "of" && bare:
		return lo + 1
	case w == "on", w == "upon", w == "of":
		return -1
	case bare, s.At(lo-1) == "to" && lo == c.CueHi: // "told | him", "conveyed to | him"
		return lo
	}
	for k := lo; k < hi && k <= lo+6; k++ {
		switch s.Lower[k] {
		case "to":
			return k + 1
		case "that", ",", ":":
			return -1
		}
	}
	return -1
}

// meant reads a phrase that names nobody of itself: the name in apposition to it, the parties of which a dispute is
// told before, a guest or host, or a people.
func (r *resolver) meant(lo, end, hi int, speakers []*discourse.Entity, act *discourse.Act) []*discourse.Entity {
	if p := r.Apposed(r.Body, lo, end, hi); p != nil {
		return []*discourse.Entity{p}
	}
	if e := r.companion(lo, end, speakers); e != nil {
		return []*discourse.Entity{e}
	}
	if list := r.ownGovernment(lo, end, speakers); len(list) > 0 {
		return list
	}
	if act == nil || !act.Mutual || !act.Involves(speakers) {
		if list := r.severalMeant(lo, end, speakers); len(list) > 0 {
			return list
		}
	}
	return r.peopleOf(lo, end)
}

// object resolves "him" and "them" beside a cue: not the speaker, but the other one.
func (r *resolver) object(
	c *scene.Quote,
	speakers []*discourse.Entity,
	act *discourse.Act,
	w string,
) []*discourse.Entity {
	if act != nil {
		if list := discourse.Without(act.Parties(), speakers); len(list) > 0 &&
			(w == "them" || w == "their" || len(list) == 1) {
			return list
		}
	}
	return r.otherMeant(c, speakers, w)
}

// statesIn are the governments of the states that the phrase names.
func (r *resolver) statesIn(lo, hi int) []*discourse.Entity {
	var out []*discourse.Entity
	for _, m := range r.Body.MentionsIn(lo, hi) {
		if m.Actor.Kind == actors.State {
			out = append(out, r.StateEntity(m.Actor))
		}
	}
	return discourse.Distinct(out)
}

// list reads a phrase that may be broken by a line end, as a list of names.
func (r *resolver) list(lo, hi int, act *discourse.Act) []*discourse.Entity {
	s := r.Body
	if !broken(s, lo, hi) {
		return r.Referents(lo, hi, act)
	}
	return r.statesIn(lo, hi)
}

// broken reports whether a line ends inside the tokens.
func broken(s *scene.Scene, lo, hi int) bool { return strings.Contains(s.Words(lo, hi), "\n") }
