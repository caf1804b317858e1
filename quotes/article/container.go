package article

import (
	"errors"
	"regexp"
	"strings"
)

// container refuses a file of several articles, and files of formats that hold none.
func container(text string) error {
	start := strings.TrimSpace(cut(text, 1<<16))
	switch {
	case strings.HasPrefix(start, `{\rtf`):
		return errors.New("rich text (RTF), not a page or a text; save it as a .txt file")
	case jsonStart.MatchString(start):
		return &Refusal{"container", "JSON"}
	case feedStart.MatchString(start):
		return &Refusal{"container", "a feed"}
	case addresses(start):
		return &Refusal{"container", "a table of addresses"}
	}
	if m := markStart.FindString(start); m != "" {
		return &Refusal{"container", "“" + strings.TrimSpace(m) + "”"}
	}
	return nil
}

var (
	jsonStart = regexp.MustCompile(`^(?:\{\s*"[^"\n]{0,80}"\s*:|\[\s*\{\s*")`)
	feedStart = regexp.MustCompile(`(?i)^(?:<\?xml[^>]*\?>\s*)?(?:<!--[^>]*-->\s*)*<(?:rss|feed|rdf:rdf|urlset|sitemapindex)\b`)
	// "1 of 2 DOCUMENTS" opens each article of a download, and codes in lines of their own the fields of each.
	markStart = regexp.MustCompile(`(?m)^\s*1 of (?:[2-9]|\d{2,4}) DOCUMENTS\s*$|(?s:^HD\n.*?\nHD\n)`)
)

// addresses reports whether a text is a list or table of addresses: every line but the first has one.
func addresses(text string) bool {
	lines := strings.Split(text, "\n")
	if len(lines) < 2 {
		return false
	}
	for _, l := range lines[1:] {
		if l = strings.TrimSpace(l); l != "" && !strings.HasPrefix(strings.TrimLeft(l, `"`), "http") {
			return false
		}
	}
	return true
}
