package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"demarche/render/export"
	"demarche/timeline/actors"
	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// errNoExport is told of a file that is none of ours.
func errNoExport() error {
	return errors.New("no export of demarche; make one with: demarche export --archive -o FILE.json")
}

// exportKind tells by its beginning what kind of export a file is: json, jsonl, csv, tsv, or csv with semicolons as
// some spreadsheets write it.
func exportKind(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close() //nolint:errcheck // only read
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return "", errors.Join(err, errors.New("no file that can be read twice; save it first"))
	}
	head, err := bufio.NewReaderSize(f, 8<<10).Peek(8 << 10)
	if err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	start := strings.TrimPrefix(string(head), "\ufeff")
	first, _, _ := strings.Cut(start, "\n")
	switch {
	case strings.HasPrefix(start, `{"$schema":"`+export.StatementSchemaID+`"`):
		return "jsonl", nil
	case strings.HasPrefix(strings.TrimLeft(start, " \t\r\n"), "{"):
		return "json", nil
	case !strings.Contains(first, "statement_id"):
		return "", errNoExport()
	case strings.Contains(first, "\t"):
		return "tsv", nil
	case strings.Contains(first, ";"):
		return "csv with semicolons", nil
	}
	return "csv", nil
}

// loose reads exports without the articles.
func (o *importOptions) loose(cmd *cobra.Command, to *target, paths []string) (err error) {
	g, err := gazetteer(o.actors)
	if err != nil {
		return err
	}
	l, err := export.NewLoose()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, l.Close()) }()
	for _, path := range paths {
		if err := addLoose(l, g, path); err != nil {
			return fmt.Errorf("%s: %w", path, bare(err))
		}
	}
	names := strings.Join(paths, ", ")
	in := &importing{path: names, to: to, dryRun: o.dryRun}
	if err := in.loose(cmd.Context(), l); err != nil {
		return fmt.Errorf("%s: %w", names, err)
	}
	if !o.quiet {
		fmt.Fprintln(cmd.ErrOrStderr(), clean(in.told()+"; of each article what is cited"))
	}
	return nil
}

// addLoose reads one of them.
func addLoose(l *export.Loose, g *actors.Gazetteer, path string) error {
	kind, err := exportKind(path)
	if err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // only read
	switch kind {
	case "json":
		return l.AddJSON(f)
	case "jsonl":
		return l.AddLines(f)
	}
	comma := map[string]rune{"csv": ',', "tsv": '\t', "csv with semicolons": ';'}[kind]
	return l.AddTable(f, comma, func(name string) actors.Actor { return mediumNamed(g, name) })
}

// mediumNamed is the medium that a table names: that of the gazetteer, else one without a state.
func mediumNamed(g *actors.Gazetteer, name string) actors.Actor {
	for _, a := range g.Named(name, "") {
		if a.Name == name && a.Kind != actors.Person {
			return a
		}
	}
	return actors.Actor{ID: actors.UnlistedID(name, ""), Name: name, Kind: actors.Medium}
}

// loose checks what was read, and stores it.
func (in *importing) loose(ctx context.Context, l *export.Loose) error {
	each := func(do func(sqlite.Entry) error) error {
		return l.Articles(func(u *export.Unarchived) error {
			e, err := entryOf(u)
			if err == nil {
				err = errors.Join(ctx.Err(), do(e))
			}
			if err != nil {
				return fmt.Errorf("article %s: %w", clean(u.Key), err)
			}
			return nil
		})
	}
	check := func(e sqlite.Entry) error {
		in.added++
		return e.Sound()
	}
	if err := each(check); err != nil || in.dryRun {
		return err
	}
	in.added = 0
	if err := each(func(e sqlite.Entry) error { return in.keep(ctx, e) }); err != nil {
		return err
	}
	if err := in.flush(ctx); err != nil {
		return err
	}
	return in.decide(ctx, l)
}

// decide notes what people decided, as far as the exports tell it and the database does not know it, which ids lead to
// what is stored, and which reports are of one event.
func (in *importing) decide(ctx context.Context, l *export.Loose) error {
	s, err := in.to.open()
	if err != nil {
		return err
	}
	by := record.Edit{Why: "read from " + in.path, At: time.Now().UTC().Format(time.RFC3339)}
	var all sqlite.Restored
	for _, a := range l.Aliases() {
		all.Aliases = append(all.Aliases, sqlite.Alias(a))
	}
	if all.Edits, err = in.signed(ctx, s, l.Signed, by); err != nil {
		return err
	}
	if in.edited, err = s.Restore(ctx, &all); err != nil {
		return err
	}
	for _, reports := range l.Together() {
		if err := bindReports(ctx, s, reports, by); err != nil {
			return err
		}
	}
	return nil
}

// unnamed is who made a decision where an export does not tell.
const unnamed = "unnamed"

// signed are the edits of what people decided that the database does not have.
func (in *importing) signed(
	ctx context.Context, s *sqlite.Store, list []export.Signed, by record.Edit,
) ([]record.Edit, error) {
	have, err := s.Edits().All(ctx)
	if err != nil {
		return nil, err
	}
	type decision struct{ target, field, after string }
	known := map[decision]bool{}
	for _, e := range have {
		if e.After != nil {
			known[decision{e.Target, e.Field, *e.After}] = true
		}
	}
	var out []record.Edit
	for i := range list {
		x := &list[i]
		e := edits.Verdict(&record.Report{}, record.Confirmed)
		if e.Target, e.Field = x.Report.ID, edits.StatusField; x.Field != "" {
			if e, err = edits.Given(&x.Report, x.Field); err != nil {
				return nil, err
			}
		}
		if known[decision{e.Target, e.Field, *e.After}] {
			continue
		}
		if by.Who = x.Who; x.Who == "" {
			by.Who = unnamed
		}
		out = append(out, signed(e, by))
	}
	return out, nil
}

// bindReports makes one event of reports that an export has in one, where the database has not.
func bindReports(ctx context.Context, s *sqlite.Store, reports []string, by record.Edit) error {
	by.Who = unnamed
	var whole sqlite.Holding
	for _, r := range reports {
		h, err := s.Events().Get(ctx, record.EventID(r))
		switch {
		case errors.Is(err, sqlite.ErrNoEvent):
			continue
		case err != nil:
			return err
		case whole.ID == "":
			whole = h
		case h.ID != whole.ID:
			e := record.MergeOf(whole.ID, whole.Reports(), h.Reports())
			if err := s.Edit(ctx, signed(e, by)); err != nil {
				return err
			}
			if whole, err = s.Events().Get(ctx, record.EventID(r)); err != nil {
				return err
			}
		}
	}
	return nil
}
