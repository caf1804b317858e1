package main

import (
	"bufio"
	"io"
	"os"
	"strings"

	"demarche/timeline/sqlite"
)

// Codes of a terminal for bold and for an end of it (ECMA-48, SGR).
const (
	bold  = "\x1b[1m"
	plain = "\x1b[0m"
)

// styled reports whether bold type may be written: on a terminal, unless NO_COLOR is set (no-color.org).
func styled(w io.Writer) bool { return onTerminal(w) && os.Getenv("NO_COLOR") == "" }

// marked is the snippet of a hit on a line, what was found in bold where that may be.
func marked(h *sqlite.Hit, strong bool) string {
	var b strings.Builder
	for i, piece := range h.Pieces() {
		piece = strings.Map(func(r rune) rune {
			if active(r) {
				return ' '
			}
			return r
		}, piece)
		if strong && i%2 == 1 {
			piece = bold + piece + plain
		}
		b.WriteString(piece)
	}
	return b.String()
}

// hitJSON is a hit as "search --json" prints it.
type hitJSON struct {
	Kind      string   `json:"kind"` // report or article
	Report    string   `json:"report,omitempty"`
	Article   string   `json:"article"`
	Title     string   `json:"title"`
	Outlet    string   `json:"outlet"`
	Published string   `json:"published"`
	Said      string   `json:"said,omitempty"`
	Speakers  []string `json:"speakers,omitempty"`
	Snippet   string   `json:"snippet"`
	Marks     [][2]int `json:"marks"` // code points of the snippet, end exclusive
}

// writeHitsJSON prints a line of JSON for each hit.
func writeHitsJSON(w io.Writer, hits []sqlite.Hit) error {
	out := bufio.NewWriter(w)
	for i := range hits {
		h := &hits[i]
		kind := "article"
		if h.Report != "" {
			kind = "report"
		}
		line, err := jsonLine(hitJSON{
			kind, h.Report, h.Article, h.Title, h.Outlet, h.Published, h.Said, h.Speakers, h.Snippet,
			append([][2]int{}, h.Marks...),
		})
		if err != nil {
			return err
		}
		if _, err := out.Write(append(line, '\n')); err != nil {
			return err
		}
	}
	return out.Flush()
}
