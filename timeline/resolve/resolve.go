// Package resolve turns the quotes of one article into reports and events: who said it, to whom, through whom, how,
// when, on what occasion, in which tone. In come an article, its parsed text, its quotes and the gazetteer; out go
// one report a quote ([Reports]) or the events that they make ([Events]). Both are pure functions of the one article.
// It does not know other articles, nor how an event is merged, stored or drawn.
package resolve

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/choice"
	"demarche/timeline/dates"
	"demarche/timeline/discourse"
	"demarche/timeline/happening"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
	"demarche/timeline/tone"
)

// resolved is a report with the act that its quote belongs to.
type resolved struct {
	record.Report
	act      *discourse.Act
	speakers []*naming.Entity
	to       []*naming.Entity
	sentence int
	turned   bool          // the cue tells the addressees something, see [turnsTo]
	asked    bool          // by the outlet itself
	toneOf   tone.Evidence // of the words for or against
	seen     seen          // before the quote
}

// Reports tells of each quote of an article who said it, to whom, through whom, how, when and on what occasion: one
// report a quote, in the same order. It is a pure function; what the text does not tell stays empty.
func Reports(a *article.Article, d *text.Doc, qs []quotes.Quote, g *actors.Gazetteer) []record.Report {
	_, list := resolveAll(a, d, qs, g)
	out := make([]record.Report, len(list))
	for i := range list {
		out[i] = list[i].Report
	}
	return out
}

// resolveAll resolves the quotes by the chain of rules and lets the models choose among what the rules put forward.
func resolveAll(a *article.Article, d *text.Doc, qs []quotes.Quote, g *actors.Gazetteer) (*resolver, []resolved) {
	r, list, out := resolveQuotes(a, d, qs, g)
	if r != nil {
		settleTones(out)
		choice.Choose(r.passages(list, out))
		r.day.standIn(out)
	}
	for i := range out {
		d := &out[i].Said
		if d.EDTF == "" {
			d.Basis = "" // no day of publication stands in
		}
		if r != nil {
			d.Clock = clock(r.Body, list[i], r.Contents, d)
		}
	}
	giveIDs(list, out)
	return r, out
}

// giveIDs gives the reports their ids, in the order of their words in the article.
func giveIDs(list []*scene.Quote, out []resolved) {
	order := make([]*record.Report, len(list))
	for i := range list {
		order[i] = &out[i].Report
	}
	slices.SortStableFunc(order, func(a, b *record.Report) int {
		return cmp.Compare(a.Content[0].Start, b.Content[0].Start)
	})
	record.Number(order)
}

// resolveQuotes reads the article sentence by sentence, as its reader does: each sentence's own subject and acts,
// then the quotes told in it.
func resolveQuotes(
	a *article.Article,
	d *text.Doc,
	qs []quotes.Quote,
	g *actors.Gazetteer,
) (*resolver, []*scene.Quote, []resolved) {
	out := make([]resolved, len(qs))
	if len(qs) == 0 || len(d.Tokens) == 0 || len(d.Sentences) == 0 {
		return nil, nil, out
	}
	r := newResolver(a, d, g)
	written := qs
	qs = wordsOnly(r.Body, qs, r.Day)
	var contents, solid, told []text.Span
	for i := range qs {
		contents = append(contents, qs[i].Content...)
		for _, p := range qs[i].Content {
			if qs[i].Form == quotes.Indirect && takenTooFar(qs, i, p) {
				continue
			}
			solid = append(solid, p)
			told = append(told, reported(r.Body, p, &qs[i]))
		}
	}
	sort.Slice(solid, func(i, j int) bool { return solid[i].Start < solid[j].Start })
	sort.Slice(told, func(i, j int) bool { return told[i].Start < told[j].Start })
	sort.Slice(contents, func(i, j int) bool { return contents[i].Start < contents[j].Start })
	r.Contents = contents
	list := make([]*scene.Quote, len(qs))
	for i := range qs {
		list[i] = scene.NewQuote(r.Body, &qs[i], i, near(solid, &qs[i]))
		list[i].Written = &written[i]
	}
	r.turn = choice.FirstTurn(list)
	order := append([]*scene.Quote{}, list...)
	sort.SliceStable(order, func(i, j int) bool { return order[i].Anchor < order[j].Anchor })
	r.ReadSentence(r.Title, 0, len(r.Title.Lower), nil)
	r.OpenPage()
	r.Lede, r.Visit = r.Occasions.OfLede(paraphrased(qs)), r.occasion.visit()
	next := 0
	for n := range d.Sentences {
		sn := &d.Sentences[n]
		covered := scene.Overlapping(told, sn.Span)
		end := next
		for end < len(order) && order[end].Sentence <= n {
			end++
		}
		r.Quotes = order[next:end]
		r.subjectFocus(n, scene.Overlapping(contents, sn.Span))
		r.ReadSentence(r.Body, sn.First, sn.Last, covered)
		for ; next < end; next++ {
			c := order[next]
			out[c.Index] = r.report(c)
		}
	}
	for ; next < len(order); next++ {
		out[order[next].Index] = r.report(order[next])
	}
	r.hindsight.lookBack(list, out)
	r.hindsight.shareConference(list, out)
	r.hindsight.sceneChannels(list, out)
	r.hindsight.carryOn(list, out)
	r.hindsight.sceneEvents(list, out)
	r.hindsight.sceneDays(list, out)
	r.sign(out)
	return r, list, out
}

// visit is the visit of which the first sentences tell, nil for none and for one that was called off or is over.
func (r *occasionFinder) visit() *record.Occasion {
	o := r.Occasions.OfVisit()
	if o == nil {
		return nil
	}
	if k, _ := r.Body.Range(o.Evidence); happening.Off(r.Body, k) {
		return nil
	}
	return o
}

// tellsDay reports a quote outside of any act that tells itself when it was said.
func (x *resolved) tellsDay() bool {
	return x.act == nil && x.Said.Basis != dates.Published && x.Said.Earliest != ""
}

// Candidates resolves the quotes of an article as [Reports] does without any trained model, and puts up all
// candidates for each field: what the models are trained on.
func Candidates(
	a *article.Article,
	d *text.Doc,
	qs []quotes.Quote,
	g *actors.Gazetteer,
) ([]record.Report, *choice.Slate) {
	r, list, out := resolveQuotes(a, d, qs, g)
	slate := choice.NewSlate(nil)
	if r != nil {
		settleTones(out)
		slate = choice.NewSlate(r.passages(list, out))
	}
	reports := make([]record.Report, len(out))
	for i := range out {
		reports[i] = out[i].Report
	}
	return reports, slate
}

// Verdicts resolves the quotes of an article as [Reports] does, and lists for each the candidates for its fields.
func Verdicts(
	a *article.Article,
	d *text.Doc,
	qs []quotes.Quote,
	g *actors.Gazetteer,
) ([]record.Report, [][]choice.Verdict) {
	r, list, out := resolveQuotes(a, d, qs, g)
	verdicts := make([][]choice.Verdict, len(out))
	if r != nil {
		verdicts = choice.Verdicts(r.passages(list, out))
	}
	reports := make([]record.Report, len(out))
	for i := range out {
		reports[i] = out[i].Report
	}
	return reports, verdicts
}

// afterMarks is the first token of a content after its last words in marks.
func afterMarks(s *scene.Scene, p text.Span) int {
	lo, _ := s.Range(p)
	t := p.Of(s.Text)
	if b := strings.LastIndexAny(t, "”\""); b >= 0 {
		lo, _ = s.Range(text.Span{Start: p.Start + b, End: p.End})
	}
	return lo
}

// Events resolves the quotes of one article and groups the reports of one message, call, meeting, briefing or text
// into one event each, with the background that the event needs. Thoughts are left out: nobody was told them. The
// events are in the order of their first report; their IDs depend on this article alone.
func Events(a *article.Article, d *text.Doc, qs []quotes.Quote, g *actors.Gazetteer) []record.Event {
	speech := make([]quotes.Quote, 0, len(qs))
	for i := range qs {
		if qs[i].Act != quotes.Thought && len(qs[i].Content) > 0 {
			speech = append(speech, qs[i])
		}
	}
	r, list := resolveAll(a, d, speech, g)
	var events []record.Event
	var groups []*group
	for i := range list {
		x := &list[i]
		if x.Relay {
			continue
		}
		gr := find(groups, x)
		if gr == nil {
			gr = &group{act: x.act}
			groups = append(groups, gr)
		}
		gr.members = append(gr.members, x)
	}
	for _, gr := range together(groups) {
		slices.SortStableFunc(gr.members, func(a, b *resolved) int {
			return cmp.Compare(a.Content[0].Start, b.Content[0].Start)
		})
		events = append(events, gr.event(r.context(gr, list)))
	}
	return events
}

// group is the reports of one event.
type group struct {
	act     *discourse.Act
	members []*resolved
}

// find returns the group that a report belongs to: that of its act and day; without an act, that of the same speakers
// to the same addressees by the same channel on the same day, if nothing but sentences of theirs lies between.
func find(groups []*group, x *resolved) *group {
	for i := len(groups) - 1; i >= 0; i-- {
		g := groups[i]
		first := g.members[0]
		if g.act != x.act || first.Said.EDTF != x.Said.EDTF || first.Channel != x.Channel {
			continue
		}
		if x.act != nil && (x.act.Mutual || !x.act.Open() && record.SameParties(first.Speakers, x.Speakers)) {
			return g
		}
		if record.SameParties(first.Speakers, x.Speakers) && record.SameParties(first.Addressees, x.Addressees) &&
			len(x.Speakers) > 0 {
			if x.act != nil || x.sentence-g.members[len(g.members)-1].sentence <= 6 {
				return g
			}
		}
	}
	return nil
}

// together joins groups of one article that are one happening told in several places: one briefing, one statement, one
// letter of the same speakers on the same day, to the same addressees as far as they are told.
func together(groups []*group) []*group {
	var out []*group
	for _, g := range groups {
		if k := slices.IndexFunc(out, func(o *group) bool { return o.continues(g) }); k >= 0 {
			out[k].members = append(out[k].members, g.members...)
			continue
		}
		out = append(out, g)
	}
	return out
}

// continues reports whether another group of the article tells of the same happening.
func (gr *group) continues(o *group) bool {
	a, b := gr.members[0], o.members[0]
	if a.Channel != b.Channel || a.Channel == record.UnknownChannel || a.Said.EDTF != b.Said.EDTF || a.Said.EDTF == "" {
		return false
	}
	if ofStates(a, b) || ofStates(b, a) {
		return true
	}
	if len(a.Speakers) == 0 || !record.SameParties(a.Speakers, b.Speakers) {
		return false
	}
	if a.Occasion != nil && b.Occasion != nil && a.Occasion.Name != b.Occasion.Name {
		return false
	}
	return a.Channel == record.PressConference || len(a.Addressees) == 0 || len(b.Addressees) == 0 ||
		record.SameParties(a.Addressees, b.Addressees) || oneRecipient(a, b)
}

// ofStates reports whether a is what one government told another in the call in which somebody of the one spoke to
// somebody of the other: "Australia promised India", "Albanese told Modi in Tuesday's call".
func ofStates(a, b *resolved) bool {
	if a.Channel != record.Call || len(a.Speakers) != 1 || len(a.Addressees) != 1 || len(b.Addressees) == 0 {
		return false
	}
	states := a.Speakers[0].Kind == actors.State && a.Addressees[0].Kind == actors.State
	return states && slices.Equal(record.Voices(a.Speakers), record.Voices(b.Speakers)) &&
		slices.Equal(record.Voices(a.Addressees), record.Voices(b.Addressees))
}

// oneRecipient reports whether one of two reports of a message or letter has a government where the other has who
// speaks for it: "wished Moscow victory" beside "said in a message to Vladimir Putin".
func oneRecipient(a, b *resolved) bool {
	if a.Channel != record.Message && a.Channel != record.Letter {
		return false
	}
	governs := func(a, b []record.Party) bool {
		return !slices.ContainsFunc(a, func(p record.Party) bool { return p.Kind != actors.State }) &&
			slices.Equal(record.Voices(a), record.Voices(b))
	}
	return governs(a.Addressees, b.Addressees) || governs(b.Addressees, a.Addressees)
}

// event makes an event of a group. Its id is that which it has from the report with the smallest id; the room merge
// says what becomes of it later.
func (gr *group) event(context []record.Context) record.Event {
	reports := make([]record.Report, len(gr.members))
	least := ""
	for i, m := range gr.members {
		reports[i] = m.Report
		if least == "" || m.ID < least {
			least = m.ID
		}
	}
	return record.Gather(record.EventID(least), reports, context)
}

// context finds the sentences around an event's reports that it needs to be understood: those without a quote of
// their own, next to a report, that tell of a war, test, treaty, summit or visit.
func (r *reading) context(gr *group, all []resolved) []record.Context {
	s := r.Body
	quoted := map[int]bool{}
	for i := range all {
		for k := s.SentenceAt(all[i].Around.Start); k <= s.SentenceAt(max(all[i].Around.End-1, 0)); k++ {
			quoted[k] = true
		}
	}
	var out []record.Context
	seen := map[int]bool{}
	for _, m := range gr.members {
		a, b := s.SentenceAt(m.Around.Start), s.SentenceAt(max(m.Around.End-1, 0))
		for _, k := range []int{a - 1, b + 1, b + 2} {
			if k < 0 || k >= len(s.Doc.Sentences) || quoted[k] || seen[k] || len(out) >= 4 || !background(s, k) {
				continue
			}
			seen[k] = true
			sp := s.Doc.Sentences[k].Span
			out = append(out, record.Context{ArticleKey: r.key, Span: sp, Text: sp.Of(s.Text)})
		}
	}
	slices.SortFunc(out, func(x, y record.Context) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
	return out
}

// background reports whether sentence k is background: not too long, with a word for what happened.
func background(s *scene.Scene, k int) bool {
	n := s.Doc.Sentences[k]
	if n.Last-n.First > 60 || n.Last-n.First < 5 {
		return false
	}
	for i := n.First; i < n.Last; i++ {
		if words.Background[strings.TrimSuffix(s.Lower[i], ".")] {
			return true
		}
	}
	return false
}
