package learned

// Labels of roles.
const (
	roleO = iota
	roleSource
	roleContent
	roleLabels
)

// reach is how many tokens to each side of a cue its source and content may lie.
const reach = 60

// piece is a position of a frame: a token, or a stretch in marks that does not hold the cue.
type piece struct {
	first, last int // tokens
	word        word
	unit        bool
	cue         bool
	sent        int32
	para        int32
}

// frame is the neighbourhood of one cue.
type frame struct {
	v              *view
	cueFirst       int // tokens of the cue
	cueLast        int
	p              []piece
	cs, ce         int // pieces of the cue
	ctx            []pieceContext
	head, inverted int // pieces of the nearest noun before and after the cue, -1 for none
	global         uint32
	voice          uint32
	features       []uint16 // of the network's pieces
}

// pieceContext is what lies between a piece and the cue.
type pieceContext struct {
	side    uint32 // 0 before, 1 after, 2 the cue
	sent    int32  // sentences away from the cue's
	dist    int
	commas  int
	verbs   int
	units   int
	dashes  int
	says    int    // verbs of saying outside of marks
	before  uint32 // distance to the next words in marks to the left, as a class
	behind  uint32 // to the right
	opener  uint32 // first word of the piece's segment between commas
	segment int    // length of the segment so far
	chunk   uint32 // relation to the subject: 0 none, 1 in the chunk of the head, 2 in that of an inverted one
}

// between sums what lies between a piece and the cue: commas, finite verbs, stretches in marks, dashes.
func (c *pieceContext) between() uint32 {
	return uint32(
		min(c.commas, 3),
	) | uint32(
		min(c.verbs, 3),
	)<<2 | uint32(
		min(c.units, 2),
	)<<4 | uint32(
		min(c.dashes, 1),
	)<<6
}

// frame makes the neighbourhood of the cue of tokens [first, last), in f's memory.
func (v *view) frame(f *frame, first, last int) {
	p := v.d.Paragraphs[v.para[v.w[first].sent]]
	lo := max(v.d.Sentences[p.First].First, first-reach)
	end := v.d.Sentences[p.Last-1].Last
	hi := min(end, last+reach)
	if hi == end && end < len(v.w) && v.w[end].unit >= 0 && v.w[end-1].low == hashes.colon {
		hi++
	}
	*f = frame{v: v, cueFirst: first, cueLast: last, p: f.p[:0], ctx: f.ctx[:0], cs: -1, features: f.features[:0]}
	for i := lo; i < hi; {
		w := &v.w[i]
		if i >= first && i < last {
			if f.cs < 0 {
				f.cs = len(f.p)
			}
			f.p = append(f.p, piece{first: i, last: i + 1, word: *w, cue: true, sent: w.sent, para: v.para[w.sent]})
			f.ce = len(f.p)
			i++
			continue
		}
		if w.unit >= 0 {
			m := v.marks[w.unit]
			if m.Last <= first || m.First >= last {
				f.p = append(f.p, v.unitPiece(m.First, m.Last))
				i = m.Last
				continue
			}
		}
		f.p = append(f.p, piece{first: i, last: i + 1, word: *w, sent: w.sent, para: v.para[w.sent]})
		i++
	}
	f.context()
}

// unitPiece makes one position of the tokens [first, last) in marks.
func (v *view) unitPiece(first, last int) piece {
	w := word{tag: hashes.piece, unit: v.w[first].unit, shape: 9, suf: hashes.piece, sent: v.w[first].sent}
	w.low = h2(900, hashes.piece, bucket((last-first)/2))
	w.stem = h2(901, hashes.piece, b2u(last-first > 7)+b2u(last-first > 4))
	return piece{first: first, last: last, word: w, unit: true, sent: v.w[last-1].sent, para: v.para[w.sent]}
}

// context fills what lies between each piece and the cue, outward.
func (f *frame) context() {
	if cap(f.ctx) < len(f.p) {
		f.ctx = make([]pieceContext, len(f.p)+64)
	}
	f.ctx = f.ctx[:len(f.p)]
	cueSent := f.v.w[f.cueFirst].sent
	for k := f.cs; k < f.ce; k++ {
		f.ctx[k] = pieceContext{side: 2}
	}
	f.walk(f.ce, len(f.p), 1, cueSent)
	f.walk(f.cs-1, -1, -1, cueSent)
	f.heads(cueSent)
	f.look(cueSent)
	f.nearUnits()
	// the first word of each segment, which is known only from its left end
	opener, n := uint32(1), 0
	for k := range f.p {
		w := &f.p[k].word
		if n == 0 {
			opener = w.low
		}
		f.ctx[k].opener, f.ctx[k].segment = opener, n
		n++
		if w.flags&isPunct != 0 || f.p[k].cue || f.p[k].unit || k+1 < len(f.p) && f.p[k+1].sent != f.p[k].sent {
			n = 0
		}
	}
}

func (f *frame) walk(from, to, step int, cueSent int32) {
	c := pieceContext{side: uint32(step+1) / 2}
	for k := from; k != to; k += step {
		c.dist++
		p := &f.p[k]
		c.sent = p.sent - cueSent
		if step > 0 && p.unit {
			c.sent = f.v.w[p.first].sent - cueSent
		}
		f.ctx[k] = c
		w := &p.word
		switch {
		case p.unit:
			c.units++
		case w.flags&isComma != 0:
			c.commas++
		case w.flags&isDash != 0:
			c.dashes++
		case w.flags&isFinite != 0:
			c.verbs++
		}
		if w.flags&isSaying != 0 {
			c.says++
		}
	}
}

// nearUnits sets how far the next words in marks are on both sides, within a sentence.
func (f *frame) nearUnits() {
	const far = 9
	d := far
	for k := range f.p {
		if k > 0 && f.p[k].sent != f.p[k-1].sent {
			d = far
		}
		f.ctx[k].before = min(bucket(d), far)
		d++
		if f.p[k].unit {
			d = 1
		}
	}
	d = far
	for k := len(f.p) - 1; k >= 0; k-- {
		if k+1 < len(f.p) && f.p[k].sent != f.p[k+1].sent {
			d = far
		}
		f.ctx[k].behind = min(bucket(d), far)
		d++
		if f.p[k].unit {
			d = 1
		}
	}
}

// heads finds the nearest nouns on both sides of the cue and marks the chunks that they stand in.
func (f *frame) heads(cueSent int32) {
	f.head, f.inverted = -1, -1
	for k := f.cs - 1; k >= max(0, f.cs-30) && f.p[k].sent == cueSent; k-- {
		if f.p[k].word.flags&isNoun != 0 {
			f.head = k
			break
		}
	}
	for k := f.ce; k < min(len(f.p), f.ce+12) && f.p[k].sent == cueSent; k++ {
		if f.p[k].word.flags&isNoun != 0 {
			f.inverted = k
			break
		}
	}
	const stop = isPunct | isFinite | isSub
	for k := f.head; k >= 0; k-- {
		if f.p[k].sent != cueSent || f.p[k].unit || f.p[k].word.flags&stop != 0 {
			break
		}
		f.ctx[k].chunk = 1
	}
	for k := f.inverted; k >= 0 && k < len(f.p); k++ {
		if f.p[k].sent != cueSent || f.p[k].unit || f.p[k].word.flags&stop != 0 {
			break
		}
		f.ctx[k].chunk = 2
	}
}

// toHead tells how far position k is from the subject, or from an inverted one after the cue, and whether it is in
// its chunk.
func (f *frame) toHead(k int) uint32 {
	c := &f.ctx[k]
	switch {
	case f.head >= 0 && c.side == 0:
		return 1 + bucket(f.head-k) + 32*c.chunk
	case f.inverted >= 0 && c.side == 1:
		return 1 + bucket(k-f.inverted) + 32*c.chunk
	}
	return 0
}

// look sets what holds for the whole frame: marks and punctuation next to the cue, and its voice.
func (f *frame) look(cueSent int32) {
	g := uint32(0)
	for k := f.cs - 1; k >= max(0, f.cs-25) && f.p[k].sent >= cueSent-1; k-- {
		if f.p[k].unit {
			g |= 1
			if f.p[k].sent == cueSent {
				g |= 2
			}
			break
		}
	}
	for k := f.ce; k < min(len(f.p), f.ce+25) && f.p[k].sent <= cueSent+1; k++ {
		if f.p[k].unit {
			g |= 4
			if f.p[k].sent == cueSent {
				g |= 8
			}
			break
		}
	}
	f.global = g
	f.voice = h3(903, f.nextKind(), f.prevKind(cueSent), g)
}

// nextKind classifies what stands right after the cue.
func (f *frame) nextKind() uint32 {
	next := uint32(0)
	if f.ce < len(f.p) {
		w := &f.p[f.ce].word
		switch {
		case f.p[f.ce].unit:
			next = 1
		case w.low == hashes.that:
			next = 2
		case w.flags&isPunct != 0:
			next = w.low
		case w.flags&isModal != 0:
			next = 4
		case w.flags&isNoun != 0:
			next = 5 + b2u(w.flags&isProper != 0) + 2*b2u(w.flags&isPronoun != 0)
		case w.flags&isDet != 0:
			next = 9
		case w.flags&isPrep != 0:
			next = 10
		case w.flags&isFinite != 0:
			next = 11
		}
	}
	return next
}

// prevKind classifies what stands right before the cue in its sentence.
func (f *frame) prevKind(cueSent int32) uint32 {
	prev := uint32(0)
	if f.cs > 0 && f.p[f.cs-1].sent == cueSent {
		w := &f.p[f.cs-1].word
		switch {
		case f.p[f.cs-1].unit:
			prev = 1
		case w.flags&isPunct != 0:
			prev = 2
		case w.flags&isPronoun != 0:
			prev = 3
		case w.flags&isProper != 0:
			prev = 4
		case w.flags&isNoun != 0:
			prev = 5
		case w.flags&isSub != 0:
			prev = 6
		case w.flags&isVerb != 0:
			prev = 7
		case w.flags&isAdverb != 0:
			prev = 8
		case w.flags&isConj != 0:
			prev = 9
		case w.flags&isModal != 0:
			prev = 10
		default:
			prev = 11
		}
	}
	return prev
}
