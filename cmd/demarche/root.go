package main

import "github.com/spf13/cobra"

// newRoot returns the command with all its subcommands. Errors are printed by main alone.
func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "demarche",
		Short: "turn articles into a trustworthy timeline of what states say to each other",
		Long: `demarche reads news articles, finds the words that states and their officials address to each other,
and lays them out as a dated, sourced, interactive timeline of a relation.

Exit status: 0 done, 1 failed, 2 wrong command line, 3 partly done (some sources were left out), 4
the database is not sound, 130 interrupted.`,
		Example: `  demarche demo                            # see it work on the sample corpus
  demarche add articles/ more.jsonl.gz     # read articles into demarche.sqlite
  demarche events PRK RUS                  # list what they said to each other
  demarche report PRK RUS -o prk-rus.html  # draw it`,
		SuggestionsMinimumDistance: 2,
		SilenceUsage:               true,
		SilenceErrors:              true,
		Args:                       knownCommand,
		PersistentPreRunE:          prepare,
		RunE:                       func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.AddCommand(
		newDemo(),
		newAdd(),
		newSources(),
		newEvents(),
		newReport(),
		newExport(),
		newImport(),
		newStats(),
		newCodebook(),
		newSchema(),
		newSearch(),
		newShow(),
		newDesk(),
		newReview(),
		newEdit(),
		newAddStatement(),
		newUndo(),
		newLog(),
		newMerge(),
		newSplit(),
		newSample(),
		newAgree(),
		newRemove(),
		newCheck(),
		newExplain(),
		newRead(),
		newExtract(),
		newDates(),
		newActors(),
		newBackup(),
		newConfig(),
		newVersion(),
		newDoctor(),
		newMan(),
	)
	root.SetHelpCommand(newHelp())
	asUsage(root)
	narrow(root)
	complete(root)
	return root
}
