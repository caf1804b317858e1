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
			r.inMarks = r.opensAt(i, r.inMarks)
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

// trimFinal takes the full stop off, unless a quotation mark closes behind it.
func (g *grammar) trimFinal(lo, hi int) int {
	for hi > lo && g.is(hi-1, ".", ";", "...", "…", ":") {
		hi--
	}
	return hi
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
		c.hi = r.circumstance(c.lo, hi)
		if p.frame&(phraseFrames|frameTo) != 0 {
			c.hi = r.afterEncounter(c.lo, c.hi)
		}
		c.hi = r.beforeTail(c.lo, c.hi, p.frame)
		if p.frame&phraseFrames != 0 {
			c.hi = r.beforeEvent(c.lo, r.phraseEnd(c.lo, c.hi, p.form))
			if p.verb != nil && words.PledgeLemma[p.verb.lemma] {
				c.hi = r.beforeRecipient(c.lo, c.hi)
			}
		}
	}
}

// circumstance ends reported words before what the article adds about the time of saying: "amid tensions", "when
// asked about it".
func (r *sentenceReader) circumstance(lo, hi int) int {
	for i := lo + 2; i < hi; i++ {
		if r.in(i, words.Amid) || r.in(i, words.AskedTail) && r.askedAt(i+1, hi) {
			return i
		}
	}
	return hi
}

// askedAt reports whether a verb of being asked stands at token k, past "he was".
func (r *sentenceReader) askedAt(k, hi int) bool {
	if k+1 < hi && r.has(k, flagPronoun) && r.has(k+1, flagBe) {
		k += 2
	}
	return k < hi && r.in(k, words.BeingAsked)
}

// afterEncounter ends what somebody asked for or pledged before the encounter in which it fell: "pledged to open the
// port | after talks in Oslo", "defended the plan | at the Oslo Forum". A clause goes on as it may.
func (r *sentenceReader) afterEncounter(lo, hi int) int {
	for i := lo + 1; i+1 < hi; i++ {
		switch {
		case r.has(i, flagFinite):
			return hi
		case r.in(i, words.AfterEvent) && r.finiteIn(i, hi, true) < 0 && r.encounterIn(i+1, min(hi, i+5)),
			r.in(i, words.EncounterLead) && r.is(i+1, "the") && r.namedEvent(i+2, min(hi, i+9)):
			return i
		}
	}
	return hi
}

// encounterIn reports whether a noun phrase at k is a call or meeting: "talks", "a long phone call".
func (r *sentenceReader) encounterIn(k, hi int) bool {
	for ; k < hi && inNP(r.tag(k)); k++ {
		if r.in(k, words.Encounter) || r.in(k, words.Call) {
			return true
		}
	}
	return false
}

// namedEvent reports whether capitalised words from k on name an event: "Oslo Security Conference".
func (r *sentenceReader) namedEvent(k, hi int) bool {
	for ; k < hi; k++ {
		c := r.d.Word(k)[0]
		if c < 'A' || c > 'Z' {
			return false
		}
		if r.in(k, words.EventHead) {
			return true
		}
	}
	return false
}

// beforeTail ends reported words before a clause or apposition in which the article adds something of its own: "said
// X, while Y did Z". A noun phrase ends before any such clause, a clause only before those that hardly ever go on
// with it.
func (r *sentenceReader) beforeTail(lo, hi int, f frame) int {
	marks := false
	for i := lo + 1; i+2 < hi; i++ {
		if r.has(i, flagQuoteMark) {
			marks = !marks
		}
		if marks || !r.is(i, ",") {
			continue
		}
		if r.addsToAny(i+1, hi) || f&phraseFrames != 0 && r.addsToPhrase(i+1, hi) {
			return i
		}
	}
	return hi
}

// addsToAny reports a tail of the article's own, behind a comma, that hardly ever goes on with a clause.
func (r *sentenceReader) addsToAny(k, hi int) bool {
	switch {
	case r.is(k, "as") && r.saidBy(k+1, hi), r.is(k, "in") && r.textFollows(k+1, hi):
		return true
	}
	return r.in(k, words.TailConjunction) || r.seq(k, len(r.w), "at", "a", "time") || r.quotesAs(k, hi)
}

// textFollows reports "reply" or "a written statement" at k: in what something is said.
func (r *sentenceReader) textFollows(k, hi int) bool {
	return r.in(k, words.ReplyNoun) || r.in(k, words.IndefiniteArticle) && r.documentAt(k+1, hi)
}

// addsToPhrase reports a clause, behind a comma, that cannot go on with a noun phrase.
func (r *sentenceReader) addsToPhrase(k, hi int) bool {
	return r.is(k, "and") && r.newClause(k+1, hi) || r.in(k, words.TailClause)
}

// documentAt reports whether a noun phrase at k is a text in which something is said: "a written statement".
func (r *sentenceReader) documentAt(k, hi int) bool {
	for ; k < hi && k < r.npEnd(k, hi); k++ {
		if r.in(k, words.DocumentTail) {
			return true
		}
	}
	return false
}

// quotesAs reports whether ", the agency quoted him as saying" stands at k.
func (r *sentenceReader) quotesAs(k, hi int) bool {
	e := r.npEnd(k, hi)
	if e <= k || e+3 > hi || !r.in(e, words.CitedVerb) {
		return false
	}
	for j := e + 1; j+1 < hi && j < e+quotedReach; j++ {
		if r.is(j, "as") && r.is(j+1, "saying") {
			return true
		}
	}
	return false
}

// saidBy reports a subject with a verb of saying at k: "..., as | Norland says".
func (r *sentenceReader) saidBy(k, hi int) bool {
	e := r.npEnd(k, hi)
	return r.startsNP(k, hi) && e > k && e < hi && r.w[e].cue.verb != nil && r.has(e, flagFinite)
}

// newClause reports a clause of its own at k: a subject next to its verb in the past.
func (r *sentenceReader) newClause(k, hi int) bool {
	e := r.npEnd(k, hi)
	return r.startsNP(k, hi) && e > k && e < hi && r.tag(e) == "VBD"
}

// beforeEvent ends a noun phrase before the event or document that it was said at or in: "called for X | at a press
// conference on June 8". Behind a noun that takes an event of its own ("participation in a meeting") it is part of
// the phrase.
func (r *sentenceReader) beforeEvent(lo, hi int) int {
	for i := lo + 1; i+2 < hi; i++ {
		if !r.in(i, words.EncounterLead) || !r.in(i+1, words.IndefiniteArticle) || r.w[i-1].noun&nounKey != 0 {
			continue
		}
		if k, ok := r.carrier(i+1, hi); ok && r.carrierTail(k, hi) == hi {
			return i
		}
	}
	return hi
}

// beforeRecipient ends what is pledged before the one it is pledged to: "their support | to the people".
func (r *sentenceReader) beforeRecipient(lo, hi int) int {
	for i := lo + 1; i+1 < hi; i++ {
		if r.is(i, "to") && (isNoun(r.tag(i-1)) || r.has(i-1, flagQuoteMark)) && r.startsNP(i+1, hi) &&
			r.tag(i+1) != "VB" {
			return i
		}
	}
	return hi
}

// phraseEnd ends a noun phrase where the main clause goes on with another verb: "praised X | and laid a wreath".
func (r *sentenceReader) phraseEnd(lo, hi int, form verbForm) int {
	relative := false
	for i := lo; i < hi; i++ {
		if r.has(i, flagRelative) || r.is(i, "that", "as") {
			relative = true
		}
		if relative || i == lo || !r.is(i, "and", "but", ",") {
			continue
		}
		if r.furtherFinite(i+1, hi, form) || r.furtherGerund(i, lo, hi, form) {
			return i
		}
	}
	return hi
}

// furtherFinite reports a verb of the form behind adverbs at k, with something behind it: "| and laid a wreath".
func (r *sentenceReader) furtherFinite(k, hi int, form verbForm) bool {
	k = r.overAdverbs(k, hi)
	if k+1 >= hi || !afterVerbTag(r.tag(k+1)) {
		return false
	}
	if r.is(k-1, ",") && r.tag(k+1) == "IN" { // ", held on May 2" is a participle
		return false
	}
	return r.tag(k) == "VBD" && form&formPast != 0 || r.tag(k) == "VBZ" && form&formS != 0
}

// furtherGerund reports a participle behind the comma or conjunction at i that does not belong to the phrase from lo
// on: "praised X |, holding", "highlighting X | and renewing Y".
func (r *sentenceReader) furtherGerund(i, lo, hi int, form verbForm) bool {
	k := r.overAdverbs(i+1, hi)
	if k >= hi || r.tag(k) != "VBG" {
		return false
	}
	if r.is(i, ",") {
		return k == i+1 && !r.in(k, words.PrepositionalParticiple)
	}
	return form == formGerund && r.w[k].cue.verb == nil && lo > 0 && r.tag(lo) != "VBG"
}

// overAdverbs returns the index behind adverbs and "and" at k.
func (r *sentenceReader) overAdverbs(k, hi int) int {
	for k < hi && (r.tag(k) == "RB" || r.is(k, "and", "also")) {
		k++
	}
	return k
}

// afterVerbTag reports tags that follow a verb rather than an adjective.
func afterVerbTag(tag string) bool {
	switch tag {
	case "DT", "PRP$", "IN", "TO", "PRP", "NNP", "RB":
		return true
	}
	return false
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

// hasWord reports whether more than pronouns, function words and a date stand in t.
func (r *sentenceReader) hasWord(t tokens) bool {
	for i := t.lo; i < t.hi; i++ {
		if !r.has(i, flagTime) && (isNoun(r.tag(i)) || isVerb(r.tag(i)) || r.tag(i) == "JJ") {
			return true
		}
	}
	return false
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
	f := r.finiteIn(r.lo, before, true)
	if f < 0 {
		return tokens{}, false
	}
	return r.subjectBefore(r.verbGroup(f, r.lo), r.lo)
}
