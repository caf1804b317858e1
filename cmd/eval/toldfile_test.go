package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestToldIsMerged: of sixty fresh wordings nothing wrong is joined, and of the pairs that belong together so many are
// found as when they were read last.
func TestToldIsMerged(t *testing.T) {
	x, err := newExtraction("")
	if err != nil {
		t.Fatal(err)
	}
	list, err := readTold("testdata/told.txt")
	if err != nil {
		t.Fatal(err)
	}
	if err := findAll(context.Background(), list, x); err != nil {
		t.Fatal(err)
	}
	e := comparePairs(list, func(a *told) string { return a.event }, func(a *told) string { return a.happening })
	s := comparePairs(list, func(a *told) string { return a.utterance }, func(a *told) string { return a.statement })
	for what, c := range map[string]struct {
		r    ratio
		want float64
	}{"events": {e, 75}, "statements": {s, 70}} {
		if p, r, _ := c.r.prf(); p < 97 || r < c.want {
			t.Errorf("%s: %v, want 97 and %.0f", what, c.r, c.want)
		}
	}
}

func TestToldNeedsAWording(t *testing.T) {
	name := filepath.Join(t.TempDir(), "told.txt")
	for body, want := range map[string]string{
		"== a b | Outlet | 2025-01-01\nNo wording.\n":       "article 1",
		"== a | Outlet | 2025-01-01\nA [[wording]].\n":      "article 1",
		"== a b | 2025-01-01\nA [[wording]].\n":             "article 1",
		"# ok\n== a b | O | 2025-01-01\n# no\nA [[b]] c.\n": "",
	} {
		if err := os.WriteFile(name, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
		list, err := readTold(name)
		switch {
		case want == "" && (err != nil || len(list) != 1 || list[0].text != "b" || list[0].article.Text != "A b c."):
			t.Errorf("%q: %v, %v", body, list, err)
		case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%q: %v, want %s", body, err, want)
		}
	}
}
