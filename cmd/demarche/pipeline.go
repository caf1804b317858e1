package main

import (
	"os"
	"runtime/debug"
	"slices"
	"sync"

	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline"
	"demarche/timeline/actors"
)

// pipeline goes the way from an article to its events. It may be used by several goroutines.
type pipeline struct {
	actors    *actors.Gazetteer
	extractor func() (*quotes.Extractor, error) // loaded when the first article needs it
}

// newPipeline makes a pipeline with the researcher's own actors; the file is "" for none.
func newPipeline(actorsFile string) (*pipeline, error) {
	g, err := gazetteer(actorsFile)
	if err != nil {
		return nil, err
	}
	return &pipeline{g, sync.OnceValues(quotes.New)}, nil
}

// events finds the events that an article tells of. They depend on the article alone.
func (p *pipeline) events(a *article.Article) ([]timeline.Event, error) {
	x, err := p.extractor()
	if err != nil {
		return nil, err
	}
	return timeline.Read(a, x, p.actors), nil
}

// reports finds the reports of an article, those of its events; with all, also thoughts and what only passes words
// on.
func (p *pipeline) reports(a *article.Article, all bool) ([]timeline.Report, error) {
	x, err := p.extractor()
	if err != nil {
		return nil, err
	}
	d := text.Parse(a.Text)
	var qs []quotes.Quote
	for _, q := range x.Extract(d, quotes.Options{Attributions: all, Title: a.Title}) {
		if (all || q.Act != quotes.Thought) && len(q.Content) > 0 {
			qs = append(qs, q)
		}
	}
	reports := timeline.Resolve(a, d, qs, p.actors)
	if all {
		return reports, nil
	}
	return slices.DeleteFunc(reports, func(r timeline.Report) bool { return r.Relay }), nil
}

// softMemory is how much memory a run of reading asks for before it collects its garbage more often, in bytes.
const softMemory = 160 << 20

// limitMemory makes the run keep to [softMemory] as far as it can, unless the environment says how much it may take.
func limitMemory() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(softMemory)
	}
}
