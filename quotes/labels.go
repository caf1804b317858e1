package quotes

// labelRole is what a word of data/lexicon/labels.tsv tells of the label that it stands in.
type labelRole string

const (
	roleAsks    labelRole = "asks"
	roleAnswers labelRole = "answers"
	roleAside   labelRole = "aside"
	roleTitle   labelRole = "title"
	roleChair   labelRole = "chair"
	roleHeading labelRole = "heading"
)

// label is what stands before the words of a turn: "Q:", "MR. LUND:", "The President.", "Mr. SMITH of New Jersey.".
type label struct {
	name tokens // without brackets and without the colon or full stop; empty for no label
	from int    // the first token of the words
	weak bool   // counts only where other labels show a transcript: "Reuters:", "Q Will you ..."
}

func (l label) ok() bool { return !l.name.empty() }

// labelAt reads the label at the head of a paragraph of the tokens t.
func (g *grammar) labelAt(t tokens) label {
	if t.empty() || lexicon().labels[g.w[t.lo].low] == roleHeading {
		return label{}
	}
	if c := g.colonLabel(t); c > 0 {
		return label{name: g.labelName(t, c), from: c + 1}
	}
	if c := g.outletLabel(t); c > 0 {
		return label{name: g.labelName(t, c), from: c + 1, weak: true}
	}
	if l := g.bareLabel(t); l.ok() {
		return l
	}
	return g.stopLabel(t)
}

// isTurn reports a paragraph that a label with a colon opens.
func (g *grammar) isTurn(t tokens) bool { return !t.empty() && g.colonLabel(t) > 0 }

// bareLabel reads "Q" and "A" without a sign behind them, as briefings print them.
func (g *grammar) bareLabel(t tokens) label {
	if t.len() < 2 || !g.isLetterRole(t.lo) || !g.opensTurn(t.lo+1) && !g.is(t.lo+1, "—", "–", "-") {
		return label{}
	}
	if gap := g.d.Tokens[t.lo+1].Start - g.d.Tokens[t.lo].End; gap == 1 && g.is(t.lo, "a") {
		return label{} // "A Norland ship"
	}
	return label{name: tokens{t.lo, t.lo + 1}, from: t.lo + 1, weak: true}
}

// isLetterRole reports a role of one letter, "Q" or "A".
func (g *grammar) isLetterRole(i int) bool { return g.d.Tokens[i].Len() == 1 && g.isRole(i) }

// maxStopLabel is the length in tokens of the longest label before a full stop.
const maxStopLabel = 10

// stopLabel reads a label that a full stop ends, as the records of parliaments and of press conferences print it.
func (g *grammar) stopLabel(t tokens) label {
	if role := g.w[t.lo].low; words.TranscriptRole[role] {
		if t.len() > 1 && g.opensTurn(t.lo+1) {
			return label{name: tokens{t.lo, t.lo + 1}, from: t.lo + 1, weak: true}
		}
		return label{}
	}
	for k := t.lo + 1; k < t.hi && k <= t.lo+maxStopLabel; k++ {
		if g.is(k, ".") {
			l := label{name: g.labelName(t, k), from: k + 1, weak: !allCaps(g.d.Word(t.lo + 1))}
			if k+1 < t.hi && g.opensTurn(k+1) && g.stopName(l.name) {
				return l
			}
			return label{}
		}
		if g.is(k, ":", ";", ",", "?", "!") || g.has(k, flagQuoteMark) {
			return label{}
		}
	}
	return label{}
}

// stopName reports a name that may stand before a full stop: a title and a surname in capitals, "The" and an office,
// or an office and a surname.
func (g *grammar) stopName(t tokens) bool {
	roles := lexicon().labels
	if g.is(t.lo, "the") {
		for i := t.lo + 1; i < t.hi; i++ {
			if roles[g.w[i].low] == roleChair {
				return t.len() <= 5 && g.capital(t.lo+1)
			}
		}
		return false
	}
	if t.len() < 2 || roles[g.w[t.lo].low] != roleTitle && g.w[t.lo].noun&nounOffice == 0 {
		if g.is(t.lo, "q") && t.len() == 1 {
			return true
		}
		return false
	}
	for i := t.lo; i < t.hi; i++ {
		if !g.capital(i) && !g.in(i, words.LabelInner) {
			return false
		}
	}
	return allCaps(g.d.Word(t.lo+1)) || g.w[t.lo].noun&nounOffice != 0
}

// outletLabel reads a label of one to four capitalised words before a colon, such as a questioner's: "Reuters:", "The
// Paper:".
func (g *grammar) outletLabel(t tokens) int {
	for k := t.lo + 1; k < t.hi && k <= t.lo+5; k++ {
		if g.is(k, ":") {
			if k+1 < t.hi && g.opensTurn(k+1) && g.nameLike(k-1) {
				return k
			}
			return 0
		}
		if !g.capital(k) {
			return 0
		}
	}
	return 0
}

// nameLike reports a word that may end a name.
func (g *grammar) nameLike(i int) bool {
	return isNoun(g.tag(i)) || allCaps(g.d.Word(i)) || g.w[i].noun&(nounMedium|nounOffice) != 0 || g.isRole(i)
}

// colonLabel returns the colon after a speaker's label at the head of a paragraph, 0 where there is none.
func (g *grammar) colonLabel(t tokens) int {
	colon := g.firstColon(t)
	if colon == 0 {
		return 0
	}
	hi := g.labelName(t, colon).hi
	if hi-t.lo == 1 && g.isRole(t.lo) {
		return colon
	}
	if colon+1 >= t.hi && !allCaps(g.d.Text[g.d.Tokens[t.lo].Start:g.d.Tokens[hi-1].End]) {
		return 0
	}
	if g.named(t.lo, hi) && (colon+1 >= t.hi || g.opensTurn(colon+1) || g.is(colon+1, "—", "–", "-")) {
		return colon
	}
	return 0
}

// firstColon returns the colon within the first words of a paragraph, 0 where the end of a sentence or a mark comes
// before it.
func (g *grammar) firstColon(t tokens) int {
	for k := t.lo + 1; k < t.hi && k < t.lo+30; k++ {
		if g.is(k, ":") {
			return k
		}
		initial := g.is(k, ".") && g.d.Tokens[k-1].Len() <= 3 && allCaps(g.d.Word(k-1))
		if g.is(k, ";", "?", "!") || g.has(k, flagQuoteMark) || g.is(k, ".") && !initial {
			return 0
		}
	}
	return 0
}
