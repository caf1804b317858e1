package net

// conv is a convolution over a position and its two neighbours, positive or 0.
type conv struct {
	w matrix // in × 3·out: what a position gives to the one after it, to itself, to the one before it
	b matrix // 1 × out
}

func newConv(in, out int) conv { return conv{newMatrix(in, 3*out), newMatrix(1, out)} }

// gather sets out from z, which is input · w, with more added by the caller where there is more.
func (c *conv) gather(z, out *matrix) {
	h := c.b.cols
	for t := range z.rows {
		row := out.row(t)
		copy(row, c.b.w)
		addTo(row, z.row(t)[h:2*h])
		if t > 0 {
			addTo(row, z.row(t - 1)[:h])
		}
		if t+1 < z.rows {
			addTo(row, z.row(t + 1)[2*h:])
		}
		positive(row)
	}
}

// addTo sets out to the input and what the convolution makes of it, a; read is the input without what training drops,
// z memory.
func (c *conv) addTo(input, read, z, a, out *matrix) {
	z.grow(read.rows, c.w.cols)
	a.grow(read.rows, c.b.cols)
	multiply(read, &c.w, z)
	c.gather(z, a)
	sum(input, a, out)
}

// scatter is the way back: from the gradient of the output, where the output is positive, to those of z and the bias.
func (c *conv) scatter(out, dout, dz, db *matrix) {
	h, rows := c.b.cols, out.rows
	dz.grow(rows, 3*h)
	clear(dz.w)
	for t := range rows {
		o, d, mid := out.row(t), dout.row(t), dz.row(t)[h:2*h]
		for j, v := range o {
			if v > 0 {
				mid[j] = d[j]
			}
		}
		addTo(db.w, mid)
		if t > 0 {
			copy(dz.row(t - 1)[:h], mid)
		}
		if t+1 < rows {
			copy(dz.row(t + 1)[2*h:], mid)
		}
	}
}
