package export

import (
	"encoding/json"
	"io"
	"strings"
)

// Metadata of Datasette, which publishes a database as a web page and an API.
type (
	datasetteMeta struct {
		Title       string                       `json:"title"`
		Description string                       `json:"description"`
		Source      string                       `json:"source"`
		About       string                       `json:"about"`
		Databases   map[string]datasetteDatabase `json:"databases"`
	}
	datasetteDatabase struct {
		Description string                    `json:"description"`
		Tables      map[string]datasetteTable `json:"tables"`
	}
	datasetteTable struct {
		Title       string            `json:"title,omitempty"`
		Description string            `json:"description,omitempty"`
		Columns     map[string]string `json:"columns,omitempty"`
		Facets      []string          `json:"facets,omitempty"`
		Sort        string            `json:"sort,omitempty"`
		FTSTable    string            `json:"fts_table,omitempty"`
		FTSKey      string            `json:"fts_pk,omitempty"`
		Label       string            `json:"label_column,omitempty"`
		Hidden      bool              `json:"hidden,omitempty"`
	}
)

// writeDatasette draws metadata.json for Datasette: what the tables and views of the database mean. It reads no event.
// Use it as: datasette demarche.sqlite --metadata metadata.json
func writeDatasette(w io.Writer, d *Dataset) error {
	book, err := NewCodebook(d.StateName)
	if err != nil {
		return err
	}
	db := datasetteDatabase{Description: d.Title, Tables: map[string]datasetteTable{
		"articles": {
			Title: "Articles", Description: "The articles as they were read, with their texts.",
			FTSTable: "articles_fts", FTSKey: "id", Label: "title",
		},
		"reports": {
			Title: "Reports", Description: "Every wording in its article; spans are bytes.",
			FTSTable: "reports_fts", FTSKey: "id", Label: "text",
		},
	}}
	for _, t := range book.Tables {
		name := t.Name
		if name == "dyad" {
			name = "dyad_month"
		}
		view := datasetteTable{
			Title: strings.ReplaceAll(name, "_", " "), Description: "A row is " + t.Unit + ".", Columns: map[string]string{},
		}
		for _, v := range t.Variables {
			view.Columns[v.Name] = v.Meaning
		}
		db.Tables[name] = view
	}
	statement := db.Tables["statement"]
	statement.Facets, statement.Sort = []string{"source_state", "target_state", "channel", "tone"}, "earliest"
	db.Tables["statement"] = statement
	meta := datasetteMeta{
		Title: d.Title, Description: d.made(), Source: d.Program(), About: "demarche codebook",
		Databases: map[string]datasetteDatabase{d.Database: db},
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(meta)
}
