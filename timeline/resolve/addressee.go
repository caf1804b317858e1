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
	if act != nil && (act.Channel == record.Message || act.Channel == record.Letter) && len(act.To) > 0 &&
		(len(speakers) == 0 || discourse.IncludesAny(act.From, speakers)) {
		return addressed{r.recipients(c, act), "named", text.Span{}}
	}
	mutual := act != nil && act.Mutual && len(act.Parties()) >= 2
	if mutual && len(speakers) >= 2 && discourse.Subset(act.Parties(), speakers) {
		if eachOther(r.Body, c) {
			return addressed{speakers, "named", text.Span{}}
		}
		a := r.namedAddressees(c, speakers, act)
		a.list = discourse.Without(a.list, act.Parties()) // both called on a third
		return a
	}
	if a := r.namedAddressees(c, speakers, act); len(a.list) > 0 {
		a.list = discourse.Without(a.list, speakers)
		if mutual && len(a.list) == 1 && a.list[0].Kind == actors.State {
			// "thanked Russia" in a call with its president
			for _, e := range discourse.Without(act.Parties(), speakers) {
				if e.State == a.list[0].State {
					a.list = []*discourse.Entity{e}
				}
			}
		}
		if len(a.list) > 0 {
			return a
		}
	}
	if mutual && r.Remarks() && (c.Nested || answersPress(r.Body, c)) || r.toldAudience(c) {
		return addressed{}
	}
	if mutual && act.Involves(speakers) {
		if others := discourse.Without(act.To, speakers); len(speakers) == 1 && len(others) < len(act.To) &&
			len(act.From) > 0 &&
			sameState(others, speakers[0].State) {
			return addressed{act.From, "implied", text.Span{}} // one of a delegation speaks to the host
		}
		return addressed{discourse.Without(act.Parties(), speakers), "implied", text.Span{}}
	}
	if act != nil && !act.Open() && len(act.To) > 0 && discourse.IncludesAny(act.From, speakers) {
		return addressed{discourse.Without(act.To, speakers), "named", text.Span{}}
	}
	if a := r.appealedTo(c, speakers); len(a.list) > 0 {
		return a
	}
	if len(speakers) == 1 {
		return addressed{r.otherSide(speakers[0], act), "implied", text.Span{}}
	}
	return addressed{}
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

// namedAddressees reads the phrases beside the cue.
func (r *resolver) namedAddressees(c *scene.Quote, speakers []*discourse.Entity, act *discourse.Act) addressed {
	s := r.Body
	if c.CueHi > c.CueLo && c.CueHas(s, words.TellingVerb) {
		if a := r.inGap(c, speakers, act); len(a.list) > 0 {
			return a
		}
	}
	if a := r.introducedTo(c, speakers, act); len(a.list) > 0 {
		return a
	}
	if c.CueHas(s, words.BareObjectVerb) && c.ContentLo >= c.CueHi && c.Spans.Form != quotes.Direct &&
		!c.CueHas(s, words.CallingVerb) {
		// the addressee taken for the start of the content: "told | Putin that he"
		if e := s.PhraseEnd(c.ContentLo, c.ContentHi); e > c.ContentLo && e < c.ContentHi && s.Lower[e] == "that" &&
			s.Lower[c.ContentLo] != "that" {
			if list := acts.SpokenTo(r.Referents(c.ContentLo, e, act)); len(list) > 0 {
				return addressed{list, "named", s.Span(c.ContentLo, e)}
			}
		}
	}
	if c.CueHas(s, words.UrgingVerb) && c.Spans.Form != quotes.Direct && c.Spans.Form != quotes.Unmarked {
		if a := r.inContent(c, speakers, act); len(discourse.Without(a.list, speakers)) > 0 {
			return a
		}
	}
	if a := r.demandedOf(c, speakers); len(a.list) > 0 {
		return a
	}
	if a := r.besideClause(c, act); len(a.list) > 0 {
		return a
	}
	if c.CueHas(s, words.GivingVerb) && s.At(c.EndHi) == "to" {
		e := s.PhraseEnd(c.EndHi+1, c.Hi)
		if list := acts.SpokenTo(r.Referents(c.EndHi+1, e, act)); len(list) > 0 {
			return addressed{list, "named", s.Span(c.EndHi+1, e)}
		}
	}
	return addressed{}
}

// inGap reads the phrase between cue and content, or after the cue where the content stands before it: "told X that",
// "drew the attention of X to", "expressed gratitude to X for", `"...," he told X`.
func (r *resolver) inGap(c *scene.Quote, speakers []*discourse.Entity, act *discourse.Act) addressed {
	s := r.Body
	lo, hi := c.CueHi, c.Hi
	if c.ContentLo >= c.CueHi {
		hi = min(hi, c.ContentLo)
	}
	if hi-lo > 40 {
		hi = lo + 40
	}
	if lo < hi && lo >= c.SourceLo && lo < c.SourceHi { // "said X to Y"
		lo = c.SourceHi
	}
	start := lo
	switch w := s.At(lo); {
	case s.At(lo-1) == "to" && lo == c.CueHi: // "conveyed to | him"
	case w == "to":
		start = lo + 1
	case w == "on", w == "upon":
		if !c.CueHas(s, words.CallingVerb) {
			return addressed{}
		}
		start = lo + 1
	case w == "of":
		if !c.CueHas(s, words.BareObjectVerb) {
			return addressed{}
		}
		start = lo + 1
	default:
		needsTo := !c.CueHas(s, words.BareObjectVerb)
		if needsTo {
			k := lo
			for k < hi && k < lo+6 && s.Lower[k] != "to" {
				if s.Lower[k] == "that" || s.Lower[k] == "," || s.Lower[k] == ":" {
					return addressed{}
				}
				k++
			}
			if k >= hi || s.At(k) != "to" {
				return addressed{}
			}
			start = k + 1
		}
	}
	if start >= hi || s.InTime(start) {
		return addressed{}
	}
	end := s.PhraseEnd(start, hi)
	if end <= start {
		return addressed{}
	}
	at := s.Span(start, end)
	if end-start == 1 {
		if words.ObjectPronoun[s.Lower[start]] {
			return addressed{r.object(c, speakers, act, s.Lower[start]), "named", at}
		}
	}
	if toAudience(s, start, end) {
		return addressed{}
	}
	if list := r.meant(start, end, hi, speakers, act); len(list) > 0 {
		return addressed{list, "named", at}
	}
	return addressed{acts.SpokenTo(r.Referents(start, end, act)), "named", at}
}

// meant reads a phrase that names nobody of itself: the name in apposition to it, the parties of which a dispute is told
// before, a guest or host, or a people.
func (r *resolver) meant(lo, end, hi int, speakers []*discourse.Entity, act *discourse.Act) []*discourse.Entity {
	if p := r.Apposed(r.Body, lo, end, hi); p != nil {
		return []*discourse.Entity{p}
	}
	if act != nil && act.Mutual && act.Involves(speakers) {
		return r.peopleOf(lo, end)
	}
	if list := r.severalMeant(lo, end, speakers); len(list) > 0 {
		return list
	}
	if e := r.companion(lo, end, speakers); e != nil {
		return []*discourse.Entity{e}
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
	if w == "them" || w == "their" {
		return nil
	}
	pos := r.Body.Doc.Tokens[c.Anchor].Start
	for i := len(r.Focus) - 1; i >= 0; i-- {
		if f := &r.Focus[i]; f.Pos < pos && len(f.Entities) == 1 && f.Entities[0].Person() &&
			!discourse.Includes(speakers, f.Entities[0]) {
			return f.Entities
		}
	}
	return nil
}

// inContent reads the first phrase of the content of a demand: "urged | both sides to show restraint".
func (r *resolver) inContent(c *scene.Quote, speakers []*discourse.Entity, act *discourse.Act) addressed {
	s := r.Body
	lo, hi := c.ContentLo, c.ContentHi
	for lo < hi && (opensMarks(s.Lower[lo]) || s.Lower[lo] == "that" || s.Lower[lo] == "for") {
		lo++
	}
	if lo >= hi || s.Lower[lo] == "to" || s.Lower[lo] == "not" || s.Doc.Tokens[lo].Tag == "VBG" {
		return addressed{}
	}
	// the phrase ends before "to do", "not to", a bare verb or "should"
	_, last := s.SentenceBounds(lo)
	limit := min(hi, max(last, lo+1))
	if limit < hi && lo+12 > limit { // a sentence split inside a name
		limit = min(hi, lo+40)
	}
	end := lo
	for k := lo + 1; k < limit && k < lo+40; k++ {
		w := s.Lower[k]
		if opensMarks(s.Lower[k]) {
			end = k // "demanded that Denmark “withdraw”"
			break
		}
		if (w == "to" || w == "not") && !words.Office[s.Lower[k-1]] || w == "should" || w == "must" ||
			s.Doc.Tokens[k].Tag == "VB" && !s.Capital(k) || words.Demanded[w] && !s.Capital(k) {
			end = k
			break
		}
		if s.Doc.Tokens[k].Tag == "RB" && k+1 < limit &&
			(words.Demanded[s.Lower[k+1]] || s.Doc.Tokens[k+1].Tag == "VB") {
			end = k
			break
		}
		if w == "." && k+1 < limit && !s.Capital(k+1) || w == ":" || w == ";" {
			break
		}
	}
	if end == lo || s.Lower[end] != "to" && strings.HasSuffix(c.CueText(s), " for") {
		return addressed{} // "called for | talks", but "called for | the North to talk"
	}
	if list := r.meant(lo, end, end, speakers, act); len(list) > 0 {
		return addressed{list, "named", s.Span(lo, end)}
	}
	list := acts.SpokenTo(r.list(lo, end, act))
	if len(list) == 0 && s.Listed(lo, end) {
		list = r.statesIn(lo, end) // "Norway and other countries"
	}
	return addressed{list, "named", s.Span(lo, end)}
}

// opensMarks reports a token that opens a quotation.
func opensMarks(w string) bool { return w == "“" || w == `"` || w == "``" }

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
