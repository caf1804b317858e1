package quotes

// draft is the reports of one sentence while it is read, left to right, in one pass: what was found, which of it is
// open, and who spoke last. Each shape of report is read by a type of its own, which enters what it finds here.
type draft struct {
	sentence
	inner    bool // within verbatim words: only plain reports count
	reports  []report
	subject  tokens // of the main clause or of the last attribution
	particle tokens // the verb at hand with its particle, empty where it has none
}

// begin opens a report whose cue is the verb at i.
func (r *draft) begin(i int, v *cueVerb, c complement, form verbForm, source tokens, rule string) {
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

// close ends every open report before token hi; commas and conjunctions at the end are left out.
func (r *draft) close(hi int) {
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
		c.hi = r.endings.circumstance(c.lo, hi, p.frame)
		if p.frame&(phraseFrames|frameTo) != 0 {
			c.hi = r.endings.afterEncounter(c.lo, c.hi)
		}
		c.hi = r.endings.beforeTail(c.lo, c.hi, p.frame)
		if p.frame&(frameThat|frameRcptThat) != 0 && p.form == formPast {
			c.hi = r.endings.tenseShift(c.lo, c.hi)
		}
		if r.inInsertion(p.cue[0].lo) {
			c.hi = r.endings.mainVerb(c.lo, c.hi)
		}
		if p.frame == frameRcptTo {
			c.hi = r.endings.beforeEvent(c.lo, c.hi, nounDocument)
		}
		if p.frame&deedFrames != 0 {
			c.hi = r.endings.deedEnd(c.lo, c.hi, p.form)
		}
		if p.rule == rulePurpose && p.frame&phraseFrames != 0 {
			c.hi = r.endings.nextPurpose(c.lo, c.hi)
		}
		if p.frame&phraseFrames != 0 {
			c.hi = r.endings.beforePress(c.lo, r.endings.phraseEnd(c.lo, c.hi, p.form))
			c.hi = r.endings.afterwards(c.lo, r.endings.beforeEvent(c.lo, c.hi, nounDocument|nounEvent))
			if p.verb != nil && words.PledgeLemma[p.verb.lemma] {
				c.hi = r.endings.beforeRecipient(c.lo, c.hi)
			}
		}
	}
}

// inInsertion reports whether the cue at i stands in a relative clause after a comma, with none since: "Lind, who came
// late and | accused".
func (r *draft) inInsertion(i int) bool {
	for k := i - 1; k > r.lo+1; k-- {
		switch {
		case r.is(k, ",", ";", ":") || r.has(k, flagQuoteMark):
			return false
		case r.has(k, flagRelative):
			return r.is(k-1, ",")
		}
	}
	return false
}

// anyOpen returns the last open report that is not nested, nil for none.
func (r *draft) anyOpen() *report {
	for n := len(r.reports) - 1; n >= 0; n-- {
		if p := &r.reports[n]; p.open && !p.nested {
			return p
		}
	}
	return nil
}

// used reports whether token i is an attribution's cue already.
func (r *draft) used(i int) bool {
	for _, p := range r.reports {
		for _, c := range p.cue {
			if c.lo <= i && i < c.hi {
				return true
			}
		}
	}
	return false
}

// finished drops reports that came to nothing.
func (r *draft) finished() []report {
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

// semicolon is the one after which the clause of token i begins, 0 where the sentence has none, or i stands in marks of
// quotation.
func (r *draft) semicolon(i int) int {
	mark, marks := 0, false
	for k := r.lo; k < i; k++ {
		if r.has(k, flagQuoteMark) {
			marks = r.marks.opensAt(k, marks)
		}
		if r.is(k, ";") && !marks {
			mark = k
		}
	}
	if marks {
		return 0
	}
	return mark
}

// beginClause opens a report whose cue is the verb at i, in the clause after the semicolon mark, and closes all before.
// The verb group at vg has the clause's subject: "Lind agreed; | the ministry | would not confirm it, saying". It
// reports whether that can speak.
func (r *draft) beginClause(i, vg, mark int, v *cueVerb, c complement, form verbForm, rule string) bool {
	source, ok := r.subjects.before(vg, mark+1)
	if !ok || !r.speakers.canSpeak(source) {
		return false
	}
	r.close(mark)
	r.begin(i, v, c, form, source, rule)
	return true
}

// commaInMarks reports marks that close at k right after a comma: "“... the last,” | announcing that".
func (r *draft) commaInMarks(k int) bool {
	return k > r.lo && r.marks.closesAt(k) && r.is(k-1, ",")
}

// mainSubject is who spoke last, else the subject of the sentence's first finite verb before a token.
func (r *draft) mainSubject(before int) (tokens, bool) {
	if !r.subject.empty() {
		return r.subject, true
	}
	return r.sources().firstSubject(before)
}
