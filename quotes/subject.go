package quotes

// subjectBefore finds the noun phrase that is the subject of the verb group which begins at vg, within a sentence (or a
// clause) that begins at lo. Introductory adverbials, and adjuncts between name and verb, are left out; appositives and
// relative clauses stay in.
func (g *grammar) subjectBefore(vg, lo int) (tokens, bool) {
	if vg > lo && g.has(vg-1, flagPronoun|flagFirst) && !(vg > lo+1 && g.is(vg-2, "and", "or")) {
		return tokens{vg - 1, vg}, true
	}
	t := tokens{g.clauseStart(vg, lo), vg}
	if t.empty() && vg > lo+1 && g.is(vg-1, "and", "but", ",") {
		// the verb shares the subject of the one before: "gave explanations and noted that"
		for f := vg - 2; f > lo; f-- {
			if g.has(f, flagFinite) && !g.inRelative(f, lo) {
				return g.subjectBefore(g.verbGroup(f, lo), lo)
			}
		}
	}
	t = g.dropIntro(t)
	t = g.dropTail(g.afterRelative(t))
	if t.empty() || g.in(t.lo, words.RelativePronoun) && t.len() == 1 || g.whatClause(t) {
		return t, false
	}
	for i := t.lo; i < t.hi; i++ {
		if isNoun(g.tag(i)) || g.tag(i) == "PRP" || g.has(i, flagPronoun|flagFirst) || g.in(i, words.Indefinite) ||
			g.tag(i) == "JJ" && i+1 == t.hi {
			return t, true
		}
	}
	return t, false
}

// whatClause reports a subject whose verb has "what" for its object: "in answer to what | the agency | had said".
func (g *grammar) whatClause(t tokens) bool {
	for i := t.lo - 1; i < t.hi; i++ {
		if i >= 0 && g.is(i, "what", "whatever") {
			return true
		}
	}
	return false
}

// afterRelative is the subject of a relative clause's own verb: "an attack, over which | the ministry".
func (g *grammar) afterRelative(t tokens) tokens {
	for i := t.hi - 2; i > t.lo; i-- {
		if g.has(i, flagFinite) {
			return t
		}
		if g.has(i, flagRelative) && !g.is(i, "whose") && g.startsNP(i+1, t.hi) {
			return tokens{i + 1, t.hi}
		}
	}
	return t
}

// clauseStart returns where the clause of the verb group at vg begins, not before lo.
func (g *grammar) clauseStart(vg, lo int) int {
	for i := vg - 1; i >= lo; i-- {
		if g.is(i, ";", ":", "–", "—", "--") {
			return i + 1
		}
	}
	f := -1
	for i := vg - 1; i >= lo; i-- {
		if g.has(i, flagFinite) && !g.inRelative(i, lo) {
			f = i
			break
		}
	}
	if f < 0 {
		return lo
	}
	// a clause stands before: the subject is the noun phrase next to the verb
	k := vg
	for k > f+1 {
		p := k - 1
		if inNP(g.tag(p)) || g.is(p, "of", "&", "both") ||
			g.in(p, words.SubjectJoin) && k < vg && p > f+1 && isNoun(g.tag(p-1)) && inNP(g.tag(k)) {
			k--
			continue
		}
		break
	}
	return k
}

// inRelative reports whether the finite verb at i belongs to a relative clause: who, which or that stands close
// before it.
func (g *grammar) inRelative(i, lo int) bool {
	for k := i - 1; k >= lo && k >= i-5; k-- {
		if g.has(k, flagRelative) || g.is(k, "that") && k > lo && isNoun(g.tag(k-1)) {
			return true
		}
		if g.is(k, ",") || g.has(k, flagFinite) && !g.has(k, flagHave|flagBe) && g.tag(k) != "MD" {
			if g.is(k+1, "and") {
				continue
			}
			return false
		}
	}
	return false
}

// dropIntro takes conjunctions, adverbs and adverbial phrases off the front of a subject's region.
func (g *grammar) dropIntro(t tokens) tokens {
	for !t.empty() {
		i := t.lo
		switch {
		case g.in(i, words.SubjectOpener, ",") || g.has(i, flagQuoteMark) || g.is(i, "-", "•", "*"): // the sign of a list's item
			t.lo++
		case g.in(i, words.ListOrdinal) && i+1 < t.hi && g.is(i+1, ","):
			t.lo += 2
		case g.timeAgo(t) > 0:
			t.lo = g.timeAgo(t)
		case g.tag(i) == "RB" || g.in(i, words.SubjectAdverb):
			t.lo++
		case g.has(i, flagTime) && i+1 < t.hi:
			t.lo = max(g.timePhrase(i, t.hi), i+1)
		case g.in(i, words.PointingWord) && g.timePhrase(i, t.hi) > i:
			t.lo = g.timePhrase(i, t.hi)
		case g.is(i, "that") && i+1 < t.hi && g.is(i+1, "day"):
			t.lo += 2
		case g.introPhrase(i):
			k := g.introEnd(t)
			if k <= t.lo && g.in(i, words.SubjectConjunction) && g.npEnd(i+1, t.hi) == t.hi {
				k = i + 1 // "As the league demands that"
			}
			if k <= t.lo {
				return t
			}
			t.lo = k
		default:
			return t
		}
	}
	return t
}

// timeAgo returns the token behind "a few years ago", "two weeks later" or "shortly ago" at the front of t; 0 for none.
func (g *grammar) timeAgo(t tokens) int {
	for k := t.lo; k+1 < t.hi && k < t.lo+5; k++ {
		if g.in(k, words.TimeUnit) &&
			g.in(k+1, words.OffsetDirection) {
			return k + 2
		}
		if !inNP(g.tag(k)) && g.tag(k) != "RB" {
			break
		}
	}
	return 0
}

// introPhrase reports whether an adverbial phrase or a participle begins at i.
func (g *grammar) introPhrase(i int) bool {
	return g.has(i, flagPrep) || g.tag(i) == "VBG" || g.in(i, words.SubjectLead) || g.tag(i) == "VBN"
}

// introEnd returns where the subject begins behind an introductory phrase at t.lo.
func (g *grammar) introEnd(t tokens) int {
	last := t.hi - 1
	if g.is(last, ",") { // an appositive closes before the verb: its comma does not end the introduction
		last--
		for last > t.lo && !g.is(last, ",") {
			last--
		}
		last--
	}
	for k := last; k > t.lo; k-- {
		if g.is(k, ",") && g.finiteIn(k+1, t.hi, true) < 0 && g.startsNP(k+1, t.hi) {
			return k + 1
		}
	}
	if k := t.hi - 1; k > t.lo && g.has(k, flagPronoun|flagFirst) {
		return k
	}
	// no comma: "At the rally speakers", "In the message Pak", "On Monday the president"
	if k := g.adjunct(t.lo, t.hi); k > t.lo && k < t.hi {
		return k
	}
	k := g.npEnd(t.lo+1, t.hi)
	for k+1 < t.hi && k > t.lo+1 && g.in(k, words.SubjectPreposition) {
		k = g.npEnd(k+1, t.hi)
	}
	if k < t.hi && k > t.lo+1 && g.startsNP(k, t.hi) {
		return k
	}
	return t.lo
}

func (g *grammar) startsNP(i, hi int) bool {
	return i < hi &&
		(inNP(g.tag(i)) && g.tag(i) != "VBN" && g.tag(i) != "VBG" || g.has(i, flagPronoun|flagFirst) || g.in(i, words.SubjectQuantifier))
}

// dropTail takes adjuncts that stand between name and verb off the end: "in a statement on June 8", "Friday", "at
// talks".
func (g *grammar) dropTail(t tokens) tokens {
	for k := t.lo + 1; k < t.hi; k++ {
		if g.has(k, flagTime) && !g.is(k-1, "of", "the") && g.adjunctRun(k, t.hi) {
			t.hi = k
			break
		}
		if g.is(k, ",") && k+1 < t.hi &&
			(g.adjunct(k+1, t.hi) > k+1 && g.adjunctRun(k, t.hi) || k+2 < t.hi && g.is(k+1, "on") && g.is(k+2, "behalf")) {
			t.hi = k
			break
		}
		if g.in(k, words.SubjectAdverbial) {
			if e := g.adjunct(k, t.hi); e > k && g.adjunctRun(k, t.hi) {
				t.hi = k
				break
			}
		}
	}
	if n := t.len(); n > 2 && g.tag(t.hi-1) == "VBN" && g.is(t.hi-2, ",") {
		t.hi -= 2
	}
	for !t.empty() && (g.in(t.hi-1, words.SubjectTail, ",") && t.len() > 1 || g.tag(t.hi-1) == "RB" && t.len() > 1) {
		t.hi--
	}
	return t
}

// adjunctRun reports whether nothing but adjuncts and commas stands in [k, hi).
func (g *grammar) adjunctRun(k, hi int) bool {
	for k < hi {
		e := g.adjunct(k, hi)
		if e == k {
			if !g.is(k, ",") {
				e = g.carrierTail(k, hi)
				if e == k {
					// an "of" phrase or a place behind a document's name
					if !g.has(k, flagPrep) && !g.is(k, "and") {
						return false
					}
					e = g.npEnd(k+1, hi)
					if e == k+1 {
						return false
					}
				}
			} else {
				e = k + 1
			}
		}
		k = e
	}
	return true
}
