package main

import (
	"context"

	"github.com/spf13/cobra"

	"demarche/quotes/article"
)

// givenFlags adds the flags by which a person says what a source does not tell.
func givenFlags(cmd *cobra.Command, r *article.Record) {
	f := cmd.Flags()
	f.StringVar(&r.Published, "published", "", "the `day` of publication of what tells none")
	f.StringVar(&r.Outlet, "outlet", "", "the `name` of the outlet of what names none")
	f.StringVar(&r.Title, "title", "", "the `title` of what has none")
	f.StringVar(&r.Byline, "byline", "", "the `names` of the authors of what names none")
	f.StringVar(&r.URL, "url", "", "the `address` of what names none")
	f.StringVar(&r.Language, "language", "", "the `tag` of the language of what tells none, such as en")
}

// checkGiven refuses what is no day, address or language.
func checkGiven(cmd *cobra.Command, r article.Record) error {
	switch {
	case r.Published != "" && article.Day(r.Published) == "":
		return usage(cmd, "--published %q is no date; write it as 2023, 2023-06 or 2023-06-12", r.Published)
	case r.URL != "" && article.WebAddress(r.URL) == "":
		return usage(cmd, "--url %q is no address of the web", clean(r.URL))
	case r.Language != "" && article.LanguageTag(r.Language) == "":
		return usage(cmd, "--language %q is no tag of a language, such as en or de", r.Language)
	}
	return nil
}

// filled is a source with what is given for what it does not tell.
func filled(s source, given article.Record) source {
	if given == (article.Record{}) || s.read == nil {
		return s
	}
	read := s.read
	s.read = func(ctx context.Context) (*article.Article, error) {
		a, err := read(ctx)
		if err == nil {
			a.Fill(given)
			for _, e := range a.Entries {
				e.Fill(given)
			}
		}
		return a, err
	}
	return s
}
