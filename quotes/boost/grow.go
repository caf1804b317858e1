package boost

import "slices"

// cell sums a class of rows.
type cell struct {
	g, h float64
	n    int
}

func (c *cell) add(o cell) { c.g, c.h, c.n = c.g+o.g, c.h+o.h, c.n+o.n }

func (c cell) less(o cell) cell { return cell{c.g - o.g, c.h - o.h, c.n - o.n} }

// growing is a leaf that may be split.
type growing struct {
	node int
	rows []int32
	sum  cell
	hist [][]cell // of each used feature, the classes

	gain    float64 // of the best split, 0 for none
	feature int     // place among the used features
	class   int     // greatest class on the left
}

// grow makes a tree: the leaf whose split gains most is split, until there are enough.
func (t *trainer) grow() []node {
	var rows []int32
	for i := range t.g {
		if t.random() < t.o.Rows {
			rows = append(rows, int32(i))
		}
	}
	var used []int
	for f := range t.class {
		if len(t.edges[f]) > 0 && t.random() < t.o.Features {
			used = append(used, f)
		}
	}
	tree := make([]node, 1, 2*t.o.Leaves)
	root := &growing{rows: rows, hist: t.histogram(used, rows)}
	for _, i := range rows {
		root.sum.add(cell{float64(t.g[i]), float64(t.h[i]), 1})
	}
	t.search(root)
	leaves := []*growing{root}
	for len(leaves) < t.o.Leaves {
		best := 0
		for k, l := range leaves {
			if l.gain > leaves[best].gain {
				best = k
			}
		}
		l := leaves[best]
		if l.gain <= 0 {
			break
		}
		a, b := t.split(l, used)
		a.node, b.node = len(tree), len(tree)+1
		tree[l.node] = node{t.edges[used[l.feature]][l.class], uint16(used[l.feature]), uint16(a.node), uint16(b.node)}
		tree = append(tree, node{}, node{})
		leaves[best] = a
		leaves = append(leaves, b)
	}
	for _, l := range leaves {
		tree[l.node] = node{value: float32(t.o.Rate * l.sum.g / (l.sum.h + t.o.L2))}
	}
	return slices.Clip(tree)
}

// histogram sums the rows by the classes of the used features.
func (t *trainer) histogram(used []int, rows []int32) [][]cell {
	out := make([][]cell, len(used))
	for k, f := range used {
		h := make([]cell, len(t.edges[f])+1)
		class := t.class[f]
		for _, i := range rows {
			c := &h[class[i]]
			c.g += float64(t.g[i])
			c.h += float64(t.h[i])
			c.n++
		}
		out[k] = h
	}
	return out
}

// search finds the best split of a leaf.
func (t *trainer) search(l *growing) {
	value := func(c cell) float64 { return c.g * c.g / (c.h + t.o.L2) }
	whole := value(l.sum)
	l.gain = 0
	for k, h := range l.hist {
		var left cell
		for c := range len(h) - 1 {
			left.add(h[c])
			right := l.sum.less(left)
			if left.n < t.o.Least || right.n < t.o.Least {
				continue
			}
			if gain := value(left) + value(right) - whole; gain > l.gain+1e-9 {
				l.gain, l.feature, l.class = gain, k, c
			}
		}
	}
}

// split makes the two children of a leaf; the sums of the larger are what the smaller leaves of its parent's.
func (t *trainer) split(l *growing, used []int) (a, b *growing) {
	a, b = &growing{}, &growing{}
	class := t.class[used[l.feature]]
	for _, i := range l.rows {
		if int(class[i]) <= l.class {
			a.rows = append(a.rows, i)
		} else {
			b.rows = append(b.rows, i)
		}
	}
	small, large := a, b
	if len(b.rows) < len(a.rows) {
		small, large = b, a
	}
	small.hist, large.hist = t.histogram(used, small.rows), l.hist
	for k := range small.hist {
		for c := range small.hist[k] {
			large.hist[k][c] = large.hist[k][c].less(small.hist[k][c])
		}
	}
	for _, x := range []*growing{a, b} {
		if len(x.hist) > 0 {
			for _, c := range x.hist[0] {
				x.sum.add(c)
			}
		}
		t.search(x)
	}
	return a, b
}
