package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"
	"time"

	"demarche/quotes/article"
)

// source is one thing to read: a page, a text, or a line of JSON Lines.
type source struct {
	name   string // what messages call it
	stream string // the JSON Lines that it is a line of; "" for a page or text
	note   string // stands for no source: something to tell
	read   func(context.Context) (*article.Article, error)
}

// failed is a source that is known to be bad when it is found.
func failed(name, stream string, err error) source {
	return source{name: name, stream: stream, read: func(context.Context) (*article.Article, error) { return nil, err }}
}

// inputs tells how arguments are turned into sources. Every command reads through it.
type inputs struct {
	ctx   context.Context // its end breaks off what is being read
	stdin io.Reader
	web   fetchOptions
	lines bool // what does not say by its name that it is a page or text is JSON Lines, and may be empty
}

// sources yields what the arguments name, in their order: files, all files below a folder, web pages, and "-" for
// standard input. A stream of JSON Lines is read as it is asked for, never whole.
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
		return in.open(in.stdin, "-", yield)
	}
	if isURL(arg) {
		return yield(source{name: shownURL(arg), read: func(ctx context.Context) (*article.Article, error) {
			src, err := fetch(ctx, arg, in.web)
			if err != nil {
				return nil, err
			}
			return readSource(ctx, src)
		}})
	}
	info, err := os.Stat(arg)
	switch {
	case err != nil:
		return yield(failed(arg, "", err))
	case info.IsDir():
		return in.folder(arg, yield)
	case kindOf(arg) == page:
		return yield(pageFile(arg))
	}
	f, err := os.Open(arg)
	if err != nil {
		return yield(failed(arg, "", err))
	}
	defer f.Close() //nolint:errcheck // only read
	if kindOf(arg) == jsonLines {
		return in.stream(f, arg, yield)
	}
	if !info.Mode().IsRegular() {
		return in.open(f, arg, yield)
	}
	if !in.lines && !beginsLikeJSON(bufio.NewReader(f)) {
		return yield(pageFile(arg))
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return yield(failed(arg, "", err))
	}
	return in.stream(f, arg, yield)
}

// pageFile is a page or text in a file, to be loaded when it is its turn.
func pageFile(path string) source {
	return source{name: path, read: func(ctx context.Context) (*article.Article, error) {
		src, err := article.Load(ctx, path)
		if err != nil {
			return nil, err
		}
		return readSource(ctx, src)
	}}
}

// readSource reads a source now: no day much later is one of publication.
func readSource(ctx context.Context, src article.Source) (*article.Article, error) {
	src.Now = time.Now()
	return article.Read(ctx, src)
}

func isURL(arg string) bool {
	scheme, _, ok := strings.Cut(arg, "://")
	return ok && !strings.ContainsAny(scheme, `/\.`)
}

// open yields what is on a stream of unknown kind: lines where it begins like JSON, else one page or text.
func (in *inputs) open(r io.Reader, name string, yield func(source) bool) bool {
	b := bufio.NewReaderSize(r, 1<<16)
	if in.lines || beginsLikeJSON(b) {
		return in.stream(b, name, yield)
	}
	src, err := article.LoadFrom(in.ctx, b, name)
	return yield(source{name: name, read: func(ctx context.Context) (*article.Article, error) {
		if err != nil {
			return nil, err
		}
		return readSource(ctx, src)
	}})
}

// stream yields the articles of JSON Lines, and each bad line as a source that fails.
func (in *inputs) stream(r io.Reader, name string, yield func(source) bool) bool {
	lr := article.Lines(in.ctx, r, name)
	for n := 0; in.ctx.Err() == nil; n++ {
		a, err := lr.Next()
		switch {
		case errors.Is(err, io.EOF) && n == 0 && !in.lines:
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
		if !yield(source{name: at, stream: name, read: func(context.Context) (*article.Article, error) { return a, nil }}) {
			return false
		}
	}
	return false
}
