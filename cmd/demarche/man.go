package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

// newMan returns the command "man".
func newMan() *cobra.Command {
	var quiet bool
	cmd := &cobra.Command{
		Use:   "man FOLDER",
		Short: "write manual pages of all commands into a folder",
		Long: `Write a manual page of each command, as man(1) reads them, into a folder that is there: demarche.1,
demarche-add.1 and so on. A page is replaced whole or not at all; other files stay as they are.`,
		Example: `  demarche man ~/.local/share/man/man1
  demarche man . && man ./demarche-report.1`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			n, err := writeManuals(cmd.Root(), args[0])
			if err == nil && !quiet {
				fmt.Fprintf(cmd.ErrOrStderr(), "%s written to %s\n", plural(n, "page"), clean(args[0]))
			}
			return err
		},
	}
	cmd.Flags().BoolVarP(&quiet, "quiet", "q", false, "print nothing but errors")
	return cmd
}

// writeManuals writes a page of a command and of each below it, and returns how many.
func writeManuals(cmd *cobra.Command, folder string) (int, error) {
	info, err := os.Stat(folder)
	switch {
	case err != nil:
		return 0, err
	case !info.IsDir():
		return 0, fmt.Errorf("%s: no folder", folder)
	}
	if !cmd.IsAvailableCommand() && cmd.HasParent() {
		return 0, nil
	}
	name := strings.ReplaceAll(cmd.CommandPath(), " ", "-") + ".1"
	page, err := manual(cmd)
	if err != nil {
		return 0, err
	}
	err = writeFile(cmd, filepath.Join(folder, name), func(w io.Writer) error {
		_, err := w.Write(page)
		return err
	})
	n := 1
	for _, sub := range cmd.Commands() {
		below, errBelow := writeManuals(sub, folder)
		n, err = n+below, errors.Join(err, errBelow)
	}
	return n, err
}

// manual is the manual page of a command. It bears no day: the same program writes the same bytes.
func manual(cmd *cobra.Command) ([]byte, error) {
	cmd.DisableAutoGenTag = true
	epoch := time.Unix(0, 0).UTC()
	var b bytes.Buffer
	err := doc.GenMan(cmd, &doc.GenManHeader{Section: "1", Source: programName(), Manual: "demarche", Date: &epoch}, &b)
	return bytes.Replace(b.Bytes(), []byte(epoch.Format("Jan 2006")), nil, 1), err
}
