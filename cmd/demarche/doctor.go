package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"demarche/timeline/sqlite"
)

// newDoctor returns the command "doctor".
func newDoctor() *cobra.Command {
	var db, actorsFile string
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "check that program, settings and database work on this machine",
		Long: `Check what a run needs: the settings can be read, the models load, the tables of actors load, the
folder of the database can be written to, and the database opens. Each is a line; what is wrong says
what to do. The contents of the database are checked by "demarche check".

Exit status 1 where something is wrong.`,
		Example: `  demarche doctor
  demarche doctor --db archive.sqlite --actors my-actors.tsv`,
		Args: cobra.NoArgs,
		PersistentPreRunE: func(cmd *cobra.Command, args []string) error {
			_ = applySettings(cmd, args) // what is wrong with them is one of the lines
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			return examine(cmd.OutOrStdout(), []checkup{
				{"settings", func() (string, error) {
					_, err := readSettings()
					path, _ := settingsPath() // without a home folder there is no file
					return path, err
				}},
				{"models and tables", func() (string, error) { return loadAll(actorsFile) }},
				{"folder", func() (string, error) { return writable(filepath.Dir(db)) }},
				{"database", func() (string, error) { return opens(db) }},
			})
		},
	}
	dbFlag(cmd, &db)
	actorsFlag(cmd, &actorsFile)
	return cmd
}

// checkup is a thing to look at: its look says what is fine about it, or what is wrong.
type checkup struct {
	name string
	look func() (string, error)
}

// examine prints a line for each. The error is errUnwell where one is wrong.
func examine(w io.Writer, list []checkup) error {
	var bad error
	for _, f := range list {
		is, err := f.look()
		if err != nil {
			bad, is = errUnwell, "WRONG: "+err.Error()
		}
		fmt.Fprintf(w, "%-18s %s\n", f.name, oneLine(is))
	}
	return bad
}

// errUnwell is the end of an examination that found something.
const errUnwell fault = "something is wrong; see the lines above"

// loadAll loads what reading an article needs.
func loadAll(actorsFile string) (string, error) {
	p, err := newPipeline(actorsFile)
	if err != nil {
		return "", err
	}
	if _, err := p.extractor(); err != nil {
		return "", err
	}
	return fmt.Sprintf("loaded; %d actors", len(p.actors.Entries())), nil
}

// writable tries whether files can be made in a folder.
func writable(dir string) (string, error) {
	f, err := os.CreateTemp(dir, ".demarche-doctor-*")
	if err != nil {
		return "", err
	}
	return dir + " can be written to", errors.Join(f.Close(), os.Remove(f.Name()))
}

// opens opens the database, where there is one.
func opens(path string) (string, error) {
	s, err := sqlite.Open(path, sqlite.Options{ReadOnly: true})
	if errors.Is(err, fs.ErrNotExist) {
		return path + " is not there yet; demarche add makes it", nil
	}
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s opens; schema %d", path, sqlite.Schema()), s.Close()
}
