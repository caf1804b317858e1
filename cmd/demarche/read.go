package main

import (
	"errors"

	"github.com/spf13/cobra"
)

// newRead returns the command "read".
func newRead() *cobra.Command {
	return &cobra.Command{
		Use:  "read",
		RunE: func(*cobra.Command, []string) error { return errors.New("read is not there yet") },
	}
}
