package container

import (
	"strings"

	"demarche/quotes/article"
	"demarche/quotes/article/format"
)

// press is an archive of the press: how its articles are cut and read.
type press struct {
	cut  func(head string) cutting
	read func(text string) (article.Record, error)
}

// pressOf is the archive of the press that a kind of texts was downloaded from, the zero press for none.
func pressOf(k format.Kind) press {
	switch k {
	case format.Nexis:
		return nexis()
	case format.Factiva:
		return factiva()
	case format.ProQuest:
		return proquest()
	}
	return press{}
}

// press reads the articles of an archive of the press from a text, or from a page that holds the same lines.
func (r recordReader) press(p press) error {
	r.in.wide()
	head, _ := r.in.b.Peek(format.HeadSize)
	text, err := article.Decode(wholeLines(head), r.in.Name, charsetOf(r.in.MediaType))
	if err != nil || !strings.HasPrefix(strings.TrimSpace(text), "<") {
		return r.records(p.cut(text), p.read)
	}
	if text, err = r.in.text(); err != nil {
		return err
	}
	lines, err := article.AllLines(text)
	if err != nil {
		return r.in.errorf("%w", err)
	}
	text = strings.Join(lines, "\n")
	return recordReader{r.in.of(text), r.out}.records(p.cut(text), p.read)
}
