package quotes

// remarkEndings knows where reported words end because the article says what it thinks of them.
type remarkEndings struct {
	*wording
	nouns nounPhrases
}

// remarks reports at k how the article ranks what was said, in what words it was, or what it looked like: "in the
// plainest words so far", "in words lifted from a speech", "the same day the port was shut", "seemingly giving in".
func (en *remarkEndings) remarks(k, hi int) bool {
	switch {
	case en.sumsUp(k, hi):
		return true
	case k+3 >= hi:
		return false
	case en.is(k, "in"):
		ranks := en.in(k+2, words.Superlative) && !en.in(k+3, words.OrderNoun)
		return ranks || en.tag(k+1) == "NNS" && en.in(k+1, words.SummingNoun)
	case en.is(k, "the"):
		return en.is(k+1, "same") && en.in(k+2, words.TimeUnit) && en.nouns.starts(k+3, hi)
	}
	return en.in(k, words.SeemingAdverb) && en.tag(k+1) == "VBG"
}

// sumsUp reports an apposition at k in which the article says what it thinks of the words: "a remark | that was taken
// as a threat", "a phrase | ministers have repeated", "something | no member has done".
func (en *remarkEndings) sumsUp(k, hi int) bool {
	if en.is(k, "something") {
		return k+1 < hi && !en.has(k+1, flagPronoun) // "something he put down to fear" may be his own
	}
	e := en.nouns.end(k, hi)
	switch {
	case e < hi && e == k+1 && en.tag(k) == "NNS" && en.in(k, words.SummingNoun):
		return en.is(e, "which", "that") // "words | which ministers have repeated"
	case !en.tagged(k, "DT", "PRP$") || e <= k+1 || e >= hi:
		return false
	case en.in(k, words.IndefiniteArticle) && e <= k+3 && en.tag(e-1) == "NN" && en.is(e, "which", "that"):
		return true // "a target | which they met"
	}
	return en.judges(k+1, e, hi)
}

// judges reports a noun among the tokens lo to e-1 of a noun phrase that judges the words, with what describes it.
func (en *remarkEndings) judges(lo, e, hi int) bool {
	for n := lo; n < e; n++ {
		switch {
		case en.is(n, "such") && n+1 < e: // "the third such protest in a month"
			return true
		case en.in(n, words.AllusionNoun) && n+1 == e && en.is(e, "to", "at") && en.commas(e, hi) == 0:
			return true // "a hint at the vote"
		case en.in(n, words.SummingNoun):
			return n+1 < e || en.describedAt(e, hi)
		}
	}
	return false
}

// describedAt reports what describes a noun that ends before token k: a relative clause or a participle.
func (en *remarkEndings) describedAt(k, hi int) bool {
	if en.has(k, flagPrep) && k+1 < hi && en.has(k+1, flagRelative) { // "a remark | for which"
		return true
	}
	return en.has(k, flagRelative) || en.is(k, "that") || en.tag(k) == "VBN" || en.nouns.starts(k, hi)
}
