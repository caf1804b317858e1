package export

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"demarche/render"
)

func book(t *testing.T) *Codebook {
	t.Helper()
	c, err := NewCodebook(stateNames)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestVariablesAreInTheCodebook holds the columns of every table to the codebook, in order and type.
func TestVariablesAreInTheCodebook(t *testing.T) {
	for _, table := range book(t).Tables {
		var have []string
		var types []Type
		switch table.Name {
		case "statement":
			for _, c := range statementColumns() {
				have, types = append(have, c.name), append(types, c.typ)
			}
		case "dyad":
			for _, c := range dyadColumns(&Head{}) {
				have, types = append(have, c.name), append(types, c.typ)
			}
		default:
			continue // a view of the database
		}
		for i, v := range table.Variables {
			if i < len(have) && (v.Name != have[i] || v.Type != types[i]) {
				t.Fatalf("%s: variable %d is %s %s, the codebook has %s %s", table.Name, i, types[i], have[i], v.Type, v.Name)
			}
		}
		if len(have) != len(table.Variables) {
			t.Errorf("%s: %d variables, the codebook has %d", table.Name, len(have), len(table.Variables))
		}
	}
}

// TestValuesAreInTheCodebook holds every value of a closed list that a table has to its definition.
func TestValuesAreInTheCodebook(t *testing.T) {
	known := map[string][]string{}
	for _, v := range book(t).Tables[0].Variables {
		if v.Meaning == "" || v.Missing == "" {
			t.Errorf("%s: no meaning or no word on missing values", v.Name)
		}
		for _, val := range v.Values {
			known[v.Name] = append(known[v.Name], val.Value)
		}
	}
	if len(known) < 9 {
		t.Errorf("only %d variables have values", len(known))
	}
	for _, s := range []render.Scope{all, one, both} {
		err := made(60, s).eachRow(func(r *row) error {
			for _, c := range statementColumns() {
				for _, x := range strings.Split(cell(c.value(r)), "|") {
					if list := known[c.name]; list != nil && x != "" && !slices.Contains(list, x) {
						t.Errorf("%s: the codebook knows no %q", c.name, x)
					}
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestCodebookIsDrawn draws the codebook in its three forms.
func TestCodebookIsDrawn(t *testing.T) {
	c := book(t)
	c.Generator = "demarche 0.1.0"
	c.Add(render.Source{Key: "k", Outlet: "KCNA", Published: "2023-06-12"}, func(string) string { return "" })
	var md, js, ddi bytes.Buffer
	for _, err := range []error{c.Markdown(&md), c.JSON(&js), c.DDI(&ddi)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []string{"| `tone_score` | real |", "| `press-conference` |", "| PRK | North Korea | 731 | Q423 |", "| KCNA |"} {
		if !strings.Contains(md.String(), want) {
			t.Errorf("no %q in the codebook", want)
		}
	}
	if strings.Contains(js.String(), "null") && !strings.Contains(js.String(), `"null`) {
		t.Error("a list of the JSON is null")
	}
	var back ddiBook
	if err := xml.Unmarshal(ddi.Bytes(), &back); err != nil || len(back.Vars) < 100 {
		t.Errorf("%d variables in DDI, %v", len(back.Vars), err)
	}
}
