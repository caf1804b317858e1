package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"demarche/timeline/coding"
	"demarche/timeline/edits"
	"demarche/timeline/record"
)

// shownValue is a value of an edit in words, short enough for a line.
func shownValue(e *record.Edit, value *string) string {
	switch {
	case value == nil && (e.Field == edits.AddField || e.Kind == coding.SampleKind || e.Kind == coding.Kind):
		return "not there"
	case value == nil:
		return edits.Shown(value)
	case e.Field == edits.AddField:
		var a edits.Addition
		if json.Unmarshal([]byte(*value), &a) == nil {
			return a.Words
		}
	case e.Kind == coding.SampleKind:
		var s coding.Sample
		if json.Unmarshal([]byte(*value), &s) == nil {
			return plural(len(s.Items), "statement")
		}
	case e.Kind == coding.Kind:
		var c coding.Coding
		if json.Unmarshal([]byte(*value), &c) == nil {
			return codingWords(&c)
		}
	}
	return edits.Shown(value)
}

// codingWords is what a coder says of a report in words: the verdict and the fields that are changed.
func codingWords(c *coding.Coding) string {
	verdict := string(c.Verdict)
	if verdict == "" {
		verdict = "open"
	}
	said := []string{verdict}
	for _, name := range edits.Fields() {
		value, ok := c.Fields[name]
		if !ok {
			continue
		}
		words := "can't tell"
		if !coding.Unsure(value) {
			s := string(value)
			words = edits.Shown(&s)
		}
		said = append(said, fmt.Sprintf("%s %s", name, words))
	}
	if c.Note != "" {
		said = append(said, "note: "+c.Note)
	}
	return strings.Join(slices.Clip(said), ", ")
}
