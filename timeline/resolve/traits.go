package resolve

import (
	"strings"

	"demarche/quotes"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/dates"
	"demarche/timeline/discourse"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// passage is what stands around a quote when its fields are chosen.
type passage struct {
	c     *scene.Quote
	x     *resolved
	last  *resolved // the occasion on which the same speakers spoke last before, nil for none
	next  *resolved // the first one after, nil for none
	prior *resolved // the quote told before, whoever spoke; nil for none
	outer *resolved // the quote in whose words this one is told; nil for none
	first *resolved // the first quote of the article that tells its occasion
	n     int       // quotes of the article
}

// traits are the features of a quote that every candidate for one of its fields shares.
func (r *resolver) traits(p *passage) []float32 {
	row := make([]float32, 0, 80)
	row = append(row, r.traitsOfForm(p)...)
	row = append(row, r.traitsOfSource(p)...)
	row = append(row, r.traitsOfPage(p)...)
	return append(row, traitsOfAct(p)...)
}

// traitsOfForm are features of the quote's own words: its form, what found it, its cue.
func (r *resolver) traitsOfForm(p *passage) []float32 {
	s, c := r.Body, p.c
	q := c.Spans
	tag := ""
	if c.CueHi > c.CueLo {
		tag = s.Doc.Tokens[c.CueLo].Tag
	}
	had, has := aux(s, c)
	return []float32{
		bit(q.Form == quotes.Direct), bit(q.Form == quotes.Mixed), bit(q.Form == quotes.Unmarked), bit(c.Nested),
		float32(q.P), bit(q.By == "model"), bit(q.By == quotes.ByTurn), bit(q.By == quotes.ByStatement || q.By == quotes.ByJoint),
		bit(len(q.Cue) == 0), bit(tag == "VBD"), bit(tag == "VBZ" || tag == "VBP"), bit(tag == "VBG"), bit(tag == "VBN"),
		bit(strings.HasPrefix(tag, "NN")), bit(had), bit(has), bit(c.Nominal), bit(c.Document != ""),
		float32(min(c.EndHi-c.ContentLo, 80)), float32(c.Sentence), float32(c.Sentence) / float32(len(s.Doc.Sentences)+1),
	}
}

// aux reports whether "had" or a form of "have" stands before the cue.
func aux(s *scene.Scene, c *scene.Quote) (had, has bool) {
	first, _ := s.SentenceBounds(c.Anchor)
	for k := max(first, c.CueLo-4); k < c.CueLo; k++ {
		switch s.Lower[k] {
		case "had", "'d":
			had = true
		case "has", "have", "'ve":
			has = true
		}
	}
	return had, has
}

// traitsOfSource are features of who is said to speak and of how the text names them.
func (r *resolver) traitsOfSource(p *passage) []float32 {
	s, c := r.Body, p.c
	w := s.At(c.SourceLo)
	n := c.SourceHi - c.SourceLo
	one := len(p.x.speakers) == 1
	var e *discourse.Entity
	if one {
		e = p.x.speakers[0]
	} else {
		e = &discourse.Entity{}
	}
	known := one && !strings.HasPrefix(e.ID, "x")
	return []float32{
		float32(min(len(p.x.speakers), 4)), float32(min(len(p.x.to), 4)), bit(known), bit(one && e.Person()), bit(one && e.Kind == actors.State),
		bit(one && e.Kind == actors.Organisation), bit(one && e.Kind == actors.Medium), bit(one && e.State != ""), bit(one && e.Name == e.Office),
		bit(n == 0), bit(n == 1 && (w == "he" || w == "she")), bit(n == 1 && w == "it"), bit(n == 1 && (w == "they" || w == "both")),
		bit(n == 1 && (w == "i" || w == "we")), bit(w == "the"), bit(w == "a" || w == "an"), float32(min(n, 20)),
		bit(n > 0 && s.Naming(c.SourceLo, c.SourceHi)), bit(n > 0 && s.HasOfficeHead(c.SourceLo, c.SourceHi)), bit(n > 0 && s.Capital(c.SourceLo)),
		bit(n > 0 && s.Contains(c.SourceLo, c.SourceHi, ",")), bit(n > 0 && s.Contains(c.SourceLo, c.SourceHi, "and")),
		float32(c.CueLo - c.SourceHi), bit(one && e.State == r.Home && r.Home != ""), bit(p.x.Medium != nil),
	}
}

// traitsOfPage are features of the article.
func (r *resolver) traitsOfPage(p *passage) []float32 {
	return []float32{
		bit(r.Home != ""), bit(r.OwnSite), float32(min(p.n, 40)), float32(min(len(r.Body.Doc.Sentences), 200)),
		bit(r.Readout()), bit(r.Remarks()), bit(len(r.Acts) > 0), float32(min(len(r.Acts), 20)),
	}
}

// traitsOfAct are features of the act and of the occasions of speaking around the quote.
func traitsOfAct(p *passage) []float32 {
	act := p.x.act
	if act == nil {
		act = &discourse.Act{Sentence: -9}
	}
	row := []float32{
		bit(p.x.act != nil), float32(min(p.c.Sentence-act.Sentence, 40)), bit(act.ToldIn(p.c.Sentence)), bit(act.Mutual), bit(act.TitleOnly), bit(act.Held),
		bit(act.Said != nil), bit(discourse.IncludesAny(act.From, p.x.speakers)), bit(discourse.IncludesAny(act.To, p.x.speakers)),
		bit(p.x.Said.Basis == dates.Published), bit(p.x.Channel == record.UnknownChannel), bit(acts.OnlyMedium(p.x.speakers)),
	}
	for _, y := range []*resolved{p.last, p.next, p.prior} {
		far := float32(99)
		if y != nil {
			far = float32(min(max(p.x.sentence-y.sentence, y.sentence-p.x.sentence), 60))
		}
		row = append(row, far)
	}
	same := p.prior != nil && discourse.SameAll(p.prior.speakers, p.x.speakers)
	return append(row, bit(same), bit(p.outer != nil))
}
