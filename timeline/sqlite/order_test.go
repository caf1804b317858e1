package sqlite

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"demarche/timeline"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
	"demarche/timeline/record"
)

// wire makes an article with one or two statements, as many outlets would tell of a few events: few speakers, few days,
// few wordings.
func wire(id string, draw func(n int) int) Entry {
	formulas := []string{
		"full support and solidarity with the just cause of the people", "the friendship of both peoples will grow",
		"the drills are a grave provocation against peace", "we are ready to deepen trade and energy projects",
		"trade and energy projects are what we are ready to deepen",
	}
	people := []actors.Actor{kim, putin, {ID: "xi", Name: "Xi Jinping", Kind: actors.Person, State: "CHN"}}
	body, n := "He said: ", 1+draw(2)
	var words []string
	for range n {
		w := formulas[draw(len(formulas))]
		words, body = append(words, w), body+"«"+w+".» It rained. "
	}
	a := newArticle(id, body)
	a.Published = fmt.Sprintf("2023-06-%02d", 12+draw(4))
	e := Entry{Article: a}
	at := 0
	for i, w := range words {
		start := at + strings.Index(body[at:], w)
		at = start + len(w)
		from, to := people[draw(3)], people[draw(3)]
		day := fmt.Sprintf("2023-06-%02d", 11+draw(3))
		ev := newEvent(newArticle(id, "«"+w+"»"), from, to, day)
		r := &ev.Statements[0].Reports[0]
		r.ArticleKey, r.Text = a.Key(), w
		r.Content[0].Start, r.Content[0].End, r.Around.End = start, at, len(body)
		r.Channel = []timeline.Channel{timeline.Message, timeline.Call, timeline.Speech, timeline.UnknownChannel}[draw(4)]
		r.Said.Basis = []dates.Basis{dates.Stated, dates.Relative, dates.Published}[draw(3)]
		if from.ID == to.ID || draw(3) == 0 {
			r.Addressees = nil
		}
		r.ID = record.ReportID(a.Key(), w, i+1)
		ev.ID = record.EventID(r.ID)
		e.Events = append(e.Events, ev)
	}
	return e
}

// merged is all that the file says of events: every table but the numbers of rows.
func merged(t rapid.TB, s *Store) []timeline.Event {
	ids, err := readIDs(context.Background(), s.db, `SELECT id FROM events`)
	if err != nil {
		t.Fatal(err)
	}
	list, err := loadEvents(context.Background(), s.db, ids)
	if err != nil {
		t.Fatal(err)
	}
	var out []timeline.Event
	for _, e := range list {
		out = append(out, e.Event)
	}
	slices.SortFunc(out, func(a, b timeline.Event) int { return strings.Compare(a.ID, b.ID) })
	return out
}

func putAll(t rapid.TB, s *Store, entries []Entry) {
	outcomes, err := s.PutAll(context.Background(), entries)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range outcomes {
		if o.Err != nil {
			t.Fatal(o.Err)
		}
	}
}

// TestOrderPlaysNoPart puts the same articles in another order and other batches, some of them twice, some taken away
// and put again: the events are the same, with the same ids, and those that merging all at once gives.
func TestOrderPlaysNoPart(t *testing.T) {
	dir, n := t.TempDir(), 0
	fresh := func(t rapid.TB) *Store {
		n++
		s, err := Open(filepath.Join(dir, fmt.Sprint(n)), Options{})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	rapid.Check(t, func(rt *rapid.T) {
		var entries []Entry
		for i := range rapid.IntRange(1, 40).Draw(rt, "articles") {
			entries = append(entries, wire(fmt.Sprint("a", i), func(n int) int { return rapid.IntRange(0, n-1).Draw(rt, "draw") }))
		}
		once := fresh(rt)
		defer once.Close()
		putAll(rt, once, entries)
		want := merged(rt, once)

		var events []timeline.Event
		sources := map[string]timeline.Source{}
		for _, e := range entries {
			events = append(events, toldBy(e.Events)...)
			sources[e.Article.Key()] = timeline.NewSource(e.Article)
		}
		all := timeline.Merge(events, sources)
		slices.SortFunc(all, func(a, b timeline.Event) int { return strings.Compare(a.ID, b.ID) })
		if d := cmp.Diff(want, all, cmpopts.EquateEmpty()); d != "" {
			rt.Fatalf("stored -, merged at once +:\n%s", d)
		}

		other := fresh(rt)
		defer other.Close()
		for rest := rapid.Permutation(entries).Draw(rt, "order"); len(rest) > 0; {
			k := rapid.IntRange(1, len(rest)).Draw(rt, "batch")
			putAll(rt, other, rest[:k])
			if rapid.IntRange(0, 3).Draw(rt, "again") == 0 {
				gone := rest[0]
				if _, err := other.Remove(context.Background(), gone.Article.Key(), record.Edit{Who: "me", At: "2026-01-02T03:04:05Z"}); err != nil {
					rt.Fatal(err)
				}
				putAll(rt, other, []Entry{gone})
			}
			rest = rest[k:]
		}
		if d := cmp.Diff(want, merged(rt, other), cmpopts.EquateEmpty()); d != "" {
			rt.Fatalf("at once -, in pieces +:\n%s", d)
		}
		if a, err := other.Check(context.Background()); err != nil {
			rt.Fatal(err, a.Failures)
		}
	})
}
