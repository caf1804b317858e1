package export

import (
	"html"
	"io"
	"strings"

	"demarche/render"
)

// A timeline of TimelineJS 3. Its texts are HTML.
type (
	tjsTimeline struct {
		Generator string     `json:"generator"`
		Model     string     `json:"model"`
		Generated string     `json:"generated"`
		Version   string     `json:"schema_version"`
		Scale     string     `json:"scale"`
		Title     tjsSlide   `json:"title"`
		Events    []struct{} `json:"events"`
	}
	tjsSlide struct {
		Text tjsText `json:"text"`
	}
	tjsText struct {
		Headline string `json:"headline"`
		Text     string `json:"text"`
	}
	tjsEvent struct {
		ID       string   `json:"unique_id"`
		Group    string   `json:"group,omitempty"`
		Start    tjsDate  `json:"start_date"`
		End      *tjsDate `json:"end_date,omitempty"`
		Display  string   `json:"display_date"`
		Text     tjsText  `json:"text"`
		Autolink bool     `json:"autolink"`
	}
	tjsDate struct {
		Year  int `json:"year"`
		Month int `json:"month,omitempty"`
		Day   int `json:"day,omitempty"`
	}
)

// writeTimelineJS draws a slide an event. One of which no day is known at all has no place on it.
func writeTimelineJS(w io.Writer, d *Dataset) error {
	shell := tjsTimeline{
		Generator: d.Program(), Model: d.Model, Generated: d.Generated, Version: d.Version, Scale: "human",
		Title:  tjsSlide{tjsText{html.EscapeString(d.Title), "<p>" + html.EscapeString(d.made()) + "</p>"}},
		Events: []struct{}{},
	}
	return shelled(w, shell, list{"events", func(do func(any) error) error {
		for e, err := range d.Events {
			if err != nil {
				return err
			}
			slide, ok := e.slide()
			if !ok {
				d.omit("events without a known day")
				continue
			}
			if err := do(&slide); err != nil {
				return err
			}
		}
		return nil
	}})
}

func (e *Entry) slide() (tjsEvent, bool) {
	first, last := e.Date.Earliest, e.Date.Latest
	if first == "" {
		first = last // "on that day or before": the last possible one stands for it, and the display tells
	}
	start, ok := tjsDay(first)
	if !ok {
		return tjsEvent{}, false
	}
	out := tjsEvent{
		ID: e.ID, Group: listed(statesOf(e.Speakers)), Start: start, Display: html.EscapeString(e.Date.EDTF),
		Text: tjsText{html.EscapeString(e.headline()), e.htmlText()},
	}
	if end, ok := tjsDay(last); ok && last != first {
		out.End = &end
	}
	return out, true
}

func tjsDay(day string) (tjsDate, bool) {
	p := dateParts(day)
	if len(p) != 3 {
		return tjsDate{}, false
	}
	return tjsDate{p[0], p[1], p[2]}, true
}

// headline says who speaks to whom, and how.
func (e *Entry) headline() string {
	if e.TitledBy != "" {
		return e.Title
	}
	name := func(p *render.Party) string { return p.Name }
	s := strings.ReplaceAll(partiesAs(e.Speakers, name), "|", ", ")
	if s == "" {
		s = "Unknown speaker"
	}
	if to := strings.ReplaceAll(partiesAs(e.Addressees, name), "|", ", "); to != "" {
		s += " → " + to
	}
	if e.Channel != "unknown" {
		s += ", " + strings.ReplaceAll(string(e.Channel), "-", " ")
	}
	return s
}

// htmlText is the first wording of each statement with its source, as HTML.
func (e *Entry) htmlText() string {
	var b strings.Builder
	for i := range e.Statements {
		x := &e.Statements[i].Reports[0]
		s := e.article(x.Source)
		b.WriteString("<blockquote>" + html.EscapeString(x.Text) + "</blockquote><p>")
		if link := webAddress(s.URL); link != "" {
			b.WriteString(`<a href="` + html.EscapeString(link) + `">` + html.EscapeString(s.label()) + "</a>")
		} else {
			b.WriteString(html.EscapeString(s.label()))
		}
		b.WriteString("</p>")
	}
	return b.String()
}

// label names a source in a line of text.
func (s *Source) label() string {
	name := s.Outlet
	if name == "" {
		name = s.title()
	}
	if s.Published != "" {
		name += ", " + s.Published
	}
	return name
}
