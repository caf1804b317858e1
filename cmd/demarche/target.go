package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"demarche/timeline/sqlite"
)

// target is the database that a run writes to. A new file is made with the first articles to be stored, so that a
// run that stores nothing leaves nothing, and no run ever has a file to remove. It may be used by several
// goroutines.
type target struct {
	path string

	mu    sync.Mutex
	store *sqlite.Store // nil while there is no file
}

// openTarget opens the database, or sees that one can be made in its folder.
func openTarget(path string) (*target, error) {
	t := &target{path: path}
	_, err := os.Stat(path)
	if !errors.Is(err, fs.ErrNotExist) {
		_, err = t.open()
		return t, err
	}
	dir := filepath.Dir(path)
	if _, err := os.Stat(dir); err != nil {
		return nil, fmt.Errorf("%s: can't write to the folder %s: %w", path, dir, bare(err))
	}
	return t, nil
}

// open returns the store, opened at the first call.
func (t *target) open() (_ *sqlite.Store, err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.store == nil {
		t.store, err = sqlite.Open(t.path, sqlite.Options{})
	}
	return t.store, err
}

// made returns the store, nil while there is no file.
func (t *target) made() *sqlite.Store {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.store
}

// Has is [sqlite.SourceReader.Has]; in a database that is not there yet, there is nothing.
func (t *target) Has(ctx context.Context, key, sha256, reader string) (bool, error) {
	t.mu.Lock()
	s := t.store
	t.mu.Unlock()
	if s == nil {
		return false, nil
	}
	return s.Sources().Has(ctx, key, sha256, reader)
}

// PutAll is [sqlite.Store.PutAll].
func (t *target) PutAll(ctx context.Context, entries []sqlite.Entry) ([]sqlite.Outcome, error) {
	s, err := t.open()
	if err != nil {
		return nil, err
	}
	return s.PutAll(ctx, entries)
}

// Close ends the use of the database.
func (t *target) Close() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.store == nil {
		return nil
	}
	return t.store.Close()
}
