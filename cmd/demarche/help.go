package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

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

// columns is the width of a help, in columns: what every terminal has (clig.dev).
const columns = 80

// narrow sets the help of all commands to columns: prose is broken anew, and so are the lines of flags; what is
// indented, such as examples, stays.
func narrow(root *cobra.Command) {
	root.SetUsageTemplate(strings.NewReplacer(
		".LocalFlags.FlagUsages", fmt.Sprintf(".LocalFlags.FlagUsagesWrapped %d", columns),
		".InheritedFlags.FlagUsages", fmt.Sprintf(".InheritedFlags.FlagUsagesWrapped %d", columns),
	).Replace(root.UsageTemplate()))
	for _, cmd := range append(root.Commands(), root) {
		cmd.Long = wrap(cmd.Long)
	}
}

// wrap breaks paragraphs at columns. Lines that are empty or begin with a space stay as they are.
func wrap(long string) string {
	var out []string
	fill := "" // the line that is being filled
	flush := func() {
		if fill != "" {
			out = append(out, fill)
		}
		fill = ""
	}
	for line := range strings.SplitSeq(long, "\n") {
		if line == "" || line[0] == ' ' {
			flush()
			out = append(out, line)
			continue
		}
		for _, word := range strings.Fields(line) {
			if fill != "" && utf8.RuneCountInString(fill)+1+utf8.RuneCountInString(word) > columns {
				flush()
			}
			fill = strings.TrimPrefix(fill+" "+word, " ")
		}
	}
	flush()
	return strings.Join(out, "\n")
}
