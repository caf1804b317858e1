package export

import (
	"encoding/json"
	"io"

	"demarche/render"
)

// Archive is what a copy of a database needs beside its events: every article whole, and what people decided. Articles
// gives them by their keys.
type Archive struct {
	Articles func(do func(*ArchivedSource) error) error
	Kept
}

// Kept is what a database keeps beside articles and events.
type Kept struct {
	Edits     []Edit     `json:"edits"`
	Aliases   []Alias    `json:"aliases"`
	Originals []Original `json:"originals"`
	Runs      []Run      `json:"runs"`
	Visits    []Visit    `json:"visits"`
}

// Run is a run of the program that read sources. See [timeline/sqlite.Run].
type Run struct {
	ID        int64  `json:"id"`
	Command   string `json:"command"`
	Asked     string `json:"asked"`
	Program   string `json:"program"`
	Started   string `json:"started"`
	Ended     string `json:"ended"`
	Outcome   string `json:"outcome"`
	Added     int    `json:"added"`
	Changed   int    `json:"changed"`
	Reread    int    `json:"reread"`
	Unchanged int    `json:"unchanged"`
	Other     int    `json:"other"`
	Failed    int    `json:"failed"`
	Events    int    `json:"events"`
	Reports   int    `json:"reports"`
}

// Visit is what became of an address or a file when it was visited last. See [timeline/sqlite.Visit].
type Visit struct {
	Source   string `json:"source"`
	Run      int64  `json:"run"` // 0 for none
	Kind     string `json:"kind"`
	At       string `json:"at"`
	Why      string `json:"why"`
	Tries    int    `json:"tries"`
	ETag     string `json:"etag"`
	Modified string `json:"modified"`
}

// Original is what the program said of a report on which a person has decided something.
type Original struct {
	Report  string          `json:"report"`
	Article string          `json:"article"` // key
	Telling string          `json:"telling"` // the id of the telling in which the program put it
	Said    json.RawMessage `json:"said"`    // the report as the database keeps it
}

// ArchivedSource is an article, whole.
type ArchivedSource struct {
	Source
	MediaType string    `json:"media_type"`
	Reader    string    `json:"reader"` // the program that read it
	Bytes     []byte    `json:"bytes"`  // as they came, in zstd
	Tellings  []Telling `json:"tellings"`
	Earlier   []Version `json:"earlier"` // of the page, the oldest first
}

// Version is what a page was before it was read with other bytes.
type Version struct {
	URL          string `json:"url"`
	Outlet       string `json:"outlet"`
	Title        string `json:"title"`
	Byline       string `json:"byline"`
	Published    string `json:"published"`
	PublishedHow string `json:"published_how"`
	Retrieved    string `json:"retrieved"`
	Language     string `json:"language"`
	SHA256       string `json:"sha256"`
	Text         string `json:"text"`
	MediaType    string `json:"media_type"`
	Bytes        []byte `json:"bytes"` // as they came, in zstd
}

// Telling is what an article tells of one event: reports by id in the order of the article, and background as code
// points of its text.
type Telling struct {
	ID      string   `json:"id"`
	Reports []string `json:"reports"`
	Context [][2]int `json:"context"`
}

// Edit is what a person decided.
type Edit struct {
	Kind   string  `json:"kind"`
	Target string  `json:"target"`
	Field  string  `json:"field"`
	Who    string  `json:"who"`
	At     string  `json:"at"` // RFC 3339 UTC
	Why    string  `json:"why"`
	Before *string `json:"before"`
	After  *string `json:"after"`
}

// Alias is an id that was given and is no longer, with the report that stands for it.
type Alias struct {
	ID     string `json:"id"`
	Report string `json:"report"`
}

// WriteArchive draws the document from which "demarche import" makes the same database again: that of the whole
// database as JSON, with every article whole, edits and aliases. The dataset is the whole one, without a filter.
func WriteArchive(w io.Writer, d *Dataset, a *Archive) error {
	head, _, err := d.counted()
	if err != nil {
		return err
	}
	shell := struct {
		*render.Report
		Kept
	}{head, a.Kept}
	events := list{"events", func(do func(any) error) error { return d.eachEvent(nil, do) }}
	return shelled(w, shell, events, list{"sources", func(do func(any) error) error {
		return a.Articles(func(s *ArchivedSource) error { return do(s) })
	}})
}
