package net

// Scorer holds the memory of a network's work on one document; it belongs to one goroutine.
type Scorer struct {
	n             *Net
	e             encoding
	h             neighbourhood
	cue           matrix // tokens × labels
	piece, anchor matrix // tokens × roleHidden
}

// NewScorer returns a scorer of the network.
func (n *Net) NewScorer() *Scorer { return &Scorer{n: n} }

// Net is the scorer's network.
func (s *Scorer) Net() *Net { return s.n }

// Long texts are read in blocks, so that the layers' memory does not grow with them, each with a margin to both sides in
// which the recurrence finds its feet.
const (
	block  = 4096
	margin = 128
)

// Read reads a document, whose tokens are then known by their number.
func (s *Scorer) Read(in []Input) {
	s.cue.grow(len(in), CueLabels)
	s.piece.grow(len(in), roleHidden)
	s.anchor.grow(len(in), roleHidden)
	for first := 0; first < len(in); first += block {
		last := min(len(in), first+block)
		lo, hi := max(0, first-margin), min(len(in), last+margin)
		h := s.n.encode(in[lo:hi], &s.e, nil).part(first-lo, last-lo)
		multiply(h, &s.n.cue, s.cue.part(first, last))
		multiply(h, &s.n.piece, s.piece.part(first, last))
		multiply(h, &s.n.anchor, s.anchor.part(first, last))
	}
	addRows(&s.cue, s.n.cueB.w)
}

// Cue returns the scores of the labels of token t. The slice is valid until the next document.
func (s *Scorer) Cue(t int) []float32 { return s.cue.row(t) }

// Roles scores the pieces of the neighbourhood of a cue with the given main word: the scores of the labels of piece after
// piece. The slice is valid until the next call.
func (s *Scorer) Roles(ps []Piece, main int) []float32 {
	return s.n.roles(ps, main, &s.piece, &s.anchor, &s.h, nil).w
}
