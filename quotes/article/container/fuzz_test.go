package container

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"demarche/quotes/article"
	"demarche/quotes/article/format"
)

// seeds adds the first files of the cases whose names begin so.
func seeds(f *testing.F, cases string) {
	files, _ := filepath.Glob("../testdata/formats/" + cases + "*.txtar")
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, part := range txtar.Parse(b).Files {
			if part.Name != "want" {
				f.Add(part.Data)
			}
		}
	}
}

// fuzz reads bytes with the reader of a kind, whatever they are.
func fuzz(f *testing.F, k format.Kind, cases string) {
	seeds(f, cases)
	f.Add([]byte(""))
	f.Fuzz(func(t *testing.T, b []byte) { readAs(t, k, b) })
}

// readAs reads bytes with the reader of a kind: errors name their source, articles are whole.
func readAs(t *testing.T, k format.Kind, b []byte) {
	t.Helper()
	n := 0
	out := &sink{
		ctx: t.Context(), name: "in", root: "in", many: true, passed: &LeftOut{}, found: &n,
		yield: func(it Item) bool {
			n++
			look(t, it)
			return n < 200
		},
	}
	r := newReader(Input{Name: "in", R: bytes.NewReader(b), Size: int64(len(b))}, out)
	r.in.b = newBuffered(string(b))
	if err := r.reader(k)(); err != nil && !errors.Is(err, errEnough) && !strings.HasPrefix(err.Error(), "in") {
		t.Errorf("error %v does not name its source", err)
	}
}

// look reads an item and holds it against what readers promise.
func look(t *testing.T, it Item) {
	t.Helper()
	var a *article.Article
	err := it.Err
	switch {
	case it.Open != nil:
		for sub := range it.Open(context.Background()) {
			look(t, sub)
		}
		return
	case it.Read != nil:
		a, err = it.Read(context.Background())
	}
	if err != nil {
		if !strings.HasPrefix(err.Error(), "in") {
			t.Errorf("error %v does not name its source", err)
		}
		return
	}
	if a == nil {
		return
	}
	if !utf8.ValidString(a.Text) || strings.ContainsRune(a.Text, 0) || len(a.Published) > 10 || a.SHA256 == "" {
		t.Errorf("text %q, published %q", a.Text, a.Published)
	}
	if strings.ContainsAny(a.Title+a.Byline+a.Outlet, "\n\r\t\x00") {
		t.Errorf("title %q, byline %q, outlet %q", a.Title, a.Byline, a.Outlet)
	}
}

func FuzzNexis(f *testing.F)     { fuzz(f, format.Nexis, "nexis") }
func FuzzFactiva(f *testing.F)   { fuzz(f, format.Factiva, "factiva") }
func FuzzProQuest(f *testing.F)  { fuzz(f, format.ProQuest, "proquest") }
func FuzzRIS(f *testing.F)       { fuzz(f, format.RIS, "zotero-ris") }
func FuzzBibTeX(f *testing.F)    { fuzz(f, format.BibTeX, "zotero-bib") }
func FuzzFeed(f *testing.F)      { fuzz(f, format.Feed, "rss") }
func FuzzAtom(f *testing.F)      { fuzz(f, format.Feed, "atom") }
func FuzzSitemap(f *testing.F)   { fuzz(f, format.Sitemap, "sitemap") }
func FuzzJSON(f *testing.F)      { fuzz(f, format.JSON, "json") }
func FuzzTable(f *testing.F)     { fuzz(f, format.Table, "csv") }
func FuzzGDELT(f *testing.F)     { fuzz(f, format.GDELT, "gdelt") }
func FuzzAddresses(f *testing.F) { fuzz(f, format.Addresses, "addresses") }
func FuzzMail(f *testing.F)      { fuzz(f, format.Mail, "m") }
func FuzzMailbox(f *testing.F)   { fuzz(f, format.Mailbox, "mbox") }
func FuzzMarkdown(f *testing.F)  { fuzz(f, format.Markdown, "markdown") }
func FuzzTar(f *testing.F)       { fuzz(f, format.Tar, "tar") }
func FuzzRTF(f *testing.F)       { fuzz(f, format.RTF, "rtf") }

// FuzzWARC begins with whole records: a header, and an answer that is a page.
func FuzzWARC(f *testing.F) {
	f.Add([]byte("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: 60\r\n\r\n" +
		"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\n<p>a\r\n\r\nWARC/1.0\r\n\r\n"))
	fuzz(f, format.WARC, "wacz")
}

// FuzzZIP packs the bytes as the part of a document, a book, a spreadsheet and an archive.
func FuzzZIP(f *testing.F) {
	for _, cases := range []string{"docx", "odt", "epub", "xlsx", "zip", "wacz"} {
		seeds(f, cases)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		readAs(t, format.Zip, b)
		for _, name := range []string{
			"word/document.xml", "content.xml", "xl/worksheets/sheet1.xml",
			"META-INF/container.xml", "a.html",
		} {
			readAs(t, format.Zip, zipped(name, b))
		}
	})
}

// FuzzItems recognises bytes and reads them, whatever they are.
func FuzzItems(f *testing.F) {
	seeds(f, "")
	f.Fuzz(func(t *testing.T, b []byte) {
		n := 0
		for it := range Items(t.Context(), Input{Name: "in", R: bytes.NewReader(b), Size: int64(len(b))}) {
			look(t, it)
			if n++; n > 200 {
				break
			}
		}
	})
}
