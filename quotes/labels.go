package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// labels finds the label at the head of a paragraph. Whether the text is a transcript it does not know.
type labels struct {
	*wording
	names labelNames
}

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

// AsksLabel reports whether a word in lower case is a label of those who ask in a transcript: "q", "reporter".
func AsksLabel(word string) bool { return lexicon().labels[word] == roleAsks }

// label is what stands before the words of a turn: "Q:", "MR. LUND:", "The President.", "Mr. SMITH of New Jersey.".
type label struct {
	name tokens // without brackets and without the colon or full stop; empty for no label
	from int    // the first token of the words
	weak bool   // counts only where other labels show a transcript: "Reuters:", "Q Will you ..."
}

func (l label) ok() bool { return !l.name.empty() }

// at reads the label at the head of a paragraph of the tokens t.
func (lb *labels) at(t tokens) label {
	if t.empty() || lexicon().labels[lb.w[t.lo].low] == roleHeading {
		return label{}
	}
	if l := lb.announced(t); l.ok() {
		return l
	}
	if c := lb.colon(t); c > 0 {
		return label{name: lb.names.of(t, c), from: c + 1}
	}
	if c := lb.outlet(t); c > 0 {
		return label{name: lb.names.of(t, c), from: c + 1, weak: true}
	}
	if l := lb.bare(t); l.ok() {
		return l
	}
	return lb.stop(t)
}

// isTurn reports a paragraph that a label with a colon opens.
func (lb *labels) isTurn(t tokens) bool { return !t.empty() && lb.colon(t) > 0 }

// bare reads "Q" and "A" without a sign after them, as briefings print them.
func (lb *labels) bare(t tokens) label {
	if t.len() < 2 || !lb.names.isLetterRole(t.lo) || !lb.opensTurn(t.lo+1) && !lb.is(t.lo+1, "—", "–", "-") {
		return label{}
	}
	if gap := lb.d.Tokens[t.lo+1].Start - lb.d.Tokens[t.lo].End; gap == 1 && lb.is(t.lo, "a") {
		return label{} // "A Norland ship"
	}
	return label{name: tokens{t.lo, t.lo + 1}, from: t.lo + 1, weak: true}
}

// maxStopLabel is the length in tokens of the longest label before a full stop.
const maxStopLabel = 10

// stop reads a label that a full stop ends, as the records of parliaments and of press conferences print it.
func (lb *labels) stop(t tokens) label {
	if role := lb.w[t.lo].low; words.TranscriptRole[role] {
		if t.len() > 1 && lb.opensTurn(t.lo+1) {
			return label{name: tokens{t.lo, t.lo + 1}, from: t.lo + 1, weak: true}
		}
		return label{}
	}
	for k := t.lo + 1; k < t.hi && k <= t.lo+maxStopLabel; k++ {
		if lb.is(k, ".") {
			l := label{name: lb.names.of(t, k), from: k + 1, weak: !allCaps(lb.d.Word(t.lo + 1))}
			if k+1 < t.hi && lb.opensTurn(k+1) && lb.names.stopName(l.name) {
				return l
			}
			return label{}
		}
		if lb.is(k, ":", ";", ",", "?", "!") || lb.has(k, flagQuoteMark) {
			return label{}
		}
	}
	return label{}
}

// outlet reads a label of one to four capitalised words before a colon, such as a questioner's: "Reuters:", "The
// Paper:", "The Islander:", "The Harbour and Quay:".
func (lb *labels) outlet(t tokens) int {
	the := lb.is(t.lo, "the")
	for k := t.lo + 1; k < t.hi && k <= t.lo+5; k++ {
		if lb.is(k, ":") {
			name := lb.names.nameLike(k-1) || the && k == t.lo+2 && lb.tag(k-1) == "JJ"
			if k+1 < t.hi && lb.opensTurn(k+1) && name {
				return k
			}
			return 0
		}
		if !lb.capital(k) && !(the && k > t.lo+1 && lb.in(k, words.LabelInner)) {
			return 0
		}
	}
	return 0
}

// announced reads a sentence before a colon that announces a question, "The following question was raised after the
// press conference:", or that somebody goes on asking: "The journalist clarified:". Its label is the noun of asking.
func (lb *labels) announced(t tokens) label {
	colon := lb.firstColon(t)
	for k := t.lo; k+1 < colon; k++ {
		if lexicon().labels[lb.w[k].low] != roleAsks {
			continue
		}
		first := k == t.lo || k == t.lo+1 && lb.tag(t.lo) == "DT"
		asked := first && lb.in(k+1, words.QuestionerVerb)
		if lb.in(k, words.QuestionNoun) {
			v := k + 1
			for v < colon && lb.in(v, words.BeForm) {
				v++
			}
			asked = (k == t.lo || lb.is(k-1, "following", "this")) && lb.in(v, words.QuestionRaised)
		}
		if asked {
			return label{name: tokens{k, k + 1}, from: colon + 1, weak: true}
		}
	}
	return label{}
}

// colon returns the colon after a speaker's label at the head of a paragraph, 0 where there is none.
func (lb *labels) colon(t tokens) int {
	colon := lb.firstColon(t)
	if colon == 0 {
		return 0
	}
	hi := lb.names.of(t, colon).hi
	if hi-t.lo == 1 && lb.names.isRole(t.lo) {
		return colon
	}
	if colon+1 >= t.hi && !allCaps(lb.d.Text[lb.d.Tokens[t.lo].Start:lb.d.Tokens[hi-1].End]) {
		return 0
	}
	if lb.names.named(t.lo, hi) && (colon+1 >= t.hi || lb.opensTurn(colon+1) || lb.is(colon+1, "—", "–", "-")) {
		return colon
	}
	return 0
}

// firstColon returns the colon within the first words of a paragraph, 0 where the end of a sentence or a mark comes
// before it.
func (lb *labels) firstColon(t tokens) int {
	for k := t.lo + 1; k < t.hi && k < t.lo+30; k++ {
		if lb.is(k, ":") {
			return k
		}
		initial := lb.is(k, ".") && lb.d.Tokens[k-1].Len() <= 3 && allCaps(lb.d.Word(k-1))
		if lb.is(k, ";", "?", "!") || lb.has(k, flagQuoteMark) || lb.is(k, ".") && !initial {
			return 0
		}
	}
	return 0
}

// opensTurn reports whether the words of a turn may begin with token i: a capital, a figure, a mark or a bracket.
func (lb *labels) opensTurn(i int) bool {
	r, _ := utf8.DecodeRuneInString(lb.d.Word(i))
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("“\"‘«…<([¿", r)
}

// headline reports that the label of the first paragraph is not one of the transcript's: it is not in capitals, as
// most others are, or it alone is, as a dateline.
func (lb *labels) headline(labels []label) bool {
	if !labels[0].ok() {
		return false
	}
	capitals, others := 0, 0
	for _, l := range labels[1:] {
		switch {
		case !l.ok(), l.name.len() == 1 && lb.names.isLetterRole(l.name.lo):
		case lb.inCapitals(l):
			capitals++
		default:
			others++
		}
	}
	if lb.inCapitals(labels[0]) {
		first := &lb.d.Sentences[lb.d.Paragraphs[0].Last-1]
		return others > 0 && capitals == 0 && labels[0].name.len() <= 2 && !lb.names.official(labels[0].name) &&
			!lb.is(first.Last-1, "?")
	}
	return capitals > others
}

// keepCapitals drops the few labels that are not in capitals, and whose paragraph is no question, from a transcript
// whose other labels are: "My fellow citizens, honored guests: I thank you", "West Point: Each day ...".
func (lb *labels) keepCapitals(labels []label) {
	count, again := map[string]int{}, false
	capitals, others := 0, 0
	for _, l := range labels {
		switch {
		case !l.ok() || l.name.len() == 1:
		case lb.shouted(l):
			key := lb.names.key(l.name)
			count[key]++
			capitals, again = capitals+1, again || count[key] > 1
		default:
			others++
		}
	}
	if !again || 2*others > capitals {
		return
	}
	for i, l := range labels {
		if l.ok() && l.name.len() > 1 && !lb.shouted(l) && !lb.is(lb.lastToken(i), "?") {
			labels[i] = label{}
		}
	}
}

// lastToken is the last token of paragraph n.
func (lb *labels) lastToken(n int) int { return lb.d.Sentences[lb.d.Paragraphs[n].Last-1].Last - 1 }

// shouted reports a label that ends with a surname in capitals: "PRESIDENT LIND", "Mr. McLUND".
func (lb *labels) shouted(l label) bool {
	for i := l.name.lo; i < l.name.hi; i++ {
		if w := lb.d.Word(i); len(w) > 3 && allCaps(w[2:]) {
			return true
		}
	}
	return lb.inCapitals(l)
}

// inCapitals reports a label that is written in capitals alone.
func (lb *labels) inCapitals(l label) bool { return allCaps(lb.span(l.name).Of(lb.d.Text)) }
