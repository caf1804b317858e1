package discourse

import (
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
)

// Discourse is who the words of an article stand for where it does not name them: its entities with those that the text is about,
// sentence by sentence, and the acts that it has told of so far.
type Discourse struct {
	*Entities
	Acts  []*Act  // in the order in which they are told
	Focus []Focus // whom the text was about, in its order
}

// Focus is a list of entities that a sentence is about, or that have just spoken.
type Focus struct {
	Pos      int // byte of the body; -1 in the title
	Entities []*Entity
	Speaking bool
	Act      *Act // what they speak in; nil for none
}

// New is the discourse of an article before its first sentence is read.
func New(a *article.Article, d *text.Doc, g *actors.Gazetteer) *Discourse {
	return &Discourse{Entities: newEntities(a, d, g)}
}
