package export

import (
	"fmt"
	"strings"

	"demarche/data"
	"demarche/render"
)

// Codebook is what a user of a dataset must know to use it.
type Codebook struct {
	Generator string            `json:"generator"`
	Generated string            `json:"generated"` // YYYY-MM-DD, "" when not given
	Schema    string            `json:"schema_version"`
	Versions  []Named           `json:"versions"` // digests of what the program knows and has learned
	Citation  string            `json:"citation"`
	DOI       string            `json:"doi"`
	Levels    []Named           `json:"levels"` // the units of analysis
	Tables    []Table           `json:"tables"`
	States    []StateCodes      `json:"states"`
	Outlets   []Outlet          `json:"outlets"`
	Coverage  []render.Coverage `json:"coverage"` // articles read by month of publication
	Sources   []Cited           `json:"sources"`
	Changes   []Change          `json:"changes"`
}

// Named is a thing with its meaning.
type Named struct {
	Name    string `json:"name"`
	Meaning string `json:"meaning"`
}

// Table is a table with its variables.
type Table struct {
	Name      string     `json:"name"`
	Unit      string     `json:"unit"`  // what a row is
	Where     string     `json:"where"` // the formats and views that hold it
	Variables []Variable `json:"variables"`
}

// Variable is a column of a table.
type Variable struct {
	Name     string  `json:"name"`
	Type     Type    `json:"type"`
	Level    string  `json:"level"`
	Meaning  string  `json:"meaning"`
	Missing  string  `json:"missing"`
	How      string  `json:"how"`      // how it is found, "" where that goes without saying
	Accuracy string  `json:"accuracy"` // "" where it is not measured
	Values   []Value `json:"values"`   // empty where the list is open
}

// Value is a value of a closed list.
type Value struct {
	Value      string `json:"value"`
	Definition string `json:"definition"`
	Example    string `json:"example"`
}

// StateCodes are the codes of a state.
type StateCodes struct {
	Code     string `json:"iso3"`
	Name     string `json:"name"`
	COW      string `json:"cow"` // Correlates of War, "" where it lists none
	Wikidata string `json:"wikidata"`
}

// Outlet is what was read of an outlet.
type Outlet struct {
	Name     string `json:"name"`
	Licence  string `json:"licence"` // "" when unknown
	Articles int    `json:"articles"`
	First    string `json:"first"` // first and last day of publication, "" when unknown
	Last     string `json:"last"`
}

// Cited is a source with what identifies it.
type Cited struct {
	Key       string `json:"key"`
	URL       string `json:"url"`
	Outlet    string `json:"outlet"`
	Published string `json:"published"`
	Licence   string `json:"licence"`
	SHA256    string `json:"sha256"`
}

// Change is a version of the outputs' schema.
type Change struct {
	Version string `json:"version"`
	Day     string `json:"day"`
	Change  string `json:"change"`
}

// NewCodebook reads the tables of data/codebook. stateName gives the name of a state. What depends on a database, and
// the program's version, are left for the caller to add.
func NewCodebook(stateName func(string) string) (*Codebook, error) {
	c := &Codebook{
		Schema: render.SchemaVersion, Versions: []Named{}, Levels: levels(), States: []StateCodes{}, Outlets: []Outlet{},
		Coverage: []render.Coverage{}, Sources: []Cited{}, Changes: []Change{},
	}
	states := func() error { return c.readStates(stateName) }
	for _, step := range []func() error{c.readVariables, states, c.readChanges} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	for _, part := range []string{"gazetteer", "lexicon", "model", "codebook"} {
		sum, err := data.Digest(part)
		if err != nil {
			return nil, err
		}
		c.Versions = append(c.Versions, Named{part, sum})
	}
	return c, nil
}

// levels are the units of analysis, the widest first.
func levels() []Named {
	return []Named{
		{"event", "A dated happening at which statements were made: a message, a call, a meeting, a speech, a post."},
		{"statement", "One utterance, with one or more reports of it. It is the unit of analysis."},
		{"report", "One article's wording of a statement. Five outlets with the same words are five reports of one."},
		{"source", "An article as it was read."},
		{"actor", "A person, a state, a body, an organisation or a medium."},
		{"dyad-month", "A directed pair of states in a month."},
		{"month", "A month of publication."},
		{"dataset", "The file as a whole."},
	}
}

// tables are the tables of the codebook, without their variables.
func tables() []Table {
	return []Table{
		{
			Name: "statement",
			Unit: "a statement, with the report that is shown first; " +
				"other reports, evidence and background are in json and jsonl",
			Where: "csv, tsv, parquet, xlsx; view statement of the database",
		},
		{Name: "dyad", Unit: "a directed pair of states in a month", Where: "dyads; view dyad_month of the database"},
		{Name: "event", Unit: "an event", Where: "view event of the database"},
		{Name: "event_party", Unit: "a speaker or addressee of an event", Where: "view event_party of the database"},
		{Name: "source", Unit: "an article that was read", Where: "view source of the database"},
		{Name: "report", Unit: "a report: an article's wording of a statement", Where: "view report of the database"},
		{Name: "actor_office", Unit: "an actor in an office", Where: "view actor_office of the database"},
	}
}

func (c *Codebook) readVariables() error {
	accuracy, err := readAccuracy()
	if err != nil {
		return err
	}
	values, err := readValues()
	if err != nil {
		return err
	}
	const name = "codebook/variables.tsv"
	rows, err := data.Table(name, "table", "name", "type", "level", "meaning", "missing", "how", "accuracy")
	if err != nil {
		return err
	}
	c.Tables = tables()
	for _, r := range rows {
		f := r.Fields
		v := Variable{
			Name: f[1], Type: Type(f[2]), Level: f[3], Meaning: f[4], Missing: f[5], How: f[6], Values: values[f[1]],
		}
		if v.Values == nil {
			v.Values = []Value{}
		}
		if f[7] != "" {
			known, ok := accuracy[f[7]]
			if !ok {
				return fmt.Errorf("%s:%d: no accuracy %q", name, r.Line, f[7])
			}
			v.Accuracy = known
		}
		if err := c.add(f[0], v); err != nil {
			return fmt.Errorf("%s:%d: %w", name, r.Line, err)
		}
	}
	return nil
}

// add puts a variable after those of its table.
func (c *Codebook) add(table string, v Variable) error {
	for i := range c.Tables {
		if c.Tables[i].Name == table {
			c.Tables[i].Variables = append(c.Tables[i].Variables, v)
			return nil
		}
	}
	return fmt.Errorf("no table %q", table)
}

func readAccuracy() (map[string]string, error) {
	rows, err := data.Table("codebook/accuracy.tsv", "field", "figure", "command")
	out := make(map[string]string, len(rows))
	for _, r := range rows {
		out[r.Fields[0]] = r.Fields[1]
	}
	return out, err
}

func readValues() (map[string][]Value, error) {
	rows, err := data.Table("codebook/values.tsv", "variable", "value", "definition", "example")
	out := map[string][]Value{}
	for _, r := range rows {
		out[r.Fields[0]] = append(out[r.Fields[0]], Value{r.Fields[1], r.Fields[2], r.Fields[3]})
	}
	return out, err
}

func (c *Codebook) readStates(stateName func(string) string) error {
	rows, err := data.Table("codebook/states.tsv", "code", "cow", "wikidata", "origin")
	for _, r := range rows {
		c.States = append(c.States, StateCodes{r.Fields[0], stateName(r.Fields[0]), r.Fields[1], r.Fields[2]})
	}
	return err
}

func (c *Codebook) readChanges() error {
	rows, err := data.Table("codebook/changes.tsv", "version", "day", "change")
	for _, r := range rows {
		c.Changes = append(c.Changes, Change{r.Fields[0], r.Fields[1], r.Fields[2]})
	}
	return err
}

// Cite notes how to cite the program.
func (c *Codebook) Cite(by Citation) { c.DOI, c.Citation = by.DOI, by.Line("") }

// Add counts a source that was read. Licences gives the licence of an address.
func (c *Codebook) Add(s render.Source, licence func(url string) string) {
	l := licence(s.URL)
	c.Sources = append(c.Sources, Cited{s.Key, s.URL, s.Outlet, s.Published, l, s.SHA256})
	for i := range c.Outlets {
		if o := &c.Outlets[i]; o.Name == s.Outlet && o.Licence == l {
			o.count(s.Published)
			return
		}
	}
	c.Outlets = append(c.Outlets, Outlet{Name: s.Outlet, Licence: l})
	c.Outlets[len(c.Outlets)-1].count(s.Published)
}

func (o *Outlet) count(published string) {
	o.Articles++
	if published == "" || strings.ContainsAny(published, "[/X") {
		return
	}
	if o.First == "" || published < o.First {
		o.First = published
	}
	o.Last = max(o.Last, published)
}
