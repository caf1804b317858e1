package actors

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"demarche/data"
)

// officeTable is what offices.tsv knows: the classes of offices, of bodies and of forms of address, and by what names
// states call them.
type officeTable struct {
	byClass map[string]*office
	local   map[string]string // class of an office by state and the office's label there: see [localKey]
	names   *names            // finds the phrases of all classes
}

// read reads the table and enters its phrases in the names.
func (t *officeTable) read() error {
	const file = "gazetteer/offices.tsv"
	rows, err := data.Table(file, "class", "sort", "rank", "single", "label", "local", "phrases", "origin")
	if err != nil {
		return err
	}
	for _, r := range rows {
		f := r.Fields
		o := &office{class: f[0], sort: f[1], single: f[3] == onlyOne, label: f[4], forms: list(f[6])}
		if o.rank, err = strconv.Atoi(f[2]); err != nil {
			return fmt.Errorf("%s:%d: rank %q is no number", file, r.Line, f[2])
		}
		if err := t.addLocal(o, list(f[5])); err != nil {
			return fmt.Errorf("%s:%d: %w", file, r.Line, err)
		}
		if _, ok := t.byClass[o.class]; ok {
			return fmt.Errorf("%s:%d: %q: is there already", file, r.Line, o.class)
		}
		t.byClass[o.class] = o
		t.nameOffice(o)
	}
	return nil
}

// addLocal reads what states call an office: "USA=Secretary of State".
func (t *officeTable) addLocal(o *office, labels []string) error {
	for _, l := range labels {
		state, label, ok := strings.Cut(l, "=")
		if !ok {
			return fmt.Errorf("local label %q is not STATE=label", l)
		}
		if o.local == nil {
			o.local = map[string]string{}
		}
		o.local[state] = label
		if o.sort == sortOffice {
			t.local[localKey(state, label)] = o.class
		}
	}
	return nil
}

// nameOffice enters the phrases of an office, which may be written small.
func (t *officeTable) nameOffice(o *office) {
	kind := ByOffice
	if o.sort == sortAddress {
		kind = ByTitle
	}
	for _, p := range o.forms {
		ws := t.names.spelling.words(p, nil)
		for i := range ws {
			ws[i].shape = lower
		}
		t.names.add(ws, p, Candidate{Kind: kind, Office: o.class})
	}
}

// localKey is the key of [officeTable.local].
func localKey(state, label string) string { return state + "=" + Fold(label) }

// localClass is the class of an office by its label in a state; false where that is no label of its own.
func (t *officeTable) localClass(state, label string) (string, bool) {
	class, ok := t.local[localKey(state, label)]
	return class, ok
}

// classes returns the classes of office to try for a state, in order: "leader" falls back to those who rule there,
// first to the office of the class leads, where it is not "".
func (t *officeTable) classes(state, name, leads string) []string {
	if class, ok := t.localClass(state, name); ok {
		name = class
	} else {
		name = t.class(name)
	}
	switch name {
	case "supreme leader":
		return []string{"supreme leader", "leader"}
	case "leader":
		order := []string{"leader"}
		if leads != "" {
			order = append(order, leads)
		}
		return append(order, "president", "prime minister", "monarch")
	case "head of state":
		return []string{"head of state", "president", "monarch"}
	case "head of government":
		return []string{"prime minister", "president"}
	case "monarch":
		return []string{"monarch", "head of state"}
	}
	return []string{name}
}

// class returns the class that a class or a phrase names, in any case; the name itself where it is neither.
func (t *officeTable) class(name string) string {
	if _, ok := t.byClass[name]; ok {
		return name
	}
	lower := strings.ToLower(name)
	if _, ok := t.byClass[lower]; ok {
		return lower
	}
	for class := range t.byClass { // "un ambassador"
		if strings.EqualFold(class, name) {
			return class
		}
	}
	if class, ok := t.names.officeOf(name); ok {
		return class
	}
	return lower
}

// classOfPhrase returns the class of a class, a phrase or a title, before the names are frozen. A title that is more
// than a phrase is kept; its class is that of the phrase it begins with, or official where it begins with none.
func (t *officeTable) classOfPhrase(phrase string) (class, title string) {
	folded := Fold(phrase)
	best := 0
	for name, o := range t.byClass {
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
