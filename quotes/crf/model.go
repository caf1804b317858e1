package crf

import (
	"bufio"
	"encoding/binary"
	"errors"
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

// Labels is the number of labels.
func (m *Model) Labels() int { return m.labels }

// Size is the number of features with weights.
func (m *Model) Size() int { return m.node.count + m.edge.count }

// table maps features to rows of weights by open addressing.
type table struct {
	width int
	mask  uint32
	keys  []uint32 // 0 is empty
	rows  []int8
	count int
}

func newTable(count, width int) table {
	size := 16
	for size < count*2 {
		size *= 2
	}
	return table{width: width, mask: uint32(size - 1), keys: make([]uint32, size), rows: make([]int8, size*width)}
}

// spread scatters keys over the table.
func spread(f uint32) uint32 { return (f * 0x9E3779B1) ^ f>>15 }

func (t *table) row(f uint32) []int8 {
	if f == 0 {
		f = 1
	}
	for i := spread(f) & t.mask; ; i = (i + 1) & t.mask {
		switch t.keys[i] {
		case f:
			return t.rows[int(i)*t.width : int(i+1)*t.width]
		case 0:
			return nil
		}
	}
}

// put adds a key that is not there yet.
func (t *table) put(f uint32, row []int8) {
	i := spread(f) & t.mask
	for t.keys[i] != 0 {
		i = (i + 1) & t.mask
	}
	t.keys[i] = f
	copy(t.rows[int(i)*t.width:], row)
	t.count++
}

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

var errModel = errors.New("crf: damaged model")

func readTable(r *bufio.Reader, width int) (table, error) {
	n, err := binary.ReadUvarint(r)
	if err != nil || n > 1<<24 {
		return table{}, errModel
	}
	if w, err := binary.ReadUvarint(r); err != nil || w != uint64(width) {
		return table{}, errModel
	}
	t := newTable(int(n), width)
	row, buf, f := make([]int8, width), make([]byte, width), uint32(0)
	for range n {
		d, err := binary.ReadUvarint(r)
		if err != nil {
			return table{}, errModel
		}
		f += uint32(d)
		if _, err := io.ReadFull(r, buf); err != nil || f == 0 {
			return table{}, errModel
		}
		for i, b := range buf {
			row[i] = int8(b)
		}
		t.put(f, row)
	}
	return t, nil
}

// Read reads a model that [Trainer.Write] wrote.
func Read(r *bufio.Reader) (*Model, error) {
	k, err := binary.ReadUvarint(r)
	if err != nil || k < 2 || k > 8 {
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
