package export

import (
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"demarche/data"
)

// Citation is how to cite the program, or what was made with it.
type Citation struct {
	Type, Title, Licence string   // as data/codebook/citation.tsv has them
	Authors              []string // as "Family, Given" or as a body is called; none where nobody gave them
	DOI                  string   // such as "10.5281/zenodo.1234"; "" where nobody gave one
}

// isDOI reports whether the text has the form of a DOI.
func isDOI(s string) bool { return regexp.MustCompile(`^10\.\d{4,9}/[^\s"<>{}\\]+$`).MatchString(s) }

// NewCitation reads data/codebook/citation.tsv and adds authors, separated by semicolons, and a DOI, with or without
// the address of its resolver; both may be "". The error says that it is no DOI.
func NewCitation(authors, doi string) (Citation, error) {
	rows, err := data.Table("codebook/citation.tsv", "field", "value")
	var c Citation
	for _, r := range rows {
		for field, to := range map[string]*string{"type": &c.Type, "title": &c.Title, "licence": &c.Licence} {
			if r.Fields[0] == field {
				*to = r.Fields[1]
			}
		}
	}
	if err != nil {
		return c, err
	}
	for a := range strings.SplitSeq(authors, ";") {
		if a = strings.Join(strings.Fields(a), " "); a != "" {
			c.Authors = append(c.Authors, a)
		}
	}
	for _, resolver := range []string{"https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "doi:"} {
		doi = strings.TrimPrefix(strings.TrimSpace(doi), resolver)
	}
	if c.DOI = doi; doi != "" && !isDOI(doi) {
		return c, fmt.Errorf("%q is no DOI; write it as 10.5281/zenodo.1234567", doi)
	}
	return c, nil
}

// Line is the citation in one line, with authors, version and DOI where they are known.
func (c Citation) Line(version string) string {
	s := c.Title
	if len(c.Authors) > 0 {
		s = strings.Join(c.Authors, "; ") + ": " + s
	}
	if version != "" {
		s += ", version " + version
	}
	if c.DOI != "" {
		s += ", https://doi.org/" + c.DOI
	}
	return s
}

// ErrNoAuthor is the error of a citation file without an author, which the format must have.
const ErrNoAuthor fault = "a citation file must name an author"

// CFF draws a Citation File Format file (version 1.2.0).
func (c Citation) CFF(w io.Writer, version string) error {
	if len(c.Authors) == 0 {
		return ErrNoAuthor
	}
	var b strings.Builder
	b.WriteString("cff-version: 1.2.0\nmessage: If you use this program or data made by it, please cite it as below.\n")
	for _, f := range []struct{ name, value string }{
		{"type", c.Type}, {"title", c.Title}, {"version", version}, {"license", c.Licence}, {"doi", c.DOI},
	} {
		if f.value != "" {
			fmt.Fprintf(&b, "%s: %s\n", f.name, strconv.Quote(f.value))
		}
	}
	b.WriteString("authors:\n")
	for _, a := range c.Authors {
		family, given, person := strings.Cut(a, ", ")
		if person {
			fmt.Fprintf(&b, "  - family-names: %s\n    given-names: %s\n", strconv.Quote(family), strconv.Quote(given))
		} else {
			fmt.Fprintf(&b, "  - name: %s\n", strconv.Quote(a))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
