package timeline

import (
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/discourse"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// actReader finds the acts of communication that an article tells of, sentence by sentence.
type actReader struct {
	*discourse.Discourse
	lede    *record.Occasion // of the first sentence: what the whole article is told for
	covered []text.Span      // words reported in the sentence that is being read
	here    []*scene.Quote   // quotes told in that sentence
}

// newActReader is a reader of the acts of an article.
func newActReader(d *discourse.Discourse) *actReader { return &actReader{Discourse: d} }

// reading resolves the quotes of one article to their reports.
type reading struct {
	*actReader
	key  string    // of the article
	last *resolved // the quote before
}

// newReading reads the names and dates of an article.
func newReading(a *article.Article, d *text.Doc, g *actors.Gazetteer) *reading {
	return &reading{actReader: newActReader(discourse.New(a, d, g)), key: a.Key()}
}
