package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"runtime"

	"github.com/spf13/cobra"

	"demarche/data"
	"demarche/timeline/sqlite"
)

// versions name all that a result depends on.
type versions struct {
	Program   string `json:"program"`   // the module's version or the revision of the source, "" when neither is known
	Go        string `json:"go"`        // that built it
	Schema    int    `json:"schema"`    // of the database
	Models    string `json:"models"`    // SHA-256 of the trained weights
	Lexicon   string `json:"lexicon"`   // SHA-256 of the tables of words
	Gazetteer string `json:"gazetteer"` // SHA-256 of the tables of actors
}

// newVersions reads them.
func newVersions() (versions, error) {
	v := versions{Program: version(), Go: runtime.Version(), Schema: sqlite.Schema()}
	for dir, to := range map[string]*string{"model": &v.Models, "lexicon": &v.Lexicon, "gazetteer": &v.Gazetteer} {
		var err error
		if *to, err = hashOf(dir); err != nil {
			return v, err
		}
	}
	return v, nil
}

// hashOf is the SHA-256 over the names and contents of the files below a folder of the embedded data, in order.
func hashOf(dir string) (string, error) {
	files, err := data.Sub(dir)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	err = fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(files, path)
		if err != nil {
			return err
		}
		fmt.Fprintf(h, "%s %d\n", path, len(b))
		h.Write(b)
		return nil
	})
	return hex.EncodeToString(h.Sum(nil)), err
}

// newVersion returns the command "version".
func newVersion() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "version",
		Short: "name the program, its models and its tables, for a footnote",
		Long: `Print the version of the program, of the database's schema, and the SHA-256 of the trained models, the tables of
words and the tables of actors: two programs that agree in all of them read the same texts alike.`,
		Example: `  demarche version
  demarche version --json`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			v, err := newVersions()
			if err != nil {
				return err
			}
			if asJSON {
				return json.NewEncoder(cmd.OutOrStdout()).Encode(v)
			}
			name := v.Program
			if name == "" {
				name = "(version unknown)"
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "demarche %s, %s, schema %d\nmodels     %s\nlexicon    %s\ngazetteer  %s\n",
				name, v.Go, v.Schema, v.Models, v.Lexicon, v.Gazetteer)
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}
