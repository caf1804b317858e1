package record

import "slices"

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
// does not. It is decided statement by statement: the event is addressed when one of its statements is, and runs the
// way of those that are. An event without statements is taken as one statement of its parties.
func (e *Event) Between(a, b string) (d Direction, l Link, ok bool) {
	if len(e.Statements) == 0 {
		return e.words().between(a, b)
	}
	for i := range e.Statements {
		sd, sl, sok := e.spoken(&e.Statements[i]).between(a, b)
		switch {
		case !sok:
		case !ok, sl == Addressed && l == About:
			d, l, ok = sd, sl, true
		case sl == l:
			d = together(d, sd)
		}
	}
	return d, l, ok
}

// together is the way of two statements of one event.
func together(d, e Direction) Direction {
	switch {
	case d == e:
		return d
	case d == Third:
		return e
	case e == Third:
		return d
	}
	return Joint
}

// Narrow returns the event with only those statements that belong to the relation of the states a and b; ok is false
// when none does.
func (e *Event) Narrow(a, b string) (narrow Event, ok bool) {
	narrow = *e
	narrow.Statements = nil
	for i := range e.Statements {
		if _, _, ok := e.spoken(&e.Statements[i]).between(a, b); ok {
			narrow.Statements = append(narrow.Statements, e.Statements[i])
		}
	}
	return narrow, len(narrow.Statements) > 0
}

// spoken is who speaks to whom of what, in states.
type spoken struct {
	speakers, addressees, about []string
	sides                       []string // of a talk: all who take part
}

func (e *Event) words() spoken {
	return spoken{speakers: statesOf(e.Speakers), addressees: statesOf(e.Addressees), about: e.About}
}

// spoken is who speaks to whom in a statement of the event. Where the statement tells no addressee, those of the event
// hear it, unless it is an occasion on which many are spoken to in turn.
func (e *Event) spoken(s *Statement) spoken {
	var w spoken
	inTurn, mutual := true, false
	for i := range s.Reports {
		r := &s.Reports[i]
		w.speakers = append(w.speakers, statesOf(r.Speakers)...)
		w.addressees = append(w.addressees, statesOf(r.Addressees)...)
		w.about = append(w.about, r.About...)
		inTurn, mutual = inTurn && r.Channel.inTurn(), mutual || r.Channel.mutual()
	}
	if len(w.speakers) == 0 {
		w.speakers = statesOf(e.Speakers)
	}
	if len(w.addressees) == 0 && !inTurn {
		w.addressees = statesOf(e.Addressees)
	}
	if mutual {
		w.sides = append(statesOf(e.Speakers), statesOf(e.Addressees)...)
	}
	return w
}

// inTurn reports whether those at such an event are spoken to in turn, one statement to these, another to those.
func (c Channel) inTurn() bool { return c == PressConference || c == Interview || c == UnknownChannel }

// mutual reports whether each party of such an event speaks to the other.
func (c Channel) mutual() bool { return c == Call || c == Meeting || c == JointStatement }

// between tells which way words run between two states, and why they belong to their relation.
func (w spoken) between(a, b string) (d Direction, l Link, ok bool) {
	sa, sb := slices.Contains(w.speakers, a), slices.Contains(w.speakers, b)
	ta, tb := slices.Contains(w.addressees, a), slices.Contains(w.addressees, b)
	talk := slices.Contains(w.sides, a) && slices.Contains(w.sides, b) && w.hearsOnly(a, b)
	switch {
	case sa && sb:
		return Joint, Addressed, true
	case sa && (tb || talk):
		return AToB, Addressed, true
	case sb && (ta || talk):
		return BToA, Addressed, true
	case ta && tb:
		return Third, Addressed, true
	case sa && slices.Contains(w.about, b) && w.hearsOnly(a):
		return AToB, About, true
	case sb && slices.Contains(w.about, a) && w.hearsOnly(b):
		return BToA, About, true
	}
	return "", "", false
}

// hearsOnly reports whether no addressee speaks for another state than those given.
func (w spoken) hearsOnly(states ...string) bool {
	return !slices.ContainsFunc(w.addressees, func(s string) bool { return !slices.Contains(states, s) })
}

// statesOf are the states for which parties speak.
func statesOf(parties []Party) []string {
	var out []string
	for i := range parties {
		if parties[i].State != "" {
			out = append(out, parties[i].State)
		}
	}
	return out
}

// speaksFor reports whether one of the parties speaks for the state.
func speaksFor(parties []Party, state string) bool { return slices.Contains(statesOf(parties), state) }
