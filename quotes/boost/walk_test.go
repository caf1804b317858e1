package boost

import "testing"

// TestForest holds the walk of many trees at once to the walk of each, with counts of trees that fill the lanes and
// counts that do not, down to none.
func TestForest(t *testing.T) {
	rows, yes := toy(500, 4)
	o := options()
	for trees := range 2*lanes + 2 {
		o.Trees = trees
		m := Train(rows, yes, o)
		for _, r := range rows[:50] {
			want := m.base
			for _, tree := range m.trees {
				want += leaf(tree, r)
			}
			if got := m.forest.sum(m.base, r); got != want {
				t.Fatalf("%d trees: %v, want %v", trees, got, want)
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
