package gold

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// plain is a name without case, accents, punctuation, articles and "government of".
func plain(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case IsLetter(r) || r == '_':
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteByte(' ')
		}
	}
	words := strings.Fields(b.String())
	var out []string
	for i := 0; i < len(words); i++ {
		switch {
		case words[i] == "the":
		case words[i] == "government" && i+1 < len(words) && words[i+1] == "of":
			i++
		default:
			out = append(out, words[i])
		}
	}
	return strings.Join(out, " ")
}

// names are the plain name and aliases of a party.
func (p *Party) names() []string {
	var out []string
	for _, n := range append([]string{p.Name}, p.Aliases...) {
		if n != "" {
			out = append(out, plain(n))
		}
	}
	return out
}

// sameParty reports whether the printed party has one of the names of the annotated one, or both are missing.
func sameParty(gold, printed *Party) bool {
	if gold == nil || printed == nil {
		return gold == nil && printed == nil
	}
	return slices.Contains(gold.names(), plain(printed.Name))
}

// sameParties reports whether two lists name the same parties; with orState an equal state serves in place of the name.
func sameParties(gold, printed []Party, orState bool) bool {
	if len(gold) != len(printed) {
		return false
	}
	left := slices.Clone(printed)
	for i := range gold {
		g := &gold[i]
		k := slices.IndexFunc(left, func(p Party) bool { return sameParty(g, &p) })
		if k < 0 && orState && g.State != "" {
			k = slices.IndexFunc(left, func(p Party) bool { return p.State == g.State })
		}
		if k < 0 {
			return false
		}
		left = slices.Delete(left, k, k+1)
	}
	return true
}

// statesOf are the states of parties, each once.
func statesOf(list []Party) []string {
	var out []string
	for i := range list {
		out = append(out, list[i].State)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// sameOccasion reports whether the names share half of the words of the shorter one, or both are missing.
func sameOccasion(gold, printed *Party) bool {
	if gold == nil || printed == nil {
		return gold == nil && printed == nil
	}
	mine := wordsOf(plain(printed.Name))
	for _, n := range gold.names() {
		words, both := wordsOf(n), 0
		for _, w := range words {
			if slices.Contains(mine, w) {
				both++
			}
		}
		if both > 0 && 2*both >= min(len(mine), len(words)) {
			return true
		}
	}
	return false
}

// wordsOf are the words of a name, each once.
func wordsOf(name string) []string {
	w := strings.Fields(name)
	slices.Sort(w)
	return slices.Compact(w)
}
