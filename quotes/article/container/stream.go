package container

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"

	"demarche/quotes/article"
	"demarche/quotes/article/format"
)

// stream is the bytes of an input, read under limits. Its errors begin with the name of the input.
type stream struct {
	Input
	ctx context.Context
	b   *bufio.Reader // what is to be read
}

// begin begins to read what the input has.
func (s *stream) begin() { s.b = bufio.NewReaderSize(&stopped{s.ctx, s.R}, format.HeadSize) }

// of is a text that was taken from the input, to be read in its place.
func (s *stream) of(text string) *stream {
	in := s.Input
	in.MediaType = ""
	return &stream{in, s.ctx, newBuffered(text)}
}

// skipMark passes over the mark that texts in UTF-8 may begin with.
func (s *stream) skipMark() {
	if head, _ := s.b.Peek(3); string(head) == "\xef\xbb\xbf" {
		_, _ = s.b.Discard(3) // it is in the buffer
	}
}

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
func (s *stream) whole(most int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(s.b, most+1))
	switch {
	case err != nil && s.ctx.Err() != nil:
		return nil, s.ctx.Err()
	case errors.Is(err, article.ErrTooLarge):
		return nil, s.errorf("%w", err)
	case err != nil:
		return nil, s.errorf("breaks off after %d bytes (%s): damaged or truncated; get it again", len(b), reason(err))
	case int64(len(b)) > most:
		return nil, s.errorf("%w: it has more than %d MB; split it", article.ErrTooLarge, most>>20)
	}
	return b, nil
}

// source is the input as a source of those bytes.
func (s *stream) source(b []byte) article.Source {
	return article.Source{
		Name: s.Name, Bytes: b, MediaType: s.MediaType, URL: s.URL, Retrieved: s.Retrieved,
		Now: s.Now,
	}
}

// text reads the rest of the input as text.
func (s *stream) text() (string, error) {
	b, err := s.whole(article.MaxSource)
	if err != nil {
		return "", err
	}
	return article.Decode(b, s.Name, charsetOf(s.MediaType))
}

// line reads a line with its end, or as much of one as a record may have.
func (s *stream) line() ([]byte, error) {
	var line []byte
	for {
		part, err := s.b.ReadSlice('\n')
		line = append(line, part...)
		if !errors.Is(err, bufio.ErrBufferFull) || len(line) > maxRecord {
			if errors.Is(err, bufio.ErrBufferFull) {
				err = nil
			}
			return line, err
		}
	}
}

// wide makes UTF-8 of an input in UTF-16, which a mark at its beginning betrays.
func (s *stream) wide() {
	head, _ := s.b.Peek(2)
	if string(head) == "\xff\xfe" || string(head) == "\xfe\xff" {
		s.b = bufio.NewReaderSize(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(s.b), 1<<16)
	}
}

// head returns the beginning of the input. Of a stream of lines of JSON, which may come as slowly as they are written,
// the first line is enough.
func (s *stream) head() ([]byte, error) {
	if _, err := s.b.Peek(1); err != nil {
		return nil, err
	}
	come, _ := s.b.Peek(s.b.Buffered())
	if first, _, whole := bytes.Cut(come, []byte("\n")); whole && len(first) > 0 && first[0] == '{' &&
		json.Valid(first) {
		return come, nil
	}
	return s.b.Peek(format.HeadSize)
}

// errorf makes an error that begins with the name of the input.
func (s *stream) errorf(text string, args ...any) error {
	return fmt.Errorf("%s: %w", s.Name, fmt.Errorf(text, args...))
}

// reason is an error in one line.
func reason(err error) string {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return "unexpected end"
	}
	return err.Error()
}
