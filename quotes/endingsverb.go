package quotes

// verbEndings knows where reported words end because the main clause goes on with another verb.
type verbEndings struct {
	*wording
	verbs verbGroups
}

// phraseEnd ends a noun phrase where the main clause goes on with another verb: "praised X | and laid a wreath".
func (en *verbEndings) phraseEnd(lo, hi int, form verbForm) int {
	relative := false
	for i := lo; i < hi; i++ {
		if en.has(i, flagRelative) || en.is(i, "that", "as") {
			relative = true
		}
		if relative || i == lo || !en.is(i, "and", "but", ",") {
			continue
		}
		if i+2 < hi && en.is(i, ",") && en.has(i+1, flagQuoteMark) && en.furtherGerund(i+1, lo, hi, form) {
			return i + 2 // “at once,” | carrying
		}
		if en.furtherFinite(i+1, hi, form) || en.is(i, "and") && en.is(i+1, "who") || en.furtherGerund(i, lo, hi, form) {
			return i
		}
	}
	return hi
}

// nextPurpose ends the purpose of a meeting before the next deed for which it was held, which shares its "to" or has
// one of its own: "to reaffirm the pact | and consult on X", "| and to open the port". Where the words themselves hold
// an infinitive, it may be that one which goes on.
func (en *verbEndings) nextPurpose(lo, hi int) int {
	for i := lo + 1; i+2 < hi; i++ {
		own := en.is(i+1, "to") && en.tag(i+2) == "VB"
		told := en.w[i+1].cue.forms&formBase != 0 && en.tag(i+2) == "DT" // whatever the tagger took it for
		switch {
		case en.is(i, "to") && en.tag(i+1) == "VB":
			return hi
		case en.is(i, "and") && (own || told || en.tagged(i+1, "VB", "VBP")):
			return i
		}
	}
	return hi
}

// deedEnd ends a deed to be done where the main clause goes on with another verb: "pledged to open the port | and
// laid a wreath".
func (en *verbEndings) deedEnd(lo, hi int, form verbForm) int {
	for i := lo + 1; i+1 < hi; i++ {
		switch {
		case en.has(i, flagRelative|flagFinite|flagQuoteMark) || en.is(i, "that", "as"):
			return hi
		case en.is(i, "and", "but", ",") && en.furtherFinite(i+1, hi, form):
			return i
		}
	}
	return hi
}

// tenseShift ends a clause in the present where the main clause goes on with a verb in the past: "repeated that the
// port is open | but left no doubt that", "said it is ready | and, on Friday, told the press".
func (en *verbEndings) tenseShift(lo, hi int) int {
	f := en.verbs.finiteIn(lo, hi, true)
	if f < 0 || en.has(f, flagHave) || !en.tagged(f, "VBZ", "VBP") && !en.in(f, words.PresentModal) {
		return hi
	}
	marks := false
	for i := lo; i+2 < hi; i++ {
		switch {
		case en.has(i, flagQuoteMark):
			marks = !marks
		case marks:
		case en.tag(i) == "VBD":
			return hi
		case en.is(i, "and", "but"):
			if k := en.overInsertion(i+1, hi); k+1 < hi && en.pastOf(k, en.has(f, flagBe)) {
				return i
			}
		}
	}
	return hi
}

// overInsertion goes over adverbs and what stands between commas at k.
func (en *verbEndings) overInsertion(k, hi int) int {
	if k < hi && en.is(k, ",") {
		for j := k + 1; j < hi && j < k+6; j++ {
			if en.is(j, ",") {
				return j + 1
			}
		}
	}
	return en.overAdverbs(k, hi)
}

// pastOf reports a verb in the past with its object at k; after a passive it is taken for one with a full object only.
func (en *verbEndings) pastOf(k int, passive bool) bool {
	if en.tag(k) != "VBD" || en.has(k, flagBe|flagHave) {
		return false
	}
	if passive {
		return en.tagged(k+1, "DT", "PRP$", "PRP", "NNP")
	}
	return afterVerbTag(en.tag(k + 1))
}

// mainVerb ends what is told in a relative clause before the verb of the sentence: "Lind, who accused the league of
// theft, | was in Lima".
func (en *verbEndings) mainVerb(lo, hi int) int {
	marks := false
	for i := lo; i+1 < hi; i++ {
		switch {
		case en.has(i, flagQuoteMark):
			marks = !marks
		case marks:
		case en.has(i, flagRelative):
			return hi
		case en.is(i, ","):
			if k := en.overAdverbs(i+1, hi); k < hi && en.has(k, flagFinite) && !en.is(k-1, "and") {
				return i
			}
			return hi
		}
	}
	return hi
}

// furtherFinite reports a verb of the form after adverbs at k, with something after it: "| and laid a wreath".
func (en *verbEndings) furtherFinite(k, hi int, form verbForm) bool {
	k = en.overAdverbs(k, hi)
	if k+1 >= hi || !afterVerbTag(en.tag(k+1)) {
		return false
	}
	if en.is(k-1, ",") && en.tag(k+1) == "IN" { // ", held on May 2" is a participle
		return false
	}
	return en.tag(k) == "VBD" && form&formPast != 0 || en.tag(k) == "VBZ" && form&formS != 0
}

// furtherGerund reports a participle after the comma or conjunction at i that does not belong to the phrase from lo
// on: "praised X |, holding", "highlighting X | and renewing Y".
func (en *verbEndings) furtherGerund(i, lo, hi int, form verbForm) bool {
	k := en.overAdverbs(i+1, hi)
	if k >= hi || en.tag(k) != "VBG" {
		return false
	}
	if en.is(i, ",") || en.has(i, flagQuoteMark) {
		return k == i+1 && !en.in(k, words.PrepositionalParticiple)
	}
	return form == formGerund && en.w[k].cue.verb == nil && lo > 0 && en.tag(lo) != "VBG"
}

// overAdverbs returns the index after adverbs and "and" at k.
func (en *verbEndings) overAdverbs(k, hi int) int {
	for k < hi && (en.tag(k) == "RB" || en.is(k, "and", "also")) {
		k++
	}
	return k
}
