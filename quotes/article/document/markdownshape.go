package document

import "regexp"

// markdownShape are the marks of Markdown.
var markdownShape = struct {
	fence, heading, rule, quote, item, image, link, auto, strong, emphasis, tag, escape, note *regexp.Regexp
}{
	fence:    regexp.MustCompile("^\\s{0,3}(?:```|~~~)"),
	heading:  regexp.MustCompile(`^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$`),
	rule:     regexp.MustCompile(`^\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|=+)$`),
	quote:    regexp.MustCompile(`^\s{0,3}(?:>\s?)+`),
	item:     regexp.MustCompile(`^\s*(?:[-*+]|\d{1,3}[.)])\s+`),
	image:    regexp.MustCompile(`!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])`),
	link:     regexp.MustCompile(`\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])`),
	auto:     regexp.MustCompile(`<(https?://[^>\s]+)>`),
	strong:   regexp.MustCompile(`(\*\*|__)(\S(?:.*?\S)?)(\*\*|__)`),
	emphasis: regexp.MustCompile(`(^|[^\w*])[*_](\S(?:[^*_]*\S)?)[*_]($|[^\w*])`),
	tag:      regexp.MustCompile(`</?[A-Za-z][^<>]*>|<!--.*?-->`),
	escape:   regexp.MustCompile(`\\([\\` + "`" + `*_{}\[\]()#+.!>~|-])`),
	note:     regexp.MustCompile(`^\s{0,3}\[[^\]]+\]:\s|\[\^[^\]]+\]`),
}
