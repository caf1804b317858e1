package agreement

import (
	"math"
	"testing"
)

func near(a, b, by float64) bool { return math.Abs(a-b) <= by }

// TestWilsonAsPublished computes the intervals of Newcombe, Two-sided confidence intervals for the single proportion,
// 1998, table I, method 3.
func TestWilsonAsPublished(t *testing.T) {
	for _, c := range []struct{ k, n, low, high float64 }{
		{81, 263, 0.2553, 0.3662},
		{15, 148, 0.0624, 0.1605},
		{0, 20, 0, 0.1611},
		{1, 29, 0.0061, 0.1718},
	} {
		e := Wilson(c.k/c.n, c.n)
		if !near(e.Low, c.low, 0.00006) || !near(e.High, c.high, 0.00006) {
			t.Errorf("%v of %v: %.4f to %.4f, want %.4f to %.4f", c.k, c.n, e.Low, e.High, c.low, c.high)
		}
	}
	if e := Wilson(0, 0); e.Low != 0 || e.High != 1 {
		t.Errorf("of nothing: %v", e)
	}
}

// TestBootstrapIsTheSameEachTime draws twice, and wants the value inside an interval that is narrower for more units.
func TestBootstrapIsTheSameEachTime(t *testing.T) {
	units := table([]int{20, 5}, []int{10, 15})
	a, ok := Bootstrap(units, Kappa)
	b, _ := Bootstrap(units, Kappa)
	if !ok || a != b {
		t.Errorf("%v, then %v", a, b)
	}
	if a.Low >= a.Value || a.High <= a.Value || !near(a.Low, 0.14, 0.05) || !near(a.High, 0.64, 0.05) {
		t.Errorf("%+v; the large-sample interval is about 0.15 to 0.65", a)
	}
	var more []Unit
	for range 10 {
		more = append(more, units...)
	}
	if c, _ := Bootstrap(more, Kappa); c.High-c.Low > (a.High-a.Low)/2 {
		t.Errorf("%+v is no narrower than %+v", c, a)
	}
	if _, ok := Bootstrap(nil, Alpha); ok {
		t.Error("an interval of nothing")
	}
}
