package learned

import "demarche/quotes/net"

// netPieces appends what the network sees of the positions of a frame.
func (f *frame) netPieces(out []net.Piece) []net.Piece {
	const each = 10
	if cap(f.features) < each*len(f.p) {
		f.features = make([]uint16, 0, 2*each*len(f.p))
	}
	f.features = f.features[:0]
	for k := range f.p {
		n := len(f.features)
		f.netFeatures(k)
		p := &f.p[k]
		out = append(
			out,
			net.Piece{
				First:    p.first,
				Last:     p.last - 1,
				Features: f.features[n:len(f.features):len(f.features)],
				Edge:     f.edgeKind(k),
				Cue:      p.cue,
			},
		)
	}
	return out
}

// netFeatures appends the features of position k: on which side of the cue and in which sentence from it the position
// stands, and what lies between.
func (f *frame) netFeatures(k int) {
	x, c, z := &f.p[k], &f.ctx[k], f.zone(k)
	if x.cue {
		f.features = append(f.features, 0)
		return
	}
	size := uint32(0)
	if x.unit {
		size = 1 + bucket(x.last-x.first)
	}
	between := c.between()
	for _, h := range [...]uint32{
		h2(1, z, bucket(c.dist)), h2(2, z, between), h2(3, z, x.word.tag), h2(4, z, size), h2(5, z, f.toHead(k)),
		h3(6, z, f.voice, uint32(min(c.dist, 4))), h3(7, z, c.before, c.behind),
		h3(8, z, uint32(min(c.says, 2)), uint32(f.v.says[x.word.sent])),
		h3(9, z, c.opener, uint32(min(c.segment, 3))), h2(10, z, f.global),
	} {
		f.features = append(f.features, uint16(h%(1<<12-1)+1))
	}
}

// edgeKind tells how a piece meets the one before it.
func (f *frame) edgeKind(k int) uint8 {
	if k == 0 {
		return 0
	}
	a, b := &f.p[k-1], &f.p[k]
	switch {
	case a.cue || b.cue:
		return 1
	case a.para != b.para:
		return 2
	case a.sent != b.sent:
		return 3
	case b.unit:
		return 4
	case a.unit:
		return 5
	case a.word.flags&isPunct != 0:
		return 6
	case b.word.flags&isPunct != 0:
		return 7
	}
	return 0
}

// mainToken is the last verb of the cue, else its first noun, else its first word.
func (f *frame) mainToken() int {
	w := f.v.w[f.cueFirst:f.cueLast]
	for i := len(w) - 1; i >= 0; i-- {
		if w[i].flags&isVerb != 0 && (w[i].flags&isAux == 0 || len(w) == 1) {
			return f.cueFirst + i
		}
	}
	for i := range w {
		if w[i].flags&isNoun != 0 {
			return f.cueFirst + i
		}
	}
	return f.cueFirst
}

// zone is the side of the cue and the sentence relative to it.
func (f *frame) zone(k int) uint32 {
	c := &f.ctx[k]
	d := max(-2, min(2, int(c.sent)))
	return c.side | uint32(d+2)<<2
}
