package main

import (
	"errors"

	"github.com/spf13/cobra"
)

// newReport returns the command "report".
func newReport() *cobra.Command {
	return &cobra.Command{
		Use:  "report",
		RunE: func(*cobra.Command, []string) error { return errors.New("report is not there yet") },
	}
}
