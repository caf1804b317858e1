package document

import (
	"encoding/hex"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/charmap"
)

// glyph is a letter of a face: its text and its width in thousandths of its size.
type glyph struct {
	text  string
	width float64
}

// face is a font as far as its text is concerned.
type face struct {
	bytes   int // of a code: 1, or 2 in composite fonts
	letters map[int]string
	widths  map[int]float64
	usual   float64          // width of letters without one of their own
	other   func(int) string // text of codes that are not in letters
}

// plainWidth is the width of letters whose font tells none, as the fonts that every printer has.
const plainWidth = 500

// glyphs returns the letters of a string.
func (f *face) glyphs(raw string) []glyph {
	out := make([]glyph, 0, len(raw)/f.bytes)
	for i := 0; i+f.bytes <= len(raw); i += f.bytes {
		code := int(raw[i])
		if f.bytes == 2 {
			code = code<<8 | int(raw[i+1])
		}
		text, ok := f.letters[code]
		if !ok {
			text = f.other(code)
		}
		w, ok := f.widths[code]
		if !ok {
			w = f.usual
		}
		out = append(out, glyph{text, w})
	}
	return out
}

// faceOf returns the face of that name in the resources of the page.
func (p *painter) faceOf(name string) *face {
	if f, ok := p.faces[name]; ok {
		return f
	}
	f := newFace(p.res.Key("Font").Key(name))
	p.faces[name] = f
	return f
}

func newFace(v pdf.Value) *face {
	f := &face{bytes: 1, usual: plainWidth, widths: map[int]float64{}}
	composite := v.Key("Subtype").Name() == "Type0"
	if composite {
		f.bytes = 2
		f.compositeWidths(v.Key("DescendantFonts").Index(0))
	} else {
		first, widths := int(v.Key("FirstChar").Int64()), v.Key("Widths")
		for i := range min(widths.Len(), 256) {
			f.widths[first+i] = widths.Index(i).Float64()
		}
	}
	f.letters = toUnicode(v.Key("ToUnicode"))
	f.other = otherLetters(v, composite)
	return f
}

// compositeWidths reads the widths of a composite font: "c [w w]" and "first last w".
func (f *face) compositeWidths(v pdf.Value) {
	if f.usual = 1000; v.Key("DW").Kind() != pdf.Null {
		f.usual = v.Key("DW").Float64()
	}
	w := v.Key("W")
	for i := 0; i+1 < w.Len(); {
		first := int(w.Index(i).Int64())
		if list := w.Index(i + 1); list.Kind() == pdf.Array {
			for j := range min(list.Len(), 1<<16) {
				f.widths[first+j] = list.Index(j).Float64()
			}
			i += 2
			continue
		}
		last := min(int(w.Index(i+1).Int64()), 1<<16)
		for c := first; c <= last && len(f.widths) < 1<<16; c++ {
			f.widths[c] = w.Index(i + 2).Float64()
		}
		i += 3
	}
}

// otherLetters tells the text of codes for which a font has no table to Unicode, by its encoding.
func otherLetters(v pdf.Value, composite bool) func(int) string {
	enc := v.Key("Encoding")
	known := (&pdf.Font{V: v}).Encoder()
	if composite {
		if strings.Contains(enc.Name(), "UCS2") || strings.Contains(enc.Name(), "UTF16") {
			return func(c int) string { return string(utf16.Decode([]uint16{uint16(c)})) } //nolint:gosec // two bytes
		}
		return func(int) string { return "\ufffd" }
	}
	base := charmap.Windows1252
	if enc.Key("BaseEncoding").Name() == "MacRomanEncoding" {
		base = charmap.Macintosh
	}
	table := map[int]string{}
	return func(c int) string {
		if s, ok := table[c]; ok {
			return s
		}
		s := known.Decode(string([]byte{byte(c)})) //nolint:gosec // a byte
		if r, n := utf8.DecodeRuneInString(s); n == len(s) && c >= 0x80 && (r == rune(c) || r == utf8.RuneError) {
			s = string(base.DecodeByte(byte(c))) //nolint:gosec // a byte
		}
		table[c] = s
		return s
	}
}

// maxCMap is the largest table to Unicode, in bytes.
const maxCMap = 1 << 20

// toUnicode reads a font's table from codes to Unicode; nil where it has none.
func toUnicode(v pdf.Value) map[int]string {
	if v.Kind() != pdf.Stream {
		return nil
	}
	rd := v.Reader()
	defer rd.Close() //nolint:errcheck // only read
	b, err := io.ReadAll(io.LimitReader(rd, maxCMap))
	if err != nil && len(b) == 0 {
		return nil
	}
	out := map[int]string{}
	for _, m := range printShape.cmapSection.FindAllStringSubmatch(string(b), -1) {
		tokens := printShape.cmapToken.FindAllString(m[2], -1)
		if m[1] == "char" {
			for i := 0; i+1 < len(tokens); i += 2 {
				out[codeOf(tokens[i])] = lettersOf(tokens[i+1])
			}
			continue
		}
		cmapRanges(tokens, out)
	}
	return out
}

// cmapRanges reads ranges: "first last text" and "first last [text text]".
func cmapRanges(tokens []string, out map[int]string) {
	for i := 0; i+2 < len(tokens); {
		first, last := codeOf(tokens[i]), codeOf(tokens[i+1])
		if i += 2; tokens[i] == "[" {
			for i++; i < len(tokens) && tokens[i] != "]"; i++ {
				out[first] = lettersOf(tokens[i])
				first++
			}
			i++
			continue
		}
		text := []rune(lettersOf(tokens[i]))
		i++
		for c := first; c <= last && c-first < 1<<16 && len(text) > 0; c++ {
			out[c] = string(text)
			text[len(text)-1]++
		}
	}
}

func codeOf(token string) int {
	n, err := strconv.ParseUint(hexOf(token), 16, 32)
	if err != nil {
		return -1
	}
	return int(n)
}

func hexOf(token string) string { return strings.Join(strings.Fields(strings.Trim(token, "<>")), "") }

// lettersOf decodes the UTF-16 of a table.
func lettersOf(token string) string {
	b, err := hex.DecodeString(hexOf(token))
	if err != nil {
		return "\ufffd"
	}
	var units []uint16
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	if len(b) == 1 {
		units = []uint16{uint16(b[0])}
	}
	return string(utf16.Decode(units))
}
