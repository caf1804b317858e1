package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// labelled is a sentence of the gold of exact spans.
type labelled struct {
	ID      string   `json:"id"`
	Offsets [][2]int `json:"offsets"`
	Labels  []string `json:"labels"`
}

// cofenet scores exact spans as published for CofeNet: every piece of a quote becomes a span of each sentence it
// touches.
func (e *evaluation) cofenet(w io.Writer) error {
	if e.texts == "" {
		return &hinted{errors.New("no texts"), "name the file of the texts with --texts"}
	}
	predicted, err := e.predictions()
	if err != nil {
		return err
	}
	gold, err := readLabels(e.gold)
	if err != nil {
		return err
	}
	counts := map[string]*ratio{"source": {}, "cue": {}, "content": {}}
	same, total := 0, 0
	for _, g := range gold {
		qs, ok := predicted[g.ID]
		if i := strings.LastIndexByte(g.ID, '_'); !ok && i > 0 {
			qs = predicted[g.ID[:i]]
		}
		labels := g.project(qs)
		for i, l := range labels {
			total++
			if l == g.Labels[i] {
				same++
			}
		}
		want, got := labelSpans(g.Labels), labelSpans(labels)
		for s := range want {
			counts[s.role].annotated++
			if got[s] {
				counts[s.role].right++
			}
		}
		for s := range got {
			counts[s.role].predicted++
		}
	}
	fmt.Fprintf(w, "%d instances, token label agreement %.2f%%\n", len(gold), share(same, total))
	for _, r := range []string{"source", "cue", "content"} {
		c := counts[r]
		fmt.Fprintf(w, "%-8s %v   gold %d pred %d\n", r, c, c.annotated, c.predicted)
	}
	return nil
}

// predictions extracts from the texts; quotes are found by the text's id with and without the annotator's suffix.
func (e *evaluation) predictions() (map[string][]evalQuote, error) {
	docs, err := readGold[quoteGold](e.ctx, []string{e.texts})
	if err != nil {
		return nil, err
	}
	x, err := e.extraction(true)
	if err != nil {
		return nil, err
	}
	predicted := map[string][]evalQuote{}
	for _, d := range docs {
		var out struct{ Quotes []evalQuote }
		if err := x.into(d.article, &out); err != nil {
			return nil, err
		}
		predicted[d.gold.ID] = out.Quotes
		// ids come with or without the annotator's suffix
		if i := strings.LastIndexByte(d.gold.ID, '_'); i > 0 && predicted[d.gold.ID[:i]] == nil {
			predicted[d.gold.ID[:i]] = out.Quotes
		}
	}
	return predicted, nil
}

// readLabels reads the labelled sentences of the files, one a line: they are no documents, and have no text.
func readLabels(names []string) ([]labelled, error) {
	var out []labelled
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		for dec := json.NewDecoder(f); ; {
			var l labelled
			if err = dec.Decode(&l); err != nil {
				break
			}
			out = append(out, l)
		}
		if err := errors.Join(err, f.Close()); !errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return out, nil
}

// project lays the pieces of quotes over the tokens of a sentence; later roles win.
func (l *labelled) project(qs []evalQuote) []string {
	out := make([]string, len(l.Offsets))
	for i := range out {
		out[i] = "O"
	}
	lay := func(role string, spans [][2]int) {
		for _, s := range spans {
			first := true
			for i, o := range l.Offsets {
				if o[0] >= s[0] && o[1] <= s[1] && (o[1] > o[0] || s[0] < o[0] && o[0] <= s[1]) {
					out[i] = "I-" + role
					if first {
						out[i] = "B-" + role
					}
					first = false
				}
			}
		}
	}
	for _, q := range qs {
		lay("content", q.Content)
	}
	for _, q := range qs {
		lay("source", q.Source)
	}
	for _, q := range qs {
		lay("cue", q.Cue)
	}
	return out
}

// labelSpan is a span of tokens.
type labelSpan struct {
	role       string
	start, end int
}

// labelSpans reads spans from labels B-, I- and O.
func labelSpans(labels []string) map[labelSpan]bool {
	out := map[labelSpan]bool{}
	role, start := "", 0
	for i := 0; i <= len(labels); i++ {
		l := "O"
		if i < len(labels) {
			l = labels[i]
		}
		if role != "" && l == "I-"+role {
			continue
		}
		if role != "" {
			out[labelSpan{role, start, i}] = true
			role = ""
		}
		if r, ok := strings.CutPrefix(l, "B-"); ok {
			role, start = r, i
		}
	}
	return out
}
