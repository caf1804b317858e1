package net

import (
	"slices"
	"testing"
)

// TestProductsToTheBit proves that a product is the same by the kernel as in plain code, whatever its size.
func TestProductsToTheBit(t *testing.T) {
	rnd := newRandom(3)
	fill := func(rows, cols int) matrix {
		m := newMatrix(rows, cols)
		for i := range m.w {
			m.w[i] = float32(rnd.float()) - 0.5
		}
		return m
	}
	for _, cols := range []int{1, 3, 16, 32, 48, 192} {
		for _, rows := range []int{1, 2, 3, 4, 5, 7, 63, 64, 65, 130} {
			a, b := fill(rows, 33), fill(33, cols)
			want, got := newMatrix(rows, cols), fill(rows, cols)
			for i := range rows {
				for l, v := range a.row(i) {
					for j, w := range b.row(l) {
						want.row(i)[j] += float32(v * w)
					}
				}
			}
			multiply(&a, &b, &got)
			if !slices.Equal(got.w, want.w) {
				t.Errorf("%d rows by %d columns differ", rows, cols)
			}
			sum := slices.Clone(a.w)
			addTo(sum, a.w)
			for i, v := range a.w {
				if sum[i] != v+v {
					t.Fatalf("sum of %d values differs at %d", len(sum), i)
				}
			}
		}
	}
}
