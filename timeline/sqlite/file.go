package sqlite

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// magic begins every file of SQLite.
const magic = "SQLite format 3\x00"

// IsDatabase reports whether the file, or what it is a link to, belongs to a database of SQLite: it is one, or stands
// beside one as SQLite's own log of changes. Such a file is never to be written over.
func IsDatabase(path string) bool {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	names := []string{path}
	for _, side := range []string{"-wal", "-shm", "-journal"} {
		if main, ok := strings.CutSuffix(path, side); ok {
			names = append(names, main)
		}
	}
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		if head, err := headOf(name); err == nil && string(head) == magic {
			return true
		}
	}
	return false
}

// headOf reads as many bytes of a file as magic has, or fewer where it is shorter.
func headOf(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read
	head := make([]byte, len(magic))
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	return head[:n], nil
}

// inspect looks at the file without SQLite, which would take an empty or foreign one for its own.
func inspect(path string, o Options) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !o.ReadOnly:
		return nil
	case err != nil:
		return fmt.Errorf("%s: %w", path, cause(err))
	case info.IsDir():
		return fmt.Errorf("%s: not a database, but a folder", path)
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s: not a database, but a device or a pipe", path)
	}
	head, err := headOf(path)
	if err != nil {
		return fmt.Errorf("%s: %w", path, cause(err))
	}
	if len(head) > 0 && !bytes.Equal(head, []byte(magic)) { // a run killed at its very start leaves an empty one
		return fmt.Errorf("%s: not a demarche database", path)
	}
	if o.ReadOnly {
		return nil
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("%s: can't be written to: %w", path, cause(err))
	}
	return f.Close()
}

// folderShut tells why no file can be made in the folder of the database, where SQLite keeps its side files; nil
// when one can. It makes one and takes it away, so it is asked only where the database could not be opened.
func folderShut(path string) error {
	dir := filepath.Dir(resolved(path))
	probe, err := os.CreateTemp(dir, ".demarche-*")
	if err != nil {
		return fmt.Errorf("can't write to the folder %s: %w", dir, cause(err))
	}
	return errors.Join(probe.Close(), os.Remove(probe.Name()))
}

// unmerged reports whether a log with changes stands beside the database, which reading the file alone would leave out.
func unmerged(path string) bool {
	info, err := os.Stat(resolved(path) + "-wal")
	return err == nil && info.Size() > 0
}

// resolved is what the path is a link to, or the path itself.
func resolved(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}

// cause strips the path from an error of package os, where the message has it already.
func cause(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

// cacheSize is the pragma of the size of a connection's cache, in KiB: what is added lies all over the indexes of a
// file, and the pages of those of tens of thousands of articles must fit.
func cacheSize(o Options) string {
	if o.ReadOnly {
		return "cache_size(-4000)"
	}
	return "cache_size(-64000)"
}

// dsn is the data source name of modernc.org/sqlite for a file. The path is made absolute, as SQLite gives a
// meaning of its own to names like ":memory:" and "//host/x". Foreign keys are on, schemas of strangers are not
// trusted, and a write transaction takes its lock at once, so that it waits for another process instead of failing
// in the middle. A frozen file is read alone, without its side files.
func dsn(path string, o Options, frozen bool) (string, error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	q := url.Values{
		"_pragma": {
			"busy_timeout(30000)", "foreign_keys(1)", "synchronous(NORMAL)", "trusted_schema(0)",
		},
		"_txlock": {"immediate"},
		"mode":    {"rwc"},
	}
	q.Add("_pragma", cacheSize(o))
	if o.ReadOnly {
		q.Set("mode", "rw") // not ro: the last to leave must be able to tidy SQLite's side files away
		q.Add("_pragma", "query_only(1)")
	}
	if frozen {
		q.Set("mode", "ro")
		q.Set("immutable", "1")
	}
	escaped := strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(filepath.ToSlash(full))
	return "file:" + escaped + "?" + q.Encode(), nil
}
