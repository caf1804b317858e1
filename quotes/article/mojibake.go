package article

import (
	"fmt"
	"unicode"
)

// mojibake returns a piece of a text that was read in a wrong charset, "" where there is none. UTF-8 that was taken
// for a Western charset is full of pairs that no language writes; other charsets taken for a Western one are words
// of accented letters alone.
func mojibake(text string) string {
	text = cut(text, 1<<16)
	if m := markup.doubled.FindAllString(text, -1); len(m) >= 3 && 400*len(m) > len(text) {
		return "“" + m[0] + "”"
	}
	letters, accented, lost := 0, 0, 0
	for _, r := range text {
		switch {
		case r >= 0xc0 && r <= 0xff:
			accented++
			letters++
		case r == unicode.ReplacementChar:
			lost++
		case unicode.IsLetter(r):
			letters++
		}
	}
	switch {
	case 3*accented > letters && letters > 40:
		return fmt.Sprintf("%d of %d letters are accented", accented, letters)
	case 50*lost > letters && lost > 2:
		return fmt.Sprintf("%d characters are lost", lost)
	}
	return ""
}
