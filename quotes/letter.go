package quotes

// received is the noun of a message that the subject of [lo, hi) gets from somebody: "received a | letter | from
// Lind"; 0 for none.
func (r *draft) received(lo, hi int) int {
	f := r.verbs.finiteIn(lo, hi, true)
	for f >= 0 && f < hi && r.has(f, flagHave) {
		f++
	}
	if f < 0 || f >= hi || !r.in(f, words.GettingVerb) {
		return 0
	}
	for k := f + 1; k+2 < hi && inNP(r.tag(k)); k++ {
		if r.w[k].noun&nounDocument != 0 && r.is(k+1, "from") {
			return k
		}
	}
	return 0
}

// writer is who says what stands in the document at token k, which ends before token hi: the one that it is from, "a
// letter from | Lind | asking for X", else the subject of the sentence.
func (r *draft) writer(k, hi int) (source tokens, ok bool) {
	if k+2 < hi && r.is(k+1, "from") {
		source = r.subjects.dropTail(tokens{k + 2, hi})
		return source, r.speakers.canSpeak(source)
	}
	source, ok = r.mainSubject(hi)
	return source, ok && k >= source.hi
}

// toldIn reports whether the article tells before token hi what the message at token k said: "a letter from Lind
// asking for X", "a letter from Lind in which he thanked N".
func (r *draft) toldIn(k, hi int) bool {
	for i := k + 2; i < hi; i++ {
		if v := r.w[i].cue.verb; v != nil && v.class != classThought {
			if _, ok := r.complements.of(i, hi, v); ok {
				return true
			}
		}
	}
	return false
}
