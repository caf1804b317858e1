package boost

import (
	"bufio"
	"bytes"
	"math/rand/v2"
	"testing"
)

// toy makes rows of six values of which two tell the answer together, one in twenty wrong.
func toy(n int, seed uint64) (rows [][]float32, yes []bool) {
	r := rand.New(rand.NewPCG(seed, 1))
	for range n {
		row := make([]float32, 6)
		for j := range row {
			row[j] = r.Float32()
		}
		row[5] = float32(r.IntN(4))
		rows = append(rows, row)
		yes = append(yes, ((row[1] > 0.5) != (row[5] > 1)) != (r.IntN(20) == 0))
	}
	return rows, yes
}

func options() Options {
	return Options{Trees: 60, Leaves: 8, Rate: 0.2, Least: 20, L2: 1, Features: 0.7, Rows: 0.8, Seed: 1}
}

func TestTrain(t *testing.T) {
	rows, yes := toy(3000, 1)
	var a, b bytes.Buffer
	if err := Train(rows, yes, options()).Write(&a); err != nil {
		t.Fatal(err)
	}
	if err := Train(rows, yes, options()).Write(&b); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Fatal("two trainings differ")
	}
	m, err := Read(bufio.NewReader(&a))
	if err != nil {
		t.Fatal(err)
	}
	rows, yes = toy(2000, 2)
	wrong, sum, positive := 0, 0.0, 0.0
	for i, r := range rows {
		p := m.P(r)
		sum += p
		if yes[i] {
			positive++
		}
		if (p > 0.5) != yes[i] {
			wrong++
		}
	}
	if wrong*12 > len(rows) {
		t.Errorf("%d of %d rows wrong", wrong, len(rows))
	}
	if d := (sum - positive) / float64(len(rows)); d > 0.03 || d < -0.03 {
		t.Errorf("mean probability %v off", d)
	}
}

func TestReadDamaged(t *testing.T) {
	rows, yes := toy(300, 3)
	var b bytes.Buffer
	if err := Train(rows, yes, options()).Write(&b); err != nil {
		t.Fatal(err)
	}
	raw := b.Bytes()
	for n := 0; n < len(raw); n += 13 {
		if _, err := Read(bufio.NewReader(bytes.NewReader(raw[:n]))); err == nil {
			t.Fatalf("%d of %d bytes read without an error", n, len(raw))
		}
	}
	for name, tree := range map[string][]node{
		"a child before its parent":   {{left: 1, right: 2}, {left: 1, right: 1}, {}},
		"a child of two":              {{left: 1, right: 2}, {left: 2, right: 3}, {}, {}},
		"a child past the end":        {{left: 1, right: 3}, {}, {}},
		"a node without a parent":     {{}, {}, {}},
		"a feature that is not there": {{feature: 1}},
		"too many leaves":             make([]node, 2*mostLeaves+1),
	} {
		b.Reset()
		if err := (&Model{features: 1, trees: [][]node{tree}}).Write(&b); err != nil {
			t.Fatal(err)
		}
		if _, err := Read(bufio.NewReader(&b)); err == nil {
			t.Errorf("a tree with %s was read", name)
		}
	}
}

func FuzzRead(f *testing.F) {
	rows, yes := toy(200, 3)
	var b bytes.Buffer
	if err := Train(rows, yes, options()).Write(&b); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, raw []byte) {
		if m, err := Read(bufio.NewReader(bytes.NewReader(raw))); err == nil && m.Features() < 100 {
			m.P(make([]float32, m.Features()))
		}
	})
}
