package choice

import (
	"testing"

	"demarche/quotes/text"
	"demarche/timeline/naming"
	"demarche/timeline/record"
)

// TestCompare: each candidate sees the least and greatest weight of its rivals, and one that nothing can speak for is
// no rival.
func TestCompare(t *testing.T) {
	list := []candidate{{weight: []float32{1}}, {weight: []float32{3}}, {}}
	compare(list, 0)
	for i, want := range [][2]float32{{3, 3}, {1, 1}, {1, 3}} {
		if got := list[i].row; len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
			t.Errorf("candidate %d: %v, want %v", i, got, want)
		}
	}
}

// TestRanker: the file of weights holds a model for each field.
func TestRanker(t *testing.T) {
	for f, m := range loadRanker().models {
		if m == nil {
			t.Errorf("%s: no model", Field(f))
		}
	}
}

// TestDoubtHearers holds that only those are taken away whom nothing names beside the words, and whom the model doubts.
func TestDoubtHearers(t *testing.T) {
	for _, x := range []struct {
		basis string
		p     float64
		own   bool
		want  int
	}{{"implied", 0.6, false, 0}, {"implied", 0.8, false, 1}, {"named", 0.2, false, 1}, {"implied", 0.6, true, 1}} {
		p := quoteOf(readerOf(t, "Joe Biden met Rishi Sunak. He said rain was near."), "He", "said", "rain was near")
		p.OwnSite = x.own
		p.To = []*naming.Entity{{}}
		p.Report.Addressees = naming.Parties(p.To, x.basis, func(*naming.Entity) text.Span { return text.Span{} })
		p.Report.Decided.Addressee = record.Decision{By: "other-party", P: x.p}
		if p.doubtHearers(); len(p.To) != x.want || len(p.Report.Addressees) != x.want {
			t.Errorf("%+v: %d addressees", x, len(p.To))
		}
	}
}
