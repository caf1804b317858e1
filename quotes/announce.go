package quotes

// blockCue is the attribution that announces a block.
type blockCue struct {
	cue     []tokens
	source  tokens
	present bool // commentary in the present tense: "observes"
	full    bool // the text of a document follows: nothing in it is the article's own voice
	colon   int  // token of the colon
}

// announces reads the attribution before a colon that ends the paragraph, or before one after which verbatim words
// begin.
func (g *grammar) announces(p int, t tokens) (blockCue, bool) {
	par := g.d.Paragraphs[p]
	for s := par.First; s < par.Last; s++ {
		sent := g.d.Sentences[s]
		for k := sent.First + 1; k < sent.Last && k < sent.First+200; k++ {
			if !g.is(k, ":") && !(k+1 == t.hi && (g.is(k, ";") || g.is(k, ",") && g.opensMarks(p+1))) {
				continue
			}
			if k+1 < t.hi && !g.startsBlock(k+1) || g.insideMarks(t.lo, k) {
				break
			}
			lo := sent.First
			if s == par.First && s > 0 && g.broken(lo, k) {
				lo = g.d.Sentences[s-1].First
			}
			c, ok := g.cueBefore(lo, k)
			if ok && (k+1 < t.hi || g.is(k, ";")) && !c.full && !g.onlyAsides(c.cue[len(c.cue)-1].hi, k) {
				break
			}
			if ok {
				return c, true
			}
			break
		}
	}
	return blockCue{}, false
}

// opensMarks reports whether paragraph p begins with a mark.
func (g *grammar) opensMarks(p int) bool {
	if p >= len(g.d.Paragraphs) {
		return false
	}
	t := g.paragraph(p)
	return !t.empty() && g.has(t.lo, flagQuoteMark)
}

// insideMarks reports whether a passage in marks is open at token k of a paragraph that begins at lo.
func (g *grammar) insideMarks(lo, k int) bool {
	open := false
	for i := lo; i < k; i++ {
		switch {
		case g.is(i, "“", "«", "„", "``"):
			open = true
		case g.is(i, "”", "»", "''"):
			open = false
		case g.is(i, "\""):
			open = !open
		}
	}
	return open
}

// onlyAsides reports whether nothing but adverbials, "this", "the following" and a recipient's name stand in [k,
// colon): in the middle of a paragraph a colon announces words only then.
func (g *grammar) onlyAsides(k, colon int) bool {
	for k < colon {
		if e := g.adjunct(k, colon); e > k {
			k = e
			continue
		}
		switch {
		case g.in(k, words.AnnouncementFiller, ","), g.tag(k) == "NNP":
			k++
		default:
			return false
		}
	}
	return true
}

// startsBlock reports whether a sentence may begin at k, behind a colon.
func (g *grammar) startsBlock(k int) bool {
	r := g.d.Word(k)[0]
	return r >= 'A' && r <= 'Z'
}

// cueBefore finds the cue whose complement is the colon at token colon: the last verb of saying, with nothing but
// adjuncts behind it.
func (g *grammar) cueBefore(lo, colon int) (blockCue, bool) {
	r := &sentenceReader{grammar: g, lo: lo, hi: colon}
	var outer tokens
	if a, ok := r.lastAside(); ok {
		outer = a.source
	}
	end := colon
	if end-2 > lo && g.is(end-1, "follows") && g.is(end-2, "as") {
		end -= 2
	}
	for i := end - 1; i >= lo && i > colon-40; i-- {
		c := g.w[i].cue
		if c.verb == nil || c.verb.class == "" ||
			c.verb.frames&(frameColon|frameRcptThat) == 0 && c.verb.class != classContinuing ||
			!g.onlyAdjuncts(i+1, end) {
			continue
		}
		use, form, vg := r.useOf(i, c)
		if g.is(i, "say") && i > lo+2 && g.is(i-1, "to") && g.is(i-2, "on") {
			use, form, vg = useFinite, formPast, g.verbGroup(i-3, lo)
		}
		out := blockCue{cue: []tokens{{i, i + 1}}, present: form == formS, colon: colon}
		if c.verb.class == classContinuing {
			if i+1 >= colon || !g.is(i+1, "on") {
				return out, false
			}
			out.cue[0].hi = i + 2
		}
		switch {
		case use == useFinite && vg > lo && g.is(vg-1, "and", ",") && !outer.empty():
			out.source = outer
		case use == useFinite:
			s, ok := g.subjectBefore(vg, lo)
			if ok {
				if r.relativeSource(&s); !s.empty() {
					out.source = s
				}
			} else if i+1 < colon && g.startsNP(i+1, colon) {
				out.source = g.dropTail(tokens{i + 1, r.npTail(i + 1)})
			}
			if vg > lo && g.is(vg-1, "and") && outer.empty() {
				if m, ok := r.mainSubject(vg); ok {
					out.source = m
				}
			}
		case use == useGerund:
			if !outer.empty() {
				out.source = outer
			} else if m, ok := r.mainSubject(i); ok {
				out.source = m
			}
		default:
			continue
		}
		return out, true
	}
	return g.followingDocument(lo, colon)
}

// lastAside returns the last attribution beside the words of a sentence.
func (r *sentenceReader) lastAside() (aside, bool) {
	var last aside
	found := false
	for i := r.lo + 1; i < r.hi; i++ {
		if a, ok := r.asideAt(i); ok {
			last, found = a, true
		}
	}
	return last, found
}

// onlyAdjuncts reports whether between a cue and its colon stand adjuncts, recipients and the like, but no further
// clause.
func (g *grammar) onlyAdjuncts(k, colon int) bool {
	if colon-k > 40 {
		return false
	}
	f := g.finiteIn(k, colon, true)
	if f < 0 {
		return true
	}
	for j := k; j < f; j++ {
		if g.in(j, words.AnnouncedBreak, "\"") {
			return true
		}
	}
	return false
}

// followingDocument reads announcements without a verb of saying: "released the following statement:", "The full text
// of the message follows:", "as follows:".
func (g *grammar) followingDocument(lo, colon int) (blockCue, bool) {
	follows := -1
	for k := colon - 1; k >= lo && k > colon-60; k-- {
		if g.in(k, words.FollowsWord) || g.is(k, "text") {
			follows = k
			break
		}
	}
	if follows < 0 {
		return blockCue{}, false
	}
	for k := lo; k < colon; k++ {
		if g.w[k].noun&nounDocument == 0 || !isNoun(g.tag(k)) || k < follows-6 || g.in(k, words.AnnouncedDocument) {
			continue
		}
		c := blockCue{cue: []tokens{{follows, follows + 1}}, colon: colon, full: true}
		if f := g.finiteIn(lo, k, true); f > lo && k > f && !g.has(f, flagBe) {
			if s, ok := g.subjectBefore(g.verbGroup(f, lo), lo); ok {
				c.source, c.cue = s, []tokens{{f, f + 1}}
				return c, true
			}
		}
		s := k
		for s > lo && inNP(g.tag(s-1)) {
			s--
		}
		c.source = tokens{s, k + 1}
		return c, true
	}
	if g.is(follows, "follows") && follows+1 == colon {
		if f := g.finiteIn(lo, follows-1, true); f > lo {
			if s, ok := g.subjectBefore(g.verbGroup(f, lo), lo); ok {
				return blockCue{cue: []tokens{{f, f + 1}}, source: s, colon: colon}, true
			}
		}
	}
	return blockCue{}, false
}
