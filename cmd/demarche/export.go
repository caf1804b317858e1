package main

import (
	"errors"

	"github.com/spf13/cobra"
)

// newExport returns the command "export".
func newExport() *cobra.Command {
	return &cobra.Command{
		Use:  "export",
		RunE: func(*cobra.Command, []string) error { return errors.New("export is not there yet") },
	}
}
