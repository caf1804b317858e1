package crf

import (
	"bufio"
	"bytes"
	"math"
	"math/rand/v2"
	"testing"
)

// toy makes sequences in which a position has label 1 when feature 7 was at it or right before it, else 0, with noise
// features.
func toy(n int) []Sequence {
	rng := rand.New(rand.NewPCG(1, 2))
	var out []Sequence
	r := &Recorder{}
	for range n {
		labels := make([]uint8, 4+rng.IntN(10))
		before := false
		for i := range labels {
			r.Next()
			r.Node(100 + uint32(rng.IntN(20)))
			r.Edge(50)
			here := rng.IntN(4) == 0
			if here {
				r.Node(7)
				r.Edge(7)
			} else {
				r.Node(8)
				r.Edge(8)
			}
			if before {
				r.Node(9)
			}
			if here || before {
				labels[i] = 1
			}
			before = here
		}
		out = append(out, r.Sequence(labels))
	}
	return out
}

func train(t *testing.T) ([]byte, *Model) {
	t.Helper()
	var b bytes.Buffer
	if err := Train(toy(400), Options{Labels: 2, Epochs: 6, Mean: 3, Seed: 5}).Write(&b); err != nil {
		t.Fatal(err)
	}
	raw := bytes.Clone(b.Bytes())
	m, err := Read(bufio.NewReader(&b))
	if err != nil {
		t.Fatal(err)
	}
	return raw, m
}

func TestTrain(t *testing.T) {
	a, m := train(t)
	b, _ := train(t)
	if !bytes.Equal(a, b) {
		t.Fatal("two trainings differ")
	}
	var l Lattice
	wrong, all := 0, 0
	for _, s := range toy(50) {
		n := len(s.Labels)
		l.Reset(m, n)
		for i := range n {
			l.Nodes(i, s.node[s.nodeAt[i]:s.nodeAt[i+1]])
			l.Edges(i, s.edge[s.edgeAt[i]:s.edgeAt[i+1]])
		}
		checkLattice(t, &l, n)
		labels, _ := l.Viterbi()
		for i, y := range labels {
			all++
			if y != s.Labels[i] {
				wrong++
			}
		}
	}
	if wrong*20 > all {
		t.Errorf("%d of %d labels wrong", wrong, all)
	}
}

// checkLattice holds the ways to read a lattice against each other.
func checkLattice(t *testing.T, l *Lattice, n int) {
	t.Helper()
	m, logZ := l.Marginals()
	for i := range n {
		if sum := m[2*i] + m[2*i+1]; math.Abs(sum-1) > 1e-6 {
			t.Fatalf("marginals sum to %v", sum)
		}
	}
	labels, score := l.Viterbi()
	if math.Abs(l.Score(labels)-score) > 1e-3 || score > logZ+1e-6 {
		t.Fatalf("score %v, again %v, sum %v", score, l.Score(labels), logZ)
	}
	best := l.Best(8)
	total := 0.0
	for i, p := range best {
		if math.Abs(l.Score(p.Labels)-p.Score) > 1e-3 || i > 0 && p.Score > best[i-1].Score {
			t.Fatalf("path %d: score %v, again %v", i, p.Score, l.Score(p.Labels))
		}
		total += math.Exp(p.Score - logZ)
	}
	if math.Abs(best[0].Score-score) > 1e-6 || total > 1+1e-6 || n < 4 && total < 1-1e-6 {
		t.Fatalf("best paths: %v, %v in all", best[0].Score, total)
	}
}

func TestReadDamaged(t *testing.T) {
	raw, _ := train(t)
	for n := 0; n < len(raw); n += 7 {
		if _, err := Read(bufio.NewReader(bytes.NewReader(raw[:n]))); err == nil {
			t.Fatalf("%d of %d bytes read without an error", n, len(raw))
		}
	}
}
