package dates

// verbs tell by the verbs of a sentence whether it speaks of what was or of what is to come. They know where an
// expression stands, not what it says.
type verbs struct{ t *tokens }

// A tense is the direction in time of the words around an expression.
type tense int8

const (
	unknown tense = iota
	past
	future
)

// reach bounds how far from an expression its verb is looked for, in tokens.
const reach = 30

// tenseAt looks for the nearest verb before the expression [i, j) in its sentence, or else for the first one after it.
func (r *verbs) tenseAt(i, j int) tense {
	if r.opensEntry(i, j) {
		return past
	}
	if r.fronted(i) {
		if t := r.tenseAfter(i, j); t != unknown {
			return t
		}
	}
	switch {
	case r.t.is(i-1, "since"), r.resumes(i, j):
		return past
	case r.t.is(i-1, "as") && r.t.in(i-2, words.AsSoon):
		return r.tenseOfSoon(i, j)
	}
	if t, told := r.tenseBefore(i); told {
		return t
	}
	return r.tenseAfter(i, j)
}

// tenseBefore looks for the nearest verb before the expression that begins at i. told is false where none stands. An
// infinitive or a verb in the present speaks of the future, unless a verb further left decides.
func (r *verbs) tenseBefore(i int) (t tense, told bool) {
	infinitive, present := false, false
	for k := i - 1; k >= 0 && k >= i-reach; k-- {
		if r.t.at(k+1).first || r.t.is(k, ";") {
			break
		}
		k = r.beforeMarks(k)
		switch {
		case r.refuses(k):
			return past, true
		case r.planAt(k, i, infinitive), r.arrangedVerb(k) && !r.pastVerb(k):
			return future, true
		case k < i-1 && r.infinitiveAt(k):
			infinitive = true
		case r.pastVerb(k) && infinitive:
			return unknown, true // "asked him to come on Monday": either
		case r.pastVerb(k):
			return past, true
		case r.t.in(k, words.PresentVerb):
			present = true
		}
	}
	return future, infinitive || present
}

// beforeMarks is the index of the mark that opens the words in marks which end at k: their verbs tell nothing of when
// they were said. It is k itself where none end.
func (r *verbs) beforeMarks(k int) int {
	opens := "“"
	switch {
	case r.t.is(k, `"`):
		opens = `"`
	case !r.t.is(k, "”"):
		return k
	}
	for o := k - 1; o >= 0 && o >= k-reach && !r.t.at(o+1).line; o-- {
		if r.t.is(o, opens) {
			return o
		}
	}
	return k
}

// planAt tells whether the word at k sets what is told at i in the future: "until", "will", "planned to", "due".
func (r *verbs) planAt(k, i int, infinitive bool) bool {
	switch {
	case r.t.is(k, "until", "till"):
		return k >= i-2 && !r.t.is(k-1, "not") // "it was | not until Monday | that he spoke"
	case r.t.in(k, words.Planned) && infinitive, r.t.in(k, words.Scheduled) && k >= i-4:
		return true
	}
	return r.t.in(k, words.Modal) && !r.t.at(k).capital
}

// refuses tells whether the word at k is that of a refusal: "he | would | not confirm it on Monday". After a verb in
// the past it is what was said to come: "he said he would not come on Monday".
func (r *verbs) refuses(k int) bool {
	if !r.refusal(k) {
		return false
	}
	for n := k - 1; n >= 0 && n >= k-reach && !r.t.at(n+1).first; n-- {
		if r.pastVerb(n) || r.t.in(n, words.PresentVerb) || r.t.is(n, "that") || r.t.in(n, words.FutureConjunction) {
			return false
		}
	}
	return true
}

// refusal tells whether the word at k is a modal in the past with a negation after it: "would not".
func (r *verbs) refusal(k int) bool {
	return r.t.in(k, words.RefusalModal) && r.t.in(k+1, words.RefusalNegation)
}

// infinitiveAt tells whether "to" at k begins an infinitive: a word in small letters follows that is no determiner and
// no plural, as in "speaking to reporters".
func (r *verbs) infinitiveAt(k int) bool {
	return r.t.is(k, "to") && r.t.small(k+1) && r.t.isWord(k+1) && !r.t.in(k+1, words.ToDeterminer) &&
		!plural(r.t.at(k+1).low)
}

// plural tells whether a word ends as nouns in the plural do, and no infinitive: not as "discuss" and "focus".
func plural(w string) bool {
	n := len(w)
	return n > 3 && w[n-1] == 's' && w[n-2] != 's' && w[n-2] != 'u'
}

// fronted tells whether the expression opens its clause: "On Monday, he will", "...; on Monday he will", "..., and on
// Monday he will".
func (r *verbs) fronted(i int) bool {
	if w := r.t.at(i - 1).word; w.prep && !r.t.at(i).first {
		i--
	}
	return r.t.at(i).first || r.t.is(i-1, ";") || r.t.in(i-1, words.NewClauseJoin) && r.t.is(i-2, ",")
}

// tenseOfSoon is the tense of "as early as" and "as soon as" before the expression: that of the verb of what was early,
// "said | as early as Monday", "As early as Monday, he had", else future.
func (r *verbs) tenseOfSoon(i, j int) tense {
	if !r.t.in(i-2, words.EarlyAdverb) {
		return future
	}
	t, _ := r.tenseBefore(i - 3)
	if r.t.at(i - 3).first {
		t = r.tenseAfter(i, j)
	}
	if t == past {
		return past
	}
	return future
}

// resumes tells whether the expression stands before a verb in the past, after a clause in commas or before a verb of
// saying: "Lind, who leads the party, | on Monday | called", "to judge by it, Lind | on Monday | said".
func (r *verbs) resumes(i, j int) bool {
	if r.t.at(i - 1).word.prep {
		i--
	}
	if r.t.at(i).first || r.t.at(j).first || !r.pastVerb(j) {
		return false
	}
	return r.t.is(i-1, ",") || r.t.in(j, words.Speaking) && !r.t.in(j+1, words.ParticipleTail)
}

// opensEntry tells whether the expression heads an entry of a log: "Tuesday, 10:20 p.m. —".
func (r *verbs) opensEntry(i, j int) bool {
	if i > 0 && !r.t.at(i).line {
		return false
	}
	for k := j; k < j+longestClock && k < len(r.t.list) && !r.t.at(k).line; k++ {
		if r.t.is(k, "—", "–") {
			return true
		}
	}
	return false
}

// longestClock is how many tokens of a clock may stand between the day and the dash of an entry of a log: ", 10:20
// p.m. —".
const longestClock = 9

// tenseAfter looks for the first verb after the expression in its sentence, but not in a relative clause in commas: "On
// Monday, Lind, | who leads the party, | said".
func (r *verbs) tenseAfter(i, j int) tense {
	for k := j; k < len(r.t.list) && k < j+reach; k++ {
		if r.t.at(k).first && k > i {
			break
		}
		k = r.afterRelative(k)
		switch {
		case r.refusal(k):
			return past
		case r.t.in(k, words.FutureAuxiliary) && !r.t.at(k).capital, r.arrangedVerb(k):
			return future
		case r.pastVerb(k), r.t.is(k, "has", "have"):
			return past
		}
	}
	return unknown
}

// afterRelative is the comma that ends the relative clause in commas which opens at k, else k.
func (r *verbs) afterRelative(k int) int {
	if !r.t.is(k-1, ",") || !r.t.in(k, words.ClauseRelative) {
		return k
	}
	for end := k + 1; end < len(r.t.list) && end < k+reach && !r.t.at(end).first; end++ {
		if r.t.is(end, ",") {
			return end
		}
	}
	return k
}

// arrangedVerb tells whether the word at k is a verb in the present for what is arranged: "the talks start on
// Thursday", "Xi visits Moscow". Its subject stands before it, which tells it from the noun: "three visits", "the
// start".
func (r *verbs) arrangedVerb(k int) bool {
	t := r.t.at(k)
	if r.t.in(k, words.ArrangedNoun) && r.t.is(k+1, "of") {
		return false // "heads | of state"
	}
	noun, enters := r.t.in(k, words.ArrangedNoun), r.t.in(k, words.ArrangedEntry) && r.t.is(k+1, "into")
	if !noun && !enters && !r.t.in(k, words.ArrangedVerb) || t.capital || !r.t.isWord(k-1) {
		return false
	}
	if third := t.low[len(t.low)-1] == 's'; !third {
		return r.pluralSubject(k - 1)
	}
	s := r.t.at(k - 1)
	if r.t.in(k-1, words.SingularSubject) || s.capital {
		return true
	}
	return !noun && !s.known && !r.t.in(k-1, words.NounLead)
}

// pluralSubject tells whether the word at k is the subject of a verb in the plural, as the end of a noun phrase: "the
// talks", "they", "Xi and Putin".
func (r *verbs) pluralSubject(k int) bool {
	s := r.t.at(k)
	plural := len(s.low) > 3 && s.low[len(s.low)-1] == 's' && !s.capital && !s.known
	return plural || r.t.in(k, words.PluralPronoun) || s.capital && r.t.is(k-1, "and") && r.t.at(k-2).capital
}

// pastVerb tells whether the word at k is a verb in the past, by the lexicon or by its ending. "be released" is not.
func (r *verbs) pastVerb(k int) bool {
	t := r.t.at(k)
	if t.capital && !t.first || r.t.in(k-1, words.NotVerbBefore) {
		return false
	}
	n := len(t.low)
	return t.word.past && !t.word.ago || n > 4 && t.low[n-2:] == "ed" && !t.known
}
