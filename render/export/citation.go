package export

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"demarche/data"
)

// Citation is how to cite the program, by the fields of the Citation File Format.
type Citation map[string]string

// ReadCitation reads data/codebook/citation.tsv.
func ReadCitation() (Citation, error) {
	rows, err := data.Table("codebook/citation.tsv", "field", "value")
	out := make(Citation, len(rows))
	for _, r := range rows {
		out[r.Fields[0]] = r.Fields[1]
	}
	return out, err
}

// Line is the citation in one line, with the program's version where it is known and the DOI where there is one.
func (c Citation) Line(version string) string {
	s := c["author"] + ": " + c["title"]
	if version != "" {
		s += ", version " + version
	}
	if c["doi"] != "" {
		s += ", https://doi.org/" + c["doi"]
	}
	return s
}

// CFF draws a Citation File Format file (version 1.2.0).
func (c Citation) CFF(w io.Writer, version string) error {
	var b strings.Builder
	b.WriteString("cff-version: 1.2.0\nmessage: If you use this program or data made by it, please cite it as below.\n")
	for _, f := range []struct{ name, value string }{
		{"type", c["type"]}, {"title", c["title"]}, {"version", version}, {"license", c["licence"]}, {"doi", c["doi"]},
	} {
		if f.value != "" {
			fmt.Fprintf(&b, "%s: %s\n", f.name, strconv.Quote(f.value))
		}
	}
	fmt.Fprintf(&b, "authors:\n  - name: %s\n", strconv.Quote(c["author"]))
	_, err := io.WriteString(w, b.String())
	return err
}
