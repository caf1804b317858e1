package document

import (
	"errors"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// RTF reads rich text: its paragraphs, without tables of fonts, pictures, heads and feet of pages, and what is
// hidden.
func RTF(b []byte) (*Document, error) {
	r := &rtfReader{b: b, d: &Document{}, page: charmap.Windows1252}
	if err := r.run(); err != nil {
		return nil, err
	}
	r.p.end()
	r.d.Paragraphs = r.p.list
	return r.d, nil
}

// rtfState is what a group sets for the groups in it.
type rtfState struct {
	skip bool   // its text is none of the document
	uc   int    // how many characters stand in for one of Unicode
	info string // the part of the properties that it is, "" for none
}

// rtfReader reads the words of RTF.
type rtfReader struct {
	b     []byte
	i     int
	d     *Document
	p     paragraphs
	page  encoding.Encoding // of bytes written \'xx
	stack []rtfState
	rtfState
	drop  int    // characters to pass over after one of Unicode
	raw   []byte // bytes of a charset, to be decoded together
	high  rune   // the first half of a pair
	fresh bool   // nothing of the group has been read
}

// maxGroups is how deep groups may be nested.
const maxGroups = 1000

// errRTF is the error of rich text that ends inside a group.
const errRTF fault = "damaged or truncated; save it again"

func (r *rtfReader) run() error {
	r.uc = 1
	for r.i < len(r.b) {
		switch c := r.b[r.i]; c {
		case '{':
			r.flush()
			if len(r.stack) >= maxGroups {
				return errors.New("damaged: groups nested too deep; save it as text")
			}
			r.stack = append(r.stack, r.rtfState)
			r.fresh = true
			r.i++
		case '}':
			r.flush()
			if len(r.stack) == 0 {
				return errRTF
			}
			r.rtfState, r.stack = r.stack[len(r.stack)-1], r.stack[:len(r.stack)-1]
			r.i++
			if len(r.stack) == 0 {
				return nil
			}
		case '\\':
			r.command()
		case '\r', '\n':
			r.i++
		default:
			r.put(c)
			r.i++
		}
	}
	return errRTF
}

// put adds a byte of the text.
func (r *rtfReader) put(c byte) {
	if r.fresh = false; r.drop > 0 {
		r.drop--
		return
	}
	if !r.skip || r.info != "" {
		r.raw = append(r.raw, c)
	}
}

// flush decodes the bytes that wait.
func (r *rtfReader) flush() {
	if len(r.raw) == 0 {
		return
	}
	s := string(r.raw)
	if decoded, err := r.page.NewDecoder().Bytes(r.raw); err == nil {
		s = string(decoded)
	}
	r.raw = r.raw[:0]
	r.write(s)
}

func (r *rtfReader) write(s string) {
	switch {
	case r.info == "title":
		r.d.Title += s
	case r.info == "author":
		r.d.Author += s
	case !r.skip:
		r.p.b.WriteString(s)
	}
}

// command reads a control word or symbol.
func (r *rtfReader) command() {
	r.i++
	if r.i >= len(r.b) {
		return
	}
	c := r.b[r.i]
	if c < 'a' || c > 'z' {
		r.symbol(c)
		return
	}
	start := r.i
	for r.i < len(r.b) && (r.b[r.i]|0x20 >= 'a' && r.b[r.i]|0x20 <= 'z') {
		r.i++
	}
	word, digits := string(r.b[start:r.i]), r.i
	if r.i < len(r.b) && r.b[r.i] == '-' {
		r.i++
	}
	for r.i < len(r.b) && r.b[r.i] >= '0' && r.b[r.i] <= '9' && r.i-digits < 11 {
		r.i++
	}
	n, err := strconv.Atoi(string(r.b[digits:r.i]))
	if r.i < len(r.b) && r.b[r.i] == ' ' {
		r.i++
	}
	r.word(word, n, err == nil)
	r.fresh = false
}

// symbol reads a control symbol.
func (r *rtfReader) symbol(c byte) {
	r.i++
	switch c {
	case '\'':
		if r.i+2 <= len(r.b) {
			if v, err := strconv.ParseUint(string(r.b[r.i:r.i+2]), 16, 8); err == nil {
				r.put(byte(v))
			}
			r.i += 2
		}
	case '*':
		r.skip = r.skip || r.fresh // a destination that readers may not know
	case '~':
		r.text("\u00a0")
	case '_':
		r.text("-")
	case '-': // where a word may be broken
	case '\r', '\n':
		r.paragraph()
	case '\\', '{', '}':
		r.put(c)
	}
}

// text adds characters that are no bytes of the charset.
func (r *rtfReader) text(s string) {
	r.flush()
	if r.fresh = false; r.drop > 0 {
		r.drop--
		return
	}
	r.write(s)
}

func (r *rtfReader) paragraph() {
	r.flush()
	if !r.skip {
		r.p.end()
	}
}

// word reads a control word with its number; given tells whether it has one.
func (r *rtfReader) word(word string, n int, given bool) {
	on := !given || n != 0
	switch {
	case r.fresh && (word == "title" || word == "author"):
		r.info = word
	case words.rtfSkipped[word] && r.fresh, (word == "v" || word == "deleted") && on:
		r.skip = true
	case word == "v":
		r.skip = false
	case words.rtfBreaks[word]:
		r.paragraph()
	case word == "plain" && len(r.stack) > 0:
		r.skip = r.stack[len(r.stack)-1].skip
	case words.rtfText[word] != "":
		r.text(words.rtfText[word])
	case given:
		r.number(word, n)
	default:
		r.charset(word)
	}
}

// number reads a control word that means nothing without its number.
func (r *rtfReader) number(word string, n int) {
	switch {
	case word == "u":
		r.unicode(n)
	case word == "uc" && n >= 0 && n < 10:
		r.uc = n
	case word == "ansicpg":
		if e, _ := charset.Lookup("windows-" + strconv.Itoa(n)); e != nil {
			r.page = e
		}
	case word == "bin" && n > 0:
		r.i = min(len(r.b), r.i+n)
	}
}

// charset reads a control word that names a charset of old machines.
func (r *rtfReader) charset(word string) {
	switch word {
	case "mac":
		r.page = charmap.Macintosh
	case "pc":
		r.page = charmap.CodePage437
	}
}

// unicode adds a character that is written as a number of 16 bits, with a sign, perhaps half of a pair.
func (r *rtfReader) unicode(n int) {
	r.flush()
	c := rune(uint16(n)) //nolint:gosec // the format wraps numbers
	switch {
	case utf16.IsSurrogate(c) && r.high == 0:
		r.high = c
	case r.high != 0:
		if c = utf16.DecodeRune(r.high, c); c == utf8.RuneError {
			c = ' '
		}
		r.high = 0
		r.write(string(c))
	default:
		r.write(string(c))
	}
	r.drop = r.uc
}
