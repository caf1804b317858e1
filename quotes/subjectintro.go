package quotes

// dropIntro takes conjunctions, adverbs and adverbial phrases off the front of a subject's region.
func (sj *subjects) dropIntro(t tokens) tokens {
	for !t.empty() {
		lo := sj.introWord(t)
		if lo == t.lo && sj.introPhrase(t.lo) {
			lo = sj.introEnd(t)
		}
		if lo <= t.lo {
			return t
		}
		t.lo = lo
	}
	return t
}

// introWord returns the index after a word or time at the front of t that is no part of a subject, t.lo for none.
func (sj *subjects) introWord(t tokens) int {
	i := t.lo
	switch {
	case sj.in(i, words.SubjectOpener, ",", "-", "•", "*"), sj.has(i, flagQuoteMark): // signs of a list's item too
		return i + 1
	case sj.adverbials.counted(t) > i:
		return sj.adverbials.counted(t)
	case sj.times.ago(t) > 0:
		return sj.times.ago(t)
	case sj.in(i, words.HereThere) && sj.nouns.starts(i+1, t.hi):
		return i + 1 // "There | Lind proposed"
	case sj.tag(i) == "RB", sj.in(i, words.SubjectAdverb):
		return i + 1
	case sj.has(i, flagTime) && i+1 < t.hi:
		return max(sj.times.end(i, t.hi), i+1)
	case sj.in(i, words.PointingWord) && sj.times.end(i, t.hi) > i:
		return sj.times.end(i, t.hi)
	case sj.seq(i, t.hi, "that", "day"):
		return i + 2
	}
	return i
}

// introPhrase reports whether an adverbial phrase or a participle begins at i.
func (sj *subjects) introPhrase(i int) bool {
	return sj.has(i, flagPrep) || sj.tag(i) == "VBG" || sj.in(i, words.SubjectLead) || sj.tag(i) == "VBN"
}

// introEnd returns where the subject begins after an introductory phrase at t.lo.
func (sj *subjects) introEnd(t tokens) int {
	if k := sj.introComma(t); k > 0 {
		return k + 1
	}
	if k := t.hi - 1; k > t.lo && sj.has(k, flagPronoun|flagFirst) {
		return k
	}
	// no comma: "At the rally speakers", "In the message Pak", "On Monday the president"
	if k := sj.adverbials.end(t.lo, t.hi); k > t.lo && k < t.hi {
		return k
	}
	if k := sj.nouns.afterPlace(t); k > 0 {
		return k
	}
	k := sj.nouns.end(t.lo+1, t.hi)
	for k+1 < t.hi && k > t.lo+1 && sj.in(k, words.SubjectPreposition) {
		k = sj.nouns.end(k+1, t.hi)
	}
	if sj.tag(t.lo+1) == "NNP" {
		k = sj.adverbials.end(k, t.hi) // "In Varn on Friday | the ministry"
	}
	if k < t.hi && k > t.lo+1 && sj.nouns.starts(k, t.hi) {
		return k
	}
	if n := sj.nouns.nameAfterNoun(t.lo+1, k); n > 0 {
		return n
	}
	if sj.in(t.lo, words.SubjectConjunction) && sj.nouns.end(t.lo+1, t.hi) == t.hi {
		return t.lo + 1 // "As the league demands that"
	}
	return t.lo
}

// introComma returns the comma between an introductory phrase and the subject, 0 for none.
func (sj *subjects) introComma(t tokens) int {
	last := t.hi - 1
	if sj.is(last, ",") { // an appositive closes before the verb: its comma does not end the introduction
		last--
		for last > t.lo && !sj.is(last, ",") {
			last--
		}
		last--
	}
	for k := min(last, t.hi-2); k > t.lo; k-- {
		inside := sj.next(k, ")", t.hi) < sj.next(k, "(", t.hi)     // "Ana Lind (People's Party, Vila)"
		age := sj.tag(k+1) == "CD" && k+2 < t.hi && sj.is(k+2, ",") // "Ana Lind, 52, who"
		if sj.is(k, ",") && !inside && !age && sj.verbs.finiteIn(k+1, t.hi, true) < 0 && sj.nouns.starts(k+1, t.hi) {
			return sj.listComma(t, k)
		}
	}
	return 0
}

// next returns the first token from k on that is the mark, hi for none.
func (sj *subjects) next(k int, mark string, hi int) int {
	for k < hi && !sj.is(k, mark) {
		k++
	}
	return k
}

// listComma moves the comma k between an introductory phrase and the subject back to before the first name of a list
// that ends in "and": "In a joint statement, | Aldo Venn, Ida Brask and Piet Maas". Where the introduction has no
// comma of its own, the last token of it is returned: "On Monday | President Venn, Ms. Brask and Piet Maas".
func (sj *subjects) listComma(t tokens, k int) int {
	if !sj.joins(k+1, t.hi) {
		return k
	}
	for {
		p := k - 1
		for p > t.lo && !sj.is(p, ",") {
			p--
		}
		if p > t.lo {
			if sj.listBody(p+1, k) {
				return p
			}
			if !sj.fullName(p+1, k) || sj.placeOnly(t.lo, p) {
				return k
			}
			k = p
			continue
		}
		if e := sj.adverbials.end(t.lo, k); e > t.lo && (sj.fullName(e, k) || sj.has(e-1, flagTime) && sj.oneName(e, k)) {
			return e - 1
		}
		return k
	}
}

// joins reports a coordinator between two tokens of [lo, hi).
func (sj *subjects) joins(lo, hi int) bool {
	for i := lo + 1; i < hi-1; i++ {
		if sj.is(i, "and") {
			return true
		}
	}
	return false
}

// fullName reports whether [lo, hi) is a name of at least two words, with a title or without.
func (sj *subjects) fullName(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if !inNP(sj.tag(i)) || sj.tag(i) == "DT" {
			return false
		}
	}
	return hi-lo >= 2 && sj.tag(hi-1) == "NNP" && sj.tag(hi-2) == "NNP"
}

// oneName reports whether [lo, hi) is one capitalised word, "Peru", also in two parts, "El Salvador".
func (sj *subjects) oneName(lo, hi int) bool {
	return hi > lo && hi-lo <= 2 && sj.tag(lo) == "NNP" && sj.tag(hi-1) == "NNP"
}

// listBody reports whether [lo, hi) is the start of a body's name that goes on as a list: "the Ministry of Trade |,
// Industry and Energy".
func (sj *subjects) listBody(lo, hi int) bool {
	of := false
	for i := lo; i < hi; i++ {
		if !inNP(sj.tag(i)) && !sj.is(i, "of", "for") {
			return false
		}
		of = of || sj.is(i, "of", "for") && sj.in(i-1, words.OwnBody)
	}
	return of
}

// placeOnly reports whether [lo, hi) is a preposition and one name, after which the name of a state may follow: "In
// Port Vila, Vanuatu".
func (sj *subjects) placeOnly(lo, hi int) bool {
	for i := lo + 1; i < hi; i++ {
		if sj.tag(i) != "NNP" {
			return false
		}
	}
	return hi > lo+1 && sj.has(lo, flagPrep)
}
