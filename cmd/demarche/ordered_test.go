package main

import (
	"context"
	"errors"
	"iter"
	"testing"
)

// upTo yields the numbers below n.
func upTo(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func same(n int) int { return n }

func TestOrderedKeepsTheOrder(t *testing.T) {
	want := 0
	err := ordered(t.Context(), upTo(1000), func(n int) int { return n * n }, func(n int) error {
		if n != want*want {
			t.Fatalf("result %d is %d, want %d", want, n, want*want)
		}
		want++
		return nil
	})
	if err != nil || want != 1000 {
		t.Fatalf("got %d results, error %v", want, err)
	}
}

func TestOrderedStopsAtTheFirstError(t *testing.T) {
	broken := errors.New("broken")
	err := ordered(t.Context(), upTo(5000), same, func(n int) error {
		if n == 50 {
			return broken
		}
		return nil
	})
	if !errors.Is(err, broken) {
		t.Errorf("error %v, want %v", err, broken)
	}
}

// TestOrderedLeavesWhatHangs ends the context while an item is waited for, and while one is worked on: it returns.
func TestOrderedLeavesWhatHangs(t *testing.T) {
	for name, hang := range map[string][2]bool{"item": {true, false}, "work": {false, true}} {
		ctx, stop := context.WithCancel(t.Context())
		begun, never := make(chan bool), make(chan bool)
		items := func(yield func(int) bool) {
			yield(0)
			if hang[0] {
				close(begun)
				<-never
			}
			yield(1)
		}
		work := func(n int) int {
			if hang[1] && n == 1 {
				close(begun)
				<-never
			}
			return n
		}
		go func() {
			<-begun
			stop()
		}()
		if err := ordered(ctx, items, work, func(int) error { return nil }); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}
