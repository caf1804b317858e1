package article

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// LineReader reads articles from JSON Lines, one a call, in constant memory. Each line is an object
//
//	{"id","title","outlet","byline","published","url","language","text"}
//
// of which only "text" must be there. Other names that programs give these are known, too, such as "date", "headline",
// "source" and "body" (see [RecordOf]); what is left is passed over. A line without text gives a [*NoText]. The text
// is taken as it stands, though it be empty: spans into it stay spans into the line's own text. No line is refused
// for what it says; see [Article.Check].
type LineReader struct {
	ctx  context.Context
	name string
	r    *bufio.Reader
	line int
	err  error // what every further Next returns
}

// LineError is the error of one line. The lines after it can still be read, unless Next then returns io.EOF.
type LineError struct {
	Name string // of the stream
	Line int    // from 1
	Err  error
}

// Error returns the stream, the line and what is wrong with it.
func (e *LineError) Error() string { return fmt.Sprintf("%s:%d: %v", e.Name, e.Line, e.Err) }

// Unwrap returns what is wrong with the line.
func (e *LineError) Unwrap() error { return e.Err }

// Lines returns a reader of the JSON Lines in r, plain or packed with gzip, zstd, bzip2 or xz; name is what errors
// call it. The end of ctx ends the stream with its error.
func Lines(ctx context.Context, r io.Reader, name string) *LineReader {
	lr := &LineReader{ctx: ctx, name: name, r: bufio.NewReaderSize(&stopped{ctx, r}, 1<<16)}
	head, err := lr.r.Peek(len(xzMagic))
	if err != nil && !errors.Is(err, io.EOF) {
		lr.err = fmt.Errorf("%s: cannot be read: %w", name, err)
		return lr
	}
	if Packed(head) {
		in, err := Opened(lr.r)
		if err != nil {
			lr.err = fmt.Errorf("%s: damaged gzip, zstd, bzip2 or xz (%s); get the file again", name, err.Error())
			return lr
		}
		lr.r = bufio.NewReaderSize(&stopped{ctx, in}, 1<<16)
	}
	return lr
}

// maxSkip is how much of a line that is too long is passed over to find the line after it, in bytes.
const maxSkip = 512 << 20

// Line returns the number of the line read last, from 1; 0 before the first.
func (lr *LineReader) Line() int { return lr.line }

// Next returns the next article. A bad line gives a [*LineError], after which Next goes on with the line after it;
// a stream that breaks off gives one error after its last whole line; then, and at the end, Next returns io.EOF.
// Empty lines are skipped.
func (lr *LineReader) Next() (*Article, error) {
	for {
		if lr.err != nil {
			err := lr.err
			lr.err = io.EOF
			return nil, err
		}
		lr.skipEmpty()
		lr.line++
		line, err := lr.next()
		if err != nil {
			return nil, &LineError{lr.name, lr.line, err}
		}
		if line == nil {
			continue
		}
		a, err := parseLine(line)
		if err != nil {
			return nil, &LineError{lr.name, lr.line, err}
		}
		return a, nil
	}
}

// skipEmpty passes over empty lines, a buffer at a time: a stream may be full of them.
func (lr *LineReader) skipEmpty() {
	for lr.line > 0 { // the first line may begin with a mark
		if _, err := lr.r.Peek(1); err != nil {
			return
		}
		b, _ := lr.r.Peek(lr.r.Buffered())
		rest := bytes.TrimLeft(b, "\r\n")
		empty := b[:len(b)-len(rest)]
		lr.line += bytes.Count(empty, []byte("\n"))
		_, _ = lr.r.Discard(len(empty)) // they are in the buffer
		if len(rest) > 0 {
			return
		}
	}
}

// next returns the next line without its end, nil for an empty one or when lr.err says how the stream ended.
func (lr *LineReader) next() ([]byte, error) {
	var line []byte
	long, size := false, 0
	for {
		part, err := lr.r.ReadSlice('\n')
		if !long {
			line = append(line, part...)
		}
		if size += len(part); size > MaxLine {
			long, line = true, nil
		}
		if size > maxSkip {
			lr.err = io.EOF
			return nil, fmt.Errorf(
				"%w: the line has more than %d MB; nothing after it is read",
				ErrTooLarge,
				maxSkip>>20,
			)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if errors.Is(err, io.EOF) {
			lr.err = io.EOF
		} else if err != nil {
			lr.err = io.EOF
			if lr.ctx.Err() != nil {
				return nil, lr.ctx.Err()
			}
			return nil, fmt.Errorf("the stream breaks off here (%s): damaged or truncated; get it again", err.Error())
		}
		break
	}
	if long {
		return nil, fmt.Errorf("%w: the line has more than %d MB; one article a line", ErrTooLarge, MaxLine>>20)
	}
	line = bytes.TrimRight(line, "\r\n")
	if lr.line == 1 {
		line = bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))
	}
	if len(bytes.TrimSpace(line)) == 0 {
		return nil, nil
	}
	return line, nil
}

// parseLine reads one line as an article.
func parseLine(line []byte) (*Article, error) {
	if i := invalid(line); i >= 0 {
		return nil, fmt.Errorf("invalid UTF-8 at byte %d of the line; save it as UTF-8", i)
	}
	if i := bytes.IndexByte(line, 0); i >= 0 {
		return nil, fmt.Errorf("NUL byte at byte %d of the line", i)
	}
	in, err := decodeLine(line)
	if err != nil {
		return nil, err
	}
	a := &Article{
		ID: in.ID, Title: oneLine(in.Title), Outlet: oneLine(in.Outlet), Byline: oneLine(in.Byline),
		URL: withoutUser(in.URL), Language: languageTag(languageCode(in.Language)), MediaType: "application/json",
		Text: in.Text, Bytes: line, SHA256: digest(line),
	}
	if err := a.limits(); err != nil {
		return nil, err
	}
	if in.Published != "" {
		day, ok := givenDay(cut(in.Published, maxDate))
		if !ok {
			day = Day(in.Published)
		}
		if day == "" {
			return nil, fmt.Errorf(
				`"published" is %q; want a date as 2023-06-12, 2023-06 or 2023`,
				cut(in.Published, 40),
			)
		}
		a.Published, a.PublishedHow = day, "given"
	}
	if a.Language == "" {
		a.Language, _ = language(a.Text)
	}
	return a, nil
}

// decodeLine reads the members of a line and says what is wrong with its JSON or its text.
func decodeLine(line []byte) (*Record, error) {
	var object map[string]json.RawMessage
	if err := json.Unmarshal(line, &object); err != nil {
		return nil, fmt.Errorf("not a JSON object with an article: %s", jsonFlaw(err))
	}
	in, err := RecordOf(object)
	switch {
	case err != nil:
		return nil, fmt.Errorf("not a JSON object with an article: %w", err)
	case in.Text == "" && !givesText(object):
		return nil, &NoText{in}
	case strings.IndexByte(in.Text, 0) >= 0:
		return nil, errors.New(`NUL character in "text"`)
	case !utf8.ValidString(in.Text):
		return nil, errors.New(`invalid UTF-8 in "text"`)
	}
	return &in, nil
}

// givesText reports whether a line has a text, though it be empty.
func givesText(object map[string]json.RawMessage) bool {
	for name, v := range object {
		if plainName(name) == "text" && len(v) > 0 && v[0] == '"' {
			return true
		}
	}
	return false
}

// jsonFlaw says what is wrong with a line of JSON, in the terms of the line and not of the program.
func jsonFlaw(err error) string {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Sprintf("%s, at byte %d of the line", syntax.Error(), syntax.Offset)
	case errors.As(err, &kind) && kind.Field == "":
		return fmt.Sprintf("it holds a JSON %s", kind.Value)
	case errors.As(err, &kind):
		return fmt.Sprintf("%q is a JSON %s, not text", kind.Field, kind.Value)
	}
	return err.Error()
}

// oneLine returns s with every run of white space and control characters as one space.
func oneLine(s string) string { return strings.Join(strings.FieldsFunc(s, spaceOrControl), " ") }

func spaceOrControl(r rune) bool {
	switch {
	case r <= ' ', r >= 0x7f && r <= 0xa0, r >= 0x2000 && r <= 0x200b:
		return true
	case r == '\u2028', r == '\u2029', r == '\u3000', r == '\ufeff':
		return true
	}
	return false
}
