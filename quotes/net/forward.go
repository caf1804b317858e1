package net

// dropped is a layer's input with a share of its values dropped in training: keep is 0 or 1/(1-share).
type dropped struct{ keep, out matrix }

// encoding holds the layers of the encoder for one stretch of text.
type encoding struct {
	x       matrix // vectors of the words
	z       matrix // contributions of a convolution
	a       [3]matrix
	h1      matrix // first two convolutions
	g, r    matrix // recurrence
	h2, top matrix
	in      [4]dropped // of the three convolutions and the recurrence
	last    dropped
	used    []uint8 // input features that are not dropped, as bits
	words   wordCache
}

// dropping drops values of layers in training; nil leaves all.
type dropping struct {
	rnd                     *random
	input, inner, top, word float64
}

// drop returns in with a share dropped.
func (d *dropping) drop(in *matrix, share float64, x *dropped) *matrix {
	x.keep.grow(in.rows, in.cols)
	x.out.grow(in.rows, in.cols)
	limit, left := uint64(share*(1<<16)), float32(1/(1-share))
	var bits uint64
	for i, v := range in.w {
		if i%4 == 0 {
			bits = d.rnd.next()
		}
		x.keep.w[i] = 0
		if bits&0xffff >= limit {
			x.keep.w[i] = left
		}
		bits >>= 16
		x.out.w[i] = v * x.keep.w[i]
	}
	return &x.out
}

func (d *dropping) innerOf(in *matrix, x *dropped) *matrix {
	if d == nil {
		return in
	}
	return d.drop(in, d.inner, x)
}

// encode reads words and returns the last layer.
func (n *Net) encode(in []Input, e *encoding, d *dropping) *matrix {
	n.first(in, e, d)
	n.conv[1].addTo(&e.a[0], d.innerOf(&e.a[0], &e.in[1]), &e.z, &e.a[1], &e.h1)
	recur(&n.gate, &n.gateB, &e.h1, d.innerOf(&e.h1, &e.in[3]), &e.g, &e.r, &e.h2)
	n.conv[2].addTo(&e.h2, d.innerOf(&e.h2, &e.in[2]), &e.z, &e.a[2], &e.top)
	if d == nil {
		return &e.top
	}
	return d.drop(&e.top, d.top, &e.last)
}

// first is the first layer: vectors and features of the words.
func (n *Net) first(in []Input, e *encoding, d *dropping) {
	e.z.grow(len(in), 3*hidden)
	e.a[0].grow(len(in), hidden)
	if d == nil {
		e.words.fill(n, in, &e.z)
		for i := range in {
			for _, f := range in[i].Features {
				addTo(e.z.row(i), n.input.row(int(f)))
			}
		}
	} else {
		n.firstDropping(in, e, d)
	}
	n.conv[0].gather(&e.z, &e.a[0])
}

// firstDropping does the same in training.
func (n *Net) firstDropping(in []Input, e *encoding, d *dropping) {
	e.x.grow(len(in), n.vec.dim)
	for i := range in {
		if d.rnd.float() < d.word {
			clear(e.x.row(i))
			continue
		}
		n.vector(in[i].Word, e.x.row(i))
	}
	multiply(d.drop(&e.x, d.input, &e.in[0]), &n.conv[0].w, &e.z)
	e.used = e.used[:0]
	for i := range in {
		row, used := e.z.row(i), uint8(0)
		for k, f := range in[i].Features {
			if d.rnd.float() >= d.word {
				addTo(row, n.input.row(int(f)))
				used |= 1 << k
			}
		}
		e.used = append(e.used, used)
	}
}

// sum sets c to a + b.
func sum(a, b, c *matrix) {
	c.grow(a.rows, a.cols)
	copy(c.w, a.w)
	addTo(c.w, b.w)
}

// neighbourhood holds the layers of the roles for the neighbourhood of one cue.
type neighbourhood struct {
	q, z, a, q1, g, r, q2 matrix
	in                    [3]dropped
	out                   matrix // pieces × labels
}

// roles scores the pieces of the neighbourhood of a cue.
func (n *Net) roles(ps []Piece, main int, s *say, h *neighbourhood, d *dropping) *matrix {
	rows := len(ps)
	h.q.grow(rows, roleHidden)
	for k := range ps {
		n.pieceOf(&ps[k], s, s.anchor.row(s.row(main)), h.q.row(k))
	}
	n.roleC.addTo(&h.q, d.innerOf(&h.q, &h.in[0]), &h.z, &h.a, &h.q1)
	recur(&n.roleG, &n.roleGB, &h.q1, d.innerOf(&h.q1, &h.in[1]), &h.g, &h.r, &h.q2)
	h.out.grow(rows, RoleLabels)
	multiply(d.innerOf(&h.q2, &h.in[2]), &n.role, &h.out)
	addRows(&h.out, n.roleOB.w)
	return &h.out
}

// pieceOf sets q to what is known of a piece: its words, of several the first and last by half, the cue, its features.
func (n *Net) pieceOf(p *Piece, s *say, anchor, q []float32) {
	copy(q, anchor)
	addTo(q, n.roleB.w)
	if p.First == p.Last {
		addTo(q, s.piece.row(s.row(p.First)))
	} else {
		addHalf(q, s.piece.row(s.row(p.First)))
		addHalf(q, s.piece.row(s.row(p.Last)))
	}
	for _, f := range p.Features {
		addTo(q, n.roleF.row(int(f)))
	}
	positive(q)
}
