package render

import (
	"slices"

	"demarche/timeline"
)

// Status tells what a person has confirmed from what only a machine has said.
type Status string

// The states of an event.
const (
	Machine   Status = "machine"
	Confirmed Status = "confirmed"
	Corrected Status = "corrected"
)

// viewer turns events into what the report shows of them.
type viewer struct {
	sources map[string]timeline.Source
	offsets map[string]*codePoints // by article key
	phrases *phrases
	copies  map[string]string // of the event at hand: see timeline.Copies
}

func newViewer(sources map[string]timeline.Source) *viewer {
	return &viewer{sources: sources, offsets: map[string]*codePoints{}, phrases: loadPhrases()}
}

// statusOf names a status in what is written.
func statusOf(s timeline.Status) Status {
	if s == timeline.Machine {
		return Machine
	}
	return Status(s)
}

func (v *viewer) event(e *timeline.Event) Event {
	v.copies = v.copiesIn(e)
	out := Event{
		ID: e.ID, Title: clean(e.Title), TitledBy: e.TitledBy,
		Supersedes: append([]string{}, e.Earlier...), Channel: e.Channel,
		Place: e.Place, Status: statusOf(e.Status()), Date: date(e.Said), Speakers: parties(e.Speakers),
		Addressees: parties(e.Addressees),
		About:      append([]string{}, e.About...), Partners: []string{}, Exchange: Exchange{Beside: []string{}},
		Context: []Context{}, Statements: make([]Statement, 0, len(e.Statements)),
		Conflicts: conflicts(e), Accounts: v.accounts(e),
	}
	if out.Channel == "" {
		out.Channel = timeline.UnknownChannel
	}
	if e.Occasion != nil {
		out.Occasion = &Occasion{e.Occasion.Name, e.Occasion.Date}
	}
	for _, c := range e.Context {
		body := v.sources[c.ArticleKey].Text
		out.Context = append(
			out.Context,
			Context{c.ArticleKey, c.Text, spot(v.offset(c.ArticleKey, body), body, c.Span)},
		)
	}
	for i := range e.Statements {
		out.Statements = append(out.Statements, v.statement(&e.Statements[i]))
	}
	out.Tone = tone(out.Statements)
	out.Doubts, out.Sure = v.phrases.doubts(e)
	return out
}

// partyStatus is the status of a party as it is written: nothing for the program's word.
func partyStatus(s timeline.Status) Status {
	if s == timeline.Machine {
		return ""
	}
	return statusOf(s)
}

func date(s timeline.Said) Date { return Date{s.EDTF, s.Earliest, s.Latest, s.Basis, s.Clock} }

func parties(list []timeline.Party) []Party {
	out := make([]Party, 0, len(list))
	for _, p := range list {
		out = append(out, Party{p.ID, p.Name, string(p.Kind), p.State, p.Office, p.Basis, partyStatus(p.Status)})
	}
	return out
}

// direction tells which way the event runs, whether the other side is addressed or only spoken of, and the state that
// third parties' words are for ("" for both or neither). An event outside the relation counts as a third party's.
func direction(e *timeline.Event, a, b string) (timeline.Direction, timeline.Link, string) {
	d, l, ok := e.Between(a, b)
	if !ok {
		d, l = timeline.Third, timeline.About
	}
	switch d {
	case timeline.AToB:
		return d, l, b
	case timeline.BToA:
		return d, l, a
	case timeline.Third:
		toA, toB := hasState(e.Addressees, a), hasState(e.Addressees, b)
		if !toA && !toB {
			toA, toB = slices.Contains(e.About, a), slices.Contains(e.About, b)
		}
		return d, l, toward(toA, toB, a, b)
	}
	return d, l, ""
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

func hasState(list []timeline.Party, code string) bool {
	return slices.ContainsFunc(list, func(p timeline.Party) bool { return p.State == code })
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
