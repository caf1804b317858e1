package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/xuri/excelize/v2"

	"demarche/render"
	"demarche/timeline"
)

// draw draws a dataset in the format of that name.
func draw(t *testing.T, name string, d *Dataset) []byte {
	t.Helper()
	f, ok := FormatNamed(name)
	if !ok {
		t.Fatalf("no format %q", name)
	}
	var out bytes.Buffer
	if err := f.Write(&out, d); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return out.Bytes()
}

// TestFormatsAreStable draws every format twice, of many events, one and none.
func TestFormatsAreStable(t *testing.T) {
	for _, f := range Formats() {
		for _, s := range []render.Scope{all, one, both} {
			for _, n := range []int{0, 1, 40} {
				if a, b := draw(t, f.Name, made(n, s)), draw(t, f.Name, made(n, s)); !bytes.Equal(a, b) {
					t.Errorf("%s of %d events: drawn otherwise the second time", f.Name, n)
				}
			}
		}
	}
}

var errBroken = errors.New("broken")

// TestFormatsPassErrorsOn breaks the reading in the middle, and the writing.
func TestFormatsPassErrorsOn(t *testing.T) {
	for _, f := range Formats() {
		d := made(30, both)
		whole := d.Events
		d.Events = func(yield func(*Entry, error) bool) {
			n := 0
			for e := range whole {
				if n++; n > 20 {
					yield(nil, errBroken)
					return
				}
				if !yield(e, nil) {
					return
				}
			}
		}
		err := f.Write(io.Discard, d)
		if f.Name != "datasette" && !errors.Is(err, errBroken) { // that one reads no event
			t.Errorf("%s: a broken reading gives %v", f.Name, err)
		}
		if err := f.Write(full{}, made(60, both)); err == nil {
			t.Errorf("%s: a full disk is no error", f.Name)
		}
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

var (
	events = flag.Int("events", 3000, "the number of events of the test of memory")
	only   = flag.String("format", "", "the format of the test of memory; all of them where it is empty")
)

// TestFormatsNeedLittleMemory draws many events in each format, with at most 120 MB of live memory.
func TestFormatsNeedLittleMemory(t *testing.T) {
	const most = 120 << 20
	for _, f := range Formats() {
		if *only != "" && f.Name != *only {
			continue
		}
		runtime.GC()
		d, peak, n := made(*events, all), uint64(0), 0
		whole := d.Events
		d.Events = func(yield func(*Entry, error) bool) {
			for e, err := range whole {
				if n++; n%2000 == 0 {
					var m runtime.MemStats
					runtime.ReadMemStats(&m)
					peak = max(peak, m.HeapAlloc)
				}
				if !yield(e, err) {
					return
				}
			}
		}
		if err := f.Write(io.Discard, d); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		t.Logf("%-12s %4d MB", f.Name, peak>>20)
		if peak > most {
			t.Errorf("%s: %d MB of memory", f.Name, peak>>20)
		}
	}
}

// TestJSONIsTheReports holds the streamed document to the one that is drawn at once, but for the licences.
func TestJSONIsTheReports(t *testing.T) {
	for _, n := range []int{0, 1, 50} {
		d := made(n, both)
		rel := timeline.Relation{A: "PRK", B: "RUS", Sources: map[string]timeline.Source{}}
		for _, x := range sample(n) {
			rel.Events = append(rel.Events, x.event)
			for k, s := range x.sources {
				rel.Sources[k] = s
			}
		}
		got := map[string]any{}
		if err := json.Unmarshal(draw(t, "json", d), &got); err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := render.JSON(&out, render.New(rel, render.Options{Names: map[string]string{"PRK": "North Korea", "RUS": "Russia"}})); err != nil {
			t.Fatal(err)
		}
		want := map[string]any{}
		if err := json.Unmarshal(out.Bytes(), &want); err != nil {
			t.Fatal(err)
		}
		if got, want := len(got["events"].([]any)), len(want["events"].([]any)); got != want {
			t.Errorf("%d events, want %d", got, want)
		}
		a, b := got["summary"].(map[string]any), want["summary"].(map[string]any)
		for k := range b {
			if a[k] != b[k] && k != "articles_read" {
				t.Errorf("%d events: %s is %v, want %v", n, k, a[k], b[k])
			}
		}
	}
}

type sourced struct {
	event   timeline.Event
	sources map[string]timeline.Source
}

// sample are the events that made gives.
func sample(n int) []sourced {
	out := make([]sourced, n)
	for i := range out {
		out[i].event, out[i].sources = event(i, day0.AddDate(0, 0, i*6500/max(n, 1)))
	}
	return out
}

// TestJSONFitsTheSchema holds every kind of document to the JSON Schema.
func TestJSONFitsTheSchema(t *testing.T) {
	schema := compile(t, render.SchemaID, render.Schema())
	for _, s := range []render.Scope{all, one, both} {
		for _, n := range []int{0, 1, 60} {
			d := made(n, s)
			d.WithText = n == 1
			doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(draw(t, "json", d)))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(doc); err != nil {
				t.Errorf("%v, %d events: %v", s.Kind(), n, err)
			}
		}
	}
}

// TestLinesFitTheSchema holds every line of JSON Lines to its schema.
func TestLinesFitTheSchema(t *testing.T) {
	schema := compile(t, StatementSchemaID, StatementSchema())
	lines := bytes.Split(bytes.TrimSpace(draw(t, "jsonl", made(60, all))), []byte("\n"))
	if len(lines) != 90 {
		t.Errorf("%d lines, want 90", len(lines))
	}
	for _, l := range lines {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(l))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(doc); err != nil {
			t.Fatalf("%s: %v", l, err)
		}
	}
}

// compile reads a schema and closes it, so that a property that it does not tell is an error.
func compile(t *testing.T, id string, b []byte) *jsonschema.Schema {
	t.Helper()
	raw, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(id, closed(raw)); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(id)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func closed(x any) any {
	switch x := x.(type) {
	case map[string]any:
		for _, v := range x {
			closed(v)
		}
		if x["type"] == "object" && x["properties"] != nil {
			x["additionalProperties"] = false
		}
	case []any:
		for _, v := range x {
			closed(v)
		}
	}
	return x
}

// TestTablesAreWhole reads the tables back: a row a statement, the same cells in all of them.
func TestTablesAreWhole(t *testing.T) {
	r := csv.NewReader(bytes.NewReader(draw(t, "csv", made(60, all))))
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	r = csv.NewReader(bytes.NewReader(draw(t, "tsv", made(60, all))))
	r.Comma = '\t'
	tabs, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 91 || len(tabs) != 91 {
		t.Fatalf("%d and %d lines, want 91", len(rows), len(tabs))
	}
	for i := range rows {
		if a, b := strings.Join(rows[i], "\x00"), strings.Join(tabs[i], "\x00"); a != b {
			t.Errorf("line %d: %q and %q", i, a, b)
		}
		for j, s := range rows[i] {
			if statementColumns()[j].typ == Text && s != "" && strings.ContainsRune("=+-@\t", rune(s[0])) {
				t.Errorf("line %d: %q is a formula", i, s)
			}
		}
	}
}

// TestFormulasAreTexts writes words that a spreadsheet takes for a formula: marked in CSV and TSV, texts in XLSX that
// stay texts when they are edited.
func TestFormulasAreTexts(t *testing.T) {
	for _, s := range []string{"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1"} {
		if m := Mark(s); m != "'"+s || Unmark(m) != s {
			t.Errorf("%q is marked as %q", s, m)
		}
		if c, ok := sheetValue(s, 7).(excelize.Cell); !ok || c.StyleID != 7 || c.Formula != "" || c.Value != s {
			t.Errorf("%q is no text in a sheet: %+v", s, sheetValue(s, 7))
		}
	}
	for _, s := range []string{"", "a=b", "’tis", "it's", " =1", "1-2"} {
		if Mark(s) != s {
			t.Errorf("%q is marked", s)
		}
	}
	b := draw(t, "xlsx", made(60, all))
	f, err := excelize.OpenReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows("statements")
	if err != nil {
		t.Fatal(err)
	}
	risk := 0
	for i, row := range rows {
		for j, value := range row {
			at, _ := excelize.CoordinatesToCellName(j+1, i+1)
			if formula, _ := f.GetCellFormula("statements", at); formula != "" {
				t.Errorf("%s is the formula %q", at, formula)
			}
			if kind, _ := f.GetCellType("statements", at); risky(value) && statementColumns()[j].typ == Text {
				if risk++; kind != excelize.CellTypeInlineString && kind != excelize.CellTypeSharedString {
					t.Errorf("%s: %q has the type %v", at, value, kind)
				}
			}
		}
	}
	if risk < 20 {
		t.Errorf("only %d cells that a spreadsheet could take for a formula", risk)
	}
}

func FuzzMark(f *testing.F) {
	for _, s := range nasty {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got := Unmark(Mark(s)); got != s {
			t.Errorf("%q comes back as %q", s, got)
		}
	})
}

func TestFirstWords(t *testing.T) {
	for _, c := range []struct {
		s    string
		n    int
		want string
	}{{"one two three", 2, "one two …"}, {"one two", 2, "one two"}, {" one  two ", 1, " one …"}, {"", 1, ""}, {"one two ", 2, "one two "}} {
		if got := firstWords(c.s, c.n); got != c.want {
			t.Errorf("%d words of %q: %q, want %q", c.n, c.s, got, c.want)
		}
	}
}

// python runs a program in Python with the folder as its argument, or skips where the packages can't be had. A Python
// may be named by DEMARCHE_PYTHON.
func python(t *testing.T, dir, program string, packages ...string) {
	t.Helper()
	py := os.Getenv("DEMARCHE_PYTHON")
	if py == "" {
		py = "python3"
	}
	for _, p := range packages {
		if err := exec.Command(py, "-c", "import "+p).Run(); err != nil {
			lacking(t, "python", "no package "+p+" for "+py+"; set DEMARCHE_PYTHON")
		}
	}
	cmd := exec.Command(py, "-c", program)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// written draws a dataset in each format into a file of a new folder, "all." and the first of the format's endings.
func written(t *testing.T, d *Dataset, formats ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range formats {
		f, _ := FormatNamed(name)
		if err := os.WriteFile(filepath.Join(dir, "all"+strings.Fields(f.Endings)[0]), draw(t, name, d), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
