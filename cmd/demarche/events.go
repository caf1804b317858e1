package main

import (
	"errors"

	"github.com/spf13/cobra"
)

// newEvents returns the command "events".
func newEvents() *cobra.Command {
	return &cobra.Command{
		Use:  "events",
		RunE: func(*cobra.Command, []string) error { return errors.New("events is not there yet") },
	}
}
