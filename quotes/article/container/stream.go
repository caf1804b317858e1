package container

import (
	"bytes"
	"context"
	"errors"
	"io"
	"mime"
	"unicode/utf8"

	"demarche/quotes/article"
	"demarche/quotes/article/format"
)

// stopped is a reader that fails once its context has ended.
type stopped struct {
	ctx context.Context
	r   io.Reader
}

// Read reads on, or returns the error of the context.
func (s *stopped) Read(b []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.r.Read(b)
}

// charsetOf is the charset that a media type states, "" for none.
func charsetOf(mediaType string) string {
	_, params, err := mime.ParseMediaType(mediaType)
	if err != nil {
		return ""
	}
	return params["charset"]
}

// wholeLines returns a beginning without the line, or at least the character, that it breaks off in.
func wholeLines(head []byte) []byte {
	if len(head) < format.HeadSize {
		return head
	}
	if i := bytes.LastIndexByte(head, '\n'); i > 0 && !bytes.HasPrefix(head, []byte{0xff, 0xfe}) {
		return head[:i+1]
	}
	end := len(head) &^ 1 // of UTF-16, too
	for i := 1; i < utf8.UTFMax && i < end; i++ {
		if utf8.RuneStart(head[end-i]) {
			if !utf8.FullRune(head[end-i : end]) {
				return head[:end-i]
			}
			break
		}
	}
	return head[:end]
}

// whole reads the rest of the input, at most most bytes of it.
func (r *reader) whole(most int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r.b, most+1))
	switch {
	case err != nil && r.ctx.Err() != nil:
		return nil, r.ctx.Err()
	case errors.Is(err, article.ErrTooLarge):
		return nil, r.errorf("%w", err)
	case err != nil:
		return nil, r.errorf("breaks off after %d bytes (%s): damaged or truncated; get it again", len(b), reason(err))
	case int64(len(b)) > most:
		return nil, r.errorf("%w: it has more than %d MB; split it", article.ErrTooLarge, most>>20)
	}
	return b, nil
}

// reason is an error in one line.
func reason(err error) string {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return "unexpected end"
	}
	return err.Error()
}

// single reads a page or a text as one article.
func (r *reader) single() error {
	b, err := r.whole(article.MaxSource)
	if err != nil {
		return err
	}
	if r.depth > 0 {
		if len(bytes.TrimSpace(b)) == 0 {
			r.passed.Add(left("an empty file", "empty files"))
			return nil
		}
	}
	src := r.source(b)
	read := func(ctx context.Context) (*article.Article, error) { return article.Read(ctx, src) }
	return r.emit(Item{Name: r.in.Name, Read: read})
}

// source is the input as a source of those bytes.
func (r *reader) source(b []byte) article.Source {
	return article.Source{
		Name: r.in.Name, Bytes: b, MediaType: r.in.MediaType, URL: r.in.URL, Retrieved: r.in.Retrieved,
		Now: r.in.Now,
	}
}

// text reads the rest of the input as text.
func (r *reader) text() (string, error) {
	b, err := r.whole(article.MaxSource)
	if err != nil {
		return "", err
	}
	return article.Decode(b, r.in.Name, charsetOf(r.in.MediaType))
}
