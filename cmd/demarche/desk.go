package main

import (
	"errors"
	"fmt"
	"os/user"
	"time"

	"github.com/spf13/cobra"

	"demarche/timeline/sqlite"
)

// newDesk returns the command "desk".
func newDesk() *cobra.Command {
	var db, actorsFile, coder string
	var port int
	cmd := &cobra.Command{
		Use:   "desk",
		Short: "check and correct what was found, in a browser on this machine",
		Long: `Open the desk: a page on this machine, and for this machine alone, on which a person goes through
the reports, those of the greatest doubt first, sees each in its article with who decided every
field, and accepts, corrects or rejects it, by keys alone where that is quicker. Events have a
title, are merged and divided; actors have a name, a state and offices, and are taken for one
another. There are the articles with their statements, the relations as "report" draws them, and a
search. Every decision is an edit: who, when, what it was before; it can be undone, and the text and
what the program found in it stay as they are. Where somebody else has edited the same thing
meanwhile, nothing is stored, and that is shown.

The address carries a token that is made for this run; nobody without it is answered. Ctrl-C ends
the desk.`,
		Example: `  demarche desk
  demarche desk --db archive.sqlite --coder "Ada Lind" --port 8080`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if port < 0 || port > 65535 {
				return usage(cmd, "--port %d is no port", port)
			}
			s, err := openToRead(db) // the desk makes no database
			if err != nil {
				return err
			}
			if err := s.Close(); err != nil {
				return err
			}
			return runDesk(cmd, db, actorsFile, coder, port)
		},
	}
	dbFlag(cmd, &db)
	actorsFlag(cmd, &actorsFile)
	coderFlag(cmd, &coder)
	cmd.Flags().IntVar(&port, "port", 0, "the `port` to listen on (default: any that is free)")
	return cmd
}

// coderFlag adds --coder to a command.
func coderFlag(cmd *cobra.Command, coder *string) {
	cmd.Flags().StringVar(coder, "coder", "", "the `name` that edits are signed with (default: the user's)")
}

// coderName is the name under which edits are stored: that of the flag, else that of the user of the machine.
func coderName(flag string) (string, error) {
	if flag != "" {
		return flag, nil
	}
	u, err := user.Current()
	if err != nil || u.Username == "" {
		return "", errors.New("who are you? Give a name with --coder")
	}
	return u.Username, nil
}

// runDesk serves until the command is interrupted, which is how it ends well.
func runDesk(cmd *cobra.Command, db, actorsFile, coder string, port int) (err error) {
	d := &deskPages{now: time.Now}
	if d.coder, err = coderName(coder); err != nil {
		return err
	}
	if d.pipeline, err = newPipeline(actorsFile); err != nil {
		return err
	}
	d.seen = &candidateCache{read: d.pipeline.candidates}
	if d.store, err = sqlite.Open(db, sqlite.Options{}); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.store.Close()) }()
	l, err := listen(port)
	if err != nil {
		return err
	}
	g := &guard{host: l.Addr().String(), token: newToken()}
	d.base = "/" + g.token + "/"
	g.next = d.routes()
	fmt.Fprintf(cmd.ErrOrStderr(), "The desk is open, for this machine alone; Ctrl-C ends it.\n")
	fmt.Fprintf(cmd.OutOrStdout(), "http://%s%s\n", g.host, d.base)
	return serve(cmd.Context(), l, g)
}
