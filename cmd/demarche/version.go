package main

import (
	"encoding/json"
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"demarche/data"
	"demarche/render"
	"demarche/render/export"
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
	Model     string `json:"model"`     // what outputs call the model: a digest over the three
	Outputs   string `json:"outputs"`   // version of the outputs' schema
	Citation  string `json:"citation"`  // how to cite the program, in one line
}

// newVersions reads them.
func newVersions(by export.Citation) (versions, error) {
	v := versions{Program: render.Build(), Go: runtime.Version(), Schema: sqlite.Schema(), Outputs: render.SchemaVersion}
	v.Citation = by.Line(v.Program)
	var err error
	if v.Model, err = modelVersion(); err != nil {
		return v, err
	}
	for dir, to := range map[string]*string{"model": &v.Models, "lexicon": &v.Lexicon, "gazetteer": &v.Gazetteer} {
		if *to, err = data.Digest(dir); err != nil {
			return v, err
		}
	}
	return v, nil
}

// newVersion returns the command "version".
func newVersion() *cobra.Command {
	var asJSON, asCFF bool
	var cite citing
	cmd := &cobra.Command{
		Use:   "version",
		Short: "name the program, its models and its tables, for a footnote",
		Long: `Print the version of the program, of the database's schema, and the SHA-256 of the trained models,
the tables of words and the tables of actors: two programs that agree in all of them read the same
texts alike.`,
		Example: `  demarche version
  demarche version --json
  demarche version --cff --author "Lind, Ada" > CITATION.cff`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			by, err := cite.citation(cmd)
			if err != nil {
				return err
			}
			v, err := newVersions(by)
			if err != nil {
				return err
			}
			if asCFF && len(by.Authors) == 0 {
				return usage(cmd, "%v: add --author \"Lind, Ada\"", export.ErrNoAuthor)
			}
			if asCFF {
				return by.CFF(cmd.OutOrStdout(), v.Program)
			}
			if asJSON {
				return json.NewEncoder(cmd.OutOrStdout()).Encode(v)
			}
			name := v.Program
			if name == "" {
				name = "(version unknown)"
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "demarche %s, %s, schema %d, outputs %s, model %s\n"+
				"models     %s\nlexicon    %s\ngazetteer  %s\nciting     %s\n",
				name, v.Go, v.Schema, v.Outputs, v.Model, v.Models, v.Lexicon, v.Gazetteer, v.Citation)
			return err
		},
	}
	cite.addTo(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	cmd.Flags().BoolVar(&asCFF, "cff", false, "print a Citation File Format file, for the folder of a study")
	return cmd
}
