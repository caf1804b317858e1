package learned

// roleFeatures gives the features of a frame to s, position after position.
//
// Every feature tells on which side of the cue, and in which sentence from it, the piece stands. Words, tags and
// classes around the piece; the cue's words, root and class with the piece's; what lies between (commas, finite
// verbs, marks, tags when few); the chunks of the nearest nouns, which are the subject or an inverted one; the first
// word of the piece's segment; what stands right before and after the cue; for words in marks their length, their
// ends and neighbours. Pieces that are not likely get none; a nil likely stands for all.
func (f *frame) roleFeatures(likely []bool, s *sink) {
	v := f.v
	last := &v.w[f.cueLast-1]
	main := f.mainWord()
	cueKind := h2(1000, main.tag, uint32(f.cueLast-f.cueFirst))
	for k := range f.p {
		s.next(k)
		if likely != nil && !likely[k] {
			continue
		}
		if f.p[k].cue {
			s.node(1)
			f.roleEdges(k, main, s)
			continue
		}
		f.roleWords(k, s)
		f.roleCue(k, main, last, cueKind, s)
		f.rolePlace(k, main, s)
		if f.p[k].unit {
			f.roleUnit(k, main, s)
		}
		f.roleEdges(k, main, s)
	}
	s.done()
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

func (f *frame) mainWord() *word { return &f.v.w[f.mainToken()] }

func (f *frame) word(k int) *word {
	if k < 0 || k >= len(f.p) {
		return blankWord()
	}
	return &f.p[k].word
}

// zone is the side of the cue and the sentence relative to it.
func (f *frame) zone(k int) uint32 {
	c := &f.ctx[k]
	d := max(-2, min(2, int(c.sent)))
	return c.side | uint32(d+2)<<2
}

func (f *frame) roleWords(k int, s *sink) {
	z := f.zone(k)
	w, l1, r1, l2, r2 := f.word(k), f.word(k-1), f.word(k+1), f.word(k-2), f.word(k+2)
	s.node(h2(1, z, w.low))
	s.node(h2(2, z, l1.low))
	s.node(h2(3, z, r1.low))
	s.node(h2(4, z, w.tag))
	s.node(h3(5, z, w.tag, l1.tag))
	s.node(h3(6, z, w.tag, r1.tag))
	s.node(h3(7, z, l1.tag, l2.tag))
	s.node(h3(8, z, r1.tag, r2.tag))
	s.node(h3(9, w.tag, l1.tag, r1.tag))
	s.node(h2(10, z, w.stem))
	s.node(h3(11, z, w.low, l1.low))
	s.node(h3(12, z, w.low, r1.low))
	s.node(h2(13, z, uint32(w.shape)))
	s.node(h3(14, z, w.suf, w.tag))
	s.node(h2(15, z, l2.low))
	s.node(h2(16, z, r2.low))
}

func (f *frame) roleCue(k int, main, last *word, kind uint32, s *sink) {
	z := f.zone(k)
	c, w := &f.ctx[k], f.word(k)
	near := uint32(min(c.dist, 4))
	s.node(h2(30, z, main.stem))
	s.node(h3(31, z, main.stem, w.tag))
	s.node(h3(32, z, main.stem, near))
	s.node(h3(33, z, main.stem, w.low))
	s.node(h3(34, z, kind, w.tag))
	s.node(h3(35, z, kind, near))
	s.node(h3(36, z, last.low, w.tag))
	s.node(h3(37, z, last.low, near))
	s.node(h3(38, h2(0, z, near), last.low, w.low))
	s.node(h3(39, z, f.voice, near))
	s.node(h3(40, z, f.voice, w.tag))
	s.node(h3(41, h2(0, z, near), f.voice, main.stem))
	s.node(h3(45, h2(0, z, near), kind, w.tag))
	s.node(h3(46, h2(0, z, near), main.tag, f.word(f.ce).tag))
}

func (f *frame) rolePlace(k int, main *word, s *sink) {
	z := f.zone(k)
	c, w := &f.ctx[k], f.word(k)
	commas, verbs := uint32(min(c.commas, 3)), uint32(min(c.verbs, 3))
	between := c.between()
	s.node(h2(60, z, bucket(c.dist)))
	s.node(h3(61, z, bucket(c.dist), w.tag))
	s.node(h2(62, z, between))
	s.node(h3(63, z, between, w.tag))
	s.node(h3(64, z, between, main.tag))
	s.node(h3(65, z, between, f.voice))
	s.node(h3(66, z, commas, w.low))
	s.node(h3(67, z, verbs, w.low))
	if c.dist <= 6 {
		s.node(h2(68, z, c.path))
		s.node(h3(69, z, c.path, w.tag))
	}
	s.node(h3(70, z, c.opener, uint32(min(c.segment, 3))))
	s.node(h3(71, z, c.opener, commas))
	s.node(h3(72, z, f.global, between))
	s.node(h3(73, z, f.global, w.tag))
	rel := f.toHead(k)
	s.node(h3(74, z, rel, f.voice))
	s.node(h3(75, z, rel, w.tag))
	s.node(h3(76, z, rel, main.tag))
	s.node(h3(77, z, rel, main.stem))
	s.node(h3(78, z, c.chunk, main.stem))
	s.node(h3(79, z, c.chunk, w.tag))
	s.node(h3(80, z, c.chunk, between))
	s.node(h3(81, z, c.chunk, w.low))
	says := uint32(min(c.says, 2))
	others := uint32(f.v.says[f.p[k].word.sent])
	s.node(h3(83, z, says, w.tag))
	s.node(h3(84, z, says, between))
	s.node(h3(85, z, says, f.voice))
	s.node(h3(86, h2(0, z, says), others, b2u(f.p[k].unit)))
	s.node(h3(87, z, others, w.tag))
	s.node(h3(88, z, c.before, c.behind))
	s.node(h3(89, h2(0, z, c.before), c.behind, w.tag))
	s.node(h3(90, h2(0, z, c.before), c.behind, between))
	s.node(h3(91, z, c.behind, w.low))
	s.node(h3(92, z, c.before, w.low))
	s.node(h3(93, z, b2u(w.flags&isSaying != 0), says))
	// how much of the segment and sentence is left
	s.node(h3(82, z, bucket(f.cs), bucket(len(f.p)-f.ce)))
}

// roleUnit adds what is known of words in marks.
func (f *frame) roleUnit(k int, main *word, s *sink) {
	z := f.zone(k)
	c, p, v := &f.ctx[k], &f.p[k], f.v
	n := bucket(p.last - p.first)
	firstIn, lastIn := v.at(p.first+1), v.at(p.last-2)
	s.node(h2(100, z, n))
	s.node(h3(101, z, n, f.word(k-1).low))
	s.node(h3(102, z, n, f.word(k+1).low))
	s.node(h3(103, z, n, lastIn.low))
	s.node(h3(104, z, n, uint32(firstIn.shape)))
	s.node(h3(105, z, n, uint32(min(c.units, 3))))
	s.node(h3(106, z, n, main.stem))
	s.node(h3(107, z, n, f.global))
	s.node(h3(108, z, n, bucket(c.dist)))
	s.node(h3(109, z, n, f.voice))
	s.node(h3(110, h2(0, z, n), f.word(k-1).tag, f.word(k+1).tag))
	s.node(h3(111, z, lastIn.low, uint32(min(c.units, 2))))
	s.node(h3(112, z, firstIn.low, n))
	s.node(h3(113, h2(0, z, n), uint32(firstIn.shape), lastIn.low))
	s.node(h3(114, z, firstIn.tag, n))
	says, others := uint32(min(c.says, 2)), uint32(v.says[v.w[p.first].sent])
	s.node(h3(122, z, n, says))
	s.node(h3(123, h2(0, z, says), others, uint32(min(c.units, 2))))
	s.node(h3(124, h2(0, z, says), others, f.voice))
	s.node(h3(125, h2(0, z, others), f.word(k+1).tag, f.word(k+2).tag))
	s.node(h3(126, h2(0, z, others), f.word(k-1).tag, f.word(k-2).tag))
	s.node(h3(127, h2(0, z, others), lastIn.low, f.word(k+1).tag))
	if k > 0 && p.para != f.p[k-1].para {
		before := f.word(k - 1).low
		s.node(h3(117, z, n, before))
		s.node(h3(118, z, before, bucket(c.dist)))
		s.node(h3(119, z, before, uint32(min(c.units, 2))))
		s.node(h3(120, z, before, main.stem))
		s.node(h3(121, z, before, f.global))
	}
	if k == 0 || f.p[k-1].sent != v.w[p.first].sent {
		s.node(h3(115, z, n, uint32(min(c.units, 3))))
		s.node(h3(116, z, n, uint32(firstIn.shape)))
	}
}

func (f *frame) roleEdges(k int, main *word, s *sink) {
	if k == 0 {
		return
	}
	z := f.zone(k)
	w, l := f.word(k), f.word(k-1)
	wl, ll := w.low, l.low
	wt, lt := w.tag, l.tag
	if f.p[k].cue {
		wl, wt = 5, 5
	}
	if f.p[k-1].cue {
		ll, lt = 5, 5
	}
	s.edge(h1(1, z))
	s.edge(h3(2, z, wt, lt))
	s.edge(h2(3, z, wl))
	s.edge(h2(4, z, ll))
	s.edge(h3(5, z, wl, ll))
	s.edge(h3(6, z, wl, lt))
	s.edge(h3(7, z, ll, wt))
	newSent := b2u(f.p[k].sent != f.p[k-1].sent) + b2u(f.p[k].para != f.p[k-1].para)
	s.edge(h2(8, z, newSent))
	c, cl := &f.ctx[k], &f.ctx[k-1]
	s.edge(h3(9, z, c.chunk, cl.chunk))
	s.edge(h3(10, h2(0, z, c.chunk), wt, lt))
	s.edge(h3(11, h2(0, z, c.opener), lt, b2u(c.segment == 0)))
	if c.segment == 0 {
		s.edge(h3(12, z, c.opener, f.word(k+1).tag))
		s.edge(h3(13, z, c.opener, main.stem))
		s.edge(h3(14, z, uint32(min(c.commas, 3)), wt))
		s.edge(h3(15, z, wt, f.word(k+1).tag))
	}
	s.edge(h3(16, z, wt, f.voice))
	s.edge(h3(17, z, lt, main.stem))
	s.edge(h3(18, z, wt, main.stem))
	s.edge(h3(19, z, wt, f.word(k+1).tag))
	s.edge(h3(20, z, lt, f.word(k-2).tag))
}
