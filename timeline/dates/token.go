package dates

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is a run of letters, a number, or a single other character. Words and figures that touch are two tokens, so
// that "1960s", "3rd" and "5pm" come apart.
type token struct {
	start, end int    // byte offsets
	low        string // in lower case; quotes and dashes as "'" and "-"
	word       *entry // what the lexicon knows of it, never nil
	known      bool   // the lexicon knows it
	num        float64
	digits     int  // of a whole number, else 0
	isNum      bool // figures
	capital    bool // begins with a capital
	glued      bool // no space before it
	first      bool // first word of a sentence
	para       bool // first of a line
	line       bool // first after an empty line
}

// figures tells whether the token is a whole number of one to so many figures.
func (t *token) figures(most int) bool { return t.digits > 0 && t.digits <= most }

// tokenize splits a text in one pass.
func tokenize(text string) []token {
	lex, none := lexicon().words, new(entry)
	ts := make([]token, 0, len(text)/5+1)
	glued, first, para, line := false, true, true, true
	for i := 0; i < len(text); {
		r, n := runeAt(text, i)
		if r == '\n' {
			line = para && len(ts) > 0 || line
			first, para = true, true
		}
		if unicode.IsSpace(r) {
			glued = false
			i += n
			continue
		}
		t := token{start: i, end: i + n, glued: glued, word: none, para: para, line: line}
		isWord := t.measure(text, r)
		if e, ok := lex[t.low]; ok {
			t.word, t.known = e, true
		}
		t.first = first && isWord
		if isWord {
			first = false
		} else if t.low == "." || t.low == "!" || t.low == "?" {
			first = ends(text, ts, t)
		}
		ts = append(ts, t)
		glued, para, line, i = true, false, false, t.end
	}
	return ts
}

// runeAt decodes the character at a byte, and tells its length in bytes.
func runeAt(text string, i int) (r rune, n int) {
	if text[i] < utf8.RuneSelf {
		return rune(text[i]), 1
	}
	return utf8.DecodeRuneInString(text[i:])
}

// measure finds the end of the token that begins with r, what it is and how it is looked up. It tells whether it is a
// word or a number.
func (t *token) measure(text string, r rune) bool {
	isWord := true
	switch {
	case r >= '0' && r <= '9':
		t.end = number(text, t.start)
		t.isNum = true
		t.num, t.digits = figure(text[t.start:t.end])
	case unicode.IsLetter(r):
		t.end = letters(text, t.start)
		t.capital = unicode.IsUpper(r)
	default:
		isWord = false
	}
	t.low = fold(text[t.start:t.end])
	return isWord
}

// ends tells whether a full stop, or another mark, after the last token ends a sentence: not after an abbreviation, nor
// before a small letter.
func ends(text string, ts []token, stop token) bool {
	if stop.low == "." && len(ts) > 0 && ts[len(ts)-1].abbreviates() {
		return false
	}
	for _, r := range text[stop.end:] {
		switch {
		case unicode.IsLetter(r):
			return unicode.IsUpper(r)
		case unicode.IsDigit(r):
			return true
		case !unicode.IsSpace(r) && !strings.ContainsRune(`"”’'“)`, r):
			return false
		}
	}
	return true
}

// abbreviates tells whether the word is an initial or the abbreviation of a month or title.
func (t *token) abbreviates() bool {
	return t.capital && (t.end-t.start == 1 || t.word.monthAbbr > 0 || words.TitleAbbreviation[t.low])
}

// letters is the end of the run of letters that begins at a byte.
func letters(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
			break
		}
		i += n
	}
	return i
}

// number is the end of the figures that begin at a byte, with groups of three after commas and one decimal part.
func number(s string, start int) int {
	i := digitsEnd(s, start)
	for i < len(s) && s[i] == ',' && digitsEnd(s, i+1) == i+4 {
		i += 4
	}
	inDate := start > 1 && s[start-1] == '.' && isDigit(s, start-2)
	if inDate || i >= len(s) || s[i] != '.' || !isDigit(s, i+1) {
		return i
	}
	decimal := digitsEnd(s, i+1)
	if decimal < len(s) && s[decimal] == '.' && isDigit(s, decimal+1) {
		return i // "2012.4.15" is a date, not a fraction
	}
	return decimal
}

// isDigit tells whether a byte of a text is a figure.
func isDigit(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }

// digitsEnd is the end of the run of figures that begins at a byte.
func digitsEnd(s string, i int) int {
	for isDigit(s, i) {
		i++
	}
	return i
}

// figure is the value of a number as written, and its count of digits if it is a plain whole number.
func figure(s string) (float64, int) {
	v, scale, plain := 0.0, 0.0, true
	for i := range len(s) {
		switch c := s[i]; {
		case c == '.':
			scale, plain = 1, false
		case c == ',':
			plain = false
		case scale > 0:
			scale /= 10
			v += scale * float64(c-'0')
		default:
			v = v*10 + float64(c-'0')
		}
	}
	if !plain {
		return v, 0
	}
	return v, len(s)
}

// fold lower-cases a word and makes one of the kinds of apostrophe and of dash.
func fold(s string) string {
	switch s {
	case "’", "‘", "`", "´":
		return "'"
	case "–", "‑", "‐", "−":
		return "-"
	case "―":
		return "—"
	}
	return strings.ToLower(s)
}
