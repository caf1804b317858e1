package main

import (
	"errors"

	"github.com/spf13/cobra"
)

// newExtract returns the command "extract".
func newExtract() *cobra.Command {
	return &cobra.Command{
		Use:  "extract",
		RunE: func(*cobra.Command, []string) error { return errors.New("extract is not there yet") },
	}
}
