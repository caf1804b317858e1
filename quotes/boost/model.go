package boost

import (
	"bufio"
	"encoding/binary"
	"io"
	"math"
)

// Model is a trained classifier; read-only and safe to share.
type Model struct {
	features int
	base     float32
	trees    [][]node // the root first; a tree of one leaf has one node
	forest   forest   // the same trees, made ready to be asked
}

// node is a branch, or a leaf where left is 0.
type node struct {
	value       float32 // threshold of a branch: up to it the left child follows; or what a leaf adds
	feature     uint16
	left, right uint16 // places in the tree
}

// Features is the number of values in a row.
func (m *Model) Features() int { return m.features }

// P is the probability of yes of a row of as many values as the model has features.
func (m *Model) P(row []float32) float64 {
	return 1 / (1 + math.Exp(-float64(m.forest.sum(m.base, row))))
}

// alike is the number of rows from which on it pays to look for what they have in common, by trial.
const alike = 4

// All is the probability of yes of each row.
func (m *Model) All(rows [][]float32) []float64 {
	out := make([]float64, len(rows))
	for i, s := range m.scores(rows) {
		out[i] = 1 / (1 + math.Exp(-float64(s)))
	}
	return out
}

// scores are the sums of the leaves that the rows reach. Rows of which some have much in common, such as the candidates
// for one place, cost less together than one by one.
func (m *Model) scores(rows [][]float32) []float32 {
	if len(rows) >= alike {
		return m.forest.sums(m.base, rows)
	}
	out := make([]float32, len(rows))
	for i, r := range rows {
		out[i] = m.forest.sum(m.base, r)
	}
	return out
}

const errModel damage = "boost: damaged model"

// damage is the error of a file of weights that is none.
type damage string

func (d damage) Error() string { return string(d) }

// Write stores the model: the number of features, the base as a 32-bit float, the number of trees; for each tree the
// number of nodes, and for each node its value as a 32-bit float, its feature and children as 16 bits each.
func (m *Model) Write(out io.Writer) error {
	w := bufio.NewWriter(out)
	b := binary.AppendUvarint(nil, uint64(m.features))
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(m.base))
	b = binary.AppendUvarint(b, uint64(len(m.trees)))
	for _, t := range m.trees {
		b = binary.AppendUvarint(b, uint64(len(t)))
		for _, n := range t {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(n.value))
			b = binary.LittleEndian.AppendUint16(b, n.feature)
			b = binary.LittleEndian.AppendUint16(b, n.left)
			b = binary.LittleEndian.AppendUint16(b, n.right)
		}
	}
	if _, err := w.Write(b); err != nil {
		return err
	}
	return w.Flush()
}

// Read reads what [Model.Write] wrote.
func Read(r *bufio.Reader) (*Model, error) {
	n, err := binary.ReadUvarint(r)
	if err != nil || n > 1<<16 {
		return nil, errModel
	}
	m := &Model{features: int(n)}
	var b [10]byte
	if _, err := io.ReadFull(r, b[:4]); err != nil {
		return nil, errModel
	}
	m.base = math.Float32frombits(binary.LittleEndian.Uint32(b[:]))
	trees, err := binary.ReadUvarint(r)
	if err != nil || trees > 1<<16 {
		return nil, errModel
	}
	for range trees {
		t, err := readTree(r, m.features)
		if err != nil {
			return nil, err
		}
		m.trees = append(m.trees, t)
	}
	m.forest = newForest(m.features, m.trees)
	return m, nil
}

func readTree(r *bufio.Reader, features int) ([]node, error) {
	size, err := binary.ReadUvarint(r)
	if err != nil || size == 0 || size >= 2*mostLeaves {
		return nil, errModel
	}
	const each = 10 // bytes of a node
	var memory [2 * mostLeaves * each]byte
	if _, err := io.ReadFull(r, memory[:size*each]); err != nil {
		return nil, errModel
	}
	t := make([]node, size)
	for i := range t {
		b := memory[i*each:]
		t[i] = node{
			math.Float32frombits(binary.LittleEndian.Uint32(b)),
			binary.LittleEndian.Uint16(b[4:]),
			binary.LittleEndian.Uint16(b[6:]),
			binary.LittleEndian.Uint16(b[8:]),
		}
	}
	if !isTree(t, features) {
		return nil, errModel
	}
	return t, nil
}

// isTree reports whether nodes make a tree: children stand after their parent, and every node but the first is the
// child of one, so that every way ends.
func isTree(t []node, features int) bool {
	branches, children := 0, uint64(1) // nodes that have a parent, a bit each
	for i, n := range t {
		switch {
		case int(n.feature) >= features:
			return false
		case n.left == 0:
			continue
		case int(n.left) <= i || int(n.right) <= i || int(n.left) >= len(t) || int(n.right) >= len(t):
			return false
		}
		branches++
		children |= 1<<n.left | 1<<n.right
	}
	return len(t) == 2*branches+1 && children == 1<<len(t)-1
}
