package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/spf13/cobra"

	"demarche/quotes/article"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// revisitFlags are those of the commands that read into a database that is there.
type revisitFlags struct {
	db, actors   string
	quiet, json  bool
	allowPrivate bool
}

func (o *revisitFlags) add(cmd *cobra.Command) {
	dbFlag(cmd, &o.db)
	actorsFlag(cmd, &o.actors)
	f := cmd.Flags()
	f.BoolVarP(&o.quiet, "quiet", "q", false, "print nothing but errors")
	f.BoolVar(&o.json, "json", false, "print one line of JSON an article")
}

// chooser names what is to be read; nil for nothing.
type chooser func(*sqlite.Store, *inputs, *ledger) (iter.Seq[source], error)

// work reads the sources that choose names into the database.
func (o *revisitFlags) work(cmd *cobra.Command, command string, choose chooser) (err error) {
	s, err := openToRead(o.db) // it must be there
	if err != nil {
		return err
	}
	if err := s.Close(); err != nil {
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
		log: newRunLog(command, nil, reader),
	}
	done, err := l.open(o.db)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, done()) }()
	in := &inputs{ctx: cmd.Context(), stdin: cmd.InOrStdin(), listed: l.log.listed}
	in.web.allowPrivate, in.web.polite = o.allowPrivate, newPolite()
	sources, err := choose(l.store.made(), in, l)
	if err != nil || sources == nil {
		return err
	}
	return l.run(cmd.Context(), ahead(cmd.Context(), sources), p)
}

// newSourcesRetry returns the command "sources retry".
func newSourcesRetry() *cobra.Command {
	var o revisitFlags
	cmd := &cobra.Command{
		Use:   "retry [SOURCE...]",
		Short: "read again what could not be read",
		Long: `Visit the addresses and files again that could not be read: all that
"demarche sources --failed" lists, or those that are named.`,
		Example: `  demarche sources --failed
  demarche sources retry`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return o.work(cmd, "retry", func(s *sqlite.Store, in *inputs, l *ledger) (iter.Seq[source], error) {
				list, err := s.Visits().List(cmd.Context(), true)
				if err != nil {
					return nil, err
				}
				var names []string
				for _, v := range list {
					if len(args) == 0 || slices.Contains(args, v.Source) {
						names = append(names, v.Source)
					}
				}
				if len(names) == 0 {
					fmt.Fprintln(cmd.ErrOrStderr(), "nothing to read again")
					return nil, nil
				}
				l.bar.total(len(names))
				return in.sources(names), nil
			})
		},
	}
	o.add(cmd)
	privateFlag(cmd, &o.allowPrivate)
	return cmd
}

// newSourcesUpdate returns the command "sources update".
func newSourcesUpdate() *cobra.Command {
	var o revisitFlags
	var pages bool
	cmd := &cobra.Command{
		Use:   "update [ADDRESS...]",
		Short: "visit feeds and sitemaps again and read what is new",
		Long: `Visit the feeds, sitemaps and other lists again that were added by their address,
or those that are named, and read the articles that are new in them; --pages
visits the pages, too. Servers are asked to answer only where something has
changed.`,
		Example: `  demarche add https://wire.example/feed.xml
  demarche sources update
  demarche sources update --pages`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return o.work(cmd, "update", func(s *sqlite.Store, in *inputs, l *ledger) (iter.Seq[source], error) {
				names, known, err := toVisit(cmd.Context(), s, args, pages)
				if err != nil {
					return nil, err
				}
				if len(names) == 0 {
					fmt.Fprintln(cmd.ErrOrStderr(), "no feed, sitemap or other list has been added by its address")
					return nil, nil
				}
				in.follow = true
				in.skip = func(address string) bool { return known[address] }
				in.last = func(r *reply) {
					if v, err := s.Visits().Last(in.ctx, r.address); err == nil && v != nil && v.Why == "" {
						r.etag, r.modified = v.ETag, v.Modified
					}
				}
				return in.sources(names), nil
			})
		},
	}
	o.add(cmd)
	cmd.Flags().BoolVar(&pages, "pages", false, "visit pages that are stored, too")
	privateFlag(cmd, &o.allowPrivate)
	return cmd
}

// toVisit returns the addresses to visit again, and those of pages that are known and need not be.
func toVisit(
	ctx context.Context, s *sqlite.Store, args []string, pages bool,
) (names []string, known map[string]bool, err error) {
	list, err := s.Visits().List(ctx, false)
	if err != nil {
		return nil, nil, err
	}
	known = map[string]bool{}
	for _, v := range list {
		asked := v.Kind == "list" || pages && v.Kind == "page"
		if len(args) > 0 {
			asked = slices.Contains(args, v.Source)
		}
		switch {
		case asked:
			names = append(names, v.Source)
		case v.Kind == "page" && v.Why == "":
			known[v.Source] = true
		}
	}
	return names, known, nil
}

// newSourcesReread returns the command "sources reread".
func newSourcesReread() *cobra.Command {
	var o revisitFlags
	cmd := &cobra.Command{
		Use:   "reread [ID...]",
		Short: "read stored articles again from their kept bytes",
		Long: `Read all stored articles again, or those that are named by id, key or address,
from the bytes that were kept: after a new release, or with other --actors.
Nothing is fetched; keys and versions stay, and what reads otherwise is told.`,
		Example: `  demarche sources reread
  demarche sources reread 12 --actors mine.tsv`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return o.work(cmd, "reread", func(s *sqlite.Store, in *inputs, l *ledger) (iter.Seq[source], error) {
				rows, err := chosenSources(cmd.Context(), s, args)
				if err != nil {
					return nil, err
				}
				l.bar.total(len(rows))
				return rereading(s, rows), nil
			})
		},
	}
	o.add(cmd)
	return cmd
}

// chosenSources returns the articles that are named, all where none is.
func chosenSources(ctx context.Context, s *sqlite.Store, names []string) ([]sqlite.SourceRow, error) {
	if len(names) == 0 {
		all, err := s.Sources().List(ctx, sqlite.Sources{})
		return slices.DeleteFunc(all, func(r sqlite.SourceRow) bool { return r.MediaType == record.Excerpts }), err
	}
	var out []sqlite.SourceRow
	for _, n := range names {
		r, err := s.Sources().Get(ctx, n)
		if err != nil {
			return nil, err
		}
		if r == nil {
			return nil, fmt.Errorf("%s: no article with this id, key or address; demarche sources lists them", clean(n))
		}
		out = append(out, *r)
	}
	return out, nil
}

// rereading yields stored articles as sources. What was given by hand, and the bytes do not tell, stays.
func rereading(s *sqlite.Store, rows []sqlite.SourceRow) iter.Seq[source] {
	return func(yield func(source) bool) {
		for _, r := range rows {
			read := func(ctx context.Context) (*article.Article, error) { return readKept(ctx, s, r) }
			if !yield(source{name: r.Key, read: read}) {
				return
			}
		}
	}
}

// readKept reads an article from its kept bytes, under its own key.
func readKept(ctx context.Context, s *sqlite.Store, r sqlite.SourceRow) (*article.Article, error) {
	if r.MediaType == record.Excerpts {
		return nil, errors.New("only what an export cites of it is stored, not its bytes; add the article itself")
	}
	src, key, err := s.Sources().Kept(ctx, r.ID)
	if err != nil {
		return nil, err
	}
	a, err := articleOf(ctx, src)
	if err != nil {
		return nil, err
	}
	a.Fill(article.Record{
		Title: r.Title, Outlet: r.Outlet, Byline: r.Byline, Published: r.Published, URL: r.URL, Language: r.Language,
	})
	a.Entries = nil
	if a.Key() != key {
		a.ID = key
	}
	return a, nil
}

// newSourcesRuns returns the command "sources runs".
func newSourcesRuns() *cobra.Command {
	var db string
	var most int
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "runs",
		Short: "list the runs that read into the database",
		Long: `List the runs that read sources into the database, the newest first: when, which
command, how it ended, and how many articles it added, changed and so on.`,
		Example: `  demarche sources runs --limit 5`,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, err := openToRead(db)
			if err != nil {
				return err
			}
			defer s.Close() //nolint:errcheck // only read
			list, err := s.Runs().List(cmd.Context(), most)
			if err != nil {
				return err
			}
			return writeRuns(cmd, list, asJSON)
		},
	}
	dbFlag(cmd, &db)
	cmd.Flags().IntVar(&most, "limit", 20, "print at most `N`")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON, a line for each")
	return cmd
}
