package learned

// Labels of the cue field.
const (
	cueO = iota
	cueB
	cueI
	cueLabels
)

// blankWord stands for a token outside the text.
func blankWord() *word { return &word{low: 1, stem: 1, tag: 1, suf: 1, unit: -1} }

func (v *view) at(i int) *word {
	if i < 0 || i >= len(v.w) {
		return blankWord()
	}
	return &v.w[i]
}

// cueContext is what the cue features of one sentence share.
type cueContext struct {
	first, last int
	hasMark     uint32 // the sentence, or the text right before or after it, has words in marks
	verbs       uint32 // verbs so far
	paraPos     uint32
}

// cueFeatures gives the features of the sentence of tokens [first, last) to s, position after position.
//
// Words, roots, tags, classes and shapes in a window of three to each side and their pairs; the nearest noun to the
// left (the subject) and what follows (a clause, marks, a colon, "that", an infinitive); auxiliaries; marks: whether
// the token stands inside, how long they are, how far they are to each side; the place in the sentence and paragraph.
// Positions that are not likely get none; a nil likely stands for all.
func (v *view) cueFeatures(first, last int, likely []bool, s *sink) {
	c := v.cueContext(first, last)
	for i := first; i < last; i++ {
		s.next(i - first)
		if likely == nil || likely[i-first] {
			v.cueWords(i, first, last, s)
			v.cueSyntax(i, &c, s)
			v.cueMarks(i, &c, s)
		}
		if v.w[i].flags&isVerb != 0 {
			c.verbs++
		}
	}
	s.done()
}

func (v *view) cueContext(first, last int) cueContext {
	c := cueContext{first: first, last: last}
	for i := max(0, first-1); i < min(len(v.w), last+1); i++ {
		if u := v.w[i].unit; u >= 0 {
			if m := v.marks[u]; m.Last-m.First > 6 {
				c.hasMark = 2
			} else {
				c.hasMark = max(c.hasMark, 1)
			}
		}
	}
	p := v.d.Paragraphs[v.para[v.w[first].sent]]
	pos := int(v.w[first].sent) - p.First
	c.paraPos = uint32(min(pos, 2))
	if int(v.w[first].sent) == p.Last-1 {
		c.paraPos += 4
	}
	return c
}

func (v *view) cueWords(i, first, last int, s *sink) {
	// beyond the sentence there is one word only, as the sentence is what is labelled
	get := func(k int) *word {
		if k < first || k >= last {
			return blankWord()
		}
		return &v.w[k]
	}
	w, l1, l2, l3, r1, r2, r3 := get(i), get(i-1), get(i-2), get(i-3), get(i+1), get(i+2), get(i+3)
	s.node(h1(1, w.low))
	s.node(h1(2, l1.low))
	s.node(h1(3, r1.low))
	s.node(h1(4, l2.low))
	s.node(h1(5, r2.low))
	s.node(h1(6, w.tag))
	s.node(h1(7, l1.tag))
	s.node(h1(8, r1.tag))
	s.node(h2(9, l1.tag, l2.tag))
	s.node(h2(10, r1.tag, r2.tag))
	s.node(h1(11, w.stem))
	s.node(h2(12, w.stem, w.tag))
	s.node(h2(13, w.low, l1.low))
	s.node(h2(14, w.low, r1.low))
	s.node(h2(15, w.stem, r1.tag))
	s.node(h2(16, w.stem, l1.tag))
	s.node(h3(17, w.tag, l1.tag, r1.tag))
	s.node(h3(18, w.tag, r1.tag, r2.tag))
	s.node(h3(19, w.tag, l1.tag, l2.tag))
	s.node(h2(20, w.tag, w.suf))
	s.node(h2(21, w.tag, uint32(w.shape)))
	s.node(h2(22, l1.stem, r1.stem))
	s.node(h3(23, w.low, l1.low, r1.low))
	s.node(h2(24, l1.low, l2.low))
	s.node(h2(25, r1.low, r2.low))
	s.node(h1(26, l1.stem))
	s.node(h1(27, r1.stem))
	s.node(h3(28, w.stem, r1.low, r2.low))
	s.node(h3(29, w.stem, l1.low, l2.low))
	s.node(h3(30, w.stem, r1.tag, r2.tag))
	s.node(h1(31, l3.low))
	s.node(h1(32, r3.low))
	s.node(h3(33, l1.tag, l2.tag, l3.tag))
	s.node(h3(34, r1.tag, r2.tag, r3.tag))
	s.node(h3(35, w.suf, w.tag, r1.low))
	s.edge(h1(1, w.tag))
	s.edge(h1(2, w.low))
	s.edge(h2(3, l1.tag, w.tag))
	s.edge(h2(4, l1.low, w.low))
	s.edge(h2(5, l1.stem, w.tag))
	s.edge(h2(6, w.tag, r1.tag))
	s.edge(h2(7, l1.tag, w.low))
}

// cueSyntax adds what stands for a parse.
func (v *view) cueSyntax(i int, c *cueContext, s *sink) {
	w := &v.w[i]
	s.node(h2(60, min(c.verbs, 3), w.tag))
	s.node(h2(61, bucket(i-c.first), w.tag))
	s.node(h2(62, bucket(c.last-1-i), w.tag))
	subj, gap := v.leftNoun(i, c.first)
	sw := v.at(subj)
	if subj < 0 {
		sw = blankWord()
	}
	s.node(h3(63, w.stem, uint32(sw.flags&(isProper|isPronoun)), gap))
	s.node(h2(64, sw.low, w.tag))
	s.node(h3(65, w.tag, sw.tag, gap))
	s.node(h2(68, sw.low, w.stem))
	next := v.following(i, c.last)
	s.node(h2(69, w.stem, next))
	s.node(h2(70, w.tag, next))
	says := uint32(v.says[w.sent])
	if w.flags&isSaying != 0 && w.unit < 0 && says > 0 {
		says += 3
	}
	s.node(h2(77, says, w.tag))
	s.node(h3(78, says, w.stem, next))
	s.node(h3(79, says, w.tag, next))
	aux := v.auxBefore(i, c.first)
	s.node(h2(72, w.stem, aux))
	s.node(h2(73, w.tag, aux))
	s.node(h3(74, w.tag, aux, next))
	s.node(h3(75, w.suf, w.tag, next))
	s.node(h3(76, w.tag, next, uint32(sw.flags&(isProper|isPronoun))))
}

// leftNoun returns the nearest noun to the left of token i within fifteen tokens, -1 for none, and what lies between:
// a count of commas (to 2), whether there is a verb (4), a mark (8) or a subordinator (16).
func (v *view) leftNoun(i, first int) (int, uint32) {
	gap := uint32(0)
	for k := i - 1; k >= max(first, i-15); k-- {
		f := v.w[k].flags
		switch {
		case f&isNoun != 0:
			return k, gap
		case f&isComma != 0:
			if gap&3 < 2 {
				gap++
			}
		case f&isMark != 0:
			gap |= 8
		case f&isSub != 0:
			gap |= 16
		case f&isVerb != 0 && f&isAux == 0:
			gap |= 4
		}
	}
	return -1, gap
}

// following classifies what stands after token i: marks, a colon, "that", an infinitive, a clause with a finite
// verb, a noun phrase, the end.
func (v *view) following(i, last int) uint32 {
	for k := i + 1; k < min(last, i+4); k++ {
		w := &v.w[k]
		switch {
		case w.unit >= 0 && w.unit != v.w[i].unit:
			return 1 + b2u(k == i+1)
		case w.low == hashes.that:
			return 3 + b2u(k == i+1)
		case w.low == hashes.colon:
			return 5
		case w.flags&isModal != 0 && w.flags&isAux == 0:
			return 6 + b2u(k == i+1)
		case w.flags&isComma != 0:
			return 8 + b2u(k == i+1)
		case w.flags&isPunct != 0:
			return 10 + b2u(k == i+1)
		}
	}
	seen := false
	for k := i + 1; k < min(last, i+12); k++ {
		f := v.w[k].flags
		switch {
		case f&isFinite != 0 && seen:
			return 12
		case f&isNoun != 0:
			seen = true
		case f&isPunct != 0:
			return 13 + b2u(seen)
		}
	}
	return 15 + b2u(seen)
}

func b2u(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// auxBefore returns the word before token i past adverbs, if it is an auxiliary, modal or "to"; else its kind.
func (v *view) auxBefore(i, first int) uint32 {
	for k := i - 1; k >= max(first, i-4); k-- {
		f := v.w[k].flags
		if f&isAdverb != 0 {
			continue
		}
		if f&(isAux|isModal) != 0 {
			return v.w[k].low
		}
		return uint32(f & (isNoun | isComma | isVerb | isMark | isSub | isPrep | isConj | isDet))
	}
	return 0
}

// cueMarks adds where the token stands to words in marks.
func (v *view) cueMarks(i int, c *cueContext, s *sink) {
	w := &v.w[i]
	in := uint32(0)
	if w.unit >= 0 {
		m := v.marks[w.unit]
		in = 1 + bucket(m.Last-m.First)
		if m.First <= c.first && m.Last >= c.last {
			in += 20
		}
	}
	s.node(h2(80, in, w.tag))
	s.node(h2(81, in, w.stem))
	left, right := uint32(0), uint32(0)
	for k := i - 1; k >= max(0, i-12); k-- {
		if u := v.w[k].unit; u >= 0 && u != w.unit {
			left = 1 + bucket(i-k) + 32*min(2, bucket(v.marks[u].Last-v.marks[u].First)/4)
			break
		}
	}
	for k := i + 1; k < min(len(v.w), i+12); k++ {
		if u := v.w[k].unit; u >= 0 && u != w.unit {
			right = 1 + bucket(k-i) + 32*min(2, bucket(v.marks[u].Last-v.marks[u].First)/4)
			break
		}
	}
	s.node(h2(82, left, w.tag))
	s.node(h2(83, right, w.tag))
	s.node(h3(84, left, right, w.tag))
	s.node(h2(85, left, w.stem))
	s.node(h2(86, right, w.stem))
	s.node(h2(87, c.hasMark, w.tag))
	s.node(h2(88, c.hasMark, w.stem))
	s.node(h2(89, c.paraPos, w.stem))
	s.node(h3(90, in, left, right))
	says := uint32(v.says[w.sent])
	s.node(h3(91, left, right, says))
	s.node(h3(92, h2(0, left, right), says, w.tag))
	s.node(h3(93, c.hasMark, says, w.stem))
}
