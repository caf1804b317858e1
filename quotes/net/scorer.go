package net

// Scorer holds the memory of a network's work on one stretch of text; it belongs to one goroutine.
type Scorer struct {
	n   *Net
	e   encoding
	h   neighbourhood
	cue matrix // tokens × labels
	say
}

// say is what the encoder says of the tokens of a stretch for the roles.
type say struct {
	first         int    // number of the first token
	piece, anchor matrix // tokens × roleHidden
}

// row is the place of a token, the nearest one for a token outside the stretch.
func (s *say) row(token int) int { return max(0, min(s.piece.rows-1, token-s.first)) }

// NewScorer returns a scorer of the network.
func (n *Net) NewScorer() *Scorer { return &Scorer{n: n} }

// Net is the scorer's network.
func (s *Scorer) Net() *Net { return s.n }

// Read reads a stretch whose first token has the given number; all tokens are then known by their numbers. Memory
// grows with the stretch, so that long texts are better read in several, each with some tokens more on both sides.
func (s *Scorer) Read(in []Input, first int) {
	s.first = first
	top := s.n.encode(in, &s.e, nil)
	for _, m := range []struct{ w, out *matrix }{{&s.n.cue, &s.cue}, {&s.n.piece, &s.piece}, {&s.n.anchor, &s.anchor}} {
		m.out.grow(len(in), m.w.cols)
		multiply(top, m.w, m.out)
	}
	addRows(&s.cue, s.n.cueB.w)
}

// Cue returns the scores of the labels of token t of the stretch. The slice is valid until the next stretch.
func (s *Scorer) Cue(t int) []float32 { return s.cue.row(t - s.first) }

// Roles scores the pieces of the neighbourhood of a cue with the given main word: the scores of the labels of piece
// after piece. Pieces that reach out of the stretch are cut. The slice is valid until the next call.
func (s *Scorer) Roles(ps []Piece, main int) []float32 {
	return s.n.roles(ps, main, &s.say, &s.h, nil).w
}
