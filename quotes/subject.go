package quotes

// subjects finds the subject of a verb, to which adverbials before it and after it do not belong. Whether it can
// speak it does not know.
type subjects struct {
	*wording
	times      times
	nouns      nounPhrases
	verbs      verbGroups
	adverbials adverbials
}

// before finds the noun phrase that is the subject of the verb group which begins at vg, within a sentence (or a
// clause) that begins at lo. Introductory adverbials, and adjuncts between name and verb, are left out; appositives and
// relative clauses stay in.
func (sj *subjects) before(vg, lo int) (tokens, bool) {
	if vg > lo && sj.has(vg-1, flagPronoun|flagFirst) && !(vg > lo+1 && sj.is(vg-2, "and", "or")) {
		return tokens{vg - 1, vg}, true
	}
	t := tokens{sj.clauseStart(vg, lo), vg}
	if t.empty() {
		if s := sj.beforeInsertion(vg, lo); !s.empty() {
			return s, true
		}
	}
	if t.empty() && vg > lo+1 && sj.is(vg-1, "and", "but", ",") {
		if f := sj.verbs.finiteBefore(vg-1, lo); f > lo { // the verb shares its subject: "gave explanations and noted that"
			return sj.before(sj.verbs.group(f, lo), lo)
		}
	}
	t = sj.afterObject(sj.dropTail(sj.afterRelative(sj.dropIntro(t))), lo)
	if t.empty() || sj.in(t.lo, words.RelativePronoun) && t.len() == 1 || sj.whatClause(t) {
		return t, false
	}
	return t, sj.names(t)
}

// beforeInsertion is the subject of a subordinate clause before a relative clause or an apposition that ends at the
// verb group at vg: "after | Lind |, who had come late, said", "while | the envoy |, Karl Moss, said"; empty for none.
func (sj *subjects) beforeInsertion(vg, lo int) tokens {
	if vg < lo+4 || !sj.is(vg-1, ",") {
		return tokens{}
	}
	c := sj.insertion(vg, lo)
	s := sj.phraseStart(c, lo)
	if !sj.is(c, ",") || s == c || s == lo {
		return tokens{}
	}
	opened := sj.in(s-1, words.SubjectOpener) || sj.in(s-1, words.SourceStart) || sj.is(s-1, "whose", "which")
	named := sj.nouns.officeIn(s, c) || sj.has(c+1, flagRelative) && sj.tag(c-1) == "NNP"
	if !opened && !(sj.is(s-1, ",") && sj.has(lo, flagPrep) && named) {
		return tokens{}
	}
	if sj.has(c+1, flagRelative) {
		return tokens{s, c}
	}
	return tokens{s, vg - 1}
}

// insertion is the comma that opens the relative clause or apposition before the verb group at vg, or the token at
// which the search for it ended.
func (sj *subjects) insertion(vg, lo int) int {
	c := vg - 2
	for c > max(lo, vg-longestInsertion) && !sj.is(c, ",") {
		c--
	}
	for c > lo && c > vg-longestInsertion && sj.verbs.finiteIn(c+1, vg, false) >= 0 && !sj.has(c+1, flagRelative) {
		c--
	}
	return c
}

// phraseStart is the first token of the noun phrase that ends before token c: "he and Karl Moss |, the head of the
// league, agreed", "its adviser on trade |, Ana Lind, agreed".
func (sj *subjects) phraseStart(c, lo int) int {
	s := c
	for s > lo && (inNP(sj.tag(s-1)) || s < c && sj.joinsNouns(s-1, lo)) {
		s--
	}
	if s > lo+1 && s < c && sj.is(s-1, "and") && sj.has(s-2, flagPronoun|flagFirst) {
		s -= 2
	}
	if o := sj.nouns.officeBefore(s-1, lo); o > 0 && s < c {
		return sj.phraseStart(o, lo)
	}
	return s
}

// joinsNouns reports a preposition at p between a noun and the rest of its phrase: "its adviser | on | trade", but not
// "came to Varn | after | his spokesman".
func (sj *subjects) joinsNouns(p, lo int) bool {
	return p > lo && sj.has(p, flagPrep) && isNoun(sj.tag(p-1)) && !sj.in(p, words.SourceStart)
}

// longestInsertion is how many tokens may stand between a subject and its verb.
const longestInsertion = 25

// afterObject leaves out the object of a clause before, which "and" or "but" seems to join to the subject: "They
// discussed the harbour and | the president | stressed", "noted the rise, and | she | welcomed". The clause of the
// subject begins at or after lo.
func (sj *subjects) afterObject(t tokens, lo int) tokens {
	c := t.hi - 2
	for c > t.lo && !sj.in(c, words.SourceJoin) {
		c--
	}
	if c <= t.lo {
		return t
	}
	pronoun := c+2 == t.hi && sj.has(c+1, flagPronoun|flagFirst)
	f := sj.verbs.finiteBefore(t.lo, lo)
	object := f >= 0 && (pronoun || sj.objectAt(t.lo, f) && sj.nouns.starts(c+1, t.hi))
	if object || !sj.is(c, "and") || sj.infinitiveBefore(t.lo, c) {
		return tokens{c + 1, t.hi}
	}
	return t
}

// infinitiveBefore reports an infinitive in [lo, c), which a comma ends there: "asked | them to leave, and".
func (sj *subjects) infinitiveBefore(lo, c int) bool {
	for i := lo; i+1 < c && sj.is(c-1, ","); i++ {
		if sj.verbs.infinitive(i, c) {
			return true
		}
	}
	return false
}

// objectAt reports whether the phrase at i is the object of a preposition, or of the verb f right before it, which
// takes no clause.
func (sj *subjects) objectAt(i, f int) bool {
	if sj.has(i-1, flagPrep) {
		return true
	}
	v := sj.w[f].cue.verb
	return f == i-1 && (v == nil || v.frames&frameThat == 0)
}

// names reports a noun, a pronoun or a word that stands for one.
func (sj *subjects) names(t tokens) bool {
	for i := t.lo; i < t.hi; i++ {
		if isNoun(sj.tag(i)) || sj.tag(i) == "PRP" || sj.has(i, flagPronoun|flagFirst) || sj.in(i, words.Indefinite) {
			return true
		}
	}
	return sj.tag(t.hi-1) == "JJ"
}

// whatClause reports a subject whose verb has "what" for its object: "in answer to what | the agency | had said".
func (sj *subjects) whatClause(t tokens) bool {
	for i := t.lo - 1; i < t.hi; i++ {
		if i >= 0 && sj.in(i, words.WhatPronoun) {
			return true
		}
	}
	return false
}

// afterRelative is the subject of a relative clause's own verb: "an attack, over which | the ministry".
func (sj *subjects) afterRelative(t tokens) tokens {
	for i := t.hi - 2; i > t.lo; i-- {
		if sj.has(i, flagFinite) {
			return t
		}
		if sj.is(i, "whose") {
			return tokens{i, t.hi}
		}
		if sj.has(i, flagRelative) && sj.nouns.starts(i+1, t.hi) && !sj.ownVerb(i) {
			return tokens{i + 1, t.hi}
		}
	}
	return t
}

// ownVerb reports "who" before its own verb, which the tagger took for a plural: "who sides with".
func (sj *subjects) ownVerb(i int) bool {
	return sj.is(i, "who") && sj.tag(i+1) == "NNS" && sj.has(i+2, flagPrep)
}

// clauseStart returns where the clause of the verb group at vg begins, not before lo.
func (sj *subjects) clauseStart(vg, lo int) int {
	for i := vg - 1; i >= lo; i-- {
		if sj.is(i, ";", ":", "–", "—", "--") {
			lo = i + 1
		}
	}
	f := max(sj.verbs.finiteBefore(vg, lo), lo-1)
	k := vg
	for k > f+1 && sj.within(k-1, f+1, vg) {
		k--
	}
	if f < lo && !sj.opens(k, lo) {
		return lo
	}
	if k < vg && k > f+2 && sj.is(k-1, "and") && sj.has(k-2, flagPronoun|flagFirst) {
		k -= 2 // "where | he and Karl Moss | agreed"
	}
	return k // a clause stands before: the subject is the noun phrase next to the verb
}

// opens reports whether a conjunction opens a clause right before token k, after a comma or a verb: "Relations soured,
// when | Lima", "ties that suffered when | Lima". The verb before may be one that the tagger took for a participle.
func (sj *subjects) opens(k, lo int) bool {
	if k-2 <= lo || !sj.in(k-1, words.SubjectOpener) || sj.is(k-1, "and") && sj.nouns.described(lo, k-2) {
		return false
	}
	return sj.is(k-2, ",") || sj.tag(k-1) == "WRB" && sj.verbs.finiteIn(lo, k-1, false) >= 0
}

// within reports a token of the noun phrase that ends at vg; lo is the first token that can be of it.
func (sj *subjects) within(p, lo, vg int) bool {
	if inNP(sj.tag(p)) || sj.is(p, "of", "&", "both") {
		return true
	}
	return p > lo && p+1 < vg && sj.in(p, words.SubjectJoin) && isNoun(sj.tag(p-1)) && inNP(sj.tag(p+1))
}

// dropTail takes adjuncts that stand between name and verb off the end: "in a statement on June 8", "Friday", "at
// talks".
func (sj *subjects) dropTail(t tokens) tokens {
	for k := t.lo + 1; k < t.hi; k++ {
		if sj.adverbials.beginsTail(k, t.hi) {
			t.hi = k
			break
		}
	}
	if n := t.len(); n > 2 && sj.tag(t.hi-1) == "VBN" && sj.is(t.hi-2, ",") {
		t.hi -= 2
	}
	for t.len() > 1 && (sj.in(t.hi-1, words.SubjectTail, ",") || sj.tag(t.hi-1) == "RB") {
		t.hi--
	}
	return t
}

// withVerb returns the first finite verb of [lo, hi), which does not begin it, with its subject.
func (sj *subjects) withVerb(lo, hi int) (f int, subject tokens, ok bool) {
	if f = sj.verbs.finiteIn(lo, hi, true); f <= lo {
		return f, tokens{}, false
	}
	subject, ok = sj.before(sj.verbs.group(f, lo), lo)
	return f, subject, ok
}

// antecedent replaces "an article which" by its noun phrase.
func (sj *subjects) antecedent(t *tokens) bool {
	if t.hi-1 <= t.lo || !sj.in(t.hi-1, words.RelativePronoun) {
		return false
	}
	t.hi--
	for t.hi > t.lo && sj.is(t.hi-1, ",") {
		t.hi--
	}
	s := t.hi
	for s > t.lo && (inNP(sj.tag(s-1)) || sj.is(s-1, "of")) {
		s--
	}
	t.lo = s
	return true
}
