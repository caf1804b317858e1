package crf

import (
	"bufio"
	"encoding/binary"
	"io"
	"math"
	"slices"
)

// Sequence is a training example: the features of each position as recorded by a [Recorder], with the labels.
type Sequence struct {
	Labels []uint8
	node   []uint32 // features of all positions
	nodeAt []int32  // node[nodeAt[i]:nodeAt[i+1]] are those of position i
	edge   []uint32
	edgeAt []int32
}

// Recorder collects the features of one sequence; position after position, in order.
type Recorder struct{ s Sequence }

// Next begins the next position.
func (r *Recorder) Next() {
	r.s.nodeAt = append(r.s.nodeAt, int32(len(r.s.node)))
	r.s.edgeAt = append(r.s.edgeAt, int32(len(r.s.edge)))
}

// Node records a node feature of the position.
func (r *Recorder) Node(f uint32) { r.s.node = append(r.s.node, max(f, 1)) }

// Edge records an edge feature of the position.
func (r *Recorder) Edge(f uint32) { r.s.edge = append(r.s.edge, max(f, 1)) }

// Sequence returns what was recorded with its labels and empties the recorder.
func (r *Recorder) Sequence(labels []uint8) Sequence {
	r.Next()
	s := Sequence{
		slices.Clone(labels),
		slices.Clone(r.s.node),
		slices.Clone(r.s.nodeAt),
		slices.Clone(r.s.edge),
		slices.Clone(r.s.edgeAt),
	}
	r.s = Sequence{node: r.s.node[:0], nodeAt: r.s.nodeAt[:0], edge: r.s.edge[:0], edgeAt: r.s.edgeAt[:0]}
	return s
}

// Options of training; the zero value of each field is replaced by its default.
type Options struct {
	Labels  int
	Cutoff  int     // features seen less often are left out; 2
	Epochs  int     // 10
	Rate    float64 // AdaGrad's step; 0.1
	Dropout float64 // share of the features dropped at each visit; 0.5
	L2      float64 // per visit; 0
	Prune   float64 // features whose weights are all smaller are left out at the end; 0.02
	Mean    int     // the weights are the mean over so many last epochs; 1
	Seed    uint64
}

func (o *Options) defaults() {
	set := func(p *float64, v float64) {
		if *p == 0 {
			*p = v
		}
	}
	set(&o.Rate, 0.1)
	set(&o.Dropout, 0.5)
	set(&o.Prune, 0.02)
	if o.Cutoff == 0 {
		o.Cutoff = 2
	}
	if o.Epochs == 0 {
		o.Epochs = 10
	}
	o.Mean = max(o.Mean, 1)
}

// dictionary numbers the features that are frequent enough.
func dictionary(seqs []Sequence, list func(*Sequence) []uint32, cutoff int) []uint32 {
	n := 0
	for i := range seqs {
		n += len(list(&seqs[i]))
	}
	all := make([]uint32, 0, n)
	for i := range seqs {
		all = append(all, list(&seqs[i])...)
	}
	radixSort(all)
	keep := all[:0]
	for i := 0; i < len(all); {
		j := i
		for j < len(all) && all[j] == all[i] {
			j++
		}
		f := all[i]
		if j-i >= cutoff {
			keep = append(keep, f)
		}
		i = j
	}
	return slices.Clone(keep)
}

func radixSort(a []uint32) {
	b := make([]uint32, len(a))
	for shift := 0; shift < 32; shift += 16 {
		var count [1<<16 + 1]int
		for _, v := range a {
			count[(v>>shift)&0xffff+1]++
		}
		for i := range 1 << 16 {
			count[i+1] += count[i]
		}
		for _, v := range a {
			d := (v >> shift) & 0xffff
			b[count[d]] = v
			count[d]++
		}
		a, b = b, a
	}
}

// number replaces features by their numbers in dict; those that are not in it become the greatest number.
func number(seqs []Sequence, list func(*Sequence) []uint32, dict []uint32) {
	index := make(map[uint32]uint32, len(dict))
	for i, f := range dict {
		index[f] = uint32(i)
	}
	for i := range seqs {
		l := list(&seqs[i])
		for j, f := range l {
			n, ok := index[f]
			if !ok {
				n = math.MaxUint32
			}
			l[j] = n
		}
	}
}

// Trained holds weights as trained, before they are rounded.
type Trained struct {
	o          Options
	nodes      []uint32
	edges      []uint32
	nodeW      []float32
	edgeW      []float32
	bias       []float32
	nodeG      []float32
	edgeG      []float32
	biasG      []float32
	rng        uint64
	lat        Lattice
	keep, keeE []uint32
}

// Train fits a model to the sequences, whose feature lists it overwrites.
func Train(seqs []Sequence, o Options) *Trained {
	o.defaults()
	nodes := func(s *Sequence) []uint32 { return s.node }
	edges := func(s *Sequence) []uint32 { return s.edge }
	t := &Trained{o: o, rng: o.Seed*2654435761 + 88172645463325252}
	t.nodes, t.edges = dictionary(seqs, nodes, o.Cutoff), dictionary(seqs, edges, o.Cutoff)
	number(seqs, nodes, t.nodes)
	number(seqs, edges, t.edges)
	k := o.Labels
	t.nodeW, t.nodeG = make([]float32, len(t.nodes)*k), make([]float32, len(t.nodes)*k)
	t.edgeW, t.edgeG = make([]float32, len(t.edges)*k*k), make([]float32, len(t.edges)*k*k)
	t.bias, t.biasG = make([]float32, k*k), make([]float32, k*k)
	order := make([]int, len(seqs))
	for i := range order {
		order[i] = i
	}
	t.lat.m, t.lat.scale = &Model{labels: k, scale: 1}, 1
	half := max(0, o.Epochs-o.Mean)
	sumN, sumE, sumB := make([]float32, len(t.nodeW)), make([]float32, len(t.edgeW)), make([]float32, len(t.bias))
	for epoch := range o.Epochs {
		for i := len(order) - 1; i > 0; i-- {
			j := int(t.random() % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		for _, i := range order {
			t.visit(&seqs[i])
		}
		if epoch >= half {
			addTo(sumN, t.nodeW)
			addTo(sumE, t.edgeW)
			addTo(sumB, t.bias)
		}
	}
	// the mean of several epochs is as good as an ensemble, since scores are linear in the weights
	mean := 1 / float32(o.Epochs-half)
	scaleTo(t.nodeW, sumN, mean)
	scaleTo(t.edgeW, sumE, mean)
	scaleTo(t.bias, sumB, mean)
	// a weight is trained with a share of its companions away: at run time all are there
	for _, w := range [][]float32{t.nodeW, t.edgeW} {
		for i := range w {
			w[i] *= float32(1 - o.Dropout)
		}
	}
	return t
}

// Mean returns the mean of models that were trained on the same sequences with different seeds. As scores are linear
// in the weights, it is the committee of them all at the price of one.
func Mean(ts []*Trained) *Trained {
	m := ts[0]
	for _, t := range ts[1:] {
		addTo(m.nodeW, t.nodeW)
		addTo(m.edgeW, t.edgeW)
		addTo(m.bias, t.bias)
	}
	share := 1 / float32(len(ts))
	for _, w := range [][]float32{m.nodeW, m.edgeW, m.bias} {
		scaleTo(w, w, share)
	}
	return m
}

func addTo(sum, w []float32) {
	for i, v := range w {
		sum[i] += v
	}
}

func scaleTo(w, sum []float32, f float32) {
	for i, v := range sum {
		w[i] = v * f
	}
}

// random is xorshift64.
func (t *Trained) random() uint64 {
	t.rng ^= t.rng << 13
	t.rng ^= t.rng >> 7
	t.rng ^= t.rng << 17
	return t.rng
}

// drop returns the features of list that are known and not dropped this time.
func (t *Trained) drop(list, out []uint32) []uint32 {
	limit := uint64(t.o.Dropout * (1 << 16))
	var bits uint64
	left := 0
	for _, f := range list {
		if left == 0 {
			bits, left = t.random(), 4
		}
		b := bits & 0xffff
		bits >>= 16
		left--
		if f != math.MaxUint32 && b >= limit {
			out = append(out, f)
		}
	}
	return out
}

// score fills the lattice with a sequence's features that are not dropped, and returns where those of each position
// begin in keep and keeE.
func (t *Trained) score(s *Sequence) (at, ate []int) {
	k, n, l := t.o.Labels, len(s.Labels), &t.lat
	l.n = n
	l.node, l.edge = grow(l.node, n*k), grow(l.edge, n*k*k)
	t.keep, t.keeE = t.keep[:0], t.keeE[:0]
	at, ate = make([]int, n+1), make([]int, n+1)
	clear(l.node)
	for i := range n {
		copy(l.edge[i*k*k:], t.bias)
		t.keep = t.drop(s.node[s.nodeAt[i]:s.nodeAt[i+1]], t.keep)
		t.keeE = t.drop(s.edge[s.edgeAt[i]:s.edgeAt[i+1]], t.keeE)
		at[i+1], ate[i+1] = len(t.keep), len(t.keeE)
		for _, f := range t.keep[at[i]:at[i+1]] {
			for y, v := range t.nodeW[int(f)*k : int(f+1)*k] {
				l.node[i*k+y] += v
			}
		}
		for _, f := range t.keeE[ate[i]:ate[i+1]] {
			for y, v := range t.edgeW[int(f)*k*k : int(f+1)*k*k] {
				l.edge[i*k*k+y] += v
			}
		}
	}
	return at, ate
}

// visit makes one step on one sequence.
func (t *Trained) visit(s *Sequence) {
	k, n, l := t.o.Labels, len(s.Labels), &t.lat
	if n == 0 {
		return
	}
	at, ate := t.score(s)
	marg, _ := l.Marginals()
	var g [64]float32
	var em [64]float64
	for i := range n {
		biggest := float32(0)
		for y := range k {
			g[y] = -float32(marg[i*k+y])
			if y == int(s.Labels[i]) {
				g[y]++
			}
			biggest = max(biggest, abs(g[y]))
		}
		if biggest > 1e-4 {
			for _, f := range t.keep[at[i]:at[i+1]] {
				t.step(t.nodeW[int(f)*k:int(f+1)*k], t.nodeG[int(f)*k:int(f+1)*k], g[:k])
			}
		}
		if i == 0 {
			continue
		}
		l.EdgeMarginals(i, em[:])
		biggest = 0
		for j := range k * k {
			g[j] = -float32(em[j])
			if j == int(s.Labels[i-1])*k+int(s.Labels[i]) {
				g[j]++
			}
			biggest = max(biggest, abs(g[j]))
		}
		if biggest > 1e-4 {
			t.step(t.bias, t.biasG, g[:k*k])
			for _, f := range t.keeE[ate[i]:ate[i+1]] {
				t.step(t.edgeW[int(f)*k*k:int(f+1)*k*k], t.edgeG[int(f)*k*k:int(f+1)*k*k], g[:k*k])
			}
		}
	}
}

func abs(v float32) float32 { return max(v, -v) }

// step is AdaGrad's.
func (t *Trained) step(w, sq, g []float32) {
	rate, l2 := float32(t.o.Rate), float32(t.o.L2)
	for j, v := range g {
		v -= l2 * w[j]
		sq[j] += v * v
		w[j] += rate * v / (1e-3 + float32(math.Sqrt(float64(sq[j]))))
	}
}

// Write stores the model, pruned and rounded to 8 bits.
func (t *Trained) Write(out io.Writer) error {
	w := bufio.NewWriter(out)
	k := t.o.Labels
	top := float32(0)
	for _, v := range t.nodeW {
		top = max(top, abs(v))
	}
	for _, v := range t.edgeW {
		top = max(top, abs(v))
	}
	// weights beyond 3 are rare: they are cut, so that small ones keep their digits
	scale := min(max(top, 0.127), 3) / 127
	var b []byte
	b = binary.AppendUvarint(b, uint64(k))
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(scale))
	for _, v := range t.bias {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v/scale))
	}
	if _, err := w.Write(b); err != nil {
		return err
	}
	if err := writeTable(w, t.round(t.nodes, t.nodeW, k, scale), k); err != nil {
		return err
	}
	return writeTable(w, t.round(t.edges, t.edgeW, k*k, scale), k*k)
}

// round returns the features whose weights matter.
func (t *Trained) round(features []uint32, w []float32, width int, scale float32) []weighted {
	var out []weighted
	for i, f := range features {
		row := make([]int8, width)
		biggest := float32(0)
		for j, v := range w[i*width : (i+1)*width] {
			biggest = max(biggest, abs(v))
			row[j] = int8(math.Round(float64(min(max(v/scale, -127), 127))))
		}
		if biggest >= float32(t.o.Prune) {
			out = append(out, weighted{f, row})
		}
	}
	return out
}
