package render

import (
	"demarche/quotes/text"
	"demarche/timeline"
)

// Trace is what one article says of a wording, before its event was joined with what other articles tell, and where.
// Places are code points of the article's text, end exclusive; [0, 0] where no words tell it.
type Trace struct {
	Cue        [][2]int         `json:"cue"`       // the words of saying
	Naming     [][2]int         `json:"source_at"` // the speaker as written
	AroundAt   [2]int           `json:"around_at"`
	Speakers   []Voice          `json:"speakers"`
	Addressees []Voice          `json:"addressees"`
	Carrier    *Voice           `json:"carrier,omitempty"` // the medium; absent where there is none
	Channel    timeline.Channel `json:"channel"`
	SaidAt     [2]int           `json:"said_at"`
	Occasion   *Occasion        `json:"occasion,omitempty"`
	OccasionAt [2]int           `json:"occasion_at"`
	Place      string           `json:"place"`
	About      []string         `json:"about"` // states of which the words speak
}

// Voice is a party with the place of the words that name it.
type Voice struct {
	Party
	At [2]int `json:"at"`
}

// trace reads what the article with that text tells of the report.
func (v *viewer) trace(r *timeline.Report, body string) Trace {
	at := v.offset(r.ArticleKey, body)
	t := Trace{
		Cue: spots(at, body, r.Cue), Naming: spots(at, body, r.Source), AroundAt: spot(at, body, r.Around),
		Speakers: voices(at, body, r.Speakers), Addressees: voices(at, body, r.Addressees), Channel: r.Channel,
		SaidAt: spot(at, body, r.Said.Evidence), Place: r.Place, About: append([]string{}, r.About...),
	}
	if t.Channel == "" {
		t.Channel = timeline.UnknownChannel
	}
	if r.Medium != nil {
		m := r.Medium
		t.Carrier = &Voice{Party: Party{ID: m.ID, Name: m.Name, Kind: string(m.Kind), State: m.State}}
	}
	if r.Occasion != nil {
		t.Occasion = &Occasion{r.Occasion.Name, r.Occasion.Date}
		t.OccasionAt = spot(at, body, r.Occasion.Evidence)
	}
	return t
}

func voices(at *codePoints, body string, list []timeline.Party) []Voice {
	out := make([]Voice, 0, len(list))
	for i, p := range parties(list) {
		out = append(out, Voice{p, spot(at, body, list[i].Evidence)})
	}
	return out
}

func spots(at *codePoints, body string, spans []text.Span) [][2]int {
	out := make([][2]int, 0, len(spans))
	for _, s := range spans {
		out = append(out, spot(at, body, s))
	}
	return out
}

// spot counts a span in code points; one that is empty or outside the text is [0, 0].
func spot(at *codePoints, body string, s text.Span) [2]int {
	if s.Start < 0 || s.Start >= s.End || s.End > len(body) {
		return [2]int{}
	}
	return at.Span(s)
}
