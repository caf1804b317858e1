package render

import (
	"math"
	"strings"

	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline"
)

type codePoints = text.CodePoints

func (v *viewer) statement(s *timeline.Statement) Statement {
	out := Statement{ID: s.ID, Supersedes: append([]string{}, s.Earlier...), Reports: make([]Wording, 0, len(s.Reports))}
	for i := range s.Reports {
		out.Reports = append(out.Reports, v.wording(&s.Reports[i]))
	}
	v.origins(s, &out)
	return out
}

func (v *viewer) wording(r *timeline.Report) Wording {
	w := Wording{
		ID: r.ID, Source: r.ArticleKey, Form: r.Form, Text: clean(r.Text), Content: [][2]int{},
		Tone: r.Tone, Said: date(r.Said), Plover: r.Plover, Score: r.Score, By: r.By, P: r.P, Status: statusOf(r.Status),
		Decided: []Decided{}, Around: Around{Pieces: []string{"", clean(r.Text)}},
	}
	if w.Form == "" {
		w.Form = quotes.Indirect
	}
	if w.Tone == "" {
		w.Tone = timeline.Neutral
	}
	if r.Medium != nil {
		w.Medium = r.Medium.Name
	}
	body := v.sources[r.ArticleKey].Text
	w.Trace = v.trace(r, body)
	for _, f := range r.Decided.Fields() {
		if f.By == "" && f.P == 0 {
			continue
		}
		d := Decided{Field: f.Name, By: f.By, P: math.Round(f.P*1000) / 1000}
		if f.Evidence.End <= len(body) && f.Evidence.Start < f.Evidence.End {
			d.Words, d.At = clean(f.Evidence.Of(body)), v.offset(r.ArticleKey, body).Span(f.Evidence)
		}
		w.Decided = append(w.Decided, d)
	}
	if pieces := cut(body, r.Around, r.Content); pieces != nil {
		w.Around.Pieces = pieces
		at := v.offset(r.ArticleKey, body)
		for _, c := range r.Content {
			w.Content = append(w.Content, at.Span(c))
		}
	}
	return w
}

func (v *viewer) offset(key, body string) *codePoints {
	if v.offsets[key] == nil {
		v.offsets[key] = text.NewCodePoints(body)
	}
	return v.offsets[key]
}

// cut divides the text at around into what stands outside the content and the content itself, in turn. Content that
// reaches beyond around widens it. It is nil when the spans do not fit the text.
func cut(body string, around text.Span, content []text.Span) []string {
	if len(content) == 0 {
		return nil
	}
	if around.Len() <= 0 {
		around = content[0]
	}
	around.Start = min(around.Start, content[0].Start)
	around.End = max(around.End, content[len(content)-1].End)
	pieces := make([]string, 0, 2*len(content)+1)
	at := around.Start
	for _, c := range content {
		if c.Start < at || c.End < c.Start || c.End > len(body) {
			return nil
		}
		pieces = append(pieces, clean(body[at:c.Start]), clean(c.Of(body)))
		at = c.End
	}
	if around.End > len(body) {
		return nil
	}
	if at < around.End {
		pieces = append(pieces, clean(body[at:around.End]))
	}
	return pieces
}

// clean keeps a text storable in JSON and HTML: invalid bytes become U+FFFD.
func clean(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }
