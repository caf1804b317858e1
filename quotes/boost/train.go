package boost

import (
	"math"
	"slices"
)

// Options of training.
type Options struct {
	Trees    int
	Leaves   int     // most leaves of a tree, at most 32
	Rate     float64 // share of a tree's say that is added
	Least    int     // fewest rows in a leaf
	L2       float64
	Features float64 // share of the features that a tree may use
	Rows     float64 // share of the rows that a tree is grown on
	Seed     uint64
}

// bins is the greatest number of classes into which the values of a feature are put.
const bins = 255

// trainer holds the rows in classes, feature after feature.
type trainer struct {
	o     Options
	edges [][]float32 // of each feature: the greatest value of each class but the last
	class [][]uint8   // of each feature: the class of each row
	g, h  []float32   // slope and curvature of the loss of each row
	rng   uint64
}

// Train fits a model to rows of equally many values with a yes or no each.
func Train(rows [][]float32, yes []bool, o Options) *Model {
	return train(rows, yes, o, func(t *trainer, score []float32) {
		for i, s := range score {
			p := float32(1 / (1 + math.Exp(-float64(s))))
			t.g[i], t.h[i] = -p, p*(1-p)
			if yes[i] {
				t.g[i]++
			}
		}
	})
}

// train fits a model; slopes enters the slopes and the curvatures of the loss for the scores of the rows.
func train(rows [][]float32, yes []bool, o Options, slopes func(t *trainer, score []float32)) *Model {
	if len(rows) == 0 {
		return &Model{}
	}
	m := &Model{features: len(rows[0]), base: base(yes)}
	t := &trainer{
		o:   o,
		rng: o.Seed*2654435761 + 88172645463325252,
		g:   make([]float32, len(rows)),
		h:   make([]float32, len(rows)),
	}
	for f := range m.features {
		t.classify(rows, f)
	}
	score := make([]float32, len(rows))
	for i := range score {
		score[i] = m.base
	}
	for range o.Trees {
		slopes(t, score)
		tree := t.grow()
		for i, r := range rows {
			score[i] += leaf(tree, r)
		}
		m.trees = append(m.trees, tree)
	}
	m.forest = newForest(m.features, m.trees)
	return m
}

// base is the logarithm of the odds of yes.
func base(yes []bool) float32 {
	positive := 1.0
	for _, y := range yes {
		if y {
			positive++
		}
	}
	p := positive / float64(len(yes)+2)
	return float32(math.Log(p / (1 - p)))
}

// leaf is what the leaf of a row adds.
func leaf(t []node, row []float32) float32 {
	n := &t[0]
	for n.left != 0 {
		next := n.right
		if row[n.feature] <= n.value {
			next = n.left
		}
		n = &t[next]
	}
	return n.value
}

// classify puts the values of a feature into classes of about as many rows.
func (t *trainer) classify(rows [][]float32, f int) {
	v := make([]float32, len(rows))
	for i, r := range rows {
		v[i] = r[f]
	}
	slices.Sort(v)
	var edges []float32
	distinct := slices.Compact(slices.Clone(v))
	if len(distinct) <= bins {
		edges = distinct[:len(distinct)-1]
	} else {
		for b := 1; b < bins; b++ {
			if e := v[len(v)*b/bins]; (len(edges) == 0 || e > edges[len(edges)-1]) && e < v[len(v)-1] {
				edges = append(edges, e)
			}
		}
	}
	class := make([]uint8, len(rows))
	for i, r := range rows {
		k, _ := slices.BinarySearch(edges, r[f])
		class[i] = uint8(k)
	}
	t.edges, t.class = append(t.edges, edges), append(t.class, class)
}

// random is xorshift64, in [0, 1).
func (t *trainer) random() float64 {
	t.rng ^= t.rng << 13
	t.rng ^= t.rng >> 7
	t.rng ^= t.rng << 17
	return float64(t.rng>>11) / (1 << 53)
}
