package quotes

import "demarche/quotes/text"

// turnTexts knows what words a turn has, how many they are, and whether they ask.
type turnTexts struct {
	*wording
	paragraphs paragraphs
	lines      lines
	labels     labels
}

// words is the span of the words of a turn, without stage directions and the time of day at its ends.
func (tt *turnTexts) words(t turn) (text.Span, bool) {
	head := tt.paragraphs.at(t.first)
	lo := tt.afterDirections(t.from, head.hi)
	out := tt.spokenSpan(tokens{lo, head.hi})
	for n := t.first + 1; n < t.last; n++ {
		p := tt.paragraphs.at(n)
		if !p.empty() && tt.lines.separator(p) {
			break
		}
		if p.empty() || tt.lines.noWords(p) {
			continue
		}
		if s := tt.spokenSpan(p); out.Len() == 0 {
			out = s
		} else {
			out.End = max(out.End, s.End)
		}
	}
	return out, out.Len() > 0
}

// spokenSpan is the span of a paragraph without the stage directions at its end; empty where nothing is left.
func (tt *turnTexts) spokenSpan(t tokens) text.Span {
	for t.hi > t.lo && tt.is(t.hi-1, ")", "]") {
		k := t.hi - 1
		for k > t.lo && !tt.is(k, "(", "[") {
			k--
		}
		if k > t.lo && !tt.is(k-1, ".", "!", "?", "—", "…", "”", "\"", ")", "]") {
			break // a bracket within the sentence
		}
		t.hi = k
	}
	if t.empty() {
		return text.Span{}
	}
	return tt.span(t)
}

// afterDirections goes on from token lo after stage directions that stand before a sentence: "(As interpreted.) We
// ...".
func (tt *turnTexts) afterDirections(lo, hi int) int {
	for lo < hi && tt.is(lo, "(", "[") {
		k := lo
		for k < hi && !tt.is(k, ")", "]") {
			k++
		}
		if k+1 < hi && !tt.labels.opensTurn(k+1) {
			return lo
		}
		lo = k + 1
	}
	return lo
}

// length counts the tokens of a turn.
func (tt *turnTexts) length(t turn) int {
	n := 0
	for p := t.first; p < t.last; p++ {
		n += tt.paragraphs.at(p).len()
	}
	return n - (t.from - tt.paragraphs.at(t.first).lo)
}

// endsAsking reports a question mark at the end of one of the last two sentences of a turn.
func (tt *turnTexts) endsAsking(t turn) bool {
	seen := 0
	for p := t.last - 1; p >= t.first; p-- {
		par := tt.d.Paragraphs[p]
		for s := par.Last - 1; s >= par.First && seen < 2; s-- {
			if sent := tt.d.Sentences[s]; sent.Last > sent.First && tt.is(sent.Last-1, "?") {
				return true
			}
			seen++
		}
	}
	return false
}

// dialogue reports two labels or more that come again, with a question among their words.
func (tt *turnTexts) dialogue(ts []turn, count map[string]int) bool {
	again, question := map[string]bool{}, false
	for _, t := range ts {
		if count[t.key] > 1 {
			again[t.key] = true
			question = question || tt.endsAsking(t)
		}
	}
	return len(again) > 1 && question
}
