package article_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"strings"
	"syscall"
	"testing"
	"time"

	"demarche/quotes/article"
)

const body = `The two ministers met for three hours in the old town hall on Tuesday and spoke about the border, the trade across it and the water.
“We have agreed to meet again before the winter,” the host said after the talks, and he thanked his guest for coming so far.`

// readBytes reads bytes as a source.
func readBytes(t testing.TB, b []byte) (*article.Article, error) {
	t.Helper()
	return article.Read(t.Context(), article.Source{Name: "in", Bytes: b})
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

func TestBadSourcesGiveOneClearError(t *testing.T) {
	whole := packedWith(t, strings.Repeat(body, 100))
	for name, c := range map[string]struct{ in, want string }{
		"empty":           {"", "empty"},
		"blank":           {" \n\t\n", "empty"},
		"mark only":       {"\xef\xbb\xbf", "empty"},
		"NUL":             {body + "\x00" + body, "NUL byte at byte"},
		"invalid UTF-8":   {"é è à ü ö — “" + body + "\xff\xfe” and more", "invalid UTF-8 at byte"},
		"picture":         {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "image/png"},
		"PDF":             {"%PDF-1.7\n1 0 obj", "application/pdf"},
		"truncated gzip":  {string(whole[:len(whole)/2]), "damaged or truncated gzip"},
		"gzip of nothing": {string(packedWith(t, "")), "empty"},
		"gzip head only":  {"\x1f\x8b", "damaged"},
		"script only":     {"<html><body><script>var a = 1;</script></body></html>", "no article text"},
		"JSON Lines":      {threeLines, "JSON"},
	} {
		a, err := readBytes(t, []byte(c.in))
		if err == nil || !strings.HasPrefix(err.Error(), "in: ") || !strings.Contains(err.Error(), c.want) ||
			strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: article %+v, error %v, want %q", name, a, err, c.want)
		}
	}
}

func TestGzipBombStopsAtTheLimit(t *testing.T) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	zeros := make([]byte, 1<<20)
	for i := range zeros {
		zeros[i] = 'a'
	}
	for range article.MaxPage>>20 + 8 {
		w.Write(zeros)
	}
	w.Close()
	if _, err := readBytes(t, b.Bytes()); !errors.Is(err, article.ErrTooLarge) {
		t.Errorf("a bomb of %d bytes gives %v", b.Len(), err)
	}
}

func TestHostilePagesEndInTime(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	p := "<p>" + strings.ReplaceAll(body, "\n", "</p><p>") + "</p>"
	for name, page := range map[string]string{
		"deep":            "<html>" + strings.Repeat("<div>", 100_000) + p,
		"formatting":      "<html>" + strings.Repeat("<b><p>", 5_000) + p,
		"anchors":         "<html><body>" + strings.Repeat("<a href=x>", 20_000) + p,
		"tables":          "<html>" + strings.Repeat("<table><tr><td>", 10_000) + p,
		"text nodes":      "<html><body><div>" + strings.Repeat("1 May<i></i>", 20_000) + "</div>" + p,
		"days":            "<html><body><div>" + strings.Repeat("<span>1 May 2020</span>", 20_000) + "</div>" + p,
		"breaks":          "<html><body>" + strings.Repeat("a<br>", 30_000) + p,
		"attributes":      "<html><body><div " + strings.Repeat("a=b ", 20_000) + ">" + p,
		"one class":       "<html><body><div class='" + strings.Repeat("x-", 100_000) + "'>" + p,
		"long paragraph":  "<html><body><p>" + strings.Repeat("and so it went on ", 50_000) + "</p>" + p,
		"many paragraphs": "<html><body>" + strings.Repeat(p, 1_000),
		"JSON-LD":         `<html><script type="application/ld+json">` + strings.Repeat(`[`, 100_000) + "</script>" + p,
		"broken":          "<html><body><p " + p + "<div <span>" + p + "</table></div>" + p + "<!-- ",
	} {
		start := processorTime(t)
		a, err := readBytes(t, []byte(page))
		if took := processorTime(t) - start; took > 15*time.Second {
			t.Errorf("%s: %d bytes took %v", name, len(page), took)
		}
		if err == nil && !strings.Contains(a.Text, "before the winter") {
			t.Errorf("%s: the article is not in %.200q", name, a.Text)
		}
		if err != nil && !strings.HasPrefix(err.Error(), "in: ") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func TestLinesSurviveWhatStreamsDo(t *testing.T) {
	good := `{"id":"x","text":"Good."}` + "\n"
	long := `{"id":"l","text":"` + strings.Repeat("a", article.MaxLine) + `"}` + "\n"
	for name, c := range map[string]struct {
		in   []byte
		want []string
	}{
		"empty":      {nil, nil},
		"no end":     {[]byte(strings.TrimSpace(good)), []string{"x"}},
		"blank":      {[]byte("\n\r\n" + good), []string{"x"}},
		"long line":  {[]byte(good + long + good), []string{"x", "error: in.jsonl:2: too large", "x"}},
		"NUL":        {[]byte(good + "{\"text\":\"a\x00\"}\n" + good), []string{"x", "error: in.jsonl:2: NUL byte", "x"}},
		"hidden NUL": {[]byte(`{"text":"a\u0000b"}` + "\n" + good), []string{"error: in.jsonl:1: NUL", "x"}},
		"encoding":   {[]byte(good + "{\"text\":\"\xff\"}\n" + good), []string{"x", "error: in.jsonl:2: invalid UTF-8", "x"}},
		"no text":    {[]byte(`{"id":"a"}` + "\n" + good), []string{`error: in.jsonl:1: no "text"`, "x"}},
		"not one":    {[]byte("7\n[]\nnull\n" + good), []string{"error: in.jsonl:1: not a JSON", "error: in.jsonl:2: not a JSON", `error: in.jsonl:3: no "text"`, "x"}},
		"bad date":   {[]byte(`{"text":"a","published":"soon"}` + "\n" + good), []string{`error: in.jsonl:1: "published" is "soon"`, "x"}},
		"two gzips":  {append(packedWith(t, good), packedWith(t, good)...), []string{"x", "x"}},
	} {
		got := drain(t, bytes.NewReader(c.in))
		if len(got) != len(c.want) {
			t.Errorf("%s: %d results %.300q, want %q", name, len(got), got, c.want)
			continue
		}
		for i := range got {
			if !strings.HasPrefix(got[i], c.want[i]) {
				t.Errorf("%s: %.200q, want %q", name, got[i], c.want[i])
			}
		}
	}
}

func TestTruncatedStreamKeepsItsGoodPart(t *testing.T) {
	var lines strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&lines, "{\"id\":\"a%d\",\"text\":\"Text %x of the stream.\"}\n", i, i*i*7919)
	}
	b := packedWith(t, lines.String())
	got := drain(t, bytes.NewReader(b[:len(b)/2]))
	if len(got) < 1000 {
		t.Fatalf("%d lines came of half a stream", len(got))
	}
	for i, g := range got[:len(got)-1] {
		if !strings.HasPrefix(g, fmt.Sprintf("a%d ", i)) {
			t.Fatalf("line %d is %q", i+1, g)
		}
	}
	if last := got[len(got)-1]; !strings.Contains(last, "breaks off") {
		t.Errorf("the end is %q", last)
	}
}

// endless is a stream of the same line for ever.
type endless struct{ line string }

func (e endless) Read(b []byte) (int, error) { return copy(b, e.line), nil }

func TestLinesTakeAnEndlessStream(t *testing.T) {
	lines := article.Lines(t.Context(), endless{"{\"id\":\"x\",\"text\":\"Again.\"}\n"}, "in")
	for range 100_000 {
		if _, err := lines.Next(); err != nil {
			var bad *article.LineError
			if !errors.As(err, &bad) {
				t.Fatal(err)
			}
		}
	}
}
