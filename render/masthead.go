package render

import (
	"time"

	"demarche/quotes"
	"demarche/timeline"
	"demarche/timeline/dates"
)

// toldPiece is a piece of a finding as the page writes it; Link counts the linked pieces from 1, 0 for words between.
type toldPiece struct {
	Text string
	Link int
}

// mostLinks is the number of links among the findings: a reader with a keyboard passes them on the way to the events.
const mostLinks = 5

// told prepares the findings for the first screen. Each keeps its first link, and the first of them their others up to
// mostLinks.
func told(r *Report) [][]toldPiece {
	var list [][]toldPiece
	link, spare := 0, mostLinks-len(r.Findings)
	for _, f := range r.Findings {
		var pieces []toldPiece
		linked := false
		for _, p := range f.Pieces {
			t := toldPiece{Text: p.Text}
			if len(p.Events) > 0 {
				link++
				if !linked || spare > 0 {
					t.Link = link
				}
				if linked {
					spare--
				}
				linked = true
			}
			pieces = append(pieces, t)
		}
		list = append(list, pieces)
	}
	return list
}

// quoted is a pulled quote as the page writes it.
type quoted struct {
	Side, Lang                     string // class of the side, language tag
	Before, Words, After           string // the words and the marks around them
	Speaker, Addressee, When, Note string
	Event                          string
}

// quotesOf prepares the pulled quotes for the first screen.
func quotesOf(r *Report) []quoted {
	events, languages := map[string]*Event{}, map[string]string{}
	outlets := map[string]string{}
	for i := range r.Events {
		events[r.Events[i].ID] = &r.Events[i]
	}
	for _, s := range r.Sources {
		languages[s.Key], outlets[s.Key] = language(s.Language), s.Outlet
	}
	var list []quoted
	for _, p := range r.Pulled {
		e := events[p.Event]
		if e == nil || p.Statement >= len(e.Statements) {
			continue
		}
		w := &e.Statements[p.Statement].Reports[0]
		q := quoted{
			Side: "a", Lang: languages[w.Source], Words: p.Words, Event: e.ID,
			Speaker: e.Speakers[0].Name, When: writtenDate(e.Date),
		}
		if e.Direction == timeline.BToA {
			q.Side = "b"
		}
		if len(e.Addressees) > 0 && e.Link == timeline.Addressed {
			q.Addressee = e.Addressees[0].Name
		}
		if p.Form == quotes.Direct {
			q.Before, q.After = "“", "”"
		}
		if p.Cut && p.Form == quotes.Direct {
			q.After = " …”"
		}
		if p.Form == quotes.Indirect {
			q.Side += " reported"
			q.Note = "(paraphrase by " + outlets[w.Source] + ")"
		}
		if e.Date.Basis == dates.Published {
			q.Note += " (day of publication)"
		}
		list = append(list, q)
	}
	return list
}

// writtenDate writes a day or a month for people, any other date as it is.
func writtenDate(d Date) string {
	if t, err := time.Parse("2006-01", d.EDTF); err == nil {
		return t.Format("January 2006")
	}
	return longDay(d.EDTF)
}
