package record

// Direction tells which way an event runs between the two states of a relation.
type Direction string

// The directions between the states A and B, in the order in which they were asked for.
const (
	AToB  Direction = "A>B"
	BToA  Direction = "B>A"
	Joint Direction = "joint" // both speak
	Third Direction = "third" // somebody else, or somebody unknown, speaks to both
)

// Link tells why an event belongs to a relation.
type Link string

// An event is addressed from one state to the other (or spoken by both, or to both), or one state speaks about the
// other without addressing any state but itself: second class, shown after the first and marked.
const (
	Addressed Link = "addressed"
	About     Link = "about"
)

// Between returns how e runs between the states a and b, and why it belongs to their relation; ok is false when it
// does not.
func (e *Event) Between(a, b string) (d Direction, l Link, ok bool) {
	sa, sb := speaksFor(e.Speakers, a), speaksFor(e.Speakers, b)
	ta, tb := speaksFor(e.Addressees, a), speaksFor(e.Addressees, b)
	switch {
	case sa && sb:
		return Joint, Addressed, true
	case sa && tb:
		return AToB, Addressed, true
	case sb && ta:
		return BToA, Addressed, true
	case ta && tb:
		return Third, Addressed, true
	case sa && e.names(b) && e.addressesOnly(a):
		return AToB, About, true
	case sb && e.names(a) && e.addressesOnly(b):
		return BToA, About, true
	}
	return "", "", false
}

// names reports whether the event's content names the state.
func (e *Event) names(state string) bool {
	for _, s := range e.About {
		if s == state {
			return true
		}
	}
	return false
}

// addressesOnly reports whether no addressee speaks for another state than the one given.
func (e *Event) addressesOnly(state string) bool {
	for _, p := range e.Addressees {
		if p.State != "" && p.State != state {
			return false
		}
	}
	return true
}

// speaksFor reports whether one of the parties speaks for the state.
func speaksFor(parties []Party, state string) bool {
	for _, p := range parties {
		if p.State == state {
			return true
		}
	}
	return false
}
