package net

import (
	"math"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas32"
)

// Sizes of what a kernel computes at once, and of the rows that stay in the cache meanwhile.
const (
	blockRows = 4
	blockCols = 16
	tallRows  = 64
)

// multiply sets c to a·b, to the same bits on every way: the products of an element are added in their order.
func multiply(a, b, c *matrix) {
	switch {
	case a.rows == 0:
	case wide() && b.cols%blockCols == 0:
		multiplyWide(a, b, c)
	case wide() && b.cols < blockCols && a.cols <= hidden && a.rows >= blockRows:
		multiplyPadded(a, b, c)
	case b.cols < blockCols:
		multiplyNarrow(a, b, c)
	default:
		blas32.Gemm(blas.NoTrans, blas.NoTrans, 1, a.general(), b.general(), 0, c.general())
	}
}

// multiplyWide does it by the kernel: a stripe of b's columns stays in the cache while rows of a go by. The last
// block of rows overlaps the one before it; of fewer rows than a block's, one is taken four times.
func multiplyWide(a, b, c *matrix) {
	const size = 4 // bytes of a value
	k, aStep, bStep, cStep := uintptr(a.cols), uintptr(a.cols)*size, uintptr(b.cols)*size, uintptr(c.cols)*size
	_, _, _ = a.w[a.rows*a.cols-1], b.w[a.cols*b.cols-1], c.w[a.rows*b.cols-1]
	for from := 0; from < a.rows; from += tallRows {
		to := min(a.rows, from+tallRows)
		for j := 0; j < b.cols; j += blockCols {
			for i := from; i < to; i += blockRows {
				if a.rows < blockRows {
					for r := range a.rows {
						block(k, &a.w[r*a.cols], 0, &b.w[j], bStep, &c.w[r*c.cols+j], 0)
					}
					break
				}
				r := min(i, a.rows-blockRows)
				block(k, &a.w[r*a.cols], aStep, &b.w[j], bStep, &c.w[r*c.cols+j], cStep)
			}
		}
	}
}

// multiplyPadded does it by the kernel where b has but a few columns, those of the labels: others, of zeroes, are put
// beside them.
func multiplyPadded(a, b, c *matrix) {
	var padded [hidden * blockCols]float32
	var to [blockRows * blockCols]float32
	for l := range b.rows {
		copy(padded[l*blockCols:], b.row(l))
	}
	const step = 4 * blockCols // bytes of a row
	for i := 0; i < a.rows; i += blockRows {
		r := min(i, a.rows-blockRows)
		block(uintptr(a.cols), &a.w[r*a.cols], uintptr(a.cols)*4, &padded[0], step, &to[0], step)
		for k := range blockRows {
			copy(c.row(r+k), to[k*blockCols:])
		}
	}
}

// multiplyNarrow does it in plain code where b has but a few columns.
func multiplyNarrow(a, b, c *matrix) {
	for i := range a.rows {
		to := c.row(i)
		clear(to)
		for l, v := range a.row(i) {
			for j, w := range b.row(l) {
				to[j] += float32(v * w) // rounded, not fused with the sum
			}
		}
	}
}

// positive sets what is below 0 to 0, without a jump: half of the values are, in no order.
func positive(row []float32) {
	for j, v := range row {
		bits := int32(math.Float32bits(v))
		row[j] = math.Float32frombits(uint32(bits &^ (bits >> 31)))
	}
}

// addTo adds b to a of the same length.
func addTo(a, b []float32) {
	n := len(b)
	if !wide() || n%8 != 0 || n == 0 {
		for j, v := range b {
			a[j] += v
		}
		return
	}
	_ = a[n-1]
	plus(uintptr(n), &a[0], &b[0])
}
