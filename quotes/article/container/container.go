// Package container reads sources of every kind: an [Input] is recognised by its bytes (see the room format) and goes
// to the reader of its format, which yields an [Item] for each article, address or fault that it meets, one after the
// other, so that memory does not grow with the size of the input. Archives in archives are opened to a depth of
// three. What no reader knows gives an [Unread]; within an archive such files are counted and told at its end.
//
// It knows how formats hold articles, and nothing of what articles say; the pages and texts themselves are read by
// the room article, documents by the room document.
package container

import (
	"context"
	"errors"
	"io"
	"iter"
	"time"

	"demarche/quotes/article"
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
// item's name; one that wraps an [article.NoText] with a URL is no fault: the item is an address, whose page may be
// fetched.
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
		out := &sink{ctx: ctx, name: in.Name, root: in.Name, yield: yield, passed: &LeftOut{}, found: new(int)}
		err := newReader(in, out).open()
		switch {
		case err != nil && errors.Is(err, errEnough) || ctx.Err() != nil:
			return
		case err != nil:
			yield(Item{Name: in.Name, Err: err, In: out.container()})
			return
		}
		out.close(in.Lines)
	}
}
