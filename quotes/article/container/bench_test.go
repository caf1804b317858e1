package container_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"demarche/quotes/article/container"
)

// pages are real briefing pages of a ministry, which are no part of this project.
const pages = "../../../../shared/texts/mfa-china-pages.tar.gz"

// BenchmarkWARC reads pages of a web archive: real ones where they are there.
func BenchmarkWARC(b *testing.B) {
	archive := warcOf(somePages(b, 200))
	read := 0
	for b.Loop() {
		for it := range container.Items(b.Context(), container.Input{Name: "a.warc", R: bytes.NewReader(archive), Size: int64(len(archive))}) {
			if it.Read == nil {
				b.Fatal(it.Err)
			}
			if _, err := it.Read(b.Context()); err != nil {
				b.Log(err)
			}
			read++
		}
	}
	b.ReportMetric(float64(read)/b.Elapsed().Seconds(), "pages/s")
}

// somePages returns n pages as answers of servers.
func somePages(b *testing.B, n int) []txtar.File {
	b.Helper()
	f, err := os.Open(pages)
	if err != nil {
		b.Skip("without ", pages)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	var out []txtar.File
	for t := tar.NewReader(z); len(out) < n; {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			b.Fatal(err)
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		page, err := io.ReadAll(t)
		if err != nil {
			b.Fatal(err)
		}
		out = append(out, txtar.File{
			Name: fmt.Sprintf("https://site.example/%d", len(out)),
			Data: append([]byte("HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\n\n"), page...),
		})
	}
	return out
}
