package net

// wordCache remembers what the vectors of words give to the first layer, since most of a text is a few words again
// and again.
type wordCache struct {
	keys  []uint64 // with 1 added, so that 0 is empty
	rows  matrix
	fresh []int  // places of the words that are not remembered
	x, z  matrix // their vectors, and what these give
}

const (
	cached   = 1 << 12 // words that are remembered, a power of two
	together = 128     // words that are looked up before the new ones among them are computed
)

// fill sets each row of z to what the vector of a word gives to the first layer.
func (c *wordCache) fill(n *Net, in []Input, z *matrix) {
	if c.keys == nil {
		c.keys, c.rows = make([]uint64, cached), newMatrix(cached, 3*hidden)
	}
	for from := 0; from < len(in); from += together {
		to := min(len(in), from+together)
		c.fillPart(n, in[from:to], &matrix{to - from, z.cols, z.w[from*z.cols : to*z.cols]})
	}
}

// fillPart does it for a few words: new ones are computed at once.
func (c *wordCache) fillPart(n *Net, in []Input, z *matrix) {
	c.fresh = c.fresh[:0]
	for i := range in {
		if slot, key := place(in[i].Word); c.keys[slot] == key {
			copy(z.row(i), c.rows.row(slot))
		} else {
			c.fresh = append(c.fresh, i)
		}
	}
	c.x.grow(len(c.fresh), n.vec.dim)
	c.z.grow(len(c.fresh), z.cols)
	for k, i := range c.fresh {
		n.vector(in[i].Word, c.x.row(k))
	}
	multiply(&c.x, &n.conv[0].w, &c.z)
	for k, i := range c.fresh {
		slot, key := place(in[i].Word)
		c.keys[slot] = key
		copy(c.rows.row(slot), c.z.row(k))
		copy(z.row(i), c.z.row(k))
	}
}

// place is where a word is remembered, and its key there.
func place(word uint32) (slot int, key uint64) {
	return int((word ^ word>>16) % cached), uint64(word) + 1
}
