package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"

	"github.com/spf13/cobra"

	"demarche/quotes/article"
)

// addOptions are the flags of "add".
type addOptions struct {
	db, actors          string
	dryRun, quiet, json bool
	allowPrivate, fetch bool
	given               article.Record
}

// newAdd returns the command "add".
func newAdd() *cobra.Command {
	var o addOptions
	cmd := &cobra.Command{
		Use:   "add FILE|FOLDER|URL|-...",
		Short: "read articles into the database",
		Long: `Read articles, find who said what to whom in them, and keep both in the
database. What a source is shows from its bytes, whichever way it comes: a file,
a folder, the URL of a page, or "-" for standard input.

One article: a web page (saved in any shape, MHTML), a text, Markdown, PDF with
a text layer, DOCX, ODT, RTF, a message (.eml).
Many: JSON Lines, JSON, CSV, TSV and XLSX with named columns; LexisNexis,
Factiva and ProQuest downloads; RSS, Atom and JSON Feed; RIS, BibTeX and CSL;
WARC and WACZ; EPUB; mailboxes; ZIP and tar of any of these; all of them packed
with gzip, zstd, bzip2 or xz. In JSON and tables an article has the parts
{"id","title","outlet","byline","published","url","language","text"}, of which
"text" must be there, and many names of other programs for them are known.
Lists of addresses (URLs, sitemaps, Media Cloud, GDELT, feeds without texts)
hold no article: they are left out and counted; --fetch reads their pages.

Each article is stored whole or not at all. One that is there already is left
as it is; one that has changed becomes a new version, and what changed is told.
What cannot be read is named on standard error and makes the exit status 3, or 1 where nothing could be read; the
others are kept. Articles in other languages are kept, not read, and counted. An
article has at most
1 MB of text, a page or document 16 MB. After an interruption (exit status 130)
the same command goes on where it was.`,
		Example: `  demarche add article.html notes/ stories.jsonl.gz
  demarche add nexis.docx factiva.html proquest.ris
  demarche add crawl.warc.gz saved-pages.zip
  demarche add https://news.example/2023/06/12/kim
  demarche add --fetch urls.txt                # read the pages of a list
  zcat big.jsonl.gz | demarche add --db big.sqlite -
  demarche add --dry-run page.html             # say what is found, keep nothing`,
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
	givenFlags(cmd, &o.given)
	privateFlag(cmd, &o.allowPrivate)
	return cmd
}

// privateFlag adds --allow-private to a command.
func privateFlag(cmd *cobra.Command, allow *bool) {
	cmd.Flags().BoolVar(allow, "allow-private", false, "fetch from a named host of this machine or a private network, too")
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
	if err := checkGiven(cmd, o.given); err != nil {
		return err
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
		log: newRunLog("add", args, reader),
	}
	if !o.dryRun {
		done, err := l.open(o.db)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, done()) }()
	}
	in := &inputs{ctx: cmd.Context(), stdin: cmd.InOrStdin(), follow: o.fetch, given: o.given}
	in.web.allowPrivate, in.web.polite = o.allowPrivate, newPolite()
	in.listed = l.log.listed
	if err := l.goOn(in); err != nil {
		return err
	}
	l.bar.total(addressesIn(args))
	return l.run(cmd.Context(), ahead(cmd.Context(), in.sources(args)), p)
}

// goOn passes over what was visited by a run that was asked the same and was broken off.
func (l *ledger) goOn(in *inputs) error {
	if l.store == nil || l.store.made() == nil {
		return nil
	}
	s := l.store.made()
	since, err := s.Runs().Broken(in.ctx, l.log.run.Asked)
	if err != nil || since == "" {
		return err
	}
	in.skip = func(address string) bool {
		v, err := s.Visits().Last(in.ctx, address)
		return err == nil && v != nil && v.Kind == "page" && v.Why == "" && v.At >= since
	}
	return nil
}

// addressesIn is the number of arguments where all are addresses of the web, 0 where how much there is to read is not
// known.
func addressesIn(args []string) int {
	for _, arg := range args {
		if !isURL(arg) {
			return 0
		}
	}
	return len(args)
}

// readerName identifies what reads: the program, and the researcher's own actors. See sqlite.SourceReader.Has.
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
