package resolve

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/choice"
	"demarche/timeline/dates"
	"demarche/timeline/discourse"
	"demarche/timeline/earlier"
	"demarche/timeline/happening"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// dayFinder finds the day of a quote: by the words around its cue, by its act, by the dateline or the day of
// publication. What other quotes tell of their days it does not know.
type dayFinder struct{ *reading }

// occasionFinder finds the occasion of a quote: by its own sentence, by its act or by the opening of the article.
type occasionFinder struct{ *reading }

// find decides the day of a quote: the words around its own cue, then the act that it belongs to, then publication.
func (r *dayFinder) find(c *scene.Quote, speakers []*naming.Entity, act *discourse.Act) record.Said {
	s := r.Body
	if d := earlier.DayFromEvent(r.Reader, c); d != nil {
		return *d
	}
	if sp, ok := earlier.SaidBefore(s, c.CueLo, c.CueHi); ok && c.CueHi > c.CueLo && r.Day != "" {
		return record.Said{Date: dates.OnOrBefore(r.Day), Basis: dates.Relative, Evidence: sp}
	}
	if (c.Nominal || r.spokenOf(c)) && r.Day != "" {
		return record.Said{Date: dates.OnOrBefore(r.Day), Basis: dates.Relative}
	}
	if d := r.dayWhen(c); d != nil {
		return *d
	}
	if r.Day != "" && earlier.ToldAfter(r.Reader, c) {
		return record.Said{Date: dates.OnOrBefore(r.Day), Basis: dates.Relative, Evidence: s.Span(c.CueLo, c.CueHi)}
	}
	if d := r.Days.Near(s, c.Lo, c.Hi, c.Anchor, c.Reported); d != nil && r.decides(d, c, act) {
		return *d
	}
	if d := r.dayOfReport(c, speakers); d != nil {
		return *d
	}
	if d := r.around(c, speakers, act); d != nil {
		return *d
	}
	return r.afar(c, act)
}

// spokenOf reports whether the cue is a noun for words of somebody of which others speak: "dismissed | Peru's claim |
// that", "repeated | his pledge | that". A time in the phrase is that of the words, and none is known without.
func (r *dayFinder) spokenOf(c *scene.Quote) bool {
	s := r.Body
	if c.CueHi != c.CueLo+1 || !s.NounTag(c.CueLo) || c.SourceHi <= c.SourceLo || c.SourceLo >= c.CueLo ||
		c.ContentLo < c.CueHi || len(s.TimesIn(c.SourceLo, c.ContentLo)) > 0 {
		return false
	}
	last := c.CueLo - 1
	m := s.MentionAt(last)
	demonym := m != nil && m.Kind == actors.ByDemonym
	w := s.Lower[last]
	if !demonym && !words.PossessiveMark[w] && !words.PossessivePerson[w] && w != "its" {
		return false
	}
	for k := c.Lo; k < c.SourceLo; k++ {
		if s.FiniteVerb(k) {
			return true
		}
	}
	return false
}

// dayWhen is the time that the clause of the cue takes up with "when": "memories of 2015, when Peru accused", "dates
// from Dec. 19, when Lind invited", or with "in which": "a tape from 2019 in which Lind told"; nil for none.
func (r *dayFinder) dayWhen(c *scene.Quote) *record.Said {
	s := r.Body
	lo, hi := c.CueLo, c.CueHi
	if c.SourceHi > c.SourceLo && c.SourceHi <= c.CueLo {
		lo = c.SourceLo
	}
	k := lo - 1
	switch {
	case hi <= c.CueLo || k < 3:
		return nil
	case s.Lower[k] == "when":
		k--
	case s.Lower[k] == "which" && (s.Lower[k-1] == "in" || s.Lower[k-1] == "at"):
		k -= 2
	default:
		return nil
	}
	if s.Lower[k] == "," {
		k--
	}
	x := s.TimeAt(k)
	if x == nil || x.Type == "SET" || x.Type == "DURATION" || c.Reports(text.Span{Start: x.Start, End: x.End}) {
		return nil
	}
	d := r.Days.Of(s, x)
	if d == nil || d.EDTF == "" || r.Day != "" && d.Earliest > r.Day {
		return nil
	}
	return d
}

// dayOfReport is the day beside the cue of a carrier of news whose own report is cited: "The daily reported | on May 1
// | that"; nil for none.
func (r *dayFinder) dayOfReport(c *scene.Quote, speakers []*naming.Entity) *record.Said {
	s := r.Body
	k := c.CueHi
	for words.DayLead[s.At(k)] && !s.InTime(k) {
		k++
	}
	x := s.TimeAt(k)
	m := s.MentionAt(c.SourceHi - 1)
	medium := acts.OnlyMedium(speakers) || c.SourceHi > c.SourceLo && m != nil && m.Actor.Kind == actors.Medium
	if c.CueHi <= c.CueLo || !medium || x == nil || !r.Days.CanBe(s, x) ||
		c.Reports(text.Span{Start: x.Start, End: x.End}) {
		return nil
	}
	return r.Days.Of(s, x)
}

// around is the day that the words around a quote tell otherwise than by an expression beside its cue: at the start of
// its content, by "recently", "at the time", or before the first turn of an interview. nil for none.
func (r *dayFinder) around(c *scene.Quote, speakers []*naming.Entity, act *discourse.Act) *record.Said {
	if d := earlier.DayOfMain(r.Reader, c); d != nil {
		return d
	}
	if act == nil || act.Said == nil {
		if d := earlier.AtStart(r.Reader, c); d != nil {
			return d
		}
		if d := earlier.Lately(r.Reader, c); d != nil {
			return d
		}
	}
	if d := earlier.DayBy(r.Reader, c); d != nil {
		return d
	}
	if d := earlier.DayThen(r.Reader, c); d != nil && (r.Day == "" || d.Earliest <= r.Day) {
		return d
	}
	return choice.DayOfInterview(r.Reader, c, r.turn, speakers)
}

// afar is the day that is told at a distance: of the act that the quote belongs to, of the heading of a chronicle, of
// the wide stretch of time that its sentence states; else that of publication.
func (r *dayFinder) afar(c *scene.Quote, act *discourse.Act) record.Said {
	headed := r.Days.Headed(r.Body.Doc.Tokens[c.Anchor].Start)
	if r.toOutlet(c) && headed == nil && (act == nil || !act.ToldIn(c.Sentence)) {
		return record.Said{Date: r.Published, Basis: dates.Published}
	}
	if act != nil && act.Said != nil && (headed == nil || act.Pos > headed.Evidence.Start) {
		return *act.Said
	}
	if headed != nil {
		return *headed
	}
	if d := r.wideBeside(c); d != nil {
		return *d
	}
	return record.Said{Date: r.Published, Basis: dates.Published}
}

// decides reports whether a day told beside the cue is that of the words though their act has another: the act is
// told elsewhere and the sentence tells a single day, or its clause has a day of its own.
func (r *dayFinder) decides(d *record.Said, c *scene.Quote, act *discourse.Act) bool {
	switch {
	case act == nil || act.Said == nil, acts.PlacedAfter(r.Body, c.Lo, c.Anchor) >= 0:
		return true
	case act.ToldIn(c.Sentence), act.Mutual && r.ofRelay(d, c):
		return false
	}
	return !acts.Wide(d) || r.besideCue(d, c)
}

// besideCue reports whether the day d stands between the cue, with those who are told, and the content: "told the house
// | last month | that".
func (r *dayFinder) besideCue(d *record.Said, c *scene.Quote) bool {
	at, _ := r.Body.Range(d.Evidence)
	return c.CueHi > c.CueLo && c.CueHi <= at && at < c.ContentLo && earlier.HearersOnly(r.Body, c.CueHi, at)
}

// ofRelay reports whether the day d, told after the words, is that on which somebody else told of them: "The two
// agreed to trade, | a spokesman said on Monday".
func (r *dayFinder) ofRelay(d *record.Said, c *scene.Quote) bool {
	s := r.Body
	if c.CueHi <= c.CueLo || c.CueLo >= c.ContentLo {
		return false
	}
	at, _ := s.Range(d.Evidence)
	return c.EndHi < at && slices.ContainsFunc(s.Lower[c.EndHi:at], func(w string) bool { return words.Speaking[w] })
}

// wideBeside is a year, season or decade that the sentence of the cue states as the time of what it tells: "In 1962,
// X told Y", "X said last year". A stated time wider than a month is the time, and the day of publication is not.
func (r *reading) wideBeside(c *scene.Quote) *record.Said {
	s := r.Body
	list := s.TimesIn(c.Lo, c.Hi)
	for i := range list {
		x := &list[i]
		at := text.Span{Start: x.Start, End: x.End}
		d, ok := wide(x)
		if !ok || c.Reports(at) || !c.Nested && scene.Covers(r.Contents, at) || r.Day != "" && d.Earliest > r.Day {
			continue
		}
		lo, hi := s.Range(at)
		led := words.InYear[s.At(lo-1)] || words.InYear[s.At(lo)] || acts.OfText(s, lo) || lo == c.Lo
		bare := x.Relative && !words.Preposition[s.At(lo-1)] && s.At(hi) != "'s" && !acts.DatesOther(s, x)
		if (led || bare) && !r.ofOther(c, lo) && (hi >= c.Hi || !strings.HasPrefix(s.Doc.Tokens[hi].Tag, "NN")) {
			return &record.Said{Date: d, Basis: x.Basis(), Evidence: at}
		}
	}
	return nil
}

// wide is the date of an expression that tells a stretch of time wider than a month.
func wide(x *dates.Expression) (dates.Date, bool) {
	d, ok := x.Date()
	if !ok || x.Type == "SET" || x.Type == "DURATION" || d.Earliest == "" || d.Latest == "" {
		return dates.Date{}, false
	}
	return d, d.Earliest[:7] != d.Latest[:7]
}

// ofOther reports whether token k stands in a relative clause after the cue, "said X, a diplomat who served in the
// 1990s", between source and cue, "X, whose house burned in 2014, said", in an apposition to the source, "said X, a
// minister in the 2000s", or in another clause beside that of the cue.
func (r *reading) ofOther(c *scene.Quote, k int) bool {
	s := r.Body
	if c.SourceHi > c.SourceLo && c.SourceHi <= k {
		apposed := c.SourceLo >= c.CueHi && s.At(c.SourceHi) == "," && words.IndefiniteArticle[s.At(c.SourceHi+1)]
		if apposed || k < c.CueLo && relativeIn(s, c.SourceHi, k) {
			return true
		}
	}
	return relativeIn(s, max(c.CueHi, c.Lo), k) || s.Clauses.Beside(c.Anchor, k)
}

// find is the occasion of a quote: of what somebody is congratulated on, of its own sentence, or of its act.
func (r *occasionFinder) find(c *scene.Quote, act *discourse.Act) *record.Occasion {
	s := r.Body
	for k := c.CueLo; k < c.CueHi; k++ {
		if words.Congratulating[s.Lower[k]] && !words.Pointing[s.At(c.ContentLo)] {
			if o := acts.OccasionAt(s, c.ContentLo, c.ContentHi); o != nil {
				return o
			}
		}
	}
	if o := cmp.Or(r.mourned(c), r.Occasions.In(s, c.Lo, c.Hi, c.Reported)); o != nil {
		return o
	}
	if o := r.held(c, act); o != nil {
		return o
	}
	if act == nil {
		return nil
	}
	o := r.ofAct(act)
	if o == nil {
		o = r.ofMeeting(c, act)
	}
	if o != nil && acts.BareOccasion(o) && r.Lede != nil && acts.Anniversary(r.Lede) {
		return r.Lede
	}
	return o
}

// mourned is the loss by name over which the words are a condolence: "his condolences on | the passing of Ana Lind".
func (r *occasionFinder) mourned(c *scene.Quote) *record.Occasion {
	s := r.Body
	for k := c.ContentLo; k < min(c.ContentHi, c.ContentLo+3); k++ {
		if !words.Condolence[s.Lower[k]] {
			continue
		}
		o := r.Occasions.In(s, c.ContentLo, c.ContentHi, nil)
		if o != nil && strings.IndexFunc(o.Name, unicode.IsUpper) >= 0 {
			return o
		}
	}
	return nil
}

// held is the event at which the quote's own sentence tells that it was said, where the act told there has none.
func (r *occasionFinder) held(c *scene.Quote, act *discourse.Act) *record.Occasion {
	own := act != nil && act.Occasion != nil && (act.Channel == record.Speech || act.ToldIn(c.Sentence))
	if c.Nested || own || act != nil && act.Channel == record.Call {
		return nil
	}
	return happening.Held(r.Body, c.Lo, c.Hi, func(k int) bool { return r.reportedAt(c, k) || !r.ofCue(c, k) })
}

// ofMeeting is the event at which the text, from where it tells of the meeting up to the quote, says that the parties
// met: "The two met on the sidelines of the Oslo summit". nil for none, and for every other act.
func (r *occasionFinder) ofMeeting(c *scene.Quote, act *discourse.Act) *record.Occasion {
	if !act.Mutual || act.Channel != record.Meeting || act.Pos < 0 || c.Nested {
		return nil
	}
	s := r.Body
	for n := min(c.Sentence, len(s.Doc.Sentences)-1); n >= max(act.Sentence, 0); n-- {
		sn := &s.Doc.Sentences[n]
		for k := sn.First; k < sn.Last; k++ {
			if !words.MeetingVerb[s.Lower[k]] || r.inWords(k) {
				continue
			}
			if o := happening.Held(s, k, sn.Last, r.inWords); o != nil {
				return o
			}
		}
	}
	return nil
}

// inWords reports whether token k stands in the words of a quote.
func (r *occasionFinder) inWords(k int) bool {
	return slices.ContainsFunc(r.Quotes, func(q *scene.Quote) bool {
		return scene.Covers(q.Spans.Content, r.Body.Doc.Tokens[k].Span)
	})
}

// ofAct is the act's own occasion, else that of the gathering or article in which it is told.
func (r *occasionFinder) ofAct(act *discourse.Act) *record.Occasion {
	if act.Occasion == nil && sharesOccasion(act.Channel) {
		for i := len(r.Acts) - 1; i >= 0; i-- {
			if f := r.Acts[i]; f.Pos <= act.Pos && f.Channel == record.Speech && f.Occasion != nil &&
				act.Channel == record.Speech {
				return dated(f)
			}
		}
		return r.Lede
	}
	return dated(act)
}

// clock is the time of the day that the text tells with the day of words: "at 6 p.m. on June 12", "Monday at 10 a.m.";
// "" where the day is told in another sentence than the cue's, where a clock is named ("Moscow time", "IST"), and where
// the time stands inside what is said.
func clock(s *scene.Scene, c *scene.Quote, contents []text.Span, said *record.Said) string {
	own := s.Doc.Sentences[c.Sentence].Span
	if said.Evidence.Len() <= 0 || said.Evidence.Start < own.Start || said.Evidence.End > own.End ||
		said.Earliest == "" || said.Earliest != said.Latest {
		return ""
	}
	told := ""
	for i := range s.Times {
		x := &s.Times[i]
		if !beside(s.Text, text.Span{Start: x.Start, End: x.End}, said.Evidence) {
			continue
		}
		if x.Zone != "" || abbreviated(s.Text[x.End:]) {
			return ""
		}
		at := x.Clock()
		if at == "" || x.Value[:10] != said.Earliest || scene.Covers(contents, text.Span{Start: x.Start, End: x.End}) {
			continue
		}
		if told != "" && told != at {
			return ""
		}
		told = at
	}
	return told
}

// abbreviated reports whether a text goes on with two capital letters, which may name a clock: "IST".
func abbreviated(after string) bool {
	after = strings.TrimLeft(after, " (")
	capital := func(c byte) bool { return c >= 'A' && c <= 'Z' }
	return len(after) > 1 && capital(after[0]) && capital(after[1])
}

// beside reports whether two spans touch, or nothing but "on" or "at" stands between them.
func beside(body string, a, b text.Span) bool {
	if b.Start < a.Start {
		a, b = b, a
	}
	if b.Start < a.End {
		return true
	}
	switch strings.Trim(body[a.End:b.Start], " ,") {
	case "", "on", "at":
		return true
	}
	return false
}
