package main

import "github.com/spf13/cobra"

// newRoot returns the command with all its subcommands. Errors are printed by main alone.
func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:           "demarche",
		Short:         "turn articles into a trustworthy timeline of what states say to each other",
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.AddCommand(newDemo(), newAdd(), newEvents(), newReport(), newExport(), newCheck(),
		newRead(), newExtract(), newDates(), newActors(), newEval())
	return root
}

// exitCode maps an error to the exit status: 1 for a failure.
func exitCode(error) int { return 1 }
