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
	"demarche/render"
	"demarche/render/export"
	"demarche/timeline"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// importOptions are the flags of "import".
type importOptions struct {
	db, actors    string
	dryRun, quiet bool
}

// newImport returns the command "import".
func newImport() *cobra.Command {
	var o importOptions
	cmd := &cobra.Command{
		Use:   "import FILE...",
		Short: "read what another database exported: articles, events, edits",
		Long: `Read archives, which "export --archive" writes, into the database: articles with their texts,
bytes and earlier versions, events, statements and reports with their ids, and what people decided.
Of one archive the same database is made again; two databases become one. An article that is there
already stays as it is, also where the archive has other bytes of it: that is told. A file is
checked whole before anything of it is stored.

Exports as JSON, JSON Lines, CSV and TSV have no articles. Of each article the words that they cite
are stored, at their places, and nothing else: it cannot be read again, and "add" of the article
puts it in their place. JSON and JSON Lines have every report; a table has one report a statement,
with the parties, channel, day and occasion of its event, no evidence and no background. Ids stay, or
lead to what holds the words. Whose correction a field is, they tell; when and why it was made, and
what was rejected, archives tell alone. Several files are read as one.`,
		Example: `  demarche export --archive -o copy.json
  demarche import copy.json --db other.sqlite
  demarche import theirs.json -n
  demarche import prk-rus.csv prk-chn.csv --db tables.sqlite`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd, args) },
	}
	dbFlag(cmd, &o.db)
	actorsFlag(cmd, &o.actors)
	f := cmd.Flags()
	f.BoolVarP(&o.dryRun, "dry-run", "n", false, "check the files and store nothing")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "print nothing but errors")
	return cmd
}

// run reads the archives one after the other, and then all other exports as one.
func (o *importOptions) run(cmd *cobra.Command, args []string) (err error) {
	frugal()
	to, err := openTarget(o.db)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, to.Close()) }()
	var loose []string
	for _, path := range args {
		in := &importing{path: path, to: to, dryRun: o.dryRun}
		kind, err := exportKind(path)
		if err == nil && kind == "json" {
			err = in.run(cmd.Context())
		}
		switch {
		case errors.Is(err, export.ErrLoose), err == nil && kind != "json":
			loose = append(loose, path)
		case err != nil:
			return fmt.Errorf("%s: %w", path, bare(err))
		case !o.quiet:
			fmt.Fprintln(cmd.ErrOrStderr(), clean(in.told()))
		}
	}
	if len(loose) == 0 {
		return nil
	}
	return o.loose(cmd, to, loose)
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
	if err != nil || len(kept.Edits)+len(kept.Aliases)+len(kept.Runs)+len(kept.Visits) == 0 {
		return err
	}
	return in.restore(ctx, kept)
}

// restore notes what people decided, and the ids that lead to what is stored.
func (in *importing) restore(ctx context.Context, kept *export.Kept) error {
	s, err := in.to.open()
	if err != nil {
		return err
	}
	var all sqlite.Restored
	for _, e := range kept.Edits {
		all.Edits = append(all.Edits, record.Edit{
			Kind: e.Kind, Target: e.Target, Field: e.Field, Who: e.Who, At: e.At, Why: e.Why, Before: e.Before, After: e.After,
		})
	}
	for _, a := range kept.Aliases {
		all.Aliases = append(all.Aliases, sqlite.Alias(a))
	}
	for _, o := range kept.Originals {
		all.Originals = append(
			all.Originals,
			sqlite.Original{Report: o.Report, Article: o.Article, Telling: o.Telling, Said: string(o.Said)},
		)
	}
	for _, r := range kept.Runs {
		all.Runs = append(all.Runs, sqlite.Run(r))
	}
	for _, v := range kept.Visits {
		all.Visits = append(all.Visits, sqlite.Visit(v))
	}
	in.edited, err = s.Restore(ctx, &all)
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
	b, err := bytesOf(u)
	if err != nil {
		return sqlite.Entry{}, err
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
	e := sqlite.Entry{Article: a, Events: u.Events, Reader: u.Reader}
	for i := range u.Earlier {
		v := &u.Earlier[i]
		if err := soundVersion(v); err != nil {
			return e, fmt.Errorf("version %d: %w", i+1, err)
		}
		e.Earlier = append(e.Earlier, sqlite.Former{MediaType: v.MediaType, Packed: v.Bytes, Source: timeline.Source{
			URL: v.URL, Outlet: v.Outlet, Title: v.Title, Byline: v.Byline, Published: v.Published, PublishedHow: v.PublishedHow,
			Retrieved: v.Retrieved, Language: v.Language, SHA256: v.SHA256, Text: v.Text,
		}})
	}
	return e, nil
}

// soundVersion holds the bytes of an earlier version to their SHA-256.
func soundVersion(v *export.Version) error {
	_, err := bytesOf(&export.Unarchived{ArchivedSource: export.ArchivedSource{
		Source: export.Source{Source: render.Source{SHA256: v.SHA256}}, MediaType: v.MediaType, Bytes: v.Bytes,
	}})
	return err
}

// bytesOf are the bytes of an article; of excerpts there are none.
func bytesOf(u *export.Unarchived) ([]byte, error) {
	if u.MediaType == record.Excerpts {
		return nil, nil
	}
	b, err := sqlite.Unpack(u.Bytes)
	if err != nil {
		return nil, fmt.Errorf("its bytes: %w", err)
	}
	if sum := sha256.Sum256(b); hex.EncodeToString(sum[:]) != u.SHA256 {
		return nil, errors.New("its bytes have another SHA-256 than the one told")
	}
	return b, nil
}

// keep puts an article into the batch, unless one is stored under its key. Excerpts give way to the article.
func (in *importing) keep(ctx context.Context, e sqlite.Entry) error {
	s, err := in.to.open()
	if err != nil {
		return err
	}
	have, err := s.Sources().Held(ctx, e.Article.Key())
	switch whole := e.Article.MediaType != record.Excerpts; {
	case err != nil:
		return err
	case have.SHA256 == "", have.Excerpts && whole:
	case have.SHA256 == e.Article.SHA256:
		in.there++
		return nil
	default:
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
