package render

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"demarche/timeline"
	"demarche/timeline/dates"
)

// Doubt is a reason to read an event's source before relying on what the page says of it.
type Doubt struct {
	Kind string `json:"kind"` // one of lexicon/page-doubts.tsv
	Word string `json:"word"` // what stands on the closed card
	Why  string `json:"why"`  // a sentence
}

// lowP is the probability of a field below which the page marks it. A field may stand in the record from one half on;
// between the two it is wrong about as often as not.
const lowP = 0.6

// doubts lists what is doubtful of an event, and reports whether nothing but light doubts is: its day is told, its
// speaker named, no field improbable, and its outlets agree.
func (p *phrases) doubts(e *timeline.Event) (list []Doubt, sure bool) {
	list, sure = []Doubt{}, true
	add := func(kind, what string) {
		row := p.doubtful[kind]
		d := Doubt{kind, strings.ReplaceAll(row.word, "{}", what), strings.ReplaceAll(row.why, "{}", what)}
		if !slices.ContainsFunc(list, func(x Doubt) bool { return x.Kind == kind }) {
			list = append(list, d)
		}
		sure = sure && row.light
	}
	ofDay(e, add)
	guessed := e.Status() == timeline.Machine // a person's word leaves nothing of the program's doubts
	if len(e.Speakers) == 0 {
		add("unknown", "")
	}
	for i := range e.Statements {
		shown := &e.Statements[i].Reports[0]
		if guessed && shown.Decided.Speaker.By == byPronoun {
			add("pronoun", "")
		}
		if guessed {
			improbable(shown, add)
		}
		if what := differ(e.Statements[i].Reports); what != "" {
			add("contradiction", what)
		}
	}
	if m := carriers(e); m != "" {
		add("medium", m)
	}
	return list, sure
}

// ofDay adds what is doubtful of the day: that no text tells it, or no single one.
func ofDay(e *timeline.Event, add func(kind, what string)) {
	switch guessed := e.Status() == timeline.Machine; {
	case guessed && e.Said.Basis == dates.Published:
		add("day", "")
	case guessed && e.Said.Basis == dates.Dateline:
		add("dateline", "")
	case e.Said.Earliest != e.Said.Latest:
		add("span", e.Said.EDTF)
	}
}

// byPronoun is the rule by which the store signs a speaker whom a pronoun stands for.
const byPronoun = "pronoun"

// improbable adds the fields of a report that a model gives less than lowP.
func improbable(r *timeline.Report, add func(kind, what string)) {
	for _, f := range []struct {
		kind string
		timeline.Decision
	}{{"low-speaker", r.Decided.Speaker}, {"low-addressee", r.Decided.Addressee}, {"low-day", r.Decided.Day}} {
		if f.By != "" && f.P > 0 && f.P < lowP {
			add(f.kind, fmt.Sprintf("%d %%", int(math.Round(f.P*100))))
		}
	}
}

// differ tells on what the wordings of one statement cannot both be right; "" where they can.
func differ(reports []timeline.Report) string {
	for i := range reports {
		for j := range i {
			a, b := &reports[i], &reports[j]
			switch {
			case a.ArticleKey == b.ArticleKey:
			case apart(a.Said, b.Said):
				return "the day"
			case len(a.Speakers) > 0 && len(b.Speakers) > 0 && !shares(a.Speakers, b.Speakers):
				return "who spoke"
			case opposed(a.Tone, b.Tone):
				return "the tone"
			}
		}
	}
	return ""
}

// apart reports whether two dates that both texts tell have no day in common.
func apart(a, b timeline.Said) bool {
	if a.Basis == dates.Published || b.Basis == dates.Published {
		return false
	}
	return a.Latest != "" && b.Earliest != "" && a.Latest < b.Earliest ||
		b.Latest != "" && a.Earliest != "" && b.Latest < a.Earliest
}

func shares(a, b []timeline.Party) bool {
	return slices.ContainsFunc(a, func(x timeline.Party) bool {
		return slices.ContainsFunc(b, func(y timeline.Party) bool {
			return x.ID == y.ID || x.State != "" && x.State == y.State
		})
	})
}

func opposed(a, b timeline.Tone) bool {
	return a == timeline.Cooperative && b == timeline.Conflictual || a == timeline.Conflictual && b == timeline.Cooperative
}

// carriers names the media through which the outlets have the words, each once.
func carriers(e *timeline.Event) string {
	var names []string
	for i := range e.Statements {
		for _, r := range e.Statements[i].Reports {
			if r.Medium != nil && r.Medium.Name != "" && !slices.Contains(names, r.Medium.Name) {
				names = append(names, r.Medium.Name)
			}
		}
	}
	return clean(strings.Join(names, ", "))
}
