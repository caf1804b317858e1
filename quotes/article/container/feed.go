package container

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"demarche/quotes/article"
)

// feedReader reads a feed.
type feedReader struct {
	out   *sink
	d     *xmlReader
	path  []string // local names of the open elements
	site  string   // title of the feed
	lang  string
	entry map[string]string // of the entry that is open, nil for none
	ended bool              // the root was closed
}

// read reads RSS and Atom, entry by entry. An entry without text is an address. Elements of the same local name in
// other namespaces (media:title) are not read; "updated" is no day of publication but where there is no other.
func (f *feedReader) read() error {
	err := f.run()
	switch {
	case errors.Is(err, io.EOF) && f.ended:
		return nil
	case errors.Is(err, errEnough) || f.out.ctx.Err() != nil:
		return err
	}
	return f.out.brokenOff(err)
}

// run reads the elements of the feed until something is wrong or they end.
func (f *feedReader) run() error {
	for {
		t, err := f.d.Token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if err := f.start(t); err != nil {
				return err
			}
		case xml.EndElement:
			if err := f.end(t.Name.Local); err != nil {
				return err
			}
		}
		if len(f.path) > maxNested {
			return errors.New("elements nested too deep")
		}
	}
}

// maxNested is how deep the elements of a feed may be nested.
const maxNested = 100

func (f *feedReader) start(e xml.StartElement) error {
	name := e.Name.Local
	f.path = append(f.path, name)
	part := article.PartOf("feed", name)
	if name == "item" || name == "entry" {
		f.entry = map[string]string{}
		return nil
	}
	if part == "" || strings.Contains(e.Name.Space, "mrss") || strings.Contains(e.Name.Space, "itunes") ||
		e.Name.Space == "media" {
		return nil
	}
	if f.entry == nil {
		return f.ofFeed(name, e)
	}
	if part == "url" {
		f.link(e)
	}
	text, err := f.inner(&e)
	if err != nil {
		return err
	}
	if len(text) > len(f.entry[part]) && (part != "published" || f.entry[part] == "") {
		f.entry[part] = text
	}
	return nil
}

// ofFeed reads what a feed says of itself.
func (f *feedReader) ofFeed(name string, e xml.StartElement) error {
	depth := len(f.path)
	if name != "title" && name != "language" || depth > 3 || depth > 1 && f.path[depth-2] == "image" {
		return nil
	}
	text, err := f.inner(&e)
	if err != nil {
		return err
	}
	if name == "title" && f.site == "" {
		f.site = article.PlainLine(text)
	} else if name == "language" {
		f.lang = text
	}
	return nil
}

// link reads the address of an entry from the attribute of Atom's link.
func (f *feedReader) link(e xml.StartElement) {
	rel, href := "alternate", ""
	for _, a := range e.Attr {
		switch a.Name.Local {
		case "rel":
			rel = a.Value
		case "href":
			href = a.Value
		}
	}
	if href != "" && (rel == "alternate" || f.entry["url"] == "" && rel == "self") {
		f.entry["url"] = href
	}
}

// inner reads the content of an element to its end as text; elements in it, as in Atom's XHTML, are written as such.
// The element is closed then.
func (f *feedReader) inner(start *xml.StartElement) (string, error) {
	var b strings.Builder
	for depth := 1; depth > 0; {
		t, err := f.d.Token()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth++; depth > maxNested {
				return "", errors.New("elements nested too deep")
			}
			if start.Name.Local != "author" {
				b.WriteString("<" + t.Name.Local + ">")
			} else if t.Name.Local != "name" { // the address of an author is no part of a byline
				if err := f.d.Skip(); err != nil {
					return "", err
				}
				depth--
			}
		case xml.EndElement:
			if depth--; depth > 0 && start.Name.Local != "author" {
				b.WriteString("</" + t.Name.Local + ">")
			}
		case xml.CharData:
			b.Write(t)
		}
		if b.Len() > maxEntry {
			return "", errors.New("an entry has more than 8 MB")
		}
	}
	f.path = f.path[:len(f.path)-1]
	return strings.TrimSpace(b.String()), nil
}

func (f *feedReader) end(name string) error {
	if len(f.path) > 0 {
		f.path = f.path[:len(f.path)-1]
	}
	f.ended = len(f.path) == 0
	if name != "item" && name != "entry" || f.entry == nil {
		return nil
	}
	e := f.entry
	f.entry = nil
	rec := article.Record{
		ID: e["id"], Title: article.PlainLine(e["title"]), Outlet: article.PlainLine(e["outlet"]),
		Byline:    article.PlainLine(mailName(e["byline"])),
		Published: e["published"], URL: e["url"], Language: e["language"], Text: e["text"],
	}
	if rec.Text == "" {
		rec.Text = e["summary"]
	}
	if entryShape.tag.MatchString(rec.Text) {
		text, err := article.Paragraphs(rec.Text)
		if err != nil {
			return f.out.flaw(err)
		}
		rec.Text = text
	}
	if rec.Published == "" {
		rec.Published = e["updated"]
	}
	if rec.Outlet == "" {
		rec.Outlet = f.site
	}
	if rec.Language == "" {
		rec.Language = f.lang
	}
	if rec.URL == "" && strings.HasPrefix(rec.ID, "http") {
		rec.URL = rec.ID
	}
	return f.out.made(rec)
}

// mailName is the name in an author of RSS, "desk@example.org (Jane Doe)".
func mailName(s string) string {
	if m := entryShape.authorOfAddress.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	return s
}
