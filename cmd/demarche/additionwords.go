package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/edits"
)

// find finds the words in the article.
func (o *additionOptions) find(cmd *cobra.Command, key, body string) ([]text.Span, error) {
	from, to, err := o.place(cmd, body)
	if err != nil {
		return nil, err
	}
	if o.words == "" {
		if strings.TrimSpace(body[from:to]) == "" {
			return nil, usage(cmd, "--at %s: no words stand there", o.at)
		}
		return []text.Span{{Start: from, End: to}}, nil
	}
	words := strings.ReplaceAll(o.words, "\r\n", "\n")
	spans := edits.Locate(body, words, max(from, 0))
	if spans == nil {
		return nil, fmt.Errorf("%s: the words are not in the article %s; copy them from: demarche sources show %s",
			o.db, key, key)
	}
	if n := strings.Count(body, words); n > 1 && o.at == "" {
		return nil, fmt.Errorf("%s: the words stand %d times in the article, first at character %d; choose with --at",
			o.db, n, text.NewCodePoints(body).At(spans[0].Start))
	}
	return spans, nil
}

// place reads --at as bytes of the text: -1 where it is not given.
func (o *additionOptions) place(cmd *cobra.Command, body string) (from, to int, err error) {
	if o.at == "" {
		return -1, -1, nil
	}
	first, last, ranged := strings.Cut(o.at, "-")
	if !ranged {
		last = first
	}
	a, errA := strconv.Atoi(first)
	b, errB := strconv.Atoi(last)
	points := text.NewCodePoints(body)
	if errA != nil || errB != nil || a < 0 || b < a || b > points.Len() {
		return 0, 0, usage(cmd, "--at %q is no place in a text of %d characters", o.at, points.Len())
	}
	at := points.Bytes([2]int{a, b})
	return at.Start, at.End, nil
}

// joinedWords are words as a report has them.
func joinedWords(body string, spans []text.Span) string {
	var pieces []string
	for _, s := range spans {
		pieces = append(pieces, s.Of(body))
	}
	return strings.Join(pieces, " … ")
}

// sentencesAround are the sentences in which words stand.
func sentencesAround(body string, spans []text.Span) string {
	from, to := spans[0].Start, spans[len(spans)-1].End
	start, end := from, to
	for _, s := range text.Parse(body).Sentences {
		if s.Start < to && from < s.End {
			start, end = min(start, s.Start), max(end, s.End)
		}
	}
	return body[start:end]
}

// formOf is the form that is given, else direct where the words begin with a quotation mark and indirect where not.
func (o *additionOptions) formOf(cmd *cobra.Command, words string) (quotes.Form, error) {
	forms := []quotes.Form{quotes.Direct, quotes.Mixed, quotes.Indirect, quotes.Unmarked}
	switch {
	case o.form != "" && !slices.Contains(forms, quotes.Form(o.form)):
		return "", usage(cmd, "--form %q is none of direct, mixed, indirect, unmarked", o.form)
	case o.form != "":
		return quotes.Form(o.form), nil
	case strings.ContainsAny(words[:min(len(words), 4)], `"“„«»”‘'`):
		return quotes.Direct, nil
	}
	return quotes.Indirect, nil
}

// aboutStates are the states that are given, else those that the words name.
func (o *additionOptions) aboutStates(cmd *cobra.Command, g *actors.Gazetteer, words string) ([]string, error) {
	out := []string{}
	if o.about != "" {
		for name := range strings.SplitSeq(o.about, ",") {
			code, err := stateCode(cmd, g, strings.TrimSpace(name))
			if err != nil {
				return nil, err
			}
			out = append(out, code)
		}
	} else {
		for _, m := range g.Find(words) {
			if e := m.Candidates[0].Entry; e != nil && e.State != "" && e.Kind != actors.Medium {
				out = append(out, e.State)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}
