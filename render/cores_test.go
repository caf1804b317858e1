package render

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"demarche/timeline"
)

func TestOnCoresDoesEachOnce(t *testing.T) {
	for _, n := range []int{0, 1, fewest - 1, 2 * fewest, 10*fewest + 7} {
		done := make([]atomic.Int32, n)
		onCores(n, fewest, func(lo, hi int) {
			for i := lo; i < hi; i++ {
				done[i].Add(1)
			}
		})
		for i := range done {
			if done[i].Load() != 1 {
				t.Errorf("of %d, number %d was done %d times", n, i, done[i].Load())
			}
		}
	}
}

func TestDrawAllKeepsTheOrder(t *testing.T) {
	var want []string
	for i := 0; i < 1000; i += 3 {
		want = append(want, fmt.Sprint(i))
	}
	var got []string
	for _, e := range drawAll(nil, 1000, func(_ *viewer, i int) (Event, bool) {
		return Event{ID: fmt.Sprint(i)}, i%3 == 0
	}) {
		got = append(got, e.ID)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestSqueezersKeepTheOrder(t *testing.T) {
	on := newSqueezers(3)
	var want []string
	for i := range 200 {
		v := slices.Repeat([]string{"<solidarity>", fmt.Sprint(i)}, i)
		alone, err := newSqueezer() // its memory has held nothing else
		if err != nil {
			t.Fatal(err)
		}
		s, err := alone.squeezeJSON(v)
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, s)
		on.value(v)
	}
	got, err := on.wait()
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestSqueezersReportErrors(t *testing.T) {
	on := newSqueezers(0)
	for i := range 50 { // more than they have room for: nobody may wait for ever
		on.put(func(*squeezer) (string, error) {
			if i == 20 {
				return "", errors.New("no room")
			}
			return "", nil
		})
		on.value(i)
	}
	if _, err := on.wait(); err == nil || !strings.Contains(err.Error(), "no room") {
		t.Errorf("the error is %v", err)
	}
	on = newSqueezers(0)
	on.value(func() {})
	if _, err := on.wait(); err == nil {
		t.Error("a value that is no JSON gives no error")
	}
}

func TestMostWorthIsABound(t *testing.T) {
	r := New(synthetic(2000), options())
	for i := range r.Events {
		e := &r.Events[i]
		for _, link := range []timeline.Link{timeline.Addressed, timeline.About} {
			e.Link = link
			for k := range e.Statements {
				if x := worth(e, &e.Statements[k]) + 2; x > mostWorth(e, &e.Statements[k]) {
					t.Fatalf("%s is worth %v, more than %v", e.ID, x, mostWorth(e, &e.Statements[k]))
				}
			}
		}
	}
}
