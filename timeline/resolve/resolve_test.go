package resolve

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/record"
)

var update = flag.Bool("update", false, "write the results into the golden files")

// TestResolve reads testdata/resolve/*.txtar: an article of our own with its quotes as "form | source | cue |
// content" lines, and the tuples that they must resolve to. Adding a file is all it takes.
func TestResolve(t *testing.T) {
	g := load(t)
	files, err := filepath.Glob("testdata/resolve/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			a, qs := readCase(t, ar)
			got := ""
			// the rules alone: what the models choose is measured on folds of annotated texts
			reports, _ := Candidates(a, text.Parse(a.Text), qs, g)
			for _, r := range reports {
				got += dump(&r) + "\n"
			}
			i := slices.IndexFunc(ar.Files, func(f txtar.File) bool { return f.Name == "want" })
			if *update {
				ar.Files[i].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if d := cmp.Diff(string(ar.Files[i].Data), got); d != "" {
				t.Error(d)
			}
		})
	}
}

// load returns the built-in gazetteer.
func load(t testing.TB) *actors.Gazetteer {
	t.Helper()
	g, err := actors.Load()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// readCase reads the article and the quotes of a case.
func readCase(t *testing.T, ar *txtar.Archive) (*article.Article, []quotes.Quote) {
	t.Helper()
	a := &article.Article{}
	var qs []quotes.Quote
	for _, f := range ar.Files {
		switch f.Name {
		case "article":
			head, body, _ := strings.Cut(string(f.Data), "\n\n")
			for _, line := range strings.Split(head, "\n") {
				k, v, _ := strings.Cut(line, ": ")
				switch k {
				case "title":
					a.Title = v
				case "outlet":
					a.Outlet = v
				case "published":
					a.Published = v
				}
			}
			a.ID, a.Text = "test", strings.TrimSpace(body)
		case "quotes":
			for _, line := range strings.Split(strings.TrimSpace(string(f.Data)), "\n") {
				qs = append(qs, readQuote(t, a.Text, line))
			}
		}
	}
	return a, qs
}

// laidOut are the words that stand for a form in a case where the layout gives the words to their speaker.
var laidOut = map[string]string{"turn": quotes.ByTurn, "document": quotes.ByStatement, "joint": quotes.ByJoint}

// readQuote reads "form | source | cue | content": each part is found in the text, cue and source nearest to the
// content.
func readQuote(t *testing.T, body, line string) quotes.Quote {
	t.Helper()
	f := strings.Split(line, " | ")
	if len(f) != 4 {
		t.Fatalf("quote %q has %d parts, want 4", line, len(f))
	}
	content := strings.ReplaceAll(f[3], `\n`, "\n")
	at := strings.Index(body, content)
	if at < 0 {
		t.Fatalf("content %q is not in the text", content)
	}
	end := at + len(content)
	near := func(s string) []text.Span {
		if s == "-" {
			return nil
		}
		best, far := -1, 1<<30
		for i := 0; ; {
			k := strings.Index(body[i:], s)
			if k < 0 {
				break
			}
			i += k
			d := max(at-i-len(s), i-end)
			inWord := func(k int) bool { return k >= 0 && k < len(body) && body[k]|0x20 >= 'a' && body[k]|0x20 <= 'z' }
			if d >= 0 && d < far && !inWord(i-1) && !inWord(i+len(s)) {
				best, far = i, d
			}
			i++
		}
		if best < 0 {
			t.Fatalf("%q is not beside %q", s, content)
		}
		return []text.Span{{Start: best, End: best + len(s)}}
	}
	form, by := quotes.Form(f[0]), laidOut[f[0]]
	if by != "" {
		form = quotes.Unmarked
	}
	held := []text.Span{{Start: at, End: end}}
	return quotes.Quote{Form: form, By: by, Act: quotes.Speech, Content: held, Source: near(f[1]), Cue: near(f[2])}
}

// dump is a report in one line: speakers > addressees | medium | channel | date | occasion | tone.
func dump(r *record.Report) string {
	names := func(list []record.Party) string {
		var out []string
		for i := range list {
			p := &list[i]
			n := p.Name + "/" + p.State
			if p.Basis != "" {
				n += "/" + p.Basis
			}
			out = append(out, n)
		}
		if len(out) == 0 {
			return "-"
		}
		return strings.Join(out, "; ")
	}
	medium, occasion := "-", "-"
	if r.Medium != nil {
		medium = r.Medium.Name
	}
	if r.Occasion != nil {
		occasion = strings.TrimSpace(r.Occasion.Name + " " + r.Occasion.Date)
	}
	return fmt.Sprintf("%s > %s | %s | %s | %s %s | %s | %s", names(r.Speakers), names(r.Addressees), medium, r.Channel,
		r.Said.EDTF, r.Said.Basis, occasion, r.Tone)
}
