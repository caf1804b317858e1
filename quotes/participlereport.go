package quotes

// participleReports reads the participles of cue verbs, which have their subject from elsewhere in the sentence.
type participleReports struct{ *draft }

// ownParticiple are verbs whose participle goes with the subject inside reported words rather than with the reporter.
func ownParticiple(lemma string) bool {
	return words.ParticipleClaim[lemma]
}

// stresses are verbs whose participle needs no comma before it: "exchanged greetings noting that".
func stresses(lemma string) bool {
	return words.StressingLemma[lemma]
}

// read reads the participle of a cue verb at i: ", adding that X", "As saying that X", "by expressing hope".
func (r participleReports) read(i int, form verbForm, v *cueVerb) {
	start := i
	for start > r.lo && (r.tag(start-1) == "RB" || r.in(start-1, words.ParticipleAdverb)) {
		start--
	}
	switch {
	case v.lemma == "cite": // "citing figures": a ground, not words
	case start == r.lo:
		r.lead(i, v)
	case r.bound(i, start-1, form, v), r.withSubject(i, start-1, form, v), r.ofClause(i, start, form, v):
	case r.anyOpen() != nil:
		r.sister(i, start, form, v)
	default:
		r.free(i, start, form, v)
	}
}

// bound reads a participle that "as" or "by" binds to the verb before it, at prev. It reports whether it is
// bound.
func (r participleReports) bound(i, prev int, form verbForm, v *cueVerb) bool {
	switch {
	case r.anyOpen() != nil:
		return false
	case r.is(prev, "as") && r.is(i, "saying"):
		r.quotedAs(i, prev, v)
		return true
	case r.is(prev, "by") && prev > r.lo:
		r.by(i, prev, form, v)
		return true
	}
	return false
}

// ofClause reads a participle, with its adverbs from start on, that goes with the subject of the clause after a
// semicolon. It reports whether it was one.
func (r participleReports) ofClause(i, start int, form verbForm, v *cueVerb) bool {
	mark := r.semicolon(start)
	if mark == 0 || !r.behindComma(start) || ownParticiple(v.lemma) || r.subject.lo > mark {
		return false
	}
	f := r.verbs.finiteIn(mark+1, start, true)
	c, ok := r.complements.of(i, r.hi, v)
	return ok && f >= 0 && r.beginClause(i, r.verbs.group(f, mark+1), mark, v, c, form, ruleParticiple)
}

// sister reads a participle, with its adverbs from start on, that goes on with the open report's subject:
// "said X, adding that Y".
func (r participleReports) sister(i, start int, form verbForm, v *cueVerb) {
	open, prev := r.anyOpen(), start-1
	joined := r.behindComma(start) || r.is(prev, "and") && open.form == formGerund
	if r.commaInMarks(prev) {
		joined, prev = true, start
	}
	c, ok := r.complements.of(i, r.hi, v)
	switch {
	case !joined && ok && open.rule == ruleAccording: // "according to the radio, N issued a note | condemning X"
		n := len(r.reports)
		r.ofDocument(i, start, v, c)
		for ; n < len(r.reports); n++ {
			r.reports[n].nested = true
		}
	case !joined:
	case ok && !ownParticiple(v.lemma):
		source := open.source
		r.close(prev)
		r.begin(i, v, c, form, source, ruleParticiple)
	case i+1 < len(r.w) && r.is(i+1, ":"):
		r.close(prev)
	}
}

// free reads a participle, with its adverbs from start on, where no report is open: it goes with the subject
// of the sentence or with a document before it.
func (r participleReports) free(i, start int, form verbForm, v *cueVerb) {
	c, ok := r.complements.of(i, r.hi, v)
	if !ok {
		return
	}
	if !r.behindComma(start) && !r.needsNoComma(start-1, v) {
		r.ofDocument(i, start, v, c)
		return
	}
	if f := r.verbs.finiteIn(r.lo, i, true); f >= 0 && r.in(f, words.Seeming) {
		return
	}
	source, found := r.mainSubject(i)
	if k := r.received(r.lo, i); k > 0 {
		source, found = r.writer(k, start-1)
	}
	if found {
		r.begin(i, v, c, form, source, ruleParticiple)
	}
}

// behindComma reports whether a comma, a comma with "and", or "while" makes the words from start on a participle of
// its own.
func (r participleReports) behindComma(start int) bool {
	prev := start - 1
	return r.is(prev, ",") || r.is(start, "while") || r.is(prev, "and") && prev > r.lo && r.is(prev-1, ",")
}

// needsNoComma reports whether the word at prev, or the verb, lets a participle follow without a comma.
func (r participleReports) needsNoComma(prev int, v *cueVerb) bool {
	return r.in(prev, words.ParticipleAfter) || stresses(v.lemma) && (isNoun(r.tag(prev)) || r.tag(prev) == "CD")
}

// withSubject reads a gerund with a subject of its own inside another clause: "with officials saying that X",
// "criticised N for calling on Y". It reports whether it was one.
func (r participleReports) withSubject(i, prev int, form verbForm, v *cueVerb) bool {
	source := r.gerundSubject(prev)
	if source.empty() || !r.speakers.canSpeak(source) {
		return false
	}
	c, ok := r.complements.of(i, r.hi, v)
	if !ok || r.is(prev, "for") && c.frame == frameNP { // "praised N for | maintaining a presence"
		return false
	}
	r.reports = append(r.reports, report{
		content: []tokens{{c.lo, r.hi}}, cue: []tokens{{i, i + 1}}, source: source, frame: c.frame, form: form,
		rule: "rule:gerund", verb: v, open: true, nested: true,
	})
	return true
}

// gerundSubject is the subject of a gerund after prev: the object of the open report before "for", or a noun phrase
// after "with". It is empty for none.
func (r participleReports) gerundSubject(prev int) tokens {
	if open := r.anyOpen(); r.is(prev, "for") && open != nil && open.frame&phraseFrames != 0 && open.content[0].lo < prev {
		lo := open.content[0].lo
		return tokens{lo, min(prev, r.nouns.end(lo, prev))}
	}
	if !isNoun(r.tag(prev)) {
		return tokens{}
	}
	s := prev
	for s > r.lo && r.inSubjectOfGerund(s-1) {
		s--
	}
	if s <= r.lo || !r.is(s-1, "with") {
		return tokens{}
	}
	return tokens{s, prev + 1}
}

// inSubjectOfGerund reports a token of a noun phrase with "of", or with "in" after a noun.
func (r participleReports) inSubjectOfGerund(k int) bool {
	switch {
	case r.is(k, "with"):
		return false
	case r.is(k, "in"):
		return k <= r.lo || isNoun(r.tag(k-1))
	}
	return inNP(r.tag(k)) || r.is(k, "of")
}

// by reads "continued by expressing hope that X".
func (r participleReports) by(i, by int, form verbForm, v *cueVerb) {
	if !r.in(by-1, words.StageVerb) {
		return
	}
	c, ok := r.complements.of(i, r.hi, v)
	source, found := r.subjects.before(r.verbs.group(by-1, r.lo), r.lo)
	if ok && found {
		r.begin(i, v, c, form, source, ruleParticiple)
	}
}

// ofDocument reads "issued a statement denouncing X", "held a press conference calling for X",
// "received a letter from Lind calling for X".
func (r participleReports) ofDocument(i, start int, v *cueVerb, c complement) {
	for k := start - 1; k > r.lo && k > start-25; k-- {
		if r.is(k, ",", ";") && !r.is(k+1, "titled") || r.has(k, flagFinite) {
			return
		}
		if r.w[k].noun&(nounDocument|nounEvent) == 0 || !isNoun(r.tag(k)) {
			continue
		}
		source, ok := r.writer(k, start)
		if !ok {
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

// quotedAs reads "was quoted (by the agency) as saying that X" and "the agency quoted N as saying that X": the
// speaker is who is quoted.
func (r participleReports) quotedAs(i, as int, v *cueVerb) {
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
	c, ok := r.complements.of(i, r.hi, v)
	ok = ok && !r.in(c.lo, words.AskedTail) // "quoted him as saying | after he had left"
	vg := r.verbs.group(q, r.lo)
	source, found := r.subjects.before(vg, r.lo)
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

// lead reads a participle before its subject: "Censuring X, the statement expressed Y".
func (r participleReports) lead(i int, v *cueVerb) {
	for k := i + 1; k < r.hi; k++ {
		if !r.is(k, ",") || !r.nouns.starts(k+1, r.hi) {
			continue
		}
		f := r.mainVerb(k + 1)
		if f < 0 {
			return
		}
		vg := r.verbs.group(f, k+1)
		if vg <= k+1 || vg-k > 14 || r.commaIn(k+1, vg) {
			continue
		}
		source := r.subjects.dropTail(tokens{k + 1, vg})
		if c, ok := r.complements.of(i, k, v); ok && !source.empty() {
			r.begin(i, v, c, formGerund, source, "rule:lead")
			p := &r.reports[len(r.reports)-1]
			p.open = false
			p.content[0].hi = k
		}
		return
	}
}

// mainVerb is the first finite verb from lo on, be it one that the tagger took for a participle; -1 for none.
func (r participleReports) mainVerb(lo int) int {
	f := r.verbs.finiteIn(lo, r.hi, true)
	for j := lo; j < r.hi && (f < 0 || j < f); j++ {
		if c := r.w[j].cue; c.verb != nil && c.forms&formPast != 0 && r.tag(j) == "VBN" {
			return j
		}
	}
	return f
}
