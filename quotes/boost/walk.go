package boost

import "math"

// lanes is how many trees are walked at once: a step waits for memory and for a comparison, and meanwhile the others
// take theirs. By trial; with eight the processor runs out of registers.
const lanes = 4

// branch is a node as it is walked: all trees lie in one list, and a leaf leads to itself, so that a walk has no
// condition and its length is known.
type branch struct {
	key         int32   // of the threshold: up to it the left child follows
	value       float32 // what a leaf adds
	feature     uint32
	left, right uint32 // places in the list
}

// order returns a number that is less than another's exactly where v is: the bits of a float, those of negative ones
// turned. Both zeroes are one. Whole numbers are compared without a jump, floats are not.
func order(v float32) int32 {
	if v == 0 {
		return 0
	}
	bits := int32(math.Float32bits(v))
	return bits ^ bits>>31&math.MaxInt32
}

// grove is a group of trees that are walked together.
type grove struct {
	roots [lanes]uint32
	depth int // steps from the root to the farthest leaf of any of them
}

// forest is the trees of a model, made ready to be walked.
type forest struct {
	all    []branch
	groves []grove
}

// newForest lays out trees. The last grove is filled up with trees of one leaf that adds nothing.
func newForest(trees [][]node) forest {
	f := forest{all: []branch{{}}}
	for i, t := range trees {
		if i%lanes == 0 {
			f.groves = append(f.groves, grove{})
		}
		g := &f.groves[len(f.groves)-1]
		root := uint32(len(f.all))
		g.roots[i%lanes], g.depth = root, max(g.depth, depth(t))
		for j, n := range t {
			at := root + uint32(j)
			b := branch{order(n.value), n.value, uint32(n.feature), root + uint32(n.left), root + uint32(n.right)}
			if n.left == 0 {
				b.left, b.right = at, at
			}
			f.all = append(f.all, b)
		}
	}
	return f
}

// depth is the number of steps from the root of a tree to its farthest leaf. Children stand behind their parent.
func depth(t []node) int {
	at, most := make([]int, len(t)), 0
	for i, n := range t {
		if n.left != 0 {
			at[n.left], at[n.right] = at[i]+1, at[i]+1
			most = max(most, at[i]+1)
		}
	}
	return most
}

// sum adds to s what the leaves of a row add, tree after tree.
func (f *forest) sum(s float32, values []float32) float32 {
	all := f.all
	var few [64]int32
	row := few[:0]
	for _, v := range values {
		row = append(row, order(v))
	}
	for i := range f.groves {
		g := &f.groves[i]
		a, b, c, d := &all[g.roots[0]], &all[g.roots[1]], &all[g.roots[2]], &all[g.roots[3]]
		for range g.depth {
			a, b, c, d = &all[a.next(row)], &all[b.next(row)], &all[c.next(row)], &all[d.next(row)]
		}
		s = s + a.value + b.value + c.value + d.value
	}
	return s
}

// next is where a row goes on: to the left up to the threshold. Written so that it compiles to a conditional move.
func (b *branch) next(row []int32) uint32 {
	left, to := b.left, b.right
	if row[b.feature] <= b.key {
		to = left
	}
	return to
}
