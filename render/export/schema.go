package export

import (
	"encoding/json"
	"fmt"

	"demarche/render"
)

// StatementSchema is the JSON Schema (2020-12) of a line of JSON Lines: that of the report with another root.
func StatementSchema() []byte {
	var s map[string]any
	if err := json.Unmarshal(render.Schema(), &s); err != nil {
		panic(fmt.Errorf("the schema of the report is no JSON: %w", err)) // it is embedded
	}
	ref := func(name string) any { return map[string]any{"$ref": "#/$defs/" + name} }
	text := map[string]any{"type": "string"}
	s["$id"], s["title"] = StatementSchemaID, "A statement with its event and the articles that report it"
	s["description"] = "A line of JSON Lines. Within major version 1 properties may be added, none removed."
	s["properties"] = map[string]any{
		"$schema": map[string]any{"const": StatementSchemaID}, "schema_version": text,
		"generator": text, "model": text, "generated": text,
		"event": ref("event"), "sources": map[string]any{"type": "array", "items": ref("source")},
	}
	s["required"] = []string{"$schema", "schema_version", "generator", "event", "sources"}
	b, err := json.MarshalIndent(s, "", " ")
	if err != nil {
		panic(fmt.Errorf("the schema of a statement: %w", err)) // it was read from JSON
	}
	return append(b, '\n')
}
