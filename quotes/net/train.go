package net

import (
	"math"
	"slices"

	"demarche/quotes/crf"
)

// trainer holds what training one network needs.
type trainer struct {
	n *Net
	o Options
	a *adam
	d dropping

	e   encoding
	h   neighbourhood
	cue matrix
	say
	lat       crf.Lattice
	cuePlain  *crf.Model // no features: all scores are the network's
	rolePlain *crf.Model
	b         gradients
}

// gradients of the layers, where they are not those of parameters.
type gradients struct {
	cue, piece, anchor matrix
	top, h2, h1, a0, g matrix
	z, x               matrix
	out, q2, q1, q, rg matrix
	rz, rx             matrix
}

// Train fits a network to the examples. The same examples, vectors and options give the same network.
func Train(vec *Vectors, examples []Example, o Options) *Net {
	n := &Net{vec: vec, words: map[uint32]int32{}}
	n.keys = frequent(examples, o.Least)
	for i, k := range n.keys {
		n.words[k] = int32(i)
	}
	n.shape()
	rnd := newRandom(o.Seed)
	n.initialise(rnd)
	t := &trainer{n: n, o: o, a: newAdam(n.parameters(), o.OwnRate), d: dropping{rnd, o.Input, o.Inner, o.Top, o.Word}}
	t.cuePlain, t.rolePlain = crf.Plain(CueLabels), crf.Plain(RoleLabels)
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	for epoch := range o.Epochs {
		rnd.shuffle(order)
		for k, i := range order {
			done := float64(epoch*len(order)+k) / float64(o.Epochs*len(order))
			t.visit(&examples[i], 0.5*o.Rate*(1+math.Cos(math.Pi*done)))
		}
	}
	return n
}

// frequent returns the words seen at least so often, in order.
func frequent(examples []Example, least int) []uint32 {
	count := map[uint32]int{}
	for i := range examples {
		for _, in := range examples[i].In {
			count[in.Word]++
		}
	}
	var out []uint32
	for w, c := range count {
		if c >= least {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return out
}

// initialise draws the parameters, each layer so that its output is about as large as its input.
func (n *Net) initialise(rnd *random) {
	fill := func(m *matrix, spread float64) {
		for i := range m.w {
			m.w[i] = float32(rnd.gaussian() * spread)
		}
	}
	fill(&n.own, 0.02)
	fill(&n.input, 0.1)
	for i := range n.conv {
		fill(&n.conv[i].w, math.Sqrt(1/float64(3*n.conv[i].w.rows)))
	}
	fill(&n.gate, 1/math.Sqrt(hidden))
	fill(&n.cue, 0.5/math.Sqrt(hidden))
	fill(&n.piece, 1/math.Sqrt(hidden))
	fill(&n.anchor, 1/math.Sqrt(hidden))
	fill(&n.roleF, 0.1)
	fill(&n.roleC.w, math.Sqrt(1/float64(3*roleHidden)))
	fill(&n.roleG, 1/math.Sqrt(roleHidden))
	fill(&n.role, 0.5/math.Sqrt(roleHidden))
	spread(&n.gateB, hidden/2)
	spread(&n.roleGB, roleHidden/2)
}

// spread gives the gates of a recurrence lengths of memory from two positions to some ten.
func spread(b *matrix, u int) {
	for dir := range 2 {
		for j := range u {
			b.w[2*dir*u+j] = -4 * float32(j) / float32(u)
		}
	}
}

// visit makes one step on one example.
func (t *trainer) visit(e *Example, rate float64) {
	if len(e.In) > 0 {
		t.gradients(e)
		t.a.step(rate, 10/float32(len(e.In)))
	}
}

// gradients sets those of all parameters: of the logarithm of the probability of the labels, upwards.
func (t *trainer) gradients(e *Example) {
	n, b := t.n, &t.b
	top := n.encode(e.In, &t.e, &t.d)
	for _, m := range []struct{ w, out, grad *matrix }{
		{&n.cue, &t.cue, &b.cue}, {&n.piece, &t.piece, &b.piece}, {&n.anchor, &t.anchor, &b.anchor},
	} {
		m.out.grow(top.rows, m.w.cols)
		multiply(top, m.w, m.out)
		m.grad.grow(top.rows, m.w.cols)
		clear(m.grad.w)
	}
	addRows(&t.cue, n.cueB.w)
	t.cueLoss(e)
	for i := range e.Frames {
		t.roleLoss(&e.Frames[i])
	}
	b.top.grow(top.rows, hidden)
	clear(b.top.w)
	for _, m := range []struct{ w, grad *matrix }{{&n.cue, &b.cue}, {&n.piece, &b.piece}, {&n.anchor, &b.anchor}} {
		addProductLeft(top, m.grad, t.a.grad(m.w))
		addProductRight(m.grad, m.w, &b.top)
	}
	t.encoderBack(e)
}

// cueLoss sets the gradients of the cue's scores.
func (t *trainer) cueLoss(e *Example) {
	n := t.n
	bias, edges := t.a.grad(&n.cueB), t.a.grad(&n.cueT)
	for _, s := range e.Sentences {
		t.lat.Reset(t.cuePlain, s[1]-s[0])
		for i := s[0]; i < s[1]; i++ {
			for y, v := range t.cue.row(i) {
				t.lat.Bias(i-s[0], y, v)
			}
			if i > s[0] {
				t.lat.BiasEdges(i-s[0], n.cueT.w)
			}
		}
		t.errors(e.Cues[s[0]:s[1]], CueLabels, float32(1-t.o.Roles), func(i int, node []float32) {
			copy(t.b.cue.row(s[0]+i), node)
			addTo(bias.w, node)
		}, func(_ int, edge []float32) { addTo(edges.w, edge) })
	}
}

// errors calls node and edge with the gradient at each position of the lattice.
func (t *trainer) errors(labels []uint8, k int, weight float32, node, edge func(i int, g []float32)) {
	m, _ := t.lat.Marginals()
	var g [16]float32
	var em [16]float64
	for i, y := range labels {
		for j := range k {
			g[j] = -weight * float32(m[i*k+j])
		}
		g[y] += weight
		node(i, g[:k])
		if i == 0 {
			continue
		}
		t.lat.EdgeMarginals(i, em[:])
		for j := range k * k {
			g[j] = -weight * float32(em[j])
		}
		g[int(labels[i-1])*k+int(y)] += weight
		edge(i, g[:k*k])
	}
}

// roleLoss adds the gradients of the neighbourhood of one cue.
func (t *trainer) roleLoss(f *Frame) {
	n, b := t.n, &t.b
	scores := n.roles(f.Pieces, f.Main, &t.say, &t.h, &t.d)
	t.lat.Reset(t.rolePlain, len(f.Pieces))
	for k := range f.Pieces {
		for y, v := range scores.row(k) {
			t.lat.Bias(k, y, v)
		}
		if f.Pieces[k].Cue {
			t.lat.Bias(k, 0, 50)
		}
		if k > 0 {
			t.lat.BiasEdges(k, n.RoleEdges(f.Pieces[k].Edge))
		}
	}
	b.out.grow(scores.rows, RoleLabels)
	bias, edges := t.a.grad(&n.roleOB), t.a.grad(&n.roleT)
	t.errors(f.Labels, RoleLabels, float32(t.o.Roles), func(k int, g []float32) {
		copy(b.out.row(k), g)
		addTo(bias.w, g)
	}, func(k int, g []float32) { addTo(edges.row(int(f.Pieces[k].Edge)), g) })
	t.roleBack(f)
}
