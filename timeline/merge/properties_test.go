package merge

import (
	"bytes"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"demarche/timeline/actors"
	"demarche/timeline/dates"
	"demarche/timeline/record"
)

// vocabulary is what drawn wordings are made of: with few words much is nearly alike.
var vocabulary = []string{
	"treaty", "harbour", "the", "of", "tariffs", "friendship", "grows", "deeper", "Moscow's", "path", "winter", "people",
}

// drawWords draws a wording of a few words.
func drawWords(t *rapid.T) string {
	var b bytes.Buffer
	for _, w := range rapid.SliceOfN(rapid.SampledFrom(vocabulary), 0, 14).Draw(t, "words") {
		b.WriteString(w + " ")
	}
	return b.String() + "x"
}

// drawTelling draws what an article tells of one event: one or two reports by one of few parties on a day of a month.
func drawTelling(t *rapid.T, key string) *Telling {
	parties := []record.Party{kim, putin, xi, {Actor: actors.Actor{ID: "s", Name: "Russia", Kind: actors.State, State: "RUS"}}, {}}
	day := rapid.IntRange(1, 28).Draw(t, "day")
	d, err := dates.Parse(rapid.SampledFrom([]string{
		fmt.Sprintf("2024-03-%02d", day), fmt.Sprintf("2024-03-%02d/2024-03-%02d", day, min(28, day+4)), "2024-03",
		fmt.Sprintf("[..2024-03-%02d]", day), "",
	}).Draw(t, "edtf"))
	if err != nil {
		d = dates.Date{}
	}
	basis := rapid.SampledFrom([]dates.Basis{dates.Stated, dates.Relative, dates.Dateline, dates.Published}).Draw(t, "basis")
	channel := rapid.SampledFrom(record.Channels()).Draw(t, "channel")
	from, to := rapid.SampledFrom(parties[:4]).Draw(t, "from"), rapid.SampledFrom(parties).Draw(t, "to")
	e := told(key, "2024-03-01", basis, channel, from, to, drawWords(t))
	e.Said.Date = d
	if rapid.Bool().Draw(t, "occasion") {
		e.Occasion = &record.Occasion{Name: rapid.SampledFrom([]string{"Victory Day", "Russia’s Day"}).Draw(t, "name")}
	}
	if rapid.Bool().Draw(t, "second") {
		other := told(key, "2024-03-01", basis, channel, from, to, "y "+drawWords(t))
		e.Statements = append(e.Statements, other.Statements...)
	}
	return NewTelling(&e, Issue{"2024-03-29", rapid.SampledFrom([]string{"A", "B", ""}).Draw(t, "outlet")})
}

// TestProfileKeepsAll: a telling that was written and read again is compared as before, and stands in the same lists.
func TestProfileKeepsAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawTelling(t, "a"), drawTelling(t, "b")
		again, err := ReadProfile(a.Profile(), a.ID, a.Issue)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(again.Profile(), a.Profile()) || !slices.Equal(again.Keys(), a.Keys()) {
			t.Fatal("another profile, or other keys")
		}
		x, _ := pair{a, b}.same()
		if y, _ := (pair{again, b}).same(); x != y {
			t.Fatalf("compared anew: %d, was %d", y, x)
		}
	})
}

// TestProfileIsHostile: what is no profile is refused; nothing that is read makes it fail otherwise.
func TestProfileIsHostile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawTelling(t, "a").Profile()
		if _, err := ReadProfile(p[:rapid.IntRange(0, len(p)-1).Draw(t, "cut")], "e", Issue{}); err == nil {
			t.Fatal("a cut profile was read")
		}
		p[rapid.IntRange(0, len(p)-1).Draw(t, "place")] ^= byte(rapid.IntRange(1, 255).Draw(t, "bits"))
		_, _ = ReadProfile(p, "e", Issue{})
		_, _ = ReadProfile(append([]byte{ProfileVersion}, rapid.SliceOf(rapid.Byte()).Draw(t, "bytes")...), "e", Issue{})
	})
}

// TestOnlyNearOnesAreSame: what an index passes over by the days of two places could not have been one event.
func TestOnlyNearOnesAreSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawTelling(t, "a"), drawTelling(t, "b")
		x, y := a.Keys(), b.Keys()
		if a.Same(b) && (len(x) == 0 || len(y) == 0) {
			t.Fatal("one event, and one has no day")
		}
		if len(x) > 0 && len(y) > 0 && a.Same(b) && !x[0].Near(y[0]) {
			t.Fatalf("one event, and not near: %+v, %+v", x[0], y[0])
		}
		if a.Same(b) != b.Same(a) {
			t.Fatal("the order counts")
		}
	})
}

// TestWindowsMeet: the days that two windows have in common are in both, whichever comes first.
func TestWindowsMeet(t *testing.T) {
	drawWindow := func(t *rapid.T) window {
		first := rapid.IntRange(-3, 40).Draw(t, "first")
		return window{2*first - 1, 2*(first+rapid.IntRange(0, 6).Draw(t, "days")) + 1}
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawWindow(t), drawWindow(t)
		m, ok := a.meet(b)
		n, other := b.meet(a)
		if ok != other || m != n {
			t.Fatalf("%v and %v: %v %v, %v %v", a, b, m, ok, n, other)
		}
		x, y := Key{Day: int64(a.day()), First: int64(a.start())}, Key{Day: int64(b.day()), First: int64(b.start())}
		if ok != x.Near(y) {
			t.Fatalf("%v and %v meet: %v; by their keys: %v", a, b, ok, x.Near(y))
		}
	})
}

// TestDaysAreCounted: every day has a number, and the next day the next one.
func TestDaysAreCounted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 80_000).Draw(t, "days"))
		n, ok := dayNumber(at.Format(time.DateOnly))
		next, okToo := dayNumber(at.AddDate(0, 0, 1).Format(time.DateOnly))
		if !ok || !okToo || next != n+1 {
			t.Fatalf("%v: %d, and then %d", at, n, next)
		}
	})
}

// TestLikenessIsFair: likeness is between 0 and 1, the same either way, and 1 of the same words; of one occasion it is no
// smaller; evidence is bounded and none without words.
func TestLikenessIsFair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := newWording(drawWords(t)), newWording(drawWords(t))
		s := a.likeness(&b)
		if s < 0 || s > 1 || s != b.likeness(&a) || a.likeness(&a) != 1 || a.retold(&b) < s {
			t.Fatalf("%v and %v: %v, %v, %v", a.seq, b.seq, s, b.likeness(&a), a.retold(&b))
		}
		none := newWording("")
		if n := a.evidence(&b); n < 0 || n > allWords+copied || n != b.evidence(&a) || a.evidence(&none) != 0 {
			t.Fatalf("%v and %v: evidence %d", a.seq, b.seq, n)
		}
	})
}

// TestGroupsDivide: every telling is in one group, no group has two of one article, and what a person decided holds.
func TestGroupsDivide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := corpus(rapid.IntRange(4, 40).Draw(t, "n"), rapid.Uint64().Draw(t, "seed"))
		id := func(i int) []string { return []string{events[i].Statements[0].Reports[0].ID} }
		pick := rapid.Permutation([]int{0, 1, 2, 3}).Draw(t, "which")
		edits := NewEdits([]Edit{{One: true, Side: id(pick[0]), Other: id(pick[1])}, {Side: id(pick[2]), Other: id(pick[3])}})
		at := map[string]int{}
		for n, e := range Merge(events, nil, edits) {
			articles := map[string]bool{}
			for _, s := range e.Statements {
				for _, r := range s.Reports {
					if _, twice := at[r.ID]; twice || articles[r.ArticleKey] {
						t.Fatalf("%s is twice, or its article is", r.ID)
					}
					at[r.ID], articles[r.ArticleKey] = n, true
				}
			}
		}
		if at[id(pick[0])[0]] != at[id(pick[1])[0]] || at[id(pick[2])[0]] == at[id(pick[3])[0]] {
			t.Fatal("what was bound is apart, or what was parted is together")
		}
	})
}

// TestInheritIsStable: whichever of an article's reports are found again, and whatever comes between, each has the id
// that it had, and no id is given twice.
func TestInheritIsStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var known Known
		var events []record.Event
		for i, words := range rapid.SliceOfNDistinct(rapid.Custom(drawWords), 1, 6, rapid.ID).Draw(t, "texts") {
			e := told("a", "2024-03-01", dates.Stated, record.Message, kim, putin, words)
			old := fmt.Sprintf("r%016d", i)
			if rapid.Bool().Draw(t, "known") {
				known.Reports = append(known.Reports, KnownReport{old, words})
				known.Tellings = append(known.Tellings, record.EventID(old))
			}
			if rapid.Bool().Draw(t, "found") {
				events = append(events, e)
			}
		}
		Inherit(events, &known, func(string) string { return "" })
		seen := map[string]bool{}
		for _, e := range events {
			r := e.Statements[0].Reports[0]
			if seen[r.ID] || seen[e.ID] {
				t.Fatalf("%s or %s is given twice", r.ID, e.ID)
			}
			seen[r.ID], seen[e.ID] = true, true
			for _, k := range known.Reports {
				if record.SameWords(k.Text, r.Text) && r.ID != k.ID {
					t.Fatalf("%q has %s, had %s", r.Text, r.ID, k.ID)
				}
			}
		}
	})
}
