package container_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"demarche/quotes/article"
	"demarche/quotes/article/container"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata")

// corpus are the cases: the first lines of a case say what it shows, and after "build:" how its files are put
// together; its last file is what is expected.
const corpus = "../testdata/formats/*.txtar"

// source is the input of a case: its first file, or what is built of all.
func source(t testing.TB, ar *txtar.Archive) (name string, b []byte) {
	t.Helper()
	files := ar.Files[:len(ar.Files)-1]
	name, b = files[0].Name, files[0].Data
	_, how, _ := strings.Cut(string(ar.Comment), "build:")
	for i, step := range strings.Fields(how) {
		if i == 0 && strings.Contains(step, ".") { // the name of what is built
			name = step
			continue
		}
		b = build(t, step, files, b)
	}
	return name, b
}

// build takes a step: it packs the files, or changes the bytes that the steps before gave.
func build(t testing.TB, step string, files []txtar.File, b []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	switch step {
	case "zip":
		w := zip.NewWriter(&out)
		for _, f := range files {
			e, _ := w.Create(f.Name)
			e.Write(bytes.TrimSuffix(f.Data, []byte("\n")))
		}
		w.Close()
	case "tar":
		w := tar.NewWriter(&out)
		for _, f := range files {
			w.WriteHeader(&tar.Header{Name: f.Name, Mode: 0o644, Size: int64(len(f.Data))})
			w.Write(f.Data)
		}
		w.Close()
	case "gzip":
		w := gzip.NewWriter(&out)
		w.Write(b)
		w.Close()
	case "zstd":
		w, _ := zstd.NewWriter(nil)
		return w.EncodeAll(b, nil)
	case "crlf":
		return bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n"))
	case "utf16":
		wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes(b)
		if err != nil {
			t.Fatal(err)
		}
		return wide
	case "cp1252":
		narrow, err := charmap.Windows1252.NewEncoder().Bytes(b)
		if err != nil {
			t.Fatal(err)
		}
		return narrow
	case "warc":
		return warcOf(files)
	case "pdf":
		return pdfOf(string(b))
	case "cut": // breaks off
		return b[:len(b)*3/4]
	default:
		t.Fatalf("no step %q", step)
	}
	return out.Bytes()
}

// warcOf makes a web archive: each file is an answer for the address that its name is.
func warcOf(files []txtar.File) []byte {
	var out bytes.Buffer
	for _, f := range files {
		answer := strings.ReplaceAll(strings.Replace(string(f.Data), "\n\n", "\r\n\r\n", 1), "HTTP/1.1 200 OK\n",
			"HTTP/1.1 200 OK\r\n")
		fmt.Fprintf(&out, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: 2026-11-28T10:16:22Z\r\n"+
			"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", f.Name, len(answer),
			answer)
	}
	return out.Bytes()
}

// pdfOf makes a PDF of lines "x y size text" in points, a page after each line "page".
func pdfOf(lines string) []byte {
	var pages []string
	var page strings.Builder
	for line := range strings.Lines(lines) {
		if line = strings.TrimSpace(line); line == "page" {
			pages = append(pages, page.String())
			page.Reset()
			continue
		}
		var x, y, size float64
		if n, _ := fmt.Sscan(line, &x, &y, &size); n == 3 {
			text := strings.SplitN(line, " ", 4)[3]
			narrow, _ := charmap.Windows1252.NewEncoder().String(text)
			fmt.Fprintf(&page, "BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n", size, x, y,
				strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(narrow))
		}
	}
	pages = append(pages, page.String())
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>", "",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
	}
	var kids []string
	for _, p := range pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", len(objects)+1))
		objects = append(objects, fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>", len(objects)+2),
			fmt.Sprintf("<< /Length %d >>\nstream\n%sendstream", len(p), p))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(kids), strings.Join(kids, " "))
	var out bytes.Buffer
	out.WriteString("%PDF-1.4\n")
	at := make([]int, len(objects))
	for i, o := range objects {
		at[i] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, a := range at {
		fmt.Fprintf(&out, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&out, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table)
	return out.Bytes()
}

// drain reads all that an input holds and writes it as tests expect it.
func drain(ctx context.Context, in container.Input) string {
	var out strings.Builder
	var show func(it container.Item)
	show = func(it container.Item) {
		switch {
		case it.Err != nil:
			fmt.Fprintf(&out, "error: %v\n\n", it.Err)
		case it.Note != "":
			fmt.Fprintf(&out, "note: %s\n\n", it.Note)
		case it.Open != nil:
			for sub := range it.Open(ctx) {
				show(sub)
			}
		default:
			a, err := it.Read(ctx)
			var bare *article.NoText
			switch {
			case errors.As(err, &bare) && bare.URL != "":
				fmt.Fprintf(&out, "address: %s %s %q %s\n\n", bare.URL, bare.Published, bare.Title, bare.Outlet)
			case err != nil:
				fmt.Fprintf(&out, "error: %v\n\n", err)
			default:
				again(ctx, &out, a)
				fmt.Fprintf(&out, "article: %s\ntitle: %s\nbyline: %s\noutlet: %s\npublished: %s (%s)\nlanguage: %s\nurl: %s\n%s\n\n",
					it.Name, a.Title, a.Byline, a.Outlet, a.Published, a.PublishedHow, a.Language, a.URL, a.Text)
			}
		}
	}
	for it := range container.Items(ctx, in) {
		show(it)
	}
	return out.String()
}

// again reads the bytes that are kept of an article: where a container gave it as a record, they are a line that gives
// the same article. What differs is written.
func again(ctx context.Context, out *strings.Builder, a *article.Article) {
	if a.MediaType != "application/json" {
		return
	}
	b, err := article.Lines(ctx, bytes.NewReader(a.Bytes), "kept").Next()
	if err != nil || b.Text != a.Text || b.Title != a.Title || b.Outlet != a.Outlet || b.Published != a.Published ||
		b.Key() != a.Key() {
		fmt.Fprintf(out, "read again: %+v, %v\n", b, err)
	}
}

// TestCorpus reads every case: what it holds must be what its last file says, from a file and from a stream alike.
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob(corpus)
	if err != nil || len(files) < 40 {
		t.Fatalf("%d cases, error %v; want 40 at least", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil || len(ar.Files) < 2 {
				t.Fatalf("%d files, error %v; want a source and what is expected", len(ar.Files), err)
			}
			name, b := source(t, ar)
			got := drain(t.Context(), container.Input{Name: name, R: bytes.NewReader(b), Size: int64(len(b))})
			if *update {
				ar.Files[len(ar.Files)-1].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(ar.Files[len(ar.Files)-1].Data), got); diff != "" {
				t.Error(diff)
			}
			stream := drain(t.Context(), container.Input{Name: name, R: bytes.NewBuffer(b)})
			if diff := cmp.Diff(got, stream); diff != "" {
				t.Error("from a stream: ", diff)
			}
		})
	}
}
