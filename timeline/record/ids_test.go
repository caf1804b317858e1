package record

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"demarche/quotes/text"
)

// TestReportIDs: the id follows the article, the words and their turn, and nothing else.
func TestReportIDs(t *testing.T) {
	id := ReportID("a", "The port is full.", 1)
	if !regexp.MustCompile(`^r[0-9a-f]{16}$`).MatchString(id) {
		t.Errorf("id %q", id)
	}
	for _, same := range []string{"the port is full", "“The port … is full!”", " THE  PORT IS\nFULL "} {
		if got := ReportID("a", same, 1); got != id {
			t.Errorf("%q: %s, want %s", same, got, id)
		}
	}
	for name, other := range map[string]string{
		"another article": ReportID("b", "The port is full.", 1),
		"another turn":    ReportID("a", "The port is full.", 2),
		"other words":     ReportID("a", "The port is empty.", 1),
		"words joined":    ReportID("a", "The portis full.", 1),
		"no words":        ReportID("a", "…", 1),
	} {
		if other == id {
			t.Errorf("%s has the same id", name)
		}
	}
	if ReportID("a", "…", 1) == ReportID("a", "!", 1) {
		t.Error("texts without words are one")
	}
}

// TestKin: the ids of event, statement and report lead to each other.
func TestKin(t *testing.T) {
	r := ReportID("a", "The port is full.", 1)
	e, s := EventID(r), StatementID(r)
	if e[0] != 'e' || s[0] != 's' || ReportOf(e) != r || ReportOf(s) != r {
		t.Errorf("report %s, event %s, statement %s", r, e, s)
	}
	if EventID("") != "e" || ReportOf("") != "r" {
		t.Error("an empty id is no id")
	}
}

// TestNumber counts the same words of an article apart.
func TestNumber(t *testing.T) {
	var reports []*Report
	for _, w := range []string{"The port is full.", "It rains.", "“The port is full”"} {
		reports = append(reports, &Report{ArticleKey: "a", Text: w})
	}
	Number(reports)
	if reports[0].ID != ReportID("a", "the port is full", 1) || reports[2].ID != ReportID("a", "the port is full", 2) {
		t.Errorf("%s, %s", reports[0].ID, reports[2].ID)
	}
	if reports[1].ID == reports[0].ID || reports[1].ID == reports[2].ID {
		t.Error("two reports have one id")
	}
}

// TestSameWords compares words without marks, capitals and ways of writing a letter.
func TestSameWords(t *testing.T) {
	for pair, want := range map[[2]string]bool{
		{"The port, he said", "the port he said"}:     true,
		{"Erdoğan", "Erdog\u0306an"}:                  true,
		{"U.S.", "U S"}:                               true,
		{"The port", "A port"}:                        false,
		{"90 days", "9 0 days"}:                       false,
		{"", ""}:                                      true,
		{"…", "?"}:                                    false,
		{"The port is full", "The port is full full"}: false,
	} {
		if SameWords(pair[0], pair[1]) != want {
			t.Errorf("%q and %q: %v", pair[0], pair[1], !want)
		}
	}
}

// TestMarksChangeNoID: whatever marks, capitals and spaces are put between the words, the id stays.
func TestMarksChangeNoID(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-z]{1,8}`), 1, 8).Draw(t, "words")
		plain := strings.Join(words, " ")
		var b strings.Builder
		for _, w := range words {
			b.WriteString(rapid.SampledFrom([]string{" ", ", ", " “", "” — ", "\n"}).Draw(t, "between"))
			if rapid.Bool().Draw(t, "capital") {
				w = strings.ToUpper(w)
			}
			b.WriteString(w)
		}
		if ReportID("k", b.String(), 1) != ReportID("k", plain, 1) {
			t.Fatalf("%q and %q have different ids", b.String(), plain)
		}
	})
}

// TestDecisionsComeBack: decisions are read as they were written, probabilities to a thousandth.
func TestDecisionsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var d Decisions
		for _, f := range d.Fields() {
			if rapid.Bool().Draw(t, f.Name) {
				start := rapid.IntRange(0, 1000).Draw(t, "start")
				*f.Decision = Decision{
					By: rapid.StringMatching(`[a-z-]{1,12}`).
						Draw(t, "by"),
					P:        float64(rapid.IntRange(0, 1000).Draw(t, "p")) / 1000,
					Evidence: text.Span{Start: start, End: start + rapid.IntRange(1, 50).Draw(t, "length")},
				}
			}
		}
		b, err := d.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		var back Decisions
		if err := back.UnmarshalJSON(b); err != nil || back != d {
			t.Fatalf("%s: %+v, want %+v, %v", b, back, d, err)
		}
	})
}
