package main

import (
	"strings"
	"testing"
)

func TestFormByMarks(t *testing.T) {
	s := "“We go,” she said, adding that it was “late”. ‘Yes,’ it's ``his'' plan."
	e := newMarkedText(s)
	span := func(part string) [][2]int {
		k := len([]rune(s[:strings.Index(s, part)]))
		return [][2]int{{k, k + len([]rune(part))}}
	}
	for part, want := range map[string]string{
		"“We go,”": "direct", "she said": "indirect", "it was “late”": "mixed",
		"‘Yes,’": "direct", "``his''": "direct", ". ": "unknown",
	} {
		if got := e.form(span(part)); got != want {
			t.Errorf("%s: got %s, want %s", part, got, want)
		}
	}
}
