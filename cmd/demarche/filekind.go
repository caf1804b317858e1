package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// fileKind is what the name of a file says of it.
type fileKind int

const (
	unknown fileKind = iota
	page             // or a text
	jsonLines
)

// endings are those of files in a folder that are read; others are passed over. Each may be followed by .gz or .zst.
var endings = []string{".html", ".htm", ".xhtml", ".txt", ".jsonl", ".ndjson"}

func ending(path string) string {
	path = strings.ToLower(path)
	return filepath.Ext(strings.TrimSuffix(strings.TrimSuffix(path, ".gz"), ".zst"))
}

func kindOf(path string) fileKind {
	switch e := ending(path); {
	case e == ".jsonl" || e == ".ndjson":
		return jsonLines
	case slices.Contains(endings, e):
		return page
	}
	return unknown
}

// beginsLikeJSON looks at the first bytes, opened when they are packed, and leaves them in b.
func beginsLikeJSON(b *bufio.Reader) bool {
	head, _ := b.Peek(4096) // a shorter stream gives what there is
	return objectStart.Match(bytes.TrimSpace(bytes.TrimPrefix(opened(head), []byte("\xef\xbb\xbf"))))
}

// objectStart is how a line of JSON Lines begins; JSON that is laid out in several lines has its first name in the
// second.
var objectStart = regexp.MustCompile(`^\{[ \t]*"`)

// opened returns the first bytes of what the beginning of a gzip or zstd stream holds; other bytes as they are.
func opened(head []byte) []byte {
	first := make([]byte, 512)
	if z, err := gzip.NewReader(bytes.NewReader(head)); err == nil {
		n, _ := io.ReadFull(z, first) // the end is cut off, the beginning is what is asked for
		return first[:n]
	}
	if !bytes.HasPrefix(head, []byte("\x28\xb5\x2f\xfd")) {
		return head
	}
	z, err := zstd.NewReader(bytes.NewReader(head), zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true))
	if err != nil {
		return head
	}
	defer z.Close()
	n, _ := io.ReadFull(z, first)
	return first[:n]
}
