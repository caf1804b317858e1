package article

import (
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"demarche/data"
)

// outlet is a row of data/gazetteer/outlets.tsv.
type outlet struct {
	name, domain   string
	cues, agencies []string
}

// outlets returns the table of outlets, decoded once. A damaged table is a damaged program and panics; a test reads it.
var outlets = sync.OnceValue(func() []outlet {
	rows, err := data.Table("gazetteer/outlets.tsv", "name", "domain", "cues", "agencies")
	if err != nil {
		panic(fmt.Sprintf("article: %v", err))
	}
	out := make([]outlet, 0, len(rows))
	for _, r := range rows {
		out = append(out, outlet{r.Fields[0], r.Fields[1], words(r.Fields[2]), words(r.Fields[3])})
	}
	return out
})

func words(s string) []string { return strings.FieldsFunc(s, func(r rune) bool { return r == '|' }) }

// outletOfHost returns the outlet that a host name belongs to, "" for one that the table doesn't know.
func outletOfHost(host string) string {
	host = strings.TrimPrefix(strings.ToLower(host), "www.")
	for _, o := range outlets() {
		if host == o.domain || strings.HasSuffix(host, "."+o.domain) {
			return o.name
		}
	}
	return ""
}

// outletOfLines returns the outlet whose cues stand in the lines around an article, the one with the most such lines;
// "" for none.
func outletOfLines(lines []string) string {
	name, most := "", 0
	for _, o := range outlets() {
		n := 0
		for _, l := range lines {
			for _, c := range o.cues {
				if hasWord(l, c) {
					n++
					break
				}
			}
		}
		if n > most {
			name, most = o.name, n
		}
	}
	return name
}

// outletOfAgency returns the outlet that a dateline names in brackets, as in "(KCNA)" or "(Xinhua)"; "" for none.
func outletOfAgency(agency string) string {
	agency = strings.TrimSpace(agency)
	for _, o := range outlets() {
		for _, a := range o.agencies {
			if agency == a {
				return o.name
			}
		}
	}
	return ""
}

// hasWord reports whether word stands in s with no letter or digit beside it.
func hasWord(s, word string) bool {
	for at := 0; ; {
		i := strings.Index(s[at:], word)
		if i < 0 {
			return false
		}
		i += at
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+len(word):])
		if !letterOrDigit(before) && !letterOrDigit(after) {
			return true
		}
		at = i + len(word)
	}
}

func letterOrDigit(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
