package export

import (
	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/render"
	"demarche/timeline"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
)

// standing is a status as it was drawn.
func standing(s render.Status) timeline.Status {
	if s == render.Machine || s == "" {
		return timeline.Machine
	}
	return timeline.Status(s)
}

// unview is the report that was drawn as w; at counts the text of its article.
func unview(w *render.Wording, at *text.CodePoints) timeline.Report {
	r := timeline.Report{
		Quote: quotes.Quote{
			Form: w.Form, Act: quotes.Speech, Content: spansOf(w.Content, at), Cue: spansOf(w.Cue, at),
			Source: spansOf(w.Naming, at), By: w.By, P: w.P,
		},
		ID: w.ID, ArticleKey: w.Source, Text: w.Text, Around: at.Bytes(w.AroundAt), Speakers: partiesOf(w.Speakers, at),
		Addressees: partiesOf(w.Addressees, at), Channel: w.Channel, Place: w.Place, About: w.About, Tone: w.Tone,
		Plover: w.Plover, Score: w.Score, Status: standing(w.Status),
		Said: timeline.Said{
			Date:  dates.Date{EDTF: w.Said.EDTF, Earliest: w.Said.Earliest, Latest: w.Said.Latest},
			Basis: w.Said.Basis, Evidence: at.Bytes(w.SaidAt), Clock: w.Said.Clock,
		},
	}
	if c := w.Carrier; c != nil {
		r.Medium = &actors.Actor{ID: c.ID, Name: c.Name, Kind: actors.Kind(c.Kind), State: c.State}
	}
	if o := w.Occasion; o != nil {
		r.Occasion = &timeline.Occasion{Name: o.Name, Date: o.Date, Evidence: at.Bytes(w.OccasionAt)}
	}
	for _, f := range r.Decided.Fields() {
		for _, d := range w.Decided {
			if d.Field == f.Name {
				f.By, f.P, f.Evidence = d.By, d.P, at.Bytes(d.At)
			}
		}
	}
	return r
}

func spansOf(places [][2]int, at *text.CodePoints) []text.Span {
	var out []text.Span
	for _, p := range places {
		out = append(out, at.Bytes(p))
	}
	return out
}

func partiesOf(list []render.Voice, at *text.CodePoints) []timeline.Party {
	var out []timeline.Party
	for _, v := range list {
		out = append(out, timeline.Party{
			Actor:  actors.Actor{ID: v.ID, Name: v.Name, Kind: actors.Kind(v.Kind), State: v.State},
			Office: v.Office, Basis: v.Basis, Evidence: at.Bytes(v.At), Status: standing(v.Status),
		})
	}
	return out
}
