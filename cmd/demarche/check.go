package main

import (
	"errors"

	"github.com/spf13/cobra"
)

// newCheck returns the command "check".
func newCheck() *cobra.Command {
	return &cobra.Command{
		Use:  "check",
		RunE: func(*cobra.Command, []string) error { return errors.New("check is not there yet") },
	}
}
