package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// labelled is a sentence of the gold of exact spans.
type labelled struct {
	ID      string   `json:"id"`
	Offsets [][2]int `json:"offsets"`
	Labels  []string `json:"labels"`
}

// readLabels reads the labelled sentences of the files, one a line: they are no documents, and have no text.
func readLabels(names []string) ([]labelled, error) {
	var out []labelled
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		n := 0
		for line := range bytes.Lines(b) {
			var l labelled
			n++
			if err := json.Unmarshal(line, &l); err != nil {
				return nil, fmt.Errorf("%s:%d: not a labelled sentence: %w", name, n, err)
			}
			if len(l.Labels) != len(l.Offsets) {
				return nil, fmt.Errorf("%s:%d: %d labels for %d tokens", name, n, len(l.Labels), len(l.Offsets))
			}
			out = append(out, l)
		}
	}
	return out, nil
}

// project lays the pieces of quotes over the tokens of a sentence; later roles win.
func (l *labelled) project(qs []quoteSpans) []string {
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
