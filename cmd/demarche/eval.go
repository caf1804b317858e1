package main

import (
	"errors"

	"github.com/spf13/cobra"
)

// newEval returns the command "eval".
func newEval() *cobra.Command {
	return &cobra.Command{
		Use:  "eval",
		RunE: func(*cobra.Command, []string) error { return errors.New("eval is not there yet") },
	}
}
