package main

import (
	"context"
	"errors"
	"testing"
)

func TestOrderedKeepsTheOrder(t *testing.T) {
	i, want := 0, 0
	err := ordered(context.Background(),
		func() (int, bool, error) { i++; return i - 1, i <= 1000, nil },
		func(n int) int { return n * n },
		func(n int) error {
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
	for name, fail := range map[string][2]error{"next": {broken, nil}, "emit": {nil, broken}} {
		i := 0
		err := ordered(context.Background(),
			func() (int, bool, error) {
				i++
				if i == 50 && fail[0] != nil {
					return 0, false, fail[0]
				}
				return i, i < 5000, nil
			},
			func(n int) int { return n },
			func(n int) error {
				if n == 50 {
					return fail[1]
				}
				return nil
			})
		if !errors.Is(err, broken) {
			t.Errorf("%s: error %v, want %v", name, err, broken)
		}
	}
}
