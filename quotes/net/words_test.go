package net

import (
	"slices"
	"testing"
)

// TestWordCache holds what is remembered of words to what is computed of each, with words of one place and more words
// than are looked up together.
func TestWordCache(t *testing.T) {
	n := &Net{vec: toyVectors(t), words: map[uint32]int32{}}
	n.shape()
	for i := range n.conv[0].w.w {
		n.conv[0].w.w[i] = float32(i%13) - 6
	}
	var in []Input
	for i := range 3 * together {
		word := n.vec.keys[i%len(n.vec.keys)]
		if i%5 == 0 {
			word += cached << (i % 3) // an unknown word at the place of another
		}
		in = append(in, Input{Word: word})
	}
	var c wordCache
	z, x, want := newMatrix(len(in), 3*hidden), newMatrix(1, n.vec.dim), newMatrix(1, 3*hidden)
	for range 2 {
		c.fill(n, in, &z)
		for i := range in {
			n.vector(in[i].Word, x.w)
			multiply(&x, &n.conv[0].w, &want)
			if !slices.Equal(z.row(i), want.w) {
				t.Fatalf("word %d: %v, want %v", i, z.row(i)[:4], want.w[:4])
			}
		}
	}
}
