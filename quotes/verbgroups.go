package quotes

// verbGroups knows verbs with their auxiliaries: which are finite, where their group begins, which stand in a relative
// clause or are infinitives. It does not know their subjects and objects.
type verbGroups struct{ *wording }

// finiteIn returns the first finite verb in [lo, hi), -1 for none. Verbs of relative clauses do not count when outer
// is set.
func (vb *verbGroups) finiteIn(lo, hi int, outer bool) int {
	for i := lo; i < hi; i++ {
		if vb.has(i, flagFinite) {
			return i
		}
		if outer && i > lo && vb.has(i, flagRelative) {
			// over the relative clause's own verb
			from := i
			for i < hi && !vb.has(i, flagFinite) {
				i++
			}
			i = vb.clauseEnd(from, i, hi)
		}
	}
	return -1
}

// clauseEnd is the comma that ends the relative clause which begins at from and whose verb is i, where a comma stands
// before it too: "Lind, who left before they had met, said"; i where none follows.
func (vb *verbGroups) clauseEnd(from, i, hi int) int {
	if !vb.is(from-1, ",") {
		return i
	}
	if c := vb.firstComma(i, min(hi, i+longestInsertion)); c > 0 {
		return c
	}
	return i
}

// finiteBefore returns the last finite verb of [lo, hi) that stands in no relative clause, -1 for none.
func (vb *verbGroups) finiteBefore(hi, lo int) int {
	for f := hi - 1; f >= lo; f-- {
		if vb.has(f, flagFinite) && !vb.inRelative(f, lo) && !vb.reduced(f, lo) {
			return f
		}
	}
	return -1
}

// reduced reports a participle, which the tagger took for a finite verb, right after the phrase of a preposition with
// which the sentence begins at lo: "In a statement | carried on Monday by the agency, Lind said".
func (vb *verbGroups) reduced(f, lo int) bool {
	if f < lo+2 || !vb.has(lo, flagPrep) || vb.tag(f) != "VBD" || vb.w[f-1].noun&nounDocument == 0 {
		return false
	}
	for k := lo + 1; k < f; k++ {
		if !inNP(vb.tag(k)) {
			return false
		}
	}
	return true
}

// inRelative reports whether the finite verb at i belongs to a relative clause: who, which, whose or, close before it,
// that stands before it with no other verb between.
func (vb *verbGroups) inRelative(i, lo int) bool {
	for k := i - 1; k >= lo && k >= i-longestRelativeSubject; k-- {
		where := k > lo && vb.is(k, "where") && (vb.is(k-1, ",") || isNoun(vb.tag(k-1)))
		if where || vb.has(k, flagRelative) || k >= i-5 && vb.is(k, "that") && k > lo && isNoun(vb.tag(k-1)) {
			return true
		}
		if vb.is(k, ",") || vb.has(k, flagFinite) && !vb.has(k, flagHave|flagBe) && vb.tag(k) != "MD" {
			if vb.is(k+1, "and") {
				continue
			}
			return false
		}
	}
	return false
}

// longestRelativeSubject is how many tokens may stand before the verb of a relative clause: "whose former minister of
// trade, Karl Moss, has".
const longestRelativeSubject = 12

// relativeThat reports a "that" at j that is the subject of a relative clause: its verb follows at once.
func (vb *verbGroups) relativeThat(j, hi int) bool {
	return vb.is(j, "that") && j+1 < hi && isNoun(vb.tag(j-1)) && vb.has(j+1, flagFinite) && !vb.is(j+1, "may")
}

// group returns where the group of the verb at i begins: auxiliaries and adverbs before it belong to it.
func (vb *verbGroups) group(i, lo int) int {
	for i > lo {
		switch p := i - 1; {
		case p > lo+1 && vb.in(p, words.Repeated) && vb.is(p-1, "and") && vb.in(p-2, words.RepeatedFirst):
			i -= 2 // "time and again"
		case vb.has(p, flagBe|flagHave|flagNegation),
			vb.tag(p) == "MD" && !vb.is(p, "may") || vb.in(p, words.PreVerbAdverb):
		case p > lo && vb.is(p, "both"), p > lo && vb.has(p-1, flagHave) && vb.in(p, words.PerfectAdverb):
		case vb.tag(p) == "RB" && !vb.has(p, flagTime):
		default:
			return i
		}
		i--
	}
	return i
}

// overAuxiliaries returns the first token from f on that is no auxiliary or adverb, or is a cue; hi at the latest.
func (vb *verbGroups) overAuxiliaries(f, hi int) int {
	for f < hi && (vb.has(f, flagBe|flagHave) || vb.tag(f) == "RB") && vb.w[f].cue.verb == nil {
		f++
	}
	return f
}

// infinitive reports whether "to" and a verb, or "not to" and a verb, stand at k; the verb may be the first word in
// marks.
func (vb *verbGroups) infinitive(k, hi int) bool {
	if k+1 < hi && vb.is(k, "not") {
		k++
	}
	if k+1 >= hi || !vb.is(k, "to") {
		return false
	}
	k++
	if k+1 < hi && vb.has(k, flagQuoteMark) {
		k++
	}
	if vb.tag(k) == "VB" || k+1 >= hi {
		return vb.tag(k) == "VB"
	}
	switch {
	case vb.tag(k) == "NN": // the tagger's slip: "to question the need"
		return vb.tagged(k+1, "DT", "PRP$")
	case vb.tag(k) == "RB", vb.is(k, "further"):
		return vb.tagged(k+1, "VB", "VBP")
	}
	return false
}

// attributive reports a participle inside a noun phrase: "its internationally recognized borders", "of newly confirmed
// cases".
func (vb *verbGroups) attributive(vg, i int) bool {
	if vg == 0 || i+1 >= len(vb.w) || !isNoun(vb.tag(i+1)) {
		return false
	}
	behind := vb.has(vg-1, flagPrep) && vb.tag(i-1) == "RB"
	return behind || vb.tag(vg-1) == "PRP$" || vb.tag(vg-1) == "POS" || vb.in(vg-1, words.Article)
}

// verbLike reports a finite verb, or a cue that the tagger may have taken for something else.
func (vb *verbGroups) verbLike(j int) bool {
	return vb.has(j, flagFinite) || vb.w[j].cue.verb != nil && (vb.tag(j) == "VBN" || vb.nounTagged(j) || vb.textReads(j))
}

// textReads reports "read" after a document and before a comma, which the tagger took for a noun: "its letter read,".
func (vb *verbGroups) textReads(j int) bool {
	return j > 0 && j+1 < len(vb.w) && vb.w[j].cue.verb.lemma == "read" && vb.w[j-1].noun&nounDocument != 0 &&
		vb.is(j+1, ",", ".")
}

// nounTagged reports a third person that the tagger took for a plural: "the article notes, and goes on", "the decree
// states that".
func (vb *verbGroups) nounTagged(i int) bool {
	if vb.w[i].cue.forms&formS == 0 || vb.tag(i) != "NNS" || i == 0 || i+1 >= len(vb.w) {
		return false
	}
	subject := vb.tagged(i-1, "NN", "NNP") || vb.has(i-1, flagPronoun) || vb.w[i-1].noun != 0
	return subject && vb.in(i+1, words.CueTail, ",", ":", ".")
}
