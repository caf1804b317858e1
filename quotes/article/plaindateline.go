package article

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxDateline is how many bytes of a line a dateline may take.
const maxDateline = 120

// dateline reads the agency and the day from the words that open the body. A day without a year takes that of the
// copyright line, where there is one.
func (p *plain) dateline(a *Article) {
	i := p.first
	for i < p.end && strings.TrimSpace(p.lines[i]) == "" {
		i++
	}
	if i >= p.end || !lineShape.datelined.MatchString(strings.TrimSpace(p.lines[i])) {
		return
	}
	line := cut(strings.TrimSpace(p.lines[i]), maxDateline)
	if m := lineShape.agency.FindStringSubmatchIndex(line); m != nil {
		if a.Outlet == "" {
			a.Outlet = cmp.Or(outletOfAgency(line[m[2]:m[3]]), agencyName(line[m[2]:m[3]]))
		}
		line = line[:m[1]]
	} else {
		for _, dash := range []string{"--", "—", "–"} {
			if j := strings.Index(line, dash); j >= 0 {
				line = line[:j]
				break
			}
		}
	}
	if a.Published != "" {
		return
	}
	d := ""
	if m := dayShape.juche.FindStringSubmatch(line); m != nil {
		d = civil(m[3], m[1], m[2])
	} else if d, _ = findDay(line, false); d == "" {
		if m := dayShape.withoutYear.FindStringSubmatch(line); m != nil {
			for _, l := range p.lines[p.end:] {
				if y := lineShape.copyYear.FindStringSubmatch(l); y != nil {
					d = civil(y[1], m[1], m[2])
					break
				}
			}
		}
	}
	if d != "" {
		a.Published, a.PublishedHow = d, "dateline"
	}
}

// agencyName returns the name that stands in the brackets of a dateline, "" where it is no name: one that is known to
// no table is an outlet all the same.
func agencyName(s string) string {
	for w := range strings.FieldsSeq(s) {
		if first, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(first) {
			return ""
		}
	}
	return oneLine(s)
}
