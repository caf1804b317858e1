package main

import (
	"github.com/spf13/cobra"

	"demarche/render/export"
)

// citing are the flags that say how outputs are to be cited.
type citing struct{ author, doi string }

// addTo gives the command the flags.
func (c *citing) addTo(cmd *cobra.Command) {
	fs := cmd.Flags()
	fs.StringVar(&c.author, "author", "", "`who` is to be cited: \"Lind, Ada; Institute of Letters\"")
	fs.StringVar(&c.doi, "doi", "", "the `DOI` under which it is published")
}

// citation is how to cite the output.
func (c *citing) citation(cmd *cobra.Command) (export.Citation, error) {
	by, err := export.NewCitation(c.author, c.doi)
	if err != nil {
		return by, usage(cmd, "--doi %v", err)
	}
	return by, nil
}
