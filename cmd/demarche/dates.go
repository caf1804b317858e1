package main

import (
	"errors"

	"github.com/spf13/cobra"
)

// newDates returns the command "dates".
func newDates() *cobra.Command {
	return &cobra.Command{
		Use:  "dates",
		RunE: func(*cobra.Command, []string) error { return errors.New("dates is not there yet") },
	}
}
