package quotes

// nounReports reads nouns that report: "the statement of N that X".
type nounReports struct{ *draft }

// read reads "the statement of N that X", "the demand of N for X": a report inside whatever holds it. It reports
// whether there is one.
func (r nounReports) read(i int) bool {
	if !isNoun(r.tag(i)) || i+2 >= r.hi || r.used(i) {
		return false
	}
	source, k := r.source(i)
	if source.empty() || k+2 >= r.hi ||
		r.w[i].noun&nounDocument != 0 && source.lo > r.lo && source.lo < i && r.in(source.lo-1, words.PassiveSourceLead) {
		return false // "said in its statement that"
	}
	c, ok := r.complement(i, k)
	if !ok {
		return false
	}
	rep := report{
		content: []tokens{{c.lo, r.hi}}, cue: []tokens{{i, c.cueHi}}, source: source, frame: c.frame,
		rule: "rule:noun", open: true, nested: true,
	}
	if r.verbs.finiteIn(r.lo, i, true) < 0 {
		if end := max(r.mainVerb(c), r.mainClause(c)); end > 0 {
			rep.content[0].hi, rep.open = end, false
		}
	}
	r.reports = append(r.reports, rep)
	return true
}

// mainVerb returns where the verb of the sentence begins after the clause c, whose noun is its subject: "the claim
// that the port was shut | was rejected"; 0 where there is none.
func (r nounReports) mainVerb(c complement) int {
	if c.frame != frameThat {
		return 0
	}
	own := r.verbs.finiteIn(c.lo, r.hi, true)
	for k := own + 1; own > 0 && k < r.hi; k++ {
		switch {
		case r.in(k, words.SubjectOpener, ",", ";", ":"), r.has(k, flagRelative|flagQuoteMark):
			return 0
		case r.has(k, flagFinite) && r.has(own, flagBe|flagHave) && k == own+1:
		case r.has(k, flagBe), r.has(k, flagHave) && r.has(k, flagFinite):
			return r.verbs.group(k, c.lo)
		}
	}
	return 0
}

// mainClause returns where the reported words end before the main clause of a sentence that begins with a phrase in
// which the clause c stands: "Asked about the claim that the port was shut |, he waved it off"; 0 where there is none.
func (r nounReports) mainClause(c complement) int {
	if c.frame != frameThat || !r.tagged(r.lo, "VBN", "VBG", "IN") {
		return 0
	}
	for k := r.verbs.finiteIn(c.lo, r.hi, true) + 1; k > 0 && k+1 < r.hi; k++ {
		if !r.is(k, ",") {
			continue
		}
		end, after := k, k+1
		if after+1 < r.hi && r.has(after, flagQuoteMark) {
			end, after = after+1, after+1 // “asleep,” | he
		}
		if r.endings.newClause(after, r.hi) || r.endings.saidBy(after, r.hi) {
			return end
		}
	}
	return 0
}

// source is who speaks by the noun at i: "the statement of N", "N's statement", "his statement"; with the
// token after it.
func (r nounReports) source(i int) (source tokens, end int) {
	k := i + 1
	switch {
	case r.is(k, "of", "by"):
		for k++; k < r.hi && k < i+25 && (inNP(r.tag(k)) || r.in(k, words.PassiveInner)) && !r.is(k, "that"); k++ {
		}
		return tokens{i + 2, k}, k
	case i > r.lo+1 && r.tag(i-1) == "POS":
		s := i - 1
		for s > r.lo && inNP(r.tag(s-1)) && r.tag(s-1) != "POS" {
			s--
		}
		if r.tag(s) == "VBN" && s+1 < i-1 && r.tag(s+1) == "NNP" {
			s++ // "repeated | Varn's call"
		}
		return tokens{s, i - 1}, r.thatAfterTime(k)
	case i > r.lo && r.tag(i-1) == "PRP$":
		return tokens{i - 1, i}, k
	}
	if source, end = r.maker(i); !source.empty() {
		return source, end
	}
	return r.giver(i)
}

// thatAfterTime goes over a day and a document between a noun and its "that", from k on: "the minister's statement | on
// Friday | that".
func (r nounReports) thatAfterTime(k int) int {
	e := k
	for next := r.adverbials.end(e, r.hi); next > e; next = r.adverbials.end(e, r.hi) {
		e = next
	}
	if e < r.hi && r.is(e, "that") {
		return e
	}
	return k
}

// maker is who is told to have made the claim at i, before its "that", and the token of this: "the claim, made by N on
// Friday, | that", "a claim in Norland's papers | that".
func (r nounReports) maker(i int) (source tokens, end int) {
	k := i + 1
	if r.is(k, "in") {
		return r.papers(k + 1)
	}
	if r.is(k, ",") {
		k++
	}
	if k >= r.hi || !r.in(k, words.NounMade) {
		return tokens{}, 0
	}
	by := r.adverbials.end(k+1, r.hi)
	if by+1 >= r.hi || !r.is(by, "by") {
		return tokens{}, 0
	}
	source = tokens{by + 1, r.sources().nameTail(by + 1)}
	source.hi = r.sources().end(source.lo, source.hi)
	end = r.adverbials.end(source.hi, r.hi)
	if end < r.hi && r.is(end, ",") {
		end++
	}
	if end >= r.hi || !r.is(end, "that") || source.empty() {
		return tokens{}, 0
	}
	return source, end
}

// papers are carriers of news at k before "that", and the token of this: "Norland's papers | that".
func (r nounReports) papers(k int) (source tokens, end int) {
	e := r.nouns.end(k, r.hi)
	if e <= k || e >= r.hi || !r.is(e, "that") || r.w[e-1].noun&nounMedium == 0 {
		return tokens{}, 0
	}
	return tokens{k, e}, e
}

// giver is who speaks by the noun at i in "a promise from N" and "the Varnian promise", with the token after it.
func (r nounReports) giver(i int) (source tokens, end int) {
	k := i + 1
	if source = (tokens{k + 1, r.nouns.end(k+1, r.hi)}); r.is(k, "from") && r.speakers.canSpeak(source) {
		return source, source.hi
	}
	s := i
	for s > r.lo && (r.ofState(s-1) || s < i && r.tag(s-1) == "DT") {
		s--
	}
	return tokens{s, i}, k
}

// ofState reports a word at k with a capital letter before a noun, which tells whose it is: "the | Varnian | claim".
func (r nounReports) ofState(k int) bool {
	return r.tagged(k, "JJ", "NNP") && r.capital(k) && !r.has(k, flagTime)
}

// complement is what the noun at i says, at k: a clause with "that", or of an appeal what it is for.
func (r nounReports) complement(i, k int) (complement, bool) {
	appeal := r.w[i].noun&nounAppeal != 0
	switch {
	case k == i+1 && r.ofState(i-1) && r.is(k, "for") && r.complements.recipients.infinitiveObject(k+1, r.hi, false) < 0:
	case appeal && r.is(k, "for"):
		return complement{lo: k + 1, cueHi: k + 1, frame: framePrep}, true
	case r.is(k, "that") && (appeal || !r.has(k+1, flagFinite) && r.verbs.finiteIn(k+2, r.hi, true) > 0):
		return complement{lo: k + 1, cueHi: i + 1, frame: frameThat}, true
	}
	return complement{}, false
}
