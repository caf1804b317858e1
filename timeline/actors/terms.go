package actors

import (
	"fmt"
	"strings"

	"demarche/data"
)

// termReader reads terms of office and gives them to their persons.
type termReader struct {
	entries *register
	offices *officeTable
	read    []*Term // those of the table, in its order
}

// table reads the table of terms, which stands in the order of [byOffice].
func (r *termReader) table() error {
	const file = "gazetteer/terms.tsv"
	rows, err := data.Table(file, "person", "state", "office", "title", "start", "end", "note", "origin")
	if err != nil {
		return err
	}
	persons := make([]*Entry, len(rows))
	count := make(map[*Entry]int, len(rows))
	for i, row := range rows {
		e, ok := r.entries.byID[row.Fields[0]]
		if !ok {
			return fmt.Errorf("%s:%d: unknown person %q", file, row.Line, row.Fields[0])
		}
		persons[i] = e
		count[e]++
	}
	slab := make([]Term, len(rows))
	r.read = make([]*Term, 0, len(rows))
	var last termClass
	for i, row := range rows {
		e, f := persons[i], row.Fields
		if e.Terms == nil {
			e.Terms, slab = slab[:0:count[e]], slab[count[e]:]
		}
		t := Term{
			State:  f[1],
			Office: f[2],
			Title:  f[3],
			Start:  f[4],
			End:    f[5],
			Acting: f[6] == "acting",
			Origin: f[7],
		}
		if !t.Acting {
			t.Seen, _ = strings.CutPrefix(f[6], "seen ")
		}
		if last.state != t.State || last.office == nil || last.office.class != t.Office {
			if last, err = r.class(t.State, t.Office); err != nil {
				return fmt.Errorf("%s:%d: %q: %w", file, row.Line, f[0], err)
			}
		}
		if err := e.add(t, last); err != nil {
			return fmt.Errorf("%s:%d: %q: %w", file, row.Line, f[0], err)
		}
		r.read = append(r.read, &e.Terms[len(e.Terms)-1])
	}
	return nil
}

// termClass is what terms of one office of one state have in common.
type termClass struct {
	state  string
	office *office
	title  string
}

// class says what the terms of an office of a state have in common; both must be known.
func (r *termReader) class(state, class string) (termClass, error) {
	o, ok := r.offices.byClass[class]
	if !ok {
		return termClass{}, fmt.Errorf("unknown office %q", class)
	}
	if _, ok := r.entries.byID[state]; !ok {
		return termClass{}, fmt.Errorf("unknown state %q", state)
	}
	return termClass{state, o, o.titleIn(state, r.entries.nameOf(state))}, nil
}

// add checks a term and gives it to the person.
func (e *Entry) add(t Term, c termClass) error {
	t.los, t.hie, t.hi = never, never, never
	var err error
	if t.Start != "" {
		if t.lo, t.los, err = span(t.Start); err != nil {
			return err
		}
	}
	if t.End != "" {
		if t.hie, t.hi, err = span(t.End); err != nil {
			return err
		}
	}
	if t.End == "" && t.Seen != "" {
		if t.hie, t.hi, err = span(t.Seen); err != nil {
			return err
		}
	}
	if t.lo > t.hi {
		return fmt.Errorf("the term ends on %s before it starts on %s", t.End, t.Start)
	}
	if t.Start == "" {
		t.los = t.lo
		if t.End == "" {
			return fmt.Errorf("the term has neither start nor end")
		}
		t.lo = t.hie // only the end is known: nothing before it is sure
	}
	if t.Title == "" {
		t.Title = c.title
		if t.Acting {
			t.Title = "Acting " + c.title
		}
	}
	t.person, t.rank = e, c.office.rank
	e.rank = max(e.rank, c.office.rank)
	e.Terms = append(e.Terms, t)
	return nil
}
