package choice

import "testing"

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
