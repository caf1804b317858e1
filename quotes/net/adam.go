package net

import (
	"math"
	"slices"
)

// parameter is a matrix in training: its gradient, and the moments of Adam (Kingma and Ba 2015).
type parameter struct {
	*matrix
	g    matrix
	m, v []float32
	rate float64 // share of the step
}

// adam moves parameters upwards.
type adam struct {
	of    map[*matrix]*parameter
	order []*parameter
	steps int
	seen  []int32 // rows of the first parameter, the words' own vectors, that have a gradient
}

func newAdam(ps []*matrix, ownRate float64) *adam {
	a := &adam{of: map[*matrix]*parameter{}}
	for i, m := range ps {
		p := &parameter{
			matrix: m,
			g:      newMatrix(m.rows, m.cols),
			m:      make([]float32, len(m.w)),
			v:      make([]float32, len(m.w)),
			rate:   1,
		}
		if i == 0 {
			p.rate = ownRate
		}
		a.of[m] = p
		a.order = append(a.order, p)
	}
	return a
}

// grad is the gradient of a parameter, to be added to.
func (a *adam) grad(m *matrix) *matrix { return &a.of[m].g }

// step makes a step of the given rate along the gradients times scale, and clears them.
func (a *adam) step(rate float64, scale float32) {
	const b1, b2 = 0.9, 0.999
	a.steps++
	rate *= math.Sqrt(1-math.Pow(b2, float64(a.steps))) / (1 - math.Pow(b1, float64(a.steps)))
	for _, p := range a.order[1:] {
		p.move(rate, scale, 0, len(p.w))
	}
	// of the words' own vectors only those of this example move
	own := a.order[0]
	slices.Sort(a.seen)
	for _, k := range slices.Compact(a.seen) {
		own.move(rate, scale, int(k)*own.cols, int(k+1)*own.cols)
	}
	a.seen = a.seen[:0]
}

func (p *parameter) move(rate float64, scale float32, first, last int) {
	const b1, b2, least = 0.9, 0.999, 1e-8
	step := float32(rate * p.rate)
	w, g, m, v := p.w[first:last], p.g.w[first:last], p.m[first:last], p.v[first:last]
	for i := range w {
		x := g[i] * scale
		m[i], v[i] = b1*m[i]+(1-b1)*x, b2*v[i]+(1-b2)*x*x
		w[i] += step * m[i] / (float32(math.Sqrt(float64(v[i]))) + least)
	}
	clear(g)
}
