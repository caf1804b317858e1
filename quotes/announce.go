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
		k := g.announcingColon(p, s, t)
		if k < 0 || k+1 < t.hi && !g.startsBlock(k+1) || g.marks.inside(t.lo, k) {
			continue
		}
		lo := g.d.Sentences[s].First
		if s == par.First && s > 0 && g.paragraphs.broken(lo, k) {
			lo = g.d.Sentences[s-1].First
		}
		c, ok := g.cueBefore(lo, k)
		inside := k+1 < t.hi || g.is(k, ";")
		if ok && (!inside || c.full || g.onlyAsides(c.cue[len(c.cue)-1].hi, k)) {
			return c, true
		}
	}
	return blockCue{}, false
}

// announcingColon returns the first colon of sentence s, or what stands for one at the end of paragraph p, whose tokens
// are t: a semicolon, or a comma before marks. -1 for none.
func (g *grammar) announcingColon(p, s int, t tokens) int {
	sent := g.d.Sentences[s]
	for k := sent.First + 1; k < min(sent.Last, sent.First+200); k++ {
		last := k+1 == t.hi && (g.is(k, ";") || g.is(k, ",") && g.marks.opensParagraph(p+1))
		if last || g.is(k, ":") {
			return k
		}
	}
	return -1
}

// onlyAsides reports whether nothing but adverbials, "this", "the following" and a recipient's name stand in [k,
// colon): in the middle of a paragraph a colon announces words only then.
func (g *grammar) onlyAsides(k, colon int) bool {
	for k < colon {
		if e := g.adverbials.end(k, colon); e > k {
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
	r := &sentence{grammar: g, lo: lo, hi: colon}
	var outer tokens
	if a, ok := r.asides().last(); ok {
		outer = a.source
	}
	end := colon
	if end-2 > lo && g.seq(end-2, end, "as", "follows") {
		end -= 2
	}
	for i := end - 1; i >= lo && i > colon-40; i-- {
		if !g.takesColon(g.w[i].cue.verb) || !g.onlyAdjuncts(i+1, end) {
			continue
		}
		out := blockCue{cue: []tokens{{i, i + 1}}, colon: colon}
		if g.w[i].cue.verb.class == classContinuing {
			if i+1 >= colon || !g.is(i+1, "on") {
				return out, false
			}
			out.cue[0].hi = i + 2
		}
		use, form, vg := r.uses().announcing(i)
		out.present = form == formS
		switch use {
		case useFinite:
			out.source = r.sources().announcer(i, vg, outer)
		case useGerund:
			if m, ok := r.sources().firstSubject(i); ok && outer.empty() {
				outer = m
			}
			out.source = outer
		default:
			continue
		}
		return out, true
	}
	return g.followingDocument(lo, colon)
}

// takesColon reports a verb behind which a colon and words may stand.
func (g *grammar) takesColon(v *cueVerb) bool {
	if v == nil || v.class == "" {
		return false
	}
	return v.frames&(frameColon|frameRcptThat) != 0 || v.class == classContinuing
}

// onlyAdjuncts reports whether between a cue and its colon stand adjuncts, recipients and the like, but no further
// clause.
func (g *grammar) onlyAdjuncts(k, colon int) bool {
	if colon-k > 40 {
		return false
	}
	f := g.verbs.finiteIn(k, colon, true)
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
	follows := g.followsWord(lo, colon)
	if follows < 0 {
		return blockCue{}, false
	}
	for k := max(lo, follows-6); k < colon; k++ {
		if g.w[k].noun&nounDocument != 0 && isNoun(g.tag(k)) && !g.in(k, words.AnnouncedDocument) {
			return g.documentCue(lo, k, follows, colon), true
		}
	}
	if g.is(follows, "follows") && follows+1 == colon {
		if f, s, ok := g.subjects.withVerb(lo, follows-1); ok {
			return blockCue{cue: []tokens{{f, f + 1}}, source: s, colon: colon}, true
		}
	}
	return blockCue{}, false
}

// followsWord returns the last "following", "follows" or "text" before a colon, -1 for none.
func (g *grammar) followsWord(lo, colon int) int {
	for k := colon - 1; k >= lo && k > colon-60; k-- {
		if g.in(k, words.FollowsWord) || g.is(k, "text") {
			return k
		}
	}
	return -1
}

// documentCue is the announcement of the document whose noun is token k: by the verb before it and its subject, or by
// the word at follows and the document itself.
func (g *grammar) documentCue(lo, k, follows, colon int) blockCue {
	c := blockCue{cue: []tokens{{follows, follows + 1}}, colon: colon, full: true}
	if f, s, ok := g.subjects.withVerb(lo, k); ok && !g.has(f, flagBe) {
		c.source, c.cue = s, []tokens{{f, f + 1}}
		return c
	}
	s := k
	for s > lo && inNP(g.tag(s-1)) {
		s--
	}
	c.source = tokens{s, k + 1}
	return c
}
