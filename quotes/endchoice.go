package quotes

import (
	"bufio"
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"demarche/data"
	"demarche/quotes/boost"
	"demarche/quotes/text"
)

// endModel judges where reported words end. It has the places of words, tags and rules among their features.
type endModel struct {
	*boost.Model
	word, tag, rule map[string]int
}

// The rules of the grammar that tell contents of different kinds, and the Penn tags, in the order of their features.
const (
	endRules = "rule:verb rule:nested rule:coordinated rule:participle rule:noun rule:passive rule:gerund rule:purpose"
	endTags  = "CC CD DT EX FW IN JJ JJR JJS MD NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RP TO VB VBD VBG VBN VBP VBZ " +
		"WDT WP WRB `` '' , : . ("
)

// readEnds reads the weights that cmd/train wrote.
func readEnds() (*endModel, error) {
	const weights = "model/ends.bin"
	b, err := data.Read(weights)
	if err != nil {
		return nil, err
	}
	m := &endModel{
		word: numbered(slices.Sorted(maps.Keys(words.EndLead))),
		tag:  numbered(strings.Fields(endTags)),
		rule: numbered(strings.Fields(endRules)),
	}
	if m.Model, err = boost.Read(bufio.NewReader(bytes.NewReader(b))); err != nil {
		return nil, fmt.Errorf("%s: %w", weights, err)
	}
	return m, nil
}

// numbered maps names to their places.
func numbered(list []string) map[string]int {
	m := map[string]int{}
	for i, w := range list {
		m[w] = i
	}
	return m
}

// endMargin is by how much an end must be more probable than that of the grammar to stand in its place. On folds of
// 14,946 reports 286 get half of their words right with a margin of 0, and 58 lose it; with .1 it is 269 and 47.
const endMargin = 0.05

// EndChoice is the places where the content of a report may end, as bytes of the text, each with the features by which
// a model judges it.
type EndChoice struct {
	Quote Quote
	Ends  []int
	Rows  [][]float32
	Own   int // the end that the grammar found, among the ends
}

// Best is the end that the model finds most probable, the grammar's own unless another one is clearly more so.
func (c *EndChoice) Best(m *boost.Model) int {
	p, best := m.All(c.Rows), c.Own
	for k := range p {
		if p[k] > p[best] && p[k] > p[c.Own]+endMargin {
			best = k
		}
	}
	return best
}

// EndChoices are the choices for the reports of a document by the grammar, before the model has judged them.
func (x *Extractor) EndChoices(d *text.Doc, o Options) []EndChoice {
	f := x.find(d, o)
	ends := &endReader{f.grammar, x.ends, f.candidates}
	var out []EndChoice
	for _, q := range f.quotes {
		if c, ok := ends.choice(q); ok {
			out = append(out, c)
		}
	}
	return out
}

// chooseEnds ends the content of each report of the grammar where the model finds it most probable.
func (m *endModel) chooseEnds(f *findings) {
	ends := &endReader{f.grammar, m, f.candidates}
	for i, q := range f.quotes {
		c, ok := ends.choice(q)
		if !ok || len(c.Rows[0]) != m.Features() {
			continue
		}
		if best := c.Best(m.Model); best != c.Own {
			content := []text.Span{{Start: q.Content[0].Start, End: c.Ends[best]}}
			f.quotes[i].Content, f.quotes[i].Form = content, ends.marks.form(ends.paragraphs.tokensOf(content))
		}
	}
}

// endReader reads where the contents of the reports of a document may end.
type endReader struct {
	*grammar
	codes *endModel
	cands byCue
}

// longestContent is how many tokens after its first one the end of a content is looked for.
const longestContent = 88

// choice reads the places where the content of a report may end; false for one of the layout or of the model, of
// several pieces, or before its cue.
func (r *endReader) choice(q Quote) (EndChoice, bool) {
	if !strings.HasPrefix(q.By, "rule:") || isLayout(q) || len(q.Content) != 1 || len(q.Cue) == 0 ||
		q.Cue[0].Start > q.Content[0].Start {
		return EndChoice{}, false
	}
	t := r.paragraphs.tokensOf(q.Content)[0]
	s := &r.d.Sentences[r.paragraphs.sentenceOf(t.lo)]
	hi := max(r.trimFinal(s.First, s.Last), t.hi)
	row := endRow{r, q, t, hi, r.cands.likeliest(q.Cue[0])}
	c, shared := EndChoice{Quote: q}, row.shared()
	for e := t.lo + 1; e <= min(hi, t.lo+longestContent); e++ {
		if e != hi && e != t.hi && (!r.mayEnd(e) || r.conditional(e, hi)) {
			continue
		}
		if e == t.hi {
			c.Own = len(c.Ends)
		}
		c.Ends = append(c.Ends, r.d.Tokens[e-1].End)
		c.Rows = append(c.Rows, row.at(e, shared))
	}
	return c, t.hi <= t.lo+longestContent
}

// conditional reports whether a clause of what must come first begins at token e, as in "the port would open | if they
// agreed". It is part of the reported words: of 777 such clauses in annotated texts 12 are not.
func (g *grammar) conditional(e, hi int) bool {
	lo := e + b2i(e < hi && g.is(e, ",")) + 1
	if lo >= hi || !g.in(lo-1, words.FutureConjunction) {
		return false
	}
	end := lo
	for end < hi && !g.is(end, ":", ";", "—", "–") {
		end++
	}
	return g.verbs.finiteIn(lo, end, true) >= 0
}

// mayEnd reports whether reported words may end before token e: at a mark, and before a word that leads a phrase or
// clause of its own.
func (r *endReader) mayEnd(e int) bool {
	if r.is(e-1, ",", ";", ":", "—", "–", "-", "(") {
		return false
	}
	return r.is(e, ",", ";", ":", "—", "–", "-", "(") || r.has(e, flagPrep|flagRelative|flagTime) ||
		r.tagged(e, "CC", "WDT", "WP", "WRB", "VBG", "RB", "TO") || r.marks.closesAt(e-1)
}
