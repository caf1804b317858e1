package actors

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// goldActor is a speaker or addressee of the diplomatic bench.
type goldActor struct {
	Name    string
	Aliases []string
	State   string
}

func (a goldActor) accepts(name string) bool {
	same := func(n string) bool { return goldName(n) == goldName(name) }
	return same(a.Name) || slices.ContainsFunc(a.Aliases, same)
}

func goldName(s string) string {
	s = " " + Fold(s) + " "
	s = strings.ReplaceAll(strings.ReplaceAll(s, " the ", " "), " government of ", " ")
	return strings.TrimSpace(s)
}

// goldDoc is a line of the bench.
type goldDoc struct {
	ID, Published string
	Quotes        []struct{ Speakers, Addressees []goldActor }
}

// benchDocs reads the annotated articles beside the checkout; the test is skipped where they are absent.
func benchDocs(t *testing.T) []goldDoc {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join("..", "..", "..", "shared", "bench", "diplomatic", "train", "*.jsonl"))
	if len(files) == 0 {
		t.Skip("no annotated articles: ../shared/bench/diplomatic/train is absent")
	}
	var out []goldDoc
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<24)
		for lines.Scan() {
			var d goldDoc
			if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
				t.Fatal(err)
			}
			out = append(out, d)
		}
	}
	return out
}

// resolves tells whether the gazetteer gives an actor by name or by description, with its state, on a day.
func resolves(g *Gazetteer, a goldActor, day string) (Actor, bool) {
	var first Actor
	for _, name := range append([]string{a.Name}, a.Aliases...) {
		got := g.Named(name, day)
		if m, ok := g.ParseOffice(name); ok {
			if r, ok := g.Resolve(m, day); ok {
				got = append(got, r)
			}
		}
		for _, r := range got {
			if r.State == a.State && a.accepts(r.Name) {
				return r, true
			}
			if !first.Known() {
				first = r
			}
		}
	}
	return first, false
}

// Of the speakers and addressees of the annotated articles most are known, by the name and state that readers expect.
func TestGoldActorsAreKnown(t *testing.T) {
	g := load(t)
	seen, known, all := map[string]bool{}, 0, 0
	for _, d := range benchDocs(t) {
		for _, q := range d.Quotes {
			for _, a := range append(q.Speakers, q.Addressees...) {
				key := a.Name + a.State + d.Published
				if a.State == "" || seen[key] {
					continue
				}
				seen[key] = true
				all++
				if got, ok := resolves(g, a, d.Published); ok {
					known++
				} else {
					t.Logf("%s: %s of %s %q: %s of %s", d.Published, a.Name, a.State, a.Aliases, got.Name, got.State)
				}
			}
		}
	}
	t.Logf("%d of %d known", known, all)
	if known*100 < all*80 {
		t.Errorf("%d of %d known, want four of five", known, all)
	}
}
