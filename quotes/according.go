package quotes

// leadingAccording reads "According to N, X".
func (r *sentenceReader) leadingAccording() (aside, bool) {
	if r.hi-r.lo < 6 || !r.is(r.lo, "according") || !r.is(r.lo+1, "to") || r.notSource(r.lo+2) {
		return aside{}, false
	}
	for k := r.hi - 2; k > r.lo+2; k-- {
		// the last comma before the clause's subject: names carry appositives and lists
		if r.is(k, ",") && r.verbs.finiteIn(r.lo+2, k, true) < 0 && r.nouns.starts(k+1, r.hi) {
			source := r.subjects.dropTail(tokens{r.lo + 2, k})
			if c := r.firstComma(r.lo+2, k); c > 0 && !r.appositive(c, k) {
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

// appositive reports whether the phrase behind the comma at c names an office, up to the comma at k.
func (r *sentenceReader) appositive(c, k int) bool {
	for j := c + 1; j < k && j < c+6; j++ {
		if r.w[j].noun&nounOffice != 0 || r.in(j, words.IndefiniteArticle) {
			return true
		}
	}
	return false
}

// notSource reports "according to plan" and the like: the head of what follows is no name, office, document or medium.
func (r *sentenceReader) notSource(k int) bool {
	head := k
	for j := k; j < r.hi && j < k+14; j++ {
		if r.has(j, flagPronoun) || r.tag(j) == "NNP" || r.tag(j) == "NNPS" {
			return false
		}
		if !inNP(r.tag(j)) {
			break
		}
		head = j
	}
	if r.tag(head) == "PRP" || r.w[head].noun&(nounOffice|nounMedium|nounSaying) != 0 {
		return false
	}
	if r.w[head].noun&nounDocument != 0 {
		return r.in(head, words.Decree)
	}
	return !r.in(head, words.UnnamedSource)
}

func (r *sentenceReader) according(from, k int) (aside, bool) {
	if r.verbs.finiteIn(r.lo, from, true) < 0 {
		return aside{}, false
	}
	end := k + 2
	for end < r.hi && !r.is(end, ".", ";", ":") && (!r.is(end, ",") || r.appositiveAt(end)) {
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

func (r *sentenceReader) appositiveAt(c int) bool {
	return c+1 < r.hi && (r.in(c+1, words.Article) || r.w[c+1].noun&nounOffice != 0)
}
