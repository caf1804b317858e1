package actors

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// shape is the case of a word as written, in rising order of what a name may ask for.
type shape uint8

const (
	lower shape = iota // starts with a small letter, or has no case
	title              // starts with a capital
	upper              // capitals only: "DPRK", "D.P.R.K.", "U.S."
)

// word is a run of letters and digits, or a dotted abbreviation, with the bytes it takes.
type word struct {
	start, end int32
	hash       uint64 // of the folded letters: lower case, no accents, no dots
	shape      shape
	joined     bool // only a space, hyphen, apostrophe or the dot of a short word stands before it
	hyphen     bool // a hyphen or an apostrophe stands right before it
}

const (
	hashSeed  = 0xcbf29ce484222325
	hashPrime = 0x100000001b3
)

// wordsIn splits text into words, in order; buf is reused.
func wordsIn(text string, buf []word) []word {
	buf = buf[:0]
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if !isAlnum(c) {
				i++
				continue
			}
		} else if r, n := utf8.DecodeRuneInString(text[i:]); !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			i += n
			continue
		}
		w := readWord(text, i)
		if n := len(buf); n > 0 {
			w.joined, w.hyphen = joins(text[buf[n-1].end:w.start], buf[n-1])
			if w.hyphen && w.shape == lower && text[w.start-1] == '-' {
				w.shape = title // "Kim Jong-un"
			}
		}
		buf = append(buf, w)
		i = int(w.end)
	}
	return buf
}

// readWord reads the word that starts at byte i.
func readWord(text string, i int) word {
	if end := abbreviation(text, i); end > 0 {
		return readAbbreviation(text, i, end)
	}
	w := word{start: int32(i), hash: hashSeed, shape: firstShape(text[i:])}
	var c letterCase
	for from := -1; i > from; {
		from = i
		i = w.addASCII(text, i, &c)
		if i < len(text) && text[i] >= utf8.RuneSelf {
			i += w.addRune(text[i:], &c)
		}
	}
	if c.capitals && !c.smalls {
		w.shape = upper
	}
	w.end = int32(i)
	return w
}

// firstShape is the shape that a word has by its first character; a digit fits every shape.
func firstShape(text string) shape {
	switch c := text[0]; {
	case c >= 'a' && c <= 'z':
		return lower
	case c < 'A':
		return upper
	case c < utf8.RuneSelf:
		return title
	}
	if r, _ := utf8.DecodeRuneInString(text); unicode.IsLower(r) {
		return lower
	}
	return title
}

// readAbbreviation reads letters with a dot after each, in [i, end).
func readAbbreviation(text string, i, end int) word {
	w := word{start: int32(i), end: int32(end), hash: hashSeed, shape: upper}
	for ; i < end; i += 2 {
		w.hash = (w.hash ^ uint64(text[i]|0x20)) * hashPrime
		if text[i] >= 'a' {
			w.shape = lower
		}
	}
	return w
}

// letterCase tells what letters a word has so far.
type letterCase struct{ capitals, smalls bool }

// addASCII reads letters and figures of ASCII from byte i on into the word, and returns the index after them.
func (w *word) addASCII(text string, i int, c *letterCase) int {
	hash := w.hash
	for ; i < len(text) && isAlnum(text[i]); i++ {
		b := text[i]
		switch {
		case b >= 'a':
			c.smalls = true
		case b >= 'A':
			c.capitals = true
			b |= 0x20
		}
		hash = (hash ^ uint64(b)) * hashPrime
	}
	w.hash = hash
	return i
}

// addRune reads a letter or figure beyond ASCII, which text begins with, into the word, and returns the length; 0 if it
// is another character.
func (w *word) addRune(text string, c *letterCase) int {
	r, n := utf8.DecodeRuneInString(text)
	letter := unicode.IsLetter(r)
	if !letter && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) {
		return 0
	}
	capital := unicode.IsUpper(r)
	c.capitals = c.capitals || capital
	c.smalls = c.smalls || letter && !capital
	for _, b := range []byte(foldRune(r)) {
		w.hash = (w.hash ^ uint64(b)) * hashPrime
	}
	return n
}

// abbreviation returns the end of letters that each have a dot after them ("U.S.", "D.P.R.K."), at least two, or 0.
func abbreviation(text string, i int) int {
	n := 0
	for i+1 < len(text) && isLetter(text[i]) && text[i+1] == '.' {
		n++
		i += 2
	}
	if n < 2 || i < len(text) && (isLetter(text[i]) || text[i] >= utf8.RuneSelf) {
		return 0
	}
	return i
}

// joins tells whether what stands between two words lets them be one name. A dot does only after a short word ("St.",
// "Gen.", "W."), a single line break does, a blank line does not.
func joins(between string, before word) (joined, hyphen bool) {
	if between == " " {
		return true, false
	}
	if between == "-" || between == "'" || between == "’" {
		return true, true
	}
	breaks := 0
	for i, r := range between {
		switch r {
		case ' ', '\u00a0', '\t', '\r', '\u202f':
		case '\n':
			if breaks++; breaks > 1 {
				return false, false
			}
		case '-', '‐', '‑', '\'', '’', 'ʼ', '`', '‘':
			hyphen = true
		case '.':
			if i > 0 || before.end-before.start > 4 {
				return false, false
			}
		default:
			return false, false
		}
	}
	return true, hyphen
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isAlnum(c byte) bool  { return isLetter(c) || c >= '0' && c <= '9' }

// latin holds the folded letters of the Latin blocks, in which nearly all names are written.
var latin = sync.OnceValue(func() *[0x250]string {
	var t [0x250]string
	for r := range t {
		t[r] = foldAny(rune(r))
	}
	return &t
})

// foldRune returns the letter in lower case without its accent, as the rest of the world types it.
func foldRune(r rune) string {
	if r < 0x250 {
		return latin()[r]
	}
	return foldAny(r)
}

func foldAny(r rune) string {
	r = unicode.ToLower(r)
	switch r {
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'ı':
		return "i"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'þ':
		return "th"
	case 'ə':
		return "a"
	}
	if unicode.Is(unicode.Mn, r) {
		return ""
	}
	var b strings.Builder
	for _, d := range norm.NFD.String(string(r)) {
		if !unicode.Is(unicode.Mn, d) {
			b.WriteRune(d)
		}
	}
	return b.String()
}

// Fold returns a name as it is compared: lower case, no accents, no dots, words apart by one space.
// Hyphens and apostrophes separate words: "Kim Jong-un" and "Kim Jong Un" fold alike.
func Fold(name string) string {
	var b strings.Builder
	for n, w := range wordsIn(name, nil) {
		if n > 0 {
			b.WriteByte(' ')
		}
		for _, r := range name[w.start:w.end] {
			if r < utf8.RuneSelf {
				if isAlnum(byte(r)) {
					b.WriteRune(unicode.ToLower(r))
				}
				continue
			}
			b.WriteString(foldRune(r))
		}
	}
	return b.String()
}
