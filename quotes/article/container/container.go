// Package container reads sources of every kind: an [Input] is recognised by its bytes (see the room format) and goes
// to the reader of its format, which yields an [Item] for each article, address or fault that it meets, one after the
// other, so that memory does not grow with the size of the input. Archives in archives are opened to a depth of
// three. What no reader knows gives an [Unread]; within an archive such files are counted and told at its end.
//
// It knows how formats hold articles, and nothing of what articles say; the pages and texts themselves are read by
// the room article, documents by the room document.
package container

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"time"

	"demarche/quotes/article"
	"demarche/quotes/article/format"
)

// Input is a file, a stream or an answer of a server.
type Input struct {
	Name      string    // a path, a URL or "-": what messages call it
	R         io.Reader // its bytes; one that is an [io.ReaderAt], too, is a file of Size bytes
	Size      int64     // of a file, in bytes
	MediaType string    // as a server states it, "" when unknown
	URL       string    // where it was fetched from, "" when it was not
	Retrieved time.Time // zero when it was not fetched
	Now       time.Time // the time of reading, after which no day is one of publication; zero for no bound
	Lines     bool      // a text of no known kind is JSON Lines
	Unnamed   bool      // nobody has named the file: a text of an unknown ending is passed over
}

// Item is what was met in an input: exactly one of Read, Open, Err and Note is set. The errors of Read begin with the
// item's
// name; one that wraps an [article.NoText] with a URL is no fault: the item is an address, whose page may be fetched.
type Item struct {
	Name string                                          // what messages call it
	In   string                                          // the container around it; "" where the input is one article
	Read func(context.Context) (*article.Article, error) // reads the article
	Open func(context.Context) iter.Seq[Item]            // a document that shows only when it is read what it holds
	Err  error                                           // begins with Name
	Note string                                          // something to tell
}

// Items yields what an input holds, in its order. The end of ctx breaks it off.
func Items(ctx context.Context, in Input) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		r := &reader{ctx: ctx, in: in, yield: yield, root: in.Name, passed: &LeftOut{}, found: new(int)}
		err := r.open()
		switch {
		case err != nil && errors.Is(err, errEnough) || ctx.Err() != nil:
			return
		case err != nil:
			yield(Item{Name: in.Name, Err: err, In: r.container()})
			return
		}
		r.close()
	}
}

// reader reads one input, or one entry of an archive.
type reader struct {
	ctx    context.Context
	in     Input
	b      *bufio.Reader
	depth  int    // archives around it
	packs  int    // packings taken off
	root   string // name of the outermost input
	many   bool   // it is a container
	n      int    // records met
	faults int    // entries of an archive that could not be read
	yield  func(Item) bool
	passed *LeftOut // by the outermost input
	found  *int     // items of it
}

// errEnough says that nobody wants more.
const errEnough article.Fault = "enough"

// container is the name of the outermost container, "" where the input is one article.
func (r *reader) container() string {
	if r.many || r.depth > 0 {
		return r.root
	}
	return ""
}

// emit yields an item.
func (r *reader) emit(it Item) error {
	it.In = r.container()
	if it.Note == "" {
		*r.found++
	}
	if !r.yield(it) {
		return errEnough
	}
	return r.ctx.Err()
}

// record yields the next record of a container: what is made of it is made by whoever reads the article.
func (r *reader) record(read func() (article.Record, error)) error {
	r.n++
	name := fmt.Sprintf("%s#%d", r.in.Name, r.n)
	return r.emit(Item{Name: name, Read: func(context.Context) (*article.Article, error) {
		rec, err := read()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		a, err := rec.Article()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		return a, nil
	}})
}

// made yields a record that is known already.
func (r *reader) made(rec article.Record) error {
	return r.record(func() (article.Record, error) { return rec, nil })
}

// flaw yields what is wrong with a part of a container, whose reading goes on.
func (r *reader) flaw(err error) error {
	r.n++
	name := fmt.Sprintf("%s#%d", r.in.Name, r.n)
	return r.emit(Item{Name: name, Err: fmt.Errorf("%s: %w", name, err)})
}

// errorf makes an error that begins with the name of the input.
func (r *reader) errorf(text string, args ...any) error {
	return fmt.Errorf("%s: %w", r.in.Name, fmt.Errorf(text, args...))
}

// close tells, at the end of the outermost input, what was left out; with nothing found that is an error.
func (r *reader) close() {
	switch {
	case *r.found == 0 && r.passed.n > 0:
		r.yield(Item{Name: r.root, In: r.root, Err: fmt.Errorf("%s: no article in it; %s", r.root, r.passed)})
	case *r.found == 0 && !r.in.Lines:
		r.yield(Item{Name: r.root, In: r.root, Err: fmt.Errorf("%s: empty; no article in it", r.root)})
	case r.passed.n > 0:
		r.yield(Item{Name: r.root, In: r.root, Note: fmt.Sprintf("%s: %s", r.root, r.passed)})
	}
}

// open recognises the input and reads it.
func (r *reader) open() error {
	r.b = bufio.NewReaderSize(&stopped{r.ctx, r.in.R}, format.HeadSize)
	head, err := r.head()
	if err != nil && !errors.Is(err, io.EOF) && len(head) == 0 {
		return r.errorf("cannot be read: %w", err)
	}
	if article.Packed(head) {
		return r.unpack(head)
	}
	f := r.recognise(head)
	if (r.depth > 0 || r.in.Unnamed) && r.in.MediaType == "" {
		if what, over := passedOver(f, r.in.Name); over {
			f = what
		}
	}
	if f.Kind == format.Unread {
		return r.leave(f)
	}
	r.many = !f.Kind.Single() && f.Kind != format.Zip && f.Kind != format.Mail
	return r.reader(f.Kind)()
}

// head returns the beginning of the input. Of a stream of lines of JSON, which may come as slowly as they are written,
// the first line is enough.
func (r *reader) head() ([]byte, error) {
	if _, err := r.b.Peek(1); err != nil {
		return nil, err
	}
	come, _ := r.b.Peek(r.b.Buffered())
	if first, _, whole := bytes.Cut(come, []byte("\n")); whole && len(first) > 0 && first[0] == '{' &&
		json.Valid(first) {
		return come, nil
	}
	return r.b.Peek(format.HeadSize)
}

// recognise tells what the input is by its beginning and its name.
func (r *reader) recognise(head []byte) format.Format {
	if f := format.OfBytes(head); f.Kind != format.Unknown {
		return f
	}
	text, err := article.Decode(wholeLines(head), r.in.Name, charsetOf(r.in.MediaType))
	if err != nil { // the reader says what is wrong
		text = ""
	}
	f := format.OfText(text, r.in.Name)
	if f.Kind == format.Text && r.in.Lines && !textEnding(format.Ending(r.in.Name)) {
		return format.Of(format.Lines)
	}
	return f
}

// leave passes over what no reader knows: in an archive it is counted, else it is an error.
func (r *reader) leave(f format.Format) error {
	if r.depth > 0 {
		r.passed.Add(f)
		return nil
	}
	return &Unread{r.in.Name, f}
}
