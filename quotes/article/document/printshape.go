package document

import (
	"regexp"
	"strings"
)

// printShape are the shapes of what PDFs hold and of what stands at the edges of printed pages.
var printShape = struct {
	pageNumber, printed, printedAt, digits, sizes, cmapSection, cmapToken *regexp.Regexp
	ligatures                                                             *strings.Replacer
}{
	pageNumber: regexp.MustCompile(`(?i)^(?:page )?\W*\d{1,4}\W*(?:(?:of|/|von) ?\d{1,4}\W*)?$`),
	printed:    regexp.MustCompile(`^\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}[:.]\d{2}`),
	printedAt:  regexp.MustCompile(`^(https?://\S+)(?: +\d{1,4}/\d{1,4})?$`),
	digits:     regexp.MustCompile(`\d+`),
	sizes: regexp.MustCompile(`/(?:Size|Columns|First|N)\s+(\d+)|/Index\s*\[([\d\s]*)\]|` +
		`\bxref\s+(\d+)\s+(\d+)|/W\s*\[([\d\s]*)\]\s*/`),
	cmapSection: regexp.MustCompile(`(?s)beginbf(char|range)(.*?)endbf`),
	cmapToken:   regexp.MustCompile(`<[0-9A-Fa-f\s]*>|\[|\]`),
	// ligatures are letters of print that stand for several.
	ligatures: strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl",
		"ﬅ", "st", "ﬆ", "st",
		"\u00a0", " "),
}
