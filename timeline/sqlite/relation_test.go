package sqlite

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"demarche/timeline"
	"demarche/timeline/actors"
)

// told is a store with one event an article, named for who speaks to whom.
func told(t testing.TB) *Store {
	s := open(t)
	xi := actors.Actor{ID: "xi-jinping", Name: "Xi Jinping", Kind: actors.Person, State: "CHN"}
	var entries []Entry
	for _, c := range []struct {
		id, body string
		from, to actors.Actor
		day      string
		about    []string
	}{
		{"kim-putin", "Kim said: «We will help with rockets.»", kim, putin, "2023-06-12", nil},
		{"putin-kim", "Putin said: «Thank you for the café.»", putin, kim, "2024-06-19", nil},
		{"xi-kim", "Xi said: «Good day.»", xi, kim, "2023-10-01", []string{"RUS"}},
		{"putin-about", "Putin said: «Pyongyang is free to choose.»", putin, actors.Actor{}, "2023-09-13", []string{"PRK"}},
		{"kim-xi-rus", "Kim said: «Tell Moscow of the rockets.»", kim, xi, "2023-09-14", []string{"RUS"}},
	} {
		a := newArticle(c.id, c.body)
		e := newEvent(a, c.from, c.to, c.day)
		e.Statements[0].Reports[0].About = c.about
		if c.to.ID == "" {
			e.Addressees, e.Statements[0].Reports[0].Addressees = nil, nil
		}
		entries = append(entries, Entry{Article: a, Events: []timeline.Event{e}})
	}
	joint := newArticle("joint", "They said: «We agree.»")
	e := newEvent(joint, kim, putin, "2024-06-19")
	r := &e.Statements[0].Reports[0]
	r.Speakers, r.Addressees = append(r.Speakers, r.Addressees...), nil
	e.Channel, r.Channel = timeline.JointStatement, timeline.JointStatement
	entries = append(entries, Entry{Article: joint, Events: []timeline.Event{e}})
	open := newArticle("open", "He had said: «One day.»")
	e = newEvent(open, putin, kim, "2023-06-12")
	r = &e.Statements[0].Reports[0]
	r.Said.EDTF, r.Said.Earliest = "[..2023-06-12]", ""
	entries = append(entries, Entry{Article: open, Events: []timeline.Event{e}})
	outcomes, err := s.PutAll(context.Background(), entries)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range outcomes {
		if o.Err != nil {
			t.Fatal(o.Err)
		}
	}
	return s
}

func TestRelationFilters(t *testing.T) {
	s := told(t)
	for _, c := range []struct {
		name string
		f    Filter
		want string
	}{
		{"all", Filter{}, "kim-putin open putin-about joint putin-kim"},
		{"since", Filter{Since: "2023-06-13"}, "putin-about joint putin-kim"},
		{"since the day", Filter{Since: "2024-06-19"}, "joint putin-kim"},
		{"until", Filter{Until: "2023-06-12"}, "kim-putin open"},
		{"until long ago", Filter{Until: "1999-01-01"}, "open"},
		{"to and fro", Filter{Direction: timeline.AToB}, "kim-putin"},
		{"back", Filter{Direction: timeline.BToA}, "open putin-about putin-kim"},
		{"joint", Filter{Direction: timeline.Joint}, "joint"},
		{"addressed", Filter{Addressed: true}, "kim-putin open joint putin-kim"},
		{"speaker", Filter{Speaker: "PUTIN"}, "open putin-about joint putin-kim"},
		{"text", Filter{Text: "rocket"}, "kim-putin"},
		{"text without accents", Filter{Text: "cafe thank"}, "putin-kim"},
		{"either", Filter{Text: "rockets OR pyongyang"}, "kim-putin putin-about"},
		{"phrase", Filter{Text: `"free to choose"`}, "putin-about"},
		{"no such phrase", Filter{Text: `"choose free"`}, ""},
		{"beginning", Filter{Text: "pyong*"}, "putin-about"},
		{"operators are words", Filter{Text: "rockets NOT help"}, ""},
		{"both", Filter{Text: "help", Since: "2024-01-01"}, ""},
	} {
		c.f.A, c.f.B = "PRK", "RUS"
		rel, err := s.Relations().Between(context.Background(), c.f)
		if err != nil {
			t.Fatal(c.name, err)
		}
		var got []string
		for _, e := range rel.Events {
			got = append(got, strings.TrimPrefix(e.ID, "e-"))
			for _, st := range e.Statements {
				if src, ok := rel.Sources[st.Reports[0].ArticleKey]; !ok || src.Text == "" {
					t.Errorf("%s: no source of %s", c.name, e.ID)
				}
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		if len(rel.Sources) != len(rel.Events) {
			t.Errorf("%s: %d sources for %d events", c.name, len(rel.Sources), len(rel.Events))
		}
		if diff := cmp.Diff([]timeline.Coverage{{Month: "2023-06", Articles: 7}}, rel.Read); diff != "" {
			t.Error(diff)
		}
	}
}

// TestRelationEitherWay asks for the same pair in both orders: the same events come.
func TestRelationEitherWay(t *testing.T) {
	s := open(t)
	for i := range 100 {
		if _, err := s.PutAll(context.Background(), []Entry{genEntry(fmt.Sprint("a", i)).Example(i)}); err != nil {
			t.Fatal(err)
		}
	}
	states := []string{"PRK", "RUS", "CHN", "UN"}
	for _, a := range states {
		for _, b := range states {
			if a == b {
				continue
			}
			ab, err1 := s.Relations().Between(context.Background(), Filter{A: a, B: b})
			ba, err2 := s.Relations().Between(context.Background(), Filter{A: b, B: a})
			if err1 != nil || err2 != nil {
				t.Fatal(err1, err2)
			}
			if diff := cmp.Diff(ab.Events, ba.Events); diff != "" {
				t.Fatalf("%s, %s:\n%s", a, b, diff)
			}
			// All that one addressed to the other is in it, whatever is merged with it.
			got := reportsOf(ab.Events)
			for i := range 100 {
				for _, e := range toldBy(genEntry(fmt.Sprint("a", i)).Example(i).Events) {
					for _, st := range e.Statements {
						one := e
						one.Statements = []timeline.Statement{st}
						_, link, _ := one.Between(a, b)
						r := &st.Reports[0]
						told := len(r.Speakers) > 0 &&
							len(r.Addressees) > 0 // in the statement itself, not by others of the event
						if id := r.ID; told && link == timeline.Addressed && !got[id] {
							t.Errorf("%s, %s: report %s is missing", a, b, id)
						}
					}
				}
			}
		}
	}
}

// reportsOf returns the ids of all reports of events.
func reportsOf(events []timeline.Event) map[string]bool {
	ids := map[string]bool{}
	for _, e := range events {
		for _, st := range e.Statements {
			for _, r := range st.Reports {
				ids[r.ID] = true
			}
		}
	}
	return ids
}

func TestMatchQuery(t *testing.T) {
	for typed, want := range map[string]string{
		"rockets":               `("rockets")`,
		"help  rockets":         `("help") AND ("rockets")`,
		`"full support" help`:   `("full support") AND ("help")`,
		"“full support”":        `("full support")`,
		"nucl* weapon":          `("nucl"*) AND ("weapon")`,
		"a OR b c":              `("a" OR "b") AND ("c")`,
		"OR a":                  `("a")`,
		"NEAR(a b)":             `("NEAR a") AND ("b")`,
		"high-handed":           `("high handed")`,
		"text:x^2 {a}":          `("text x 2") AND ("a")`,
		"핵 무기":                  `("핵") AND ("무기")`,
		"a\x00b":                `("a b")`,
		`x"; DROP TABLE y; --"`: `("x") AND ("DROP TABLE y")`,
	} {
		if got, err := matchQuery(typed); got != want || err != nil {
			t.Errorf("%q: %s %v, want %s", typed, got, err, want)
		}
	}
	for _, typed := range []string{"", " ", `""`, "*", "- + ^", "OR"} {
		if got, err := matchQuery(typed); !errors.Is(err, ErrNoWord) {
			t.Errorf("%q: %q %v", typed, got, err)
		}
	}
	for _, typed := range []string{`"`, `"full support`, `full support"`, "“full support", `a "b" "c`} {
		if got, err := matchQuery(typed); !errors.Is(err, ErrOpenPhrase) {
			t.Errorf("%q: %q %v", typed, got, err)
		}
	}
}

// FuzzText searches for anything: the only errors are that there is no word in it, or an open quotation mark.
func FuzzText(f *testing.F) {
	for _, s := range []string{"help", `"a b`, "a* OR -b", "NEAR(x, 2)", "\x00\xff", "col : y", "a AND", "(((", "½ ² ⅷ ٣", "ﬁ ŉ \u0301"} {
		f.Add(s)
	}
	s := told(f)
	f.Fuzz(func(t *testing.T, typed string) {
		_, err := s.Relations().Between(context.Background(), Filter{A: "PRK", B: "RUS", Text: typed, Speaker: typed})
		if err != nil && !errors.Is(err, ErrNoWord) && !errors.Is(err, ErrOpenPhrase) {
			t.Errorf("%q: %v", typed, err)
		}
	})
}

// TestWordsOfATextFindIt searches for each word of a report.
func TestWordsOfATextFindIt(t *testing.T) {
	s, n := open(t), 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		word := rapid.StringMatching(`[a-zA-Zа-яА-Я가-힣éüñ0-9]{1,12}`).Draw(rt, "word")
		a := newArticle(fmt.Sprint(n), "He said: «so "+word+"-like»")
		if _, err := s.Put(context.Background(), a, []timeline.Event{newEvent(a, kim, putin, "2023-06-12")}); err != nil {
			rt.Fatal(err)
		}
		rel, err := s.Relations().Between(context.Background(), Filter{A: "PRK", B: "RUS", Text: strings.ToUpper(word)})
		if err != nil {
			rt.Fatal(err)
		}
		if reportsOf(rel.Events)["r-"+a.ID] {
			return
		}
		rt.Fatalf("%q is not found", word)
	})
}

// TestRelationsAreThoseOfEachPair holds the relations of a state, read at once, to those that are read pair by pair.
func TestRelationsAreThoseOfEachPair(t *testing.T) {
	s, ctx := told(t), context.Background()
	every := func(string) bool { return true }
	for _, f := range []Filter{
		{}, {Since: "2023-09-01"}, {Speaker: "putin"}, {Text: "rockets"}, {Addressed: true}, {Direction: timeline.AToB},
	} {
		for _, f.A = range []string{"PRK", "RUS", "CHN", "USA"} {
			got, err := s.Relations().All(ctx, f, every)
			if err != nil {
				t.Fatal(err)
			}
			var want []timeline.Relation
			partners, err := s.Relations().Partners(ctx, f.A)
			if err != nil {
				t.Fatal(err)
			}
			for _, f.B = range partners {
				rel, err := s.Relations().Between(ctx, f)
				if err != nil {
					t.Fatal(err)
				}
				if len(rel.Events) > 0 {
					want = append(want, rel)
				}
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("%+v: %s", f, d)
			}
		}
	}
	got, err := s.Relations().All(ctx, Filter{A: "PRK"}, func(code string) bool { return code == "CHN" })
	if err != nil || len(got) != 1 || got[0].B != "CHN" {
		t.Errorf("with CHN alone: %+v, %v", got, err)
	}
}
