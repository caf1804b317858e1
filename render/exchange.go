package render

import (
	"slices"

	"demarche/timeline"
)

// Exchange places an event among those that the two sides address to each other.
type Exchange struct {
	Previous string   `json:"previous"` // event before it, "" for none
	Next     string   `json:"next"`     // event after it, "" for none
	Answers  string   `json:"answers"`  // event that it answers, "" for none
	Beside   []string `json:"beside"`   // what the other side says at the same meeting or call
}

// answerDays is the number of days within which words of the one side to those who spoke for the other count as an
// answer.
const answerDays = 7

// link fills in the exchange of every event; the events are in the order of their days.
func (r *Report) link() {
	for i := range r.Events {
		r.Events[i].Exchange = Exchange{Beside: []string{}}
	}
	last := map[string]int{} // pair of states to its last event that is addressed
	for i := range r.Events {
		e := &r.Events[i]
		if e.Link != timeline.Addressed || e.Date.Earliest == "" {
			continue
		}
		for _, pair := range e.pairs() {
			if j, ok := last[pair]; ok {
				e.Exchange.Previous, r.Events[j].Exchange.Next = r.Events[j].ID, e.ID
			}
			last[pair] = i
		}
		r.lookBack(i)
	}
}

// pairs names the pairs of states that an event belongs to.
func (e *Event) pairs() []string {
	if len(e.Partners) == 0 {
		return []string{""}
	}
	return e.Partners
}

// lookBack finds what event i answers, and what the other side says of the same meeting.
func (r *Report) lookBack(i int) {
	e := &r.Events[i]
	at := day(e.Date.Earliest)
	for j := i - 1; j >= 0; j-- {
		f := &r.Events[j]
		gone := at - day(f.Date.Earliest)
		if gone > answerDays {
			return
		}
		if !e.turns(f) {
			continue
		}
		switch {
		case e.meets(f):
			e.Exchange.Beside = append(e.Exchange.Beside, f.ID)
			f.Exchange.Beside = append(f.Exchange.Beside, e.ID)
		case e.Exchange.Answers == "" && f.exact() && e.exact() && gone > 0 && e.answers(f):
			e.Exchange.Answers = f.ID
		}
	}
}

// turns reports whether e and f run in opposite ways between the same states.
func (e *Event) turns(f *Event) bool {
	ways := e.Direction == timeline.AToB && f.Direction == timeline.BToA ||
		e.Direction == timeline.BToA && f.Direction == timeline.AToB
	return ways && f.Link == timeline.Addressed &&
		slices.ContainsFunc(e.pairs(), func(p string) bool { return slices.Contains(f.pairs(), p) })
}

// exact reports whether the day of an event is known.
func (e *Event) exact() bool { return e.Date.Earliest != "" && e.Date.Earliest == e.Date.Latest }

// meets reports whether e and f are of one meeting or call: the same day and the same channel, of those at which both
// sides are present.
func (e *Event) meets(f *Event) bool {
	present := e.Channel == timeline.Call || e.Channel == timeline.Meeting
	return present && e.Channel == f.Channel && e.exact() && e.Date.EDTF == f.Date.EDTF
}

// answers reports whether e is addressed to one who speaks in f by one whom f is addressed to, in writing or by
// telephone: what the words themselves need not say, the parties do.
func (e *Event) answers(f *Event) bool {
	return written(e.Channel) && written(f.Channel) && common(e.Addressees, f.Speakers) && common(e.Speakers, f.Addressees)
}

func written(c timeline.Channel) bool {
	return c == timeline.Message || c == timeline.Letter || c == timeline.Call
}

func common(a, b []Party) bool {
	return slices.ContainsFunc(a, func(x Party) bool {
		return slices.ContainsFunc(b, func(y Party) bool { return x.ID == y.ID })
	})
}
