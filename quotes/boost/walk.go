package boost

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// mostLeaves is the greatest number of leaves of a tree: one bit each.
const mostLeaves = 32

// forest is the trees of a model, made ready to be asked for the leaves of a row. They are not walked: a walk waits for
// memory and for the outcome of a comparison at each step. Instead all branches of a feature lie together, in the order
// of their thresholds, and those whose threshold the row exceeds cross off the leaves to their left. What the row
// reaches in a tree is the first leaf that is left (QuickScorer, Lucchese et al. 2015). Most values exceed few
// thresholds.
type forest struct {
	from   []uint32  // of each feature: its first branch
	all    []branch  // by feature, each ended by one that nothing exceeds
	leaves []float32 // what they add: those of a tree from left to right
	width  int       // places for the leaves of a tree
	trees  int
}

// branch is a branch of any tree.
type branch struct {
	key  int32  // of the threshold, see order
	tree uint32 // number of the tree
	left uint32 // the leaves to the left, a bit each
}

// end is the key of the branch that ends the list of a feature: no row exceeds it.
const end = math.MaxInt32

// order returns a number that is less than another's exactly where v is: the bits of a float, those of negative ones
// turned. Both zeroes are one. Whole numbers are compared faster than floats.
func order(v float32) int32 {
	if v == 0 {
		return 0
	}
	bits := int32(math.Float32bits(v))
	return bits ^ bits>>31&math.MaxInt32
}

// newForest lays out trees of at most [mostLeaves] leaves each.
func newForest(features int, trees [][]node) forest {
	f := forest{trees: len(trees)}
	for _, t := range trees {
		f.width = max(f.width, (len(t)+1)/2)
	}
	f.leaves = make([]float32, len(trees)*f.width)
	of := make([][]branch, features)
	for i, t := range trees {
		f.enter(t, 0, uint32(i), 0, of)
	}
	for _, list := range of {
		slices.SortFunc(list, func(a, b branch) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.tree, b.tree)) })
		f.from = append(f.from, uint32(len(f.all)))
		f.all = append(append(f.all, list...), branch{key: end})
	}
	return f
}

// enter lays out what is under node i of a tree, where n leaves are to the left of it, and returns how many are with
// its own. Branches go to the lists of their features.
func (f *forest) enter(t []node, i uint16, tree uint32, n int, of [][]branch) int {
	b := t[i]
	if b.left == 0 {
		f.leaves[int(tree)*f.width+n] = b.value
		return n + 1
	}
	middle := f.enter(t, b.left, tree, n, of)
	of[b.feature] = append(of[b.feature], branch{order(b.value), tree, 1<<middle - 1<<n})
	return f.enter(t, b.right, tree, middle, of)
}

// sum adds to s what the leaves of a row add, tree after tree.
func (f *forest) sum(s float32, row []float32) float32 {
	var few [1024]uint32 // memory that needs no collecting
	off := few[:]        // of each tree: the leaves that are crossed off
	if f.trees > len(few) {
		off = make([]uint32, f.trees)
	}
	off = off[:f.trees]
	for i, from := range f.from {
		key := order(row[i])
		list := f.all[from:]
		for j := range list {
			b := &list[j]
			if b.key >= key {
				break
			}
			if int(b.tree) < len(off) {
				off[b.tree] |= b.left
			}
		}
	}
	at := 0
	for _, o := range off {
		s += f.leaves[at+bits.TrailingZeros32(^o)]
		at += f.width
	}
	return s
}
