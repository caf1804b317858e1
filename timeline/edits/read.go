package edits

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"demarche/timeline/actors"
	"demarche/timeline/dates"
	"demarche/timeline/record"
)

// maxValue is the longest value that a person may give, in bytes.
const maxValue = 4096

// reader reads what a person types.
type reader struct {
	g  *actors.Gazetteer
	at string // EDTF: the day for which offices are looked up
}

// Read makes the edit that gives a field of a report, as it is shown now, the value that a person typed. Parties are
// names, separated by semicolons; a state after a name in brackets, "Ada Lind (NOR)", is that for which a
// person speaks who is not in the gazetteer, or for whom the gazetteer would say otherwise; nothing stands
// for nobody. A day is EDTF. The error says what is wrong with the field or the value.
func Read(g *actors.Gazetteer, r *record.Report, name, typed string) (record.Edit, error) {
	e := record.Edit{Kind: Kind, Target: r.ID, Field: name}
	typed = strings.TrimSpace(typed)
	line := typed
	if name == "words" { // which may run over several lines
		typed = strings.ReplaceAll(typed, "\r\n", "\n")
		line = strings.ReplaceAll(typed, "\n", " ")
	}
	if err := sound(line); err != nil {
		return e, err
	}
	if name == NoteField || name == TagField {
		e.After = &typed
		return e, nil
	}
	if name == StateField {
		value, err := (&reader{g, r.Said.EDTF}).speakersOf(r, typed)
		if err != nil {
			return e, err
		}
		e.Field, e.Before, e.After = "speaker", written(partiesOf(r.Speakers)), written(value)
		return e, nil
	}
	f, ok := named(name)
	if !ok {
		return e, fmt.Errorf("there is no field %q; the fields are %s", name, strings.Join(Names(), ", "))
	}
	value, err := f.read(&reader{g, r.Said.EDTF}, typed)
	if err != nil {
		return e, err
	}
	e.Before, e.After = written(f.get(r)), written(value)
	return e, nil
}

// sound says what is wrong with a value that is no short line of text.
func sound(typed string) error {
	if len(typed) > maxValue || !utf8.ValidString(typed) || strings.ContainsAny(typed, "\x00\n\r") {
		return fmt.Errorf("a value is one line of at most %d bytes", maxValue)
	}
	return nil
}

// Verdict makes the edit that confirms or rejects a report, or takes such a word back where status is [record.Machine].
func Verdict(r *record.Report, status record.Status) record.Edit {
	e := record.Edit{Kind: Kind, Target: r.ID, Field: StatusField}
	if r.Status != record.Machine {
		before := string(r.Status)
		e.Before = &before
	}
	if status != record.Machine {
		after := string(status)
		e.After = &after
	}
	return e
}

// Given makes the edit that gives a field of a report the value that the report has, for one that was made elsewhere.
// The error says that there is no such field.
func Given(r *record.Report, name string) (record.Edit, error) {
	f, ok := named(name)
	if !ok {
		return record.Edit{}, fmt.Errorf("there is no field %q; the fields are %s", name, strings.Join(Names(), ", "))
	}
	return record.Edit{Kind: Kind, Target: r.ID, Field: name, After: written(f.get(r))}, nil
}

// Shown is a value of an edit in words: "nobody" and "nothing" where it is empty, "as extracted" for none.
func Shown(value *string) string {
	if value == nil {
		return "as extracted"
	}
	var list []party
	if json.Unmarshal([]byte(*value), &list) == nil {
		names := make([]string, len(list))
		for i, p := range list {
			names[i] = p.Name
			if p.State != "" {
				names[i] += " (" + p.State + ")"
			}
		}
		return orElse(strings.Join(names, "; "), noParty)
	}
	var words string
	if json.Unmarshal([]byte(*value), &words) == nil {
		return orElse(words, noWords)
	}
	return *value
}

// How a field that an edit empties is written.
const (
	noParty = "nobody"
	noWords = "nothing"
)

func orElse(s, empty string) string {
	if s == "" {
		return empty
	}
	return s
}

// written is a value as an edit holds it.
func written(v any) *string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // strings and lists of strings can be written
	}
	s := string(b)
	return &s
}

// parties reads names separated by semicolons.
func (x *reader) parties(typed string) (any, error) {
	list := []party{}
	for name := range strings.SplitSeq(typed, ";") {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		p, err := x.party(name)
		if err != nil {
			return nil, err
		}
		list = append(list, p)
	}
	return list, nil
}

// party reads a name, perhaps with a state in brackets.
func (x *reader) party(typed string) (party, error) {
	name, state := typed, ""
	if head, tail, ok := strings.Cut(typed, "("); ok && strings.HasSuffix(tail, ")") {
		code, known := x.g.StateCode(strings.TrimSuffix(tail, ")"))
		if !known {
			return party{}, fmt.Errorf("%q is no state that is known", strings.TrimSuffix(tail, ")"))
		}
		name, state = strings.TrimSpace(head), code
	}
	for _, a := range x.g.Named(name, x.at) {
		if state == "" || a.State == state {
			return party{a.ID, a.Name, a.Kind, a.State, x.g.Office(a.ID, x.at)}, nil
		}
	}
	if code, ok := x.g.StateCode(name); ok && state == "" {
		if e, ok := x.g.Lookup(code); ok {
			return party{e.ID, e.Name, e.Kind, e.State, ""}, nil
		}
	}
	if state == "" {
		return party{}, fmt.Errorf("nobody is known as %q; add the state: %s (NOR)", name, name)
	}
	return party{actors.UnlistedID(name, state), name, actors.Person, state, ""}, nil
}

// speakersOf are the speakers of a report with another state, nothing for none.
func (x *reader) speakersOf(r *record.Report, typed string) ([]party, error) {
	code, known := x.g.StateCode(typed)
	if typed != "" && !known {
		return nil, fmt.Errorf("%q is no state that is known", typed)
	}
	if len(r.Speakers) == 0 {
		return nil, errors.New("nobody is known to speak; name the speaker, with the state in brackets")
	}
	list := partiesOf(r.Speakers)
	for i := range list {
		if r.Speakers[i].FromText() { // whose id is made of name and state
			list[i].ID = actors.UnlistedID(list[i].Name, code)
		}
		list[i].State = code
	}
	return list, nil
}

// quoted reads words of the article; " … " stands between pieces that something interrupts.
func (x *reader) quoted(typed string) (any, error) {
	if typed == "" {
		return nil, errors.New("words without a word; reject the report where nobody said anything")
	}
	return typed, nil
}

// day reads a date in EDTF.
func (x *reader) day(typed string) (any, error) {
	if typed == "" {
		return "", nil
	}
	if _, err := dates.Parse(typed); err != nil {
		return nil, fmt.Errorf("%q is no date; write it as 2023, 2023-06, 2023-06-12 or another form of EDTF", typed)
	}
	return typed, nil
}

// words reads a name.
func (x *reader) words(typed string) (any, error) {
	if strings.HasPrefix(typed, "[") {
		return nil, errors.New("a name does not begin with a bracket")
	}
	return typed, nil
}
