package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"time"

	"demarche/quotes/article/container"
)

// folder yields the files below a folder, in the order of their names. What systems hide there and the companions of
// a saved page are passed over; what no reader knows, and texts of other endings, are counted and told at the end.
func (in *inputs) folder(dir string, yield func(source) bool) bool {
	n, more := 0, true
	out := &container.LeftOut{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		hidden := path != dir && container.Hidden(d.Name())
		switch {
		case err != nil:
			n++
			more = yield(failed(path, "", err))
		case d.IsDir() && hidden:
			return fs.SkipDir
		case d.IsDir() && path != dir && slices.ContainsFunc(container.Page(path), exists):
			out.AddAll(container.Companions(), filesBelow(path))
			return fs.SkipDir
		case d.IsDir() || hidden:
		default:
			var read bool
			read, more = in.regular(path, out, yield)
			if read {
				n++
			}
		}
		if !more || in.ctx.Err() != nil {
			return fs.SkipAll
		}
		return nil
	})
	if !more || in.ctx.Err() != nil {
		return more
	}
	return in.endFolder(dir, n, out, err, yield)
}

// endFolder tells, at the end of a folder of which n files were read, what was left out; with nothing read that is an
// error.
func (in *inputs) endFolder(dir string, n int, out *container.LeftOut, err error, yield func(source) bool) bool {
	switch {
	case err != nil:
	case n == 0 && out.Any():
		err = fmt.Errorf("%s: no article in this folder; %s", dir, out)
	case n == 0:
		err = fmt.Errorf("%s: no article in this folder", dir)
	case out.Any():
		return yield(source{name: dir, note: fmt.Sprintf("%s: %s", dir, out)})
	}
	return err == nil || yield(failed(dir, "", err))
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// filesBelow counts the files below a folder.
func filesBelow(dir string) int {
	n := 0
	_ = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error { // what cannot be seen is not counted
		if err == nil && !d.IsDir() {
			n++
		}
		return nil
	})
	return n
}

// regular yields what is in a file of a folder, and reports whether it was read and whether more is wanted. It is
// opened without waiting, so that a pipe cannot hold the run, and read only if it is a regular file.
func (in *inputs) regular(path string, out *container.LeftOut, yield func(source) bool) (read, more bool) {
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return true, yield(failed(path, "", err))
	}
	defer f.Close() //nolint:errcheck // only read
	info, err := f.Stat()
	switch {
	case err != nil:
		return true, yield(failed(path, "", err))
	case info.IsDir(): // a link to a folder
		return true, yield(failed(path, "", fmt.Errorf("%s: a link to a folder; name the folder itself", path)))
	case !info.Mode().IsRegular():
		return true, yield(failed(path, "", fmt.Errorf("%s: no regular file; name it as an argument to read it", path)))
	}
	more = true
	for it := range container.Items(in.ctx, container.Input{
		Name: path, R: f, Size: info.Size(), Lines: in.lines, Now: time.Now(),
		Unnamed: true,
	}) {
		var unread *container.Unread
		if errors.As(it.Err, &unread) {
			out.Add(unread.Format)
			continue
		}
		read = true
		if more = yield(in.sourceOf(it)); !more {
			break
		}
	}
	return read, more
}
