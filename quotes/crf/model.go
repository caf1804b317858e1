package crf

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"math"
)

// Model is a trained field: weights of 8 bits, read-only and safe to share.
type Model struct {
	labels int
	scale  float32   // what a weight of 1 is worth
	bias   []float32 // labels × labels, in units of scale
	node   table
	edge   table
}

// Plain returns a model of so many labels without features, for lattices that are scored from outside.
func Plain(labels int) *Model {
	return &Model{labels: labels, scale: 1, bias: make([]float32, labels*labels)}
}

// mostLabels is how many labels a model may have.
const mostLabels = 8

// Labels is the number of labels.
func (m *Model) Labels() int { return m.labels }

// weighted is a feature with its weights, in the order of the features.
type weighted struct {
	feature uint32
	row     []int8
}

// write stores features as varint differences, each followed by its weights.
func writeTable(w *bufio.Writer, rows []weighted, width int) error {
	var buf [binary.MaxVarintLen64]byte
	put := func(v uint64) { _, _ = w.Write(buf[:binary.PutUvarint(buf[:], v)]) }
	put(uint64(len(rows)))
	put(uint64(width))
	last := uint32(0)
	for _, r := range rows {
		put(uint64(r.feature - last))
		last = r.feature
		for _, v := range r.row {
			_ = w.WriteByte(byte(v))
		}
	}
	return w.Flush()
}

const errModel damage = "crf: damaged model"

// damage is the error of a file of weights that is none.
type damage string

func (d damage) Error() string { return string(d) }

func readTable(r *bufio.Reader, width int) (table, error) {
	n, err := binary.ReadUvarint(r)
	if err != nil || n > 1<<24 {
		return table{}, errModel
	}
	if w, err := binary.ReadUvarint(r); err != nil || w != uint64(width) {
		return table{}, errModel
	}
	t := newTable(int(n), width)
	f := uint32(0)
	for range n {
		// one look ahead a row: a number of at most 32 bits and the weights
		b, _ := r.Peek(binary.MaxVarintLen32 + width)
		d, k := binary.Uvarint(b)
		if k <= 0 || len(b) < k+width {
			return table{}, errModel
		}
		if f += uint32(d); f == 0 {
			return table{}, errModel
		}
		t.put(f, b[k:k+width])
		if _, err := r.Discard(k + width); err != nil {
			return table{}, errModel
		}
	}
	return t, nil
}

// Read reads a model that [Trainer.Write] wrote.
func Read(r *bufio.Reader) (*Model, error) {
	k, err := binary.ReadUvarint(r)
	if err != nil || k < 2 || k > mostLabels {
		return nil, errModel
	}
	m := &Model{labels: int(k), bias: make([]float32, k*k)}
	var b [4]byte
	for i := range int(k*k) + 1 {
		if _, err := io.ReadFull(r, b[:]); err != nil {
			return nil, errModel
		}
		v := math.Float32frombits(binary.LittleEndian.Uint32(b[:]))
		if i == 0 {
			m.scale = v
		} else {
			m.bias[i-1] = v
		}
	}
	if m.node, err = readTable(r, int(k)); err != nil {
		return nil, fmt.Errorf("node features: %w", err)
	}
	if m.edge, err = readTable(r, int(k*k)); err != nil {
		return nil, fmt.Errorf("edge features: %w", err)
	}
	return m, nil
}
