package actors

import "strings"

// The sorts of rows of gazetteer/offices.tsv, and what tells that one person holds an office.
const (
	sortOffice  = "office"
	sortBody    = "body"
	sortAddress = "address"
	onlyOne     = "single"
)

// office is a class of offices, of bodies that speak, or of forms of address: a row of offices.tsv.
type office struct {
	class  string
	sort   string // "office", "body" or "address"
	rank   int    // for the choice among several: heads of state 100, spokespersons 30
	single bool   // one holder a state at a time
	label  string // for display: "Foreign Minister"
	local  map[string]string
	forms  []string // phrases, without articles
}

// labelOf returns the name of an office in a state: the foreign minister of the United States is its Secretary of
// State.
func (o *office) labelOf(state string) string {
	if l, ok := o.local[state]; ok {
		return l
	}
	return o.label
}

// titleIn returns the title of the office in a state (or organisation) for display, given the state's name as it stands
// in a sentence: "President of Russia", "Foreign Ministry spokesperson of China".
func (o *office) titleIn(state, name string) string {
	t := o.labelOf(state)
	if state == "" {
		return t
	}
	if what, to, ok := strings.Cut(t, " to the "); ok { // "Ambassador of Russia to the United Nations"
		return what + " of " + name + " to the " + to
	}
	return t + " of " + name
}
