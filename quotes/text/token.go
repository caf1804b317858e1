package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokenize appends the tokens of s[start:end] to toks: Penn Treebank's way (contractions, brackets and marks apart),
// with every mark of quotation, dash and bracket a token of its own, however it is glued to a word.
func tokenize(s string, start, end int, toks []Token) []Token {
	for i := start; i < end; {
		r, size := utf8.DecodeRuneInString(s[i:end])
		if unicode.IsSpace(r) {
			i += size
			continue
		}
		if n := symbol(s, i, end, r, size); n > 0 {
			toks = append(toks, Token{Span: Span{i, i + n}})
			i += n
			continue
		}
		j := wordEnd(s, i, end)
		toks = word(s, i, j, end, toks)
		i = j
	}
	return toks
}

// symbol returns the length in bytes of the mark that begins at s[i], 0 when a word begins there.
func symbol(s string, i, end int, r rune, size int) int {
	switch r {
	case '`', '\'':
		if i+1 < end && s[i+1] == byte(r) {
			return 2
		}
		if r == '\'' && isContraction(s[i:end]) {
			return 0
		}
		return 1
	case '-', '.':
		n := run(s, i, end)
		if r == '.' && n == 1 && i+1 < end && isDigit(s[i+1]) {
			return 0
		}
		if r == '-' && n == 1 && i+1 < end && isWordByte(s[i+1]) {
			return 0
		}
		return n
	case '’':
		if isContraction(s[i:end]) {
			return 0
		}
		return size
	case '"', '“', '”', '„', '‟', '«', '»', '‹', '›', '‘', '‚', '‛', '(', ')', '[', ']', '{', '}', '<', '>',
		',', ';', ':', '!', '?', '—', '―', '–', '…', '%', '•', '|', '*', '=', '·', '「', '」', '『', '』', '《', '》', '❝', '❞',
		'〝', '〞', '＂', '″':
		return size
	case '$', '£', '€', '¥':
		return size
	}
	return 0
}

// run is the number of bytes from s[i] on that equal it.
func run(s string, i, end int) int {
	n := 1
	for i+n < end && s[i+n] == s[i] {
		n++
	}
	return n
}

// wordEnd returns where the word that begins at s[i] ends: at white space or at a mark that does not belong to it.
func wordEnd(s string, i, end int) int {
	if isLink(s[i:end]) {
		return linkEnd(s, i, end)
	}
	for j := i; j < end; {
		c := s[j]
		if c < utf8.RuneSelf {
			if isWordByte(c) {
				j++
				continue
			}
			if c == ' ' || j > i && !inner(s, j, end, rune(c), 1) {
				return j
			}
			j++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[j:end])
		if unicode.IsSpace(r) || j > i && !inner(s, j, end, r, size) {
			return j
		}
		j += size
	}
	return end
}

// inner reports whether the character r at s[j] stays inside the word before it.
func inner(s string, j, end int, r rune, size int) bool {
	if unicode.IsSpace(r) {
		return false
	}
	next := byte(' ')
	if j+size < end {
		next = s[j+size]
	}
	switch r {
	case '.':
		return next != '.' || s[j-1] == '.'
	case '-':
		return next != '-' && s[j-1] != '-'
	case ',', ':', '–':
		return isDigit(s[j-1]) && isDigit(next) && (r != ',' || j+3 < end && isDigit(s[j+2]))
	case '\'', '’':
		return isWordByte(s[j-1]) && isWordByte(next) || s[j-1] >= utf8.RuneSelf && isWordByte(next)
	case '$', '*', '=':
		return true
	}
	return symbol(s, j, end, r, size) == 0
}

// word appends the token or tokens of the run s[i:j]: final dots and contractions are split off.
func word(s string, i, j, end int, toks []Token) []Token {
	if isLink(s[i:j]) {
		return append(toks, Token{Span: Span{i, j}})
	}
	dots := j
	for dots > i+1 && s[dots-1] == '.' {
		dots--
	}
	if dots < j && j-dots == 1 && keepsDot(s, i, dots, end) {
		dots = j
	}
	if k := contraction(s[i:dots]); k > 0 {
		toks = append(toks, Token{Span: Span{i, i + k}}, Token{Span: Span{i + k, dots}})
	} else {
		toks = append(toks, Token{Span: Span{i, dots}})
	}
	if dots < j {
		toks = append(toks, Token{Span: Span{dots, j}})
	}
	return toks
}

// keepsDot reports whether the dot at s[j] belongs to the abbreviation s[i:j].
func keepsDot(s string, i, j, end int) bool {
	w := s[i:j]
	if words.LetterPlatform[w] && words.OnPlatform[wordBefore(s, i)] {
		return false // "wrote on X."
	}
	switch abbreviation(w) {
	case always, often:
		return true
	case beforeNumber:
		k := j + 1
		for k < end && s[k] == ' ' {
			k++
		}
		return k < end && isDigit(s[k])
	}
	return false
}

// wordBefore is the word before s[i] on its line, as it is written.
func wordBefore(s string, i int) string {
	hi := i
	for hi > 0 && s[hi-1] == ' ' {
		hi--
	}
	lo := hi
	for lo > 0 && isWordByte(s[lo-1]) {
		lo--
	}
	return s[lo:hi]
}

// contraction returns the offset of the contracted part at the end of w ("'s", "n't", "’ll"), 0 for none.
func contraction(w string) int {
	if len(w) < 3 {
		return 0
	}
	k := strings.LastIndexByte(w, '\'')
	size := 1
	if k < 0 {
		k, size = strings.LastIndex(w, "’"), len("’")
	}
	if k < 1 {
		return 0
	}
	switch strings.ToLower(w[k+size:]) {
	case "s", "m", "d", "re", "ve", "ll":
		return k
	case "t":
		if k > 1 && (w[k-1] == 'n' || w[k-1] == 'N') {
			return k - 1
		}
	}
	return 0
}

// isContraction reports whether s begins with an apostrophe and a contracted verb, as after a mark: "America"'s.
func isContraction(s string) bool {
	_, size := utf8.DecodeRuneInString(s)
	n := size
	for n < len(s) && n < size+3 && isLetter(s[n]) {
		n++
	}
	switch s[size:n] {
	case "s", "ll", "re", "ve", "d", "m":
		return n == len(s) || !isWordByte(s[n]) && s[n] != '\''
	}
	return false
}

// isLink reports whether s begins as an address of the web does.
func isLink(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.")
}

// linkEnd returns the end of the address at s[i] without the punctuation after it.
func linkEnd(s string, i, end int) int {
	j := i
	for j < end && s[j] > ' ' && s[j] < utf8.RuneSelf && !strings.ContainsRune("\"<>()[]{}", rune(s[j])) {
		j++
	}
	for j > i+1 && strings.IndexByte(".,;:!?'", s[j-1]) >= 0 {
		j--
	}
	return j
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// isWordByte reports a letter or digit of ASCII, or a byte of any longer character.
func isWordByte(c byte) bool { return isLetter(c) || isDigit(c) }
