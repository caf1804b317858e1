package quotes

// verbUse tells how a cue verb stands in its clause.
type verbUse uint8

const (
	useNone verbUse = iota
	useFinite
	useGerund
	usePassive
)

// useOf reads the verb at i with its auxiliaries, which begin at vg.
func (r *sentenceReader) useOf(i int, c cueForm) (use verbUse, form verbForm, vg int) {
	vg = r.verbGroup(i, r.lo)
	var be, have, modal bool
	for k := vg; k < i; k++ {
		be, have = be || r.has(k, flagBe), have || r.has(k, flagHave)
		modal = modal || r.tag(k) == "MD"
		if r.has(k, flagNegation) {
			return useNone, 0, vg
		}
	}
	tag := r.tag(i)
	switch {
	case modal && !(be && c.forms&formParticiple != 0):
		return useNone, 0, vg
	case c.forms&formGerund != 0:
		if be {
			return useFinite, formGerund, vg
		}
		if tag == "VBG" || tag == "NN" && i > r.lo && r.is(i-1, ",") || i == r.lo {
			return useGerund, formGerund, i
		}
	case c.forms&(formPast|formParticiple) != 0 && c.forms&formBase == 0:
		if be && !modal {
			return usePassive, formParticiple, vg
		}
		slip := tag == "JJ" && i > r.lo && (isNoun(r.tag(i-1)) || r.tag(i-1) == "RB" && i > r.lo+1 && isNoun(r.tag(vg-b2i(vg > r.lo))))
		if modal || tag != "VBD" && tag != "VBN" && !have && !slip && !(i > r.lo && r.has(i-1, flagPronoun)) {
			return useNone, 0, vg
		}
		return useFinite, formPast, vg
	case c.forms&formS != 0:
		if tag == "VBZ" || r.nounTagged(i) {
			return useFinite, formS, vg
		}
	case c.forms&formBase != 0:
		if i > r.lo+1 && r.is(i-1, "to") {
			if i > r.lo+2 && r.is(i-2, "on") && r.is(i-3, "went", "goes") || r.is(i-2, "continued", "continues") {
				return useFinite, formPast, r.verbGroup(i-3, r.lo)
			}
			return useNone, 0, vg
		}
		if tag == "VBP" || tag == "VBD" || tag == "VB" && i > r.lo && (r.has(i-1, flagPronoun|flagFirst) || r.tag(i-1) == "NNS") {
			if c.verb.lemma == "read" {
				return useFinite, formPast, vg
			}
			return useFinite, formBase, vg
		}
	}
	return useNone, 0, vg
}

// nounTagged reports a third person that the tagger took for a plural: "the article notes, and goes on", "the decree states that".
func (g *grammar) nounTagged(i int) bool {
	return g.w[i].cue.forms&formS != 0 && g.tag(i) == "NNS" && i > 0 && i+1 < len(g.w) && (g.tag(i-1) == "NN" || g.tag(i-1) == "NNP" || g.has(i-1, flagPronoun) || g.w[i-1].noun != 0) &&
		g.is(i+1, ",", "that", ":", ".", "out")
}

// readVerb tries the cue verb at i.
func (r *sentenceReader) readVerb(i int, c cueForm) {
	if i > r.lo && r.d.Word(i)[0] < 'a' && !r.has(i-1, flagQuoteMark) { // part of a name
		return
	}
	use, form, vg := r.useOf(i, c)
	if p := i + 1; c.verb.with != nil && p < r.hi {
		if r.is(p, "it") && r.is(i, "make", "made", "makes", "making") && p+1 < r.hi {
			p++
		}
		if v := c.verb.with[r.w[p].low]; v != nil {
			r.particle = tokens{i, p + 1}
			c.verb, i = v, p
		}
	}
	if c.verb.class == "" {
		return
	}
	defer func() { r.particle = tokens{} }()
	switch {
	case use == useNone || r.used(i):
	case r.inner:
		r.readNested(i, vg, use, form, c.verb)
	case use == useFinite:
		r.readFinite(i, vg, form, c.verb)
	case use == useGerund:
		r.readGerund(i, form, c.verb)
	case use == usePassive:
		r.readPassive(i, vg, c.verb)
	}
}

// used reports whether token i is an attribution's cue already.
func (r *sentenceReader) used(i int) bool {
	for _, p := range r.reports {
		for _, c := range p.cue {
			if c.lo <= i && i < c.hi {
				return true
			}
		}
	}
	return false
}

func (r *sentenceReader) readFinite(i, vg int, form verbForm, v *cueVerb) {
	c, ok := r.complementOf(i, r.hi, v)
	if open := r.anyOpen(); open != nil {
		r.readCoordinated(i, vg, form, v, c, ok, open)
		return
	}
	if !ok || v.frames&frameDoc != 0 && c.frame == frameDoc && !r.docBetween(vg, i) && !r.docBetween(r.lo, vg) {
		return
	}
	lo := r.lo
	if !r.subject.empty() { // behind an aside: "he said, and called on"
		if vg > r.lo && r.is(vg-1, "and", "but", ",") {
			r.begin(i, v, c, form, r.subject, "rule:coordinated")
			return
		}
	}
	source, ok := r.subjectBefore(vg, lo)
	if !ok || r.relativeSource(&source) && (source.empty() || r.w[source.hi-1].noun&(nounDocument|nounMedium) == 0) {
		return
	}
	if c.frame == frameDoc && !r.docBetween(source.hi, i) {
		return
	}
	r.begin(i, v, c, form, source, "rule:verb")
	r.subject = source
}

// relativeSource replaces "an article which" by its noun phrase.
func (r *sentenceReader) relativeSource(t *tokens) bool {
	if t.hi-1 <= t.lo || !r.is(t.hi-1, "which", "who", "that") {
		return false
	}
	t.hi--
	for t.hi > t.lo && r.is(t.hi-1, ",") {
		t.hi--
	}
	s := t.hi
	for s > t.lo && (inNP(r.tag(s-1)) || r.is(s-1, "of")) {
		s--
	}
	t.lo = s
	return true
}

// docBetween reports whether a document or event is named by an adjunct in [lo, hi).
func (r *sentenceReader) docBetween(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if r.is(k, "in", "at", "through", "during") {
			if _, ok := r.carrier(k+1, hi); ok {
				return true
			}
		}
	}
	return false
}

// readCoordinated decides what a further finite cue is while a report is open: a sister of the open one ("and urged X"),
// a new clause ("and he added that X"), or a report inside it.
func (r *sentenceReader) readCoordinated(i, vg int, form verbForm, v *cueVerb, c complement, ok bool, open *report) {
	p := vg - 1
	ok = ok && c.frame != frameDoc
	if ok && p > r.lo && (r.is(p, "and", "but") || r.is(p, ",") && !r.commaIn(open.content[0].lo, p)) && (form == open.form || open.form == formGerund && form != formBase) && !r.inRelativeNow(vg, open) {
		source := open.source
		r.close(p)
		r.begin(i, v, c, form, source, "rule:coordinated")
		return
	}
	source, found := r.subjectBefore(vg, open.content[0].lo)
	if !found {
		return
	}
	if open.frame&phraseFrames != 0 && source.lo <= open.content[0].lo { // "on his birthday and | the leaders agreed"
		for a := vg - 1; a > source.lo; a-- {
			if r.is(a, "and", "while", "but") {
				source.lo = a + 1
				break
			}
		}
	}
	if s := source.lo - 1; ok && s > open.content[0].lo && r.is(s, "and", "while", "but", "whereas") && form == open.form &&
		(r.speakerLike(source, open) || r.is(s, "while", "whereas") || r.is(s-1, ",")) {
		r.close(s)
		r.begin(i, v, c, form, source, "rule:verb")
		r.subject = source
		return
	}
	r.readNested(i, vg, useFinite, form, v)
}

// inRelativeNow reports whether the verb group at vg continues a relative clause inside the open content: "who built X and
// called on Y".
func (r *sentenceReader) inRelativeNow(vg int, open *report) bool {
	if r.is(vg-1, ",") && r.finiteIn(open.content[0].lo, vg-1, false) < 0 && open.frame == frameThat {
		return true // the comma closes an appositive: this is the clause's own verb
	}
	for k := vg - 1; k > open.content[len(open.content)-1].lo; k-- {
		if r.has(k, flagRelative) {
			return open.frame&phraseFrames != 0
		}
	}
	return false
}

// speakerLike reports whether t may be the article's own speaker: a pronoun, a document, an office, or the open one's name.
func (r *sentenceReader) speakerLike(t tokens, open *report) bool {
	for k := t.lo; k < t.hi; k++ {
		if r.has(k, flagPronoun) || r.w[k].noun&(nounDocument|nounMedium|nounOffice) != 0 {
			return true
		}
	}
	return false
}

// ownParticiple are verbs whose participle goes with the subject inside reported words rather than with the reporter.
func ownParticiple(lemma string) bool {
	switch lemma {
	case "claim", "insist", "allege", "assert", "cry", "bluster", "boast", "brag", "argue", "vociferate", "cite", "term", "dub", "mock", "label", "read", "write", "ask", "promise", "threaten", "admit", "hint", "imply":
		return true
	}
	return false
}

// stresses are verbs whose participle needs no comma before it: "exchanged greetings noting that".
func stresses(lemma string) bool {
	switch lemma {
	case "note", "stress", "express", "emphasise", "emphasize", "underline", "add":
		return true
	}
	return false
}

func (r *sentenceReader) readGerund(i int, form verbForm, v *cueVerb) {
	start := i
	for start > r.lo && (r.tag(start-1) == "RB" || r.is(start-1, "also", "while", "thus", "thereby")) {
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
	joined := r.is(prev, ",") || open == nil && stresses(v.lemma) && (isNoun(r.tag(prev)) || r.tag(prev) == "CD") || r.is(start, "while") || r.is(prev, "and") && open != nil && open.form == formGerund || r.is(prev, "and") && prev > r.lo && r.is(prev-1, ",")
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
		if f := r.finiteIn(r.lo, i, true); f >= 0 && r.is(f, "seems", "seem", "seemed", "appears", "appeared", "looks") {
			return
		}
		if source, found := r.mainSubject(i); found {
			r.begin(i, v, c, form, source, "rule:participle")
		}
	default:
		r.readDocParticiple(i, start, v, c)
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

// readQuotedAs reads "was quoted as saying that X".
func (r *sentenceReader) readQuotedAs(i, as int, v *cueVerb) {
	q := as - 1
	if q <= r.lo || !r.is(q, "quoted", "cited", "reported") {
		return
	}
	c, ok := r.complementOf(i, r.hi, v)
	vg := r.verbGroup(q, r.lo)
	source, found := r.subjectBefore(vg, r.lo)
	if ok && found && vg < q {
		r.begin(i, v, c, formPast, source, "rule:quoted-as")
		r.reports[len(r.reports)-1].cue[0].lo = q
		r.subject = source
	}
}

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

// readNested reads a report inside reported words: a finite cue with "that", of a speaker of its own.
func (r *sentenceReader) readNested(i, vg int, use verbUse, form verbForm, v *cueVerb) {
	if v.frames&frameThat == 0 || i+2 >= r.hi {
		return
	}
	k := i + 1
	if !r.is(k, "that") || use == usePassive {
		return
	}
	lo := r.lo
	if open := r.anyOpen(); open != nil {
		lo = open.content[0].lo
	}
	var source tokens
	ok := false
	switch {
	case use == useFinite:
		source, ok = r.subjectBefore(vg, lo)
		r.relativeSource(&source)
	case r.tag(i-1) == "RB" || r.is(i-1, ","):
		f := r.finiteIn(lo, i, true)
		if f > 0 {
			source, ok = r.subjectBefore(r.verbGroup(f, lo), lo)
		}
	}
	if !ok || source.empty() {
		return
	}
	r.reports = append(r.reports, report{
		content: []tokens{{k + 1, r.hi}}, cue: []tokens{{i, i + 1}}, source: source, frame: frameThat, form: form,
		rule: "rule:nested", verb: v, open: true, nested: true,
	})
}
