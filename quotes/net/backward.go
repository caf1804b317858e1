package net

// encoderBack carries the gradients of the last layer to all parameters of the encoder.
func (t *trainer) encoderBack(e *Example) {
	n, b, x := t.n, &t.b, &t.e
	rows := x.top.rows
	b.h2.grow(rows, hidden)
	for i, v := range b.top.w {
		b.h2.w[i] = v * x.last.keep.w[i]
	}
	t.convBack(&n.conv[2], &x.in[2], &x.a[2], &b.h2, &b.h2, &b.z, &b.x)
	// the recurrence and what passes beside it
	b.h1.grow(rows, hidden)
	copy(b.h1.w, b.h2.w)
	t.scanBack(&n.gate, &n.gateB, &x.in[3], &x.g, &x.r, &b.h2, &b.h1, &b.g, &b.x)
	b.a0.grow(rows, hidden)
	copy(b.a0.w, b.h1.w)
	t.convBack(&n.conv[1], &x.in[1], &x.a[1], &b.h1, &b.a0, &b.z, &b.x)
	t.inputBack(e)
}

// convBack adds the gradient of a convolution's input to din, and those of its parameters. dout may be din: the
// convolution is added to its input.
func (t *trainer) convBack(c *conv, in *dropped, out, dout, din, z, x *matrix) {
	c.scatter(out, dout, z, t.a.grad(&c.b))
	addProductLeft(&in.out, z, t.a.grad(&c.w))
	x.grow(in.out.rows, in.out.cols)
	clear(x.w)
	addProductRight(z, &c.w, x)
	for i, v := range x.w {
		din.w[i] += v * in.keep.w[i]
	}
}

// scanBack does the same for a recurrence.
func (t *trainer) scanBack(w, bias *matrix, in *dropped, g, out, dout, din, dg, x *matrix) {
	scanBack(g, out, dout, dg)
	gb := t.a.grad(bias)
	for i := range dg.rows {
		addTo(gb.w, dg.row(i))
	}
	addProductLeft(&in.out, dg, t.a.grad(w))
	x.grow(in.out.rows, in.out.cols)
	clear(x.w)
	addProductRight(dg, w, x)
	for i, v := range x.w {
		din.w[i] += v * in.keep.w[i]
	}
}

// inputBack carries the gradients of the first layer to features and words.
func (t *trainer) inputBack(e *Example) {
	n, b, x := t.n, &t.b, &t.e
	n.conv[0].scatter(&x.a[0], &b.a0, &b.z, t.a.grad(&n.conv[0].b))
	addProductLeft(&x.in[0].out, &b.z, t.a.grad(&n.conv[0].w))
	b.x.grow(len(e.In), n.vec.dim)
	clear(b.x.w)
	addProductRight(&b.z, &n.conv[0].w, &b.x)
	input, own := t.a.grad(&n.input), t.a.grad(&n.own)
	for i := range e.In {
		for k, f := range e.In[i].Features {
			if x.used[i]&(1<<k) != 0 {
				addTo(input.row(int(f)), b.z.row(i))
			}
		}
		k, ok := n.words[e.In[i].Word]
		if !ok || allZero(x.x.row(i)) {
			continue
		}
		t.a.seen = append(t.a.seen, k)
		g, keep := own.row(int(k)), x.in[0].keep.row(i)
		for j, v := range b.x.row(i) {
			g[j] += v * keep[j]
		}
	}
}

// allZero reports a word that was dropped whole.
func allZero(row []float32) bool {
	for _, v := range row {
		if v != 0 {
			return false
		}
	}
	return true
}

// roleBack carries the gradients of the scores of a neighbourhood to its parameters and to the encoder's say.
func (t *trainer) roleBack(f *Frame) {
	n, b, h := t.n, &t.b, &t.h
	rows := len(f.Pieces)
	addProductLeft(&h.in[2].out, &b.out, t.a.grad(&n.role))
	b.rx.grow(rows, roleHidden)
	clear(b.rx.w)
	addProductRight(&b.out, &n.role, &b.rx)
	b.q2.grow(rows, roleHidden)
	for i, v := range b.rx.w {
		b.q2.w[i] = v * h.in[2].keep.w[i]
	}
	b.q1.grow(rows, roleHidden)
	copy(b.q1.w, b.q2.w)
	t.scanBack(&n.roleG, &n.roleGB, &h.in[1], &h.g, &h.r, &b.q2, &b.q1, &b.rg, &b.rx)
	b.q.grow(rows, roleHidden)
	copy(b.q.w, b.q1.w)
	t.convBack(&n.roleC, &h.in[0], &h.a, &b.q1, &b.q, &b.rz, &b.rx)
	bias, feature := t.a.grad(&n.roleB), t.a.grad(&n.roleF)
	for k := range f.Pieces {
		p, d := &f.Pieces[k], b.q.row(k)
		for j, v := range h.q.row(k) {
			if v <= 0 {
				d[j] = 0
			}
		}
		addTo(bias.w, d)
		addTo(b.anchor.row(f.Main), d)
		if p.First == p.Last {
			addTo(b.piece.row(p.First), d)
		} else {
			addHalf(b.piece.row(p.First), d)
			addHalf(b.piece.row(p.Last), d)
		}
		for _, x := range p.Features {
			addTo(feature.row(int(x)), d)
		}
	}
}
