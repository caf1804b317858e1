package main

import (
	"fmt"
	"testing"

	"demarche/timeline"
)

// TestCandidatesAreRemembered asks for articles again and again: each is read once while it is remembered, a new
// version of it anew, and no more of them are remembered than is allowed.
func TestCandidatesAreRemembered(t *testing.T) {
	read := 0
	c := &candidateCache{read: func(*timeline.Source) (*candidates, error) {
		read++
		return &candidates{}, nil
	}}
	ask := func(key, hash string, want int) {
		t.Helper()
		before := read
		if _, err := c.get(&timeline.Source{Key: key, SHA256: hash}); err != nil || read-before != want {
			t.Errorf("%s %s was read %d times, want %d; %v", key, hash, read-before, want, err)
		}
	}
	ask("a", "1", 1)
	ask("a", "1", 0)
	ask("a", "2", 1)
	for i := range 2 * mostCached {
		ask(fmt.Sprint("b", i), "1", 1)
		ask("a", "2", 0)
	}
	if len(c.known) != mostCached || len(c.order) != mostCached {
		t.Errorf("%d articles are remembered, in an order of %d; want %d", len(c.known), len(c.order), mostCached)
	}
}
