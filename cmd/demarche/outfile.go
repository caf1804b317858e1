package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/google/renameio/v2"
)

// writeTo draws to what the path leads to, which is file.
func writeTo(path, file string, draw func(io.Writer) error) error {
	info, err := os.Stat(path)
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	case err == nil && info.IsDir():
		return errors.New("it is a folder; name a file")
	case err == nil && !info.Mode().IsRegular(), keptOpen(path):
		return pour(path, draw)
	}
	return replace(file, draw)
}

// keptOpen reports whether the path may name a file that is open already, like /dev/stdout: it is not to be replaced.
func keptOpen(path string) bool {
	full, err := filepath.Abs(path)
	return err == nil && (strings.HasPrefix(full, "/dev/") || strings.HasPrefix(full, "/proc/"))
}

// pour writes to a device, a pipe or an open file, after what stands there: nothing where it can't be drawn whole.
func pour(path string, draw func(io.Writer) error) error {
	var page bytes.Buffer
	if err := draw(&page); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return err
	}
	_, err = page.WriteTo(f)
	return errors.Join(err, f.Close())
}

// replace puts a new file, written and synced, in the place of the old one. It holds a lock on the new one while it
// writes, so that a later run can tell what a killed one has left.
func replace(file string, draw func(io.Writer) error) error {
	f, err := renameio.NewPendingFile(file, renameio.WithTempDir(filepath.Dir(file)), renameio.WithPermissions(0o666),
		renameio.WithExistingPermissions())
	if err != nil {
		return err
	}
	defer f.Cleanup() //nolint:errcheck // the first error tells more
	if err := lock(f.File); err != nil {
		return err
	}
	b := bufio.NewWriterSize(f, 1<<16)
	if err := errors.Join(draw(b), b.Flush()); err != nil {
		return err
	}
	if err := f.CloseAtomicallyReplace(); err != nil {
		return err
	}
	sweep(file)
	return nil
}

func lock(f *os.File) error { return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) }

// sweep removes the new files for that place which killed runs have left: those that nobody has a lock on.
func sweep(file string) {
	dir, base := filepath.Split(file)
	left, err := os.ReadDir(filepath.Clean(dir + "."))
	if err != nil {
		return // what is left harms nothing
	}
	for _, e := range left {
		number, ours := strings.CutPrefix(e.Name(), "."+base)
		if !ours || number == "" || strings.Trim(number, "0123456789") != "" || !e.Type().IsRegular() {
			continue
		}
		f, err := os.Open(dir + e.Name())
		if err != nil {
			continue
		}
		if lock(f) == nil {
			_ = os.Remove(f.Name()) // as above
		}
		_ = f.Close() // it was only read
	}
}

// follow returns what the path is a link to, whether or not that is there, or the path itself.
func follow(path string) (string, error) {
	for range 40 {
		to, err := os.Readlink(path)
		if err != nil {
			return path, nil //nolint:nilerr // no link
		}
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(path), to)
		}
		path = to
	}
	return "", errors.New("too many links")
}

// bare strips the names of files from an error, where the message has the one that was given.
func bare(err error) error {
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		return p.Err
	case errors.As(err, &l):
		return l.Err
	}
	return err
}
