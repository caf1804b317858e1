package quotes

// announcements finds the attributions that end in a colon and announce what follows. It does not know where that
// ends.
type announcements struct{ *grammar }

// blockCue is the attribution that announces a block.
type blockCue struct {
	cue     []tokens
	source  tokens
	present bool // commentary in the present tense: "observes"
	full    bool // the text of a document follows: nothing in it is the article's own voice
	colon   int  // token of the colon
}

// read reads the attribution before a colon that ends the paragraph, or before one after which verbatim words
// begin.
func (an announcements) read(p int, t tokens) (blockCue, bool) {
	par := an.d.Paragraphs[p]
	for s := par.First; s < par.Last; s++ {
		k := an.colon(p, s, t)
		if k < 0 || k+1 < t.hi && !an.startsBlock(k+1) || an.marks.inside(t.lo, k) {
			continue
		}
		lo := an.d.Sentences[s].First
		if s == par.First && s > 0 && an.paragraphs.broken(lo, k) {
			lo = an.d.Sentences[s-1].First
		}
		c, ok := an.cueBefore(lo, k)
		inside := k+1 < t.hi || an.is(k, ";")
		if ok && (!inside || c.full || an.onlyAsides(c.cue[len(c.cue)-1].hi, k)) {
			return c, true
		}
	}
	return blockCue{}, false
}

// colon returns the first colon of sentence s, or what stands for one at the end of paragraph p, whose tokens
// are t: a semicolon, or a comma before marks. -1 for none.
func (an announcements) colon(p, s int, t tokens) int {
	sent := an.d.Sentences[s]
	for k := sent.First + 1; k < min(sent.Last, sent.First+200); k++ {
		last := k+1 == t.hi && (an.is(k, ";") || an.is(k, ",") && an.marks.opensParagraph(p+1))
		if last || an.is(k, ":") {
			return k
		}
	}
	return -1
}

// onlyAsides reports whether nothing but adverbials, "this", "the following" and a recipient's name stand in [k,
// colon): in the middle of a paragraph a colon announces words only then.
func (an announcements) onlyAsides(k, colon int) bool {
	for k < colon {
		if e := an.adverbials.end(k, colon); e > k {
			k = e
			continue
		}
		switch {
		case an.in(k, words.AnnouncementFiller, ","), an.tag(k) == "NNP":
			k++
		default:
			return false
		}
	}
	return true
}

// startsBlock reports whether a sentence may begin at k, after a colon.
func (an announcements) startsBlock(k int) bool {
	r := an.d.Word(k)[0]
	return r >= 'A' && r <= 'Z'
}

// cueBefore finds the cue whose complement is the colon at token colon: the last verb of saying, with nothing but
// adjuncts after it.
func (an announcements) cueBefore(lo, colon int) (blockCue, bool) {
	r := &sentence{grammar: an.grammar, lo: lo, hi: colon}
	var outer tokens
	if a, ok := r.asides().last(); ok {
		outer = a.source
	}
	end := colon
	if end-2 > lo && an.seq(end-2, end, "as", "follows") {
		end -= 2
	}
	for i := end - 1; i >= lo && i > colon-40; i-- {
		if !takesColon(an.w[i].cue.verb) || !an.onlyAdjuncts(i+1, end) {
			continue
		}
		out := blockCue{cue: []tokens{{i, i + 1}}, colon: colon}
		if an.w[i].cue.verb.class == classContinuing {
			if i+1 >= colon || !an.is(i+1, "on") {
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
	return an.followingDocument(lo, colon)
}

// takesColon reports a verb after which a colon and words may stand.
func takesColon(v *cueVerb) bool {
	if v == nil || v.class == "" {
		return false
	}
	return v.frames&(frameColon|frameRcptThat) != 0 || v.class == classContinuing
}

// onlyAdjuncts reports whether between a cue and its colon stand adjuncts, recipients and the like, but no further
// clause.
func (an announcements) onlyAdjuncts(k, colon int) bool {
	if colon-k > 40 {
		return false
	}
	f := an.verbs.finiteIn(k, colon, true)
	if f < 0 {
		return true
	}
	for j := k; j < f; j++ {
		if an.in(j, words.AnnouncedBreak, "\"") {
			return true
		}
	}
	return false
}

// followingDocument reads announcements without a verb of saying: "released the following statement:", "The full text
// of the message follows:", "as follows:".
func (an announcements) followingDocument(lo, colon int) (blockCue, bool) {
	follows := an.followsWord(lo, colon)
	if follows < 0 {
		return blockCue{}, false
	}
	for k := max(lo, follows-6); k < colon; k++ {
		if an.w[k].noun&nounDocument != 0 && isNoun(an.tag(k)) && !an.in(k, words.AnnouncedDocument) {
			return an.documentCue(lo, k, follows, colon), true
		}
	}
	if an.is(follows, "follows") && follows+1 == colon {
		if f, s, ok := an.subjects.withVerb(lo, follows-1); ok {
			return blockCue{cue: []tokens{{f, f + 1}}, source: s, colon: colon}, true
		}
	}
	return blockCue{}, false
}

// followsWord returns the last "following", "follows" or "text" before a colon, -1 for none.
func (an announcements) followsWord(lo, colon int) int {
	for k := colon - 1; k >= lo && k > colon-60; k-- {
		if an.in(k, words.FollowsWord) || an.is(k, "text") {
			return k
		}
	}
	return -1
}

// documentCue is the announcement of the document whose noun is token k: by the verb before it and its subject, or by
// the word at follows and the document itself.
func (an announcements) documentCue(lo, k, follows, colon int) blockCue {
	c := blockCue{cue: []tokens{{follows, follows + 1}}, colon: colon, full: true}
	if f, s, ok := an.subjects.withVerb(lo, k); ok && !an.has(f, flagBe) {
		c.source, c.cue = s, []tokens{{f, f + 1}}
		return c
	}
	s := k
	for s > lo && inNP(an.tag(s-1)) {
		s--
	}
	c.source = tokens{s, k + 1}
	return c
}
