package document

import (
	"regexp"
	"strings"
)

var (
	mdFence    = regexp.MustCompile("^\\s{0,3}(?:```|~~~)")
	mdHeading  = regexp.MustCompile(`^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$`)
	mdRule     = regexp.MustCompile(`^\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|=+)$`)
	mdQuote    = regexp.MustCompile(`^\s{0,3}(?:>\s?)+`)
	mdItem     = regexp.MustCompile(`^\s*(?:[-*+]|\d{1,3}[.)])\s+`)
	mdImage    = regexp.MustCompile(`!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])`)
	mdLink     = regexp.MustCompile(`\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])`)
	mdAuto     = regexp.MustCompile(`<(https?://[^>\s]+)>`)
	mdStrong   = regexp.MustCompile(`(\*\*|__)(\S(?:.*?\S)?)(\*\*|__)`)
	mdEmphasis = regexp.MustCompile(`(^|[^\w*])[*_](\S(?:[^*_]*\S)?)[*_]($|[^\w*])`)
	mdTag      = regexp.MustCompile(`</?[A-Za-z][^<>]*>|<!--.*?-->`)
	mdEscape   = regexp.MustCompile(`\\([\\` + "`" + `*_{}\[\]()#+.!>~|-])`)
	mdNote     = regexp.MustCompile(`^\s{0,3}\[[^\]]+\]:\s|\[\^[^\]]+\]`)
)

// Markdown reads Markdown without its front matter: its first heading is the title, its marks are no text. Lines that
// wrap are joined; a quotation keeps its words.
func Markdown(text string) *Document {
	d := &Document{}
	var p paragraphs
	code := false
	for line := range strings.SplitSeq(text, "\n") {
		switch {
		case mdFence.MatchString(line):
			code = !code
			p.end()
			continue
		case code:
			continue
		}
		line = mdQuote.ReplaceAllString(line, "")
		m := mdHeading.FindStringSubmatch(line)
		switch {
		case m != nil:
			p.end()
			if d.Title == "" && len(p.list) == 0 {
				d.Title = strings.TrimSpace(inline(m[1]))
				continue
			}
			p.b.WriteString(inline(m[1]))
			p.end()
		case strings.TrimSpace(line) == "", mdRule.MatchString(line), mdNote.MatchString(line) &&
			strings.HasPrefix(strings.TrimSpace(line), "["):
			p.end()
		case mdItem.MatchString(line):
			p.end()
			p.b.WriteString(inline(mdItem.ReplaceAllString(line, "")))
		default:
			if p.b.Len() > 0 {
				p.b.WriteByte(' ')
			}
			p.b.WriteString(inline(line))
			if strings.HasSuffix(line, "  ") || strings.HasSuffix(line, `\`) {
				p.end()
			}
		}
	}
	p.end()
	d.Paragraphs = p.list
	return d
}

// inline takes the marks out of a line.
func inline(s string) string {
	s = mdEscape.ReplaceAllString(s, "\x00$1\x00")
	s = mdImage.ReplaceAllString(s, "")
	s = mdLink.ReplaceAllString(s, "$1")
	s = mdAuto.ReplaceAllString(s, "$1")
	s = mdNote.ReplaceAllString(s, "")
	s = mdTag.ReplaceAllString(s, "")
	s = mdStrong.ReplaceAllString(s, "$2")
	s = mdEmphasis.ReplaceAllString(s, "$1$2$3")
	s = strings.TrimSuffix(strings.ReplaceAll(s, "`", ""), `\`)
	return strings.ReplaceAll(s, "\x00", "")
}

// FrontMatter reads the lines "name: value" (YAML) or "name = value" (TOML) of front matter: names in lower case,
// values without their marks; of a list the elements with ", " between them.
func FrontMatter(block string) map[string]string {
	out, last := map[string]string{}, ""
	for line := range strings.SplitSeq(block, "\n") {
		t := strings.TrimSpace(line)
		if item, ok := strings.CutPrefix(t, "- "); ok && last != "" {
			if out[last] != "" {
				out[last] += ", "
			}
			out[last] += unquoted(item)
			continue
		}
		if t == "" || strings.HasPrefix(t, "#") || strings.HasPrefix(line, " ") || strings.HasPrefix(line, "\t") {
			continue
		}
		name, value, ok := strings.Cut(t, ":")
		if n, v, toml := strings.Cut(t, "="); toml && (!ok || len(n) < len(name)) {
			name, value, ok = n, v, true
		}
		if !ok {
			continue
		}
		last = strings.ToLower(strings.TrimSpace(name))
		out[last] = unquoted(value)
	}
	return out
}

// unquoted is a value without its quotation marks, or the elements of a list in brackets.
func unquoted(s string) string {
	s = strings.TrimSpace(s)
	if len(s) >= 2 && s[0] == '[' && s[len(s)-1] == ']' {
		var list []string
		for e := range strings.SplitSeq(s[1:len(s)-1], ",") {
			list = append(list, unquoted(e))
		}
		return strings.Join(list, ", ")
	}
	if len(s) >= 2 && (s[0] == '"' || s[0] == '\'') {
		if end := strings.LastIndexByte(s, s[0]); end > 0 {
			return s[1:end]
		}
	}
	if i := strings.Index(s, " #"); i >= 0 {
		s = strings.TrimSpace(s[:i])
	}
	return s
}
