package container

import "regexp"

// referenceShape are the marks of RIS, BibTeX and TeX.
var referenceShape = struct {
	risTag, risEnd, bibEntry, texCommand, texMark *regexp.Regexp
	texLetters, texMarks                          map[string]string
}{
	risTag:   regexp.MustCompile(`^\s*\x{feff}?([A-Z][A-Z0-9])  - ?(.*)$`),
	risEnd:   regexp.MustCompile(`^ER  -`),
	bibEntry: regexp.MustCompile(`^\s*\x{feff}?@\s*(\w+)\s*[{(]`),
	texCommand: regexp.MustCompile(`\\(?:textquotedblleft|textquotedblright|textquoteleft|textquoteright|ldots|dots|` +
		`textendash|textemdash|ss|o|O|ae|AE|oe|OE|aa|AA|l|L)(?:\{\}|\s|\b)`),
	texMark: regexp.MustCompile(`\\(["'` + "`" + `^~=.uvHck])\s*\{?\\?([A-Za-z])\}?`),
	// texLetters are what the commands of TeX stand for.
	texLetters: map[string]string{
		`\textquotedblleft`: "“", `\textquotedblright`: "”",
		`\textquoteleft`: "‘", `\textquoteright`: "’", `\ldots`: "…",
		`\dots`:       "…",
		`\textendash`: "–", `\textemdash`: "—", `\ss`: "ß", `\o`: "ø", `\O`: "Ø", `\ae`: "æ", `\AE`: "Æ", `\oe`: "œ",
		`\OE`: "Œ", `\aa`: "å", `\AA`: "Å", `\l`: "ł", `\L`: "Ł",
	},
	// texMarks are the marks that TeX puts on letters, as Unicode combines them.
	texMarks: map[string]string{
		`"`: "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307",
		"u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328",
	},
}
