package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lines of a text of fixed width have at most maxWidth characters; minWidth is the least width that a text is set in.
const (
	minWidth = 40
	maxWidth = 110
)

// unwrap makes one line of each paragraph of a text that is set in lines of a fixed width, as it was pasted or sent:
// marks of quoting, room on the left and numbers of pages are taken away, and words that are broken at the end of a
// line are put together. A text of whole lines stays as it is.
func unwrap(lines []string) []string {
	bare := unquoted(lines)
	w := widthOf(bare)
	if w == 0 {
		return lines
	}
	var out []string
	open := false
	for i, l := range bare {
		t := strings.TrimSpace(l)
		switch {
		case lineShape.folio.MatchString(l):
			continue
		case t == "":
			out, open = append(out, ""), false
			continue
		case open:
			out[len(out)-1] = putTogether(out[len(out)-1], t)
		default:
			out = append(out, t)
		}
		open = i+1 < len(bare) && w.goesOn(l, bare[i+1])
	}
	return out
}

// unquoted takes the marks of quoting away where most lines have them.
func unquoted(lines []string) []string {
	marked, all := 0, 0
	for _, l := range lines {
		if strings.TrimSpace(l) != "" {
			all++
			if lineShape.quoteMark.MatchString(l) {
				marked++
			}
		}
	}
	if 2*marked <= all {
		return lines
	}
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = lineShape.quoteMark.ReplaceAllString(l, "")
	}
	return out
}

// width is the number of characters of the longest line of a text of fixed width, 0 for another text.
type width int

// widthOf returns the width of a text. It is one of fixed width where sentences go on in small letters in the next
// line, where more lines go on than end, and hardly a line is longer than such lines are.
func widthOf(lines []string) width {
	surely, on, ended, long, longest := 0, 0, 0, 0, 0
	for i, l := range lines {
		n := utf8.RuneCountInString(strings.TrimRight(l, " \t"))
		if n > maxWidth {
			long++
			continue
		}
		longest = max(longest, n)
		if i+1 == len(lines) || n < minWidth/2 || strings.TrimSpace(lines[i+1]) == "" || indented(lines[i+1], l) {
			continue
		}
		first, _ := utf8.DecodeRuneInString(strings.TrimSpace(lines[i+1]))
		switch {
		case unicode.IsLower(first) && !sentence(l):
			surely++
			on++
		case sentence(l):
			ended++
		default:
			on++
		}
	}
	if surely == 0 || longest < minWidth || on < ended || 4*long > on {
		return 0
	}
	return width(longest)
}

// indented reports whether a line is set in more than the one before it.
func indented(l, before string) bool {
	in := func(s string) int { return len(s) - len(strings.TrimLeft(s, " \t")) }
	return in(l) >= in(before)+2
}

// goesOn reports whether a paragraph goes on in the next line: the sentence does, or its first word had no room left.
func (w width) goesOn(l, next string) bool {
	t := strings.TrimSpace(next)
	if t == "" || indented(next, l) || lineShape.listItem.MatchString(t) && !unicode.IsLower(firstRune(t)) {
		return false
	}
	l = strings.TrimRight(l, " \t")
	if unicode.IsLower(firstRune(t)) && !sentence(l) {
		return true
	}
	word, _, _ := strings.Cut(t, " ")
	return utf8.RuneCountInString(l)+1+utf8.RuneCountInString(word) > int(w) && int(w) >= minWidth
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// putTogether puts a line after another. A word that is broken by a hyphen is put together, unless both of its parts
// are words of their own.
func putTogether(before, next string) string {
	stem, broken := strings.CutSuffix(before, "-")
	if !broken {
		if stem, broken = strings.CutSuffix(before, "\u00ad"); broken {
			return stem + next
		}
		return before + " " + next
	}
	last, _ := utf8.DecodeLastRuneInString(stem)
	if !unicode.IsLetter(last) {
		return before + " " + next
	}
	tail := strings.FieldsFunc(next, func(r rune) bool { return !unicode.IsLetter(r) })
	head := strings.FieldsFunc(stem, func(r rune) bool { return !unicode.IsLetter(r) })
	common := lexicon().common
	own := len(tail) > 0 && common[strings.ToLower(head[len(head)-1])] && common[strings.ToLower(tail[0])]
	if own || !unicode.IsLower(firstRune(next)) {
		return before + next
	}
	return stem + next
}
