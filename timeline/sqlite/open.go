package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// Options say how a file is opened. The zero value opens it for writing and makes it where there is none.
type Options struct {
	ReadOnly bool // nothing is written and no file is made
}

// Store is an open file. Its methods may be called from several goroutines.
type Store struct {
	db       *sql.DB
	path     string
	readOnly bool

	mu sync.Mutex // over w
	w  *writer    // nil until the first Put
}

// maxConns bounds the pool: one writer and a few readers, each with a page cache of its own.
const maxConns = 4

// Open opens a file of articles and events. Its errors name the path and what is wrong with it: a file that is not ours,
// one that a newer program made, a folder that can't be written to; with Options.ReadOnly they wrap fs.ErrNotExist where
// there is no file.
func Open(path string, o Options) (*Store, error) {
	if err := inspect(path, o); err != nil {
		return nil, err
	}
	frozen := false // a folder without room for SQLite's side files: read the file alone
	if err := writable(path); err != nil {
		if !o.ReadOnly {
			return nil, err
		}
		frozen = true
	}
	db, err := sql.Open("sqlite", dsn(path, o, frozen))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	db.SetMaxOpenConns(maxConns)
	s := &Store{db: db, path: path, readOnly: o.ReadOnly}
	if err := s.prepare(context.Background()); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return s, nil
}

// prepare checks that the file is ours and brings it to the newest schema.
func (s *Store) prepare(ctx context.Context) error {
	steps, err := steps()
	if err != nil {
		return err
	}
	id, err := readIdentity(ctx, s.db)
	switch {
	case err != nil:
		return fmt.Errorf("%s: not a demarche database: %w", s.path, err)
	case id.fresh() && s.readOnly:
		return fmt.Errorf("%s: holds nothing yet", s.path)
	case !id.fresh() && id.application != applicationID:
		return fmt.Errorf("%s: not a demarche database, but another program's", s.path)
	case id.schema > len(steps):
		return fmt.Errorf("%s: made by a newer demarche (schema %d; this one knows up to %d)", s.path, id.schema, len(steps))
	case id.schema == len(steps):
		return nil
	case s.readOnly:
		return fmt.Errorf("%s: made by an older demarche (schema %d); open it for writing once", s.path, id.schema)
	}
	// The journal's mode lives in the file: set once, and never in a file that isn't ours.
	if _, err := s.db.ExecContext(ctx, "PRAGMA journal_mode = WAL"); err != nil {
		return fmt.Errorf("%s: %w", s.path, err)
	}
	if err := migrate(ctx, s.db, id.schema, steps); err != nil {
		return fmt.Errorf("%s: %w", s.path, err)
	}
	return nil
}

// Close ends the use of the store.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var err error
	if s.w != nil {
		err = s.w.close()
		s.w = nil
	}
	return errors.Join(err, s.db.Close())
}

// inspect looks at the file without SQLite, which would take an empty or foreign one for its own.
func inspect(path string, o Options) error {
	f, err := os.Open(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !o.ReadOnly:
		return nil
	case err != nil:
		return fmt.Errorf("%s: %w", path, cause(err))
	}
	defer f.Close() //nolint:errcheck // only read
	if info, err := f.Stat(); err != nil || info.IsDir() {
		return fmt.Errorf("%s: not a database, but a folder", path)
	}
	head := make([]byte, 16)
	n, err := io.ReadFull(f, head)
	if n == 0 && errors.Is(err, io.EOF) { // a run killed at its very start leaves this
		return nil
	}
	if !bytes.Equal(head[:n], []byte("SQLite format 3\x00")) {
		return fmt.Errorf("%s: not a demarche database", path)
	}
	return nil
}

// writable tells why the file can't be written to. SQLite needs to make side files in its folder, too.
func writable(path string) error {
	dir := filepath.Dir(path)
	probe, err := os.CreateTemp(dir, ".demarche-*")
	if err != nil {
		return fmt.Errorf("%s: can't write to the folder %s: %w", path, dir, cause(err))
	}
	if err := errors.Join(probe.Close(), os.Remove(probe.Name())); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%s: can't be written to: %w", path, cause(err))
	}
	return f.Close()
}

// cause strips the path from an error of package os, where the message has it already.
func cause(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

// dsn is the data source name of modernc.org/sqlite. Foreign keys are on, schemas of strangers are not trusted, and a write
// transaction takes its lock at once, so that it waits for another process instead of failing in the middle.
func dsn(path string, o Options, frozen bool) string {
	q := url.Values{
		"_pragma": {"busy_timeout(10000)", "foreign_keys(1)", "synchronous(NORMAL)", "trusted_schema(0)", "cache_size(-16000)"},
		"_txlock": {"immediate"},
		"mode":    {"rwc"},
	}
	if o.ReadOnly {
		q.Set("mode", "rw") // not ro: the last to leave must be able to tidy SQLite's side files away
		q.Add("_pragma", "query_only(1)")
	}
	if frozen {
		q.Set("mode", "ro")
		q.Set("immutable", "1")
	}
	escaped := strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(filepath.ToSlash(path))
	return "file:" + escaped + "?" + q.Encode()
}
