package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"demarche/cmd/budget"
	"demarche/quotes/article"
	"demarche/quotes/article/container"
)

// readItems reads all that the globs name.
func readItems(s beam.Scope, globs []string, keep bool) (items, flaws beam.PCollection) {
	s = s.Scope("read")
	files := beam.ParDo(s, &matchFn{}, beam.CreateList(s, globs))
	// Files go to whoever is free, not all to the one who found them.
	return beam.ParDo2(s, &readFn{time.Now(), keep}, beam.Reshuffle(s, files))
}

// file is a file to read, with its size in bytes.
type file struct {
	Path string
	Size int64
}

// matchFn finds the files of a glob.
type matchFn struct{}

// ProcessElement emits the files. None is an error.
func (*matchFn) ProcessElement(ctx context.Context, glob string, files func(file)) error {
	fs, err := filesystem.New(ctx, glob)
	if err != nil {
		return err
	}
	defer fs.Close() //nolint:errcheck // only read
	paths, err := fs.List(ctx, glob)
	if err == nil && len(paths) == 0 {
		err = fmt.Errorf("%s: no such file", glob)
	}
	for _, path := range paths {
		size, err := fs.Size(ctx, path)
		if err != nil {
			return err
		}
		files(file{path, size})
	}
	return err
}

// readFn reads the articles of a file, whatever its format. A file is read by one worker from its beginning to its
// end: an archive in many files is read on many machines.
type readFn struct {
	Now  time.Time // after which no day is one of publication; the same in every bundle
	Keep bool      // keep the bytes of articles, for databases
}

// ProcessElement emits what is in a file, and what in it can't be read.
func (fn *readFn) ProcessElement(
	ctx context.Context, of file, items func(item), flaws func(flaw),
) error {
	fs, err := filesystem.New(ctx, of.Path)
	if err != nil {
		return err
	}
	defer fs.Close() //nolint:errcheck // only read
	r, err := fs.OpenRead(ctx, of.Path)
	if err != nil {
		return err // a bucket that does not answer: the runner tries again
	}
	defer r.Close() //nolint:errcheck // only read
	f := &fileReader{file: of.Path, keep: fn.Keep, items: items, flaws: flaws}
	f.all(ctx, container.Items(ctx, container.Input{
		Name: of.Path, R: r, Size: sizeOf(r, of.Size), Lines: strings.Contains(of.Path, ".jsonl"), Now: fn.Now,
	}))
	return ctx.Err()
}

// sizeOf is the size where any place of the file can be read.
func sizeOf(r io.Reader, size int64) int64 {
	if _, ok := r.(io.ReaderAt); ok {
		return size
	}
	return 0
}

// fileReader emits what is in one file.
type fileReader struct {
	file  string
	keep  bool // the bytes
	n     int  // articles and flaws met
	items func(item)
	flaws func(flaw)
}

// all emits items as they come.
func (f *fileReader) all(ctx context.Context, items iter.Seq[container.Item]) {
	for it := range items {
		switch {
		case it.Note != "":
		case it.Err != nil:
			f.flaw(it.Name, it.Err)
		case it.Open != nil:
			f.all(ctx, it.Open(ctx))
		default:
			f.one(ctx, it)
		}
	}
}

// one reads an article, within the time that a source may take.
func (f *fileReader) one(ctx context.Context, it container.Item) {
	type result struct {
		*article.Article
		err error
	}
	r, err := budget.Within(ctx, budget.Source, func(ctx context.Context) (r result) {
		defer caught(&r.err)
		r.Article, r.err = it.Read(ctx)
		return r
	})
	if err = errors.Join(err, r.err); err != nil {
		f.flaw(it.Name, err)
		return
	}
	parts := r.Entries // of a live blog
	if len(parts) == 0 {
		parts = []*article.Article{r.Article}
	}
	for i, a := range parts {
		name := it.Name
		if len(parts) > 1 {
			name = fmt.Sprintf("%s#%d", name, i+1)
		}
		f.part(name, a)
	}
}

// part emits an article; one in another language is emitted too, for its key is taken.
func (f *fileReader) part(name string, a *article.Article) {
	err := a.Check()
	if r := (*article.Refusal)(nil); errors.As(err, &r) && r.Kind == "language" {
		a.Language = r.Sign
	} else if err != nil {
		f.flaw(name, err)
		return
	}
	f.n++
	packed, err := newItem(f.file, f.n, name, a)
	if err != nil {
		f.flaw(name, err)
		return
	}
	if !f.keep {
		packed.Bytes = nil
	}
	f.items(packed)
}

func (f *fileReader) flaw(name string, err error) {
	f.n++
	f.flaws(flaw{name, strings.TrimPrefix(err.Error(), name+": ")})
}

// caught makes an error of a panic: one article must not cost the others.
func caught(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("the program failed on it: %v", r)
	}
}
