package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// writeBibTeX draws the articles that are cited as BibLaTeX.
func writeBibTeX(w io.Writer, d *Dataset) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%% %s\n", bibText(d.made()))
	err := d.eachSource(func(s *Source) error {
		fmt.Fprintf(b, "\n@online{%s,\n", citeKey(s))
		published, _, _ := strings.Cut(s.Published, "T")
		retrieved, _, _ := strings.Cut(s.Retrieved, "T")
		if dateParts(published) == nil {
			published = ""
		}
		for _, f := range []struct{ name, value string }{
			{"title", braced(s.title())},
			{"author", braced(s.Byline)},
			{"organization", braced(s.Outlet)},
			{"date", published},
			{"url", address(s.URL)},
			{"urldate", retrieved},
			{"langid", s.Language},
			{"note", "SHA-256: " + s.SHA256},
		} {
			if f.value != "" {
				fmt.Fprintf(b, "  %s = {%s},\n", f.name, f.value)
			}
		}
		_, err := b.WriteString("}\n")
		return err
	})
	if err != nil {
		return err
	}
	return b.Flush()
}

// bibText keeps a text from being taken for commands of TeX.
func bibText(s string) string {
	return strings.NewReplacer(
		`\`, `\textbackslash{}`, "{", `\textbraceleft{}`, "}", `\textbraceright{}`,
		"%", `\%`, "$", `\$`, "#", `\#`, "&", `\&`, "_", `\_`, "~", `\textasciitilde{}`,
		"^", `\textasciicircum{}`, "\n", " ", "\r", " ", "\t", " ", "\x00", "",
	).Replace(s)
}

// braced keeps the capitals of a text as they are.
func braced(s string) string {
	if s == "" {
		return ""
	}
	return "{" + bibText(s) + "}"
}

// address keeps an address from ending the field.
func address(s string) string {
	return strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C", " ", "%20", "\n", "").Replace(s)
}
