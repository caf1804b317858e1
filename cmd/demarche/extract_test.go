package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"demarche/quotes"
	"demarche/timeline/actors"
)

// newExtraction makes a run over the named files; the test is skipped where the program has no weights.
func newExtraction(t *testing.T, names ...string) (*extraction, *bytes.Buffer) {
	t.Helper()
	g, err := actors.Load()
	if err != nil {
		t.Fatal(err)
	}
	x, err := quotes.New()
	if err != nil {
		t.Skip(err)
	}
	errs := &bytes.Buffer{}
	return &extraction{g: g, x: x, in: strings.NewReader(""), errs: errs, names: names}, errs
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
		e, errs := newExtraction(t, name)
		var out bytes.Buffer
		if err := e.run(context.Background(), &out); err != nil {
			t.Fatal(err)
		}
		if e.bad != 2 || !strings.Contains(errs.String(), name+":8: not a document") || !strings.Contains(errs.String(), name+":11: not a document") {
			t.Errorf("%d bad lines, messages %q", e.bad, errs)
		}
		lines := strings.Split(strings.TrimSpace(out.String()), "\n")
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
	e, _ := newExtraction(t)
	const body = "平壤\n“We will help,” Vladimir Putin said on Monday."
	quoted, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	line, err := e.document([]byte(`{"id":"x","text":` + string(quoted) + `,"published":"2023-06-14"}`))
	if err != nil {
		t.Fatal(err)
	}
	var o extractOutput
	if err := json.Unmarshal(line, &o); err != nil {
		t.Fatal(err)
	}
	if len(o.Quotes) != 1 {
		t.Fatalf("%d quotes, want 1: %s", len(o.Quotes), line)
	}
	q := o.Quotes[0]
	r := []rune(body)
	if got := string(r[q.Content[0][0]:q.Content[0][1]]); got != "“We will help,”" {
		t.Errorf("content %q", got)
	}
	if len(q.Speakers) != 1 || q.Speakers[0].Name != "Vladimir Putin" || *q.Date.EDTF != "2023-06-12" {
		t.Errorf("quote %s", line)
	}
}
