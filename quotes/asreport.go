package quotes

// asReport reads a sentence that names the speaker in a clause with "as" or "like" before the words: "As he said on
// Friday, X", "As announced by the ministry, X". ok is false for other sentences.
func (g *grammar) asReport(lo, hi int) (report, bool) {
	k := lo
	for k < hi && k < lo+2 && g.is(k, "and", "but", "just", "so", ",") {
		k++
	}
	if k+3 >= hi || !g.is(k, "as", "like") || g.is(k+1, "to", "for", "you") {
		return report{}, false
	}
	comma := g.clauseComma(k, hi)
	if comma < 0 || comma+2 >= hi || g.finiteIn(comma, hi, true) < 0 {
		return report{}, false
	}
	r := report{content: []tokens{{comma + 1, hi}}, frame: frameThat, form: formPast, rule: "rule:as"}
	for i := k + 1; i < comma; i++ {
		v := g.w[i].cue.verb
		if v == nil || v.class != classSpeech || v.frames&frameThat == 0 {
			continue
		}
		r.cue, r.verb = []tokens{{i, i + 1}}, v
		if i == k+1 { // "as announced by N", "as stated in the treaty"
			return r, g.is(i+1, "by", "in") && g.agent(&r, i+2, comma)
		}
		source, ok := g.subjectBefore(g.verbGroup(i, k+1), k+1)
		r.source = source
		return r, ok && g.clauseEmpty(i+1, comma)
	}
	return report{}, false
}

// clauseComma returns the comma that ends the clause which begins at token k, -1 for none.
func (g *grammar) clauseComma(k, hi int) int {
	const longest = 25
	for i := k + 2; i < hi && i < k+longest; i++ {
		if g.has(i, flagQuoteMark) || g.is(i, ":", ";") {
			return -1
		}
		if g.is(i, ",") && !(i+2 < hi && g.tag(i+1) == "CD") {
			return i
		}
	}
	return -1
}

// agent sets the source to the noun phrase at token k.
func (g *grammar) agent(r *report, k, comma int) bool {
	if k >= comma || !g.startsNP(k, comma) {
		return false
	}
	e := k
	for e < comma && (inNP(g.tag(e)) || g.is(e, "of")) && !g.has(e, flagTime) {
		e++
	}
	r.source = tokens{k, e}
	return !r.source.empty()
}

// clauseEmpty reports whether the verb of a clause with "as" has no words of its own after it: adverbials at most.
func (g *grammar) clauseEmpty(k, comma int) bool {
	if k == comma || g.onlyAsides(k, comma) {
		return true
	}
	adverbial := g.tag(k) == "IN" || g.tag(k) == "RB" || g.has(k, flagTime)
	return adverbial && !g.is(k, "that") && g.onlyAdjuncts(k, comma)
}
