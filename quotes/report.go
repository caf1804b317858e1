package quotes

// report is one cue with what it reports, in tokens.
type report struct {
	content []tokens
	cue     []tokens
	source  tokens // empty for none
	frame   frame
	form    verbForm // of the cue: coordinated verbs share it
	rule    string
	verb    *cueVerb
	open    bool // its end is not yet known
	nested  bool
}

// sentenceReader reads the reports of one sentence, left to right, in one pass.
type sentenceReader struct {
	*grammar
	lo, hi  int // without the final full stop
	reports []report
	subject tokens // of the main clause or of the last attribution
	inMarks bool
	inner   bool // within verbatim words: only plain reports count

	particle tokens // the verb at hand with its particle, empty where it has none
}

// sentence returns the reports of the tokens [lo, hi) of one sentence. In inner ones, the speaker's own verbatim words,
// only reports with "that" count.
func (g *grammar) sentence(lo, hi int, inner bool) []report {
	r := &sentenceReader{grammar: g, lo: lo, hi: g.trimFinal(lo, hi), inner: inner}
	from := r.lo
	if r.leadingAs() {
		from = r.reports[0].content[0].lo
	} else if !inner {
		from = r.readAsides()
	}
	for i := from; i < r.hi; i++ {
		if r.has(i, flagQuoteMark) {
			r.inMarks = r.marks.opensAt(i, r.inMarks)
			continue
		}
		if r.inMarks && !inner {
			continue
		}
		if r.w[i].noun&(nounSaying|nounAppeal) != 0 && r.readNoun(i) {
			continue
		}
		if c := r.w[i].cue; c.verb != nil && c.verb.class != classThought {
			r.readVerb(i, c)
		}
	}
	r.close(r.hi)
	return r.finished()
}

// close ends every open report before token hi; commas and conjunctions at the end are left out.
func (r *sentenceReader) close(hi int) {
	for hi > r.lo && (r.in(hi-1, words.TailJoin, ",", "–", "—") || r.is(hi-1, "also")) {
		hi--
	}
	for n := range r.reports {
		p := &r.reports[n]
		if !p.open {
			continue
		}
		p.open = false
		c := &p.content[len(p.content)-1]
		c.hi = r.endings.circumstance(c.lo, hi)
		if p.frame&(phraseFrames|frameTo) != 0 {
			c.hi = r.endings.afterEncounter(c.lo, c.hi)
		}
		c.hi = r.endings.beforeTail(c.lo, c.hi, p.frame)
		if p.frame&phraseFrames != 0 {
			c.hi = r.endings.beforeEvent(c.lo, r.endings.phraseEnd(c.lo, c.hi, p.form))
			if p.verb != nil && words.PledgeLemma[p.verb.lemma] {
				c.hi = r.endings.beforeRecipient(c.lo, c.hi)
			}
		}
	}
}

// finished drops reports that came to nothing.
func (r *sentenceReader) finished() []report {
	out := r.reports[:0]
	for _, p := range r.reports {
		ok, words := len(p.content) > 0, false
		for _, c := range p.content {
			ok = ok && !c.empty()
			words = words || r.hasWord(c)
		}
		if ok && words {
			out = append(out, p)
		}
	}
	return out
}

// anyOpen returns the last open report that is not nested, nil for none.
func (r *sentenceReader) anyOpen() *report {
	for n := len(r.reports) - 1; n >= 0; n-- {
		if p := &r.reports[n]; p.open && !p.nested {
			return p
		}
	}
	return nil
}

// begin opens a report whose cue is the verb at i.
func (r *sentenceReader) begin(i int, v *cueVerb, c complement, form verbForm, source tokens, rule string) {
	for c.lo+1 < r.hi && r.is(c.lo, ",") {
		c.lo++
	}
	cue := []tokens{{i, c.cueHi}}
	if c.frame&framePrep == 0 && c.frame != frameRcptTo && v.class != classLight {
		cue[0].hi = i + 1
	}
	if !r.particle.empty() {
		cue[0].lo = r.particle.lo
	}
	r.reports = append(r.reports, report{
		content: []tokens{
			{c.lo, r.hi},
		}, cue: cue, source: source, frame: c.frame, form: form, rule: rule, verb: v, open: true,
	})
}

// mainSubject is the subject of the sentence's first finite verb.
func (r *sentenceReader) mainSubject(before int) (tokens, bool) {
	if !r.subject.empty() {
		return r.subject, true
	}
	f := r.verbs.finiteIn(r.lo, before, true)
	if f < 0 {
		return tokens{}, false
	}
	return r.subjects.before(r.verbs.group(f, r.lo), r.lo)
}
