package coding

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"demarche/timeline/edits"
	"demarche/timeline/record"
)

// Kind is the kind of target of the edits that hold codings.
const Kind = record.CodingKind

// Coding is what one coder says of one report of a sample. The report is coded where there is a verdict: that its
// words are a statement, whose fields are those of the sample but for the ones that the coder has changed; or that
// they are none.
type Coding struct {
	Verdict record.Status              `json:"verdict,omitempty"` // confirmed, rejected, or "" for none yet
	Fields  map[string]json.RawMessage `json:"fields,omitempty"`  // as edits write them; null where the coder can't tell
	Note    string                     `json:"note,omitempty"`
}

// unsure is the value of a field of which a coder can't tell what is right, as JSON.
const unsure = "null"

// Unsure reports whether a coder can't tell what a value should be.
func Unsure(value json.RawMessage) bool { return string(value) == unsure }

// Clone returns a copy that can be changed without changing c, which may be nil.
func (c *Coding) Clone() *Coding {
	if c == nil {
		return &Coding{Fields: map[string]json.RawMessage{}}
	}
	out := &Coding{c.Verdict, maps.Clone(c.Fields), c.Note}
	if out.Fields == nil {
		out.Fields = map[string]json.RawMessage{}
	}
	return out
}

// Take changes the coding as an edit of the report would change the report: a verdict, a note, or a field's value.
// The error says that codings have no such field.
func (c *Coding) Take(e record.Edit) error {
	switch {
	case e.Field == edits.StatusField && e.After == nil:
		c.Verdict = record.Machine
	case e.Field == edits.StatusField:
		c.Verdict = record.Status(*e.After)
	case e.Field == edits.NoteField:
		c.Note = *e.After
	case !slices.Contains(edits.Fields(), e.Field):
		return fmt.Errorf("a coding has no field %q", e.Field)
	default:
		c.Fields[e.Field] = json.RawMessage(*e.After)
	}
	return nil
}

// DontKnow notes that the coder can't tell what a field should be.
func (c *Coding) DontKnow(field string) { c.Fields[field] = json.RawMessage(unsure) }

// Edit is the edit that puts a coding in the place of the coder's last one of the report, nil for none.
func (c *Coding) Edit(sample, report string, before *Coding) record.Edit {
	e := record.Edit{Kind: Kind, Target: report, Field: sample, After: c.written()}
	if before != nil {
		e.Before = before.written()
	}
	return e
}

func (c *Coding) written() *string {
	b, err := json.Marshal(c)
	if err != nil {
		panic(err) // its values were JSON already
	}
	s := string(b)
	return &s
}

// Lay gives a report the values that it had when the sample was drawn and, over them, those of the coding, which may
// be nil. What a coder can't tell is left as it was.
func (i *Item) Lay(r *record.Report, c *Coding) error {
	now := edits.Values(r)
	for _, name := range edits.Fields() {
		value := i.Values[name]
		if c != nil && c.Fields[name] != nil && !Unsure(c.Fields[name]) {
			value = c.Fields[name]
		}
		if bytes.Equal(value, now[name]) {
			continue
		}
		if err := edits.Set(r, name, value); err != nil {
			return fmt.Errorf("report %s: %w", r.ID, err)
		}
	}
	r.Status = record.Machine
	if c != nil {
		r.Status = c.Verdict
	}
	return nil
}

// Book holds the codings of one sample.
type Book struct {
	Sample *Sample
	of     map[string]map[string]*Coding // by coder and report
}

// NewBook reads the codings of a sample among edits, in their order. The error names one that can't be read.
func NewBook(s *Sample, list []record.Edit) (*Book, error) {
	b := &Book{s, map[string]map[string]*Coding{}}
	for i := range list {
		e := &list[i]
		if e.Kind != Kind || e.Field != s.Name {
			continue
		}
		if b.of[e.Who] == nil {
			b.of[e.Who] = map[string]*Coding{}
		}
		delete(b.of[e.Who], e.Target)
		if e.After == nil {
			continue
		}
		c, err := readCoding(*e.After)
		if err != nil {
			return nil, fmt.Errorf("edit %d: coding of report %s: %w", e.ID, e.Target, err)
		}
		b.of[e.Who][e.Target] = c
	}
	return b, nil
}

// readCoding reads a coding and refuses one with a verdict or field that there is not.
func readCoding(value string) (*Coding, error) {
	c := &Coding{}
	if err := json.Unmarshal([]byte(value), c); err != nil {
		return nil, err
	}
	if c.Verdict != record.Machine && c.Verdict != record.Confirmed && c.Verdict != record.Rejected {
		return nil, fmt.Errorf("%q is no verdict", c.Verdict)
	}
	for name, value := range c.Fields {
		if !slices.Contains(edits.Fields(), name) {
			return nil, fmt.Errorf("there is no field %q", name)
		}
		if _, err := edits.Key(value); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return c, nil
}

// Of returns what a coder says of a report, nil for nothing yet.
func (b *Book) Of(coder, report string) *Coding { return b.of[coder][report] }

// Done reports whether a coder has coded a report.
func (b *Book) Done(coder, report string) bool {
	c := b.Of(coder, report)
	return c != nil && c.Verdict != record.Machine
}

// Count is how many reports of the sample a coder has coded.
func (b *Book) Count(coder string) int {
	n := 0
	for i := range b.Sample.Items {
		if b.Done(coder, b.Sample.Items[i].Report) {
			n++
		}
	}
	return n
}

// Coders are those who have coded a report of the sample, sorted.
func (b *Book) Coders() []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(b.of)), func(who string) bool { return b.Count(who) == 0 })
}
