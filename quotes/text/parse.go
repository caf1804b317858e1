package text

import (
	"strings"
	"unicode"
)

// Parse splits s into paragraphs (its non-blank lines, without the white space around them), sentences and tokens
// with Penn Treebank tags. It takes any string, of any length, in linear time; nothing of s is changed, every part is
// a span of it. The tagger's weights are loaded at the first call.
func Parse(s string) *Doc {
	d := &Doc{Text: s, Tokens: make([]Token, 0, len(s)/5+4)}
	for start := 0; start < len(s); {
		end := len(s)
		if n := strings.IndexByte(s[start:], '\n'); n >= 0 {
			end = start + n
		}
		d.paragraph(start, end)
		start = end + 1
	}
	t := loadTagger()
	for _, sent := range d.Sentences {
		t.tag(s, d.Tokens[sent.First:sent.Last])
	}
	return d
}

// paragraph adds the line s[start:end] unless it is blank.
func (d *Doc) paragraph(start, end int) {
	line := d.Text[start:end]
	left := strings.TrimLeftFunc(line, unicode.IsSpace)
	if left == "" {
		return
	}
	start = end - len(left)
	end = start + len(strings.TrimRightFunc(left, unicode.IsSpace))
	first := len(d.Tokens)
	d.Tokens = tokenize(d.Text, start, end, d.Tokens)
	p := Paragraph{Span: Span{start, end}, First: len(d.Sentences)}
	for i := first; i < len(d.Tokens); {
		j := sentenceEnd(d.Text, d.Tokens, i)
		d.Sentences = append(d.Sentences, Sentence{Span{d.Tokens[i].Start, d.Tokens[j-1].End}, i, j})
		i = j
	}
	p.Last = len(d.Sentences)
	d.Paragraphs = append(d.Paragraphs, p)
}
