package main

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
)

// folder yields the files below a folder, in the order of their names; hidden ones are passed over, and so, with a
// note, are those of other endings.
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

// regular yields a file of a folder. It is opened without waiting, so that a pipe cannot hold the run, and read
// only if it is a regular file.
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
