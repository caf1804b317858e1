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

// readExtra lays a file over the gazetteer; priority orders several files, the later first.
func (g *Gazetteer) readExtra(x Extra, priority int) error {
	rows, err := data.ParseTable(x.Name, x.Data, "kind", "name", "state", "aliases", "office", "start", "end")
	if err != nil {
		return err
	}
	for _, r := range rows {
		fail := func(err error) error { return fmt.Errorf("%s:%d: %q: %w", x.Name, r.Line, r.Fields[1], err) }
		f := make([]string, len(r.Fields))
		for i := range f {
			f[i] = strings.TrimSpace(r.Fields[i])
		}
		if f[1] == "" {
			return fmt.Errorf("%s:%d: no name", x.Name, r.Line)
		}
		if _, ok := g.byID[f[2]]; f[2] != "" && !ok {
			return fail(fmt.Errorf("unknown state %q", f[2]))
		}
		switch Kind(f[0]) {
		case Person:
			err = g.extraPerson(x.Name, r.Line, f, priority)
		case Organisation, Medium:
			err = g.extraOther(x.Name, r.Line, f)
		case kindMetonym, kindBody:
			err = g.extraMetonym(f)
		default:
			err = fmt.Errorf("kind %q is none of person, organisation, medium, metonym, body", f[0])
		}
		if err != nil {
			return fail(err)
		}
	}
	return nil
}

func (g *Gazetteer) extraPerson(file string, line int, f []string, priority int) error {
	e := g.personNamed(f[1], f[2])
	if e == nil {
		var err error
		if e, err = g.newPerson(file, line, f[1], f[2]); err != nil {
			return err
		}
	}
	e.Aliases = append(e.Aliases, list(f[3])...)
	if f[4] == "" {
		return nil
	}
	return g.extraTerm(e, Term{
		State: cmp.Or(
			f[2],
			e.State,
		), Start: f[5], End: f[6], Origin: fmt.Sprintf("%s:%d", file, line), priority: priority,
	}, f[4])
}

// personNamed returns the person of a state, or of any where it is empty, who has the name; nil for none.
func (g *Gazetteer) personNamed(name, state string) *Entry {
	key := g.spelling.key(name)
	same := func(other string) bool { return g.spelling.key(other) == key }
	for _, e := range g.entries {
		if e.Kind == Person && (e.State == state || state == "") &&
			(same(e.Name) || slices.ContainsFunc(e.Aliases, same)) {
			return e
		}
	}
	return nil
}

func (g *Gazetteer) newPerson(file string, line int, name, state string) (*Entry, error) {
	e := &Entry{Actor: Actor{slug(name), name, Person, state}, Origin: file}
	if _, taken := g.byID[e.ID]; taken {
		e.ID += "-" + strings.ToLower(state)
	}
	words := strings.Fields(name)
	e.Surname = words[len(words)-1]
	if slices.Contains([]string{"PRK", "KOR", "CHN", "TWN", "VNM"}, state) {
		e.order, e.Surname = "s", words[0]
	}
	e.surnames = e.Surname
	return e, g.enter(file, line, e)
}

// extraTerm gives a person a term in place of the built-in ones of the same office that it overlaps.
func (g *Gazetteer) extraTerm(e *Entry, t Term, office string) error {
	t.Office, t.Title = g.classOfPhrase(office)
	if t.Start == "" {
		return fmt.Errorf("the term as %s has no start", office)
	}
	var class termClass
	if t.State == "" {
		class = termClass{"", g.offices[t.Office], g.offices[t.Office].label}
	} else {
		var err error
		if class, err = g.termClass(t.State, t.Office); err != nil {
			return err
		}
	}
	if err := g.addTerm(e, t, class); err != nil {
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

// classOfPhrase returns the class of a class, a phrase or a title, before the names are frozen. A title that is more
// than a phrase is kept; its class is that of the phrase it begins with, or official where it begins with none.
func (g *Gazetteer) classOfPhrase(phrase string) (class, title string) {
	folded := Fold(phrase)
	best := 0
	for name, o := range g.offices {
		if strings.EqualFold(name, phrase) || slices.Contains(o.forms, folded) {
			return name, ""
		}
		for _, form := range o.forms {
			if o.sort == sortOffice && len(form) > best && strings.HasPrefix(folded, form+" ") {
				class, best = name, len(form)
			}
		}
	}
	return cmp.Or(class, anyOfficial), phrase
}

func (g *Gazetteer) extraOther(file string, line int, f []string) error {
	kind := Kind(f[0])
	for _, old := range g.entries {
		if old.Kind == kind && Fold(old.Name) == Fold(f[1]) {
			for _, a := range list(f[3]) {
				g.addName(a, Candidate{Kind: ByName, Entry: old})
			}
			old.Aliases = append(old.Aliases, list(f[3])...)
			old.State = f[2]
			return nil
		}
	}
	e := &Entry{Actor: Actor{string(kind) + "/" + slug(f[1]), f[1], kind, f[2]}, Aliases: list(f[3]), Origin: file}
	if err := g.enter(file, line, e); err != nil {
		return err
	}
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		g.addName(name, Candidate{Kind: ByName, Entry: e})
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

func (g *Gazetteer) extraMetonym(f []string) error {
	body := f[4]
	if body == "" {
		body = "government"
	}
	if g.offices[body] == nil {
		body, _ = g.classOfPhrase(body)
	}
	if g.offices[body].sort != sortBody {
		return fmt.Errorf("unknown body %q: give one such as government, presidency, foreign ministry, army", f[4])
	}
	if f[2] == "" {
		return fmt.Errorf("a %s needs a state", f[0])
	}
	for _, name := range append([]string{f[1]}, list(f[3])...) {
		g.addName(name, Candidate{Kind: ByMetonym, Entry: g.byID[f[2]], Office: body})
	}
	return nil
}
