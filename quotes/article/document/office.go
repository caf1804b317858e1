package document

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Word reads a DOCX: the text of its body, with what was inserted and without what was deleted while changes were
// tracked, without notes, heads and feet of pages.
func Word(z *zip.Reader) (*Document, error) {
	if has(z, "EncryptedPackage") {
		return nil, ErrEncrypted
	}
	b, err := part(z, "word/document.xml")
	if err != nil {
		return nil, err
	}
	w := &wordReader{}
	if err := eachToken(b, w.start, w.end, w.text); err != nil {
		return nil, err
	}
	w.p.end()
	d := &Document{Paragraphs: w.p.list}
	d.properties(z, "docProps/core.xml")
	if w.title != "" {
		d.Title = w.title
	}
	return d, nil
}

// wordReader reads the elements of word/document.xml.
type wordReader struct {
	p     paragraphs
	skip  int  // open elements whose text is none of the document
	run   bool // inside w:t
	style string
	title string // the first paragraph in the style of a title
}

func (w *wordReader) start(e xml.StartElement) {
	name := e.Name.Local
	switch {
	case words.wordSkipped[name]:
		w.skip++
	case name == "t":
		w.run = true
	case name == "tab", name == "br", name == "cr":
		w.p.b.WriteByte(' ')
	case name == "noBreakHyphen":
		w.p.b.WriteByte('-')
	case name == "pStyle":
		w.style = attr(e, "val")
	}
}

func (w *wordReader) end(e xml.EndElement) {
	switch name := e.Name.Local; {
	case words.wordSkipped[name]:
		w.skip--
	case name == "t":
		w.run = false
	case name == "p":
		n := len(w.p.list)
		if w.p.end(); w.title == "" && strings.EqualFold(w.style, "Title") && len(w.p.list) > n {
			w.title = w.p.list[n]
		}
		w.style = ""
	}
}

func (w *wordReader) text(s []byte) {
	if w.run && w.skip == 0 {
		w.p.b.Write(s)
	}
}

// OpenText reads an ODT: the text of its body, without notes and without what was deleted while changes were tracked.
func OpenText(z *zip.Reader) (*Document, error) {
	if m, err := part(z, "META-INF/manifest.xml"); err == nil && bytes.Contains(m, []byte("encryption-data")) {
		return nil, ErrEncrypted
	}
	b, err := part(z, "content.xml")
	if err != nil {
		return nil, err
	}
	if b == nil {
		return nil, errors.New("damaged: an OpenDocument text without content.xml; save it again")
	}
	o := &openReader{}
	if err := eachToken(b, o.start, o.end, o.text); err != nil {
		return nil, err
	}
	o.p.end()
	d := &Document{Paragraphs: o.p.list}
	d.properties(z, "meta.xml")
	return d, nil
}

// openReader reads the elements of content.xml.
type openReader struct {
	p    paragraphs
	skip int
	in   int // open paragraphs and headings
}

func (o *openReader) start(e xml.StartElement) {
	switch name := e.Name.Local; {
	case words.openSkipped[name]:
		o.skip++
	case name == "p", name == "h":
		o.in++
	case name == "s", name == "tab", name == "line-break":
		o.p.b.WriteByte(' ')
	}
}

func (o *openReader) end(e xml.EndElement) {
	switch name := e.Name.Local; {
	case words.openSkipped[name]:
		o.skip--
	case name == "p", name == "h":
		if o.in--; o.skip == 0 {
			o.p.end()
		}
	}
}

func (o *openReader) text(s []byte) {
	if o.in > 0 && o.skip == 0 {
		o.p.b.Write(s)
	}
}

// maxNested is how deep elements may be nested.
const maxNested = 200

// eachToken goes through XML.
func eachToken(b []byte, start func(xml.StartElement), end func(xml.EndElement), text func([]byte)) error {
	d := xml.NewDecoder(bytes.NewReader(b))
	d.Strict = false
	for depth := 0; ; {
		t, err := d.RawToken()
		switch {
		case errors.Is(err, io.EOF) && depth == 0:
			return nil
		case errors.Is(err, io.EOF):
			return errors.New("damaged or truncated; save it again")
		case err != nil:
			return fmt.Errorf("damaged (%w); save it again", err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth++; depth > maxNested {
				return errors.New("damaged: elements nested too deep; save it as text")
			}
			start(t)
		case xml.EndElement:
			depth--
			end(t)
		case xml.CharData:
			text(t)
		}
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func has(z *zip.Reader, name string) bool {
	for _, f := range z.File {
		if f.Name == name {
			return true
		}
	}
	return false
}

// properties reads title and author from the properties of an office document.
func (d *Document) properties(z *zip.Reader, name string) {
	b, err := part(z, name)
	if err != nil || b == nil {
		return
	}
	into, open := map[string]*string{"title": &d.Title, "creator": &d.Author}, ""
	_ = eachToken(
		b,
		func(e xml.StartElement) { open = e.Name.Local },
		func(xml.EndElement) { open = "" },
		func(s []byte) {
			if to := into[open]; to != nil && *to == "" {
				*to = strings.Join(strings.Fields(string(s)), " ")
			}
		},
	) // what cannot be read of the properties is not known
}
