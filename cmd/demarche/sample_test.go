package main

import (
	"os"
	"strings"
	"testing"

	"demarche/data"
	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/timeline"
)

// told is what a careful reader takes from one pair of quotation marks of the sample.
type told struct{ file, words, speaker, addressees, said, medium, channel string }

// readTold reads testdata/sample.tsv.
func readTold(t *testing.T) []told {
	t.Helper()
	const name = "testdata/sample.tsv"
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := data.ParseTable(name, b, "file", "words", "speaker", "addressees", "said", "medium", "channel")
	if err != nil {
		t.Fatal(err)
	}
	var all []told
	for _, r := range rows {
		f := r.Fields
		all = append(all, told{f[0], f[1], f[2], f[3], f[4], f[5], f[6]})
	}
	return all
}

// TestSampleIsReadAsAReaderWould holds every statement of the sample's marks against what a person took from it. A
// wrong speaker or a wrong day is worse than a gap. The log names what is still wrong; the bars are what was
// reached, to be raised only.
func TestSampleIsReadAsAReaderWould(t *testing.T) {
	p, err := newPipeline("")
	if err != nil {
		t.Fatal(err)
	}
	rows := readTold(t)
	right := map[string]int{}
	reports := map[string][]timeline.Report{}
	for _, want := range rows {
		if _, ok := reports[want.file]; !ok {
			reports[want.file] = reportsOf(t, p, want.file)
		}
		got := reportWith(reports[want.file], want.words)
		if got == nil {
			t.Logf("%s: not found: %s", want.file, want.words)
			continue
		}
		right["found"]++
		compareTold(t, right, want, got)
	}
	t.Logf("%d statements: %v", len(rows), right)
	for what, least := range map[string]int{"found": 66, "speaker": 64, "addressees": 60, "said": 62, "medium": 62, "channel": 60} {
		if right[what] < least {
			t.Errorf("%s is right for %d of %d statements, want %d", what, right[what], len(rows), least)
		}
	}
}

// compareTold counts the fields of a report that are right, and names those that are not.
func compareTold(t *testing.T, right map[string]int, want told, got *timeline.Report) {
	t.Helper()
	medium := ""
	if got.Medium != nil {
		medium = got.Medium.Name
	}
	fields := []struct{ name, want, got string }{
		{"speaker", want.speaker, namesOf(got.Speakers)},
		{"addressees", want.addressees, namesOf(got.Addressees)},
		{"said", want.said, got.Said.EDTF},
		{"medium", want.medium, medium},
		{"channel", want.channel, string(got.Channel)},
	}
	for _, f := range fields {
		judged := f.want != "" || f.name != "speaker" && f.name != "channel"
		if !judged || sameTold(f.name, f.want, f.got) {
			right[f.name]++
			continue
		}
		t.Logf("%s: %s is %q, want %q: %.60s", want.file, f.name, f.got, f.want, want.words)
	}
}

// sameTold compares a field; a state's government stands for the state, as does the office's holder for the
// office's name.
func sameTold(name, want, got string) bool {
	if name == "addressees" || name == "speaker" {
		got = strings.ReplaceAll(got, "Government of ", "")
	}
	return strings.EqualFold(want, got)
}

// namesOf joins the names of parties.
func namesOf(parties []timeline.Party) string {
	var names []string
	for _, p := range parties {
		names = append(names, p.Name)
	}
	return strings.Join(names, ";")
}

// reportsOf reads an article of the sample and returns its reports of words in marks.
func reportsOf(t *testing.T, p *pipeline, file string) []timeline.Report {
	t.Helper()
	b, err := data.Read("sample/" + file)
	if err != nil {
		t.Fatal(err)
	}
	a, err := article.Read(t.Context(), article.Source{Name: file, Bytes: b})
	if err != nil {
		t.Fatal(err)
	}
	events, err := p.events(a)
	if err != nil {
		t.Fatal(err)
	}
	var all []timeline.Report
	for _, e := range events {
		for _, s := range e.Statements {
			for _, r := range s.Reports {
				if r.Form == quotes.Direct || r.Form == quotes.Mixed {
					all = append(all, r)
				}
			}
		}
	}
	return all
}

// reportWith returns the report whose content holds the words, the shortest of several.
func reportWith(reports []timeline.Report, words string) *timeline.Report {
	var best *timeline.Report
	for i := range reports {
		if r := &reports[i]; strings.Contains(r.Text, words) && (best == nil || len(r.Text) < len(best.Text)) {
			best = r
		}
	}
	return best
}
