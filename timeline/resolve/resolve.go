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
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// resolved is a report with the act that its quote belongs to.
type resolved struct {
	record.Report
	act      *discourse.Act
	speakers []*naming.Entity
	to       []*naming.Entity
	sentence int
	turned   bool     // the cue tells the addressees something, see [turnsTo]
	asked    bool     // by the outlet itself
	toneOf   evidence // of the words for or against
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
		if d := &out[i].Said; d.EDTF == "" {
			d.Basis = "" // no day of publication stands in
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
	r.Lede = r.Occasions.OfLede(paraphrased(qs))
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
	r.hindsight.carryOn(list, out)
	r.hindsight.sceneEvents(list, out)
	r.hindsight.sceneDays(list, out)
	r.sign(out)
	return r, list, out
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

// Verdicts resolves the quotes of an article as [Reports] does, and lists for each the candidates for its day and
// channel.
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
