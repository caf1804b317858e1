package boost

import (
	"bufio"
	"bytes"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// drawTree draws a tree of up to [mostLeaves] leaves over some features, its children in any order after their parent.
func drawTree(t *rapid.T, features int) []node {
	tree, leaves := []node{{}}, []int{0}
	for range rapid.IntRange(0, mostLeaves-1).Draw(t, "branches") {
		k := rapid.IntRange(0, len(leaves)-1).Draw(t, "leaf")
		n := uint16(len(tree))
		feature := rapid.IntRange(0, features-1).Draw(t, "feature")
		b := node{drawValue(t), uint16(feature), n, n + 1}
		if rapid.Bool().Draw(t, "turned") {
			b.left, b.right = b.right, b.left
		}
		tree[leaves[k]] = b
		leaves[k] = len(tree)
		leaves = append(leaves, len(tree)+1)
		tree = append(tree, node{}, node{})
	}
	for _, l := range leaves {
		tree[l].value = rapid.Float32Range(-1, 1).Draw(t, "adds")
	}
	return tree
}

// drawValue draws a threshold or the value of a feature: mostly one of a few, so that they meet, and now and then
// an odd one.
func drawValue(t *rapid.T) float32 {
	odd := []float32{float32(math.Inf(1)), float32(math.Inf(-1)), float32(math.Copysign(0, -1)), math.MaxFloat32}
	return rapid.OneOf(rapid.SampledFrom([]float32{0, 1, -1, 2.5, 99}), rapid.SampledFrom(odd), rapid.Float32()).
		Draw(t, "value")
}

// TestForest holds the answers of a forest to the walk of each tree, with as many trees as fit the memory at hand and
// with more.
func TestForest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		features := rapid.IntRange(1, 5).Draw(t, "features")
		m := &Model{features: features, base: 0.5}
		for range rapid.IntRange(0, 6).Draw(t, "trees") {
			m.trees = append(m.trees, drawTree(t, features))
		}
		if len(m.trees) > 0 && rapid.Bool().Draw(t, "many") {
			for len(m.trees) < 1100 {
				m.trees = append(m.trees, m.trees[0])
			}
		}
		var b bytes.Buffer
		if err := m.Write(&b); err != nil {
			t.Fatal(err)
		}
		got, err := Read(bufio.NewReader(&b))
		if err != nil {
			t.Fatal(err)
		}
		rows := drawRows(t, features)
		together, apart := got.forest.sums(got.base, rows), make([]float32, len(rows))
		want := make([]float32, len(rows))
		for i, row := range rows {
			apart[i], want[i] = got.forest.sum(got.base, row), m.base
			for _, tree := range m.trees {
				want[i] += leaf(tree, row)
			}
		}
		if !slices.Equal(together, want) || !slices.Equal(apart, want) {
			t.Fatalf("rows %v: %v together, %v apart, want %v", rows, together, apart, want)
		}
	})
}

// drawRows draws rows that have some values in common.
func drawRows(t *rapid.T, features int) [][]float32 {
	rows := make([][]float32, rapid.IntRange(0, 6).Draw(t, "rows"))
	for i := range rows {
		rows[i] = make([]float32, features)
		for j := range rows[i] {
			if i > 0 && rapid.Bool().Draw(t, "alike") {
				rows[i][j] = rows[0][j]
			} else {
				rows[i][j] = drawValue(t)
			}
		}
	}
	return rows
}

func TestAll(t *testing.T) {
	rows, yes := toy(300, 5)
	m := Train(rows, yes, options())
	for _, n := range []int{0, 1, alike, 50} {
		got := m.All(rows[:n])
		if len(got) != n {
			t.Fatalf("%d of %d probabilities", len(got), n)
		}
		for i, p := range got {
			if want := m.P(rows[i]); p != want {
				t.Errorf("row %d of %d: %v, want %v", i, n, p, want)
			}
		}
	}
}

func BenchmarkP(b *testing.B) {
	rows, yes := toy(3000, 1)
	o := options()
	o.Trees, o.Leaves = 300, 16
	m := Train(rows, yes, o)
	i := 0
	for b.Loop() {
		m.P(rows[i%len(rows)])
		i++
	}
}
