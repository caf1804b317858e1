package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"time"

	driver "modernc.org/sqlite" // registers itself as "sqlite"
	sqlite3 "modernc.org/sqlite/lib"
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

	several sync.Mutex // over taking several connections

	mu sync.Mutex // over w
	w  *writer    // nil until the first Put
}

// maxConns bounds the pool: one writer and a few readers, each with a page cache of its own.
const maxConns = 4

// Open opens a file of articles and events. The path is a plain path, never a URI. Errors name it and what is
// wrong: a file that is not ours, one that a newer program made, a folder that can't be written to; with
// Options.ReadOnly they wrap fs.ErrNotExist where there is no file.
func Open(path string, o Options) (*Store, error) {
	if path == "" {
		return nil, errors.New("a database needs a name, and none is given")
	}
	if err := inspect(path, o); err != nil {
		return nil, err
	}
	s, err := openFile(path, o, false)
	if err == nil {
		return s, nil
	}
	shut := folderShut(path)
	switch {
	case shut == nil:
		return nil, err
	case !o.ReadOnly:
		return nil, fmt.Errorf("%s: %w", path, shut)
	case unmerged(path):
		return nil, fmt.Errorf("%s: its newest changes are in %s-wal, which can't be read here: %w; "+
			"copy both to another folder", path, filepath.Base(resolved(path)), shut)
	}
	return openFile(path, o, true)
}

func openFile(path string, o Options, frozen bool) (*Store, error) {
	name, err := dsn(path, o, frozen)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	db, err := sql.Open("sqlite", name)
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
	case hasCode(err, sqlite3.SQLITE_NOTADB):
		return fmt.Errorf("%s: not a demarche database", s.path)
	case hasCode(err, sqlite3.SQLITE_CORRUPT): // its message may quote pages of the file
		return fmt.Errorf("%s: the file is damaged so that it can't be opened; take a copy of it that is whole", s.path)
	case err != nil:
		return fmt.Errorf("%s: can't be opened: %w", s.path, err)
	case id.fresh() && s.readOnly:
		return fmt.Errorf("%s: holds nothing yet", s.path)
	case !id.fresh() && id.application != applicationID:
		return fmt.Errorf("%s: not a demarche database, but another program's", s.path)
	case id.schema > len(steps):
		return fmt.Errorf("%s: made by a newer demarche (schema %d; this one knows up to %d)", s.path, id.schema, len(steps))
	case id.schema == len(steps):
		return nil
	case s.readOnly:
		return fmt.Errorf("%s: made by an older demarche (schema %d); demarche add brings it up to date",
			s.path, id.schema)
	}
	if err := s.keepLog(ctx); err != nil {
		return fmt.Errorf("%s: %w", s.path, err)
	}
	if err := migrate(ctx, s.db, steps); err != nil {
		return fmt.Errorf("%s: %w", s.path, err)
	}
	return nil
}

// keepLog sets the journal's mode, which lives in the file: once, and never in a file that isn't ours. SQLite does
// not wait for its turn here as it does elsewhere when another process is making the same file.
func (s *Store) keepLog(ctx context.Context) error {
	for try := 0; ; try++ {
		_, err := s.db.ExecContext(ctx, "PRAGMA journal_mode = WAL")
		if !hasCode(err, sqlite3.SQLITE_BUSY) || try == 1000 {
			return err
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// hasCode reports whether SQLite gave an error of that code.
func hasCode(err error, code int) bool {
	var se *driver.Error
	return errors.As(err, &se) && se.Code()&0xff == code
}

// Close ends the use of the store.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var err error
	if s.w != nil {
		err = s.w.db.close()
		s.w = nil
	}
	return errors.Join(err, s.db.Close())
}
