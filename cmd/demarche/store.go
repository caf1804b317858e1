package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"sync"

	"github.com/spf13/cobra"

	"demarche/timeline/sqlite"
)

// defaultDB is the database of a command where nothing names another.
const defaultDB = "demarche.sqlite"

// dbFlag adds --db to a command.
func dbFlag(cmd *cobra.Command, path *string) {
	*path = defaultDB
	cmd.Flags().Var((*dbPath)(path), "db", "the database `file`")
}

// dbPath is the value of --db: a plain path.
type dbPath string

// Set takes a path; an empty one would be a database that is kept nowhere.
func (p *dbPath) Set(path string) error {
	if path == "" {
		return errors.New("a database needs a name")
	}
	*p = dbPath(path)
	return nil
}

// String returns the path.
func (p *dbPath) String() string { return string(*p) }

// Type names the kind of value for the help.
func (p *dbPath) Type() string { return "file" }

// openToRead opens a database that must be there.
func openToRead(path string) (*sqlite.Store, error) {
	s, err := sqlite.Open(path, sqlite.Options{ReadOnly: true})
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: no such database; make it with: demarche add --db %s FILE", path, path)
	}
	return s, err
}

// program is the SHA-256 of the program's own file: what another program read may be read otherwise by this one.
var program = sync.OnceValues(func() (string, error) {
	f, err := openProgram()
	if err != nil {
		return "", err
	}
	defer f.Close() //nolint:errcheck // only read
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
})

// openProgram opens the program's own file.
func openProgram() (*os.File, error) {
	path, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return os.Open(path)
}
