package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
)

// newBackup returns the command "backup".
func newBackup() *cobra.Command {
	var db string
	var quiet bool
	cmd := &cobra.Command{
		Use:   "backup FILE",
		Short: "copy the database to a new file, and check the copy",
		Long: `Copy the whole database to a new file and check the copy as "demarche check" does. It may run while another
demarche adds articles. A file that is there already is never written over.`,
		Example: `  demarche backup demarche-2026-11-28.sqlite
  demarche backup --db archive.sqlite /mnt/safe/archive.sqlite`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if args[0] == "" {
				return usage(cmd, "the backup needs a name")
			}
			s, err := openToRead(db)
			if err != nil {
				return err
			}
			a, err := s.Backup(cmd.Context(), args[0])
			if err = errors.Join(err, s.Close()); err != nil || quiet {
				return err
			}
			fmt.Fprintf(
				cmd.ErrOrStderr(),
				"%s: sound; %s, %s\n",
				clean(args[0]),
				plural(a.Articles, "article"),
				plural(a.Reports, "report"),
			)
			return nil
		},
	}
	dbFlag(cmd, &db)
	cmd.Flags().BoolVarP(&quiet, "quiet", "q", false, "print nothing but errors")
	return cmd
}
