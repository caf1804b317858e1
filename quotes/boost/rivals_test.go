package boost

import (
	"math/rand/v2"
	"testing"
)

// contests makes choices of three to six rows of which the one with the greatest first value is right; in one of five
// the second value of all rows says that none is.
func contests(n int, seed uint64) (rows [][]float32, yes []bool, sizes []int) {
	r := rand.New(rand.NewPCG(seed, 1))
	for range n {
		size, none := 3+r.IntN(4), float32(0)
		if r.IntN(5) == 0 {
			none = 1
		}
		best := len(rows)
		for range size {
			rows, yes = append(rows, []float32{r.Float32(), none, r.Float32()}), append(yes, false)
			if last := len(rows) - 1; rows[last][0] > rows[best][0] {
				best = last
			}
		}
		yes[best] = none == 0
		sizes = append(sizes, size)
	}
	return rows, yes, sizes
}

func TestTrainRivals(t *testing.T) {
	rows, yes, sizes := contests(2000, 1)
	m := TrainRivals(rows, yes, sizes, options())
	rows, yes, sizes = contests(1000, 2)
	wrong, from := 0, 0
	for _, n := range sizes {
		best, sum, some := 0, 0.0, false
		p := m.Shares(rows[from : from+n])
		for k := range p {
			sum += p[k]
			some = some || yes[from+k]
			if p[k] > p[best] {
				best = k
			}
		}
		if sum > 1+1e-9 {
			t.Fatalf("probabilities %v add up to more than one", p)
		}
		if some && !yes[from+best] || some != (sum > 0.5) {
			wrong++
		}
		from += n
	}
	if wrong*10 > len(sizes) {
		t.Errorf("%d of %d choices wrong", wrong, len(sizes))
	}
	if p := m.Shares(nil); len(p) != 0 {
		t.Errorf("no rows: %v", p)
	}
}

// What the rivals are changes the probability of a row, not that of a model of rows alone.
func TestSharesOfRivals(t *testing.T) {
	rows, yes, sizes := contests(500, 3)
	m := TrainRivals(rows, yes, sizes, options())
	row := []float32{0.6, 0, 0.5}
	weak := m.Shares([][]float32{row, {0.1, 0, 0.5}})[0]
	strong := m.Shares([][]float32{row, {0.95, 0, 0.5}})[0]
	if weak <= strong {
		t.Errorf("beside a weak rival %.3f, beside a strong one %.3f", weak, strong)
	}
}

func TestShare(t *testing.T) {
	for _, c := range []struct {
		score []float32
		want  []float64
	}{
		{nil, nil},
		{[]float32{0}, []float64{1. / 2}},
		{[]float32{0, 0, 0}, []float64{1. / 4, 1. / 4, 1. / 4}},
		{[]float32{1000, -1000}, []float64{1, 0}},
		{[]float32{-1000}, []float64{0}},
	} {
		for k, p := range share(make([]float64, len(c.score)), c.score) {
			if d := p - c.want[k]; d > 1e-6 || d < -1e-6 {
				t.Errorf("%v: %v of %v, want %v", c.score, p, k, c.want[k])
			}
		}
	}
}
