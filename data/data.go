// Package data holds the lexicons, gazetteers, trained weights, the codebook and the sample corpus that the program
// ships: plain files with their origin in a header line, embedded in the binary. It knows how to open and split them
// and to tell their versions apart, not what they mean.
//
// A table is UTF-8 text with tab-separated columns. Lines that start with "#" are comments and name the origin; the
// first other line names the columns.
package data

import (
	"bufio"
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"strings"
)

//go:embed codebook gazetteer lexicon model sample
var files embed.FS

// Read returns the content of an embedded file.
func Read(name string) ([]byte, error) { return files.ReadFile(name) }

// Sub returns the embedded files below a folder, such as "sample".
func Sub(dir string) (fs.FS, error) { return fs.Sub(files, dir) }

// Row is a line of a table with the number of the line in its file, from 1.
type Row struct {
	Line   int
	Fields []string // as many as the table has columns
}

// Table reads an embedded table whose columns must be exactly those named, in that order. Errors name file and line.
func Table(name string, columns ...string) ([]Row, error) {
	b, err := Read(name)
	if err != nil {
		return nil, err
	}
	return ParseTable(name, b, columns...)
}

// ParseTable reads a table from bytes, as [Table] does; name is used in errors.
func ParseTable(name string, b []byte, columns ...string) ([]Row, error) {
	var rows []Row
	headed := false
	sc := bufio.NewScanner(bytes.NewReader(b))
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimRight(sc.Text(), "\r")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if !headed {
			if strings.Join(f, "\t") != strings.Join(columns, "\t") {
				return nil, fmt.Errorf("%s:%d: columns are %q, want %q", name, n, f, columns)
			}
			headed = true
			continue
		}
		if len(f) != len(columns) {
			return nil, fmt.Errorf("%s:%d: %d columns, want %d", name, n, len(f), len(columns))
		}
		rows = append(rows, Row{Line: n, Fields: f})
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if !headed {
		return nil, fmt.Errorf("%s: no header line", name)
	}
	return rows, nil
}
