package container

import (
	"bytes"
	"context"

	"demarche/quotes/article"
	"demarche/quotes/article/document"
	"demarche/quotes/article/format"
)

// pageReader reads an input that is one article: a page, a text or Markdown.
type pageReader struct {
	in  *stream
	out *sink
}

// read reads a page or a text as one article.
func (r pageReader) read() error {
	b, err := r.in.whole(article.MaxSource)
	if err != nil {
		return err
	}
	if r.out.depth > 0 {
		if len(bytes.TrimSpace(b)) == 0 {
			r.out.pass("an empty file", "empty files")
			return nil
		}
	}
	src := r.in.source(b)
	read := func(ctx context.Context) (*article.Article, error) { return article.Read(ctx, src) }
	return r.out.emit(Item{Name: r.in.Name, Read: read})
}

// markdown reads Markdown, with the front matter that notes and static sites have above it.
func (r pageReader) markdown() error {
	b, err := r.in.whole(article.MaxSource)
	if err != nil {
		return err
	}
	src := r.in.source(b)
	return r.out.emit(Item{Name: r.in.Name, Read: func(context.Context) (*article.Article, error) {
		text, err := article.Decode(b, src.Name, "")
		if err != nil {
			return nil, err
		}
		head := format.FrontMatter(text)
		known := article.RecordOfNames(document.FrontMatter(text[:head]))
		d := document.Markdown(text[head:])
		if known.Title == "" {
			known.Title = d.Title
		}
		return article.FromText(src, "text/markdown", d.Text(), known)
	}})
}
