package quotes

// answers reads the copula after words in marks that tells whose they are.
type answers struct{ *sentence }

// at reads the copula at token k that tells whose the words in marks before it are: ", was the answer of the
// ministry to a report", ", was the minister's answer", "is how the minister put it".
func (r answers) at(from, k int) (aside, bool) {
	source, cue := r.answerOf(k)
	if source.empty() || r.verbs.finiteIn(r.lo, from, true) < 0 && !r.asides().oneQuotation(from) {
		return aside{}, false
	}
	return aside{
		from: from, to: r.clauseBehind(source.hi), source: source, cue: cue, form: formPast, rule: "rule:aside",
	}, true
}

// clauseBehind is the mark from token k on with which another clause begins: a semicolon, or a comma with "and".
func (r answers) clauseBehind(k int) int {
	for ; k < r.hi; k++ {
		if r.is(k, ";") || r.is(k, ",") && k+1 < r.hi && r.tag(k+1) == "CC" {
			return k
		}
	}
	return r.hi
}

// answerOf is who answers by the copula at token k, and the cue: the noun of reply, or "put it".
func (r answers) answerOf(k int) (source, cue tokens) {
	switch n := k + 2; {
	case n+1 >= r.hi || !r.has(k, flagBe):
	case r.is(k+1, "how"):
		return r.putIt(n)
	case r.in(k+1, words.Article) && r.in(n, words.ReplyNoun):
		if n+2 < r.hi && r.is(n+1, "of", "from", "by") && r.nouns.starts(n+2, r.hi) {
			return r.answerer(n + 2), tokens{n, n + 1}
		}
	case r.nouns.starts(k+1, r.hi):
		return r.owner(k + 1)
	}
	return tokens{}, tokens{}
}

// answerer is the name at token k of who answers, without what is answered: "the reply of | Lind | to a report".
func (r answers) answerer(k int) tokens {
	end := r.sources().end(k, r.sources().nameTail(k))
	for j := k + 1; j < end; j++ {
		if r.is(j, "to") && r.w[j-1].noun&nounOffice == 0 {
			end = j
		}
	}
	return r.subjects.dropTail(tokens{k, end})
}

// putIt reads the subject at token k of "put it": "how | the minister | put it".
func (r answers) putIt(k int) (source, cue tokens) {
	for j := k + 1; j+1 < r.hi; j++ {
		if r.in(j, words.PhrasingVerb) && r.is(j+1, "it") {
			return r.subjects.dropTail(tokens{k, j}), tokens{j, j + 2}
		}
		if r.has(j, flagFinite|flagQuoteMark) {
			break
		}
	}
	return tokens{}, tokens{}
}

// owner reads a possessive from token k on and the noun of reply that it owns: "| the minister's | answer".
func (r answers) owner(k int) (source, cue tokens) {
	for j := k + 1; j+1 < r.hi && inNP(r.tag(j)); j++ {
		if r.tag(j) == "POS" && r.in(j+1, words.ReplyNoun) {
			return tokens{k, j}, tokens{j + 1, j + 2}
		}
	}
	return tokens{}, tokens{}
}
