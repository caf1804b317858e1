package logit

import (
	"bufio"
	"encoding/binary"
	"io"
	"math"
)

// bits is how many leading bits of a hash find its weight. With 18 instead of 22 the choices are right as often on
// texts that nothing was learned from.
const bits = 18

// Model holds a weight for every place of its table; read-only and safe to share.
type Model struct {
	scale  float32
	weight [1 << bits]int8 // in units of scale
}

// Sum adds up the weights of the features, in steps of the model. The sum of a set is that of its parts.
func (m *Model) Sum(features []uint32) int {
	sum := 0
	for _, f := range features {
		sum += int(m.weight[f>>(32-bits)])
	}
	return sum
}

// Score is the score of a set of features with that [Model.Sum].
func (m *Model) Score(sum int) float64 { return float64(sum) * float64(m.scale) }

// most is the greatest weight in units of scale.
const most = math.MaxInt8

// packed rounds the weights to steps that reach the greatest of them.
func packed(weights []float32) *Model {
	top := float32(0)
	for _, w := range weights {
		top = max(top, w, -w)
	}
	m := &Model{scale: top / most}
	for i, w := range weights {
		if top > 0 {
			m.weight[i] = int8(math.RoundToEven(float64(w / m.scale)))
		}
	}
	return m
}

const errModel damage = "logit: damaged model"

// damage is the error of a file of weights that is none.
type damage string

func (d damage) Error() string { return string(d) }

// Write stores the model: its scale as a 32-bit float, then the weights, a byte each.
func (m *Model) Write(out io.Writer) error {
	w := bufio.NewWriter(out)
	b := binary.LittleEndian.AppendUint32(nil, math.Float32bits(m.scale))
	if _, err := w.Write(b); err != nil {
		return err
	}
	for _, x := range m.weight {
		if err := w.WriteByte(byte(x)); err != nil {
			return err
		}
	}
	return w.Flush()
}

// Read reads what [Model.Write] wrote.
func Read(r *bufio.Reader) (*Model, error) {
	var b [4]byte
	if _, err := io.ReadFull(r, b[:]); err != nil {
		return nil, errModel
	}
	m := &Model{scale: math.Float32frombits(binary.LittleEndian.Uint32(b[:]))}
	table := make([]byte, len(m.weight))
	if _, err := io.ReadFull(r, table); err != nil {
		return nil, errModel
	}
	for i, x := range table {
		m.weight[i] = int8(x)
	}
	return m, nil
}
