package quotes

// straight reads ", he said" and ", the chairman of N noted in a speech": subject, then a finite cue without
// complement.
func (r *sentenceReader) straight(from, k int) (aside, bool) {
	if !r.nouns.starts(k, r.hi) {
		return aside{}, false
	}
	j := r.asideVerb(k)
	if j < 0 {
		return aside{}, false
	}
	last, behind := r.asideCueEnd(j)
	if behind < r.hi && r.is(behind, "to") && r.clauseOpen(from) {
		return aside{}, false // "N said that those who served in A, B testified to X": the clause's own verb
	}
	end, ok := r.asideEnd(j, behind)
	if !ok || r.verbs.finiteIn(r.lo, from, true) < 0 && !r.interrupts(from, last, end) && !r.oneQuotation(from) {
		return aside{}, false
	}
	vg := r.verbs.group(j, k)
	source := r.subjects.dropTail(tokens{k, vg})
	if source.empty() || r.subjects.whatClause(source) || r.laterStart(k, vg) {
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

// asideVerb returns the verb of the subject at k if it is a finite cue, else -1. Verbs of relative clauses and
// auxiliaries are passed over.
func (r *sentenceReader) asideVerb(k int) int {
	for j := k + 1; j < r.hi && j < k+40; j++ {
		switch {
		case r.is(j, ";", ":") || r.has(j, flagQuoteMark):
			return -1
		case !r.verbs.verbLike(j), r.verbs.inRelative(j, k):
		case r.has(j, flagBe|flagHave) && j+1 < r.hi && r.w[j+1].cue.verb != nil:
		case r.finiteCue(j):
			return j
		default:
			return -1
		}
	}
	return -1
}

// asideCueEnd returns the index behind the cue at j with its particle, and that behind the recipient, if the verb takes
// one: ", he told the minister at the talks".
func (r *sentenceReader) asideCueEnd(j int) (last, behind int) {
	v := r.w[j].cue.verb
	last = j + 1
	if last < r.hi && v.with[r.w[last].low] != nil {
		last++
	}
	if v.frames&frameRcptThat != 0 && r.nouns.starts(last, r.hi) {
		return last, r.npTail(last)
	}
	return last, last
}

// interrupts reports an aside behind the first words of a sentence, which go on after its comma: "But, he said, X".
func (r *sentenceReader) interrupts(from, last, end int) bool {
	return from-r.lo < 4 && !r.has(r.lo, flagPrep) && end == last && end < r.hi && r.is(end, ",")
}

// oneQuotation reports whether what stands before the comma of an aside is one quotation in marks: a part of a
// sentence will do then, "“A year of victory,” he said".
func (r *sentenceReader) oneQuotation(from int) bool {
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
