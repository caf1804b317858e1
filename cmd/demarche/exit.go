package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"demarche/timeline/sqlite"
)

// fault is an error that says the same wherever it occurs, a constant.
type fault string

func (f fault) Error() string { return string(f) }

// errTold is a failure whose messages are printed already: main only makes it the exit status.
const errTold fault = "some sources could not be read"

// errPartly is the end of a run that left some sources out and read others: a scheduler must not throw a day away for
// one bad line.
const errPartly fault = "partly done"

// usageError is an error of the command line: exit status 2, with the way to the help of the command.
type usageError struct {
	err     error
	command string
}

// Error returns what is wrong and where to read what would be right.
func (e *usageError) Error() string { return fmt.Sprintf("%v (see: %s --help)", e.err, e.command) }

// Unwrap returns what is wrong.
func (e *usageError) Unwrap() error { return e.err }

// usage makes an error of the command's line.
func usage(cmd *cobra.Command, format string, args ...any) error {
	return &usageError{fmt.Errorf(format, args...), cmd.CommandPath()}
}

// exitCode maps an error to the exit status: 0 for none, 2 for a wrong command line, 3 for a run that was partly done,
// 4 for a database that is not sound, 1 for every other failure.
func exitCode(err error) int {
	var u *usageError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &u):
		return 2
	case errors.Is(err, errPartly):
		return 3
	case errors.Is(err, sqlite.ErrUnsound):
		return 4
	}
	return 1
}

// asUsage makes usage errors of what cobra finds wrong with flags and arguments of the command and those below it.
func asUsage(cmd *cobra.Command) {
	cmd.SetFlagErrorFunc(func(c *cobra.Command, err error) error { return &usageError{err, c.CommandPath()} })
	if check := cmd.Args; check != nil {
		cmd.Args = func(c *cobra.Command, args []string) error {
			if err := check(c, args); err != nil {
				return &usageError{err, c.CommandPath()}
			}
			return nil
		}
	}
	for _, sub := range cmd.Commands() {
		asUsage(sub)
	}
}

// knownCommand refuses what is no command, with those that are spelt like it.
func knownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return fmt.Errorf("unknown command %q; did you mean %s?", args[0], strings.Join(near, " or "))
	}
	return fmt.Errorf("unknown command %q", args[0])
}

// prepare refuses flags that don't go together, and then applies the settings.
func prepare(cmd *cobra.Command, args []string) error {
	if err := cmd.ValidateFlagGroups(); err != nil {
		return &usageError{err, cmd.CommandPath()}
	}
	return applySettings(cmd, args)
}
