package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"

	"github.com/spf13/cobra"
)

// addOptions are the flags of "add".
type addOptions struct {
	db, actors          string
	dryRun, quiet, json bool
	allowPrivate, fetch bool
}

// newAdd returns the command "add".
func newAdd() *cobra.Command {
	var o addOptions
	cmd := &cobra.Command{
		Use:   "add FILE|FOLDER|URL|-...",
		Short: "read articles into the database",
		Long: `Read articles, find who said what to whom in them, and keep both in the database. A source is a web page or a text
in a file, packed with gzip or zstd or not; a folder of such files; the URL of a web page; JSON Lines with one article a
line, {"id","title","outlet","byline","published","url","language","text"}, of which only "text" must be there; or "-" for
standard input.

Each article is stored whole or not at all. One that is there already is left as it is; one that has changed becomes a new
version, and what changed is told. What cannot be read, and what is no article in English, is named on standard error and
makes the exit status 1; the others are kept. An article has at most 1 MB of text, a page 16 MB. After an interruption
(exit status 130) the same command goes on where it was.`,
		Example: `  demarche add article.html notes/ stories.jsonl.gz
  demarche add https://news.example/2023/06/12/kim
  zcat big.jsonl.gz | demarche add --db big.sqlite -
  demarche add --dry-run page.html   # say what is found, store nothing`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return add(cmd, args, o) },
	}
	dbFlag(cmd, &o.db)
	actorsFlag(cmd, &o.actors)
	f := cmd.Flags()
	f.BoolVarP(&o.dryRun, "dry-run", "n", false, "say what is found, store nothing")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "print nothing but errors")
	f.BoolVar(&o.json, "json", false, "print one line of JSON an article")
	f.BoolVar(&o.fetch, "fetch", false, "fetch the pages of addresses that stand in lists and feeds without a text")
	f.BoolVar(&o.allowPrivate, "allow-private", false, "fetch from a named host of this machine or a private network, too")
	return cmd
}

// add reads the sources into the database.
func add(cmd *cobra.Command, args []string, o addOptions) (err error) {
	dashes := 0
	for _, arg := range args {
		if arg == "-" {
			dashes++
		}
	}
	if dashes > 1 {
		return usage(cmd, `"-" is given twice; standard input can be read once`)
	}
	p, err := newPipeline(o.actors)
	if err != nil {
		return err
	}
	reader, err := readerName(o.actors)
	if err != nil {
		return err
	}
	l := &ledger{
		out: cmd.OutOrStdout(), errs: cmd.ErrOrStderr(), quiet: o.quiet, json: o.json, reader: reader,
		bar: newProgress(cmd.ErrOrStderr(), o.quiet, "articles"), seen: map[uint64]uint64{},
	}
	if !o.dryRun {
		done, err := l.open(o.db)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, done()) }()
	}
	in := &inputs{ctx: cmd.Context(), stdin: cmd.InOrStdin(), web: fetchOptions{allowPrivate: o.allowPrivate}, follow: o.fetch}
	return l.run(cmd.Context(), in.sources(args), p)
}

// readerName identifies what reads: the program, and the researcher's own actors. See sqlite.Store.Has.
func readerName(actorsFile string) (string, error) {
	name, err := program()
	if err != nil || actorsFile == "" {
		return name, err
	}
	b, err := readActors(actorsFile)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(b)
	return name + " " + hex.EncodeToString(sum[:]), nil
}
