package resolve

import (
	"strings"

	"demarche/quotes/text"
	"demarche/timeline/dates"
	"demarche/timeline/earlier"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// sceneDays gives words for which the day of publication stands in the day of the scene in which they are told: that
// which a sentence before them in their paragraph tells, or that of the words of others whom they answer.
func (r *hindsight) sceneDays(list []*scene.Quote, out []resolved) {
	for i := range out {
		x, c := &out[i], list[i]
		if x.Said.Basis != dates.Published || c.Nested || x.asked || earlier.ToldAsEarlier(r.Body, c) {
			continue
		}
		for _, day := range []func(int, []*scene.Quote, []resolved) *record.Said{
			r.dayOfParagraph, r.dayOfAnswer, r.dayOfScene, r.dayOfHouse,
		} {
			if d := day(i, list, out); d != nil {
				x.Said = *d
				break
			}
		}
	}
}

// standIn lets the day of the article's dateline stand in for that of its words where nothing but its publication
// would.
func (r *dayFinder) standIn(out []resolved) {
	d := r.dateline()
	if d == nil {
		return
	}
	for i := range out {
		if x := &out[i]; x.Said.Basis == dates.Published {
			x.Said = *d
			x.Decided.Day.By, x.Decided.Day.Evidence = "dateline", d.Evidence
		}
	}
}

// datelineLag is the number of days after that of its dateline by which an article is published at the latest; an older
// dateline is one that the article cites.
const datelineLag = 7

// dateline is the day of the dateline with which the article begins, nil where it has none.
func (r *dayFinder) dateline() *record.Said {
	s := r.Body
	if len(s.Times) == 0 || !s.Times[0].Dateline {
		return nil
	}
	x := &s.Times[0]
	d, ok := x.Date()
	if !ok || d.Earliest == "" || d.Earliest != d.Latest {
		return nil
	}
	if r.Day != "" && (d.Earliest > r.Day || dates.DaysBetween(d.Earliest, r.Day) > datelineLag) {
		return nil
	}
	return &record.Said{Date: d, Basis: dates.Dateline, Evidence: text.Span{Start: x.Start, End: x.End}}
}

// dayOfParagraph is the day told last before quote i in its paragraph, by a sentence in which nobody else speaks; nil
// for none. What a page of a ministry tells beside is of others.
func (r *hindsight) dayOfParagraph(i int, list []*scene.Quote, out []resolved) *record.Said {
	s, c := r.Body, list[i]
	if len(s.Doc.Paragraphs) == 0 || r.OwnSite {
		return nil
	}
	from := s.Doc.Paragraphs[s.ParagraphAt(s.Doc.Tokens[c.Lo].Start)].Start
	for n := c.Sentence - 1; n >= 0 && s.Doc.Sentences[n].Start >= from; n-- {
		sn := s.Doc.Sentences[n]
		d := r.Days.Near(s, sn.First, sn.Last, sn.First, scene.Overlapping(r.Contents, sn.Span))
		if d == nil {
			continue
		}
		at, _ := s.Range(d.Evidence)
		if d.Earliest != d.Latest || s.Contains(sn.First, sn.Last, "had") || inRelative(s, sn.First, at) ||
			othersSpeak(n, i, list, out) || r.past(d) && !named(s, sn.First, sn.Last, out[i].speakers) {
			return nil
		}
		return d
	}
	return nil
}

// dayOfAnswer is the day of the words before quote i where the sentence before it, in which nobody speaks, tells that
// an answer to them came within hours: "Moscow's answer came within the hour."; nil for none.
func (r *hindsight) dayOfAnswer(i int, list []*scene.Quote, out []resolved) *record.Said {
	s, n := r.Body, list[i].Sentence-1
	if n < 0 || s.Doc.Sentences[n].Start < s.Doc.Paragraphs[s.ParagraphAt(s.Doc.Tokens[list[i].Lo].Start)].Start {
		return nil
	}
	sn := s.Doc.Sentences[n]
	for k := sn.First; k < sn.Last; k++ {
		if !earlier.HoursLater(s, k) {
			continue
		}
		for j := i - 1; j >= 0; j-- {
			if q := list[j]; q.Sentence == n {
				return nil
			} else if !q.Nested {
				return r.dayOf(&out[j], k, q)
			}
		}
	}
	return nil
}

// dayOf is the day of the words x that quote q tells, where they have one; else the one told last before token k.
func (r *hindsight) dayOf(x *resolved, k int, q *scene.Quote) *record.Said {
	if d := x.Said; d.Basis != dates.Published && len(d.EDTF) == 10 && !earlier.ToldAsEarlier(r.Body, q) {
		return &d
	}
	if d := earlier.DayOfHour(r.Reader, k, false); d != nil && !r.past(d) {
		return d
	}
	return nil
}

// lately is the number of days within which a day told beside words may be theirs though it is told of others.
const lately = 7

// past reports whether the day lies further back than the story of the article.
func (r *hindsight) past(d *record.Said) bool {
	return r.Day != "" && dates.DaysBetween(d.Latest, r.Day) > lately
}

// named reports whether one of the speakers is named among the tokens, by the last word of the name.
func named(s *scene.Scene, lo, hi int, speakers []*naming.Entity) bool {
	for _, e := range speakers {
		if name := strings.Fields(strings.ToLower(e.Name)); len(name) > 0 && s.Contains(lo, hi, name[len(name)-1]) {
			return true
		}
	}
	return false
}

// othersSpeak reports whether somebody else than the speakers of quote i is told to speak in sentence n.
func othersSpeak(n, i int, list []*scene.Quote, out []resolved) bool {
	for j := i - 1; j >= 0 && list[j].Sentence >= n; j-- {
		if list[j].Sentence == n && !list[j].Nested && !sameVoice(&out[j], &out[i]) {
			return true
		}
	}
	return false
}

// relativeIn reports whether a relative clause opens between the tokens: "the Serbs | who walked out on | 5 November".
func relativeIn(s *scene.Scene, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if words.WhoForm[s.Lower[k]] {
			return true
		}
	}
	return false
}

// relativeReach is how many tokens before "in which" the noun of what it goes back to may stand.
const relativeReach = 12

// relativeChannel is the channel of the text or event of which the clause of the cue tells: "a letter to the council in
// which | Lind asked", "the news conference at which | he said". Unknown where the cue stands in no such clause.
func (r *channelFinder) relativeChannel(c *scene.Quote) record.Channel {
	s := r.Body
	w := c.SourceLo - 1
	if c.SourceHi <= c.SourceLo || c.CueLo < c.SourceHi || !words.WhoForm[s.At(w)] || !words.HeldAt[s.At(w-1)] {
		return record.UnknownChannel
	}
	for k := w - 2; k >= max(c.Lo, w-relativeReach) && (!s.FiniteVerb(k) || words.PostedForm[s.Lower[k]]); k-- {
		if ofPress(s, k) {
			return record.PressConference
		}
		if platformAt(s, k) {
			return record.Post
		}
		if ch := textChannel(s, k); ch != record.UnknownChannel {
			return ch
		}
	}
	return record.UnknownChannel
}

// textChannel is the channel of the text whose noun stands at token k. A message on the screen is a speech.
func textChannel(s *scene.Scene, k int) record.Channel {
	ch := nounChannel(s.Lower[k])
	switch {
	case ch == record.Message && words.BroadcastModifier[s.At(k-1)]:
		return record.Speech // "in a televised | message"
	case ch == record.StatementText && words.OfSeveral[s.At(k-1)]:
		return record.JointStatement
	}
	return ch
}

// inRelative reports whether token at stands in a relative clause of the sentence, whose first token is given.
func inRelative(s *scene.Scene, first, at int) bool {
	return relativeIn(s, first, at) || s.Clauses.OfWhich(at)
}

// sceneBack is how many sentences before a quote the words that it answers may stand.
const sceneBack = 3

// dayOfScene is the day of the words told right before quote i, of others whom it answers or joins; nil for none.
func (r *hindsight) dayOfScene(i int, list []*scene.Quote, out []resolved) *record.Said {
	j := r.rightBefore(i, list)
	if j < 0 || !r.joins(list[i]) {
		return nil
	}
	if d := out[j].Said; d.Basis != dates.Published && len(d.EDTF) == 10 {
		return &d
	}
	return nil
}

// dayOfHouse is the day with which the article opens, for words that quote i tells to the assembly or crowd of which
// the article speaks: "told | the Council", "assured | members"; nil for none. Words to "a crowd" may have fallen
// anywhere.
func (r *hindsight) dayOfHouse(i int, list []*scene.Quote, _ []resolved) *record.Said {
	s, c := r.Body, list[i]
	if r.OwnSite || c.CueHi <= c.CueLo || !r.toHouse(c) {
		return nil
	}
	for n := 0; n < min(2, c.Sentence, len(s.Doc.Sentences)); n++ {
		sn := s.Doc.Sentences[n]
		d := r.Days.Near(s, sn.First, sn.Last, sn.First, scene.Overlapping(r.Contents, sn.Span))
		if d == nil {
			continue
		}
		at, _ := s.Range(d.Evidence)
		if d.Earliest != d.Latest || r.past(d) || s.Contains(sn.First, sn.Last, "had") || s.Clauses.OfWhich(at) {
			return nil
		}
		return d
	}
	return nil
}

// toHouse reports whether right after the cue stands an audience that the text takes as known.
func (r *hindsight) toHouse(c *scene.Quote) bool {
	s := r.Body
	for k := c.CueHi; k < min(c.CueHi+houseReach, c.Hi); k++ {
		switch w := s.Lower[k]; {
		case r.reportedAt(c, k), words.AudienceEnd[w], words.IndefiniteArticle[w], s.FiniteVerb(k):
			return false
		case words.SpeechAudience[w] && !words.ScatteredAudience[w] && !words.SpeechAudience[s.At(k+1)]:
			return k == c.CueHi && words.HouseMembers[w] || s.Lower[c.CueHi] == "the" && r.knownHouse(c.CueHi+1, k)
		}
	}
	return false
}

// knownHouse reports whether the audience that ends at token k, from lo on after "the", is one of which the article has
// told: by its noun alone, with or without a number, or by a name that its opening has.
func (r *hindsight) knownHouse(lo, k int) bool {
	s := r.Body
	if s.Capital(k) {
		opening := s.Doc.Sentences[min(1, len(s.Doc.Sentences)-1)].Last
		return s.Contains(0, min(opening, lo), s.Lower[k])
	}
	return lo == k || lo+1 == k && s.Doc.Tokens[lo].Tag == "CD"
}

// houseReach is the number of tokens after the cue among which its audience stands: "the 15 members", "the UN Security
// Council".
const houseReach = 5

// rightBefore is the quote told last before quote i in its scene, -1 for none.
func (r *hindsight) rightBefore(i int, list []*scene.Quote) int {
	for j := i - 1; j >= 0; j-- {
		switch {
		case list[j].Nested:
			continue
		case list[i].Sentence-list[j].Sentence > sceneBack, earlier.ToldAsEarlier(r.Body, list[j]):
			return -1
		}
		return j
	}
	return -1
}

// sceneEvents gives words with no occasion of their own the event at which the words right before them were said, where
// they answer these, or go on with them in the same paragraph.
func (r *hindsight) sceneEvents(list []*scene.Quote, out []resolved) {
	for i := range out {
		x, c := &out[i], list[i]
		if x.Occasion != nil || c.Nested || x.asked || earlier.ToldAsEarlier(r.Body, c) {
			continue
		}
		j := r.rightBefore(i, list)
		if j < 0 || out[j].Occasion == nil || !sameHour(x, &out[j]) {
			continue
		}
		if r.joins(c) || sameVoice(x, &out[j]) && r.oneParagraph(c, &out[j]) {
			x.Occasion = out[j].Occasion
		}
	}
}

// sameHour reports whether the words may have been said at the event of the others: on the same day, as far as is
// known, and aloud.
func sameHour(x, y *resolved) bool {
	if x.Said.Basis != dates.Published && x.Said.EDTF != y.Said.EDTF {
		return false
	}
	return x.Channel == record.UnknownChannel || x.Channel == y.Channel
}

// joins reports whether the sentence of the quote tells, outside of all words, that its speakers answer others or speak
// where they do: "told the same briefing", "Moss, who stood next to him, said".
func (r *hindsight) joins(c *scene.Quote) bool {
	s := r.Body
	for k := c.Lo; k < c.Hi; k++ {
		if r.reportedAt(c, k) && !c.Aside.Contains(s.Doc.Tokens[k].Span) {
			continue
		}
		there := k == c.Lo && words.InThatPlace[s.Lower[k]] && s.At(k+1) == ","
		replying := k >= c.CueLo && k < c.CueHi && words.Replying[s.Lower[k]]
		if there || replying || s.HasPhrase(k, words.SameScene) || ofCompanion(s, k) {
			return true
		}
	}
	return false
}

// ofCompanion reports whether token k opens the name of the office of whom another has just spoken beside: "his Chilean
// counterpart".
func ofCompanion(s *scene.Scene, k int) bool {
	return words.PossessivePerson[s.Lower[k]] && s.StateAt(k+1) && words.Companion[s.At(k+2)]
}

// sceneChannels gives words that tell nothing of how they were said the channel of the scene in which they are told:
// that which the next words of their speakers tell at once, "Lind condemned the raid. “It must stop,” she told
// reporters", or that of the speech of another whom they answer.
func (r *hindsight) sceneChannels(list []*scene.Quote, out []resolved) {
	for i := len(list) - 1; i >= 0; i-- {
		if y := r.toldAtOnce(i, list, out); y != nil {
			out[i].Channel = y.Channel
		}
	}
	for i, c := range list {
		x := &out[i]
		if !r.leftOpen(x, c) {
			continue
		}
		if j := r.rightBefore(i, list); j >= 0 && out[j].Channel == record.Speech && r.joins(c) && sameDay(x, &out[j]) {
			x.Channel = record.Speech
		}
	}
}

// leftOpen reports whether nothing tells how the words were said.
func (r *hindsight) leftOpen(x *resolved, c *scene.Quote) bool {
	return x.Channel == record.UnknownChannel && x.act == nil && !c.Nested && !x.asked &&
		len(x.speakers) > 0 && !earlier.ToldAsEarlier(r.Body, c)
}

// toldAtOnce is the report of the words right after those of quote i, of the same speakers, which tell that they were
// said before the press or stand in a statement; nil for none, and for words of a later hour.
func (r *hindsight) toldAtOnce(i int, list []*scene.Quote, out []resolved) *resolved {
	x, c := &out[i], list[i]
	for j := i + 1; j < len(list) && r.leftOpen(x, c); j++ {
		y, q := &out[j], list[j]
		if q.Nested {
			continue
		}
		said := y.Channel == record.PressConference || y.Channel == record.StatementText
		if !said || q.Sentence > c.Sentence+1 || !sameVoice(x, y) || !sameDay(x, y) || earlier.ToldAsEarlier(r.Body, q) {
			return nil
		}
		for k := q.Lo; k < q.Hi; k++ {
			if words.AfterOffset[r.Body.Lower[k]] && !r.reportedAt(q, k) {
				return nil
			}
		}
		return y
	}
	return nil
}

// sameDay reports whether the words may have been said on the day of the others, as far as is known.
func sameDay(x, y *resolved) bool {
	return x.Said.Basis == dates.Published || y.Said.Basis == dates.Published || x.Said.EDTF == y.Said.EDTF
}
