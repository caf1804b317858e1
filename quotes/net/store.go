package net

import (
	"bufio"
	"encoding/binary"
	"io"
	"math"
)

const magic = "demarche-net-2\n"

const errNet damage = "net: damaged network"

// damage is the error of a file of weights that is none.
type damage string

func (d damage) Error() string { return string(d) }

// Write stores the network: the magic line, the number of words with vectors of their own and their hashes, then
// every row of every parameter as what a step of 1 is worth, a 32-bit float, and 8 bits a value.
func (n *Net) Write(out io.Writer) error {
	w := bufio.NewWriter(out)
	b := binary.AppendUvarint([]byte(magic), uint64(len(n.keys)))
	for _, k := range n.keys {
		b = binary.LittleEndian.AppendUint32(b, k)
	}
	for _, m := range n.parameters() {
		for i := range m.rows {
			b = appendRow(b, m.row(i))
		}
	}
	if _, err := w.Write(b); err != nil {
		return err
	}
	return w.Flush()
}

func appendRow(b []byte, row []float32) []byte {
	top := float32(1e-6)
	for _, v := range row {
		top = max(top, v, -v)
	}
	step := top / 127
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(step))
	for _, v := range row {
		b = append(b, byte(int8(math.Round(float64(v/step)))))
	}
	return b
}

// Read reads what [Net.Write] wrote; vec are the vectors that it was trained with.
func Read(r *bufio.Reader, vec *Vectors) (*Net, error) {
	head := make([]byte, len(magic))
	if _, err := io.ReadFull(r, head); err != nil || string(head) != magic {
		return nil, errNet
	}
	count, err := binary.ReadUvarint(r)
	if err != nil || count > 1<<20 {
		return nil, errNet
	}
	n := &Net{vec: vec, words: make(map[uint32]int32, count), keys: make([]uint32, count)}
	buf := make([]byte, 4*count)
	if _, err := io.ReadFull(r, buf); err != nil {
		return nil, errNet
	}
	for i := range n.keys {
		n.keys[i] = binary.LittleEndian.Uint32(buf[4*i:])
		n.words[n.keys[i]] = int32(i)
	}
	n.shape()
	for _, m := range n.parameters() {
		buf = append(buf[:0], make([]byte, m.rows*(4+m.cols))...)
		if _, err := io.ReadFull(r, buf); err != nil {
			return nil, errNet
		}
		for i := range m.rows {
			part := buf[i*(4+m.cols):]
			step := math.Float32frombits(binary.LittleEndian.Uint32(part))
			for j := range m.cols {
				m.w[i*m.cols+j] = float32(int8(part[4+j])) * step
			}
		}
	}
	return n, nil
}
