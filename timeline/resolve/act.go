package resolve

import (
	"slices"
	"strings"

	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/dates"
	"demarche/timeline/discourse"
	"demarche/timeline/earlier"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// actFinder finds the act that a quote belongs to, by where and of whom it is told. It does not know to whom the words
// go, nor their day and channel.
type actFinder struct{ *reading }

// find finds the act that a quote belongs to: the one of its own sentence, else the last one before of which its
// source speaks or in which its speakers take part, else, for the words of the lede, the first one after it. nil for
// none.
func (r *actFinder) find(c *scene.Quote, speakers []*naming.Entity) *discourse.Act {
	if f := r.beside(c, speakers); f != nil {
		return f
	}
	if f := r.Encounter(); f != nil && f.Involves(speakers) && transcribed(r.Body, c) {
		return f // a turn of the meeting that the page gives, whatever its prose tells of
	}
	pos := r.Body.Doc.Tokens[c.Anchor].Start
	if c.Document != "" {
		if f := r.ActCalled(c.Document, pos); f != nil && (f.Involves(speakers) || len(f.From) == 0) {
			return f
		}
	}
	if c.Nominal || saidBefore(r.Body, c) {
		return nil
	}
	f, gathering := r.toldBefore(c, speakers, pos)
	if f != nil {
		return f
	}
	if r.besideParties(c, speakers) {
		return r.Encounter()
	}
	if gathering != nil && canAttend(speakers) && r.lasts(gathering, c) && !r.toldCarrier(c) {
		return gathering
	}
	if len(speakers) == 0 {
		return r.LastAct()
	}
	return nil
}

// besideParties reports words of an official of one side of the readout, said at its meeting.
func (r *actFinder) besideParties(c *scene.Quote, speakers []*naming.Entity) bool {
	return len(speakers) == 1 && !c.Nested && c.Spans.By != quotes.ByStatement && len(r.Opposite(speakers[0])) > 0 &&
		!r.elsewhere(c, r.Encounter())
}

// saidBefore reports a quote whose cue is plainly of an earlier, unknown time.
func saidBefore(s *scene.Scene, c *scene.Quote) bool {
	_, ok := earlier.SaidBefore(s, c.CueLo, c.CueHi)
	return ok && c.CueHi > c.CueLo
}

// beside is the act of the quote's own sentence in which its speakers may have a part: the one nearest to the cue,
// nil for none.
func (r *actFinder) beside(c *scene.Quote, speakers []*naming.Entity) *discourse.Act {
	var local *discourse.Act
	far := 1 << 30
	for _, f := range r.Acts[max(0, len(r.Acts)-discourse.Reach):] {
		if f.Sentence != c.Sentence || inside(c, f) || ofOthers(f, speakers) {
			continue
		}
		lo, _ := r.Body.Range(f.Span)
		if acts.PlacedAfter(r.Body, c.Lo, lo) != acts.PlacedAfter(r.Body, c.Lo, c.Anchor) {
			continue
		}
		if k := acts.HeldBefore(r.Body, c.Lo, lo); f.Mutual && (c.Anchor < k || r.otherOccasion(c, c.Lo, k)) {
			continue // "said | after talks", "at a press conference | after talks, X said"
		}
		if overBefore(r.Body, c, f) {
			continue
		}
		d := lo - c.Anchor
		if d < 0 {
			d = -d
		}
		if d < far {
			local, far = f, d
		}
	}
	return local
}

// overBefore reports whether the act is a call with which the sentence of the quote opens as over: "After a call with
// X, | Y said". What they agreed to they agreed to in it.
func overBefore(s *scene.Scene, c *scene.Quote, f *discourse.Act) bool {
	lo, _ := s.Range(f.Span)
	agreed := c.CueHi > c.CueLo && words.ConcurringVerb[s.Lower[c.CueLo]]
	return f.Channel == record.Call && f.Mutual && !agreed && lo < c.Anchor && acts.Over(s, c.Lo, lo, c.Anchor)
}

// ofOthers reports an act whose parties are known and are others than the speakers; at one that is open to all anybody
// may speak.
func ofOthers(f *discourse.Act, speakers []*naming.Entity) bool {
	return len(f.From) > 0 && len(speakers) > 0 && !f.Involves(speakers) && !f.Open() &&
		!naming.IncludesAny(f.From, speakers)
}

// gotten reports a letter or message that went to the speakers: what they say of it is not in it.
func gotten(f *discourse.Act, speakers []*naming.Entity) bool {
	sent := f.Channel == record.Letter || f.Channel == record.Message
	return sent && !f.Mutual && naming.IncludesAny(f.To, speakers) && !naming.IncludesAny(f.From, speakers)
}

// toldBefore finds the last act told before byte pos that goes on with the words, and the last gathering met on the
// way to it; nil for none.
func (r *actFinder) toldBefore(
	c *scene.Quote, speakers []*naming.Entity, pos int,
) (act, gathering *discourse.Act) {
	document := c.Spans.By == quotes.ByStatement
	for i := len(r.Acts) - 1; i >= max(0, len(r.Acts)-discourse.Reach); i-- {
		f := r.Acts[i]
		if f.Pos > pos || f.Sentence == c.Sentence && (inside(c, f) || overBefore(r.Body, c, f)) {
			continue
		}
		if document && f.TitleOnly && len(f.From) == 0 {
			return f, gathering
		}
		// a statement on a call is no part of it
		if len(speakers) > 0 && f.Involves(speakers) && !(document && f.Mutual) {
			if r.goesOn(c, f, speakers) {
				return f, gathering
			}
			continue
		}
		if f.Open() && gathering == nil {
			gathering = f
		}
	}
	return nil, gathering
}

// goesOn reports whether words may belong to a call or meeting told in a sentence before: they are told as said on no
// other occasion and at no earlier time. Those of a meeting that lies before the rest of the story follow it at once.
func (r *actFinder) goesOn(c *scene.Quote, f *discourse.Act, speakers []*naming.Entity) bool {
	if f.Channel != record.Interview && r.toldCarrier(c) || r.onOtherDay(c, f, speakers) {
		return false
	}
	if !f.Mutual {
		return true
	}
	s := r.Body
	if len(speakers) == 1 && !speakers[0].Person() {
		return c.Sentence == f.Sentence+1
	}
	if f.Background && !r.answers(c, f, speakers) && (!earlier.ToldAsEarlier(s, c) || c.Sentence > f.Sentence+2) {
		return false
	}
	if !f.Background && !c.Nested && earlier.ToldAsEarlier(s, c) {
		return false
	}
	return !r.elsewhere(c, f)
}

// onOtherDay reports words of which their own sentence tells that they were said on another day than the act, or that
// go on with such: "X met Y on Monday. On Friday, he said ... He said".
func (r *actFinder) onOtherDay(c *scene.Quote, f *discourse.Act, speakers []*naming.Entity) bool {
	if f.Said == nil || acts.Wide(f.Said) || f.ToldIn(c.Sentence) {
		return false
	}
	d := r.Days.Near(r.Body, c.Lo, c.Hi, c.Anchor, c.Reported)
	if l := r.last; d == nil && l != nil && l.act == nil && l.sentence > f.Sentence && l.Said.Basis != dates.Published &&
		naming.SameAll(l.speakers, speakers) {
		d = &l.Said
	}
	return d != nil && !acts.Wide(d) && d.EDTF != f.Said.EDTF
}

// toldCarrier reports words told to a carrier of news, which were said at no speech or meeting told before.
func (r *actFinder) toldCarrier(c *scene.Quote) bool {
	return (&channelFinder{r.reading}).toldTo(c) == record.Interview
}

// elsewhere reports whether the sentence tells of another occasion than the act on which the words were said: of an
// interview, of the press.
func (r *actFinder) elsewhere(c *scene.Quote, f *discourse.Act) bool {
	for k := c.Lo; k < c.Hi; k++ {
		if r.Body.Lower[k] != f.Noun && r.otherOccasion(c, k, k+1) {
			return true
		}
	}
	return false
}

// otherOccasion reports whether the tokens lo to hi-1 name, outside of the words reported, an occasion of speaking to
// the press or the public.
func (r *actFinder) otherOccasion(c *scene.Quote, lo, hi int) bool {
	s := r.Body
	for k := lo; k < hi; k++ {
		w := s.Lower[k]
		press := words.ConferenceNoun[w] && words.PressWord[s.At(k-1)]
		if (press || words.OtherOccasion[w]) && !scene.Covers(c.Reported, s.Doc.Tokens[k].Span) {
			return true
		}
	}
	return false
}

// answers reports whether the words follow those of the other side of the call or meeting at once.
func (r *actFinder) answers(c *scene.Quote, f *discourse.Act, speakers []*naming.Entity) bool {
	return r.last != nil && r.last.act == f && c.Sentence <= r.last.sentence+1 &&
		!naming.IncludesAny(r.last.speakers, speakers)
}

// conversation opens an act for one person telling another something: what the two say next, they say to each other.
// Its kind is told by "at talks", "during the meeting", or stays unknown.
func (r *actFinder) conversation(c *scene.Quote, speakers []*naming.Entity, to addressed) *discourse.Act {
	s := r.Body
	if to.basis != "named" || !betweenPeople(speakers, to.list) || !c.CueHas(s, words.TellsVerb) {
		return nil
	}
	if _, ok := earlier.SaidBefore(s, c.CueLo, c.CueHi); ok {
		return nil
	}
	f := &discourse.Act{
		Channel: record.UnknownChannel,
		Mutual:  true,
		From:    speakers,
		To:      to.list,
		Span:    s.Doc.Tokens[c.Anchor].Span,
	}
	f.Pos, f.Sentence = f.Span.Start, c.Sentence
	for k := c.Lo; k < c.Hi; k++ {
		if r.reportedAt(c, k) {
			continue
		}
		switch {
		case f.Channel != record.Call && words.EncounterStem[s.Lower[k]]:
			if b := s.At(k - 1); words.EncounterArticle[b] {
				f.Channel, f.Noun = record.Meeting, "meeting"
			}
		case words.PhoneCall[s.Lower[k]]:
			f.Channel, f.Noun = record.Call, "call"
		}
	}
	if f.Said = r.Days.Near(s, c.Lo, c.Hi, c.Anchor, c.Reported); f.Said == nil {
		f.Said = r.wideBeside(c)
	}
	f.Background = r.Days.LongBefore(f.Said)
	f.Medium = r.Carriers.In(c.Lo, c.Hi, c.Reported, speakers)
	return r.Add(f)
}

// betweenPeople reports one person who speaks to one other or two.
func betweenPeople(speakers, to []*naming.Entity) bool {
	return len(speakers) == 1 && len(to) > 0 && len(to) <= 2 && to[0].Person() && speakers[0].Person()
}

// after finds an act after the quote, for the words of a lede whose letter or call is told only later.
func (r *actFinder) after(c *scene.Quote, speakers, to []*naming.Entity) *discourse.Act {
	if c.Sentence > 2 || len(speakers) != 1 || c.Nominal {
		return nil
	}
	if saidBefore(r.Body, c) {
		return nil
	}
	for _, f := range r.Acts {
		if f.Sentence <= c.Sentence || f.Background || !f.Involves(speakers) || f.Mutual && !withParty(f, speakers) {
			continue
		}
		if len(to) == 0 || len(f.To) == 0 || naming.IncludesAny(f.Parties(), to) {
			return f
		}
	}
	return nil
}

// withParty reports whether others than the speakers take part in the act and one of them is a person or a state.
func withParty(f *discourse.Act, speakers []*naming.Entity) bool {
	return slices.ContainsFunc(naming.Without(f.Parties(), speakers), func(e *naming.Entity) bool {
		return e.Person() || e.Kind == actors.State
	})
}

// inside reports whether the act is told within the words reported, or in a clause that only describes who says them.
func inside(c *scene.Quote, f *discourse.Act) bool {
	return f.Sentence == c.Sentence && c.Aside.Contains(f.Span) || scene.Covers(c.Spans.Content, f.Span)
}

// gatheringReach is how many sentences after that of a gathering those who speak may be at it, and pauseThere how many
// after the last words said there.
const gatheringReach, pauseThere = 6, 3

// lasts reports whether the article may still tell of the gathering: it opens with it, it has just been told, or words
// said at it were.
func (r *actFinder) lasts(f *discourse.Act, c *scene.Quote) bool {
	if r.lookedBack(f) && r.Body.ParagraphAt(f.Pos) != r.Body.ParagraphAt(r.Body.Doc.Tokens[c.Anchor].Start) {
		return false
	}
	return f.Sentence <= lede || c.Sentence-f.Sentence <= gatheringReach ||
		r.last != nil && r.last.act == f && c.Sentence-r.last.sentence <= pauseThere
}

// lookedBack reports whether the article went back in time to tell of the act: it has told of a later day before.
func (r *actFinder) lookedBack(f *discourse.Act) bool {
	if f.Sentence < 1 || f.Said == nil || acts.Wide(f.Said) {
		return false
	}
	s := r.Body
	list := s.TimesIn(0, s.Doc.Sentences[f.Sentence].First)
	for i := range list {
		x := &list[i]
		d := r.Days.Of(s, x)
		if d != nil && !x.Dateline && r.Days.CanBe(s, x) && d.Earliest == d.Latest && d.Earliest > f.Said.Latest &&
			!scene.Covers(r.Contents, text.Span{Start: x.Start, End: x.End}) {
			return true
		}
	}
	return false
}

// canAttend reports whether the speakers may have spoken at a gathering: people and bodies, no carriers of news or
// governments.
func canAttend(speakers []*naming.Entity) bool {
	for _, e := range speakers {
		if e.Kind == actors.Medium || e.Kind == actors.State {
			return false
		}
	}
	return true
}

// before is the act that the passage of the quote is about, before its speakers are known.
func (r *actFinder) before(c *scene.Quote) *discourse.Act {
	pos := r.Body.Doc.Tokens[c.Anchor].Start
	for i := len(r.Acts) - 1; i >= 0; i-- {
		if f := r.Acts[i]; f.Pos <= pos && !inside(c, f) {
			return f
		}
	}
	return nil
}

// sharesOccasion reports the ways of speaking and writing that may be on the occasion of which the article tells.
func sharesOccasion(ch record.Channel) bool {
	switch ch {
	case record.Speech, record.ArticleText, record.StatementText, record.Document, record.Message, record.Letter:
		return true
	}
	return false
}

// dated is the act's occasion; a gathering without another date is of the day when it was held.
func dated(act *discourse.Act) *record.Occasion {
	if act.Occasion != nil && act.Channel == record.Speech && act.Occasion.Date == "" && act.Said != nil {
		o := *act.Occasion
		o.Date = act.Said.EDTF
		return &o
	}
	return act.Occasion
}

// birthdayOf tells whose birthday the occasion is where one alone is addressed; another occasion stays as it is.
func birthdayOf(o *record.Occasion, to []*naming.Entity) *record.Occasion {
	if o == nil || len(to) != 1 || !strings.EqualFold(o.Name, "birthday") {
		return o
	}
	named := *o
	named.Name = "birthday of " + to[0].Name
	return &named
}
