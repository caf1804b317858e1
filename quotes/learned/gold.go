package learned

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"

	"demarche/quotes/marks"
	"demarche/quotes/text"
)

// Example is an annotated text.
type Example struct {
	ID           string
	Text         string
	Attributions []Attribution
}

// Attribution is one annotated attribution, its spans in bytes of the text.
type Attribution struct{ Content, Cue, Source []text.Span }

// ReadExamples reads JSON Lines {"id","text","quotes":[{"content","cue","source"}]} with spans in code points.
func ReadExamples(r io.Reader) ([]Example, error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 64<<20)
	var out []Example
	for n := 1; sc.Scan(); n++ {
		var line struct {
			ID, Text string
			Quotes   []struct{ Content, Cue, Source [][2]int }
		}
		if err := json.Unmarshal(sc.Bytes(), &line); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		c := text.NewCodePoints(line.Text)
		spans := func(pairs [][2]int) []text.Span {
			var s []text.Span
			for _, p := range pairs {
				s = append(s, c.Bytes(p))
			}
			return s
		}
		e := Example{ID: line.ID, Text: line.Text}
		for _, q := range line.Quotes {
			e.Attributions = append(e.Attributions, Attribution{spans(q.Content), spans(q.Cue), spans(q.Source)})
		}
		out = append(out, e)
	}
	return out, sc.Err()
}

// gold is an example as the models see it.
type gold struct {
	v    *view
	text string
	id   string
	a    []goldRoles
}

// goldRoles is an attribution in tokens; roles has a label for each token of its reach.
type goldRoles struct {
	cueFirst, cueLast int
	content, source   []tokenRange
	spans             Attribution
}

type tokenRange struct{ first, last int }

func newGold(e Example) *gold {
	d := text.Parse(e.Text)
	g := &gold{v: newView(d, marks.Scan(d)), text: e.Text, id: e.ID}
	for _, a := range e.Attributions {
		r := goldRoles{content: tokenRanges(d, a.Content), source: tokenRanges(d, a.Source), spans: a}
		cue := tokenRanges(d, a.Cue)
		if len(cue) == 0 {
			continue
		}
		r.cueFirst, r.cueLast = cue[0].first, cue[0].last
		r.includeThat(d)
		g.a = append(g.a, r)
	}
	sort.SliceStable(g.a, func(i, j int) bool { return g.a[i].cueFirst < g.a[j].cueFirst })
	return g
}

// includeThat starts the content at a "that" just before it. Some annotations have the word inside the content, as in
// PolNeAR, and some leave it out; the models learn the one way.
func (r *goldRoles) includeThat(d *text.Doc) {
	if len(r.content) == 0 {
		return
	}
	before := r.content[0].first - 1
	if before >= r.cueLast && strings.EqualFold(d.Tokens[before].Of(d.Text), "that") {
		r.content[0].first = before
		r.spans.Content = slices.Clone(r.spans.Content)
		r.spans.Content[0].Start = d.Tokens[before].Start
	}
}

// tokenRanges returns the tokens that share at least half of their bytes with each span.
func tokenRanges(d *text.Doc, spans []text.Span) []tokenRange {
	var out []tokenRange
	for _, s := range spans {
		first := sort.Search(len(d.Tokens), func(i int) bool { t := d.Tokens[i]; return t.Start+t.End > 2*s.Start-1 })
		last := sort.Search(len(d.Tokens), func(i int) bool { t := d.Tokens[i]; return t.Start+t.End > 2*s.End })
		if last > first {
			out = append(out, tokenRange{first, last})
		}
	}
	return out
}

// inside reports whether token i is in one of the ranges.
func inside(rs []tokenRange, i int) bool {
	for _, r := range rs {
		if i >= r.first && i < r.last {
			return true
		}
	}
	return false
}
