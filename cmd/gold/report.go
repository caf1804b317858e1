package gold

import (
	"demarche/quotes/text"
	"demarche/timeline/record"
)

// Of gives a report the form of the annotation; points are those of its article's text.
func Of(r *record.Report, points *text.CodePoints) Record {
	out := Record{
		Form: string(r.Form), Content: Spans(r.Content, points),
		Speakers: Parties(r.Speakers), Addressees: Parties(r.Addressees),
		Channel: string(r.Channel), Tone: string(r.Tone),
	}
	out.Date.EDTF = r.Said.EDTF
	if r.Medium != nil {
		out.Medium = &Party{Name: r.Medium.Name}
	}
	if r.Occasion != nil {
		out.Occasion = &Party{Name: r.Occasion.Name}
	}
	return out
}

// Spans are spans in code points.
func Spans(list []text.Span, points *text.CodePoints) [][2]int {
	var out [][2]int
	for _, s := range list {
		out = append(out, points.Span(s))
	}
	return out
}

// Parties are the parties of a report in the form of the annotation.
func Parties(list []record.Party) []Party {
	var out []Party
	for i := range list {
		out = append(out, Party{Name: list[i].Name, State: list[i].State})
	}
	return out
}
