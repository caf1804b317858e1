package main

import (
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
	d := text.Parse(a.Text)
	return timeline.Build(a, d, x.Extract(d, quotes.Options{Title: a.Title}), p.actors), nil
}
