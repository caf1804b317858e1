package learned

import (
	"math"

	"demarche/quotes/net"
)

// The scores of the linear field of cues and of the network are added with these weights: each alone is a field of its
// own, and a mean of the two is better than either. By trial on folds of the training texts.
const (
	fieldWeight = 0.6
	netWeight   = 0.6
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

// How far a token's score as part of a cue may lie below its score as none before the linear field is not asked, and
// what the field would have said of most. By trial on the development texts of PolNeAR: the figures stay within 0.3
// points.
const (
	unlikelyCue = 2
	silence     = 4
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

// addRoleNet adds the network's scores to the lattice of the frame.
func (x *fields) addRoleNet() {
	f := &x.f
	x.pieces = f.netPieces(x.pieces[:0])
	scores := x.net.Roles(x.pieces, f.mainToken())
	for k := range x.pieces {
		for y, v := range scores[k*roleLabels : (k+1)*roleLabels] {
			x.lat.Bias(k, y, v)
		}
		if k > 0 {
			x.lat.BiasEdges(k, x.net.Net().RoleEdges(x.pieces[k].Edge))
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

// netOptions are those with which content and source of given cues were right most often on the development texts of
// PolNeAR, 69.5 in 100 with 0.6 for the roles and 8 epochs against 68.2 with 0.4; more epochs help the words in marks.
func netOptions() net.Options {
	return net.Options{
		Epochs:  14,
		Rate:    2e-3,
		OwnRate: 0.3,
		Input:   0.3,
		Inner:   0.2,
		Top:     0.3,
		Word:    0.08,
		Least:   3,
		Roles:   0.6,
		Seed:    1,
	}
}
