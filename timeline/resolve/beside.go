package resolve

import (
	"strings"

	"demarche/quotes"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
	"demarche/timeline/scene"
)

// cueReader reads the addressees that stand beside the cue of a quote or that its demand is made of. It does not know
// who else takes part in the act that it hands on to what it asks.
type cueReader struct {
	*reading
	phrases phrases
}

// find reads the phrases beside the cue: the first of their readers that finds somebody decides.
func (r *cueReader) find(c *scene.Quote, speakers []*naming.Entity, act *discourse.Act) addressed {
	if c.Naming(r.Body) {
		return addressed{} // "called | the minister a liar"
	}
	for _, read := range []func(*scene.Quote, []*naming.Entity, *discourse.Act) addressed{
		r.told,
		r.introducedTo,
		r.openingContent,
		r.urged,
		func(c *scene.Quote, by []*naming.Entity, _ *discourse.Act) addressed { return r.demandedOf(c, by) },
		func(c *scene.Quote, _ []*naming.Entity, act *discourse.Act) addressed {
			return r.besideClause(c, act)
		},
		r.givenTo,
		r.givenThat,
	} {
		if a := read(c, speakers, act); len(a.list) > 0 {
			return a
		}
	}
	return addressed{}
}

// told reads the phrase after a cue that takes an addressee: "told X that".
func (r *cueReader) told(c *scene.Quote, speakers []*naming.Entity, act *discourse.Act) addressed {
	if c.CueHi <= c.CueLo || !c.CueHas(r.Body, words.TellingVerb) && !toldTo(r.Body, c) {
		return addressed{}
	}
	if a := r.wasTold(c, act); len(a.list) > 0 {
		return a
	}
	return r.inGap(c, speakers, act)
}

// wasTold reads the subject of a cue in the passive: "Moss was told that", "Moss left after being told that".
func (r *cueReader) wasTold(c *scene.Quote, act *discourse.Act) addressed {
	s := r.Body
	be := c.CueHi - 2
	for be > c.Lo && strings.HasPrefix(s.Doc.Tokens[be].Tag, "RB") {
		be--
	}
	if be <= c.Lo || !words.BeForm[s.Lower[be]] || !c.CueHas(s, words.BareObjectVerb) {
		return addressed{}
	}
	lo, hi := passiveSubject(s, c.Lo, be)
	if lo < 0 {
		return addressed{}
	}
	if c.Nested && words.PersonalSubject[s.Lower[hi-1]] { // "Lind said that | he | had been told"
		return addressed{list: r.enclosing(hi - 1), basis: "named", at: s.Span(hi-1, hi)}
	}
	return r.phrases.partyAt(lo, hi, act)
}

// openingContent reads the addressee taken for the start of the content: "told | Putin that he".
func (r *cueReader) openingContent(c *scene.Quote, _ []*naming.Entity, act *discourse.Act) addressed {
	s := r.Body
	bare := c.CueHas(s, words.BareObjectVerb) && !c.CueHas(s, words.CallingVerb)
	giving := c.CueHas(s, words.GivingVerb)
	if !bare && !giving || c.ContentLo < c.CueHi || c.Spans.Form == quotes.Direct {
		return addressed{}
	}
	e := s.PhraseEnd(c.ContentLo, c.ContentHi)
	if e <= c.ContentLo || e >= c.ContentHi || s.Lower[c.ContentLo] == "that" {
		return addressed{}
	}
	if w := s.Lower[e]; (w != "that" || !bare) && (w != "to" || !giving) {
		return addressed{}
	}
	return addressed{list: acts.SpokenTo(r.Referents(c.ContentLo, e, act)), basis: "named", at: s.Span(c.ContentLo, e)}
}

// givenTo reads to whom something is given after the words: "conveyed ... to X".
func (r *cueReader) givenTo(c *scene.Quote, _ []*naming.Entity, act *discourse.Act) addressed {
	s := r.Body
	if !c.CueHas(s, words.GivingVerb) || s.At(c.EndHi) != "to" {
		return addressed{}
	}
	e := s.PhraseEnd(c.EndHi+1, c.Hi)
	return addressed{list: acts.SpokenTo(r.Referents(c.EndHi+1, e, act)), basis: "named", at: s.Span(c.EndHi+1, e)}
}

// givenThat reads to whom something is given that the words name next: "offered | Denmark help", "promised | Moss a
// seat".
func (r *cueReader) givenThat(c *scene.Quote, _ []*naming.Entity, _ *discourse.Act) addressed {
	s := r.Body
	m := s.MentionAt(c.ContentLo)
	if !c.CueHas(s, words.OfferingVerb) || m == nil || c.ContentLo != c.CueHi || m.Kind == actors.ByDemonym {
		return addressed{}
	}
	lo, hi := s.Range(m.Span)
	if hi >= c.ContentHi || s.Lower[hi] == "'s" {
		return addressed{}
	}
	tag := s.Doc.Tokens[hi].Tag
	gift := tag == "DT" || tag == "CD" || tag == "JJ" || strings.HasPrefix(tag, "NN") || tag == "PRP$"
	if !gift {
		return addressed{}
	}
	return addressed{list: acts.SpokenTo(r.Referents(lo, hi, nil)), basis: "named", at: m.Span}
}

// inGap reads the phrase between cue and content, or after the cue where the content stands before it: "told X that",
// "drew the attention of X to", "expressed gratitude to X for", `"...," he told X`.
func (r *cueReader) inGap(c *scene.Quote, speakers []*naming.Entity, act *discourse.Act) addressed {
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
	end := hearerEnd(s, start, hi)
	if end <= start {
		return addressed{}
	}
	at := s.Span(start, end)
	if end-start == 1 && words.FirstPerson[s.Lower[start]] {
		if !c.Nested {
			return addressed{}
		}
		return addressed{list: r.enclosing(start), basis: "named", at: at}
	}
	if end-start == 1 && words.ObjectPronoun[s.Lower[start]] {
		if ownAudience(s, end, hi) {
			return addressed{}
		}
		return addressed{list: r.phrases.object(c, speakers, act, s.Lower[start]), basis: "named", at: at}
	}
	if toAudience(s, start, end) {
		return addressed{}
	}
	if list := r.phrases.meant(start, end, hi, speakers, act); len(list) > 0 {
		return addressed{list: list, basis: "named", at: at}
	}
	list := acts.SpokenTo(r.Referents(start, end, act))
	if r.toldNews(c, list, start, end) || unmetCompanion(s, start, end, list) {
		return addressed{}
	}
	if len(list) == 0 {
		list = r.phrases.told(start, end, act)
	}
	return addressed{list: list, basis: "named", at: at}
}

// longestGap is the number of tokens after a cue among which its addressee is looked for.
const longestGap = 40

// gapPhrase returns the token at which the addressee begins after a cue, from token lo: at once after "told", after
// "to", "on" or "of" after others; -1 where the cue takes none there.
func gapPhrase(s *scene.Scene, c *scene.Quote, lo, hi int) int {
	bare := c.CueHas(s, words.BareObjectVerb)
	switch w := s.At(lo); {
	case w == "to", (w == "on" || w == "upon") && c.CueHas(s, words.CallingVerb), w == "of" && bare:
		return lo + 1
	case w == "from" && c.CueHas(s, words.Demand): // "demanded from | Denmark"
		return lo + 1
	case w == "on", w == "upon", w == "of":
		return -1
	case bare, s.At(lo-1) == "to" && lo == c.CueHi: // "told | him", "conveyed to | him"
		return lo
	}
	for k := lo; k < hi && k <= lo+6; k++ {
		switch w := s.Lower[k]; {
		case w == "to" && words.JourneyNoun[s.At(k-1)]: // "said during a visit to Oslo"
		case w == "to":
			return k + 1
		case w == "that" || w == "," || w == ":":
			return -1
		}
	}
	return -1
}

// demandedOf finds the state of which the content of a demand or protest speaks as the one to act: "demanded | the
// pull-out of Danish troops", "demanded | an explanation from Denmark", "protested against | Denmark's plan".
func (r *cueReader) demandedOf(c *scene.Quote, speakers []*naming.Entity) addressed {
	s := r.Body
	if !c.CueHas(s, words.Demand) || len(speakers) == 0 || c.ContentLo < c.CueHi {
		return addressed{}
	}
	for k := c.ContentLo; k < min(c.ContentHi, c.ContentLo+16); k++ {
		m := s.MentionAt(k)
		if m == nil || m.Actor.Kind != actors.State || m.Actor.State == speakers[0].State {
			continue
		}
		lo, hi := s.Range(m.Span)
		if s.At(hi) == "'s" || words.Forces[s.At(hi)] || words.DemandLead[s.At(lo-1)] {
			return addressed{list: []*naming.Entity{r.StateEntity(m.Actor)}, basis: "named", at: m.Span}
		}
	}
	m := s.MentionAt(c.EndHi + 1) // "demanded | an apology | from Denmark"
	if m == nil || !words.DemandLead[s.At(c.EndHi)] || m.Actor.Kind != actors.State || m.Actor.State == speakers[0].State {
		return addressed{}
	}
	return addressed{list: []*naming.Entity{r.StateEntity(m.Actor)}, basis: "named", at: m.Span}
}

// introducedTo reads to whom the clause before a colon tells the words, see [introduction].
func (r *cueReader) introducedTo(c *scene.Quote, speakers []*naming.Entity, act *discourse.Act) addressed {
	s := r.Body
	k := introduction(r.Body, c)
	if k < 0 {
		return addressed{}
	}
	lo := k + 1
	if s.Lower[lo] == "to" {
		lo++
	}
	end := s.PhraseEnd(lo, c.ContentLo-1)
	if end <= lo || toAudience(s, lo, end) {
		return addressed{}
	}
	list := naming.Without(acts.SpokenTo(r.Referents(lo, end, act)), speakers)
	return addressed{list: list, basis: "named", at: s.Span(lo, end)}
}

// besideClause reads whom the clause beside the cue turns to: `"You shall not," Lind wrote, addressing Moss`,
// "Addressing Moss, Lind said", "Lind protested to Moss, saying that".
func (r *cueReader) besideClause(c *scene.Quote, act *discourse.Act) addressed {
	s := r.Body
	if k := s.AfterDateline(c.Lo); words.AddressingForm[s.At(k)] && k < c.CueLo && !c.Nested {
		if a := r.faced(k+1, c.CueLo, act); len(a.list) > 0 && oneWhoHears(a.list[0]) {
			return a
		}
	}
	for k := c.CueHi; k < min(c.Hi, c.CueHi+10) && c.CueHi > c.CueLo; k++ {
		if words.AddressingForm[s.Lower[k]] && s.At(k-1) == "," {
			return r.faced(k+1, c.Hi, act)
		}
	}
	if c.CueHi <= c.CueLo || s.Doc.Tokens[c.CueLo].Tag != "VBG" || s.At(c.CueLo-1) != "," {
		return addressed{}
	}
	for k := max(c.SourceHi, c.Lo); k < min(c.SourceHi+5, c.CueLo); k++ {
		if words.ProtestNoun[s.Lower[k]] && (s.At(k+1) == "with" || s.At(k+1) == "to") {
			return r.phrases.partyAt(k+2, r.timeStart(k+2, c.CueLo-1), act)
		}
		if at := turnedTo(s, k); at >= 0 && k < c.SourceHi+4 {
			return r.phrases.partyAt(at, giftStart(s, at, c.CueLo-1), act)
		}
	}
	return addressed{}
}

// faced reads the phrase after the participle before token k: "addressing | Moss", "turning to | Moss". Who turns to a
// state rather comes to speak of it.
func (r *cueReader) faced(k, hi int, act *discourse.Act) addressed {
	if r.Body.At(k) != "to" {
		return r.phrases.partyAt(k, hi, act)
	}
	a := r.phrases.partyAt(k+1, hi, act)
	if len(a.list) == 0 || !a.list[0].Person() {
		return addressed{}
	}
	return a
}

// timeStart returns the token before hi at which an adverbial of time begins: "with the embassy | on Monday". hi for
// none.
func (r *cueReader) timeStart(lo, hi int) int {
	for k := lo; k < hi; k++ {
		if r.Body.InTime(k) || words.DayLead[r.Body.Lower[k]] && r.Body.InTime(k+1) {
			return k
		}
	}
	return hi
}

// giftStart returns the token before hi at which what somebody is given begins: "gave Israel | a warning". hi for none.
func giftStart(s *scene.Scene, lo, hi int) int {
	for k := lo + 1; k < hi; k++ {
		if words.IndefiniteArticle[s.Lower[k]] {
			return k
		}
	}
	return hi
}

// urged reads who is to do what the content demands: "urged | both sides to show restraint".
func (r *cueReader) urged(c *scene.Quote, speakers []*naming.Entity, act *discourse.Act) addressed {
	s := r.Body
	urging := c.CueHas(s, words.UrgingVerb) || toldToAct(s, c) || insistedOn(s, c)
	if !urging || c.Spans.Form == quotes.Direct || c.Spans.Form == quotes.Unmarked {
		return addressed{}
	}
	a := r.inContent(c, speakers, act)
	if len(naming.Without(a.list, speakers)) == 0 {
		return addressed{}
	}
	return a
}

// toldToAct reports words that tell or warn somebody to do or not to do something: "warned | the neighbours not to
// wait", "told | Ottawa to think again".
func toldToAct(s *scene.Scene, c *scene.Quote) bool {
	if !c.CueHas(s, words.WarningVerb) && !c.CueHas(s, words.TellsVerb) {
		return false
	}
	e := s.PhraseEnd(c.ContentLo, c.ContentHi)
	return s.At(c.ContentLo-1) != "that" && e > c.ContentLo && (s.At(e) == "to" || s.At(e) == "not" && s.At(e+1) == "to")
}

// inContent reads the first phrase of the content of a demand: "urged | both sides to show restraint".
func (r *cueReader) inContent(c *scene.Quote, speakers []*naming.Entity, act *discourse.Act) addressed {
	s := r.Body
	lo, hi := c.ContentLo, c.ContentHi
	for lo < hi && beforeDemand(s.Lower[lo]) {
		lo++
	}
	if lo >= hi || s.Lower[lo] == "to" || s.Lower[lo] == "not" || s.Doc.Tokens[lo].Tag == "VBG" {
		return addressed{}
	}
	_, last := s.SentenceBounds(lo)
	limit := min(hi, max(last, lo+1))
	if limit < hi && lo+12 > limit { // a sentence split inside a name
		limit = min(hi, lo+longestGap)
	}
	end := actorEnd(s, lo, limit)
	if end == lo || s.Lower[end] != "to" && strings.HasSuffix(c.CueText(s), " for") {
		return addressed{} // "called for | talks", but "called for | the North to talk"
	}
	if doneTo(s, c, lo, end) {
		return addressed{}
	}
	end = r.stateAlone(lo, end)
	list := r.pronounUrged(c, lo, end, speakers, act)
	if len(list) == 0 {
		list = r.phrases.meant(lo, end, end, speakers, act)
	}
	if len(list) == 0 {
		list = r.calledUpon(lo, end, act)
	}
	return addressed{list: list, basis: "named", at: s.Span(lo, end)}
}

// stateAlone returns the token after the name of the state with which a phrase begins where an adjunct follows it:
// "asked | Denmark | for samples", "advised | Denmark | after the storm to wait". hi for every other phrase.
func (r *cueReader) stateAlone(lo, hi int) int {
	s := r.Body
	m := s.MentionAt(s.SkipDeterminer(lo, hi))
	if m == nil || m.Actor.Kind != actors.State || m.Kind == actors.ByDemonym {
		return hi
	}
	if _, k := s.Range(m.Span); k < hi && adjunctAt(s, k) {
		return k
	}
	return hi
}

// calledUpon are those whom the phrase at tokens lo to end-1, of which something is demanded, names.
func (r *cueReader) calledUpon(lo, end int, act *discourse.Act) []*naming.Entity {
	s := r.Body
	list := acts.SpokenTo(r.phrases.read(lo, end, act))
	if s.Lower[lo] == "it" && len(list) > 0 && list[0].Person() {
		return nil
	}
	if s.Lists.Joins(lo, end) && (len(list) == 0 || andOthers(s, lo, end)) {
		list = r.phrases.statesIn(lo, end) // "Norway and other countries"
	}
	if len(list) == 0 && (s.Lower[end] == "to" || s.Lower[end] == "not") {
		list = r.phrases.crowd(lo, end, act)
	}
	return list
}
