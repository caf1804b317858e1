package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// outlet is a row of data/gazetteer/outlets.tsv.
type outlet struct {
	name, domain   string
	cues, agencies []string
}

// words splits a column of several names.
func words(s string) []string { return strings.FieldsFunc(s, func(r rune) bool { return r == '|' }) }

// outletOfHost returns the outlet that a host name belongs to, "" for one that the table doesn't know.
func outletOfHost(host string) string {
	host = strings.TrimPrefix(strings.ToLower(host), "www.")
	for _, o := range lexicon().outlets {
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
	for _, o := range lexicon().outlets {
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
	for _, o := range lexicon().outlets {
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
