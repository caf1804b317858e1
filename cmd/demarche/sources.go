package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

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
		return in.open(in.stdin, "-", yield)
	}
	if isURL(arg) {
		return yield(source{name: shownURL(arg), read: func(ctx context.Context) (*article.Article, error) {
			src, err := fetch(ctx, arg, in.web)
			if err != nil {
				return nil, err
			}
			return article.Read(ctx, src)
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
		return article.Read(ctx, src)
	}}
}

func isURL(arg string) bool {
	scheme, _, ok := strings.Cut(arg, "://")
	return ok && !strings.ContainsAny(scheme, `/\.`)
}

// fileKind is what the name of a file says of it.
type fileKind int

const (
	unknown fileKind = iota
	page             // or a text
	jsonLines
)

// endings are those of files in a folder that are read; others are passed over. Each may be followed by .gz or .zst.
var endings = []string{".html", ".htm", ".xhtml", ".txt", ".jsonl", ".ndjson"}

func ending(path string) string {
	path = strings.ToLower(path)
	return filepath.Ext(strings.TrimSuffix(strings.TrimSuffix(path, ".gz"), ".zst"))
}

func kindOf(path string) fileKind {
	switch e := ending(path); {
	case e == ".jsonl" || e == ".ndjson":
		return jsonLines
	case slices.Contains(endings, e):
		return page
	}
	return unknown
}

// folder yields the files below a folder, in the order of their names; hidden ones are passed over, and so, with a note, are those
// of other endings.
func (in *inputs) folder(dir string, yield func(source) bool) bool {
	n, more := 0, true
	passed := map[string]int{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		hidden := path != dir && strings.HasPrefix(d.Name(), ".")
		switch {
		case err != nil:
			n++
			more = yield(failed(path, "", err))
		case d.IsDir() && hidden:
			return fs.SkipDir
		case d.IsDir() || hidden:
		case kindOf(path) == unknown:
			passed[ending(path)]++
		default:
			n++
			more = in.regular(path, yield)
		}
		if !more || in.ctx.Err() != nil {
			return fs.SkipAll
		}
		return nil
	})
	if more && len(passed) > 0 {
		more = yield(source{name: dir, note: passedOver(dir, passed)})
	}
	if err == nil && n == 0 {
		err = fmt.Errorf("%s: no article in this folder; files that end in %s are read", dir, strings.Join(endings, ", "))
	}
	if err != nil && more {
		return yield(failed(dir, "", err))
	}
	return more
}

// passedOver tells how many files of a folder were passed over, and their endings.
func passedOver(dir string, passed map[string]int) string {
	total, kinds := 0, []string{}
	for e, n := range passed {
		total += n
		kinds = append(kinds, cmp.Or(e, "no ending"))
	}
	slices.Sort(kinds)
	return fmt.Sprintf("%s: %s passed over (%s); files that end in %s are read", dir, plural(total, "file"),
		strings.Join(kinds, ", "), strings.Join(endings, ", "))
}

// regular yields a file of a folder. It is opened without waiting, so that a pipe cannot hold the run, and read only if it is a
// regular file.
func (in *inputs) regular(path string, yield func(source) bool) bool {
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return yield(failed(path, "", err))
	}
	defer f.Close() //nolint:errcheck // only read
	info, err := f.Stat()
	switch {
	case err != nil:
		return yield(failed(path, "", err))
	case info.IsDir(): // a link to a folder
		return yield(failed(path, "", fmt.Errorf("%s: a link to a folder; name the folder itself", path)))
	case !info.Mode().IsRegular():
		return yield(failed(path, "", fmt.Errorf("%s: no regular file; name it as an argument to read it", path)))
	case kindOf(path) == jsonLines:
		return in.stream(f, path, yield)
	}
	return yield(pageFile(path))
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
		return article.Read(ctx, src)
	}})
}

// beginsLikeJSON looks at the first bytes, opened when they are packed, and leaves them in b.
func beginsLikeJSON(b *bufio.Reader) bool {
	head, _ := b.Peek(4096) // a shorter stream gives what there is
	return objectStart.Match(bytes.TrimSpace(bytes.TrimPrefix(opened(head), []byte("\xef\xbb\xbf"))))
}

// objectStart is how a line of JSON Lines begins; JSON that is laid out in several lines has its first name in the second.
var objectStart = regexp.MustCompile(`^\{[ \t]*"`)

// opened returns the first bytes of what the beginning of a gzip or zstd stream holds; other bytes as they are.
func opened(head []byte) []byte {
	first := make([]byte, 512)
	if z, err := gzip.NewReader(bytes.NewReader(head)); err == nil {
		n, _ := io.ReadFull(z, first) // the end is cut off, the beginning is what is asked for
		return first[:n]
	}
	if !bytes.HasPrefix(head, []byte("\x28\xb5\x2f\xfd")) {
		return head
	}
	z, err := zstd.NewReader(bytes.NewReader(head), zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true))
	if err != nil {
		return head
	}
	defer z.Close()
	n, _ := io.ReadFull(z, first)
	return first[:n]
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
