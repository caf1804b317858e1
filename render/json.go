package render

import (
	"encoding/json"
	"fmt"
	"io"
)

// JSON writes the report in the shape that assets/report.schema.json describes: indented, the same bytes for the same
// report.
func JSON(w io.Writer, r *Report) error {
	e := json.NewEncoder(w)
	e.SetIndent("", " ")
	if err := e.Encode(r); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	return nil
}

// Schema is the JSON Schema (2020-12) of what [JSON] writes.
func Schema() []byte {
	b, err := assets.ReadFile("assets/report.schema.json")
	if err != nil {
		panic(fmt.Errorf("the schema is not embedded: %w", err))
	}
	return b
}
