package main

import (
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// allowed lists, for each room, the rooms of ours that it may import: imports run one way.
var allowed = map[string][]string{
	"data":                     {},
	"quotes/text":              {"data"},
	"quotes/article":           {"quotes/article/format", "data"},
	"quotes/article/format":    {},
	"quotes/article/document":  {},
	"quotes/article/container": {"quotes/article", "quotes/article/format", "quotes/article/document"},
	"timeline/dates":           {"data"},
	"timeline/actors":          {"data"},
	"quotes":                   {"quotes/text", "quotes/marks", "quotes/learned", "quotes/net", "quotes/boost", "data"},
	"quotes/marks":             {"quotes/text"},
	"quotes/crf":               {},
	"quotes/net":               {"quotes/crf"},
	"quotes/boost":             {},
	"quotes/logit":             {},
	"quotes/learned":           {"data", "quotes/text", "quotes/marks", "quotes/crf", "quotes/net", "quotes/boost"},
	"timeline/casefile":        {},
	"timeline/record":          {"quotes", "quotes/text", "timeline/actors", "timeline/dates"},
	"timeline/scene":           {"quotes", "quotes/text", "timeline/actors", "timeline/dates", "data"},
	"timeline/naming": {
		"timeline/record", "timeline/scene", "timeline/actors", "timeline/dates", "quotes/article", "quotes/text", "data",
	},
	"timeline/discourse": {
		"timeline/record",
		"timeline/scene",
		"timeline/naming",
		"timeline/actors",
		"timeline/dates",
		"quotes",
		"quotes/article",
		"quotes/text",
		"data",
	},
	"timeline/acts": {
		"timeline/record",
		"timeline/scene",
		"timeline/naming",
		"timeline/discourse",
		"timeline/actors",
		"timeline/dates",
		"quotes/text",
		"data",
	},
	"timeline/earlier": {
		"timeline/record", "timeline/scene", "timeline/naming", "timeline/acts", "timeline/dates",
		"quotes", "quotes/text", "data",
	},
	"timeline/happening": {"timeline/record", "timeline/scene", "timeline/actors", "data"},
	"timeline/cotext":    {"timeline/scene", "timeline/actors"},
	"timeline/tone":      {"timeline/record", "timeline/scene", "quotes/text", "data"},
	"timeline/merge":     {"timeline/record", "timeline/actors", "timeline/dates", "data"},
	"timeline/agreement": {},
	"timeline/coding":    {"timeline/agreement", "timeline/edits", "timeline/record"},
	"timeline/edits":     {"quotes", "quotes/text", "timeline/record", "timeline/actors", "timeline/dates"},
	"timeline/choice": {
		"timeline/record", "timeline/scene", "timeline/naming", "timeline/discourse", "timeline/acts", "timeline/actors",
		"timeline/dates", "timeline/earlier", "timeline/cotext", "timeline/happening",
		"quotes", "quotes/text", "quotes/boost", "quotes/logit", "data",
	},
	"timeline/resolve": {
		"timeline/record", "timeline/scene", "timeline/naming", "timeline/discourse", "timeline/acts", "timeline/choice",
		"timeline/actors", "timeline/dates", "timeline/earlier", "timeline/happening", "timeline/tone",
		"quotes", "quotes/text", "quotes/article", "data",
	},
	"timeline": {
		"timeline/record",
		"timeline/choice",
		"timeline/resolve",
		"timeline/merge",
		"timeline/actors",
		"quotes",
		"quotes/text",
		"quotes/article",
	},
	"timeline/sqlite": {
		"timeline",
		"timeline/record",
		"timeline/merge",
		"timeline/edits",
		"timeline/actors",
		"timeline/dates",
		"quotes",
		"quotes/text",
		"quotes/article",
		"data",
	},
	"render":      {"timeline", "timeline/actors", "timeline/dates", "quotes", "quotes/text", "data"},
	"render/desk": {},
	"render/export": {
		"render",
		"timeline",
		"timeline/record",
		"timeline/actors",
		"timeline/dates",
		"quotes",
		"quotes/text",
		"data",
	},
	"cmd/budget": {},
	"cmd/gold":   {"timeline/record", "quotes/article", "quotes/text"},
	"cmd/eval": {
		"cmd/gold",
		"timeline",
		"timeline/actors",
		"timeline/dates",
		"timeline/record",
		"timeline/sqlite",
		"quotes",
		"quotes/article",
		"quotes/text",
	},
	"cmd/train": {
		"cmd/gold", "quotes", "quotes/boost", "quotes/learned", "quotes/logit", "quotes/net", "quotes/text",
		"timeline/actors", "timeline/choice", "timeline/merge", "timeline/record", "timeline/resolve", "data",
	},
	"cmd/demarche": nil, // everybody
}

func TestImportsRunOneWay(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "demarche/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for line := range strings.Lines(string(out)) {
		f := strings.Fields(line)
		room := strings.TrimPrefix(f[0], "demarche/")
		may, known := allowed[room]
		if !known {
			t.Errorf("%s is a room that the house does not know: add it to the README's map and to this test", room)
			continue
		}
		if may == nil {
			continue
		}
		for _, imp := range f[1:] {
			if of, ours := strings.CutPrefix(imp, "demarche/"); ours && !slices.Contains(may, of) {
				t.Errorf("%s imports %s", room, of)
			}
		}
	}
}

// mostFiles is the number of Go files, tests left out, above which a room of the timeline is to be divided.
const mostFiles = 15

func TestRoomsAreSmall(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{len .GoFiles}}`, "demarche/timeline", "demarche/timeline/record",
		"demarche/timeline/scene", "demarche/timeline/naming", "demarche/timeline/discourse",
		"demarche/timeline/acts", "demarche/timeline/choice", "demarche/timeline/resolve",
		"demarche/timeline/earlier", "demarche/timeline/cotext", "demarche/timeline/merge",
		"demarche/timeline/happening", "demarche/timeline/tone").
		Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for line := range strings.Lines(string(out)) {
		f := strings.Fields(line)
		if n, err := strconv.Atoi(f[1]); err != nil || n > mostFiles {
			t.Errorf("%s has %s files, want at most %d", f[0], f[1], mostFiles)
		}
	}
}
