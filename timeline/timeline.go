package timeline

import (
	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/choice"
	"demarche/timeline/merge"
	"demarche/timeline/resolve"
)

// Build turns the quotes of one article into events: the reports of one message, call, meeting, briefing or text make
// one each. The events are in the order of their first report; their IDs depend on this article alone. See
// [resolve.Events].
func Build(a *article.Article, d *text.Doc, qs []quotes.Quote, g *actors.Gazetteer) []Event {
	return resolve.Events(a, d, qs, g)
}

// Read goes the way from an article to its events: its text is parsed, its quotes are extracted and built. The events
// depend on the article alone; several goroutines may use the extractor and the gazetteer.
func Read(a *article.Article, x *quotes.Extractor, g *actors.Gazetteer) []Event {
	d := text.Parse(a.Text)
	return Build(a, d, x.Extract(d, quotes.Options{Title: a.Title}), g)
}

// Resolve tells of each quote of an article who said it, to whom, through whom, how, when and on what occasion: one
// report a quote, in the same order. What the text does not tell stays empty. See [resolve.Reports].
func Resolve(a *article.Article, d *text.Doc, qs []quotes.Quote, g *actors.Gazetteer) []Report {
	return resolve.Reports(a, d, qs, g)
}

// Verdict is a candidate for a field of a report with its probability. See [choice.Verdict].
type Verdict = choice.Verdict

// Verdicts resolves quotes as [Resolve] does, and lists for each the candidates for its fields, the
// most probable first.
func Verdicts(a *article.Article, d *text.Doc, qs []quotes.Quote, g *actors.Gazetteer) ([]Report, [][]Verdict) {
	return resolve.Verdicts(a, d, qs, g)
}

// Copies finds which articles carry nearly the same text: for each but the first the key of the first. See
// [merge.Copies].
func Copies(sources []Source) map[string]string { return merge.Copies(sources) }

// Merge joins what several articles tell of one event, and the re-wordings of one statement. Sources, by key, order
// the reports of a statement by publication; a source that is missing goes last. The result does not depend on the
// order of events, and merging it again changes nothing. See [merge.Merge].
func Merge(events []Event, sources map[string]Source) []Event {
	return merge.Merge(events, sources, nil)
}
