package main

import (
	"strings"

	"github.com/spf13/cobra"
)

// newHelp returns the command "help", which fails where there is nothing to explain.
func newHelp() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "explain a command",
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return usage(cmd.Root(), "no help on %q: there is no such command", strings.Join(args, " "))
			}
			return about.Help()
		},
	}
}
