package main

import "testing"

func TestTimexScore(t *testing.T) {
	var s timexScore
	s.add(
		[]timex{{0, 10, "DATE", "2021-05-03"}, {20, 30, "DATE", "2021"}, {40, 45, "SET", "P1D"}},
		[]timex{{0, 10, "DATE", "2021-05-03"}, {22, 30, "DURATION", "2021"}, {50, 55, "DATE", "2020"}},
	)
	if want := (timexScore{ratio{1, 3, 3}, 2, 1, 2}); s != want {
		t.Errorf("got %+v, want %+v", s, want)
	}
}
