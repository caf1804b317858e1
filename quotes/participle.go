package quotes

// ownParticiple are verbs whose participle goes with the subject inside reported words rather than with the reporter.
func ownParticiple(lemma string) bool {
	return words.ParticipleClaim[lemma]
}

// stresses are verbs whose participle needs no comma before it: "exchanged greetings noting that".
func stresses(lemma string) bool {
	return words.StressingLemma[lemma]
}

func (r *sentenceReader) readGerund(i int, form verbForm, v *cueVerb) {
	start := i
	for start > r.lo && (r.tag(start-1) == "RB" || r.in(start-1, words.ParticipleAdverb)) {
		start--
	}
	if v.lemma == "cite" {
		return // "citing figures": a ground, not words
	}
	if start == r.lo {
		r.readLead(i, v)
		return
	}
	prev := start - 1
	open := r.anyOpen()
	if quoted := r.is(prev, "as") && r.is(i, "saying"); quoted && open == nil {
		r.readQuotedAs(i, prev, v)
		return
	}
	if r.is(prev, "by") && prev > r.lo && open == nil {
		r.readByGerund(i, prev, form, v)
		return
	}
	if r.readGerundOf(i, prev, form, v) {
		return
	}
	joined := r.is(prev, ",") || open == nil && stresses(v.lemma) && (isNoun(r.tag(prev)) || r.tag(prev) == "CD") ||
		r.is(start, "while") ||
		open == nil && r.in(prev, words.ParticipleAfter) ||
		r.is(prev, "and") && open != nil && open.form == formGerund ||
		r.is(prev, "and") && prev > r.lo && r.is(prev-1, ",")
	c, ok := r.complementOf(i, r.hi, v)
	switch {
	case open != nil && joined && ok && !ownParticiple(v.lemma):
		source := open.source
		r.close(prev)
		r.begin(i, v, c, form, source, "rule:participle")
	case open != nil && joined && i+1 < len(r.w) && r.is(i+1, ":"):
		r.close(prev)
	case open != nil || !ok:
	case joined:
		if f := r.finiteIn(r.lo, i, true); f >= 0 && r.in(f, words.Seeming) {
			return
		}
		if source, found := r.mainSubject(i); found {
			r.begin(i, v, c, form, source, "rule:participle")
		}
	default:
		r.readDocParticiple(i, start, v, c)
	}
}

// readGerundOf reads a gerund with a subject of its own inside another clause: "with officials saying that X",
// "criticised N for calling on Y". It reports whether it was one.
func (r *sentenceReader) readGerundOf(i, prev int, form verbForm, v *cueVerb) bool {
	var source tokens
	open := r.anyOpen()
	switch {
	case r.is(prev, "for") && open != nil && open.frame&phraseFrames != 0 && open.content[0].lo < prev:
		source = tokens{open.content[0].lo, min(prev, r.npEnd(open.content[0].lo, prev))}
	case isNoun(r.tag(prev)):
		s := prev
		for s > r.lo && (inNP(r.tag(s-1)) || r.is(s-1, "of", "in")) && !r.is(s-1, "with") {
			if r.is(s-1, "in") && s-2 >= r.lo && !isNoun(r.tag(s-2)) {
				break
			}
			s--
		}
		if s <= r.lo || !r.is(s-1, "with") {
			return false
		}
		source = tokens{s, prev + 1}
	}
	if source.empty() || !r.canSpeak(source) {
		return false
	}
	c, ok := r.complementOf(i, r.hi, v)
	if !ok {
		return false
	}
	r.reports = append(r.reports, report{
		content: []tokens{{c.lo, r.hi}}, cue: []tokens{{i, i + 1}}, source: source, frame: c.frame, form: form,
		rule: "rule:gerund", verb: v, open: true, nested: true,
	})
	return true
}

// readByGerund reads "continued by expressing hope that X".
func (r *sentenceReader) readByGerund(i, by int, form verbForm, v *cueVerb) {
	if !r.in(by-1, words.StageVerb) {
		return
	}
	c, ok := r.complementOf(i, r.hi, v)
	source, found := r.subjectBefore(r.verbGroup(by-1, r.lo), r.lo)
	if ok && found {
		r.begin(i, v, c, form, source, "rule:participle")
	}
}

// readDocParticiple reads "issued a statement denouncing X", "held a press conference calling for X".
func (r *sentenceReader) readDocParticiple(i, start int, v *cueVerb, c complement) {
	for k := start - 1; k > r.lo && k > start-25; k-- {
		if r.is(k, ",", ";") && !r.is(k+1, "titled") || r.has(k, flagFinite) {
			return
		}
		if r.w[k].noun&(nounDocument|nounEvent) == 0 || !isNoun(r.tag(k)) {
			continue
		}
		source, ok := r.mainSubject(i)
		if !ok || k < source.hi {
			return
		}
		r.begin(i, v, c, formGerund, source, "rule:document")
		p := &r.reports[len(r.reports)-1]
		from := k
		for from > r.lo && isNoun(r.tag(from-1)) && r.tag(from-1) == "NN" {
			from--
		}
		p.cue = append([]tokens{{from, k + 1}}, p.cue...)
		return
	}
}

// readQuotedAs reads "was quoted (by the agency) as saying that X" and "the agency quoted N as saying that X": the
// speaker is who is quoted.
func (r *sentenceReader) readQuotedAs(i, as int, v *cueVerb) {
	q := as - 1
	for q > r.lo && q > as-quotedReach && !r.in(q, words.CitedVerb) {
		if r.has(q, flagFinite) || r.has(q, flagQuoteMark) {
			return
		}
		q--
	}
	if q <= r.lo || !r.in(q, words.CitedVerb) {
		return
	}
	c, ok := r.complementOf(i, r.hi, v)
	vg := r.verbGroup(q, r.lo)
	source, found := r.subjectBefore(vg, r.lo)
	passive := q+1 == as || r.is(q+1, "by")
	if !passive {
		source = tokens{q + 1, as}
	}
	if ok && found && (vg < q || !passive) {
		r.begin(i, v, c, formPast, source, "rule:quoted-as")
		r.reports[len(r.reports)-1].cue[0].lo = as
		if passive {
			r.reports[len(r.reports)-1].cue[0].lo = q
		}
		r.subject = source
	}
}

// quotedReach is how many tokens may stand between "quoted" and "as saying".
const quotedReach = 16

// readLead reads a participle before its subject: "Censuring X, the statement expressed Y".
func (r *sentenceReader) readLead(i int, v *cueVerb) {
	for k := i + 1; k < r.hi; k++ {
		if !r.is(k, ",") || !r.startsNP(k+1, r.hi) {
			continue
		}
		f := r.finiteIn(k+1, r.hi, true)
		for j := k + 1; j < r.hi && (f < 0 || j < f); j++ {
			if c := r.w[j].cue; c.verb != nil && c.forms&formPast != 0 && r.tag(j) == "VBN" { // the tagger's slip
				f = j
			}
		}
		if f < 0 {
			return
		}
		vg := r.verbGroup(f, k+1)
		if vg <= k+1 || vg-k > 14 || r.commaIn(k+1, vg) {
			continue
		}
		source := r.dropTail(tokens{k + 1, vg})
		if c, ok := r.complementOf(i, k, v); ok && !source.empty() {
			r.begin(i, v, c, formGerund, source, "rule:lead")
			p := &r.reports[len(r.reports)-1]
			p.open = false
			p.content[0].hi = k
		}
		return
	}
}

func (r *sentenceReader) commaIn(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if r.is(k, ",") {
			return true
		}
	}
	return false
}
