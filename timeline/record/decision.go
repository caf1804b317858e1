package record

import (
	"encoding/json"
	"fmt"
	"math"

	"demarche/quotes/text"
)

// Decision is how a field of a report was decided. The zero value stands for a field that nothing decided.
type Decision struct {
	By       string    // the proposer whose candidate was chosen, such as "beside-cue"; "" where the field is empty
	P        float64   // probability that the field is right, 0 to 1; 0 where no model judged it
	Evidence text.Span // bytes of the article that told it; zero where the layout or another field did
}

// Decisions are the signatures of the fields of a report.
type Decisions struct {
	Speaker, Addressee, Medium, Channel, Day, Occasion, Place, Tone Decision
}

// Field is a field of a report by its name, with its decision.
type Field struct {
	Name string
	*Decision
}

// Fields lists the decisions with the names of their fields, in the order in which a record is read.
func (d *Decisions) Fields() []Field {
	return []Field{
		{"speaker", &d.Speaker},
		{"addressee", &d.Addressee},
		{"medium", &d.Medium},
		{"channel", &d.Channel},
		{"day", &d.Day},
		{"occasion", &d.Occasion},
		{"place", &d.Place},
		{"tone", &d.Tone},
	}
}

// signed is a decision as it is written.
type signed struct {
	By string  `json:"by"`
	P  float64 `json:"p,omitempty"`
	At *[2]int `json:"at,omitempty"`
}

// MarshalJSON writes the decisions that were made as an object by field: the rule, the probability in thousandths,
// and the bytes of the evidence.
func (d Decisions) MarshalJSON() ([]byte, error) {
	m := map[string]signed{}
	for _, f := range d.Fields() {
		if f.By == "" && f.P == 0 {
			continue
		}
		s := signed{By: f.By, P: math.Round(f.P*1000) / 1000}
		if f.Evidence.End > f.Evidence.Start {
			s.At = &[2]int{f.Evidence.Start, f.Evidence.End}
		}
		m[f.Name] = s
	}
	return json.Marshal(m)
}

// UnmarshalJSON reads what MarshalJSON wrote. It is an error where a field has an unknown name or a span that runs
// backwards.
func (d *Decisions) UnmarshalJSON(b []byte) error {
	if plain, ok := readPlain(string(b)); ok {
		*d = plain
		return nil
	}
	var m map[string]signed
	if err := json.Unmarshal(b, &m); err != nil {
		return err
	}
	for _, f := range d.Fields() {
		s, ok := m[f.Name]
		delete(m, f.Name)
		if !ok {
			continue
		}
		f.By, f.P = s.By, s.P
		if s.At != nil {
			if s.At[0] < 0 || s.At[1] < s.At[0] {
				return fmt.Errorf("decision on %s: span %v runs backwards", f.Name, *s.At)
			}
			f.Evidence = text.Span{Start: s.At[0], End: s.At[1]}
		}
	}
	for name := range m {
		return fmt.Errorf("decision on %q: no such field", name)
	}
	return nil
}
