package quotes

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"demarche/quotes/text"
)

func extractor(t testing.TB) *Extractor {
	t.Helper()
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// dumpQuotes writes a quote a line: form, then content, cue and source as written, pieces divided by " … ".
func dumpQuotes(s string, qs []Quote) string {
	var b strings.Builder
	pieces := func(spans []text.Span) string {
		var out []string
		for _, p := range spans {
			out = append(out, strings.ReplaceAll(p.Of(s), "\n", "¶"))
		}
		return strings.Join(out, " … ")
	}
	for _, q := range qs {
		fmt.Fprintf(&b, "%s | %s | %s | %s\n", q.Form, pieces(q.Source), pieces(q.Cue), pieces(q.Content))
	}
	return b.String()
}

// TestExtract reads testdata/extract/*.txtar: pairs of a text and the quotes with all attributions. UPDATE=1
// rewrites what is expected. After a training, read the difference: it is what the new weights changed.
func TestExtract(t *testing.T) {
	x := extractor(t)
	files, _ := filepath.Glob("testdata/extract/*.txtar")
	if len(files) == 0 {
		t.Fatal("no cases")
	}
	for _, name := range files {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i+1 < len(a.Files); i += 2 {
			in, want := string(a.Files[i].Data), string(a.Files[i+1].Data)
			got := dumpQuotes(in, x.Extract(text.Parse(in), Options{Attributions: true}))
			if got != want && os.Getenv("UPDATE") == "" {
				t.Errorf("%s: %s: got\n%swant\n%s", name, a.Files[i].Name, got, want)
			}
			a.Files[i+1].Data = []byte(got)
		}
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// checkQuotes fails the test unless the quotes are sorted and their spans lie in order inside the text.
func checkQuotes(t *testing.T, d *text.Doc, qs []Quote) {
	t.Helper()
	for i, q := range qs {
		if len(q.Content) == 0 || q.P < 0 || q.P > 1 || q.By == "" || q.Form == "" || q.Act == "" {
			t.Fatalf("incomplete: %+v", q)
		}
		if i > 0 && compareQuotes(qs[i-1], q) > 0 {
			t.Fatalf("not sorted: %+v before %+v", qs[i-1], q)
		}
		for _, spans := range [][]text.Span{q.Content, q.Cue, q.Source} {
			at := 0
			for _, s := range spans {
				if s.Start < at || s.End <= s.Start || s.End > len(d.Text) {
					t.Fatalf("span %v of %+v", s, q)
				}
				at = s.End
			}
		}
	}
}

var hostileTexts = []string{
	"", "“", "\"\"\"", "“”“”", "said", "said said said", "“a” said “b” said “c”", "Q: “", ":\n“\n“\n“", "He said:\n\n“One.\n\n“Two.”",
	"‘’’’‘‘", "''``''``", "»x«", "„x“ sagte er", "\x00said\xff “\xfe”", "He said “a ‘b “c” d’ e” and “f", "(\"—\")", "said,:;", "“He said",
}

func FuzzExtract(f *testing.F) {
	x := extractor(f)
	for _, s := range hostileTexts {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := text.Parse(s)
		checkQuotes(t, d, x.Extract(d, Options{Attributions: true}))
		checkQuotes(t, d, x.Extract(d, Options{}))
	})
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

// TestExtractIsLinear reads ten times as much in not much more than ten times the processor's time, the better of
// two.
func TestExtractIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	x := extractor(t)
	for name, unit := range map[string]string{
		"marks": "“", "straight": "\"", "closing": "”", "nested": "“a ‘b ", "line": "Kim said that he would go, and “yes”, Lind said. ",
		"cues": "said ", "paragraphs": "“Yes,” he said.\n\n", "reopened": "“Open\n\n", "colons": "He said:\n", "letters": "a",
	} {
		measure := func(size int) time.Duration {
			s := strings.Repeat(unit, size/len(unit))
			best := time.Hour
			for range 2 {
				start := processorTime(t)
				d := text.Parse(s)
				checkQuotes(t, d, x.Extract(d, Options{Attributions: true}))
				best = min(best, processorTime(t)-start)
			}
			return best
		}
		measure(2_000)
		small, large := measure(20_000), measure(200_000)
		if large > 40*small+500*time.Millisecond {
			t.Errorf("%s: %v for 20 KB, %v for 200 KB", name, small, large)
		}
	}
}

// sampleText is plain news prose of our own.
const sampleText = `GENEVA — The foreign minister of Norland said on Tuesday that talks with Sudland would resume “within days,” and urged both
sides to show restraint.
“We have never closed the door,” Ada Lind told reporters after a meeting with her counterpart. “Nor will we do so now.”
Her ministry announced that a delegation of nine would leave for the border town of Varn. According to two officials, who spoke
on condition of anonymity, the trip had been planned for weeks.
The governor of Varn, Piet Moss, was less hopeful. He accused the capital of having “forgotten the valley” and called for more
police. Trains ran as usual. The price of bread rose by four percent in March.
`

func BenchmarkExtract(b *testing.B) {
	x := extractor(b)
	s := strings.Repeat(sampleText, 20)
	if f := benchText(); f != "" {
		s = f
	}
	words := len(strings.Fields(s))
	x.Extract(text.Parse(s), Options{})
	for _, o := range []Options{{}, {Attributions: true}} {
		b.Run(fmt.Sprintf("attributions=%v", o.Attributions), func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				x.Extract(text.Parse(s), o)
			}
			b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}

// benchText is the text named by the environment, so that speed can be had for real articles.
func benchText() string {
	b, err := os.ReadFile(os.Getenv("DEMARCHE_BENCH_TEXT"))
	if err != nil {
		return ""
	}
	return string(b)
}
