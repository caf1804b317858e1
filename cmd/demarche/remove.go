package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// newRemove returns the command "remove".
func newRemove() *cobra.Command {
	var f editFlags
	cmd := &cobra.Command{
		Use:   "remove SOURCE",
		Short: "take an article out of the database",
		Long: `Take an article out, with its earlier versions and all that was found in it. SOURCE is the id that
the article was given, its URL or its SHA-256. That it was there is kept, with who took it out, when
and why. Events that other articles tell of stay, and the ids that led to them still do; added
again, the article has the ids that it had.`,
		Example: `  demarche remove https://news.example/2023/06/12/kim --why "a forgery"
  demarche remove story-17 --dry-run`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return f.run(cmd, func(s *sqlite.Store, by record.Edit) error { return f.remove(cmd, s, by, args[0]) })
		},
	}
	f.addTo(cmd)
	return cmd
}

func (f *editFlags) remove(cmd *cobra.Command, s *sqlite.Store, by record.Edit, named string) error {
	keys, err := s.Sources().Named(cmd.Context(), named)
	switch {
	case err != nil:
		return err
	case len(keys) == 0:
		return fmt.Errorf("%s: no article has the id, URL or SHA-256 %s", f.db, clean(named))
	case len(keys) > 1:
		return fmt.Errorf(
			"%s: %s is more than one article: name one of %s",
			f.db,
			clean(named),
			clean(strings.Join(keys, ", ")),
		)
	}
	if !f.dryRun {
		if _, err := s.Remove(cmd.Context(), keys[0], by); err != nil {
			return err
		}
	}
	return f.tell(cmd, edited{Done: "remove", Article: keys[0]}, keys[0]+": taken out")
}
