package export

import (
	"encoding/xml"
	"io"
	"strings"
)

// An Atom feed.
type (
	atomEntry struct {
		XMLName xml.Name   `xml:"entry"`
		ID      string     `xml:"id"`
		Title   string     `xml:"title"`
		Updated string     `xml:"updated"`
		Links   []atomLink `xml:"link"`
		Content atomText   `xml:"content"`
	}
	atomLink struct {
		Rel   string `xml:"rel,attr"`
		Href  string `xml:"href,attr"`
		Title string `xml:"title,attr,omitempty"`
	}
	atomText struct {
		Type string `xml:"type,attr"`
		Text string `xml:",chardata"`
	}
	atomGenerator struct {
		XMLName xml.Name `xml:"generator"`
		Version string   `xml:"version,attr,omitempty"`
		Name    string   `xml:",chardata"`
	}
	atomAuthor struct {
		XMLName xml.Name `xml:"author"`
		Name    string   `xml:"name"`
	}
)

// writeAtom draws an entry an event, with the last of its possible days as the time of the entry; one of which no day
// is known is left out.
func writeAtom(w io.Writer, d *Dataset) error {
	updated := d.Generated
	if updated == "" {
		last, err := d.lastDay()
		if err != nil {
			return err
		}
		updated = last
	}
	if _, err := io.WriteString(w, xml.Header+`<feed xmlns="http://www.w3.org/2005/Atom">`+"\n"); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent(" ", " ")
	for _, part := range []struct {
		name  string
		value any
	}{
		{"id", "tag:demarche.invalid,2026:feed:" + strings.Join(append(d.Scope.Codes(), string(d.Kind)), ":")},
		{"title", d.Title},
		{"updated", instant(updated)},
		{"subtitle", d.made()},
		{"generator", atomGenerator{Version: d.Generator, Name: "demarche"}},
		{"author", atomAuthor{Name: d.Program()}},
	} {
		if err := enc.EncodeElement(part.value, xml.StartElement{Name: xml.Name{Local: part.name}}); err != nil {
			return err
		}
	}
	for e, err := range d.Events {
		if err != nil {
			return err
		}
		if e.Date.Latest == "" {
			d.omit("events without a known day")
			continue
		}
		if err := enc.Encode(e.atom()); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, "\n</feed>\n")
	return err
}

// instant is the beginning of a day as RFC 3339.
func instant(day string) string { return day + "T00:00:00Z" }

// lastDay is the last day of any event, 1970-01-01 where there is none.
func (d *Dataset) lastDay() (string, error) {
	last := "1970-01-01"
	for e, err := range d.Events {
		if err != nil {
			return "", err
		}
		last = max(last, e.Date.Latest)
	}
	return last, nil
}

func (e *Entry) atom() atomEntry {
	out := atomEntry{
		ID: "tag:demarche.invalid,2026:event:" + e.ID, Title: e.Date.EDTF + ": " + e.headline(),
		Updated: instant(e.Date.Latest), Content: atomText{"html", e.htmlText()},
	}
	for _, key := range e.cites() {
		s := e.article(key)
		if link := webAddress(s.URL); link != "" {
			rel := "related"
			if len(out.Links) == 0 {
				rel = "alternate"
			}
			out.Links = append(out.Links, atomLink{rel, link, s.label()})
		}
	}
	return out
}
