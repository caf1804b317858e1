package resolve

import (
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/discourse"
)

// resolver resolves the quotes of one article to their reports.
type resolver struct {
	*acts.Reader
	key  string    // of the article
	last *resolved // the quote before
}

// newResolver reads the names and dates of an article.
func newResolver(a *article.Article, d *text.Doc, g *actors.Gazetteer) *resolver {
	return &resolver{Reader: acts.New(discourse.New(a, d, g)), key: a.Key()}
}
