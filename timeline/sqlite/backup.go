package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Backup writes the database, as it is at this moment, to a new file: one file, whatever the journal of this one
// holds. The copy is checked as [Store.Check] does before it gets its name; where it is unsound, or a file of that name
// is there already, nothing is left and the error says why.
func (s *Store) Backup(ctx context.Context, path string) (*Audit, error) {
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return nil, errors.Join(fmt.Errorf("%s: there is such a file already; name another", path), err)
	}
	dir, err := os.MkdirTemp(filepath.Dir(path), ".demarche-backup-*") // the same file system: the last step is a rename
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // what is left is nobody's and named so
	made := filepath.Join(dir, "copy.sqlite")
	if err := s.copyTo(ctx, made); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	audit, err := checkCopy(ctx, made)
	if err != nil {
		return audit, fmt.Errorf("%s: %w", path, err)
	}
	return audit, os.Link(made, path) // unlike a rename it never replaces a file
}

// copyTo writes the database to a new file. A store that is open to read alone may write no file at all, not even
// another one, so the connection is allowed to for this one statement.
func (s *Store) copyTo(ctx context.Context, path string) (err error) {
	c, err := s.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	if !s.readOnly {
		_, err = c.ExecContext(ctx, `VACUUM INTO ?`, path)
		return err
	}
	if _, err := c.ExecContext(ctx, `PRAGMA query_only = 0`); err != nil {
		return err
	}
	_, err = c.ExecContext(ctx, `VACUUM INTO ?`, path)
	_, again := c.ExecContext(context.WithoutCancel(ctx), `PRAGMA query_only = 1`)
	return errors.Join(err, again)
}

// checkCopy checks a file that was just made.
func checkCopy(ctx context.Context, path string) (*Audit, error) {
	c, err := Open(path, Options{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	audit, err := c.Check(ctx)
	return audit, errors.Join(err, c.Close())
}
