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

// documentKind is a kind of documents: how it is read.
type documentKind struct {
	read      func(context.Context, []byte) (*document.Document, error)
	mediaType string // under which its bytes are kept
}

// documentOf says how a kind of documents is read, the zero kind for what is none.
func documentOf(k format.Kind) documentKind {
	switch k {
	case format.PDF:
		return documentKind{document.PDF, "application/pdf"}
	case format.RTF:
		return documentKind{
			func(_ context.Context, b []byte) (*document.Document, error) { return document.RTF(b) },
			"application/rtf",
		}
	case format.Word:
		return documentKind{
			zippedDocument(document.Word),
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		}
	case format.OpenText:
		return documentKind{zippedDocument(document.OpenText), "application/vnd.oasis.opendocument.text"}
	}
	return documentKind{}
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

// documentReader reads a document: one article, or a download of many.
type documentReader struct {
	in  *stream
	out *sink
}

// read reads a document: one article, or the articles of an archive of the press that was saved as one. Which it
// is shows when it is read, which may take long.
func (r documentReader) read(k format.Kind) error {
	b, err := r.in.whole(article.MaxSource)
	if err != nil {
		return err
	}
	return r.out.emit(Item{Name: r.in.Name, Open: func(ctx context.Context) iter.Seq[Item] {
		return func(yield func(Item) bool) {
			d := documentReader{r.in, r.out.apart(ctx, yield)}
			if err := d.opened(k, b); err != nil && !errors.Is(err, errEnough) {
				yield(Item{Name: r.in.Name, In: d.out.container(), Err: err})
			}
		}
	}})
}

// opened reads the text of a document and goes on with what it is.
func (r documentReader) opened(k format.Kind, b []byte) error {
	d, err := documentOf(k).read(r.out.ctx, b)
	if err != nil {
		return r.in.errorf("%w", err)
	}
	text := d.Text()
	if strings.TrimSpace(text) == "" {
		return r.in.errorf("empty; no text in it")
	}
	if f, own := format.OfOwn(text[:min(len(text), format.HeadSize)]); own {
		return r.out.leave(f)
	}
	if press := pressOf(format.OfText(text[:min(len(text), format.HeadSize)], "").Kind); press.read != nil {
		r.out.many = true
		records := recordReader{r.in.of(text), r.out}
		if err := records.records(press.cut(text), press.read); err != nil || r.out.n > 0 {
			return err
		}
		return r.in.errorf("no article in it, though it looks like a download of many; give it as text")
	}
	known := article.Record{URL: d.URL}
	if k == format.PDF { // its title stands apart from the text
		known.Title = d.Title
	}
	a, err := article.FromText(r.in.source(b), documentOf(k).mediaType, text, known)
	if err != nil {
		return err
	}
	a.Fill(article.Record{Title: d.Title})
	return r.out.emit(Item{Name: r.in.Name, Read: func(context.Context) (*article.Article, error) { return a, nil }})
}
