package discourse_test

import (
	"flag"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/casefile"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
)

var update = flag.Bool("update", false, "write what is found into testdata/referents.txt")

// TestReferents reads testdata/referents.txt: blocks of a text with phrases in brackets, and for whom each phrase
// stands, a line each: the rule that decided, and the names with their states. Each phrase is what the text is about
// until the next.
func TestReferents(t *testing.T) {
	g := gazetteer(t)
	casefile.Check(t, "testdata/referents.txt", *update, casefile.First(1), func(asked []string) string {
		return strings.Join(referents(g, asked[0]), "\n")
	})
}

// gazetteer is the one that is built in.
func gazetteer(t *testing.T) *actors.Gazetteer {
	t.Helper()
	g, err := actors.Load()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// referents resolves the phrases in brackets of an article of 14 June 2023.
func referents(g *actors.Gazetteer, said string) []string {
	a := &article.Article{ID: "test", Outlet: "The Daily Ledger", Published: "2023-06-14"}
	if outlet, rest, ok := strings.Cut(said, " | "); ok {
		a.Outlet, said = outlet, rest
	}
	var at []int
	for {
		i := strings.IndexAny(said, "[]")
		if i < 0 {
			break
		}
		at = append(at, i)
		said = said[:i] + said[i+1:]
	}
	a.Text = said
	d := discourse.New(a, text.Parse(said), g)
	var lines []string
	for i := 0; i+1 < len(at); i += 2 {
		lo, hi := d.Body.Range(text.Span{Start: at[i], End: at[i+1]})
		list := d.Referents(lo, hi, nil)
		lines = append(lines, strings.TrimSpace(d.Rule+": "+namesOf(list)))
		if len(list) > 0 {
			d.Focus = append(d.Focus, discourse.Focus{Pos: at[i], Entities: list})
		}
	}
	return lines
}

// namesOf are the names of entities with their states.
func namesOf(list []*naming.Entity) string {
	var names []string
	for _, e := range list {
		name := e.Name
		if e.State != "" && e.State != e.Name {
			name += "/" + e.State
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return "nobody"
	}
	return strings.Join(names, "; ")
}

// pieces are words and marks that make phrases of every kind.
var pieces = strings.Fields(
	`the a of to for in and , ( ) “ ” - he she it they both two each other President minister spokesman
	Ministry Committee Kenya Peru Russia Putin Ada Lind who said visiting side sides leaders delegation embassy 's his Dr.`,
)

// TestReferentsAreNoGuess: whatever the phrase, resolving it ends, and names nobody without a name.
func TestReferentsAreNoGuess(t *testing.T) {
	g := gazetteer(t)
	rapid.Check(t, func(rt *rapid.T) {
		a := &article.Article{ID: "test", Published: "2023-06-14"}
		a.Text = strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 20).Draw(rt, "text"), " ")
		d := discourse.New(a, text.Parse(a.Text), g)
		n := len(d.Body.Lower)
		lo := rapid.IntRange(0, n-1).Draw(rt, "lo")
		hi := rapid.IntRange(lo, n).Draw(rt, "hi")
		for _, e := range d.Referents(lo, hi, nil) {
			if e.Name == "" || e.ID == "" {
				rt.Fatalf("%q [%d, %d): %+v", a.Text, lo, hi, e)
			}
		}
	})
}
