package quotes

// leading reads "According to N, X".
func (r asides) leading() (aside, bool) {
	if r.hi-r.lo < 6 || !r.is(r.lo, "according") || !r.is(r.lo+1, "to") || r.sources().notSource(r.lo+2) {
		return aside{}, false
	}
	for k := r.hi - 2; k > r.lo+2; k-- {
		// the last comma before the clause's subject: names carry appositives and lists
		if r.is(k, ",") && r.verbs.finiteIn(r.lo+2, k, true) < 0 && r.nouns.starts(k+1, r.hi) {
			source := r.subjects.dropTail(tokens{r.lo + 2, k})
			if c := r.firstComma(r.lo+2, k); c > 0 && !r.sources().appositive(c, k) {
				k = c
				source = r.subjects.dropTail(tokens{r.lo + 2, c})
			}
			return aside{
				to:     k + 1,
				source: source,
				cue:    tokens{r.lo, r.lo + 2},
				form:   formPast,
				rule:   "rule:according",
			}, true
		}
	}
	return aside{}, false
}

// according reads "according to N" at token k, after the comma at from or without one.
func (r asides) according(from, k int) (aside, bool) {
	if r.verbs.finiteIn(r.lo, from, true) < 0 {
		return aside{}, false
	}
	end := k + 2
	for end < r.hi && !r.is(end, ".", ";", ":") && (!r.is(end, ",") || r.sources().appositiveAt(end)) {
		end++
	}
	return aside{
		from:   from,
		to:     end,
		source: r.subjects.dropTail(tokens{k + 2, end}),
		cue:    tokens{k, k + 2},
		form:   formPast,
		rule:   "rule:according",
	}, true
}
