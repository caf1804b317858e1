package net

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"math"

	"gonum.org/v1/gonum/mat"
)

// Vectors are fixed vectors of words, in 8 bits; read-only.
//
// The file is the magic line; the number of words and of dimensions as varints; what a step of 1 is worth as a 32-bit
// float; the words' hashes, 4 bytes each; the rows. Words are known by their hash only.
type Vectors struct {
	dim   int
	scale float32
	keys  []uint32
	index map[uint32]int32
	rows  []int8
}

const vectorsMagic = "demarche-vectors-1\n"

const errVectors damage = "net: damaged word vectors"

// NewVectors makes vectors of dim dimensions from longer ones: each is made of length 1 around the mean of all, and
// turned onto the dim axes along which they differ most (principal components). Of words with the same key the first
// counts.
func NewVectors(keys []uint32, long [][]float64, dim int) (*Vectors, error) {
	n := len(long[0])
	centre(long)
	x := mat.NewDense(len(long), n, nil)
	for i, r := range long {
		x.SetRow(i, r)
	}
	var cov mat.SymDense
	cov.SymOuterK(1, x.T())
	var eigen mat.EigenSym
	if !eigen.Factorize(&cov, true) {
		return nil, errors.New("net: no principal components")
	}
	var axes, turned mat.Dense
	eigen.VectorsTo(&axes)
	turned.Mul(x, axes.Slice(0, n, n-dim, n)) // eigenvalues rise
	sum := 0.0
	for _, v := range turned.RawMatrix().Data {
		sum += v * v
	}
	spread := math.Sqrt(sum / float64(len(long)*dim))
	v := &Vectors{dim: dim, scale: 0.02, index: map[uint32]int32{}}
	for i, k := range keys {
		if _, ok := v.index[k]; ok {
			continue
		}
		v.index[k] = int32(len(v.keys))
		v.keys = append(v.keys, k)
		for j := range dim {
			// the spread of a dimension becomes 0.4
			step := math.Round(turned.At(i, j) / spread * 0.4 / float64(v.scale))
			v.rows = append(v.rows, int8(max(-127, min(127, step))))
		}
	}
	return v, nil
}

// centre takes the mean off all rows and makes each of length 1.
func centre(rows [][]float64) {
	mean := make([]float64, len(rows[0]))
	for _, r := range rows {
		for j, v := range r {
			mean[j] += v / float64(len(rows))
		}
	}
	for _, r := range rows {
		sum := 1e-12
		for j := range r {
			r[j] -= mean[j]
			sum += r[j] * r[j]
		}
		for j := range r {
			r[j] /= math.Sqrt(sum)
		}
	}
}

// Write stores the vectors.
func (v *Vectors) Write(out io.Writer) error {
	w := bufio.NewWriter(out)
	b := []byte(vectorsMagic)
	b = binary.AppendUvarint(b, uint64(len(v.keys)))
	b = binary.AppendUvarint(b, uint64(v.dim))
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v.scale))
	for _, k := range v.keys {
		b = binary.LittleEndian.AppendUint32(b, k)
	}
	for _, x := range v.rows {
		b = append(b, byte(x))
	}
	if _, err := w.Write(b); err != nil {
		return err
	}
	return w.Flush()
}

// ReadVectors reads what [Vectors.Write] wrote.
func ReadVectors(b []byte) (*Vectors, error) {
	if len(b) < len(vectorsMagic) || string(b[:len(vectorsMagic)]) != vectorsMagic {
		return nil, errVectors
	}
	b = b[len(vectorsMagic):]
	n, used := binary.Uvarint(b)
	if used <= 0 {
		return nil, errVectors
	}
	b = b[used:]
	dim, used := binary.Uvarint(b)
	if used <= 0 || n > 1<<20 || dim == 0 || dim > 1024 || uint64(len(b)-used) != 4+n*4+n*dim {
		return nil, errVectors
	}
	b = b[used:]
	v := &Vectors{
		dim:   int(dim),
		scale: math.Float32frombits(binary.LittleEndian.Uint32(b)),
		index: make(map[uint32]int32, n),
	}
	b = b[4:]
	for i := range int32(n) {
		k := binary.LittleEndian.Uint32(b[4*i:])
		v.keys = append(v.keys, k)
		v.index[k] = i
	}
	b = b[4*n:]
	v.rows = make([]int8, len(b))
	for i, x := range b {
		v.rows[i] = int8(x)
	}
	return v, nil
}

// into adds the vector of a word to dst; an unknown word has none.
func (v *Vectors) into(word uint32, dst []float32) {
	i, ok := v.index[word]
	if !ok {
		return
	}
	for j, x := range v.rows[int(i)*v.dim : int(i+1)*v.dim] {
		dst[j] = float32(x) * v.scale
	}
}
