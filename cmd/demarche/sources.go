package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/klauspost/compress/gzip"

	"demarche/quotes/article"
)

// source is one thing to read: a page, a text, or a line of JSON Lines.
type source struct {
	name   string // what messages call it
	stream string // the JSON Lines that it is a line of; "" for a page or text
	read   func(context.Context) (*article.Article, error)
}

// failed is a source that is known to be bad when it is found.
func failed(name, stream string, err error) source {
	return source{name, stream, func(context.Context) (*article.Article, error) { return nil, err }}
}

// inputs tells how arguments are turned into sources.
type inputs struct {
	ctx   context.Context // its end breaks off standard input
	stdin io.Reader
	web   fetchOptions
}

// sources yields what the arguments name, in their order: files, all files below a folder, web pages, and "-" for standard
// input. A stream of JSON Lines is read as it is asked for, never whole.
func (in *inputs) sources(args []string) iter.Seq[source] {
	return func(yield func(source) bool) {
		for _, arg := range args {
			if !in.one(arg, yield) {
				return
			}
		}
	}
}

// one yields the sources of one argument; false when yield wants no more.
func (in *inputs) one(arg string, yield func(source) bool) bool {
	if arg == "-" {
		return in.open(until(in.ctx, in.stdin), "-", yield)
	}
	if isURL(arg) {
		return yield(source{name: arg, read: func(ctx context.Context) (*article.Article, error) {
			src, err := fetch(ctx, arg, in.web)
			if err != nil {
				return nil, err
			}
			return article.Read(src)
		}})
	}
	info, err := os.Stat(arg)
	switch {
	case err != nil:
		return yield(failed(arg, "", err))
	case info.IsDir():
		return in.folder(arg, yield)
	}
	return in.file(arg, yield)
}

// until passes r on until the context ends: a read from a terminal or a pipe would otherwise wait for ever.
func until(ctx context.Context, r io.Reader) io.Reader {
	out, in := io.Pipe()
	go func() {
		_, err := io.Copy(in, r)
		in.CloseWithError(err) // nil ends it in good order
	}()
	context.AfterFunc(ctx, func() { in.CloseWithError(ctx.Err()) })
	return out
}

func isURL(arg string) bool {
	scheme, _, ok := strings.Cut(arg, "://")
	return ok && !strings.ContainsAny(scheme, `/\.`)
}

// endings are those of files in a folder that are read; others are passed over. Each may be followed by .gz or .zst.
var endings = []string{".html", ".htm", ".xhtml", ".txt", ".jsonl", ".ndjson"}

func ending(path string) string {
	path = strings.ToLower(path)
	return filepath.Ext(strings.TrimSuffix(strings.TrimSuffix(path, ".gz"), ".zst"))
}

// folder yields the files below a folder, in the order of their names; hidden ones are passed over.
func (in *inputs) folder(dir string, yield func(source) bool) bool {
	n, more := 0, true
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		hidden := path != dir && strings.HasPrefix(d.Name(), ".")
		switch {
		case err != nil:
			n++
			more = yield(failed(path, "", err))
		case d.IsDir() && hidden:
			return fs.SkipDir
		case d.IsDir() || hidden || !slices.Contains(endings, ending(path)):
		default:
			n++
			more = in.file(path, yield)
		}
		if !more {
			return fs.SkipAll
		}
		return nil
	})
	if err == nil && n == 0 {
		err = fmt.Errorf("%s: no article in this folder; files that end in %s are read", dir, strings.Join(endings, ", "))
	}
	if err != nil && more {
		return yield(failed(dir, "", err))
	}
	return more
}

// file yields a page or text, to be loaded when it is its turn, or the lines of a stream.
func (in *inputs) file(path string, yield func(source) bool) bool {
	if e := ending(path); e != ".jsonl" && e != ".ndjson" {
		return yield(source{name: path, read: func(context.Context) (*article.Article, error) {
			src, err := article.Load(path)
			if err != nil {
				return nil, err
			}
			return article.Read(src)
		}})
	}
	f, err := os.Open(path)
	if err != nil {
		return yield(failed(path, "", err))
	}
	defer f.Close() //nolint:errcheck // only read
	return lines(f, path, yield)
}

// open yields what is on a stream of unknown kind: lines where it begins like JSON, else one page or text.
func (in *inputs) open(r io.Reader, name string, yield func(source) bool) bool {
	b := bufio.NewReaderSize(r, 1<<16)
	if beginsLikeJSON(b) {
		return lines(b, name, yield)
	}
	src, err := article.LoadFrom(b, name)
	return yield(source{name: name, read: func(context.Context) (*article.Article, error) {
		if err != nil {
			return nil, err
		}
		return article.Read(src)
	}})
}

// beginsLikeJSON looks at the first bytes, opened when they are packed, and leaves them in b.
func beginsLikeJSON(b *bufio.Reader) bool {
	head, _ := b.Peek(4096) // a shorter stream gives what there is
	if z, err := gzip.NewReader(bytes.NewReader(head)); err == nil {
		opened := make([]byte, 512)
		n, _ := io.ReadFull(z, opened) // the end is cut off, the beginning is what is asked for
		head = opened[:n]
	}
	return bytes.HasPrefix(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))), []byte("{"))
}

// lines yields the articles of JSON Lines, and each bad line as a source that fails.
func lines(r io.Reader, name string, yield func(source) bool) bool {
	lr := article.Lines(r, name)
	for n := 0; ; n++ {
		a, err := lr.Next()
		switch {
		case errors.Is(err, io.EOF) && n == 0:
			return yield(failed(name, name, fmt.Errorf("%s: empty; no article in it", name)))
		case errors.Is(err, io.EOF):
			return true
		case err != nil:
			if !yield(failed(name, name, err)) {
				return false
			}
			continue
		}
		at := fmt.Sprintf("%s:%d", name, lr.Line())
		if !yield(source{at, name, func(context.Context) (*article.Article, error) { return a, nil }}) {
			return false
		}
	}
}
