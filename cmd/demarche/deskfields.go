package main

import (
	"html/template"
	"strconv"
	"strings"

	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/render/desk"
	"demarche/timeline"
	"demarche/timeline/record"
)

// deskFields are the fields of a report with what decided them, and the candidates that the program sees now.
func deskFields(rep *timeline.Report, src *timeline.Source, c *candidates) []desk.Field {
	typed := fieldValues(rep)
	typed["speaker"], typed["addressee"] = record.Typed(rep.Speakers), record.Typed(rep.Addressees)
	verdicts := c.of(rep)
	var out []desk.Field
	for i, e := range stored(rep, src).Fields {
		f := desk.Field{
			Name: e.Field, Label: strings.ToUpper(e.Field[:1]) + e.Field[1:], Value: typed[e.Field], By: e.By,
			Sure:  percent(e.P),
			Words: shorten(e.Words, 80), Key: strconv.Itoa(i + 1),
			Options: fieldOptions(e.Field), Offers: fieldOffers(e.Field),
		}
		for _, v := range verdicts {
			value, sure := asInText(src.Text, v.Value), percent(v.P)
			other := v.Field == e.Field && value != f.Value && value != "" && sure > 0
			if other && len(f.Others) < mostOthers {
				f.Others = append(f.Others, desk.Choice{Value: value, Name: value + " " + strconv.Itoa(sure) + " %"})
			}
		}
		switch e.Field {
		case "speaker":
			if len(f.Others) == 0 {
				f.Others = partyChoices(c.near(rep, rep.Speakers, mostOthers))
			}
		case "addressee":
			f.Others = partyChoices(c.near(rep, append(rep.Addressees, rep.Speakers...), mostOthers))
		}
		out = append(out, f)
	}
	return append(
		out,
		desk.Field{Name: "form", Label: "Form", Value: string(rep.Form), Options: fieldOptions("form"), Key: "9"},
		desk.Field{
			Name:  "words",
			Label: "Words",
			Value: rep.Text,
			By:    rep.By,
			Sure:  percent(rep.P),
			Key:   "w",
			Long:  true,
		},
	)
}

// asInText is a name as the article writes it, where it does in other letters; an occasion's is known in small ones.
func asInText(body, name string) string {
	lower := strings.ToLower(body)
	if i := strings.Index(lower, name); i >= 0 && len(lower) == len(body) {
		return body[i : i+len(name)]
	}
	return name
}

// mostOthers is how many other candidates a field offers.
const mostOthers = 4

// fieldOptions are the values of a field that has few, none of others.
func fieldOptions(field string) []string {
	switch field {
	case "channel":
		return optionsOf(record.Channels())
	case "tone":
		return optionsOf(record.Tones())
	case "form":
		return optionsOf([]quotes.Form{quotes.Direct, quotes.Mixed, quotes.Indirect, quotes.Unmarked})
	}
	return nil
}

// fieldOffers is what is offered while one types into a field, "" for others.
func fieldOffers(field string) string {
	switch field {
	case "speaker", "addressee":
		return "names"
	case "medium":
		return "media"
	case "place":
		return "places"
	}
	return ""
}

// partyChoices are parties as buttons.
func partyChoices(list []timeline.Party) []desk.Choice {
	var out []desk.Choice
	for i := range list {
		typed := record.Typed(list[i : i+1])
		out = append(out, desk.Choice{Value: typed, Name: typed})
	}
	return out
}

func optionsOf[T ~string](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

// passage is the article's paragraphs in which the words of a report stand, with its marks.
func passage(body string, r *timeline.Report) template.HTML {
	first, last := r.Content[0].Start, r.Content[len(r.Content)-1].End
	if first > len(body) || last > len(body) {
		return ""
	}
	first = strings.LastIndexByte(body[:first], '\n') + 1
	if i := strings.IndexByte(body[last:], '\n'); i >= 0 {
		last += i
	} else {
		last = len(body)
	}
	var marks []desk.Mark
	for _, m := range reportMarks(r) {
		m.Start, m.End, m.ID = m.Start-first, m.End-first, "" // marks outside of it are left out
		marks = append(marks, m)
	}
	return desk.Marked(body[first:last], marks)
}

// reportMarks are the stretches of the article that tell of the report.
func reportMarks(r *timeline.Report) []desk.Mark {
	var marks []desk.Mark
	add := func(class, title string, spans ...text.Span) {
		for _, s := range spans {
			m := desk.Mark{Start: s.Start, End: s.End, Class: class, Title: title}
			if class == "content" {
				m.ID = "words"
			}
			marks = append(marks, m)
		}
	}
	add("content", "the words", r.Content...)
	add("cue", "cue", r.Cue...)
	for _, p := range r.Speakers {
		add("speaker", "speaker: "+p.Name, p.Evidence)
	}
	for _, p := range r.Addressees {
		add("addressee", "addressee: "+p.Name, p.Evidence)
	}
	add("day", "day: "+r.Said.EDTF, r.Said.Evidence)
	if r.Occasion != nil {
		add("occasion", "occasion: "+r.Occasion.Name, r.Occasion.Evidence)
	}
	for _, f := range r.Decided.Fields() {
		add("other", "told the "+f.Name, f.Evidence)
	}
	return marks
}
