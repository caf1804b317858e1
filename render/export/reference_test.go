package export

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestCSLHasNoOtherProperties holds the items to what the schema of CSL allows: it refuses every other property.
func TestCSLHasNoOtherProperties(t *testing.T) {
	allowed := strings.Fields("id type title container-title author issued accessed URL language source note")
	var items []map[string]any
	if err := json.Unmarshal(draw(t, "csl", made(60, all)), &items); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, item := range items {
		for name := range item {
			if !slices.Contains(allowed, name) {
				t.Errorf("%s is no property of CSL that we use", name)
			}
		}
		id, _ := item["id"].(string)
		if seen[id] || id == "" || item["type"] != "article-newspaper" {
			t.Errorf("id %q, type %v", id, item["type"])
		}
		seen[id] = true
		for _, date := range []string{"issued", "accessed"} {
			if d, ok := item[date].(map[string]any); !ok || len(d) != 1 || d["date-parts"] == nil {
				t.Errorf("%s is %v", date, item[date])
			}
		}
	}
	if len(items) < 100 {
		t.Errorf("only %d sources", len(items))
	}
}

// TestCSLFitsItsSchema holds the items to the schema of CSL, where it could be fetched.
func TestCSLFitsItsSchema(t *testing.T) {
	path := fetched("csl-data.json")
	if path == "" {
		lacking(t, "csl-data.json", "the schema of CSL; TestCSLHasNoOtherProperties looks at the properties")
	}
	schema, err := jsonschema.NewCompiler().Compile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(draw(t, "csl", made(60, all))))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(doc); err != nil {
		t.Error(err)
	}
}

// TestZoteroCitesTheSources makes a bibliography of the sources with citeproc-js, which Zotero cites with.
func TestZoteroCitesTheSources(t *testing.T) {
	modules := filepath.Join(os.Getenv("DEMARCHE_NPM"), "node_modules")
	if _, err := os.Stat(filepath.Join(modules, "@citation-js", "plugin-csl")); os.Getenv("DEMARCHE_NPM") == "" ||
		err != nil {
		lacking(t, "npm", "no @citation-js/plugin-csl; set DEMARCHE_NPM")
	}
	const program = `
const { Cite } = require("@citation-js/core");
require("@citation-js/plugin-csl");
const items = JSON.parse(require("fs").readFileSync("all.json", "utf8"));
const html = new Cite(items).format("bibliography", { format: "html", template: "apa" });
const entries = html.split("data-csl-entry-id=").slice(1);
if (entries.length !== items.length) throw new Error(entries.length + " entries of " + items.length);
if (!entries.every((e) => /\(20\d\d[a-z]*, [A-Z]/.test(e) && e.includes("https://news.example/"))) throw new Error(entries[0]);
if (html.includes("<script")) throw new Error("a script");
`
	cmd := exec.Command("node", "-e", program)
	cmd.Dir, cmd.Env = written(t, made(60, all), "csl"), append(os.Environ(), "NODE_PATH="+modules)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// TestBibTeXIsBalanced counts the braces of every field, which BibTeX counts too, escaped or not.
func TestBibTeXIsBalanced(t *testing.T) {
	bib := string(draw(t, "bibtex", made(60, all)))
	for _, entry := range strings.Split(bib, "\n@")[1:] {
		depth := 0
		for i, c := range entry {
			switch c {
			case '{':
				depth++
			case '}':
				if depth--; depth < 0 || depth == 0 && strings.TrimSpace(entry[i+1:]) != "" {
					t.Fatalf("braces of %s", entry)
				}
			}
		}
		if depth != 0 {
			t.Fatalf("braces of %s", entry)
		}
	}
	if strings.Count(bib, "\n@online{") < 100 {
		t.Error("sources are missing")
	}
}

// TestRISHasATagALine holds every line to the form of RIS: no text of a source can begin a tag of its own.
func TestRISHasATagALine(t *testing.T) {
	ris := string(draw(t, "ris", made(60, all)))
	for _, l := range strings.Split(strings.TrimRight(ris, "\r\n"), "\r\n") {
		if l != "" && (len(l) < 6 || l[2:6] != "  - ") || strings.ContainsAny(l, "\n\r") {
			t.Errorf("line %q", l)
		}
	}
	if open, closed := strings.Count(ris, "\nTY  - "), strings.Count(ris, "\nER  - "); open+1 != closed {
		t.Errorf("%d begin, %d end", open+1, closed)
	}
}

func TestDates(t *testing.T) {
	for edtf, want := range map[string]string{
		"2023-06-12": "2023/06/12/", "2023-06": "2023/06//", "2023": "2023///", "2023-06-12T09:00:00Z": "2023/06/12/",
		"[..2023-06-12]": "", "2023-06-12/2023-06-14": "", "202X": "", "2023-06-XX": "", "": "", "2023?": "",
	} {
		if got := risDay(edtf); got != want {
			t.Errorf("%q: %q, want %q", edtf, got, want)
		}
	}
}

// TestReferenceManagersReadTheSources reads BibTeX and RIS with parsers of others.
func TestReferenceManagersReadTheSources(t *testing.T) {
	python(t, written(t, made(60, all), "bibtex", "ris", "csl"), `
import json, rispy, bibtexparser
n = len(json.load(open("all.json")))
lib = bibtexparser.parse_file("all.bib")
assert len(lib.entries) == n and not lib.failed_blocks, (len(lib.entries), n, lib.failed_blocks[:1])
assert all(e["url"].startswith("https://") and e["date"] for e in lib.entries)
ris = rispy.load(open("all.ris", newline=""))
assert len(ris) == n and all(r["type_of_reference"] == "NEWS" and r["urls"] for r in ris), len(ris)
`, "rispy", "bibtexparser")
}
