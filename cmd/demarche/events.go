package main

import (
	"errors"

	"github.com/spf13/cobra"
)

// newEvents returns the command "events".
func newEvents() *cobra.Command {
	var f filter
	var json, quiet bool
	cmd := &cobra.Command{
		Use:   "events [A [B]]",
		Short: "list what states said to each other",
		Long: `List the events between two states by date: when it was said, which way, who spoke to whom, how, and the first words. With one
state those with all its partners are listed, with none those of all states. States are named by ISO 3166 code, name, demonym
or capital. What one says of the other without addressing it comes after what they say to each other.`,
		Example: `  demarche events PRK RUS
  demarche events "north korea" moscow --since 2023-06 --speaker Kim
  demarche events PRK
  demarche events --since 2024 --text ceasefire
  demarche events prk rus --direction to --text 'solidarity OR "full support"'
  demarche events PRK RUS --json | jq '.events[].date.edtf'`,
		Args: cobra.MaximumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := f.choose(cmd, args)
			if err != nil {
				return err
			}
			if json {
				return errors.Join(c.json(cmd.OutOrStdout(), cmd), c.tell(cmd, quiet))
			}
			if c.events() == 0 {
				return c.tell(cmd, quiet)
			}
			return c.table(cmd.OutOrStdout())
		},
	}
	f.addTo(cmd)
	cmd.Flags().BoolVar(&json, "json", false, "print JSON, in the shape of: demarche export")
	cmd.Flags().BoolVarP(&quiet, "quiet", "q", false, "print nothing but events and errors")
	return cmd
}
