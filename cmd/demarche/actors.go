package main

import (
	"errors"

	"github.com/spf13/cobra"
)

// newActors returns the command "actors".
func newActors() *cobra.Command {
	return &cobra.Command{
		Use:  "actors",
		RunE: func(*cobra.Command, []string) error { return errors.New("actors is not there yet") },
	}
}
