package main

import "demarche/quotes/article/format"

// endings are those of the files of the sample, and of the pages of "demarche read".
var endings = []string{".html", ".htm", ".xhtml", ".txt"}

// asLines reports whether the name of a file says that it holds JSON Lines.
func asLines(path string) bool {
	e := format.Ending(path)
	return e == ".jsonl" || e == ".ndjson"
}
