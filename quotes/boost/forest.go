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
	used     []used
	steps    []step   // by feature, each ended by one that nothing exceeds
	branches []branch // by feature and threshold
	leaves   []float32
	width    int // places in leaves for those of a tree, from left to right
	trees    int
	columns  int // of a row
}

// used is a feature that has branches.
type used struct {
	column uint32 // of a row
	step   uint32 // its first step
	branch uint32 // its first branch
}

// step is a threshold of a feature, with the place after the branches of the lower ones.
type step struct {
	key  int32 // see order
	stop uint32
}

// branch is a branch of a tree.
type branch struct {
	tree uint32
	left uint32 // the leaves to its left, a bit each
}

// end is the key of the step that ends the list of a feature: no row exceeds it.
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

// keyed is a branch with the key of its threshold.
type keyed struct {
	branch
	key int32
}

// newForest lays out trees of at most [mostLeaves] leaves each.
func newForest(features int, trees [][]node) forest {
	f := forest{trees: len(trees), columns: features}
	for _, t := range trees {
		f.width = max(f.width, (len(t)+1)/2)
	}
	f.leaves = make([]float32, len(trees)*f.width)
	of := rooms(features, trees)
	for i, t := range trees {
		f.enter(t, 0, uint32(i), 0, of)
	}
	for c, list := range of {
		if len(list) > 0 {
			f.line(uint32(c), list)
		}
	}
	return f
}

// rooms makes room for the branches of each feature.
func rooms(features int, trees [][]node) [][]keyed {
	count, all := make([]int, features), 0
	for _, t := range trees {
		all += len(t) / 2
		for _, n := range t {
			if n.left != 0 {
				count[n.feature]++
			}
		}
	}
	memory, out := make([]keyed, all), make([][]keyed, features)
	for i, n := range count {
		out[i], memory = memory[:0:n], memory[n:]
	}
	return out
}

// enter lays out what is under node i of a tree, where n leaves are to the left of it, and returns how many are with
// its own. Branches go to the lists of their features.
func (f *forest) enter(t []node, i uint16, tree uint32, n int, of [][]keyed) int {
	b := t[i]
	if b.left == 0 {
		f.leaves[int(tree)*f.width+n] = b.value
		return n + 1
	}
	middle := f.enter(t, b.left, tree, n, of)
	of[b.feature] = append(of[b.feature], keyed{branch{tree, 1<<middle - 1<<n}, order(b.value)})
	return f.enter(t, b.right, tree, middle, of)
}

// line lays out the branches of a feature.
func (f *forest) line(column uint32, list []keyed) {
	slices.SortFunc(list, func(a, b keyed) int {
		if a.key != b.key {
			return cmp.Compare(a.key, b.key)
		}
		return cmp.Compare(a.tree, b.tree)
	})
	f.used = append(f.used, used{column, uint32(len(f.steps)), uint32(len(f.branches))})
	for i, b := range list {
		if i == 0 || b.key != list[i-1].key {
			f.steps = append(f.steps, step{b.key, uint32(len(f.branches))})
		}
		f.branches = append(f.branches, b.branch)
	}
	f.steps = append(f.steps, step{end, uint32(len(f.branches))})
}

// memory is a word for each tree, all 0, in few where they fit.
func (f *forest) memory(few []uint32) []uint32 {
	if f.trees <= len(few) {
		return few[:f.trees]
	}
	return make([]uint32, f.trees)
}

// cross crosses leaves off for the values that a row has of some features.
func (f *forest) cross(off []uint32, of []used, row []float32) {
	for _, u := range of {
		key, steps, k := order(row[u.column]), f.steps[u.step:], 0
		for steps[k].key < key {
			k++
		}
		list := f.branches[u.branch:steps[k].stop]
		for ; len(list) >= 4; list = list[4:] {
			b := (*[4]branch)(list)
			b[0].cross(off)
			b[1].cross(off)
			b[2].cross(off)
			b[3].cross(off)
		}
		for _, b := range list {
			b.cross(off)
		}
	}
}

func (b branch) cross(off []uint32) {
	if int(b.tree) < len(off) { // always; cheaper than what is written without
		off[b.tree] |= b.left
	}
}

// add adds to s what the first leaves that are left add, tree after tree.
func (f *forest) add(s float32, off []uint32) float32 {
	at := 0
	for _, o := range off {
		s += f.leaves[at+bits.TrailingZeros32(^o)]
		at += f.width
	}
	return s
}

// sum adds to s what the leaves of a row add.
func (f *forest) sum(s float32, row []float32) float32 {
	var few [1024]uint32 // memory that needs no collecting
	off := f.memory(few[:])
	f.cross(off, f.used, row)
	return f.add(s, off)
}

// sums are those of rows that have most values in common: what these cross off is found once.
func (f *forest) sums(s float32, rows [][]float32) []float32 {
	off, out := make([]uint32, 2*f.trees), make([]float32, len(rows))
	common, off := off[:f.trees], off[f.trees:]
	shared, own := f.part(rows)
	if len(rows) > 0 {
		f.cross(common, shared, rows[0])
	}
	for i, r := range rows {
		copy(off, common)
		f.cross(off, own, r)
		out[i] = f.add(s, off)
	}
	return out
}

// part parts the features into those of which all rows have the same value and those of which some have their own.
func (f *forest) part(rows [][]float32) (shared, own []used) {
	differ := make([]bool, f.columns)
	for _, r := range rows {
		for i, v := range r {
			if v != rows[0][i] {
				differ[i] = true
			}
		}
	}
	list := make([]used, len(f.used))
	from, to := 0, len(list)
	for _, u := range f.used {
		if differ[u.column] {
			to--
			list[to] = u
		} else {
			list[from] = u
			from++
		}
	}
	return list[:from], list[from:]
}
