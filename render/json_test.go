package render

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestJSONFitsItsSchema holds the JSON to its schema, closed so that a property that the schema does not tell is an
// error.
func TestJSONFitsItsSchema(t *testing.T) {
	b, err := assets.ReadFile("assets/report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	raw, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(SchemaID, closed(raw)); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(SchemaID)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 1, 300} {
		var out bytes.Buffer
		if err := JSON(&out, New(synthetic(n), options())); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(out.String(), "null") != strings.Contains(out.String(), `"occasion": null`) {
			t.Errorf("%d events: a slice is null", n)
		}
		doc, err := jsonschema.UnmarshalJSON(&out)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(doc); err != nil {
			t.Errorf("%d events: %v", n, err)
		}
	}
}

// closed forbids properties that are not listed, in the schema and all its parts.
func closed(x any) any {
	switch x := x.(type) {
	case map[string]any:
		for _, v := range x {
			closed(v)
		}
		if x["type"] == "object" {
			x["additionalProperties"] = false
		}
	case []any:
		for _, v := range x {
			closed(v)
		}
	}
	return x
}

// TestContentIsTheArticlesText finds every wording at its place in its article, counted in code points.
func TestContentIsTheArticlesText(t *testing.T) {
	rel := synthetic(300)
	for _, e := range New(rel, options()).Events {
		for _, s := range e.Statements {
			for _, w := range s.Reports {
				body := []rune(rel.Sources[w.Source].Text)
				if len(w.Content) != 1 || string(body[w.Content[0][0]:w.Content[0][1]]) != w.Text || w.Around.Pieces[1] != w.Text {
					t.Fatalf("%s: %q is not at %v", w.ID, w.Text, w.Content)
				}
				if !strings.Contains(string(body), strings.Join(w.Around.Pieces, "")) {
					t.Fatalf("%s: %q is not in the article", w.ID, w.Around.Pieces)
				}
			}
		}
	}
}

// TestReportHoldsNoNull has every slice of the smallest report as a list.
func TestReportHoldsNoNull(t *testing.T) {
	b, err := json.Marshal(New(synthetic(0), Options{}))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(b, []byte("null")) {
		t.Errorf("null in %s", b)
	}
}
