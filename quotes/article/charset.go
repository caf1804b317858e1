package article

import (
	"bytes"
	"fmt"
	"mime"
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/unicode/norm"

	"demarche/quotes/article/format"
)

// decode returns the text of a source in UTF-8 (NFC, "\n" as line end) and its media type, "text/html" or
// "text/plain".
func decode(src Source, b []byte) (text, kind string, err error) {
	stated, params, _ := mime.ParseMediaType(src.MediaType)
	switch {
	case stated == "",
		stated == "application/octet-stream",
		stated == "application/xhtml+xml",
		stated == "application/xml",
		stated == "application/gzip",
		stated == "application/x-gzip",
		stated == "application/zstd",
		strings.HasPrefix(stated, "text/"):
	default:
		return "", "", fmt.Errorf("%s: %s is not supported; give a web page or a text", src.Name, stated)
	}
	name := params["charset"]
	if bom := bomCharset(b); bom != "" {
		name = bom
	}
	if name == "" || !strings.HasPrefix(strings.ToLower(name), "utf-16") {
		if kind := binary(b); kind != "" {
			return "", "", fmt.Errorf("%s: %s; give a web page or a text", src.Name, kind)
		}
		if i := bytes.IndexByte(b, 0); i >= 0 {
			return "", "", fmt.Errorf(
				"%s: NUL byte at byte %d: not a page or a text, or damaged; give it as UTF-8 text",
				src.Name,
				i,
			)
		}
	}
	enc, guessed := encodingOf(b, name)
	if enc == nil { // UTF-8
		b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
		if i := invalid(b); i >= 0 {
			return "", "", fmt.Errorf(
				"%s: invalid UTF-8 at byte %d, and no other charset fits; save it as UTF-8",
				src.Name,
				i,
			)
		}
	} else if b, err = enc.NewDecoder().Bytes(b); err != nil {
		return "", "", fmt.Errorf("%s: cannot be decoded as %s (%w); save it as UTF-8", src.Name, guessed, err)
	}
	if bytes.IndexByte(b, 0) >= 0 {
		return "", "", fmt.Errorf(
			"%s: NUL characters in the text: not a page or a text, or damaged; give it as UTF-8 text",
			src.Name,
		)
	}
	text = strings.ReplaceAll(string(b), "\r\n", "\n")
	text = strings.TrimPrefix(strings.Map(lineEnd, text), "\ufeff")
	kind = "text/plain"
	if stated == "text/html" || stated == "application/xhtml+xml" || format.LooksLikeHTML(text) {
		kind = "text/html"
	}
	return norm.NFC.String(text), kind, nil
}

// lineEnd writes "\n" for the other characters that programs end lines, paragraphs and pages with.
func lineEnd(r rune) rune {
	switch r {
	case '\r', '\v', '\f', '\u2028', '\u2029':
		return '\n'
	}
	return r
}

// encodingOf finds the charset of a page or text: what it was served as, unless valid UTF-8 belies it, what valid
// UTF-8 proves, what the page's own meta element says, what its bytes look like. A nil encoding means UTF-8.
func encodingOf(b []byte, stated string) (encoding.Encoding, string) {
	if stated != "" {
		e, name := charset.Lookup(stated)
		if e != nil && name != "utf-8" &&
			(sevenBit(name) || strings.HasPrefix(name, "utf-16") || invalid(b) >= 0 || ascii(b)) {
			return e, name
		}
	}
	if invalid(b) < 0 {
		if e, name, _ := charset.DetermineEncoding(head(b), "text/html"); sevenBit(name) &&
			bytes.Contains(head(b), []byte("charset")) {
			return e, name
		}
		return nil, "utf-8"
	}
	e, name, _ := charset.DetermineEncoding(head(b), "text/html")
	if name != "utf-8" && (name != "windows-1252" || markup.charset.Match(head(b))) {
		return e, name
	}
	return byBytes(b)
}

// byBytes finds the charset of what is no UTF-8 and does not say what it is.
func byBytes(b []byte) (encoding.Encoding, string) {
	if mostlyUTF8(b) { // a few damaged bytes, as where a page was cut: reported, not guessed at
		return nil, "utf-8"
	}
	if e, name := byLetters(b); e != nil {
		return e, name
	}
	d := chardet.NewTextDetector()
	if guess, err := d.DetectBest(b); err == nil && guess.Confidence >= 10 {
		if e, name := charset.Lookup(guess.Charset); e != nil && name != "utf-8" {
			return e, name
		}
	}
	if wordsFirst(b) {
		e, name := charset.Lookup("windows-1252")
		return e, name
	}
	return nil, "utf-8"
}

// ascii reports whether a source is ASCII alone, as that is the same in nearly every charset.
func ascii(b []byte) bool {
	return bytes.IndexFunc(b, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// sevenBit reports whether a charset looks like ASCII on the wire, so that valid UTF-8 proves nothing about it.
func sevenBit(name string) bool { return name == "iso-2022-jp" }

func head(b []byte) []byte { return b[:min(len(b), 4096)] }

func bomCharset(b []byte) string {
	switch {
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		return "utf-16be"
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		return "utf-16le"
	}
	return ""
}

// invalid returns the offset of the first byte that is not UTF-8, or -1.
func invalid(b []byte) int {
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n <= 1 {
			return i
		}
		i += n
	}
	return -1
}

// mostlyUTF8 reports whether multi-byte UTF-8 sequences outnumber the stray bytes: no other charset does that by
// chance.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		i += n
	}
	return good > 4*bad
}

// wordsFirst reports whether most bytes are letters and spaces of ASCII: a Western text rather than noise.
func wordsFirst(b []byte) bool {
	n := 0
	for _, c := range b {
		if c == ' ' || c|0x20 >= 'a' && c|0x20 <= 'z' {
			n++
		}
	}
	return 4*n > 3*len(b)
}

// binary names the kind of a source that is no text, "" for a text. http.DetectContentType reads at most 512 bytes.
func binary(b []byte) string {
	kind := http.DetectContentType(b)
	if strings.HasPrefix(kind, "text/") || kind == "application/octet-stream" {
		return ""
	}
	return kind + " is not supported"
}
