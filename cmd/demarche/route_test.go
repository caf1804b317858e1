package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"demarche/data"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline"
	"demarche/timeline/sqlite"
)

// TestExtractPrintsWhatAddKeeps holds the records of "extract" against the reports of "add" on the same lines: the
// sample, its dates in words and under another name, and real texts where they are there (../shared/texts; skipped
// without them).
func TestExtractPrintsWhatAddKeeps(t *testing.T) {
	newExtraction(t) // skips without weights
	lines := sampleLines(t)
	for _, name := range []string{"kremlin", "kcna", "whitehouse"} {
		lines = append(lines, sharedLines(t, "../../../shared/texts/"+name+".jsonl.gz", 60)...)
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	z.Write([]byte(strings.Join(lines, "\n")))
	z.Close()
	dir := t.TempDir()
	file, db := filepath.Join(dir, "in.jsonl.gz"), filepath.Join(dir, "t.sqlite")
	if err := os.WriteFile(file, packed.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	out, errs, err := demarche("extract", file)
	if err != nil {
		t.Fatal(err, errs)
	}
	want := map[string]bool{}
	for line := range strings.Lines(out) {
		var o extractOutput
		if err := json.Unmarshal([]byte(line), &o); err != nil {
			t.Fatal(err)
		}
		for i := range o.Quotes {
			want[o.ID+": "+asJSON(t, o.Quotes[i])] = true
		}
	}
	if _, errs, err := demarche("add", "-q", "--db", db, file); err != nil {
		t.Fatal(err, errs)
	}
	texts := textsOf(t, lines)
	kept := keptReports(t, db)
	e := &extraction{}
	for _, r := range kept {
		got := r.ArticleKey + ": " + asJSON(t, e.quote(text.NewCodePoints(texts[r.ArticleKey]), r))
		if !want[got] {
			t.Errorf("kept, but not printed: %s", got)
		}
	}
	if len(kept) < 150 {
		t.Errorf("%d reports are kept, too few for a test", len(kept))
	}
	t.Logf("%d lines, %d records printed, %d of two states kept", len(lines), len(want), len(kept))
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	b, err := jsonLine(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// sampleLines returns the articles of the sample as JSON Lines; the day of publication stands there in words, and
// under another name in every second one.
func sampleLines(t *testing.T) []string {
	t.Helper()
	sample, err := data.Sub("sample")
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for s := range embedded(sample) {
		a, err := s.read(t.Context())
		if err != nil || a.Title == "" {
			continue // the README of the sample
		}
		line := map[string]string{"id": s.name, "title": a.Title, "outlet": a.Outlet, "url": a.URL, "text": a.Text}
		line[[]string{"published", "date"}[len(lines)%2]] = inWords(a.Published)
		lines = append(lines, asJSON(t, line))
	}
	if len(lines) < 50 {
		t.Fatalf("%d articles in the sample", len(lines))
	}
	return lines
}

// inWords writes a day as "June 3, 2021".
func inWords(day string) string {
	var y, m, d int
	if n, _ := fmt.Sscanf(day, "%d-%d-%d", &y, &m, &d); n != 3 {
		return day
	}
	months := strings.Fields("January February March April May June July August September October November December")
	return fmt.Sprintf("%s %d, %d", months[m-1], d, y)
}

// sharedLines returns the first lines of a file of real texts, none where it is not there.
func sharedLines(t *testing.T, path string, most int) []string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Log("without ", path)
		return nil
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, article.MaxLine)
	for len(lines) < most && sc.Scan() {
		lines = append(lines, sc.Text())
	}
	return lines
}

// textsOf returns the texts of lines by their keys.
func textsOf(t *testing.T, lines []string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	lr := article.Lines(t.Context(), strings.NewReader(strings.Join(lines, "\n")), "in")
	for {
		a, err := lr.Next()
		if err != nil {
			return texts
		}
		texts[a.Key()] = a.Text
	}
}

// keptReports returns the reports in a database, of all pairs of states that its articles are of most.
func keptReports(t *testing.T, db string) []*timeline.Report {
	t.Helper()
	s, err := sqlite.Open(db, sqlite.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var out []*timeline.Report
	seen := map[string]bool{}
	for _, a := range []string{"RUS", "USA", "PRK", "CHN", "JPN", "IND"} {
		partners, err := s.Relations().Partners(t.Context(), a)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range partners {
			rel, err := s.Relations().Between(t.Context(), sqlite.Filter{A: a, B: b})
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range rel.Events {
				for _, st := range e.Statements {
					for i := range st.Reports {
						if r := &st.Reports[i]; !seen[r.ID] {
							seen[r.ID] = true
							out = append(out, r)
						}
					}
				}
			}
		}
	}
	return slices.Clip(out)
}
