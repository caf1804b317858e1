package crf

import "math"

// Path is a labelling with its score.
type Path struct {
	Labels []uint8
	Score  float64
}

// hop is a place on one of the best paths to a label: where it comes from.
type hop struct {
	score float64
	label uint8
	rank  uint8
}

// Best returns the n best labellings, the best first; n is at most 8.
func (l *Lattice) Best(n int) []Path {
	k, size := l.m.labels, l.n
	if size == 0 {
		return nil
	}
	hops := grow(l.hops, size*k*n)
	l.hops = hops
	for y := range k {
		row := hops[y*n : y*n+n]
		for r := range row {
			row[r] = hop{score: math.Inf(-1)}
		}
		row[0].score = float64(l.node[y])
	}
	for i := 1; i < size; i++ {
		e := l.edge[i*k*k:]
		for y := range k {
			row := hops[(i*k+y)*n : (i*k+y+1)*n]
			for r := range row {
				row[r].score = math.Inf(-1)
			}
			for x := range k {
				add := float64(e[x*k+y]) + float64(l.node[i*k+y])
				from := hops[((i-1)*k+x)*n : ((i-1)*k+x+1)*n]
				for r := range from {
					if !insertHop(row, hop{from[r].score + add, uint8(x), uint8(r)}) {
						break
					}
				}
			}
		}
	}
	ends := make([]hop, n)
	for r := range ends {
		ends[r].score = math.Inf(-1)
	}
	for y := range k {
		for r := range n {
			insertHop(ends, hop{hops[((size-1)*k+y)*n+r].score, uint8(y), uint8(r)})
		}
	}
	var out []Path
	for _, end := range ends {
		if math.IsInf(end.score, -1) {
			break
		}
		p := Path{make([]uint8, size), end.score * float64(l.scale)}
		for i, h := size-1, end; i >= 0; i-- {
			p.Labels[i] = h.label
			h = hops[(i*k+int(h.label))*n+int(h.rank)]
		}
		out = append(out, p)
	}
	return out
}

// insertHop puts h into a row that falls by score and reports whether it had a place.
func insertHop(row []hop, h hop) bool {
	if !(h.score > row[len(row)-1].score) {
		return false
	}
	r := len(row) - 1
	for ; r > 0 && row[r-1].score < h.score; r-- {
		row[r] = row[r-1]
	}
	row[r] = h
	return true
}
