package net

import (
	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas32"
)

// matrix is rows × cols, row after row.
type matrix struct {
	rows, cols int
	w          []float32
}

func newMatrix(rows, cols int) matrix { return matrix{rows, cols, make([]float32, rows*cols)} }

func (m *matrix) row(i int) []float32 { return m.w[i*m.cols : (i+1)*m.cols] }

// grow sets the size and reuses the memory if there is enough; the values are not cleared.
func (m *matrix) grow(rows, cols int) {
	if cap(m.w) < rows*cols {
		m.w = make([]float32, rows*cols, rows*cols*5/4)
	}
	m.rows, m.cols, m.w = rows, cols, m.w[:rows*cols]
}

func (m *matrix) general() blas32.General {
	return blas32.General{Rows: m.rows, Cols: m.cols, Stride: m.cols, Data: m.w}
}

// addProductLeft adds aᵀ·b to c: the gradient of a layer's weights.
func addProductLeft(a, b, c *matrix) {
	blas32.Gemm(blas.Trans, blas.NoTrans, 1, a.general(), b.general(), 1, c.general())
}

// addProductRight adds a·bᵀ to c: the gradient of a layer's input.
func addProductRight(a, b, c *matrix) {
	blas32.Gemm(blas.NoTrans, blas.Trans, 1, a.general(), b.general(), 1, c.general())
}

// addHalf adds half of b to a.
func addHalf(a, b []float32) {
	blas32.Axpy(0.5, blas32.Vector{N: len(b), Inc: 1, Data: b}, blas32.Vector{N: len(a), Inc: 1, Data: a})
}

// addRows adds b to every row of m.
func addRows(m *matrix, b []float32) {
	for i := range m.rows {
		addTo(m.row(i), b)
	}
}
