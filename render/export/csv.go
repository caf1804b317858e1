package export

import (
	"bufio"
	"io"
	"strings"
)

// writeCSV draws the table of statements as comma-separated values by RFC 4180, in UTF-8. A text that a spreadsheet
// would take for a formula is marked, see [Mark].
func writeCSV(w io.Writer, d *Dataset) error { return separated(w, ',', statementColumns(), d.eachRow) }

// writeTSV draws the same with tabs in place of commas.
func writeTSV(w io.Writer, d *Dataset) error {
	return separated(w, '\t', statementColumns(), d.eachRow)
}

// separated draws a table whose rows each gives.
func separated[R any](w io.Writer, comma byte, columns []column[R], each func(func(R) error) error) error {
	b := bufio.NewWriter(w)
	for i, c := range columns {
		writeField(b, i, comma, c.name)
	}
	b.WriteString("\r\n")
	err := each(func(r R) error {
		for i, c := range columns {
			s := cell(c.value(r))
			if c.typ == Text {
				s = Mark(s)
			}
			writeField(b, i, comma, s)
		}
		_, err := b.WriteString("\r\n")
		return err
	})
	if err != nil {
		return err
	}
	return b.Flush()
}

// writeField writes the i-th cell of a line, in quotation marks where it needs them.
func writeField(b *bufio.Writer, i int, comma byte, s string) {
	if i > 0 {
		b.WriteByte(comma)
	}
	if !strings.ContainsAny(s, string(comma)+"\"\r\n") {
		b.WriteString(s)
		return
	}
	b.WriteByte('"')
	b.WriteString(strings.ReplaceAll(s, `"`, `""`))
	b.WriteByte('"')
}

// Mark puts an apostrophe before a text that a spreadsheet would take for a formula: one that begins, after any
// apostrophes, with = + - @, a tab or a line break. [Unmark] takes it off again.
func Mark(s string) string {
	if risky(s) {
		return "'" + s
	}
	return s
}

// Unmark is the inverse of [Mark].
func Unmark(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && risky(rest) {
		return rest
	}
	return s
}

func risky(s string) bool {
	s = strings.TrimLeft(s, "'")
	return s != "" && strings.IndexByte("=+-@\t\r\n", s[0]) >= 0
}
