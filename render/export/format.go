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
		{"csl", "the articles, for Zotero and other reference managers", ".json", writeCSL},
		{"bibtex", "the articles, for BibLaTeX", ".bib", writeBibTeX},
		{"ris", "the articles, for older reference managers", ".ris", writeRIS},
		{"annotations", "a Web Annotation a wording", ".json .jsonld", writeAnnotations},
		{"plover", "a statement with a PLOVER class a line", ".jsonl .ndjson", writePlover},
		{"timelinejs", "a slide an event, for TimelineJS 3", ".json", writeTimelineJS},
		{"ics", "the events whose day is known, as a calendar", ".ics", writeICS},
		{"atom", "an entry an event, as a feed", ".atom .xml", writeAtom},
		{"md", "a chronology with footnotes, as Markdown", ".md", writeMarkdown},
		{"docx", "a chronology with footnotes, for Word", ".docx", writeDOCX},
		{"datasette", "metadata.json for the database in Datasette", ".json", writeDatasette},
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
