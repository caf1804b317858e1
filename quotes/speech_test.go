package quotes

import (
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"demarche/quotes/marks"
	"demarche/quotes/text"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// TestSpeech reads testdata/speech/*.txtar: each file is a row of cases, "NAME.text" and then "NAME.want" with a line
// a quote, "form | source | cue | content", pieces joined by " … ", line ends as "⏎". The lines stand in the order of
// the text. The first line of a text may be "TITLE " and the title of its document. UPDATE=1 go test rewrites what is
// expected: read the difference.
func TestSpeech(t *testing.T) {
	files, err := filepath.Glob("testdata/speech/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i+1 < len(ar.Files); i += 2 {
			in, want := ar.Files[i], ar.Files[i+1]
			name, title := strings.TrimSuffix(in.Name, ".text"), ""
			if first, rest, ok := strings.Cut(string(in.Data), "\n"); ok && strings.HasPrefix(first, "TITLE ") {
				title, in.Data = strings.TrimPrefix(first, "TITLE "), []byte(rest)
			}
			t.Run(filepath.Base(file)+"/"+name, func(t *testing.T) {
				if want.Name != name+".want" {
					t.Fatalf("%s stands where %s.want should", want.Name, name)
				}
				got := speechLines(strings.TrimSuffix(string(in.Data), "\n"), title)
				if os.Getenv("UPDATE") != "" {
					if got != strings.TrimSpace(string(want.Data)) {
						ar.Files[i+1].Data = []byte(got + "\n")
					}
					return
				}
				if diff := cmp.Diff(strings.TrimSpace(string(want.Data)), got); diff != "" {
					t.Errorf("-want +got:\n%s", diff)
				}
			})
		}
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// spoken reads what a timeline wants of a document by layout and grammar alone.
func spoken(d *text.Doc, title string) []Quote {
	l := newPage(d, title).layout()
	return speech(newGrammar(d), marks.Scan(d), l.quotes, l.labels)
}

func speechLines(s, title string) string {
	d := text.Parse(s)
	var b strings.Builder
	for _, q := range spoken(d, title) {
		fmt.Fprintf(&b, "%s | %s | %s | %s\n", q.Form, pieces(s, q.Source), pieces(s, q.Cue), pieces(s, q.Content))
	}
	return strings.TrimSpace(b.String())
}

func pieces(s string, spans []text.Span) string {
	var out []string
	for _, p := range spans {
		out = append(out, strings.ReplaceAll(p.Of(s), "\n", "⏎"))
	}
	return strings.Join(out, " … ")
}

func TestCueLexicon(t *testing.T) {
	l, err := loadCues()
	if err != nil {
		t.Fatal(err)
	}
	if len(l.verbs) < 500 || len(l.nouns) < 200 {
		t.Errorf("%d spellings and %d nouns: tables cut short?", len(l.verbs), len(l.nouns))
	}
	for word, c := range l.verbs {
		if c.verb.frames == 0 && c.verb.with == nil {
			t.Errorf("%q has neither a frame nor a particle", word)
		}
		if c.verb.frames&framePrep != 0 && len(c.verb.preps) == 0 {
			t.Errorf("%q names no preposition", word)
		}
	}
	for _, f := range []struct{ word, lemma string }{{"said", "say"}, {"denies", "deny"}, {"vowing", "vow"}, {"urged", "urge"}, {"reaffirmed", "reaffirm"}} {
		if c := l.verbs[f.word]; c.verb == nil || c.verb.lemma != f.lemma {
			t.Errorf("%q is no form of %q", f.word, f.lemma)
		}
	}
}

// TestSpeechLinear reads texts made to trip a reader that looks too far: the time must stay near that of the length.
func TestSpeechLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	cases := map[string]string{
		"marks":  strings.Repeat("\"", 400_000),
		"line":   strings.Repeat("he said that the paper said, ", 20_000),
		"commas": strings.Repeat("a, ", 200_000),
		"cues":   strings.Repeat("He said:\n", 50_000),
		"turns":  strings.Repeat("Anna Berg: yes\n", 30_000),
		"open":   "He said:\n“" + strings.Repeat("word word.\n", 50_000),
		"blocks": strings.Repeat("It said, adding:\nThe group is bad, the paper said, and went on: It is\n", 10_000),
	}
	for name, s := range cases {
		d := text.Parse(s)
		start := processorTime(t)
		spoken(d, "")
		if took := processorTime(t) - start; took > 5*time.Second {
			t.Errorf("%s: %v for %d bytes", name, took, len(s))
		}
	}
}

// scraps are what TestSpeechSpans puts texts together from, in any order.
var scraps = []string{
	"The minister said", "he added", ", ", ":", "\n", "\"", "“", "”", " and ", " that ", "the talks had failed", "adding", ", adding ", "It was agreed to ",
	"meet soon", "According to ", "the paper", "stressed the need for ", "PRESIDENT BERG:", "Q:", "urged both sides to ", "the statement of the spokesman that it will go",
	"in a statement on June 8", "expressed hope", "for ", "was quoted as saying ", ";", " ", ".", "The message reads, in part:", "which ", "who said", "—", "é", "\xff", "* * *",
	"the U.S.\n", "Co.\nLtd. ", "Noting that ", "called on him to go", "says this in a note.",
}

func TestSpeechSpans(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 20_000 {
		var b strings.Builder
		for range 2 + r.Intn(20) {
			b.WriteString(scraps[r.Intn(len(scraps))])
			if r.Intn(2) == 0 {
				b.WriteByte(' ')
			}
		}
		checkSpans(t, b.String())
	}
}

func FuzzSpeech(f *testing.F) {
	for _, s := range scraps {
		f.Add(s + scraps[0] + scraps[9] + scraps[10])
	}
	files, _ := filepath.Glob("testdata/speech/*.txtar")
	for _, file := range files {
		if b, err := os.ReadFile(file); err == nil {
			f.Add(string(b))
		}
	}
	f.Fuzz(func(t *testing.T, s string) { checkSpans(t, s) })
}

// checkSpans fails where a span lies outside the text, is empty, or a quote has no words.
func checkSpans(t *testing.T, s string) {
	t.Helper()
	d := text.Parse(s)
	for _, q := range spoken(d, "") {
		if len(q.Content) == 0 || q.Act == "" || q.Form == "" || q.By == "" || q.P <= 0 || q.P > 1 {
			t.Fatalf("%q: incomplete quote %+v", s, q)
		}
		for _, spans := range [][]text.Span{q.Content, q.Cue, q.Source} {
			for _, p := range spans {
				if p.Start < 0 || p.Start >= p.End || p.End > len(s) {
					t.Fatalf("%q: span %v in %+v", s, p, q)
				}
			}
		}
	}
}

func BenchmarkSpeech(b *testing.B) {
	ar, err := txtar.ParseFile("testdata/speech/readout.txtar")
	if err != nil {
		b.Fatal(err)
	}
	var s strings.Builder
	for i := 0; i < len(ar.Files); i += 2 {
		s.Write(ar.Files[i].Data)
	}
	d := text.Parse(strings.Repeat(s.String(), 20))
	words := len(strings.Fields(d.Text))
	b.ReportAllocs()
	for b.Loop() {
		spoken(d, "")
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}
