package boost

import (
	"math"
	"testing"
)

func TestAverage(t *testing.T) {
	var rows [][]float32
	var yes []bool
	for i := range 200 {
		rows, yes = append(rows, []float32{float32(i % 10), float32(i % 7)}), append(yes, i%10 > 5)
	}
	o := Options{Trees: 20, Leaves: 4, Rate: 0.2, Least: 5, L2: 1, Features: 1, Rows: 0.7}
	o.Seed = 1
	a := Train(rows, yes, o)
	o.Seed = 2
	b := Train(rows, yes, o)
	m := Average(a, b)
	logit := func(p float64) float64 { return math.Log(p / (1 - p)) }
	for _, r := range rows[:20] {
		want := (logit(a.P(r)) + logit(b.P(r))) / 2
		if got := logit(m.P(r)); math.Abs(got-want) > 1e-3 {
			t.Fatalf("row %v: score %v, want the mean %v", r, got, want)
		}
	}
	if p := Average().P(nil); p != 0.5 {
		t.Errorf("no model: %v", p)
	}
}
