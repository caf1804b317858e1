package coding

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"

	"demarche/timeline/edits"
	"demarche/timeline/record"
)

// SampleKind is the kind of target of the edits that hold samples.
const SampleKind = record.SampleKind

// drawnField is the field of such an edit.
const drawnField = "drawn"

// Sample is a list of reports that were drawn from a dataset, one a statement.
type Sample struct {
	Name   string    `json:"-"`
	Seed   uint64    `json:"seed"`
	By     []string  `json:"by"` // the traits of which strata are made, see Traits
	Spread Spread    `json:"spread"`
	Of     string    `json:"of"` // the states and filters from which it was drawn, as the command line has them
	Strata []Stratum `json:"strata"`
	Items  []Item    `json:"items"` // in the order in which they are worked through
}

// Stratum is a part of the dataset that was drawn from by itself.
type Stratum struct {
	Name  string `json:"name"`
	Size  int    `json:"size"`  // statements of the dataset
	Drawn int    `json:"drawn"` // of the sample
}

// Item is a report of a sample with the values that the dataset gave its fields when the sample was drawn, as edits
// write them.
type Item struct {
	Report  string                     `json:"report"`
	Stratum int                        `json:"stratum"` // index of the sample's strata
	Values  map[string]json.RawMessage `json:"values"`
	Machine map[string]json.RawMessage `json:"machine,omitempty"` // what the program said, where a person had changed it
}

// Said are the values that the program gave the fields of an item.
func (i *Item) Said() map[string]json.RawMessage {
	if i.Machine != nil {
		return i.Machine
	}
	return i.Values
}

// CheckName refuses what can't be a sample's name: it is typed in commands and stands in addresses.
func CheckName(name string) error {
	if !regexp.MustCompile(`^[\pL\pN][\pL\pN._-]{0,63}$`).MatchString(name) {
		return fmt.Errorf("%q is no name for a sample; take letters, digits, hyphens and full stops, at most 64", name)
	}
	return nil
}

// Edit is the edit that keeps the sample.
func (s *Sample) Edit() record.Edit {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // its values were JSON already
	}
	after := string(b)
	return record.Edit{Kind: SampleKind, Target: s.Name, Field: drawnField, After: &after}
}

// Item returns the item of a report.
func (s *Sample) Item(report string) (*Item, bool) {
	i := slices.IndexFunc(s.Items, func(i Item) bool { return i.Report == report })
	if i < 0 {
		return nil, false
	}
	return &s.Items[i], true
}

// Size is the number of statements from which the sample was drawn.
func (s *Sample) Size() int {
	n := 0
	for _, t := range s.Strata {
		n += t.Size
	}
	return n
}

// ErrNoSample is returned where no sample has the name that was asked for.
const ErrNoSample fault = "no such sample"

// fault is an error that says the same wherever it occurs, a constant.
type fault string

func (f fault) Error() string { return string(f) }

// Samples are the samples among edits, in the order in which they were drawn; of two with one name the later. The
// error names an edit that can't be read.
func Samples(list []record.Edit) ([]*Sample, error) {
	var out []*Sample
	for i := range list {
		e := &list[i]
		if e.Kind != SampleKind {
			continue
		}
		out = slices.DeleteFunc(out, func(s *Sample) bool { return s.Name == e.Target })
		if e.After == nil {
			continue
		}
		s, err := readSample(e.Target, *e.After)
		if err != nil {
			return nil, fmt.Errorf("edit %d: sample %s: %w", e.ID, e.Target, err)
		}
		out = append(out, s)
	}
	return out, nil
}

// readSample reads a sample and refuses one whose items lie in no stratum or lack a value.
func readSample(name, value string) (*Sample, error) {
	s := &Sample{Name: name}
	if err := json.Unmarshal([]byte(value), s); err != nil {
		return nil, err
	}
	for i := range s.Items {
		item := &s.Items[i]
		if item.Stratum < 0 || item.Stratum >= len(s.Strata) {
			return nil, fmt.Errorf(
				"report %s is of stratum %d, and there are %d",
				item.Report,
				item.Stratum,
				len(s.Strata),
			)
		}
		for _, values := range []map[string]json.RawMessage{item.Values, item.Said()} {
			if err := checkValues(values); err != nil {
				return nil, fmt.Errorf("report %s: %w", item.Report, err)
			}
		}
	}
	return s, nil
}

// checkValues refuses values of which one is missing or can't be read.
func checkValues(values map[string]json.RawMessage) error {
	for _, name := range edits.Fields() {
		if _, err := edits.Key(values[name]); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// Named returns the sample with that name. The error is [ErrNoSample] where there is none.
func Named(list []record.Edit, name string) (*Sample, error) {
	all, err := Samples(list)
	if err != nil {
		return nil, err
	}
	for _, s := range all {
		if s.Name == name {
			return s, nil
		}
	}
	return nil, ErrNoSample
}
