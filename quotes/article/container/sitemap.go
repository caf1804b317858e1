package container

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"demarche/quotes/article"
)

// sitemapReader reads a sitemap.
type sitemapReader struct {
	d   *xmlReader
	out *sink
}

// read reads the addresses of a sitemap with title and day where it has those of news; the day of the last change
// is none of publication. The other sitemaps that an index names are addresses, too.
func (r sitemapReader) read() error {
	ended := false
	for depth := 0; ; {
		t, err := r.d.Token()
		switch {
		case errors.Is(err, io.EOF) && ended:
			return nil
		case err != nil:
			return r.out.brokenOff(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
			if t.Name.Local != "url" && t.Name.Local != "sitemap" {
				continue
			}
			var u sitemapURL
			if err := r.d.DecodeElement(&u, &t); err != nil {
				return r.out.brokenOff(err)
			}
			depth--
			rec := article.Record{
				URL: strings.TrimSpace(u.Loc), Title: u.News.Title, Published: u.News.Date,
				Outlet: u.News.Publication.Name,
			}
			if rec.URL == "" {
				continue
			}
			if err := r.out.made(rec); err != nil {
				return err
			}
		case xml.EndElement:
			depth--
			ended = depth == 0
		}
	}
}

// sitemapURL is an entry of a sitemap, with what Google's sitemaps of news add.
type sitemapURL struct {
	Loc  string `xml:"loc"`
	News struct {
		Title       string `xml:"title"`
		Date        string `xml:"publication_date"`
		Publication struct {
			Name string `xml:"name"`
		} `xml:"publication"`
	} `xml:"news"`
}
