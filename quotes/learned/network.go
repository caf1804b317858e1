package learned

import (
	"math"

	"demarche/quotes/net"
)

// The scores of a linear field and of the network are added with these weights: each alone is a field of its own, and
// a mean of the two is better than either. By trial on folds of the training texts.
const (
	fieldWeight     = 0.6
	netWeight       = 0.6
	roleFieldWeight = 0.3
	roleNetWeight   = 0.9
)

// Places of the network's input features.
const (
	inTag    = 0
	inShape  = 48
	inMark   = 58
	inPlace  = 72
	inSaying = 88
	inSuffix = 128
	suffixes = 256
)

// inputs appends what the network sees of the tokens [first, last): tag, shape, last letters; whether it stands in
// marks, at their ends, and how long they are; its place in sentence and paragraph.
func (v *view) inputs(first, last int, out []net.Input) []net.Input {
	tags := roots().tags
	const each = 6
	all := make([]uint16, 0, each*(last-first))
	for i := first; i < last; i++ {
		w := &v.w[i]
		s := v.d.Sentences[w.sent]
		p := v.d.Paragraphs[v.para[w.sent]]
		mark := uint32(0)
		if w.unit >= 0 {
			m := v.marks[w.unit]
			mark = 1 + b2u(m.Last-m.First > 6) + b2u(m.Last-m.First > 12) + 3*b2u(i == m.First) + 6*b2u(i == m.Last-1)
		}
		place := b2u(
			i == s.First,
		) + 2*b2u(
			i == s.Last-1,
		) + 4*b2u(
			int(w.sent) == p.First,
		) + 8*b2u(
			int(w.sent) == p.Last-1,
		)
		n := len(all)
		all = append(all, inTag+tags[w.tag], inShape+uint16(w.shape), inMark+uint16(mark), inPlace+uint16(place),
			inSaying+uint16(b2u(w.flags&isSaying != 0)), inSuffix+uint16(mix(w.suf)%suffixes))
		out = append(out, net.Input{Word: netWord(w), Features: all[n:len(all):len(all)]})
	}
	return out
}

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

// netFeatures appends the features of position k: where it stands to the cue and what lies between, as the linear
// field has it.
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

// netWord is the key of a word's vector: marks and dashes have one each, however they are written.
func netWord(w *word) uint32 {
	if w.flags&isPunct == 0 {
		return w.low
	}
	if w.flags&isMark != 0 {
		return hashes.quote
	}
	switch w.low {
	case hashes.long, hashes.middle, hashes.bar:
		return hashes.dash
	}
	return w.low
}

// hashes are those of words and marks that the features ask for, and of the tag of a piece in marks.
var hashes = struct{ that, colon, quote, dash, long, middle, bar, piece uint32 }{
	that: hashOf("that"), colon: hashOf(":"), quote: hashOf("\""), dash: hashOf("--"), long: hashOf("—"),
	middle: hashOf("–"), bar: hashOf("―"), piece: hashOf("<QQ>"),
}

// Key returns the key by which the vectors know a word, whatever its capitals, digits and apostrophes.
func Key(s string) uint32 {
	w := look(s, "NN")
	return w.low
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

// How far a token's score as part of a cue, or a piece's as source or content, may lie below its score as none before
// the linear field is not asked, and what the field would have said of most. By trial on the development texts of
// PolNeAR: the figures stay within 0.3 points.
const (
	unlikelyCue  = 1.5
	unlikelyRole = 4
	silence      = 4
)

// likelyCues marks the tokens of a sentence that may be parts of a cue, and reports whether there are any.
func (x *fields) likelyCues(first, last int) bool {
	x.likely = x.likely[:0]
	some := false
	for i := first; i < last; i++ {
		s := x.net.Cue(i)
		may := max(s[cueB], s[cueI])-s[cueO] > -unlikelyCue
		x.likely = append(x.likely, may)
		some = some || may
	}
	return some
}

// cueByNet is the probability that a cue begins at token i by the network alone, its neighbours aside.
func (x *fields) cueByNet(i int) float64 {
	s := x.net.Cue(i)
	b := math.Exp(float64(s[cueB] - s[cueO]))
	return b / (1 + b + math.Exp(float64(s[cueI]-s[cueO])))
}

// addCueNet adds the network's scores to the lattice of a sentence.
func (x *fields) addCueNet(first, last int) {
	var edges [cueLabels * cueLabels]float32
	for j, v := range x.net.Net().CueEdges() {
		edges[j] = netWeight * v
	}
	for i := first; i < last; i++ {
		for y, v := range x.net.Cue(i) {
			x.lat.Bias(i-first, y, netWeight*v)
		}
		if !x.likely[i-first] {
			x.lat.Bias(i-first, cueO, silence)
		}
		if i > first {
			x.lat.BiasEdges(i-first, edges[:])
		}
	}
}

// addRoleNet adds the network's scores to the lattice of the frame, and marks the pieces that may be source or content.
func (x *fields) addRoleNet() {
	f := &x.f
	x.pieces = f.netPieces(x.pieces[:0])
	scores := x.net.Roles(x.pieces, f.mainToken())
	var edges [roleLabels * roleLabels]float32
	x.likely = x.likely[:0]
	for k := range x.pieces {
		s := scores[k*roleLabels : (k+1)*roleLabels]
		for y, v := range s {
			x.lat.Bias(k, y, roleNetWeight*v)
		}
		may := x.pieces[k].Cue || max(s[roleSource], s[roleContent])-s[roleO] > -unlikelyRole
		x.likely = append(x.likely, may)
		if !may {
			x.lat.Bias(k, roleO, silence)
		}
		if k > 0 {
			for j, v := range x.net.Net().RoleEdges(x.pieces[k].Edge) {
				edges[j] = roleNetWeight * v
			}
			x.lat.BiasEdges(k, edges[:])
		}
	}
}

// netExamples are the documents as the network is trained on them.
func netExamples(gs []*gold) []net.Example {
	out := make([]net.Example, len(gs))
	var f frame
	for i, g := range gs {
		e := &out[i]
		e.In = g.v.inputs(0, len(g.v.w), nil)
		e.Cues = g.cueLabels()
		for _, s := range g.v.d.Sentences {
			e.Sentences = append(e.Sentences, [2]int{s.First, s.Last})
		}
		for a := range g.a {
			g.v.frame(&f, g.a[a].cueFirst, g.a[a].cueLast)
			fr := net.Frame{Main: f.mainToken(), Labels: g.a[a].labels(&f), Pieces: f.netPieces(nil)}
			f.features = nil
			e.Frames = append(e.Frames, fr)
		}
	}
	return out
}

func netOptions() net.Options {
	return net.Options{
		Epochs:  8,
		Rate:    2e-3,
		OwnRate: 0.3,
		Input:   0.3,
		Inner:   0.2,
		Top:     0.3,
		Word:    0.08,
		Least:   3,
		Roles:   0.4,
		Seed:    1,
	}
}
