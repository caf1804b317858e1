package edits

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"demarche/quotes"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
	"demarche/timeline/record"
)

// StatusField is the name of the field that holds a person's verdict: "confirmed" or "rejected".
const StatusField = "status"

// Fields that are kept and shown, but change nothing in the record.
const (
	NoteField = "note"
	TagField  = "tags"
)

// StateField is another name for the speakers with the state for which they speak.
const StateField = "state"

// laying is a report to which edits are being laid, with the text of its article.
type laying struct {
	*record.Report
	body string
}

// field is a field of a report that a person may change. Values are written as JSON: a string, or a list of parties.
// A field without a decision of its own is one of the quote, which its By signs.
type field struct {
	name     string
	get      func(*record.Report) any
	set      func(*laying, string) error
	decision func(*record.Decisions) *record.Decision
	read     func(*reader, string) (any, error) // from what a person types
}

// fields are the fields in the order in which a record is read.
var fields = [...]field{
	{
		"speaker", func(r *record.Report) any { return partiesOf(r.Speakers) },
		func(r *laying, v string) error { return setParties(&r.Speakers, v) },
		func(d *record.Decisions) *record.Decision { return &d.Speaker }, (*reader).parties,
	},
	{
		"addressee", func(r *record.Report) any { return partiesOf(r.Addressees) },
		func(r *laying, v string) error { return setParties(&r.Addressees, v) },
		func(d *record.Decisions) *record.Decision { return &d.Addressee }, (*reader).parties,
	},
	{
		"medium", func(r *record.Report) any { return mediumOf(r) }, setMedium,
		func(d *record.Decisions) *record.Decision { return &d.Medium }, (*reader).parties,
	},
	{
		"channel", func(r *record.Report) any { return r.Channel },
		func(r *laying, v string) error { return setOneOf(&r.Channel, record.Channels(), v) },
		func(d *record.Decisions) *record.Decision { return &d.Channel }, oneOf(record.Channels()),
	},
	{
		"day", func(r *record.Report) any { return r.Said.EDTF }, setDay,
		func(d *record.Decisions) *record.Decision { return &d.Day }, (*reader).day,
	},
	{
		"occasion", func(r *record.Report) any { return occasionOf(r) }, setOccasion,
		func(d *record.Decisions) *record.Decision { return &d.Occasion }, (*reader).words,
	},
	{
		"place", func(r *record.Report) any { return r.Place },
		func(r *laying, v string) error { return json.Unmarshal([]byte(v), &r.Place) },
		func(d *record.Decisions) *record.Decision { return &d.Place }, (*reader).words,
	},
	{
		"tone", func(r *record.Report) any { return r.Tone },
		func(r *laying, v string) error { return setOneOf(&r.Tone, record.Tones(), v) },
		func(d *record.Decisions) *record.Decision { return &d.Tone }, oneOf(record.Tones()),
	},
	{
		"form", func(r *record.Report) any { return r.Form },
		func(r *laying, v string) error { return setOneOf(&r.Form, forms(), v) }, nil, oneOf(forms()),
	},
	{"words", func(r *record.Report) any { return r.Text }, setWords, nil, (*reader).quoted},
}

// forms are the forms of a quote.
func forms() []quotes.Form {
	return []quotes.Form{quotes.Direct, quotes.Mixed, quotes.Indirect, quotes.Unmarked}
}

// Names are the names of the fields that a person may give a value, in order.
func Names() []string {
	var names []string
	for i := range fields {
		names = append(names, fields[i].name)
	}
	return append(names, StateField, NoteField, TagField)
}

// named returns the field of that name.
func named(name string) (*field, bool) {
	i := slices.IndexFunc(fields[:], func(f field) bool { return f.name == name })
	if i < 0 {
		return nil, false
	}
	return &fields[i], true
}

// party is a party as edits hold it.
type party struct {
	ID     string      `json:"id"`
	Name   string      `json:"name"`
	Kind   actors.Kind `json:"kind"`
	State  string      `json:"state"`
	Office string      `json:"office,omitempty"`
}

func partiesOf(list []record.Party) []party {
	out := make([]party, len(list))
	for i, p := range list {
		out[i] = party{p.ID, p.Name, p.Kind, p.State, p.Office}
	}
	return out
}

func setParties(to *[]record.Party, v string) error {
	var list []party
	if err := json.Unmarshal([]byte(v), &list); err != nil {
		return err
	}
	*to = nil
	for _, p := range list {
		if p.ID == "" || p.Name == "" {
			return errors.New("a party without an id or a name")
		}
		*to = append(*to, record.Party{
			Actor: actors.Actor{ID: p.ID, Name: p.Name, Kind: p.Kind, State: p.State}, Office: p.Office, Basis: "named",
		})
	}
	return nil
}

func mediumOf(r *record.Report) []party {
	if r.Medium == nil {
		return []party{}
	}
	return partiesOf([]record.Party{{Actor: *r.Medium}})
}

func setMedium(r *laying, v string) error {
	var list []record.Party
	if err := setParties(&list, v); err != nil {
		return err
	}
	r.Medium = nil
	if len(list) > 0 {
		r.Medium = &list[0].Actor
	}
	return nil
}

func setDay(r *laying, v string) error {
	var edtf string
	if err := json.Unmarshal([]byte(v), &edtf); err != nil {
		return err
	}
	if edtf == "" {
		r.Said = record.Said{}
		return nil
	}
	d, err := dates.Parse(edtf)
	if err != nil {
		return err
	}
	r.Said = record.Said{Date: d, Basis: dates.Stated}
	return nil
}

func occasionOf(r *record.Report) string {
	if r.Occasion == nil {
		return ""
	}
	return r.Occasion.Name
}

func setOccasion(r *laying, v string) error {
	var name string
	if err := json.Unmarshal([]byte(v), &name); err != nil {
		return err
	}
	r.Occasion = nil
	if name != "" {
		r.Occasion = &record.Occasion{Name: name}
	}
	return nil
}

// setOneOf sets a value that must be one of a list.
func setOneOf[T ~string](to *T, values []T, v string) error {
	var word T
	if err := json.Unmarshal([]byte(v), &word); err != nil {
		return err
	}
	if !slices.Contains(values, word) {
		return fmt.Errorf("%q is no value of it", word)
	}
	*to = word
	return nil
}

// oneOf reads a value that is one of a list.
func oneOf[T ~string](values []T) func(*reader, string) (any, error) {
	return func(_ *reader, typed string) (any, error) {
		if !slices.Contains(values, T(typed)) {
			names := make([]string, len(values))
			for i, v := range values {
				names[i] = string(v)
			}
			return nil, fmt.Errorf("%q is none of %s", typed, strings.Join(names, ", "))
		}
		return typed, nil
	}
}
