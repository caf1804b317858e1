package format

import (
	"path"
	"strings"
)

// OfNames recognises what a ZIP archive is by the names in it and by what its file "mimetype" says, "" where it has
// none.
func OfNames(names []string, mimetype string) Format {
	has := map[string]bool{}
	for _, n := range names {
		has[n] = true
	}
	switch {
	case strings.HasPrefix(mimetype, "application/epub+zip"), has["META-INF/container.xml"]:
		return Of(EPUB)
	case strings.HasPrefix(mimetype, "application/vnd.oasis.opendocument.text"):
		return Of(OpenText)
	case strings.HasPrefix(mimetype, "application/vnd.oasis.opendocument.spreadsheet"):
		return unread("an OpenDocument spreadsheet", "spreadsheets", "save it as .xlsx or CSV")
	case strings.HasPrefix(mimetype, "application/vnd.oasis.opendocument"):
		return unread("an OpenDocument file without text", "OpenDocument files", asText)
	case has["word/document.xml"]:
		return Of(Word)
	case has["xl/workbook.xml"]:
		return Of(Workbook)
	case has["xl/workbook.bin"]:
		return unread("a binary spreadsheet (XLSB)", "spreadsheets", "save it as .xlsx or CSV")
	case has["ppt/presentation.xml"]:
		return unread("a presentation", "presentations", asText)
	case has["Index/Document.iwa"]:
		return unread("an Apple iWork document", "iWork documents", "export it as .docx or PDF")
	case has["AndroidManifest.xml"], has["META-INF/MANIFEST.MF"]:
		return program()
	case isWACZ(names, has):
		return Of(WACZ)
	case has["[Content_Types].xml"]:
		return unread("an Office document without text", "Office documents", asText)
	}
	return Of(Zip)
}

// isWACZ reports whether an archive is a web archive: it describes itself and has its records in a folder of their own.
func isWACZ(names []string, has map[string]bool) bool {
	if !has["datapackage.json"] {
		return false
	}
	for _, n := range names {
		if strings.HasPrefix(n, "archive/") && strings.Contains(n, ".warc") {
			return true
		}
	}
	return false
}

// unreadByEnding tells a text that is no article by the ending of its name; the zero format for others.
func unreadByEnding(ending string) Format {
	switch ending {
	case ".css":
		return unread("a style sheet", "style sheets", "give articles")
	case ".js", ".mjs":
		return unread("a script", "scripts", "give articles")
	case ".py", ".go", ".c", ".h", ".java", ".sh", ".r", ".ts":
		return program()
	case ".sql":
		return unread("a script for a database", "scripts", "give articles")
	case ".tex":
		return unread("a LaTeX source", "LaTeX sources", "give it as PDF or text")
	case ".svg":
		return image()
	case ".ics":
		return unread("a calendar", "calendars", "give articles")
	case ".vcf":
		return unread("a file of contacts", "contacts", "give articles")
	case ".srt", ".vtt":
		return unread("subtitles", "subtitles", "save the words as text")
	case ".enw":
		return unread("an EndNote file", "EndNote files", "export it as RIS")
	case ".nbib":
		return unread("a PubMed file", "PubMed files", "export it as RIS")
	}
	return Format{}
}

// Ending returns the ending of a file's name in lower case with its dot, that of its packing taken off; "" for none.
func Ending(name string) string {
	name = strings.ToLower(path.Base(strings.ReplaceAll(name, `\`, "/")))
	for _, p := range []string{".gz", ".gzip", ".zst", ".zstd", ".bz2", ".xz"} {
		name = strings.TrimSuffix(name, p)
	}
	return path.Ext(name)
}
