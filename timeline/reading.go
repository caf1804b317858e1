package timeline

import (
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/discourse"
)

// reading resolves the quotes of one article to their reports.
type reading struct {
	*acts.Reader
	key  string    // of the article
	last *resolved // the quote before
}

// newReading reads the names and dates of an article.
func newReading(a *article.Article, d *text.Doc, g *actors.Gazetteer) *reading {
	return &reading{Reader: acts.New(discourse.New(a, d, g)), key: a.Key()}
}
