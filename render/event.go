package render

import (
	"slices"

	"demarche/timeline"
)

// Direction tells who speaks in a relation of A and B.
type Direction string

// The directions. Third are speakers of neither state, and unknown ones.
const (
	AToB  Direction = "a-to-b"
	BToA  Direction = "b-to-a"
	Joint Direction = "joint"
	Third Direction = "third-party"
)

// Aim tells words that are addressed to the other state from words that are only about it.
type Aim string

// The aims.
const (
	Addressed Aim = "addressed"
	About     Aim = "about"
)

// Status tells what a person has confirmed from what only a machine has said.
type Status string

// The states of an event.
const (
	Machine   Status = "machine"
	Confirmed Status = "confirmed"
)

// viewer turns the events of one relation into what the report shows of them.
type viewer struct {
	rel     timeline.Relation
	offsets map[string]*codePoints // by article key
}

func newViewer(rel timeline.Relation) *viewer {
	return &viewer{rel: rel, offsets: map[string]*codePoints{}}
}

func (v *viewer) event(e *timeline.Event) Event {
	out := Event{
		ID: e.ID, Channel: e.Channel, Place: e.Place, Status: Machine, Date: date(e.Said),
		Speakers: parties(e.Speakers), Addressees: parties(e.Addressees), About: append([]string{}, e.About...),
		Context: []Context{}, Statements: make([]Statement, 0, len(e.Statements)),
	}
	if out.Channel == "" {
		out.Channel = timeline.UnknownChannel
	}
	if e.Confirmed {
		out.Status = Confirmed
	}
	if e.Occasion != nil {
		out.Occasion = &Occasion{e.Occasion.Name, e.Occasion.Date}
	}
	for _, c := range e.Context {
		out.Context = append(out.Context, Context{c.ArticleKey, c.Text})
	}
	for i := range e.Statements {
		out.Statements = append(out.Statements, v.statement(&e.Statements[i]))
	}
	out.Tone = tone(out.Statements)
	out.Direction, out.Aim, out.Toward = direction(&out, v.rel.A, v.rel.B)
	return out
}

func date(s timeline.Said) Date { return Date{s.EDTF, s.Earliest, s.Latest, s.Basis} }

func parties(list []timeline.Party) []Party {
	out := make([]Party, 0, len(list))
	for _, p := range list {
		out = append(out, Party{p.ID, p.Name, string(p.Kind), p.State, p.Office, p.Basis})
	}
	return out
}

// direction tells which side speaks, whether the other side is addressed or only spoken of, and, for third parties, the
// state that the words are for ("" for both or neither).
func direction(e *Event, a, b string) (Direction, Aim, string) {
	fromA, fromB := hasState(e.Speakers, a), hasState(e.Speakers, b)
	toA, toB := hasState(e.Addressees, a), hasState(e.Addressees, b)
	switch {
	case fromA && fromB:
		return Joint, Addressed, ""
	case fromA:
		return AToB, aim(toB), b
	case fromB:
		return BToA, aim(toA), a
	}
	if !toA && !toB {
		toA, toB = slices.Contains(e.About, a), slices.Contains(e.About, b)
		return Third, About, toward(toA, toB, a, b)
	}
	return Third, Addressed, toward(toA, toB, a, b)
}

func aim(addressed bool) Aim {
	if addressed {
		return Addressed
	}
	return About
}

func toward(toA, toB bool, a, b string) string {
	switch {
	case toA && !toB:
		return a
	case toB && !toA:
		return b
	}
	return ""
}

func hasState(list []Party, code string) bool {
	return slices.ContainsFunc(list, func(p Party) bool { return p.State == code })
}

// tone is the tone of most statements, each counted by its first report; of equal counts the conflictual wins over the
// cooperative and that over the neutral, so that a threat among courtesies is not hidden.
func tone(list []Statement) timeline.Tone {
	count := map[timeline.Tone]int{}
	for _, s := range list {
		if len(s.Reports) > 0 {
			count[s.Reports[0].Tone]++
		}
	}
	best := timeline.Neutral
	for _, t := range []timeline.Tone{timeline.Cooperative, timeline.Conflictual} {
		if count[t] > 0 && count[t] >= count[best] {
			best = t
		}
	}
	return best
}
