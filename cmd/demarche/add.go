package main

import (
	"errors"

	"github.com/spf13/cobra"
)

// newAdd returns the command "add".
func newAdd() *cobra.Command {
	return &cobra.Command{
		Use:  "add",
		RunE: func(*cobra.Command, []string) error { return errors.New("add is not there yet") },
	}
}
