package merge

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
	"demarche/timeline/record"
)

var (
	kim   = record.Party{Actor: actors.Actor{ID: "kim-jong-un", Name: "Kim Jong Un", Kind: actors.Person, State: "PRK"}}
	putin = record.Party{
		Actor: actors.Actor{ID: "vladimir-putin", Name: "Vladimir Putin", Kind: actors.Person, State: "RUS"},
	}
	xi = record.Party{Actor: actors.Actor{ID: "xi-jinping", Name: "Xi Jinping", Kind: actors.Person, State: "CHN"}}
)

// told makes an event with one statement: what one article tells.
func told(key, day string, basis dates.Basis, ch record.Channel, from, to record.Party, words string) record.Event {
	d, err := dates.Parse(day)
	if err != nil {
		panic(err)
	}
	q := quotes.Quote{Form: quotes.Direct, Act: quotes.Speech, Content: []text.Span{{Start: 0, End: len(words)}}}
	r := record.Report{
		Quote: q, ID: idOf("r", key+words), ArticleKey: key, Text: words, Speakers: []record.Party{from},
		Channel: ch, Said: record.Said{Date: d, Basis: basis},
	}
	if to.ID != "" {
		r.Addressees = []record.Party{to}
	}
	e := record.Event{
		Channel: ch, Said: r.Said, Speakers: r.Speakers, Addressees: r.Addressees,
		Statements: []record.Statement{{ID: "s" + r.ID[1:], Reports: []record.Report{r}}},
	}
	e.ID = record.EventID(r.ID)
	return e
}

// idOf makes an ID that depends on the text alone.
func idOf(kind, s string) string {
	h := fnv.New64a()
	h.Write([]byte(s))
	return fmt.Sprintf("%s%016x", kind, h.Sum64())
}

func TestMerge(t *testing.T) {
	const formula = "full support and solidarity with the Russian people"
	for name, c := range map[string]struct {
		events []record.Event
		want   string // events:statements of each
	}{
		"one letter, two outlets, a day apart": {[]record.Event{
			told("a", "2023-06-12", dates.Stated, record.Message, kim, putin, formula),
			told("b", "2023-06-13", dates.Published, record.Message, kim, putin, "justice is sure to win, as history will tell"),
		}, "[2]"},
		"the same words are one statement": {[]record.Event{
			told("a", "2023-06-12", dates.Stated, record.Message, kim, putin, formula),
			told("b", "2023-06-12", dates.Stated, record.Message, kim, putin, "his “full support and solidarity”"),
			told("c", "2023-06-14", dates.Published, record.Message, kim, putin, "“Full support and solidarity with the Russian people!”"),
		}, "[1]"},
		"a formula of another year": {[]record.Event{
			told("a", "2023-06-12", dates.Stated, record.Message, kim, putin, formula),
			told("b", "2024-06-12", dates.Stated, record.Message, kim, putin, formula),
		}, "[1 1]"},
		"another addressee": {[]record.Event{
			told("a", "2023-06-12", dates.Stated, record.Message, kim, putin, formula),
			told("b", "2023-06-12", dates.Stated, record.Message, kim, xi, formula),
		}, "[1 1]"},
		"the other direction": {[]record.Event{
			told("a", "2023-06-12", dates.Stated, record.Message, kim, putin, formula),
			told("b", "2023-06-12", dates.Stated, record.Message, putin, kim, "our peoples are bound by friendship"),
		}, "[1 1]"},
		"one article tells of two": {[]record.Event{
			told("a", "2023-06-12", dates.Stated, record.Message, kim, putin, formula),
			told("a", "2023-06-12", dates.Stated, record.Message, kim, putin, "he would soon visit the Far East of the country"),
		}, "[1 1]"},
		"two sides of one call": {[]record.Event{
			told("a", "2024-03-01", dates.Stated, record.Call, xi, putin, "trade should grow"),
			told("b", "2024-03-01", dates.Stated, record.Call, putin, xi, "the visit was expected in autumn"),
		}, "[2]"},
		"statements of one day to nobody": {[]record.Event{
			told("a", "2024-03-01", dates.Stated, record.StatementText, putin, record.Party{}, "the tariffs violate the rules of trade"),
			told("b", "2024-03-01", dates.Stated, record.StatementText, putin, record.Party{}, "the harvest was the best in ten years"),
		}, "[1 1]"},
		"an open day is no day": {[]record.Event{
			told("a", "[..2023-06-12]", dates.Relative, record.UnknownChannel, putin, record.Party{}, "to deepen relations with North Korea"),
			told("b", "2023-06-12", dates.Stated, record.UnknownChannel, putin, record.Party{}, "to deepen relations with North Korea"),
		}, "[1 1]"},
	} {
		t.Run(name, func(t *testing.T) {
			var got []int
			for _, e := range Merge(c.events, nil, nil) {
				got = append(got, len(e.Statements))
			}
			if s := fmt.Sprint(got); s != c.want {
				t.Errorf("statements of the events: %s, want %s", s, c.want)
			}
		})
	}
}

// corpus makes n events about a few speakers, days and formulas: many that are one, many that nearly are.
func corpus(n int, seed uint64) []record.Event {
	rnd := rand.New(rand.NewPCG(seed, 7))
	parties := []record.Party{kim, putin, xi}
	formulas := []string{
		"full support and solidarity with the just cause of the people", "the friendship of both peoples will grow from year to year",
		"the drills are a grave provocation against peace in the region", "we expressed our readiness to deepen trade and energy projects",
		"he wished the president good health and success in his work",
	}
	channels := []record.Channel{record.Message, record.Call, record.StatementText, record.UnknownChannel}
	out := make([]record.Event, 0, n)
	for i := range n {
		a, b := rnd.IntN(3), rnd.IntN(3)
		to := parties[b]
		if a == b {
			to = record.Party{}
		}
		day := fmt.Sprintf("20%02d-%02d-%02d", 10+rnd.IntN(max(1, n/2000+1)), 1+rnd.IntN(12), 1+rnd.IntN(28))
		basis := []dates.Basis{dates.Stated, dates.Relative, dates.Published}[rnd.IntN(3)]
		words := formulas[rnd.IntN(len(formulas))]
		if rnd.IntN(2) == 0 {
			words += fmt.Sprintf(" in the year %d of our common road", rnd.IntN(n))
		}
		out = append(
			out,
			told(fmt.Sprint("article", i), day, basis, channels[rnd.IntN(len(channels))], parties[a], to, words),
		)
	}
	return out
}

// TestMergeProperties: the order of the events does not matter, merging again changes nothing, and no report is lost.
func TestMergeProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := corpus(rapid.IntRange(0, 120).Draw(t, "n"), rapid.Uint64().Draw(t, "seed"))
		want := Merge(events, nil, nil)
		n := 0
		for i := range want {
			for j := range want[i].Statements {
				n += len(want[i].Statements[j].Reports)
			}
		}
		if n != len(events) {
			t.Fatalf("%d reports of %d are left", n, len(events))
		}
		shuffled := rapid.Permutation(events).Draw(t, "order")
		if d := cmp.Diff(want, Merge(shuffled, nil, nil)); d != "" {
			t.Fatalf("another order: %s", d)
		}
		if d := cmp.Diff(want, Merge(want, nil, nil)); d != "" {
			t.Fatalf("merged again: %s", d)
		}
	})
}

func BenchmarkMerge(b *testing.B) {
	for _, n := range []int{5000, 50000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			events := corpus(n, 1)
			b.ResetTimer()
			for b.Loop() {
				Merge(events, nil, nil)
			}
		})
	}
}

// TestSameEitherWay: whether two tellings are one event does not depend on which is asked.
func TestSameEitherWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := corpus(rapid.IntRange(2, 60).Draw(t, "n"), rapid.Uint64().Draw(t, "seed"))
		for i := range list {
			a := NewTelling(&list[i], Issue{})
			for j := range list[:i] {
				b := NewTelling(&list[j], Issue{})
				x, _ := pair{a, b}.same()
				if y, _ := (pair{b, a}).same(); x != y {
					t.Fatalf("%q and %q: %v and %v", list[i].Statements[0].Reports[0].Text,
						list[j].Statements[0].Reports[0].Text, x, y)
				}
			}
		}
	})
}

// TestOutlets: two outlets that tell of what one person said on a day by one channel tell of one event, whatever they
// quote; of one outlet's stories that is not enough, and days that texts tell are kept apart whatever was published
// between them.
func TestOutlets(t *testing.T) {
	const treaty = "the treaty provides, among other things, for mutual assistance in case of aggression against one party"
	const weapons = "to send lethal weapons to the combat zone would be a grave mistake"
	nobody := record.Party{}
	brief := func(key, day string, basis dates.Basis, words string) record.Event {
		return told(key, day, basis, record.PressConference, putin, nobody, words)
	}
	for name, c := range map[string]struct {
		events []record.Event
		want   int
	}{
		"two outlets, other words": {[]record.Event{
			brief("a", "2024-06-19", dates.Stated, treaty), brief("b", "2024-06-19", dates.Stated, weapons),
		}, 1},
		"one outlet, other words": {[]record.Event{
			brief("a", "2024-06-19", dates.Stated, treaty), brief("a2", "2024-06-19", dates.Stated, weapons),
		}, 2},
		"one outlet, the same words": {[]record.Event{
			brief("a", "2024-06-19", dates.Stated, treaty), brief("a2", "2024-06-19", dates.Stated, treaty),
		}, 1},
		"two days with a day of publication between them": {[]record.Event{
			brief("a", "2024-06-19", dates.Stated, treaty), brief("b", "2024-06-20", dates.Published, "we shall see"),
			brief("c", "2024-06-20", dates.Stated, weapons),
		}, 3},
		"a formula of the next day": {[]record.Event{
			brief("a", "2024-06-19", dates.Stated, "good health and success"),
			brief("b", "2024-06-20", dates.Stated, "good health and success"),
		}, 2},
		"two letters of one day in one outlet": {[]record.Event{
			told("a", "2012-08-06", dates.Stated, record.Message, xi, kim, "my sympathy to the stricken area"),
			told("a2", "2012-08-06", dates.Stated, record.Message, xi, kim, "my congratulations on the title"),
		}, 2},
	} {
		t.Run(name, func(t *testing.T) {
			sources := map[string]record.Source{}
			for _, e := range c.events {
				key := articleOf(&e)
				sources[key] = record.Source{Key: key, Outlet: "Outlet " + key[:1], Published: "2024-06-21"}
			}
			if got := Merge(c.events, sources, nil); len(got) != c.want {
				t.Errorf("%d events, want %d", len(got), c.want)
			}
		})
	}
}

// TestNames: one body under several names is one, a longer name holds a shorter one, and a spokesman speaks for his
// ministry.
func TestNames(t *testing.T) {
	make1 := func(id, name, state, office string, k actors.Kind) party {
		return partiesOf([]record.Party{{Actor: actors.Actor{ID: id, Name: name, Kind: k, State: state}, Office: office}})[0]
	}
	ministry := make1("x111111111111", "Foreign Ministry of China", "CHN", "", actors.Organisation)
	for _, c := range []struct {
		a, b party
		want int
	}{
		{make1("x222222222222", "China's Foreign Ministry", "CHN", "", actors.Organisation), ministry, sameOffice},
		{make1("mao-ning", "Mao Ning", "CHN", "Foreign Ministry spokesperson of China", actors.Person), ministry, sameOffice},
		{make1("x333333333333", "Ministry of Commerce of China", "CHN", "", actors.Organisation), ministry, otherBody},
		{
			make1("kim-yo-jong", "Kim Yo Jong", "PRK", "", actors.Person),
			make1("x444444444444", "Central Committee of the Party Kim Yo Jong", "", "", actors.Person), sameName,
		},
		{
			make1("kim-yo-jong", "Kim Yo Jong", "PRK", "", actors.Person),
			make1("kim-jong-un", "Kim Jong Un", "PRK", "", actors.Person),
			otherName,
		},
	} {
		if got := c.a.agrees(c.b); got != c.want || c.b.agrees(c.a) != got {
			t.Errorf("%v and %v: %d and %d, want %d", c.a, c.b, got, c.b.agrees(c.a), c.want)
		}
	}
}
