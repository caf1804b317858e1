package actors

import (
	"fmt"
	"slices"
	"strings"

	"demarche/data"
)

// Extra is a researcher's own file of actors: a table with the columns
//
//	kind	name	state	aliases	office	start	end
//
// kind is person, organisation, medium or metonym. state is an ISO 3166-1 alpha-3 code or the code of an organisation; it may be
// empty for an organisation or medium that speaks for no state. aliases are separated by "|". office, start and end give a
// term of a person: a class or phrase of offices.tsv, and EDTF dates of day, month or year precision; empty for none. A
// person may have several rows, one a term. For a metonym office is the body that it stands for, such as "presidency".
//
// A row whose name is known already corrects: its aliases are added, and its term takes the place of the person's built-in
// terms of the same office and state that overlap it, and goes before everybody else's in [Gazetteer.Holder]. Lines
// that start with "#" are comments.
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
		case "metonym":
			err = g.extraMetonym(f)
		default:
			err = fmt.Errorf("kind %q is none of person, organisation, medium, metonym", f[0])
		}
		if err != nil {
			return fail(err)
		}
	}
	return nil
}

func (g *Gazetteer) extraPerson(file string, line int, f []string, priority int) error {
	folded := Fold(f[1])
	var e *Entry
	for _, old := range g.entries {
		if old.Kind == Person && (old.State == f[2] || f[2] == "") &&
			(Fold(old.Name) == folded || slices.ContainsFunc(old.Aliases, func(a string) bool { return Fold(a) == folded })) {
			e = old
			break
		}
	}
	if e == nil {
		e = &Entry{Actor: Actor{slug(f[1]), f[1], Person, f[2]}, Origin: file}
		if _, taken := g.byID[e.ID]; taken {
			e.ID += "-" + strings.ToLower(f[2])
		}
		words := strings.Fields(f[1])
		e.Surname = words[len(words)-1]
		if slices.Contains([]string{"PRK", "KOR", "CHN", "TWN", "VNM"}, f[2]) {
			e.order, e.Surname = "s", words[0]
		}
		e.surnames = e.Surname
		if err := g.enter(file, line, e); err != nil {
			return err
		}
	}
	e.Aliases = append(e.Aliases, list(f[3])...)
	if f[4] == "" {
		return nil
	}
	class := strings.ToLower(f[4])
	if g.offices[class] == nil {
		class, _ = g.classOfPhrase(f[4])
	}
	t := Term{State: f[2], Office: class, Start: f[5], End: f[6], Origin: fmt.Sprintf("%s:%d", file, line), priority: priority}
	if class == "" {
		return fmt.Errorf("unknown office %q", f[4])
	}
	if t.State == "" {
		t.State = e.State
	}
	if t.Start == "" {
		return fmt.Errorf("the term as %s has no start", f[4])
	}
	common, err := g.termClass(t.State, class)
	if err != nil {
		return err
	}
	if err := g.addTerm(e, t, common); err != nil {
		return err
	}
	added := &e.Terms[len(e.Terms)-1]
	lo, hi := added.lo, added.hi
	e.Terms = slices.DeleteFunc(e.Terms, func(o Term) bool {
		return o.priority < priority && o.Office == class && o.State == t.State && o.lo <= hi && lo <= o.hi && o.Origin != t.Origin
	})
	return nil
}

// classOfPhrase returns the class of a phrase, before the names are frozen.
func (g *Gazetteer) classOfPhrase(phrase string) (string, bool) {
	folded := Fold(phrase)
	for class, o := range g.offices {
		if slices.Contains(o.forms, folded) {
			return class, true
		}
	}
	return "", false
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

func (g *Gazetteer) extraMetonym(f []string) error {
	body := f[4]
	if body == "" {
		body = "government"
	}
	if g.offices[body] == nil {
		return fmt.Errorf("unknown body %q", body)
	}
	if f[2] == "" {
		return fmt.Errorf("a metonym needs a state")
	}
	for _, name := range append([]string{f[1]}, list(f[3])...) {
		g.addName(name, Candidate{Kind: ByMetonym, Entry: g.byID[f[2]], Office: body})
	}
	return nil
}
