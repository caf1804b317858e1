package container

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"

	"demarche/quotes/article"
	"demarche/quotes/article/document"
	"demarche/quotes/article/format"
)

// documentReader reads a kind of documents.
type documentReader struct {
	read      func(context.Context, []byte) (*document.Document, error)
	mediaType string // under which its bytes are kept
}

// readerOf is the reader of a kind of documents, the zero reader for what is none.
func readerOf(k format.Kind) documentReader {
	switch k {
	case format.PDF:
		return documentReader{document.PDF, "application/pdf"}
	case format.RTF:
		return documentReader{
			func(_ context.Context, b []byte) (*document.Document, error) { return document.RTF(b) },
			"application/rtf",
		}
	case format.Word:
		return documentReader{
			zippedDocument(document.Word),
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		}
	case format.OpenText:
		return documentReader{zippedDocument(document.OpenText), "application/vnd.oasis.opendocument.text"}
	}
	return documentReader{}
}

func zippedDocument(read func(*zip.Reader) (*document.Document, error)) func(context.Context,
	[]byte) (*document.Document, error) {
	return func(_ context.Context, b []byte) (*document.Document, error) {
		z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			return nil, fmt.Errorf("damaged or truncated (%s); save it again", reason(err))
		}
		return read(z)
	}
}

// document reads a document: one article, or the articles of an archive of the press that was saved as one. Which it
// is shows when it is read, which may take long.
func (r *reader) document(k format.Kind) error {
	b, err := r.whole(article.MaxSource)
	if err != nil {
		return err
	}
	s := *r
	return r.emit(Item{Name: r.in.Name, Open: func(ctx context.Context) iter.Seq[Item] {
		return func(yield func(Item) bool) {
			s.ctx, s.yield, s.passed, s.found = ctx, yield, &LeftOut{}, new(int)
			if err := s.opened(k, b); err != nil && !errors.Is(err, errEnough) {
				yield(Item{Name: s.in.Name, In: s.container(), Err: err})
			}
		}
	}})
}

// opened reads the text of a document and goes on with what it is.
func (r *reader) opened(k format.Kind, b []byte) error {
	d, err := readerOf(k).read(r.ctx, b)
	if err != nil {
		return r.errorf("%w", err)
	}
	text := d.Text()
	if strings.TrimSpace(text) == "" {
		return r.errorf("empty; no text in it")
	}
	if f, own := format.OfOwn(text[:min(len(text), format.HeadSize)]); own {
		return r.leave(f)
	}
	if press := pressOf(text); press.read != nil {
		r.many = true
		if err := r.within(text, press.cut(text), press.read); err != nil || r.n > 0 {
			return err
		}
		return r.errorf("no article in it, though it looks like a download of many; give it as text")
	}
	known := article.Record{URL: d.URL}
	if k == format.PDF { // its title stands apart from the text
		known.Title = d.Title
	}
	a, err := article.FromText(r.source(b), readerOf(k).mediaType, text, known)
	if err != nil {
		return err
	}
	a.Fill(article.Record{Title: d.Title})
	return r.emit(Item{Name: r.in.Name, Read: func(context.Context) (*article.Article, error) { return a, nil }})
}

// press is an archive of the press: how its articles are cut and read.
type press struct {
	cut  func(head string) cutting
	read func(text string) (article.Record, error)
}

// pressOf is the archive that a text was downloaded from, the zero press for none.
func pressOf(text string) press {
	switch format.OfText(text[:min(len(text), format.HeadSize)], "").Kind {
	case format.Nexis:
		return press{nexisCutting, nexisRecord}
	case format.Factiva:
		return press{factivaCutting, factivaRecord}
	case format.ProQuest:
		return press{proquestCutting, proquestRecord}
	}
	return press{}
}

// markdown reads Markdown, with the front matter that notes and static sites have above it.
func (r *reader) markdown() error {
	b, err := r.whole(article.MaxSource)
	if err != nil {
		return err
	}
	src := r.source(b)
	return r.emit(Item{Name: r.in.Name, Read: func(context.Context) (*article.Article, error) {
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
