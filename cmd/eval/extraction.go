package main

import (
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline"
	"demarche/timeline/actors"
)

// extraction finds the reports of articles, as "demarche extract" prints them. It may be used by several goroutines.
type extraction struct {
	quotes *quotes.Extractor
	actors *actors.Gazetteer
}

// newExtraction makes an extraction with the actors of a file beside the known ones; "" for none.
func newExtraction(actorsFile string) (*extraction, error) {
	var own []actors.Extra
	if actorsFile != "" {
		b, err := os.ReadFile(actorsFile)
		if err != nil {
			return nil, fmt.Errorf("actors: %w", err)
		}
		own = append(own, actors.Extra{Name: actorsFile, Data: b})
	}
	g, err := actors.Load(own...)
	if err != nil {
		return nil, err
	}
	x, err := quotes.New()
	if err != nil {
		return nil, err
	}
	return &extraction{x, g}, nil
}

// actorsFlag adds --actors to a command.
func actorsFlag(cmd *cobra.Command, file *string) {
	cmd.Flags().StringVar(file, "actors", "", "a `file` of your own actors, see: demarche actors --help")
}

// reports finds the reports of an article; with attributions also thoughts, and carriers' accounts of the words of
// others.
func (x *extraction) reports(a *article.Article, attributions bool) []timeline.Report {
	d := text.Parse(a.Text)
	found := x.quotes.Extract(d, quotes.Options{Attributions: attributions, Title: a.Title})
	reports := timeline.Resolve(a, d, found, x.actors)
	if attributions {
		return reports
	}
	return slices.DeleteFunc(reports, func(r timeline.Report) bool { return r.Relay })
}
