package learned

import "demarche/quotes/crf"

// sink takes the features of a sequence: scores of a lattice at run time, lists in training. The features of a position
// are gathered and looked up together.
type sink struct {
	lat          *crf.Lattice
	rec          *crf.Recorder
	i            int
	nodes, edges []uint32
}

// next goes on to position i.
func (s *sink) next(i int) {
	s.done()
	s.i = i
	if s.rec != nil {
		s.rec.Next()
	}
}

// done ends the position: after the last one it is called by itself.
func (s *sink) done() {
	switch {
	case s.rec != nil:
		for _, f := range s.nodes {
			s.rec.Node(f)
		}
		for _, f := range s.edges {
			s.rec.Edge(f)
		}
	case s.i > 0:
		s.lat.Edges(s.i, s.edges)
		s.lat.Nodes(s.i, s.nodes)
	default:
		s.lat.Nodes(s.i, s.nodes)
	}
	s.nodes, s.edges = s.nodes[:0], s.edges[:0]
}

func (s *sink) node(f uint32) { s.nodes = append(s.nodes, f) }

func (s *sink) edge(f uint32) { s.edges = append(s.edges, f) }

// h1, h2 and h3 hash a template's number with its values.
func h1(t, a uint32) uint32 { return mix(t*0x9E3779B1 + a) }

func h2(t, a, b uint32) uint32 { return mix(mix(t*0x9E3779B1+a) ^ b*0x85EBCA6B) }

func h3(t, a, b, c uint32) uint32 {
	return mix(mix(mix(t*0x9E3779B1+a)^b*0x85EBCA6B) ^ c*0xC2B2AE35)
}

func mix(h uint32) uint32 {
	h ^= h >> 16
	h *= 0x7feb352d
	h ^= h >> 15
	h *= 0x846ca68b
	return h ^ h>>16
}

// bucket makes a distance or count a class: exact to 4, then 5-6, 7-9, 10-14, 15-24, 25-49, 50 and more.
func bucket(n int) uint32 {
	switch {
	case n < 0:
		return 16 + bucket(-n)
	case n <= 4:
		return uint32(n)
	case n <= 6:
		return 5
	case n <= 9:
		return 6
	case n <= 14:
		return 7
	case n <= 24:
		return 8
	case n <= 49:
		return 9
	}
	return 10
}
