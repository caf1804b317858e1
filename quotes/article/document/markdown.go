package document

import (
	"strings"
)

// Markdown reads Markdown without its front matter: its first heading is the title, its marks are no text. Lines that
// wrap are joined; a quotation keeps its words.
func Markdown(text string) *Document {
	d := &Document{}
	var p paragraphs
	code := false
	for line := range strings.SplitSeq(text, "\n") {
		switch {
		case markdownShape.fence.MatchString(line):
			code = !code
			p.end()
			continue
		case code:
			continue
		}
		line = markdownShape.quote.ReplaceAllString(line, "")
		m := markdownShape.heading.FindStringSubmatch(line)
		switch {
		case m != nil:
			p.end()
			if d.Title == "" && len(p.list) == 0 {
				d.Title = strings.TrimSpace(inline(m[1]))
				continue
			}
			p.b.WriteString(inline(m[1]))
			p.end()
		case strings.TrimSpace(line) == "",
			markdownShape.rule.MatchString(line),
			markdownShape.note.MatchString(line) &&
				strings.HasPrefix(strings.TrimSpace(line), "["):
			p.end()
		case markdownShape.item.MatchString(line):
			p.end()
			p.b.WriteString(inline(markdownShape.item.ReplaceAllString(line, "")))
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
	s = markdownShape.escape.ReplaceAllString(s, "\x00$1\x00")
	s = markdownShape.image.ReplaceAllString(s, "")
	s = markdownShape.link.ReplaceAllString(s, "$1")
	s = markdownShape.auto.ReplaceAllString(s, "$1")
	s = markdownShape.note.ReplaceAllString(s, "")
	s = markdownShape.tag.ReplaceAllString(s, "")
	s = markdownShape.strong.ReplaceAllString(s, "$2")
	s = markdownShape.emphasis.ReplaceAllString(s, "$1$2$3")
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
