package article_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strings"
	"testing"

	"demarche/quotes/article"
)

const threeLines = `{"id":"a","title":" One\n","outlet":"Herald","published":"2023-06-12","url":"https://example.org/a","text":"First."}
{"id":"b","text":
{"id":7,"date":"2023-06","extra":{"x":[1]},"text":"Third\nline."}
`

// drain reads a stream to its end: the keys of the articles and the errors, in order.
func drain(t testing.TB, r io.Reader) (got []string) {
	t.Helper()
	lines := article.Lines(t.Context(), r, "in.jsonl")
	for range 1 << 20 {
		a, err := lines.Next()
		var bad *article.LineError
		switch {
		case errors.Is(err, io.EOF):
			return got
		case errors.As(err, &bad):
			got = append(got, "error: "+err.Error())
		case err != nil:
			got = append(got, "fatal: "+err.Error())
		default:
			got = append(got, a.Key()+" "+a.Published+" "+a.Text)
		}
	}
	t.Fatal("the stream does not end")
	return nil
}

func packedWith(t testing.TB, s string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, s); err != nil {
		t.Fatal(err)
	}
	w.Close()
	return b.Bytes()
}

func TestLinesGoOnAfterABadLine(t *testing.T) {
	for name, in := range map[string][]byte{"plain": []byte(threeLines), "gzip": packedWith(t, threeLines)} {
		got := drain(t, bytes.NewReader(in))
		if len(got) != 3 || got[0] != "a 2023-06-12 First." || !strings.HasPrefix(got[1], "error: in.jsonl:2: not a JSON object") ||
			got[2] != "7 2023-06 Third\nline." {
			t.Errorf("%s: %q", name, got)
		}
	}
}
