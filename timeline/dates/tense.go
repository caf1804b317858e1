package dates

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
func (p *parser) tenseAt(i, j int) tense {
	if p.fronted(i) {
		if t := p.tenseAfter(i, j); t != unknown {
			return t
		}
	}
	switch {
	case p.is(i-1, "since"):
		return past
	case p.is(i-1, "as") && p.in(i-2, words.AsSoon):
		return future
	}
	if t, told := p.tenseBefore(i); told {
		return t
	}
	return p.tenseAfter(i, j)
}

// tenseBefore looks for the nearest verb before the expression that begins at i. told is false where none stands. An
// infinitive or a verb in the present speaks of the future, unless a verb further left decides.
func (p *parser) tenseBefore(i int) (t tense, told bool) {
	infinitive, present := false, false
	for k := i - 1; k >= 0 && k >= i-reach; k-- {
		if p.at(k+1).first || p.is(k, ";") {
			break
		}
		switch {
		case p.planAt(k, i, infinitive), p.arrangedVerb(k) && !p.pastVerb(k):
			return future, true
		case k < i-1 && p.infinitiveAt(k):
			infinitive = true
		case p.pastVerb(k) && infinitive:
			return unknown, true // "asked him to come on Monday": either
		case p.pastVerb(k):
			return past, true
		case p.in(k, words.PresentVerb):
			present = true
		}
	}
	return future, infinitive || present
}

// planAt tells whether the word at k sets what is told at i in the future: "until", "will", "planned to", "due".
func (p *parser) planAt(k, i int, infinitive bool) bool {
	switch {
	case p.is(k, "until", "till"):
		return k >= i-2
	case p.in(k, words.Planned) && infinitive, p.in(k, words.Scheduled) && k >= i-4:
		return true
	}
	return p.in(k, words.Modal) && !p.at(k).capital
}

// infinitiveAt tells whether "to" at k begins an infinitive: a word in small letters follows that is no determiner.
func (p *parser) infinitiveAt(k int) bool {
	return p.is(k, "to") && p.small(k+1) && p.isWord(k+1) && !p.in(k+1, words.ToDeterminer)
}

// fronted tells whether the expression opens its clause: "On Monday, he will", "...; on Monday he will".
func (p *parser) fronted(i int) bool {
	if w := p.at(i - 1).word; w.prep && !p.at(i).first {
		i--
	}
	return p.at(i).first || p.is(i-1, ";")
}

// tenseAfter looks for the first verb after the expression in its sentence.
func (p *parser) tenseAfter(i, j int) tense {
	for k := j; k < len(p.t) && k < j+reach; k++ {
		if p.at(k).first && k > i {
			break
		}
		switch {
		case p.in(k, words.FutureAuxiliary) && !p.at(k).capital, p.arrangedVerb(k):
			return future
		case p.pastVerb(k), p.is(k, "has", "have"):
			return past
		}
	}
	return unknown
}

// arrangedVerb tells whether the word at k is a verb in the present for what is arranged: "the talks start on
// Thursday", "Xi visits Moscow". Its subject stands before it, which tells it from the noun: "three visits", "the
// start".
func (p *parser) arrangedVerb(k int) bool {
	t := p.at(k)
	noun, enters := p.in(k, words.ArrangedNoun), p.in(k, words.ArrangedEntry) && p.is(k+1, "into")
	if !noun && !enters && !p.in(k, words.ArrangedVerb) || t.capital || !p.isWord(k-1) {
		return false
	}
	if third := t.low[len(t.low)-1] == 's'; !third {
		return p.pluralSubject(k - 1)
	}
	s := p.at(k - 1)
	if p.in(k-1, words.SingularSubject) || s.capital {
		return true
	}
	return !noun && !s.known && !p.in(k-1, words.NounLead)
}

// pluralSubject tells whether the word at k is the subject of a verb in the plural, as the end of a noun phrase: "the
// talks", "they", "Xi and Putin".
func (p *parser) pluralSubject(k int) bool {
	s := p.at(k)
	plural := len(s.low) > 3 && s.low[len(s.low)-1] == 's' && !s.capital && !s.known
	return plural || p.in(k, words.PluralPronoun) || s.capital && p.is(k-1, "and") && p.at(k-2).capital
}

// pastVerb tells whether the word at k is a verb in the past, by the lexicon or by its ending. "be released" is not.
func (p *parser) pastVerb(k int) bool {
	t := p.at(k)
	if t.capital && !t.first || p.in(k-1, words.NotVerbBefore) {
		return false
	}
	n := len(t.low)
	return t.word.past && !t.word.ago || n > 4 && t.low[n-2:] == "ed" && !t.known
}

// sameSentence tells whether the tokens a < b stand in one sentence.
func (p *parser) sameSentence(a, b int) bool {
	if b-a > 2*reach {
		return false
	}
	for k := a + 1; k <= b; k++ {
		if p.at(k).first {
			return false
		}
	}
	return true
}
