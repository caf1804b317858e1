package dates

import "demarche/data"

// tokens are those of a text, and tell which word or mark stands where. They know the words and the shape of each, and
// nothing of time. An index beyond the ends is that of an empty token.
type tokens struct {
	list   []token
	beyond token // stands before the first one and after the last
}

// newTokens splits a text.
func newTokens(text string) *tokens {
	return &tokens{list: tokenize(text), beyond: token{word: &entry{}}}
}

// at returns a token, or an empty one beyond the ends.
func (ts *tokens) at(i int) *token {
	if i < 0 || i >= len(ts.list) {
		return &ts.beyond
	}
	return &ts.list[i]
}

// is tells whether the token at i is one of the words.
func (ts *tokens) is(i int, words ...string) bool {
	low := ts.at(i).low
	for _, w := range words {
		if low == w && low != "" {
			return true
		}
	}
	return false
}

// in tells whether the token at i is of the class, or one of the marks.
func (ts *tokens) in(i int, class data.Set, marks ...string) bool {
	return class[ts.at(i).low] || ts.is(i, marks...)
}

// gluedMark tells whether one of the marks stands at i without a space before it.
func (ts *tokens) gluedMark(i int, marks ...string) bool { return ts.at(i).glued && ts.is(i, marks...) }

// isWord tells whether a word of letters stands at i.
func (ts *tokens) isWord(i int) bool { return isLetter(ts.at(i).low) }

// small tells whether the word at i is not written as a name.
func (ts *tokens) small(i int) bool { t := ts.at(i); return !t.capital || t.first }

// name tells whether the word at i is part of a name: a capital that no sentence's beginning asks for.
// Nor one that a dash, a colon or a quotation mark asks for.
func (ts *tokens) name(i int) bool {
	t := ts.at(i)
	return t.capital && !t.first && !ts.is(i-1, "—", ":", "\"", "“") && (!ts.is(i-1, "-") || t.glued)
}

// skip returns the index after the words, or i itself if they do not stand there.
func (ts *tokens) skip(i int, words ...string) int {
	if ts.is(i, words...) {
		return i + 1
	}
	return i
}

// skipIn returns the index after a word of the class or one of the marks, or i itself if none stands there.
func (ts *tokens) skipIn(i int, class data.Set, marks ...string) int {
	if ts.in(i, class, marks...) {
		return i + 1
	}
	return i
}

// seq tells whether the words stand one after the other from i.
func (ts *tokens) seq(i int, words ...string) bool {
	for k, w := range words {
		if ts.at(i+k).low != w {
			return false
		}
	}
	return true
}

// dotted takes a full stop that ends an abbreviation.
func (ts *tokens) dotted(i int) int {
	if ts.is(i, ".") && ts.at(i).glued {
		return i + 1
	}
	return i
}

// leads tells whether the token stands at the beginning of a sentence: "In 1942".
func (ts *tokens) leads(i int) bool {
	return ts.at(i).first || ts.at(i-1).first || ts.at(i-2).first
}

// opens tells whether a token stands at the beginning of a paragraph.
func (ts *tokens) opens(i int) bool {
	for k := i; k >= 0 && k >= i-3; k-- {
		if ts.at(k).para {
			return true
		}
	}
	return false
}

// sameSentence tells whether the tokens a < b stand in one sentence.
func (ts *tokens) sameSentence(a, b int) bool {
	if b-a > 2*reach {
		return false
	}
	for k := a + 1; k <= b; k++ {
		if ts.at(k).first {
			return false
		}
	}
	return true
}

// isLetter tells whether a token in lower case begins with a letter.
func isLetter(s string) bool { return s != "" && (s[0] >= 'a' && s[0] <= 'z' || s[0] >= 0x80) }
