package timeline

import (
	"strings"

	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/record"
)

var (
	// telling cues have the addressee between them and the content: "told X that", "congratulated X on".
	telling = set(`told tell tells telling informed informs inform informing assured assures assuring notified notifying warned warns warning
		reminded reminds reminding thanked thanks thanking congratulated congratulates congratulating congratulate wished wishes wishing wish
		asked asks asking urged urges urging advised advises advising briefed briefing updated invited invites inviting
		called calls calling appealed appeals attention answered replied said expressed conveyed extended pledged promised vowed
		requested encouraged ordered instructed greeted gratitude condolences sympathy congratulations greetings handed offered
		stressed wrote complained emphasised thankful gave demanded proposed suggested explained confirmed apologised apologized`)
	// urging cues may have the addressee as the first phrase of the content: "demanded | X halt".
	urging = set(`urged urges urging urge called calls calling call demanded demands demanding demand asked asks asking ask requested requests
		appealed appeals appealing appeal pressed presses exhorted exhorting ordered orders advised advises invited invites inviting
		instructed instructs encouraged encouraging recommended entreated implored challenged pressing`)
	// giving cues may have the addressee after the content: "pledged | his support | to X".
	giving = set(`pledged pledges pledging extended extends extending expressed expresses offered offers conveyed conveys vowed vows promised promises
		sent wished declared proposed affirmed reaffirmed voiced reiterated gave`)
	// peopleWords are nouns for many, who can be spoken to.
	peopleWords = set(`people personnel officials participants workers citizens youth students soldiers members residents compatriots
		fellow-countrymen countrymen nation public officers servicepersons parties leaders states countries nations community
		organizations organisations governments forces sides families delegates staff team athletes ministers diplomats lawmakers members guests organisers organizers veterans graduates men women all everyone everybody koreans`)
)

// calling cues take "on" or "upon" before the addressee.
var calling = set("called calls calling call")

// addressed is the outcome of the search for addressees.
type addressed struct {
	list  []*entity
	basis string // "named" or "implied"
	at    text.Span
}

// addressees finds to whom the words were said: who is named as such beside the cue, else the recipients of the message,
// else the interlocutor of the call or meeting. Joint words, and words to the public, have none.
func (r *reading) addressees(c *cued, speakers []*entity, fr *frame) addressed {
	if fr != nil && (fr.kind == record.Message || fr.kind == record.Letter) && len(fr.to) > 0 && (len(speakers) == 0 || includesAny(fr.from, speakers)) {
		return addressed{r.recipients(c, fr), "named", text.Span{}}
	}
	mutual := fr != nil && fr.mutual && len(fr.parties()) >= 2
	if mutual && len(speakers) >= 2 && subset(fr.parties(), speakers) {
		if r.eachOther(c) {
			return addressed{speakers, "named", text.Span{}}
		}
		return addressed{}
	}
	if a := r.namedAddressees(c, speakers, fr); len(a.list) > 0 {
		a.list = without(a.list, speakers)
		if mutual && len(a.list) == 1 && a.list[0].Kind == actors.State {
			// "thanked Russia" in a call with its president
			for _, e := range without(fr.parties(), speakers) {
				if e.State == a.list[0].State {
					a.list = []*entity{e}
				}
			}
		}
		if len(a.list) > 0 {
			return a
		}
	}
	if mutual && fr.involves(speakers) {
		if others := without(fr.to, speakers); len(speakers) == 1 && len(others) < len(fr.to) && len(fr.from) > 0 && sameState(others, speakers[0].State) {
			return addressed{fr.from, "implied", text.Span{}} // one of a delegation speaks to the host
		}
		return addressed{without(fr.parties(), speakers), "implied", text.Span{}}
	}
	if fr != nil && !fr.open() && len(fr.to) > 0 && includesAny(fr.from, speakers) {
		return addressed{without(fr.to, speakers), "named", text.Span{}}
	}
	return addressed{}
}

// sameState reports whether all speak for the state.
func sameState(list []*entity, state string) bool {
	for _, e := range list {
		if e.State != state {
			return false
		}
	}
	return true
}

// recipients of a frame; "in the messages he wished them" speaks of all messages of the same sender.
func (r *reading) recipients(c *cued, fr *frame) []*entity {
	s := r.body
	plural := false
	for k := c.lo; k < c.hi && !plural; k++ {
		switch s.low[k] {
		case "messages", "replies", "letters", "telegrams":
			plural = !within(c.covered, s.d.Tokens[k].Span)
		}
	}
	list := fr.to
	if plural {
		for _, f := range r.frames {
			if f != fr && f.kind == fr.kind && sameAll(f.from, fr.from) {
				if f.pos < fr.pos {
					list = append(append([]*entity{}, f.to...), list...)
				} else {
					list = append(append([]*entity{}, list...), f.to...)
				}
			}
		}
	}
	return distinct(list)
}

// eachOther reports whether the words went from each to the other.
func (r *reading) eachOther(c *cued) bool {
	s := r.body
	for k := c.cueHi; k < c.cueHi+3 && k < c.hi; k++ {
		if s.seq(k, "each", "other") || s.seq(k, "one", "another") {
			return true
		}
	}
	return false
}

// namedAddressees reads the phrases beside the cue.
func (r *reading) namedAddressees(c *cued, speakers []*entity, fr *frame) addressed {
	s := r.body
	if c.cueHi > c.cueLo && c.has(s, telling) {
		if a := r.inGap(c, speakers, fr); len(a.list) > 0 {
			return a
		}
	}
	if c.has(s, bareObject) && c.conLo >= c.cueHi && c.q.Form != quotes.Direct && !c.has(s, calling) {
		// the addressee taken for the start of the content: "told | Putin that he"
		if e := s.phraseEnd(c.conLo, c.conHi); e > c.conLo && e < c.conHi && s.low[e] == "that" && s.low[c.conLo] != "that" {
			if list := r.spokenTo(r.who(c.conLo, e, fr)); len(list) > 0 {
				return addressed{list, "named", s.span(c.conLo, e)}
			}
		}
	}
	if c.has(s, urging) && c.q.Form != quotes.Direct && c.q.Form != quotes.Unmarked && !strings.HasSuffix(c.verb(s), " for") {
		if a := r.inContent(c, fr); len(a.list) > 0 {
			return a
		}
	}
	if c.has(s, giving) && s.at(c.endHi) == "to" {
		e := s.phraseEnd(c.endHi+1, c.hi)
		if list := r.spokenTo(r.who(c.endHi+1, e, fr)); len(list) > 0 {
			return addressed{list, "named", s.span(c.endHi+1, e)}
		}
	}
	return addressed{}
}

// inGap reads the phrase between cue and content, or after the cue where the content stands before it: "told X that",
// "drew the attention of X to", "expressed gratitude to X for", `"...," he told X`.
func (r *reading) inGap(c *cued, speakers []*entity, fr *frame) addressed {
	s := r.body
	lo, hi := c.cueHi, c.hi
	if c.conLo >= c.cueHi {
		hi = min(hi, c.conLo)
	}
	if hi-lo > 40 {
		hi = lo + 40
	}
	if lo < hi && lo >= c.srcLo && lo < c.srcHi { // "said X to Y"
		lo = c.srcHi
	}
	start := lo
	switch w := s.at(lo); w {
	case "to":
		start = lo + 1
	case "on", "upon":
		if !c.has(s, calling) {
			return addressed{}
		}
		start = lo + 1
	case "of":
		if !c.has(s, bareObject) {
			return addressed{}
		}
		start = lo + 1
	default:
		needsTo := !c.has(s, bareObject)
		if needsTo {
			k := lo
			for k < hi && k < lo+6 && s.low[k] != "to" {
				if s.low[k] == "that" || s.low[k] == "," || s.low[k] == ":" {
					return addressed{}
				}
				k++
			}
			if k >= hi || s.at(k) != "to" {
				return addressed{}
			}
			start = k + 1
		}
	}
	if start >= hi || s.inTime(start) {
		return addressed{}
	}
	end := s.phraseEnd(start, hi)
	if end <= start {
		return addressed{}
	}
	at := s.span(start, end)
	if end-start == 1 {
		switch s.low[start] {
		case "him", "her", "them", "his", "their":
			return addressed{r.object(c, speakers, fr, s.low[start]), "named", at}
		}
	}
	return addressed{r.spokenTo(r.who(start, end, fr)), "named", at}
}

// bareObject are cues whose addressee follows without "to".
var bareObject = set(`told tell tells telling informed informs inform informing assured assures assuring notified warned warns warning
	reminded reminds thanked thanks thanking congratulated congratulates congratulating congratulate wished wishes wishing wish
	asked asks asking urged urges urging advised advises advising briefed updated invited invites inviting attention requested
	encouraged ordered instructed greeted called calls calling answered`)

// object resolves "him" and "them" beside a cue: not the speaker, but the other one.
func (r *reading) object(c *cued, speakers []*entity, fr *frame, w string) []*entity {
	if fr != nil {
		if list := without(fr.parties(), speakers); len(list) > 0 && (w == "them" || w == "their" || len(list) == 1) {
			return list
		}
	}
	if w == "them" || w == "their" {
		return nil
	}
	pos := r.body.d.Tokens[c.anchor].Start
	for i := len(r.focus) - 1; i >= 0; i-- {
		if f := &r.focus[i]; f.pos < pos && len(f.list) == 1 && f.list[0].person() && !includes(speakers, f.list[0]) {
			return f.list
		}
	}
	return nil
}

// inContent reads the first phrase of the content of a demand: "urged | both sides to show restraint".
func (r *reading) inContent(c *cued, fr *frame) addressed {
	s := r.body
	lo, hi := c.conLo, c.conHi
	for lo < hi && (s.low[lo] == "“" || s.low[lo] == `"` || s.low[lo] == "``" || s.low[lo] == "that" || s.low[lo] == "for") {
		lo++
	}
	if lo >= hi || s.low[lo] == "to" || s.low[lo] == "not" || s.d.Tokens[lo].Tag == "VBG" {
		return addressed{}
	}
	// the phrase ends before "to do", "not to", a bare verb or "should"
	_, last := s.bounds(lo)
	limit := min(hi, max(last, lo+1))
	if limit < hi && lo+12 > limit { // a sentence split inside a name
		limit = min(hi, lo+40)
	}
	end := lo
	for k := lo + 1; k < limit && k < lo+40; k++ {
		w := s.low[k]
		if (w == "to" || w == "not") && !officeHeads[s.low[k-1]] || w == "should" || w == "must" ||
			s.d.Tokens[k].Tag == "VB" && !s.capital(k) || demandVerbs[w] && !s.capital(k) {
			end = k
			break
		}
		if s.d.Tokens[k].Tag == "RB" && k+1 < limit && (demandVerbs[s.low[k+1]] || s.d.Tokens[k+1].Tag == "VB") {
			end = k
			break
		}
		if w == "." && k+1 < limit && !s.capital(k+1) || w == ":" || w == ";" {
			break
		}
	}
	if end == lo {
		return addressed{}
	}
	list := r.spokenTo(r.list(lo, end, fr))
	return addressed{list, "named", s.span(lo, end)}
}

// demandVerbs follow the addressee in the subjunctive: "demanded the authorities halt".
var demandVerbs = set("implement halt stop cease end withdraw apologize apologise abandon lift release give take accept respect retract punish drop refrain return come make let")

// list reads a phrase that may be broken by a line end, as a list of names.
func (r *reading) list(lo, hi int, fr *frame) []*entity {
	s := r.body
	if !s.broken(lo, hi) {
		return r.who(lo, hi, fr)
	}
	var out []*entity
	for _, m := range s.mentions(lo, hi) {
		if m.entry.Kind == actors.State {
			out = append(out, r.stateEntity(m.entry))
		}
	}
	return distinct(out)
}

// broken reports whether a line ends inside the tokens.
func (s *scene) broken(lo, hi int) bool { return strings.Contains(s.words(lo, hi), "\n") }

// spokenTo keeps those to whom one can speak: persons, states, known bodies and people; a carrier of news is none.
func (r *actReader) spokenTo(list []*entity) []*entity {
	var out []*entity
	for _, e := range list {
		switch {
		case e.Kind == actors.Medium:
		case e.person(), e.Kind == actors.State, !strings.HasPrefix(e.ID, "x"), strings.HasPrefix(e.Name, "People of "):
			out = append(out, e)
		default:
			f := strings.Fields(strings.ToLower(e.Name))
			for _, w := range f {
				if w == "reporters" || w == "journalists" || w == "press" || w == "media" || w == "newsmen" || w == "reporter" {
					f = nil
					break
				}
			}
			for _, w := range f {
				if peopleWords[w] || bodies[w] || organHeads[w] || governments[w] {
					out = append(out, e)
					break
				}
			}
		}
	}
	return out
}
