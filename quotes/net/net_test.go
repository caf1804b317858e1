package net

import (
	"bufio"
	"bytes"
	"math"
	"testing"

	"demarche/quotes/crf"
)

// toyVectors are vectors of words 1 to 40.
func toyVectors(t testing.TB) *Vectors {
	t.Helper()
	r := newRandom(7)
	var keys []uint32
	var long [][]float64
	for k := range uint32(40) {
		row := make([]float64, 12)
		for j := range row {
			row[j] = r.gaussian()
		}
		keys, long = append(keys, k+1), append(long, row)
	}
	v, err := NewVectors(keys, long, 8)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// toy makes documents in which word 5 is a cue, the word before it the source and the two after it the content.
func toy(docs int) []Example {
	r := newRandom(3)
	var out []Example
	for range docs {
		n := 24
		e := Example{Sentences: [][2]int{{0, 12}, {12, n}}, Cues: make([]uint8, n)}
		for i := range n {
			w := uint32(6 + r.next()%34)
			if i == 4 || i == 15 {
				w = 5
				e.Cues[i] = 1
			}
			e.In = append(e.In, Input{w, []uint16{uint16(r.next() % 20), uint16(30 + i%3)}})
		}
		for _, cue := range []int{4, 15} {
			f := Frame{Main: cue}
			for k := cue - 3; k < cue+6; k++ {
				y := uint8(0)
				switch k - cue {
				case -1:
					y = 1
				case 1, 2:
					y = 2
				}
				f.Labels = append(f.Labels, y)
				f.Pieces = append(
					f.Pieces,
					Piece{
						First:    k,
						Last:     k + int(r.next()%2),
						Features: []uint16{uint16(1 + k - cue + 3)},
						Edge:     uint8(r.next() % 8),
						Cue:      k == cue,
					},
				)
			}
			e.Frames = append(e.Frames, f)
		}
		out = append(out, e)
	}
	return out
}

func options() Options {
	return Options{
		Epochs:  12,
		Rate:    4e-3,
		OwnRate: 0.3,
		Input:   0.1,
		Inner:   0.1,
		Top:     0.1,
		Word:    0.02,
		Least:   2,
		Roles:   0.5,
		Seed:    1,
	}
}

// likelihood is what training raises, without anything dropped.
func (t *trainer) likelihood(e *Example) float64 {
	n := t.n
	s := n.NewScorer()
	s.Read(e.In, 0)
	total := 0.0
	for _, x := range e.Sentences {
		t.lat.Reset(crf.Plain(CueLabels), x[1]-x[0])
		for i := x[0]; i < x[1]; i++ {
			for y, v := range s.Cue(i) {
				t.lat.Bias(i-x[0], y, v)
			}
			if i > x[0] {
				t.lat.BiasEdges(i-x[0], n.CueEdges())
			}
		}
		_, z := t.lat.Marginals()
		total += (t.lat.Score(e.Cues[x[0]:x[1]]) - z) * (1 - t.o.Roles)
	}
	for _, f := range e.Frames {
		t.lat.Reset(crf.Plain(RoleLabels), len(f.Pieces))
		scores := s.Roles(f.Pieces, f.Main)
		for k, p := range f.Pieces {
			for y := range RoleLabels {
				t.lat.Bias(k, y, scores[k*RoleLabels+y])
			}
			if p.Cue {
				t.lat.Bias(k, 0, 50)
			}
			if k > 0 {
				t.lat.BiasEdges(k, n.RoleEdges(p.Edge))
			}
		}
		_, z := t.lat.Marginals()
		total += (t.lat.Score(f.Labels) - z) * t.o.Roles
	}
	return total
}

// TestGradients holds the gradient of every parameter against differences of the likelihood.
func TestGradients(t *testing.T) {
	es := toy(3)
	o := options()
	o.Input, o.Inner, o.Top, o.Word, o.Epochs = 0, 0, 0, 0, 1
	n := Train(toyVectors(t), es, o)
	x := &trainer{
		n:         n,
		o:         o,
		a:         newAdam(n.parameters(), 1),
		d:         dropping{rnd: newRandom(1)},
		cuePlain:  crf.Plain(CueLabels),
		rolePlain: crf.Plain(RoleLabels),
	}
	x.gradients(&es[0])
	r := newRandom(9)
	for pi, m := range n.parameters() {
		if len(m.w) == 0 {
			t.Fatalf("parameter %d is empty", pi)
		}
		g := x.a.grad(m)
		var some []int
		for i, v := range g.w {
			if v != 0 {
				some = append(some, i)
			}
		}
		bad, seen := 0, min(len(some), 30)
		for range seen {
			i := some[r.next()%uint64(len(some))]
			const step = 1e-2
			was := m.w[i]
			m.w[i] = was + step
			up := x.likelihood(&es[0])
			m.w[i] = was - step
			down := x.likelihood(&es[0])
			m.w[i] = was
			if want := (up - down) / (2 * step); math.Abs(want-float64(g.w[i])) > 0.02+0.05*math.Abs(want) {
				bad++
			}
		}
		// where a unit is at its corner the difference is none of a slope
		if seen == 0 || bad*10 > seen {
			t.Errorf("parameter %d: %d of %d gradients wrong", pi, bad, seen)
		}
	}
}

func TestTrain(t *testing.T) {
	vec, es := toyVectors(t), toy(60)
	n := Train(vec, es, options())
	var a, b bytes.Buffer
	if err := n.Write(&a); err != nil {
		t.Fatal(err)
	}
	if err := Train(vec, es, options()).Write(&b); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Fatal("two trainings differ")
	}
	m, err := Read(bufio.NewReader(&a), vec)
	if err != nil {
		t.Fatal(err)
	}
	s := m.NewScorer()
	wrong, all := 0, 0
	for _, e := range toy(70)[60:] {
		s.Read(e.In, 0)
		for i, y := range e.Cues {
			if c := s.Cue(i); all < 1<<20 && (c[1] > c[0]) != (y == 1) {
				wrong++
			}
			all++
		}
		for _, f := range e.Frames {
			scores := s.Roles(f.Pieces, f.Main)
			for k, y := range f.Labels {
				c := scores[k*RoleLabels : (k+1)*RoleLabels]
				best := 0
				for j := range c {
					if c[j] > c[best] {
						best = j
					}
				}
				if uint8(best) != y && !f.Pieces[k].Cue {
					wrong++
				}
				all++
			}
		}
	}
	if wrong*20 > all {
		t.Errorf("%d of %d labels wrong", wrong, all)
	}
	raw := b.Bytes()
	for k := 0; k < len(raw); k += 1013 {
		if _, err := Read(bufio.NewReader(bytes.NewReader(raw[:k])), vec); err == nil {
			t.Fatalf("%d of %d bytes read without an error", k, len(raw))
		}
	}
}

// TestStretches holds a stretch within a text to what a whole reading gives, beyond a margin in which the recurrence
// finds its feet.
func TestStretches(t *testing.T) {
	n := Train(toyVectors(t), toy(4), options())
	var in []Input
	for _, e := range toy(40) {
		in = append(in, e.In...)
	}
	const lo, hi, margin = 300, 800, 100
	whole, part := n.NewScorer(), n.NewScorer()
	whole.Read(in, 0)
	part.Read(in[lo:hi], lo)
	for i := lo + margin; i < hi-margin; i++ {
		for y, v := range part.Cue(i) {
			if d := v - whole.Cue(i)[y]; d > 1e-3 || d < -1e-3 {
				t.Fatalf("token %d: %v in a stretch, %v in the whole", i, part.Cue(i), whole.Cue(i))
			}
		}
	}
	// pieces beyond the stretch are taken for its last token
	far := part.Roles([]Piece{{First: lo, Last: len(in)}}, lo)[0]
	if near := part.Roles([]Piece{{First: lo, Last: hi - 1}}, lo)[0]; far != near {
		t.Errorf("a piece that reaches out scores %v, cut %v", far, near)
	}
}

func TestVectors(t *testing.T) {
	v := toyVectors(t)
	var b bytes.Buffer
	if err := v.Write(&b); err != nil {
		t.Fatal(err)
	}
	raw := b.Bytes()
	w, err := ReadVectors(raw)
	if err != nil {
		t.Fatal(err)
	}
	p, q := make([]float32, v.dim), make([]float32, v.dim)
	for k := range uint32(42) {
		clear(p)
		clear(q)
		v.into(k, p)
		w.into(k, q)
		for j := range p {
			if p[j] != q[j] {
				t.Fatalf("word %d differs after reading", k)
			}
		}
	}
	for k := range raw {
		if _, err := ReadVectors(raw[:k]); err == nil {
			t.Fatalf("%d of %d bytes read without an error", k, len(raw))
		}
	}
}
