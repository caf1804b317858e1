package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"demarche/timeline/sqlite"
)

// outputFlag adds -o to a command.
func outputFlag(cmd *cobra.Command, path *string) {
	cmd.Flags().StringVarP(path, "output", "o", "-", "the `file` to write, - for standard output")
}

// Endings of the files that hold a document.
const (
	htmlEndings = ".html .htm .xhtml"
	jsonEndings = ".json"
	// Of documents that no command writes, but somebody may expect.
	otherEndings = ".bib .csv .db .doc .docx .epub .ics .jsonl .md .ndjson .ods .odt .parquet .pdf .png .ris .rtf " +
		".sqlite .sqlite3 .svg .tsv .txt .xls .xlsx .xml .yaml .zip"
)

// checkOutput refuses a name that promises another document than the one that is written, whose files have those
// endings.
func checkOutput(cmd *cobra.Command, path, document, endings, whatElse string) error {
	ending := strings.ToLower(filepath.Ext(path))
	known := strings.Fields(htmlEndings + " " + jsonEndings + " " + otherEndings)
	switch {
	case path == "":
		return usage(cmd, "--output is empty; name a file, or leave it out for standard output")
	case slices.Contains(known, ending) && !slices.Contains(strings.Fields(endings), ending):
		return usage(cmd, "%s would hold %s; %s", clean(path), document, whatElse)
	}
	return nil
}

// writeFile draws to the file, or to standard output where it is "-". A file is written whole or left as it was,
// with its mode; a link is followed; what is no regular file is written to as it is. A database is never written
// over.
func writeFile(cmd *cobra.Command, path string, draw func(io.Writer) error) error {
	if path == "-" {
		return draw(cmd.OutOrStdout())
	}
	file, err := follow(path)
	if err == nil && sqlite.IsDatabase(file) {
		err = errors.New("it belongs to a database, which is not written over; name another file")
	}
	if err == nil {
		err = writeTo(path, file, draw)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", path, bare(err))
	}
	return nil
}
