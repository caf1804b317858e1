package agreement

import (
	"slices"
	"testing"
)

// judged makes the judgements of a stratum: so many right, so many not.
func judged(right, wrong int) []float64 {
	return append(slices.Repeat([]float64{1}, right), slices.Repeat([]float64{0}, wrong)...)
}

// TestWeightedByHand computes a share of two strata by hand: 80 % of 100 units and 20 % of 900 are 26 % of 1,000. Its
// variance is 0.1^2 x 0.9 x (0.8 x 0.2 x 10/9)/10 + 0.9^2 x (1 - 1/90) x (0.2 x 0.8 x 10/9)/10 = 0.01440 (Cochran,
// 1977, 5.52).
func TestWeightedByHand(t *testing.T) {
	e, n, ok := Weighted([]Stratum{{100, 10, judged(8, 2)}, {900, 10, judged(2, 8)}})
	if !ok || n != 20 || !near(e.Value, 0.26, 1e-9) {
		t.Fatalf("%+v, %d, %v", e, n, ok)
	}
	const variance = 0.01*0.9*0.0177778 + 0.81*(1-1.0/90)*0.0177778
	want := Wilson(0.26, 0.26*0.74/variance)
	if !near(e.Low, want.Low, 1e-4) || !near(e.High, want.High, 1e-4) {
		t.Errorf("%+v, want %+v", e, want)
	}
}

// TestWeightedIsSimpleWhereStrataAre wants the plain share where every unit stands for the same number, and nearly
// Wilson's interval.
func TestWeightedIsSimpleWhereStrataAre(t *testing.T) {
	e, _, _ := Weighted([]Stratum{{100_000, 100, judged(90, 10)}})
	want := Wilson(0.9, 100)
	if !near(e.Value, 0.9, 1e-9) || !near(e.Low, want.Low, 0.002) || !near(e.High, want.High, 0.002) {
		t.Errorf("%+v, want %+v", e, want)
	}
}

// TestWeightedAtTheEdges looks at a dataset that is all right, one that was judged whole, and one of which nothing was.
func TestWeightedAtTheEdges(t *testing.T) {
	e, _, ok := Weighted([]Stratum{{500, 25, judged(25, 0)}, {500, 25, judged(25, 0)}})
	if want := Wilson(1, 50); !ok || !near(e.Value, 1, 1e-9) || !near(e.Low, want.Low, 1e-9) || e.High != 1 {
		t.Errorf("all right: %+v, want %+v", e, want)
	}
	if _, n, ok := Weighted([]Stratum{{10, 2, nil}}); ok || n != 0 {
		t.Error("a share of nothing")
	}
	if e, _, _ := Weighted([]Stratum{{10, 5, judged(0, 5)}, {30, 3, judged(3, 0)}}); !near(e.Value, 0.75, 1e-9) {
		t.Errorf("%+v, want three quarters", e)
	}
	if e, _, _ := Weighted([]Stratum{{4, 4, []float64{1, 0.5, 0.5, 0}}}); !near(e.Value, 0.5, 1e-9) {
		t.Errorf("divided judges: %+v, want a half", e)
	}
	for _, one := range [][]Stratum{{{50, 1, judged(1, 0)}, {50, 9, judged(3, 6)}}} {
		if e, _, _ := Weighted(one); e.Low < 0 || e.High > 1 || e.Low > e.Value || e.High < e.Value {
			t.Errorf("%+v", e)
		}
	}
}
