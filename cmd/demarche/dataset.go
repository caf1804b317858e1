package main

import (
	"errors"
	"path/filepath"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"demarche/data"
	"demarche/render"
	"demarche/render/export"
	"demarche/timeline"
	"demarche/timeline/actors"
	"demarche/timeline/sqlite"
)

// datasetOptions are what a dataset is made with, beside the states and the filter.
type datasetOptions struct {
	citing
	title, made string
	withText    bool
	maxWords    int
	database    string // the name of the database for Datasette
}

// openDataset is a dataset with the database that it is read from.
type openDataset struct {
	*export.Dataset
	note  func(events int) (string, error) // says what there is where nothing was found
	store *sqlite.Store
	snap  *sqlite.Snapshot
}

// Close ends the use of the database.
func (o *openDataset) Close() error { return errors.Join(o.snap.Close(), o.store.Close()) }

// dataset opens what was said between two states, by one state with all others, or all that is stored, as args name.
// The events that pass the filter are read when they are ranged over.
func (f *filter) dataset(cmd *cobra.Command, args []string, o datasetOptions) (*openDataset, error) {
	in, err := f.open(cmd, args)
	if err != nil {
		return nil, err
	}
	g, scope, cond, s, snap := in.actors, in.scope, in.cond, in.store, in.snap
	o.database = strings.TrimSuffix(filepath.Base(f.db), filepath.Ext(f.db))
	out := &openDataset{store: s, snap: snap}
	if out.Dataset, err = newDataset(cmd, g, snap, scope, cond, o); err != nil {
		return nil, errors.Join(err, out.Close())
	}
	out.note = func(events int) (string, error) {
		if events > 0 || scope.B == "" {
			return "", nil
		}
		return f.insteadOf(cmd, s, g, cond)
	}
	return out, nil
}

// opened is a database open at one moment, with the states that a command names and its filter.
type opened struct {
	actors *actors.Gazetteer
	scope  render.Scope
	cond   sqlite.Filter
	store  *sqlite.Store
	snap   *sqlite.Snapshot
}

// open reads the arguments and the flags, and opens the database.
func (f *filter) open(cmd *cobra.Command, args []string) (*opened, error) {
	g, err := gazetteer(f.actors)
	if err != nil {
		return nil, err
	}
	scope, err := scopeOf(cmd, g, args)
	if err != nil {
		return nil, err
	}
	cond, err := f.conditions(cmd, scope.A, scope.B)
	if err != nil {
		return nil, err
	}
	s, err := openToRead(f.db)
	if err != nil {
		return nil, err
	}
	snap, err := s.Snapshot(cmd.Context())
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return &opened{g, scope, cond, s, snap}, nil
}

// scopeOf reads the states that are named: two, one or none.
func scopeOf(cmd *cobra.Command, g *actors.Gazetteer, args []string) (render.Scope, error) {
	s := render.Scope{State: func(code string) bool {
		known, ok := g.StateCode(code)
		return ok && known == code
	}}
	var err error
	switch len(args) {
	case 0:
	case 1:
		s.A, err = stateCode(cmd, g, args[0])
	default:
		s.A, s.B, err = pair(cmd, g, args[0], args[1])
	}
	return s, err
}

func newDataset(
	cmd *cobra.Command, g *actors.Gazetteer, snap *sqlite.Snapshot, scope render.Scope, cond sqlite.Filter,
	o datasetOptions,
) (*export.Dataset, error) {
	licence, err := export.Licences()
	if err != nil {
		return nil, err
	}
	model, err := modelVersion()
	if err != nil {
		return nil, err
	}
	read, err := snap.Coverage()
	if err != nil {
		return nil, err
	}
	by, err := o.citation(cmd)
	if err != nil {
		return nil, err
	}
	d := &export.Dataset{Head: export.NewHead(scope, g.StateName, render.Options{
		Title: o.title, Generated: o.made, Version: render.Build(), Model: model,
		Query: query(cmd, scope.Codes()...), Citation: by.Line(render.Build()), DOI: by.DOI,
	}, read)}
	d.WithText, d.MaxWords, d.Database = o.withText, o.maxWords, o.database
	stream, houses := streamOf(snap, scope, cond), timeline.NewHouses(g)
	d.Events = func(yield func(*export.Entry, error) bool) {
		for told, err := range stream {
			if err != nil {
				yield(nil, err)
				return
			}
			houses.Note(told.Sources)
			e := scope.Narrow(&told.Event)
			if len(e.Statements) == 0 {
				continue
			}
			if !yield(d.NewEntry(&e, told.Sources, licence), nil) {
				return
			}
		}
	}
	return d, nil
}

// modelVersion tells what the program knows and has learned: the first digits of a digest over it.
var modelVersion = sync.OnceValues(data.Model)

// modelName is [modelVersion] for what tells it beside other things: "" where the files can't be read.
func modelName() string {
	m, err := modelVersion()
	if err != nil {
		return ""
	}
	return m
}
