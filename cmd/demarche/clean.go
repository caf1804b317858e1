package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean makes text from outside safe for a terminal and fit for a line: control and format characters, which could
// move the cursor or turn the order of reading, become spaces. Every name, title and message goes through it before
// it is printed.
func clean(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToValidUTF8(s, "\ufffd"), func(r rune) bool {
		return unicode.IsSpace(r) || active(r)
	}), " ")
}

// active reports whether a character does something to a terminal instead of standing in it.
func active(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) }

// oneLine keeps an error on its line.
func oneLine(s string) string { return clean(strings.ReplaceAll(s, "\n", "; ")) }

// hinted is an error with advice, which is printed on a line of its own.
type hinted struct {
	error
	hint string
}

// message is an error as it is printed: one line, and one for the hint.
func message(err error) string {
	s := "demarche: " + oneLine(err.Error())
	if h := (*hinted)(nil); errors.As(err, &h) {
		s += "\nhint: " + oneLine(h.hint)
	}
	return s
}

// jsonLine returns v as JSON without a line end. Control and format characters stand in it as escapes: so nothing
// is lost, and nothing happens to a terminal.
func jsonLine(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	line := bytes.TrimSuffix(b.Bytes(), []byte("\n"))
	if bytes.IndexFunc(line, active) < 0 {
		return line, nil
	}
	out := make([]byte, 0, len(line)+64)
	for len(line) > 0 {
		r, n := utf8.DecodeRune(line)
		switch {
		case !active(r):
			out = append(out, line[:n]...)
		case r > 0xffff:
			high, low := (r-0x10000)>>10+0xd800, (r-0x10000)&0x3ff+0xdc00
			out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
		line = line[n:]
	}
	return out, nil
}
