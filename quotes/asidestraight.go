package quotes

// straight reads ", he said" and ", the chairman of N noted in a speech": subject, then a finite cue without
// complement.
func (r asides) straight(from, k int) (aside, bool) {
	if !r.nouns.starts(k, r.hi) {
		return aside{}, false
	}
	j := r.verb(k)
	if j < 0 {
		return aside{}, false
	}
	last, behind := r.cueEnd(j)
	if behind < r.hi && r.is(behind, "to") && r.clauseOpen(from) {
		return aside{}, false // "N said that those who served in A, B testified to X": the clause's own verb
	}
	end, ok := r.end(j, behind)
	phrase := r.interrupts(from, last, end) || r.oneQuotation(from) || r.headline(j, from)
	if !ok || r.verbs.finiteIn(r.lo, from, true) < 0 && !phrase {
		return aside{}, false
	}
	vg := r.verbs.group(j, k)
	source := r.subjects.dropTail(tokens{k, vg})
	if source.empty() || r.subjects.whatClause(source) || r.laterStart(k, vg) ||
		r.onlyAside(j) && !r.speakers.canSpeak(source) {
		return aside{}, false
	}
	return aside{
		from:   from,
		to:     end,
		source: source,
		cue:    tokens{j, last},
		form:   r.pastOrPresent(j),
		verb:   r.w[j].cue.verb,
		rule:   "rule:aside",
	}, true
}

// onlyAside reports a verb at j that says something in an aside alone, and else means a course of things: "the fight
// goes on".
func (r asides) onlyAside(j int) bool {
	c := r.w[j].cue
	return c.verb.class == classContinuing
}

// verb returns the verb of the subject at k if it is a finite cue, else -1. Verbs of relative clauses,
// auxiliaries and participles after a noun ("merchants | reached by telephone") are passed over.
func (r asides) verb(k int) int {
	for j := k + 1; j < r.hi && j < k+40; j++ {
		switch {
		case r.is(j, ";", ":") || r.has(j, flagQuoteMark):
			return -1
		case !r.verbs.verbLike(j), r.verbs.inRelative(j, k):
		case r.tag(j) == "VBN" && isNoun(r.tag(j-1)) && j+1 < r.hi && r.is(j+1, "by", "in"):
		case r.has(j, flagBe|flagHave) && j+1 < r.hi && r.w[j+1].cue.verb != nil:
		case r.finiteCue(j):
			return j
		default:
			return -1
		}
	}
	return -1
}

// cueEnd returns the index after the cue at j with its particle, and that after the recipient, if the verb takes
// one: ", he told the minister at the talks".
func (r asides) cueEnd(j int) (last, behind int) {
	v := r.w[j].cue.verb
	last = j + 1
	if last < r.hi && v.with[r.w[last].low] != nil {
		last++
	}
	if v.frames&frameRcptThat != 0 && r.nouns.starts(last, r.hi) {
		return last, r.sources().nameTail(last)
	}
	return last, last
}

// interrupts reports an aside after the first words of a sentence, which go on after its comma: "But, he said, X",
// "Until Monday, he said, | the port was shut", "The waters off Varn, he said, | are ours".
func (r asides) interrupts(from, last, end int) bool {
	switch {
	case end+1 >= r.hi || !r.is(end, ","), from-r.lo > longestFront:
		return false
	case r.has(end+1, flagFinite) && (end == last || r.has(end+1, flagBe|flagHave) || r.tag(end+1) == "MD"),
		r.tag(end+1) == "VBD" && r.nouns.end(r.lo, from) == from && r.nouns.starts(end+2, r.hi):
		return true
	case end != last:
		return false
	case r.has(r.lo, flagPrep):
		return r.nouns.starts(end+1, r.hi) && r.verbs.finiteIn(end+2, r.hi, true) > 0
	}
	return from-r.lo < 4
}

// headline reports a line that tells before its comma what is to be done, as those above an article do, with the cue at
// j in the present: "Norland to send aid, minister says".
func (r asides) headline(j, from int) bool {
	e := r.nouns.end(r.lo, from)
	return e > r.lo && r.w[j].cue.forms&(formS|formBase) != 0 && r.verbs.infinitive(e, from)
}

// longestFront is the length in tokens of the longest phrase before an aside that interrupts a sentence.
const longestFront = 10

// oneQuotation reports whether what stands before the comma of an aside is one quotation in marks: a part of a
// sentence will do then, "“A year of victory,” he said".
func (r asides) oneQuotation(from int) bool {
	if !r.has(r.lo, flagQuoteMark) {
		return false
	}
	marks := 0
	for i := r.lo; i < r.hi && i <= from+1; i++ {
		if r.has(i, flagQuoteMark) {
			marks++
		}
	}
	return marks == 2 && (r.has(from-1, flagQuoteMark) || from+1 < r.hi && r.has(from+1, flagQuoteMark))
}

// clauseOpen reports a cue with "that" before token hi, so that a clause of its own is open there.
func (r asides) clauseOpen(hi int) bool {
	for i := r.lo; i+1 < hi; i++ {
		if v := r.w[i].cue.verb; v != nil && v.frames&frameThat != 0 && r.is(i+1, "that") {
			return true
		}
	}
	return false
}

// laterStart reports whether a later comma before the verb group at vg begins the aside: "through radio, and papers,
// he said".
func (r asides) laterStart(k, vg int) bool {
	if r.is(vg-1, ",") {
		return false
	}
	name := r.tag(k) == "NNP" || r.tag(k) == "DT" || r.tag(k) == "NNPS"
	for j := vg - 2; j > k; j-- {
		if r.is(j, ",") {
			return r.nouns.starts(j+1, vg) &&
				(!(name && r.sources().appositiveAt(j)) || r.speakers.documentSubject(tokens{j + 1, vg}))
		}
	}
	return false
}
