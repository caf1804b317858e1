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
	lex := lexicon()
	ts := make([]token, 0, len(text)/5+1)
	glued, first, para, line := false, true, true, true
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		if r == '\n' {
			line = para && len(ts) > 0 || line
			first, para = true, true
		}
		if unicode.IsSpace(r) {
			glued = false
			i += n
			continue
		}
		t := token{start: i, glued: glued, word: &noEntry, para: para, line: line}
		switch {
		case r >= '0' && r <= '9':
			t.end = number(text, i)
			t.isNum = true
			t.num, t.digits = figure(text[i:t.end])
		case unicode.IsLetter(r):
			t.end = letters(text, i)
			t.capital = unicode.IsUpper(r)
		default:
			t.end = i + n
		}
		t.low = fold(text[t.start:t.end])
		if e, ok := lex[t.low]; ok {
			t.word = e
		}
		isWord := t.isNum || unicode.IsLetter(r)
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

// ends tells whether a full stop after the last token ends a sentence: not after an initial or the abbreviation of a
// month, nor before a small letter.
func ends(text string, ts []token, stop token) bool {
	if stop.low == "." && len(ts) > 0 {
		p := ts[len(ts)-1]
		if p.end-p.start == 1 && p.capital || p.word.monthAbbr > 0 && p.capital {
			return false
		}
		if p.capital && words.TitleAbbreviation[p.low] {
			return false
		}
	}
	for _, r := range text[stop.end:] {
		if unicode.IsLetter(r) {
			return unicode.IsUpper(r)
		}
		if unicode.IsDigit(r) {
			return true
		}
		if !unicode.IsSpace(r) && r != '"' && r != '”' && r != '’' && r != '\'' && r != '“' && r != ')' {
			return false
		}
	}
	return true
}

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

// number ends after figures, with groups of three after commas and one decimal part.
func number(s string, i int) int {
	start := i
	isDigit := func(k int) bool { return k < len(s) && s[k] >= '0' && s[k] <= '9' }
	for isDigit(i) {
		i++
	}
	for i < len(s) && s[i] == ',' && isDigit(i+1) && isDigit(i+2) && isDigit(i+3) && !isDigit(i+4) {
		i += 4
	}
	inDate := start > 1 && s[start-1] == '.' && isDigit(start-2)
	if i < len(s) && s[i] == '.' && isDigit(i+1) && !inDate {
		k := i + 1
		for isDigit(k) {
			k++
		}
		// "2012.4.15" is a date, not a fraction.
		if k >= len(s) || s[k] != '.' || !isDigit(k+1) {
			i = k
		}
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
