package text

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/jdkato/prose/v2"
	"github.com/rogpeppe/go-internal/txtar"
)

// dump writes the sentences of a document one a line, tokens divided by spaces, paragraphs by blank lines.
func dump(d *Doc) string {
	var b strings.Builder
	for i, p := range d.Paragraphs {
		if i > 0 {
			b.WriteByte('\n')
		}
		for _, s := range d.Sentences[p.First:p.Last] {
			for k := s.First; k < s.Last; k++ {
				fmt.Fprintf(&b, "%s/%s ", d.Word(k), d.Tokens[k].Tag)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// TestParse reads testdata/*.txtar: pairs of a text and its sentences with tagged tokens.
func TestParse(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) == 0 {
		t.Fatal("no cases")
	}
	for _, name := range files {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		changed := false
		for i := 0; i+1 < len(a.Files); i += 2 {
			in, want := string(a.Files[i].Data), string(a.Files[i+1].Data)
			got := dump(Parse(in))
			if got == want {
				continue
			}
			if os.Getenv("UPDATE") != "" {
				a.Files[i+1].Data, changed = []byte(got), true
				continue
			}
			t.Errorf("%s: %s: got\n%swant\n%s", name, a.Files[i].Name, got, want)
		}
		if changed {
			if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// check fails the test unless the spans of d are in order, disjoint, nested and inside the text.
func check(t *testing.T, d *Doc) {
	t.Helper()
	at, sent, tok := 0, 0, 0
	for _, p := range d.Paragraphs {
		if p.Start < at || p.End <= p.Start || p.End > len(d.Text) || p.First != sent || p.Last <= p.First {
			t.Fatalf("paragraph %+v after %d", p, at)
		}
		if strings.Contains(p.Of(d.Text), "\n") {
			t.Fatalf("paragraph of two lines: %q", p.Of(d.Text))
		}
		for _, s := range d.Sentences[p.First:p.Last] {
			if s.Start < at || !p.Contains(s.Span) || s.First != tok || s.Last <= s.First {
				t.Fatalf("sentence %+v after %d in %+v", s, at, p)
			}
			for _, k := range d.Tokens[s.First:s.Last] {
				if k.Start < at || !s.Contains(k.Span) || k.Len() == 0 || k.Tag == "" {
					t.Fatalf("token %+v after %d in %+v", k, at, s)
				}
				if gap := d.Text[at:k.Start]; strings.TrimSpace(gap) != "" {
					t.Fatalf("lost %q", gap)
				}
				at = k.End
			}
			sent, tok = sent+1, s.Last
		}
	}
	if strings.TrimSpace(d.Text[at:]) != "" || sent != len(d.Sentences) || tok != len(d.Tokens) {
		t.Fatalf("text left over: %q", d.Text[at:])
	}
}

var hostile = []string{
	"", " \n\n ", "\x00", "a\x00b", "\xff\xfe said", "“”", "\"", "'", "’s", "'s", "...", "cannot", "CANNOT.", "e.g.", "$", "-", "--", "—",
	"“He said ‘no’.”\r\nThen", "\u2028x\u00a0y", "Mr.", "www.", "http://a.b/c\"d", "he'd've", "n't", "''''", "a,,b", "1,000,", "10:30:", "é’s",
	"U.S.”", "(a)b[c]", "😀 said 🇰🇵.", "\u200b", "١٢٣ ٤", "don’t", "“'s", "&amp;", "a.b.c.d.e.f.g.h.i.j.k",
}

func FuzzParse(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { check(t, Parse(s)) })
}

func FuzzCodePoints(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Add(strings.Repeat("aé“😀", 300))
	f.Fuzz(func(t *testing.T, s string) {
		c, n := NewCodePoints(s), 0
		for i := range s {
			if c.At(i) != n || c.ByteOffset(n) != i {
				t.Fatalf("byte %d: got point %d, want %d; back at %d", i, c.At(i), n, c.ByteOffset(n))
			}
			n++
		}
		if n != c.Len() || n != utf8.RuneCountInString(s) || c.At(len(s)) != n || c.ByteOffset(n) != len(s) {
			t.Fatalf("length %d, want %d", c.Len(), n)
		}
	})
}

// TestTagsOfProse holds our run of prose's model against prose itself, on text that both cut alike.
func TestTagsOfProse(t *testing.T) {
	for _, s := range []string{
		"The foreign minister arrived in the capital on Tuesday and met his counterpart for two hours of talks .",
		"Nobody in the old harbour town had ever seen so many ships , wrote the governor to his brother in 1987 .",
		"She quickly denied that 37 well-known companies had been asked to pay .",
		"A spokesman for Mr. Okafor did not say when the delegation would leave Geneva .",
	} {
		doc, err := prose.NewDocument(s, prose.WithExtraction(false), prose.WithSegmentation(false))
		if err != nil {
			t.Fatal(err)
		}
		d := Parse(s)
		want := doc.Tokens()
		if len(want) != len(d.Tokens) {
			t.Fatalf("%d tokens, want %d: %s", len(d.Tokens), len(want), dump(d))
		}
		for i, w := range want {
			if d.Tokens[i].Tag != w.Tag {
				t.Errorf("%s: got %s, want %s", w.Text, d.Tokens[i].Tag, w.Tag)
			}
		}
	}
}

// processorTime returns the time that this process has had of the processors: a busy machine does not change it.
func processorTime(t *testing.T) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Skip(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// TestLinear parses ten times as much in not much more than ten times the processor's time, the best of three.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	for _, unit := range []string{"“", "\"", "'", "He said “no” to the U.S. plan, ", "a", ".", "No.  ", "é’", "\n", "? ", "''s"} {
		measure := func(size int) time.Duration {
			s := strings.Repeat(unit, size/len(unit))
			best := time.Hour
			for range 3 {
				start := processorTime(t)
				check(t, Parse(s))
				best = min(best, processorTime(t)-start)
			}
			return best
		}
		small, large := measure(100_000), measure(1_000_000)
		if large > 40*small+200*time.Millisecond {
			t.Errorf("%q: %v for 100 KB, %v for 1 MB", unit, small, large)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	s := strings.Repeat(
		"The minister said on Tuesday that “talks” would go on in Geneva, Mr. Okafor's office told reporters.\n\n",
		500,
	)
	words := len(strings.Fields(s))
	Parse("")
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		Parse(s)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkCodePoints(b *testing.B) {
	s := strings.Repeat("The minister said “talks” would go on. ", 500)
	b.ReportAllocs()
	for range b.N {
		c := NewCodePoints(s)
		for i := 0; i < len(s); i += 100 {
			c.At(i)
		}
	}
}
