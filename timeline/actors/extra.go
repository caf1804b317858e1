package actors

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"demarche/data"
)

// Extra is a researcher's own file of actors: a table with the columns
//
//	kind	name	state	aliases	office	start	end
//
// kind is person, organisation, medium, metonym or body. state is an ISO 3166-1 alpha-3 code or the code of an
// organisation; it may be empty for whoever speaks for no state. aliases are separated by "|". office, start and end
// give a term of a person: a class or phrase of offices.tsv in any case, or a title ("Ambassador of Russia to the
// United States"), which is kept as it is written, and EDTF dates of day, month or year precision; empty for none. A
// person may have several rows, one a term. For a body of a state and for a metonym office is what it is or stands
// for, such as "presidency" or "coast guard".
//
// A row whose name is known already corrects: its aliases are added, and its term takes the place of the person's
// built-in terms of the same office and state that overlap it, and goes before everybody else's in
// [Gazetteer.Holder]. Lines that start with "#" are comments.
type Extra struct {
	Name string // for messages
	Data []byte
}

// extraReader lays a researcher's file over the tables.
type extraReader struct {
	entries  *register
	offices  *officeTable
	names    *names
	terms    *termReader
	file     string // its name, for messages and as the origin of what it gives
	priority int    // orders several files, the later first
}

// read reads the file.
func (r *extraReader) read(content []byte) error {
	rows, err := data.ParseTable(r.file, content, "kind", "name", "state", "aliases", "office", "start", "end")
	if err != nil {
		return err
	}
	for _, row := range rows {
		f := make([]string, len(row.Fields))
		for i := range f {
			f[i] = strings.TrimSpace(row.Fields[i])
		}
		if f[1] == "" {
			return fmt.Errorf("%s:%d: no name", r.file, row.Line)
		}
		if err := r.row(row.Line, f); err != nil {
			return fmt.Errorf("%s:%d: %q: %w", r.file, row.Line, row.Fields[1], err)
		}
	}
	return nil
}

// row reads a row.
func (r *extraReader) row(line int, f []string) error {
	if _, ok := r.entries.byID[f[2]]; f[2] != "" && !ok {
		return fmt.Errorf("unknown state %q", f[2])
	}
	switch Kind(f[0]) {
	case Person:
		return r.person(line, f)
	case Organisation, Medium:
		return r.other(line, f)
	case kindMetonym, kindBody:
		return r.metonym(f)
	}
	return fmt.Errorf("kind %q is none of person, organisation, medium, metonym, body", f[0])
}

// person reads a person, or corrects one that is known.
func (r *extraReader) person(line int, f []string) error {
	e := r.entries.person(f[1], f[2], r.names.spelling)
	if e == nil {
		var err error
		if e, err = r.newPerson(line, f[1], f[2]); err != nil {
			return err
		}
	}
	e.Aliases = append(e.Aliases, list(f[3])...)
	if f[4] == "" {
		return nil
	}
	return r.term(e, Term{
		State: cmp.Or(f[2], e.State), Start: f[5], End: f[6], Origin: fmt.Sprintf("%s:%d", r.file, line),
		priority: r.priority,
	}, f[4])
}

// newPerson enters a person that the tables do not have.
func (r *extraReader) newPerson(line int, name, state string) (*Entry, error) {
	e := &Entry{Actor: Actor{slug(name), name, Person, state}, Origin: r.file}
	if _, taken := r.entries.byID[e.ID]; taken {
		e.ID += "-" + strings.ToLower(state)
	}
	words := strings.Fields(name)
	e.Surname = words[len(words)-1]
	if slices.Contains([]string{"PRK", "KOR", "CHN", "TWN", "VNM"}, state) {
		e.order, e.Surname = "s", words[0]
	}
	e.surnames = e.Surname
	return e, r.entries.enter(r.file, line, e)
}

// term gives a person a term in place of the built-in ones of the same office that it overlaps.
func (r *extraReader) term(e *Entry, t Term, office string) error {
	t.Office, t.Title = r.offices.classOfPhrase(office)
	if t.Start == "" {
		return fmt.Errorf("the term as %s has no start", office)
	}
	var class termClass
	if t.State == "" {
		class = termClass{"", r.offices.byClass[t.Office], r.offices.byClass[t.Office].label}
	} else {
		var err error
		if class, err = r.terms.class(t.State, t.Office); err != nil {
			return err
		}
	}
	if err := e.add(t, class); err != nil {
		return err
	}
	added := e.Terms[len(e.Terms)-1]
	e.Terms = slices.DeleteFunc(e.Terms, func(o Term) bool {
		overlaps := o.lo <= added.hi && added.lo <= o.hi
		same := o.Office == t.Office && o.State == t.State && (t.Title == "" || o.Title == t.Title)
		return o.priority < t.priority && o.Origin != t.Origin && overlaps && same
	})
	return nil
}

// other reads an organisation or a medium, or corrects one that is known.
func (r *extraReader) other(line int, f []string) error {
	kind := Kind(f[0])
	if old := r.entries.other(kind, f[1]); old != nil {
		for _, a := range list(f[3]) {
			r.names.enter(a, Candidate{Kind: ByName, Entry: old})
		}
		old.Aliases = append(old.Aliases, list(f[3])...)
		old.State = f[2]
		return nil
	}
	e := &Entry{Actor: Actor{string(kind) + "/" + slug(f[1]), f[1], kind, f[2]}, Aliases: list(f[3]), Origin: r.file}
	if err := r.entries.enter(r.file, line, e); err != nil {
		return err
	}
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		r.names.enter(name, Candidate{Kind: ByName, Entry: e})
	}
	return nil
}

// Kinds of rows of a file of actors beside those of actors: seats of power, and bodies of a state.
const (
	kindMetonym Kind = "metonym"
	kindBody    Kind = "body"
)

// anyOfficial is the class of an office that no phrase of the table names.
const anyOfficial = "official"

// metonym reads a seat of power or a body of a state.
func (r *extraReader) metonym(f []string) error {
	body := f[4]
	if body == "" {
		body = "government"
	}
	if r.offices.byClass[body] == nil {
		body, _ = r.offices.classOfPhrase(body)
	}
	if r.offices.byClass[body].sort != sortBody {
		return fmt.Errorf("unknown body %q: give one such as government, presidency, foreign ministry, army", f[4])
	}
	if f[2] == "" {
		return fmt.Errorf("a %s needs a state", f[0])
	}
	for _, name := range append([]string{f[1]}, list(f[3])...) {
		r.names.enter(name, Candidate{Kind: ByMetonym, Entry: r.entries.byID[f[2]], Office: body, Seat: f[1]})
	}
	return nil
}
