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
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// resolved is a report with the act that its quote belongs to.
type resolved struct {
	record.Report
	act      *discourse.Act
	speakers []*discourse.Entity
	to       []*discourse.Entity
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
	qs = wordsOnly(r.Body, qs)
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
	r.hindsight.carryOn(list, out)
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

// wordsOnly returns the quotes without what their contents have taken in of the saying itself: in "called for | an
// inquiry at a press conference on Monday" the inquiry is asked for, and the rest tells where and when.
func wordsOnly(s *scene.Scene, qs []quotes.Quote) []quotes.Quote {
	out := append([]quotes.Quote{}, qs...)
	for i := range out {
		q := &out[i]
		if n := len(q.Content) - 1; q.Form == quotes.Indirect || q.Form == quotes.Mixed {
			if end := circumstance(s, q.Content[n]); end > 0 {
				q.Content = append(
					append([]text.Span{}, q.Content[:n]...),
					text.Span{Start: q.Content[n].Start, End: end},
				)
			}
		}
	}
	return out
}

// circumstance returns the byte where a noun phrase p ends before "at a press conference", "in an interview", "after a
// call", "at the Oslo Forum", "on Twitter"; 0 for none. In a clause the phrase is as likely to belong to what is
// reported: "said that he would resign at a press conference".
func circumstance(s *scene.Scene, p text.Span) int {
	lo, hi := s.Range(p)
	at := -1
	for k := afterMarks(s, p); k < hi; k++ {
		if s.FiniteVerb(k) {
			return 0
		}
		if s.Lower[k] == "on" && platformAt(s, k+1) && at < 0 {
			at = k
		}
		if !words.CircumstanceLead[s.Lower[k]] {
			continue
		}
		some := words.IndefiniteArticle[s.At(k+1)]
		for j := k + 2; j < min(hi, k+7) && (some && j < k+5 || s.At(k+1) == "the" && s.Capital(j)); j++ {
			if words.SpeechOccasion[s.Lower[j]] && at < 0 {
				at = k
			}
		}
	}
	if at <= lo {
		return 0
	}
	return s.Doc.Tokens[at-1].End
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

// takenTooFar reports whether the span of quote i runs over the source or cue of a quote next to it whose words it
// does not hold: a paraphrase that does not end where it should, and whose dates and acts are the article's.
func takenTooFar(qs []quotes.Quote, i int, p text.Span) bool {
	for j := max(0, i-3); j < min(len(qs), i+4); j++ {
		if j == i || scene.Covers(qs[i].Content, qs[j].Content[0]) {
			continue
		}
		if scene.Covers(qs[i].Source, qs[j].Content[0]) ||
			len(qs[j].Source) > 0 && scene.Covers(qs[i].Cue, qs[j].Source[0]) {
			return true // the words of another taken for a source
		}
		for _, l := range [][]text.Span{qs[j].Source, qs[j].Cue} {
			if len(l) > 0 && p.Contains(l[len(l)-1]) {
				return true
			}
		}
	}
	return false
}

// paraphrased lists the contents that have no words in marks. What a lede puts around somebody's marked words is the
// article's.
func paraphrased(qs []quotes.Quote) []text.Span {
	var out []text.Span
	for i := range qs {
		if qs[i].Form != quotes.Mixed && qs[i].Content[0].Start < 4000 {
			out = append(out, qs[i].Content...)
		}
	}
	return out
}

// reported is the part of a content whose own acts are none of the article's: all of words in marks; of a paraphrase
// not the phrase that it begins with ("posted | an article titled ..."), and nothing of one that is the sentence
// itself ("A rally was held in Oslo, according to the committee").
func reported(s *scene.Scene, p text.Span, q *quotes.Quote) text.Span {
	lo, hi := s.Range(p)
	if q.Form == quotes.Direct || q.Form == quotes.Unmarked || hi <= lo {
		return p
	}
	if s.Lower[lo] == "this" && hi-lo > 1 && (words.Preposition[s.Lower[lo+1]] || words.Relative[s.Lower[lo+1]]) {
		return text.Span{Start: s.Doc.Tokens[lo].End, End: s.Doc.Tokens[lo].End} // "said | this at a rally"
	}
	for k := lo; k < hi && k < lo+4; k++ {
		if words.Document[s.Lower[k]] && !s.FiniteVerb(k) {
			return text.Span{Start: p.End, End: p.End} // "issued | a joint statement on Monday": no words of anybody
		}
		if s.Lower[k] == "of" || s.Lower[k] == "that" {
			break
		}
	}
	if hi-lo < 4 {
		return p
	}
	if q.Form == quotes.Mixed {
		t := p.Of(s.Text)
		if a, b := strings.IndexAny(t, "“\""), strings.LastIndexAny(t, "”\""); a >= 0 && b > a {
			return text.Span{Start: p.Start + a, End: p.Start + b + 1}
		}
		return p
	}
	if first, _ := s.SentenceBounds(lo); q.Form == quotes.Indirect && lo <= s.AfterDateline(first) {
		return text.Span{Start: p.End, End: p.End}
	}
	return p
}

// near returns the contents that may touch the sentences of a quote: those within a few thousand bytes of it.
func near(contents []text.Span, q *quotes.Quote) []text.Span {
	lo, hi := q.Content[0].Start, q.Content[len(q.Content)-1].End
	for _, l := range [][]text.Span{q.Cue, q.Source} {
		for _, p := range l {
			lo, hi = min(lo, p.Start), max(hi, p.End)
		}
	}
	a := sort.Search(len(contents), func(i int) bool { return contents[i].Start >= lo-4000 })
	b := sort.Search(len(contents), func(i int) bool { return contents[i].Start > hi+2000 })
	return contents[a:b]
}
