package crf

import "math"

// Lattice holds the scores of one sequence under one model. It is reused from one sequence to the next, and belongs
// to one goroutine.
type Lattice struct {
	m     *Model
	n     int
	scale float32   // what a score of 1 is worth
	node  []float32 // n × labels
	edge  []float32 // n × labels × labels: the label before, the label here; row 0 is not used
	alpha []float64
	beta  []float64
	back  []uint8
	exp   []float64
	path  []uint8
	marg  []float64
	hops  []hop
	heads heads
}

// Reset makes the lattice one of n positions without features.
func (l *Lattice) Reset(m *Model, n int) {
	l.m, l.n, l.scale = m, n, m.scale
	k := m.labels
	l.node = grow(l.node, n*k)
	l.edge = grow(l.edge, n*k*k)
	clear(l.node)
	for i := range n {
		copy(l.edge[i*k*k:], m.bias)
	}
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// Weigh makes the scores of features worth w times what the model says; it is called before any Bias.
func (l *Lattice) Weigh(w float32) { l.scale = l.m.scale * w }

// Nodes adds node features at position i. It uses the list as memory.
func (l *Lattice) Nodes(i int, features []uint32) {
	k, t := l.m.labels, &l.m.node
	row := l.node[i*k : i*k+k]
	t.add(t.known(features), row, &l.heads)
}

// Edges adds edge features at position i, which is not the first. It uses the list as memory.
func (l *Lattice) Edges(i int, features []uint32) {
	k, t := l.m.labels*l.m.labels, &l.m.edge
	row := l.edge[i*k : i*k+k]
	t.add(t.known(features), row, &l.heads)
}

// Bias adds v to the score of a label at position i; minus infinity is approached by a large negative v.
func (l *Lattice) Bias(i, label int, v float32) {
	l.node[i*l.m.labels+label] += v / l.scale
}

// Viterbi returns the best labels and their score. The slice is valid until the next call.
func (l *Lattice) Viterbi() ([]uint8, float64) {
	k, n := l.m.labels, l.n
	if n == 0 {
		return nil, 0
	}
	l.alpha = grow(l.alpha, n*k)
	l.back = grow(l.back, n*k)
	l.path = grow(l.path, n)
	for y := range k {
		l.alpha[y] = float64(l.node[y])
	}
	for i := 1; i < n; i++ {
		prev, e := l.alpha[(i-1)*k:i*k], l.edge[i*k*k:]
		for y := range k {
			best, from := math.Inf(-1), 0
			for x := range k {
				if s := prev[x] + float64(e[x*k+y]); s > best {
					best, from = s, x
				}
			}
			l.alpha[i*k+y], l.back[i*k+y] = best+float64(l.node[i*k+y]), uint8(from)
		}
	}
	y := 0
	last := l.alpha[(n-1)*k:]
	for x := 1; x < k; x++ {
		if last[x] > last[y] {
			y = x
		}
	}
	score := last[y] * float64(l.scale)
	for i := n - 1; i >= 0; i-- {
		l.path[i] = uint8(y)
		y = int(l.back[i*k+y])
	}
	return l.path, score
}

// Marginals returns the probability of every label at every position (n × labels) and the logarithm of the sum over
// all labellings. The slice is valid until the next call.
func (l *Lattice) Marginals() ([]float64, float64) {
	k, n, sc := l.m.labels, l.n, float64(l.scale)
	if n == 0 {
		return nil, 0
	}
	l.alpha, l.beta, l.marg = grow(l.alpha, n*k), grow(l.beta, n*k), grow(l.marg, n*k)
	l.exp = grow(l.exp, n*k*k)
	// Scores are shifted by their greatest value at each position, so that nothing overflows; alpha and beta are
	// normalised.
	logZ := 0.0
	for i := range n {
		logZ += l.forward(i, sc)
		a, sum := l.alpha[i*k:i*k+k], 0.0
		for _, v := range a {
			sum += v
		}
		logZ += math.Log(sum)
		for y := range a {
			a[y] /= sum
		}
	}
	l.backward()
	return l.marg, logZ
}

// forward sets alpha at position i, before it is normalised, and returns the shift of its scores.
func (l *Lattice) forward(i int, sc float64) float64 {
	k := l.m.labels
	nd, a, ex := l.node[i*k:i*k+k], l.alpha[i*k:i*k+k], l.exp[i*k*k:(i+1)*k*k]
	top := nd[0]
	for _, v := range nd {
		top = max(top, v)
	}
	if i == 0 {
		for y := range k {
			a[y] = math.Exp(float64(nd[y]-top) * sc)
		}
		return float64(top) * sc
	}
	e := l.edge[i*k*k : (i+1)*k*k]
	etop := e[0]
	for _, v := range e {
		etop = max(etop, v)
	}
	prev := l.alpha[(i-1)*k : i*k]
	for y := range k {
		ny, sum := float64(nd[y]-top), 0.0
		for x := range k {
			v := math.Exp((float64(e[x*k+y]-etop) + ny) * sc)
			ex[x*k+y] = v
			sum += prev[x] * v
		}
		a[y] = sum
	}
	return float64(top)*sc + float64(etop)*sc
}

// backward sets beta and the marginals.
func (l *Lattice) backward() {
	k, n := l.m.labels, l.n
	for y := range k {
		l.beta[(n-1)*k+y] = 1
	}
	for i := n - 1; i >= 0; i-- {
		a, b := l.alpha[i*k:i*k+k], l.beta[i*k:i*k+k]
		z := 0.0
		for y := range k {
			z += a[y] * b[y]
		}
		for y := range k {
			l.marg[i*k+y] = a[y] * b[y] / z
		}
		if i == 0 {
			break
		}
		ex, p := l.exp[i*k*k:(i+1)*k*k], l.beta[(i-1)*k:i*k]
		sum := 0.0
		for x := range k {
			p[x] = 0
			for y := range k {
				p[x] += ex[x*k+y] * b[y]
			}
			sum += p[x]
		}
		for x := range k {
			p[x] /= sum
		}
	}
}

// EdgeMarginals sets out to the probabilities of the label pairs at position i > 0; Marginals was called before.
func (l *Lattice) EdgeMarginals(i int, out []float64) {
	k := l.m.labels
	a, b, ex := l.alpha[(i-1)*k:i*k], l.beta[i*k:i*k+k], l.exp[i*k*k:(i+1)*k*k]
	z := 0.0
	for x := range k {
		for y := range k {
			out[x*k+y] = a[x] * ex[x*k+y] * b[y]
			z += out[x*k+y]
		}
	}
	for j := range k * k {
		out[j] /= z
	}
}

// Score returns the score of a labelling.
func (l *Lattice) Score(labels []uint8) float64 {
	k, s := l.m.labels, 0.0
	for i, y := range labels {
		s += float64(l.node[i*k+int(y)])
		if i > 0 {
			s += float64(l.edge[i*k*k+int(labels[i-1])*k+int(y)])
		}
	}
	return s * float64(l.scale)
}

// BiasEdges adds scores of pairs of labels, that before × that after, at position i > 0.
func (l *Lattice) BiasEdges(i int, v []float32) {
	k := l.m.labels * l.m.labels
	for j, x := range v {
		l.edge[i*k+j] += x / l.scale
	}
}
