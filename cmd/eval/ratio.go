package main

import (
	"fmt"
	"io"
)

// ratio counts right, predicted and annotated items.
type ratio struct{ right, predicted, annotated int }

// prf is precision, recall and F1 in percent.
func (r ratio) prf() (p, c, f float64) {
	if r.predicted > 0 {
		p = 100 * float64(r.right) / float64(r.predicted)
	}
	if r.annotated > 0 {
		c = 100 * float64(r.right) / float64(r.annotated)
	}
	return p, c, harmonic(p, c)
}

func (r ratio) String() string {
	p, c, f := r.prf()
	return fmt.Sprintf("P %5.1f R %5.1f F1 %5.1f", p, c, f)
}

// harmonic is the harmonic mean, 0 of two zeros.
func harmonic(a, b float64) float64 {
	if a+b == 0 {
		return 0
	}
	return 2 * a * b / (a + b)
}

// share is n of all in percent, 0 of none.
func share(n, of int) float64 { return 100 * float64(n) / float64(max(1, of)) }

// certainty counts quotes by their stated probability, in tenths.
type certainty [10]struct {
	n, right int
	sum      float64
}

func (c *certainty) add(p float64, right bool) {
	b := &c[min(9, max(0, int(p*10)))]
	b.n++
	b.sum += p
	if right {
		b.right++
	}
}

// print shows stated against actual probability.
func (c *certainty) print(w io.Writer) {
	fmt.Fprintln(w, "\nreliability of P (content j50 and source overlap)")
	for i, b := range c {
		if b.n > 0 {
			fmt.Fprintf(w, "  %.1f-%.1f  n %5d  mean P %5.1f  right %5.1f\n", float64(i)/10, float64(i+1)/10, b.n,
				100*b.sum/float64(b.n), share(b.right, b.n))
		}
	}
}
