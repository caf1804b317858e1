package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"demarche/quotes/article"
	"demarche/render/export"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// importOptions are the flags of "import".
type importOptions struct {
	db            string
	dryRun, quiet bool
}

// newImport returns the command "import".
func newImport() *cobra.Command {
	var o importOptions
	cmd := &cobra.Command{
		Use:   "import FILE...",
		Short: "read archives: articles, events and edits of another database",
		Long: `Read archives, which "export --archive" writes, into the database: articles with their texts and
bytes, events, statements and reports with their ids, and what people decided. Of one archive the
same database is made again; two databases become one. An article that is there already stays as it
is, also where the archive has other bytes of it: that is told. An archive is checked whole before
anything of it is stored.`,
		Example: `  demarche export --archive -o copy.json
  demarche import copy.json --db other.sqlite
  demarche import theirs.json -n`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd, args) },
	}
	dbFlag(cmd, &o.db)
	f := cmd.Flags()
	f.BoolVarP(&o.dryRun, "dry-run", "n", false, "check the archives and store nothing")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "print nothing but errors")
	return cmd
}

func (o *importOptions) run(cmd *cobra.Command, args []string) error {
	to, err := openTarget(o.db)
	if err != nil {
		return err
	}
	for _, path := range args {
		in := &importing{path: path, to: to, dryRun: o.dryRun}
		if err := in.run(cmd.Context()); err != nil {
			return errors.Join(fmt.Errorf("%s: %w", path, bare(err)), to.Close())
		}
		if !o.quiet {
			fmt.Fprintln(cmd.ErrOrStderr(), clean(in.told()))
		}
	}
	return to.Close()
}

// importing is the reading of one archive.
type importing struct {
	path   string
	to     *target
	dryRun bool

	batch                       []sqlite.Entry
	size                        int
	added, there, other, edited int
}

// An archive is stored in transactions of so many articles, or bytes of them.
const (
	importArticles = 200
	importBytes    = 16 << 20
)

// run checks the archive, and then reads it again and stores it.
func (in *importing) run(ctx context.Context) error {
	check := func(_ context.Context, e sqlite.Entry) error {
		in.added++
		return e.Sound()
	}
	if _, err := in.read(ctx, check); err != nil || in.dryRun {
		return err
	}
	in.added = 0
	kept, err := in.read(ctx, in.keep)
	if err == nil {
		err = in.flush(ctx)
	}
	if err != nil || len(kept.Edits)+len(kept.Aliases) == 0 {
		return err
	}
	s, err := in.to.open()
	if err != nil {
		return err
	}
	list, known := make([]record.Edit, 0, len(kept.Edits)), make([]sqlite.Alias, 0, len(kept.Aliases))
	for _, e := range kept.Edits {
		list = append(list, record.Edit{
			Kind: e.Kind, Target: e.Target, Field: e.Field, Who: e.Who, At: e.At, Why: e.Why, Before: e.Before, After: e.After,
		})
	}
	for _, a := range kept.Aliases {
		known = append(known, sqlite.Alias(a))
	}
	originals := make([]sqlite.Original, 0, len(kept.Originals))
	for _, o := range kept.Originals {
		originals = append(
			originals,
			sqlite.Original{Report: o.Report, Article: o.Article, Telling: o.Telling, Said: string(o.Said)},
		)
	}
	in.edited, err = s.Restore(ctx, list, known, originals)
	return err
}

// read reads the archive once.
func (in *importing) read(ctx context.Context, do func(context.Context, sqlite.Entry) error) (*export.Kept, error) {
	f, err := os.Open(in.path)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, errors.Join(err, errors.New("no file that can be read twice; save it first"))
	}
	return export.ReadArchive(f, func(u *export.Unarchived) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		e, err := entryOf(u)
		if err == nil {
			err = do(ctx, e)
		}
		if err != nil {
			return fmt.Errorf("article %s: %w", clean(u.Key), err)
		}
		return nil
	})
}

// entryOf makes an article of an archive storable; its bytes must have the SHA-256 that is told.
func entryOf(u *export.Unarchived) (sqlite.Entry, error) {
	b, err := sqlite.Unpack(u.Bytes)
	if err != nil {
		return sqlite.Entry{}, fmt.Errorf("its bytes: %w", err)
	}
	if sum := sha256.Sum256(b); hex.EncodeToString(sum[:]) != u.SHA256 {
		return sqlite.Entry{}, errors.New("its bytes have another SHA-256 than the one told")
	}
	a := &article.Article{
		ID: u.Key, URL: u.URL, Outlet: u.Outlet, Title: u.Title, Byline: u.Byline, Published: u.Published,
		PublishedHow: u.PublishedHow, Language: u.Language, MediaType: u.MediaType, Text: u.Text, Bytes: b, SHA256: u.SHA256,
	}
	if u.Retrieved != "" {
		if a.Retrieved, err = time.Parse(time.RFC3339, u.Retrieved); err != nil {
			return sqlite.Entry{}, fmt.Errorf("it was retrieved on %q, which is no time", u.Retrieved)
		}
	}
	return sqlite.Entry{Article: a, Events: u.Events, Reader: u.Reader}, nil
}

// keep puts an article into the batch, unless one is stored under its key.
func (in *importing) keep(ctx context.Context, e sqlite.Entry) error {
	s, err := in.to.open()
	if err != nil {
		return err
	}
	have, err := s.Hash(ctx, e.Article.Key())
	switch {
	case err != nil:
		return err
	case have == e.Article.SHA256:
		in.there++
		return nil
	case have != "":
		in.other++
		return nil
	}
	in.batch, in.size = append(in.batch, e), in.size+len(e.Article.Bytes)
	if len(in.batch) < importArticles && in.size < importBytes {
		return nil
	}
	return in.flush(ctx)
}

// flush stores the batch.
func (in *importing) flush(ctx context.Context) error {
	if len(in.batch) == 0 {
		return nil
	}
	outcomes, err := in.to.PutAll(ctx, in.batch)
	for _, o := range outcomes {
		err = errors.Join(err, o.Err)
	}
	in.added += len(in.batch)
	in.batch, in.size = nil, 0
	return err
}

// told says in one line what was done.
func (in *importing) told() string {
	if in.dryRun {
		return fmt.Sprintf("%s: sound; %s", in.path, plural(in.added, "article"))
	}
	s := fmt.Sprintf("%s: %s added, %d already there", in.path, plural(in.added, "article"), in.there)
	if in.other > 0 {
		s += fmt.Sprintf(", %d kept as they are here, with other bytes", in.other)
	}
	return s + "; " + plural(in.edited, "edit")
}
