package timeline

import (
	"demarche/quotes/article"
)

// NewSource is what a timeline needs to know of an article to cite it.
func NewSource(a *article.Article) Source {
	s := Source{
		Key: a.Key(), URL: a.URL, Outlet: a.Outlet, Title: a.Title, Byline: a.Byline, Published: a.Published,
		PublishedHow: a.PublishedHow, Language: a.Language, SHA256: a.SHA256, Text: a.Text,
	}
	if !a.Retrieved.IsZero() {
		s.Retrieved = a.Retrieved.UTC().Format("2006-01-02T15:04:05Z")
	}
	return s
}
