package agreement

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// judged makes the judgements of a stratum: so many right, so many not.
func judged(right, wrong int) []float64 {
	return append(slices.Repeat([]float64{1}, right), slices.Repeat([]float64{0}, wrong)...)
}

// TestWeightedByHand computes a share of two strata by hand: 80 % of 100 units and 20 % of 900 are 26 % of 1,000. Its
// variance is 0.1^2 x 0.9 x s/10 + 0.9^2 x (1 - 1/90) x s/10 (Cochran, 1977, 5.52), where s = 8.5 x 2.5 / 11 / 10,
// which is the variance of ten units of which eight are right and half a right and half a wrong one.
func TestWeightedByHand(t *testing.T) {
	e, n, ok := Weighted([]Stratum{{100, 10, judged(8, 2)}, {900, 10, judged(2, 8)}})
	if !ok || n != 20 || !near(e.Value, 0.26, 1e-9) {
		t.Fatalf("%+v, %d, %v", e, n, ok)
	}
	const variance = 0.01*0.9*0.019318 + 0.81*(1-1.0/90)*0.019318
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
	if !near(e.Value, 0.9, 1e-9) || !near(e.Low, want.Low, 0.004) || !near(e.High, want.High, 0.004) {
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

// TestWeightedCovers draws a thousand samples of a dataset whose precision is known, once in equal and once in
// proportional strata, with a third of the units without a value: the interval holds the true share in about 95 of
// 100.
func TestWeightedCovers(t *testing.T) {
	type part struct {
		size        int
		right, none float64 // of the units
	}
	parts := []part{{2000, 0.97, 0.1}, {700, 0.8, 0.4}, {300, 0.4, 0.6}}
	random := rand.New(rand.NewPCG(1, 2))
	units := make([][]float64, len(parts)) // 1 right, 0 wrong, -1 no value
	right, counted := 0.0, 0.0
	for i, p := range parts {
		for range p.size {
			v := 0.0
			switch {
			case random.Float64() < p.none:
				v = -1
			case random.Float64() < p.right:
				v = 1
			}
			if v >= 0 {
				right, counted = right+v, counted+1
			}
			units[i] = append(units[i], v)
		}
	}
	truth := right / counted
	for name, drawn := range map[string][]int{"equal": {50, 50, 50}, "proportional": {100, 35, 15}} {
		const times = 1000
		covered, sum := 0, 0.0
		for range times {
			strata := make([]Stratum, len(parts))
			for i, p := range parts {
				strata[i] = Stratum{Size: p.size, Drawn: drawn[i]}
				for _, j := range random.Perm(p.size)[:drawn[i]] {
					if v := units[i][j]; v >= 0 {
						strata[i].Right = append(strata[i].Right, v)
					}
				}
			}
			e, _, _ := Weighted(strata)
			sum += e.Value
			if e.Low <= truth && truth <= e.High {
				covered++
			}
		}
		if covered < 930 || covered > 990 || !near(sum/times, truth, 0.005) {
			t.Errorf(
				"%s: %d of %d intervals hold %.3f, of which the mean estimate is %.3f",
				name,
				covered,
				times,
				truth,
				sum/times,
			)
		}
	}
}
