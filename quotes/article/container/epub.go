package container

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"fmt"
	"net/url"
	"path"
	"strings"

	"demarche/quotes/article"
)

// bookReader reads a book in EPUB.
type bookReader struct {
	in  *stream
	out *sink
}

// read reads a book: each chapter that holds an article, as the books that readers make of news do. Contents, title
// pages and what else holds none are counted. What the book states of its language, publisher and day fills what a
// chapter does not tell.
func (r bookReader) read(z *zip.Reader) error {
	files := map[string]*zip.File{}
	for _, f := range z.File {
		files[f.Name] = f
	}
	book, err := bookOf(files)
	if err != nil {
		return r.in.errorf("a damaged EPUB (%s); get it again", reason(err))
	}
	for _, name := range book.chapters {
		f := files[name]
		if f == nil {
			continue
		}
		b, err := zipBytes(f, article.MaxSource)
		if err != nil {
			if err := r.out.flaw(fmt.Errorf("%s: %s", name, reason(err))); err != nil {
				return err
			}
			continue
		}
		if err := r.chapter(name, b, book); err != nil {
			return err
		}
	}
	return nil
}

// chapter yields a chapter, unless it is plainly too short for an article.
func (r bookReader) chapter(name string, b []byte, book *book) error {
	lines, err := article.AllLines(string(b))
	if err != nil {
		return r.out.flaw(fmt.Errorf("%s: %w", name, err))
	}
	if len(strings.Join(lines, " ")) < minChapter {
		r.out.pass("a chapter without an article", "chapters without an article")
		return nil
	}
	src := article.Source{Name: r.in.Name + "/" + name, Bytes: b, MediaType: "application/xhtml+xml", Now: r.in.Now}
	return r.out.emit(Item{Name: src.Name, Read: func(ctx context.Context) (*article.Article, error) {
		a, err := article.Read(ctx, src)
		if err == nil {
			a.Fill(book.about)
		}
		return a, err
	}})
}

// minChapter is the fewest bytes of the text of a chapter that may be an article.
const minChapter = 250

// book is what the package of an EPUB says.
type book struct {
	about    article.Record
	chapters []string // names of files, in the order of reading
}

// bookOf reads the package of an EPUB.
func bookOf(files map[string]*zip.File) (*book, error) {
	var box struct {
		Roots []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	if err := zipXML(files["META-INF/container.xml"], &box); err != nil {
		return nil, err
	}
	if len(box.Roots) == 0 {
		return nil, fmt.Errorf("no package is named")
	}
	root := box.Roots[0].Path
	var p struct {
		Publisher string   `xml:"metadata>publisher"`
		Dates     []string `xml:"metadata>date"`
		Items     []struct {
			ID         string `xml:"id,attr"`
			Href       string `xml:"href,attr"`
			Properties string `xml:"properties,attr"`
		} `xml:"manifest>item"`
		Spine []struct {
			ID string `xml:"idref,attr"`
		} `xml:"spine>itemref"`
	}
	if err := zipXML(files[root], &p); err != nil {
		return nil, err
	}
	b := &book{about: article.Record{Outlet: p.Publisher}}
	if len(p.Dates) == 1 {
		b.about.Published = p.Dates[0]
	}
	names := map[string]string{}
	for _, it := range p.Items {
		href, err := url.PathUnescape(it.Href)
		if err == nil && !strings.Contains(it.Properties, "nav") {
			names[it.ID] = path.Join(path.Dir(root), href)
		}
	}
	for _, s := range p.Spine {
		if name := names[s.ID]; name != "" {
			b.chapters = append(b.chapters, name)
		}
	}
	return b, nil
}

// zipXML reads a file of an archive as XML.
func zipXML(f *zip.File, v any) error {
	if f == nil {
		return fmt.Errorf("a part of it is missing")
	}
	b, err := zipBytes(f, 4<<20)
	if err != nil {
		return err
	}
	return xml.Unmarshal(b, v)
}
