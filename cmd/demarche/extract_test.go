package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"demarche/quotes/article"
)

// newExtraction makes what "extract" runs; the test is skipped where the program has no weights.
func newExtraction(t *testing.T) *extraction {
	t.Helper()
	p, err := newPipeline("")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.extractor(); err != nil {
		t.Skip(err)
	}
	return &extraction{pipeline: p}
}

func TestExtractKeepsOrderAndNamesBadLines(t *testing.T) {
	var in strings.Builder
	for i := range 40 {
		switch i {
		case 7:
			in.WriteString("not JSON\n")
		case 9:
			in.WriteString("\n{\"id\":\"no text\"}\n")
		default:
			fmt.Fprintf(&in, "{\"id\":\"d%d\",\"text\":\"“We will help,” Vladimir Putin said on Monday.\",\"published\":\"2023-06-14\"}\n", i)
		}
	}
	plain := filepath.Join(t.TempDir(), "in.jsonl")
	packed := plain + ".gz"
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	if _, err := w.Write([]byte(in.String())); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string][]byte{plain: []byte(in.String()), packed: z.Bytes()} {
		if err := os.WriteFile(name, b, 0o600); err != nil {
			t.Fatal(err)
		}
		newExtraction(t)
		out, errs, err := demarche("extract", name)
		if !errors.Is(err, errPartly) || !strings.HasSuffix(err.Error(), "2 bad documents left out") {
			t.Errorf("error %v", err)
		}
		if !strings.Contains(errs, name+":8: not a JSON object") || !strings.Contains(errs, name+`:11: no "text"`) || strings.Contains(errs, "struct") {
			t.Errorf("messages %q", errs)
		}
		lines := strings.Split(strings.TrimSpace(out), "\n")
		if len(lines) != 38 {
			t.Fatalf("%d lines, want 38", len(lines))
		}
		last := -1
		for _, l := range lines {
			var o extractOutput
			if err := json.Unmarshal([]byte(l), &o); err != nil {
				t.Fatal(err)
			}
			n := 0
			if _, err := fmt.Sscanf(o.ID, "d%d", &n); err != nil || n <= last {
				t.Fatalf("document %s after d%d", o.ID, last)
			}
			last = n
		}
	}
}

func TestExtractCountsCodePoints(t *testing.T) {
	e := newExtraction(t)
	const body = "平壤\n“We will help,” Vladimir Putin said on Monday."
	o, err := e.document(&article.Article{ID: "x", Text: body, Published: "2023-06-14"})
	if err != nil {
		t.Fatal(err)
	}
	if len(o.Quotes) != 1 {
		t.Fatalf("%d quotes, want 1: %+v", len(o.Quotes), o)
	}
	q := o.Quotes[0]
	r := []rune(body)
	if got := string(r[q.Content[0][0]:q.Content[0][1]]); got != "“We will help,”" {
		t.Errorf("content %q", got)
	}
	if len(q.Speakers) != 1 || q.Speakers[0].Name != "Vladimir Putin" || *q.Date.EDTF != "2023-06-12" {
		t.Errorf("quote %+v", q)
	}
}
