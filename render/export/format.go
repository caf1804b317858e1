package export

import "io"

// Format is a way to draw a dataset.
type Format struct {
	Name    string
	Holds   string // what it holds, in a few words
	Endings string // of its files, separated by spaces
	Write   func(io.Writer, *Dataset) error
}

// Formats lists all formats in the order in which the help tells them.
func Formats() []Format {
	return []Format{
		{"json", "one document, in the shape of: demarche schema", ".json", writeJSON},
		{"jsonl", "a statement a line, with its event and sources", ".jsonl .ndjson", writeJSONL},
		{"csv", "a row a statement", ".csv", writeCSV},
		{"tsv", "a row a statement, with tabs", ".tsv .tab .txt", writeTSV},
		{"parquet", "a row a statement, as Apache Parquet", ".parquet", writeParquet},
		{"xlsx", "a row a statement, as a workbook, with the codebook", ".xlsx", writeXLSX},
		{"dyads", "a row a directed pair of states and month, as CSV", ".csv", writeDyads},
	}
}

// FormatNamed returns the format of that name.
func FormatNamed(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}
