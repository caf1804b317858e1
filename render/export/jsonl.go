package export

import (
	"bufio"
	"encoding/json"
	"io"

	"demarche/render"
)

// StatementSchemaID names the shape of a line of JSON Lines.
const StatementSchemaID = "urn:demarche:schema:statement:1"

// line is a line of JSON Lines: one statement with its event and the articles that report it.
type line struct {
	Schema    string       `json:"$schema"`
	Version   string       `json:"schema_version"`
	Generator string       `json:"generator"`
	Model     string       `json:"model"`
	Generated string       `json:"generated"`
	Event     render.Event `json:"event"` // with this statement alone
	Sources   []*Source    `json:"sources"`
}

// writeJSONL draws a statement a line.
func writeJSONL(w io.Writer, d *Dataset) error {
	b := bufio.NewWriter(w)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	err := d.eachRow(func(r *row) error {
		one := &Entry{Event: r.e.Event, Articles: r.e.Articles}
		one.Statements = []render.Statement{*r.s}
		l := line{
			Schema: StatementSchemaID, Version: d.Version, Generator: d.Program(), Model: d.Model, Generated: d.Generated,
			Event: one.Event, Sources: []*Source{},
		}
		for _, key := range one.cites() {
			l.Sources = append(l.Sources, one.article(key))
		}
		return enc.Encode(l)
	})
	if err != nil {
		return err
	}
	return b.Flush()
}
