package quotes

// accordingTo returns the token of the source after "according to" or "in the words of" at token k, 0 for neither.
func (r asides) accordingTo(k int) int {
	n := k
	switch {
	case r.seq(k, r.hi, "according", "to"):
		n += 2
	case k+3 < r.hi && r.seq(k, r.hi, "in", "the") && r.in(k+2, words.WordingNoun) && r.is(k+3, "of"):
		n += 4
	}
	if n == k || n >= r.hi || r.sources().notSource(n) {
		return 0
	}
	return n
}

// leading reads "According to N, X", "In the words of N, X".
func (r asides) leading() (aside, bool) {
	if k := r.adverbials.counted(tokens{r.lo, r.hi}); k > 0 && r.accordingTo(k) > 0 {
		r.lo = k // "Second, | according to N, X"
	}
	n := r.accordingTo(r.lo)
	if r.hi-r.lo < 6 || n == 0 {
		return aside{}, false
	}
	for k := r.hi - 2; k > n; k-- {
		// the last comma before the clause's subject: names carry appositives and lists
		if r.is(k, ",") && r.verbs.finiteIn(n, k, true) < 0 && r.nouns.starts(k+1, r.hi) {
			source := r.subjects.dropTail(tokens{n, k})
			if c := r.firstComma(n, k); c > 0 && (r.in(c-1, words.MediaReport) || !r.sources().appositive(c, k)) {
				k = c
				source = r.subjects.dropTail(tokens{n, c})
			}
			return aside{
				to:     k + 1,
				source: source,
				cue:    tokens{r.lo, n},
				form:   formPast,
				rule:   ruleAccording,
			}, true
		}
	}
	return aside{}, false
}

// according reads "according to N" at token k, after the comma at from or without one; the source begins at token n.
func (r asides) according(from, k, n int) (aside, bool) {
	end := n
	for end < r.hi && !r.is(end, ".", ";", ":") && (!r.is(end, ",") || r.apposed(end)) {
		end++
	}
	if r.verbs.finiteIn(r.lo, from, true) < 0 && !r.interrupts(from, end, end) {
		return aside{}, false
	}
	return aside{
		from:   from,
		to:     end,
		source: r.subjects.dropTail(tokens{n, end}),
		cue:    tokens{k, n},
		form:   formPast,
		rule:   ruleAccording,
	}, true
}

// apposed reports whether an apposition to the source follows the comma at c, and no clause: "according to Lind, | the
// mayor", but not "according to media reports, the mayor" or "according to Lind, the port is shut".
func (r asides) apposed(c int) bool {
	return r.sources().appositiveAt(c) && !r.in(c-1, words.MediaReport) && !r.has(r.nouns.end(c+1, r.hi), flagFinite)
}
