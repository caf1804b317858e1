package quotes

import (
	"bytes"
	"fmt"
	"slices"
	"sort"
	"sync"

	"demarche/data"
	"demarche/quotes/learned"
	"demarche/quotes/marks"
	"demarche/quotes/net"
	"demarche/quotes/text"
)

// leastP is the least probability of an attribution: the one with the best balance of found and false among those tried
// on the development texts of PolNeAR.
const leastP = 0.30

// Extractor finds the quotes of documents. It is read-only and safe to share between goroutines.
type Extractor struct {
	model *learned.Model
	ends  *endModel
}

// load reads the weights once.
var load = sync.OnceValues(func() (*Extractor, error) {
	const words, weights = "model/vectors.bin", "model/quotes.bin"
	b, err := data.Read(words)
	if err != nil {
		return nil, err
	}
	vec, err := net.ReadVectors(b)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", words, err)
	}
	if b, err = data.Read(weights); err != nil {
		return nil, err
	}
	m, err := learned.Read(bytes.NewReader(b), vec)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", weights, err)
	}
	ends, err := readEnds()
	return &Extractor{m, ends}, err
})

// New returns an extractor with the weights that the program ships; they are read at the first call.
func New() (*Extractor, error) { return load() }

// Options of an extraction; the zero value is what a timeline wants.
type Options struct {
	// Attributions keeps beliefs, intentions and other thoughts beside acts of speech; Act tells them apart.
	Attributions bool
	// Title is the document's title, which tells a statement or transcript and who answers in it; it may be empty.
	Title string
}

// Extract returns the quotes of a document in the order of their first span. What the layout gives to a speaker is
// found first, then what the models find elsewhere, then what rules make of long words in marks that nobody claimed.
// The models second what the grammar reads, add what they alone find likely, and choose where the grammar's reports
// end.
func (x *Extractor) Extract(d *text.Doc, o Options) []Quote {
	f := x.find(d, o)
	if !o.Attributions {
		x.ends.chooseEnds(f)
		askers{f.grammar, f.voices}.goOn(f.quotes)
	}
	apart(d, f.quotes)
	slices.SortStableFunc(f.quotes, compareQuotes)
	return f.quotes
}

// findings are the quotes that were found in a document, with what is known of its language and what the models
// propose.
type findings struct {
	grammar    *grammar
	candidates byCue
	voices     voices
	quotes     []Quote
}

// find finds the quotes of a document.
func (x *Extractor) find(d *text.Doc, o Options) *findings {
	ms := marks.Scan(d)
	page := newPage(d, o.Title)
	laid := page.layout()
	blocks := onlyWords(d, ms, laid.quotes)
	q := &claims{d: d, spans: slices.Clone(laid.labels)}
	q.add(blocks)
	q.add(slices.DeleteFunc(signed(d, ms), func(s Quote) bool { return !q.free(s.Content) || !q.free(s.Source) }))
	cands := x.model.Candidates(d, ms)
	f := &findings{newGrammar(d), newByCue(cands), newVoices(blocks, laid.labels), nil}
	for _, c := range learned.Choose(cands, leastP) {
		if q.free(c.Content) && q.free(c.Cue) {
			q.quotes = append(q.quotes, ofCandidate(&c))
		}
	}
	setForms(d, ms, q.quotes)
	if f.quotes = q.quotes; o.Attributions {
		setActs(f.grammar, f.quotes)
	} else {
		f.quotes = second(f.grammar, f.candidates, speech(f.grammar, ms, f.quotes, laid.labels), page.readout())
		f.quotes = joiner{f.grammar}.alone(f.candidates, f.quotes)
	}
	return f
}

// onlyWords leaves out blocks that nobody is said to speak unless they stand wholly in marks: a paragraph that begins
// and ends with a mark may name its speaker in between.
func onlyWords(d *text.Doc, ms []marks.Mark, blocks []Quote) []Quote {
	marked := outermost(d, ms)
	return slices.DeleteFunc(blocks, func(q Quote) bool {
		return len(q.Cue) == 0 && len(q.Source) == 0 && q.Form != Unmarked && form(d.Text, marked, q.Content) != Direct
	})
}

// claims are spans that rules gave away, with the quotes.
type claims struct {
	d      *text.Doc
	quotes []Quote
	spans  []text.Span // sorted
}

// add claims the words and cues of quotes.
func (c *claims) add(qs []Quote) {
	for _, q := range qs {
		c.spans = append(c.spans, q.Content...)
		c.spans = append(c.spans, q.Cue...)
	}
	c.quotes = append(c.quotes, qs...)
	slices.SortFunc(c.spans, func(a, b text.Span) int { return a.Start - b.Start })
	// make the ends rise, so that one search finds an overlap
	for i := 1; i < len(c.spans); i++ {
		c.spans[i].End = max(c.spans[i].End, c.spans[i-1].End)
	}
}

// free reports whether none of the spans overlaps a claimed one.
func (c *claims) free(spans []text.Span) bool {
	for _, s := range spans {
		i := sort.Search(len(c.spans), func(i int) bool { return c.spans[i].End > s.Start })
		if i < len(c.spans) && c.spans[i].Start < s.End {
			return false
		}
	}
	return true
}

func compareQuotes(a, b Quote) int {
	if n := first(a) - first(b); n != 0 {
		return n
	}
	return a.Content[0].Start - b.Content[0].Start
}

// first is the first byte of any part of a quote.
func first(q Quote) int {
	n := q.Content[0].Start
	for _, s := range slices.Concat(q.Cue, q.Source) {
		n = min(n, s.Start)
	}
	return n
}
