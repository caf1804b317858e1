package main

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/render/export"
	"demarche/timeline"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

var memoryEvents = flag.Int("events", 4000, "the number of events of the test of memory")

// Most memory, in KB, that a command may take with any number of events up to a hundred thousand, and most that it may
// take more of for four times as many: pages of the database that fill up, outlines and lists of what was cited; events
// are some ten KB each.
const (
	mostPeak   = 200 << 10
	mostGrowth = 2 // KB an event
	mostFilled = 32 << 10
)

// TestMemoryDoesNotGrow exports many events and four times as many, and imports them, each by a process of its own: go
// test -run MemoryDoesNotGrow -events 100000 -timeout 2h does it for that many, in every format.
func TestMemoryDoesNotGrow(t *testing.T) {
	if testing.Short() {
		t.Skip("processes of their own")
	}
	sizes := []int{*memoryEvents / 4, *memoryEvents}
	if *memoryEvents > 20000 {
		sizes = sizes[1:]
	}
	peaks := map[string][]int{}
	var order []string
	dir := t.TempDir()
	for _, n := range sizes {
		db := filepath.Join(dir, fmt.Sprint(n, ".sqlite"))
		syntheticDatabase(t, db, n)
		take := func(name string, args ...string) {
			if len(peaks[name]) == 0 {
				order = append(order, name)
			}
			peaks[name] = append(peaks[name], peakOfRun(t, args...))
		}
		for _, f := range export.Formats() {
			if few := []string{"csv", "parquet", "xlsx", "docx", "json"}; len(sizes) > 1 &&
				!slices.Contains(few, f.Name) {
				continue // those are drawn as these
			}
			take(f.Name, "export", "--db", db, "--format", f.Name, "-q", "-o", filepath.Join(dir, "all."+ending(f)))
		}
		take("json of a pair", "export", "PRK", "RUS", "--db", db, "-q", "-o", filepath.Join(dir, "pair.json"))
		take("json of a state", "export", "PRK", "--db", db, "-q", "-o", filepath.Join(dir, "state.json"))
		take("archive", "export", "--archive", "--db", db, "-q", "-o", filepath.Join(dir, "archive.json"))
		for _, name := range []string{"archive.json", "all.csv", "pair.json"} {
			copied := filepath.Join(dir, fmt.Sprint(name, n, ".sqlite"))
			take("import "+name, "import", filepath.Join(dir, name), "--db", copied, "-q")
		}
	}
	for _, name := range order {
		p := peaks[name]
		t.Logf("%-18s %v MB", name, megabytes(p))
		last := p[len(p)-1]
		if last > mostPeak {
			t.Errorf("%s: %d MB of memory, want at most %d", name, last>>10, mostPeak>>10)
		}
		if added := sizes[len(sizes)-1] - sizes[0]; last-p[0] > mostFilled+mostGrowth*added {
			t.Errorf("%s: %d MB more for %d events more", name, (last-p[0])>>10, added)
		}
	}
}

func megabytes(kb []int) []int {
	out := make([]int, len(kb))
	for i := range kb {
		out[i] = kb[i] >> 10
	}
	return out
}

func ending(f export.Format) string {
	if f.Name == "dyads" {
		return "dyads.csv"
	}
	for i, c := range f.Endings {
		if c == ' ' {
			return f.Name + f.Endings[:i]
		}
	}
	if f.Name == "csv" {
		return "csv"
	}
	return f.Name + f.Endings
}

// peakOfRun runs the program and returns its peak of memory in KB.
func peakOfRun(t *testing.T, args ...string) int {
	t.Helper()
	note := filepath.Join(t.TempDir(), "peak")
	cmd := programCmd(t, args...)
	cmd.Env = append(os.Environ(), peakFile+"="+note)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
	return peakOf(note)
}

// syntheticDatabase stores n articles with an event each, over eighteen years.
func syntheticDatabase(t *testing.T, path string, n int) {
	t.Helper()
	s, err := sqlite.Open(path, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var batch []sqlite.Entry
	for i := range n {
		batch = append(batch, syntheticEntry(i, n))
		if len(batch) < 1000 && i < n-1 {
			continue
		}
		outcomes, err := s.PutAll(t.Context(), batch)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range outcomes {
			if o.Err != nil {
				t.Fatal(o.Err)
			}
		}
		batch = batch[:0]
	}
}

// syntheticEntry is the i-th of n articles: a message of one of two hundred people of North Korea to one of Russia.
func syntheticEntry(i, n int) sqlite.Entry {
	at := time.Date(2006, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i*6500/n)
	day := at.Format(time.DateOnly)
	speaker, hearer := fmt.Sprintf("Person %d", i%200), fmt.Sprintf("Someone %d", i%173)
	words := fmt.Sprintf(
		"We have read the letter number %d with attention and shall answer it in %d days, on the matter of %x.",
		i,
		i%90,
		sha256.Sum256([]byte{byte(i), byte(i >> 8), byte(i >> 16)}),
	)
	before := fmt.Sprintf("%s wrote to %s on %s. “", speaker, hearer, day)
	body := before + words + "” The letter was read aloud. It was not the first of its kind, and nobody expects it to be the last."
	sum := sha256.Sum256([]byte(body))
	a := &article.Article{
		ID: fmt.Sprintf(
			"https://news.example/%d",
			i,
		), URL: fmt.Sprintf("https://news.example/%d", i), Outlet: fmt.Sprintf("Outlet %d", i%60),
		Title: "A letter of " + day, Published: day, PublishedHow: "json-ld", Language: "en", MediaType: "text/plain",
		Text: body, Bytes: []byte(body), SHA256: hex.EncodeToString(sum[:]),
	}
	party := func(name, state string) []timeline.Party {
		return []timeline.Party{
			{
				Actor: actors.Actor{ID: actors.UnlistedID(name, state), Name: name, Kind: actors.Person, State: state},
				Basis: "named",
			},
		}
	}
	r := timeline.Report{
		Quote: quotes.Quote{
			Form: quotes.Direct, Act: quotes.Speech, By: "rule:marks", P: 0.9,
			Content: []text.Span{{Start: len(before), End: len(before) + len(words)}},
		},
		ArticleKey: a.Key(), Text: words, Around: text.Span{Start: len(before) - 3, End: len(before) + len(words) + 3},
		Speakers: party(
			speaker,
			"PRK",
		), Addressees: party(hearer, "RUS"), Channel: timeline.Message, Tone: timeline.Neutral,
		Said: timeline.Said{Date: dates.Date{EDTF: day, Earliest: day, Latest: day}, Basis: dates.Stated},
	}
	if i%3 == 0 {
		r.Plover, r.Score = "CONSULT", 1
	}
	record.Number([]*timeline.Report{&r})
	return sqlite.Entry{
		Article: a,
		Events:  []timeline.Event{record.Gather(record.EventID(r.ID), []timeline.Report{r}, nil)},
	}
}
