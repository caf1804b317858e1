package main

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"
	"time"

	"demarche/cmd/budget"
	"demarche/quotes/article"
	"demarche/quotes/article/container"
)

// source is one thing to read: a page, a text, a document, or an article of a container.
type source struct {
	name   string // what messages call it
	stream string // the container that it stands in; "" for a page, a text or a document
	note   string // stands for no source: something to tell
	read   func(context.Context) (*article.Article, error)
	said   *reply                                 // of the server; its address is that of the page or list
	warm   func()                                 // begins to fetch it before its turn; nil for none
	open   func(context.Context) iter.Seq[source] // in place of read: what is known only when it has been fetched
}

// failed is a source that is known to be bad when it is found.
func failed(name, stream string, err error) source {
	return source{
		name:   name,
		stream: stream,
		read:   func(context.Context) (*article.Article, error) { return nil, err },
	}
}

// inputs tells how arguments are turned into sources. Every command reads through it.
type inputs struct {
	ctx    context.Context // its end breaks off what is being read
	stdin  io.Reader
	web    fetchOptions
	lines  bool // what nothing else is known of is JSON Lines, and may be empty
	follow bool // the pages of addresses without a text are fetched

	given  article.Record    // what a person says of what does not tell it
	skip   func(string) bool // addresses that need not be visited again; nil for none
	last   func(*reply)      // fills in what is known of the last visit; nil for nothing
	listed func(*reply)      // is told of every feed and list that was fetched; nil for nobody
}

// sources yields what the arguments name, in their order: files, all files below a folder, web pages, and "-" for
// standard input. Whatever the way, its bytes tell what it is; a container is read as it is asked for, never whole.
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
		return in.items(container.Input{Name: "-", R: in.stdin, Lines: in.lines}, yield)
	}
	if isURL(arg) {
		return in.page(arg, yield)
	}
	info, err := os.Stat(arg)
	switch {
	case err != nil:
		return yield(failed(arg, "", err))
	case info.IsDir():
		return in.folder(arg, yield)
	}
	f, err := os.Open(arg)
	if err != nil {
		return yield(failed(arg, "", err))
	}
	defer f.Close() //nolint:errcheck // only read
	return in.file(f, info, arg, yield)
}

// file yields what is in an open file.
func (in *inputs) file(f *os.File, info os.FileInfo, name string, yield func(source) bool) bool {
	input := container.Input{Name: name, R: f, Lines: in.lines}
	if !info.Mode().IsRegular() {
		input.R = struct{ io.Reader }{f} // no place of it can be sought
	} else {
		input.Size = info.Size()
	}
	return in.items(input, yield)
}

// items yields what an input holds.
func (in *inputs) items(input container.Input, yield func(source) bool) bool {
	input.Now = time.Now()
	for it := range container.Items(in.ctx, input) {
		if !yield(in.sourceOf(it)) {
			return false
		}
	}
	return in.ctx.Err() == nil
}

// sourceOf is an item as a source.
func (in *inputs) sourceOf(it container.Item) source {
	if it.Err != nil {
		return failed(it.Name, it.In, it.Err)
	}
	s := source{name: it.Name, stream: it.In, note: it.Note, read: it.Read}
	if it.Open != nil {
		s.open = func(ctx context.Context) iter.Seq[source] { return in.opened(it.Open(ctx)) }
	}
	if in.follow && it.Read != nil {
		in.followed(&s)
	}
	return filled(s, in.given)
}

// opened yields items as sources.
func (in *inputs) opened(items iter.Seq[container.Item]) iter.Seq[source] {
	return func(yield func(source) bool) {
		for it := range items {
			if !yield(in.sourceOf(it)) {
				return
			}
		}
	}
}

func isURL(arg string) bool {
	scheme, _, ok := strings.Cut(arg, "://")
	return ok && !strings.ContainsAny(scheme, `/\.`)
}

// maxFetched is how much of the articles of a fetched container is kept at once, in bytes.
const maxFetched = 48 << 20

// each works on a source, or on all that it holds where that is known only once it has been opened, within the time
// that a source may take. Size tells how many bytes the result of a source takes; there is an end to what is kept of
// one input.
func each[Out any](
	ctx context.Context,
	s source,
	work func(context.Context, source) []Out,
	size func(Out) int,
) []Out {
	if s.open == nil {
		return work(ctx, s)
	}
	subs, err := budget.Within(
		ctx,
		budget.Source,
		func(ctx context.Context) []source { return slices.Collect(s.open(ctx)) },
	)
	if err != nil {
		return work(ctx, failed(s.name, s.stream, fmt.Errorf("%s: %w", s.name, err)))
	}
	var out []Out
	kept := 0
	for _, sub := range subs {
		if sub.open != nil {
			out = append(out, each(ctx, sub, work, size)...)
			continue
		}
		for _, o := range work(ctx, sub) {
			out = append(out, o)
			kept += size(o)
		}
		if kept > maxFetched {
			err := fmt.Errorf("%s: %w: its articles have more than %d MB; save it and add the file",
				s.name, article.ErrTooLarge, maxFetched>>20)
			return append(out, work(ctx, failed(s.name, sub.stream, err))...)
		}
	}
	return out
}
