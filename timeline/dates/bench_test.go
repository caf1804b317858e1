package dates

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"
)

// benchDir is the folder of the texts that others annotated, beside the module; the test is skipped where it is not.
func benchDir(t *testing.T) string {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for dir != filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		dir = filepath.Dir(dir)
	}
	dir = filepath.Join(dir, "..", "shared", "bench", "dates")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no annotated texts: ../shared/bench/dates is absent")
	}
	return dir
}

// timex is an annotated expression, in code points.
type timex struct {
	Start, End  int
	Type, Value string
}

// TestBench keeps the figures of the annotated corpora: F1 of strict spans and of values, as in TempEval-3.
func TestBench(t *testing.T) {
	dir := benchDir(t)
	for _, c := range []struct {
		corpus        string
		strict, value float64
	}{{"meantime", .88, .83}, {"wikiwars", .88, .85}} {
		strict, value := scoreCorpus(t, filepath.Join(dir, c.corpus+".jsonl"))
		t.Logf("%s: strict F1 %.4f, value F1 %.4f", c.corpus, strict, value)
		if strict < c.strict || value < c.value {
			t.Errorf(
				"%s: strict F1 %.4f, value F1 %.4f; want at least %.2f and %.2f",
				c.corpus,
				strict,
				value,
				c.strict,
				c.value,
			)
		}
	}
}

func scoreCorpus(t *testing.T, file string) (strict, value float64) {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	gold, found, exact, goldHit, foundHit, right := 0, 0, 0, 0, 0, 0
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var doc struct {
			Text      string  `json:"text"`
			Reference string  `json:"reference_date"`
			Timexes   []timex `json:"timexes"`
		}
		if err := json.Unmarshal(sc.Bytes(), &doc); err != nil {
			t.Fatal(err)
		}
		var mine []timex
		for _, e := range Find(doc.Text, doc.Reference) {
			start := utf8.RuneCountInString(doc.Text[:e.Start])
			mine = append(mine, timex{start, start + utf8.RuneCountInString(doc.Text[e.Start:e.End]), e.Type, e.Value})
		}
		gold, found = gold+len(doc.Timexes), found+len(mine)
		used := make([]bool, len(mine))
		for _, g := range doc.Timexes {
			best, most := -1, 0
			for k, m := range mine {
				if m.Start == g.Start && m.End == g.End {
					exact++
				}
				if n := min(g.End, m.End) - max(g.Start, m.Start); !used[k] && n > most {
					best, most = k, n
				}
			}
			if best < 0 {
				continue
			}
			used[best] = true
			goldHit++
			foundHit++
			if mine[best].Value == g.Value {
				right++
			}
		}
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	relaxed := f1(foundHit, found, goldHit, gold)
	return f1(exact, found, exact, gold), relaxed * float64(right) / float64(max(goldHit, 1))
}

func f1(a, of, b, ofB int) float64 {
	p, r := float64(a)/float64(max(of, 1)), float64(b)/float64(max(ofB, 1))
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}
