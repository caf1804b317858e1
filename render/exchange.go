package render

import (
	"slices"
	"strings"

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

// link fills in the exchange of every event; the events are in the order of their days. Its time grows with their
// number, also where all are of one day.
func (r *Report) link() {
	for i := range r.Events {
		r.Events[i].Exchange = Exchange{Beside: []string{}}
	}
	last := map[string]int{} // pair of states to its last event that is addressed
	k := &correspondence{r, map[letter][]int{}, map[talk][]int{}}
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
		k.lookBack(i)
		k.note(i)
	}
}

// correspondence finds, among the events before one, those of the other side that it may answer or stands beside: by
// their places in the report, in order.
type correspondence struct {
	r       *Report
	letters map[letter][]int
	talks   map[talk][]int
}

// letter is one of those who speak, in writing or by telephone, to one of those who are spoken to.
type letter struct {
	pair     string
	way      timeline.Direction
	from, to string
}

// talk is a meeting or call of a day.
type talk struct {
	pair    string
	way     timeline.Direction
	channel timeline.Channel
	day     string
}

// note makes an event one that later ones may answer or stand beside.
func (k *correspondence) note(i int) {
	e := &k.r.Events[i]
	if !e.exact() {
		return
	}
	for _, pair := range e.pairs() {
		if e.present() {
			at := talk{pair, e.Direction, e.Channel, e.Date.EDTF}
			k.talks[at] = append(k.talks[at], i)
		}
		for _, l := range e.letters(pair, e.Direction) {
			k.letters[l] = append(k.letters[l], i)
		}
	}
}

// letters are all ways in which an event in writing or by telephone goes from one to another, none twice.
func (e *Event) letters(pair string, way timeline.Direction) []letter {
	if !written(e.Channel) {
		return nil
	}
	var out []letter
	for _, from := range e.Speakers {
		for _, to := range e.Addressees {
			l := letter{pair, way, from.ID, to.ID}
			if !slices.Contains(out, l) {
				out = append(out, l)
			}
		}
	}
	return out
}

// lookBack finds what event i answers, and what the other side says at the same meeting or call.
func (k *correspondence) lookBack(i int) {
	e := &k.r.Events[i]
	back, ok := opposite(e.Direction)
	if !ok || !e.exact() {
		return
	}
	var beside []int
	answers := -1
	for _, pair := range e.pairs() {
		if e.present() {
			beside = append(beside, k.talks[talk{pair, back, e.Channel, e.Date.EDTF}]...)
		}
		for _, l := range e.letters(pair, back) {
			l.from, l.to = l.to, l.from
			answers = max(answers, k.lastBefore(k.letters[l], e))
		}
	}
	slices.Sort(beside)
	beside = slices.Compact(beside)
	for _, j := range slices.Backward(beside) {
		f := &k.r.Events[j]
		e.Exchange.Beside = append(e.Exchange.Beside, f.ID)
		f.Exchange.Beside = append(f.Exchange.Beside, e.ID)
	}
	if answers >= 0 {
		e.Exchange.Answers = k.r.Events[answers].ID
	}
}

// lastBefore is the last of the events on a day before that of e, and no more than answerDays before it; -1 for none.
func (k *correspondence) lastBefore(list []int, e *Event) int {
	n, _ := slices.BinarySearchFunc(list, e.Date.Earliest, func(j int, day string) int {
		return strings.Compare(k.r.Events[j].Date.Earliest, day)
	})
	if n == 0 || day(e.Date.Earliest)-day(k.r.Events[list[n-1]].Date.Earliest) > answerDays {
		return -1
	}
	return list[n-1]
}

// opposite is the way of an answer; ok is false where both or third parties speak.
func opposite(d timeline.Direction) (back timeline.Direction, ok bool) {
	switch d {
	case timeline.AToB:
		return timeline.BToA, true
	case timeline.BToA:
		return timeline.AToB, true
	}
	return "", false
}

// present reports whether both sides are there: at a call or a meeting.
func (e *Event) present() bool { return e.Channel == timeline.Call || e.Channel == timeline.Meeting }

// pairs names the pairs of states that an event belongs to.
func (e *Event) pairs() []string {
	if len(e.Partners) == 0 {
		return []string{""}
	}
	return e.Partners
}

// exact reports whether the day of an event is known.
func (e *Event) exact() bool { return e.Date.Earliest != "" && e.Date.Earliest == e.Date.Latest }

func written(c timeline.Channel) bool {
	return c == timeline.Message || c == timeline.Letter || c == timeline.Call
}
