package quotes

import (
	"unicode"
	"unicode/utf8"

	"demarche/data"
	"demarche/quotes/text"
)

// tokens is a half-open range of tokens.
type tokens struct{ lo, hi int }

func (t tokens) empty() bool { return t.lo >= t.hi }

func (t tokens) len() int { return t.hi - t.lo }

// wording is the words of one document, token by token: what is written, its tag, and the classes and flags that the
// lexicon gives it. It tells nothing of phrases and clauses. Everything that reads words has it inside.
type wording struct {
	d *text.Doc
	w []wordInfo
}

// b2i is 1 for true.
func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// tag is the Penn tag of token i.
func (ws *wording) tag(i int) string { return ws.d.Tokens[i].Tag }

// tagged reports whether the tag of token i is one of those.
func (ws *wording) tagged(i int, tags ...string) bool {
	tag := ws.tag(i)
	for _, t := range tags {
		if tag == t {
			return true
		}
	}
	return false
}

// is reports whether token i, in lower case, is one of the words.
func (ws *wording) is(i int, words ...string) bool {
	for _, w := range words {
		if ws.w[i].low == w {
			return true
		}
	}
	return false
}

// in reports whether token i is of the class, or one of the marks.
func (ws *wording) in(i int, class data.Set, marks ...string) bool {
	return class[ws.w[i].low] || ws.is(i, marks...)
}

// has reports whether token i has one of the flags.
func (ws *wording) has(i int, f wordFlag) bool { return ws.w[i].flags&f != 0 }

// seq reports whether the words stand one after the other from token i, before hi.
func (ws *wording) seq(i, hi int, words ...string) bool {
	if i+len(words) > hi {
		return false
	}
	for n, w := range words {
		if ws.w[i+n].low != w {
			return false
		}
	}
	return true
}

// prepOf returns how many words the preposition of the verb's own has that stands at k, 0 for none.
func (ws *wording) prepOf(v *cueVerb, k, hi int) int {
	for _, p := range v.preps {
		if k+len(p) >= hi {
			continue
		}
		n := 0
		for n < len(p) && ws.w[k+n].low == p[n] {
			n++
		}
		if n == len(p) {
			return n
		}
	}
	return 0
}

// capital reports a word that begins with a capital letter.
func (ws *wording) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(ws.d.Word(i))
	return unicode.IsUpper(r)
}

// commaIn reports a comma in [lo, hi).
func (ws *wording) commaIn(lo, hi int) bool { return ws.firstComma(lo, hi) >= 0 }

// commas counts the commas in [lo, hi).
func (ws *wording) commas(lo, hi int) (n int) {
	for i := lo; i < hi; i++ {
		n += b2i(ws.is(i, ","))
	}
	return n
}

// firstComma returns the first comma in [lo, hi), -1 for none.
func (ws *wording) firstComma(lo, hi int) int {
	for k := lo; k < hi; k++ {
		if ws.is(k, ",") {
			return k
		}
	}
	return -1
}

// digitsIn reports whether a number stands among the tokens.
func (ws *wording) digitsIn(t tokens) bool {
	for i := t.lo; i < t.hi; i++ {
		if ws.tag(i) == "CD" {
			return true
		}
	}
	return false
}

// hasWord reports whether more than pronouns, function words and a date stand in t.
func (ws *wording) hasWord(t tokens) bool {
	for i := t.lo; i < t.hi; i++ {
		if !ws.has(i, flagTime) && (isNoun(ws.tag(i)) || isVerb(ws.tag(i)) || ws.tag(i) == "JJ") {
			return true
		}
	}
	return false
}

// trimFinal takes the full stop off, unless a quotation mark closes after it.
func (ws *wording) trimFinal(lo, hi int) int {
	for hi > lo && ws.is(hi-1, ".", ";", "...", "…", ":") {
		hi--
	}
	return hi
}

// span returns the bytes that a range of tokens covers.
func (ws *wording) span(t tokens) text.Span {
	return text.Span{Start: ws.d.Tokens[t.lo].Start, End: ws.d.Tokens[t.hi-1].End}
}
