package actors

import (
	"fmt"
	"slices"
)

// register holds the entries of the gazetteer, in the order of the files and by ID.
type register struct {
	list []*Entry
	byID map[string]*Entry
}

// enter adds an entry; its ID must be new.
func (r *register) enter(file string, line int, e *Entry) error {
	if e.ID == "" || e.Name == "" {
		return fmt.Errorf("%s:%d: no id or no name", file, line)
	}
	if _, ok := r.byID[e.ID]; ok {
		return fmt.Errorf("%s:%d: %q: is there already", file, line, e.ID)
	}
	r.byID[e.ID] = e
	r.list = append(r.list, e)
	return nil
}

// nameOf returns the name of a state or organisation as it stands in a sentence, with its article.
func (r *register) nameOf(code string) string {
	if e, ok := r.byID[code]; ok {
		return e.inSentence()
	}
	return code
}

// person returns the person of a state, or of any where it is empty, who has the name in any spelling; nil for none.
func (r *register) person(name, state string, sp *spelling) *Entry {
	key := sp.key(name)
	same := func(other string) bool { return sp.key(other) == key }
	for _, e := range r.list {
		if e.Kind == Person && (e.State == state || state == "") &&
			(same(e.Name) || slices.ContainsFunc(e.Aliases, same)) {
			return e
		}
	}
	return nil
}

// other returns the entry of a kind whose name is the same when folded; nil for none.
func (r *register) other(kind Kind, name string) *Entry {
	for _, e := range r.list {
		if e.Kind == kind && Fold(e.Name) == Fold(name) {
			return e
		}
	}
	return nil
}
