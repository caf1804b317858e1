package record

import "slices"

// Pairs are the relations that the event belongs to, see [Event.Between]: pairs of states, each with the first before
// the second in the order of the alphabet; in order, none twice.
func (e *Event) Pairs() [][2]string {
	states := append(append(statesOf(e.Speakers), statesOf(e.Addressees)...), e.About...)
	for i := range e.Statements {
		w := e.spoken(&e.Statements[i])
		states = append(append(append(states, w.speakers...), w.addressees...), w.about...)
	}
	slices.Sort(states)
	states = slices.Compact(states)
	var out [][2]string
	for i, a := range states {
		for _, b := range states[i+1:] {
			if _, _, ok := e.Between(a, b); ok {
				out = append(out, [2]string{a, b})
			}
		}
	}
	return out
}
