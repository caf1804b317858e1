package main

import (
	"encoding/json"
	"io"

	"demarche/quotes/text"
	"demarche/render"
	"demarche/render/export"
	"demarche/timeline/sqlite"
)

// narrowed reports whether the filter leaves anything out.
func (f *filter) narrowed() bool {
	return f.since+f.until+f.speaker+f.direction+f.text != "" || f.addressed
}

// archive draws the dataset with all that the database holds beside it.
func (o *openDataset) archive(w io.Writer, d *export.Dataset) error {
	edits, err := o.snap.Edits()
	if err != nil {
		return err
	}
	aliases, err := o.snap.Aliases()
	if err != nil {
		return err
	}
	originals, err := o.snap.Originals()
	if err != nil {
		return err
	}
	runs, err := o.snap.Runs()
	if err != nil {
		return err
	}
	visits, err := o.snap.Visits()
	if err != nil {
		return err
	}
	a := &export.Archive{
		Articles: o.archived,
		Kept: export.Kept{
			Edits: []export.Edit{}, Aliases: []export.Alias{}, Originals: []export.Original{}, Runs: []export.Run{},
			Visits: []export.Visit{},
		},
	}
	for _, r := range runs {
		a.Runs = append(a.Runs, export.Run(r))
	}
	for _, v := range visits {
		a.Visits = append(a.Visits, export.Visit(v))
	}
	for _, e := range edits {
		a.Edits = append(a.Edits, export.Edit{
			Kind: e.Kind, Target: e.Target, Field: e.Field, Who: e.Who, At: e.At, Why: e.Why, Before: e.Before, After: e.After,
		})
	}
	for _, x := range aliases {
		a.Aliases = append(a.Aliases, export.Alias(x))
	}
	for _, x := range originals {
		a.Originals = append(a.Originals, export.Original{
			Report: x.Report, Article: x.Article, Telling: x.Telling, Said: json.RawMessage(x.Said),
		})
	}
	return export.WriteArchive(w, d, a)
}

// archived gives the articles of the database, whole.
func (o *openDataset) archived(do func(*export.ArchivedSource) error) error {
	licence, err := export.Licences()
	if err != nil {
		return err
	}
	return o.snap.Archive(func(a *sqlite.Archived) error {
		out := &export.ArchivedSource{
			Source: export.Source{
				Source:  render.Cite(a.Source),
				Licence: licence(a.Source.URL),
				Text:    a.Source.Text,
			},
			MediaType: a.MediaType, Reader: a.Reader, Bytes: a.Packed, Tellings: []export.Telling{},
			Earlier: []export.Version{},
		}
		for i := range a.Earlier {
			v := &a.Earlier[i]
			s := &v.Source
			out.Earlier = append(out.Earlier, export.Version{
				URL: s.URL, Outlet: s.Outlet, Title: s.Title, Byline: s.Byline, Published: s.Published,
				PublishedHow: s.PublishedHow, Retrieved: s.Retrieved, Language: s.Language, SHA256: s.SHA256, Text: s.Text,
				MediaType: v.MediaType, Bytes: v.Packed,
			})
		}
		at := text.NewCodePoints(a.Source.Text)
		for _, t := range a.Tellings {
			told := export.Telling{ID: t.ID, Reports: t.Reports, Context: [][2]int{}}
			for _, c := range t.Contexts {
				told.Context = append(told.Context, at.Span(c))
			}
			out.Tellings = append(out.Tellings, told)
		}
		return do(out)
	})
}
