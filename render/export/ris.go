package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// writeRIS draws the articles that are cited as RIS.
func writeRIS(w io.Writer, d *Dataset) error {
	b := bufio.NewWriter(w)
	err := d.eachSource(func(s *Source) error {
		retrieved, _, _ := strings.Cut(s.Retrieved, "T")
		for _, f := range []struct{ tag, value string }{
			{"TY", "NEWS"},
			{"ID", citeKey(s)},
			{"T1", s.title()},
			{"AU", s.Byline},
			{"JO", s.Outlet},
			{"PY", risYear(s.Published)},
			{"DA", risDay(s.Published)},
			{"UR", s.URL},
			{"Y2", risDay(retrieved)},
			{"LA", s.Language},
			{"N1", "SHA-256: " + s.SHA256},
			{"DP", d.Program()},
		} {
			if f.value != "" {
				fmt.Fprintf(b, "%s  - %s\r\n", f.tag, oneLine(f.value))
			}
		}
		_, err := b.WriteString("ER  - \r\n\r\n")
		return err
	})
	if err != nil {
		return err
	}
	return b.Flush()
}

// risDay writes a date as RIS has it: YYYY/MM/DD/ with what is not known left empty.
func risDay(edtf string) string {
	parts := dateParts(edtf)
	if parts == nil {
		return ""
	}
	out := fmt.Sprintf("%04d/", parts[0])
	for i := 1; i < 3; i++ {
		if i < len(parts) {
			out += fmt.Sprintf("%02d", parts[i])
		}
		out += "/"
	}
	return out
}

func risYear(edtf string) string {
	if parts := dateParts(edtf); parts != nil {
		return fmt.Sprintf("%04d", parts[0])
	}
	return ""
}

// oneLine keeps a text on one line.
func oneLine(s string) string {
	return strings.TrimSpace(strings.Map(func(c rune) rune {
		if c < ' ' || c == 0x7f {
			return ' '
		}
		return c
	}, s))
}
