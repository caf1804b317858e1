package main

import (
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"demarche/quotes/text"
	"demarche/render/desk"
	"demarche/timeline"
	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// report draws one report in its article, with a form for each field.
func (d *deskPages) report(w http.ResponseWriter, r *http.Request) {
	v, err := d.statement(r, r.PathValue("id"), r.URL.Query().Encode())
	if err != nil {
		d.failed(w, err)
		return
	}
	draw(w, http.StatusOK, v)
}

// statement makes the view of a report; query is the filter of the queue from which it comes.
func (d *deskPages) statement(r *http.Request, id, query string) (*desk.Statement, error) {
	rep, src, err := d.store.Report(r.Context(), id)
	if err != nil {
		return nil, err
	}
	list, err := d.store.Edits(r.Context())
	if err != nil {
		return nil, err
	}
	_, rows, err := d.store.ArticleReports(r.Context(), src.Key)
	if err != nil {
		return nil, err
	}
	v := &desk.Statement{
		Page: d.page(r, titleOf(&src), ""), Text: desk.Marked(src.Text, reportMarks(&rep)), Byline: src.Byline,
		URL: webAddress(src.URL), Release: src.Published, Seen: lastOf(list, rep.ID),
	}
	for i := range rows {
		if rows[i].ID == rep.ID {
			v.Row = deskRow(&rows[i])
		}
	}
	v.Words = rep.Text
	v.Log = entriesOf(list, rep.ID)
	held := edits.NewLog(list)
	if e, ok := held.Of(rep.ID, edits.NoteField); ok {
		v.Note = *e.After
	}
	if e, ok := held.Of(rep.ID, edits.TagField); ok {
		v.Tags = *e.After
	}
	if v.Fields, err = d.deskFields(&rep, &src); err != nil {
		return nil, err
	}
	asked, err := url.ParseQuery(query)
	if err != nil {
		return nil, err
	}
	f := d.queueFilter(asked)
	v.Query = asQuery(f)
	v.Next, err = d.next(r, f, rep.ID)
	return v, err
}

// next is the report that follows in the queue: the least certain one beside the one that is open.
func (d *deskPages) next(r *http.Request, f sqlite.QueueFilter, id string) (string, error) {
	f.Limit, f.After = rowsOnPage, 0
	list, _, _, err := d.store.Queue(r.Context(), f)
	if err != nil || len(list) == 0 {
		return "", err
	}
	at := slices.IndexFunc(list, func(q sqlite.Queued) bool { return q.ID == id })
	if at+1 < len(list) {
		return list[at+1].ID, nil
	}
	if at == 0 {
		return "", nil
	}
	return list[0].ID, nil
}

// deskFields are the fields of a report with what decided them, and the candidates that the program sees now.
func (d *deskPages) deskFields(rep *timeline.Report, src *timeline.Source) ([]desk.Field, error) {
	x, err := d.pipeline.explain(rep, src)
	if err != nil {
		return nil, err
	}
	typed := map[string]string{
		"speaker": typedParties(rep.Speakers), "addressee": typedParties(rep.Addressees), "channel": string(rep.Channel),
		"day": rep.Said.EDTF, "place": rep.Place, "tone": string(rep.Tone), "medium": "", "occasion": "",
	}
	if rep.Medium != nil {
		typed["medium"] = rep.Medium.Name
	}
	if rep.Occasion != nil {
		typed["occasion"] = rep.Occasion.Name
	}
	var out []desk.Field
	for i, e := range x.Fields {
		f := desk.Field{
			Name: e.Field, Label: strings.ToUpper(e.Field[:1]) + e.Field[1:], Value: typed[e.Field], By: e.By,
			Sure:  percent(e.P),
			Words: shorten(e.Words, 80), Key: strconv.Itoa(i + 1),
		}
		switch e.Field {
		case "channel":
			f.Options = optionsOf(record.Channels())
		case "tone":
			f.Options = optionsOf(record.Tones())
		}
		for _, c := range x.Verdicts {
			if c.Field == e.Field && c.Value != f.Value && c.Value != "" && len(f.Others) < 4 {
				f.Others = append(f.Others, desk.Choice{Value: c.Value, Name: c.Value + " " + strconv.Itoa(percent(c.P)) + " %"})
			}
		}
		out = append(out, f)
	}
	return out, nil
}

// typedParties are parties as a person would type them. See edits.Read.
func typedParties(list []timeline.Party) string {
	names := make([]string, len(list))
	for i, p := range list {
		names[i] = p.Name
		if p.State != "" && p.State != p.ID {
			names[i] += " (" + p.State + ")"
		}
	}
	return strings.Join(names, "; ")
}

func optionsOf[T ~string](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

// reportMarks are the stretches of the article that tell of the report.
func reportMarks(r *timeline.Report) []desk.Mark {
	var marks []desk.Mark
	add := func(class, title string, spans ...text.Span) {
		for _, s := range spans {
			marks = append(marks, desk.Mark{Start: s.Start, End: s.End, Class: class, Title: title})
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

// snippet is the snippet of a hit with what was found in it marked.
func snippet(h *sqlite.Hit) template.HTML {
	var b strings.Builder
	for i, piece := range h.Pieces() {
		if piece = template.HTMLEscapeString(piece); i%2 == 1 {
			piece = "<mark>" + piece + "</mark>"
		}
		b.WriteString(piece)
	}
	return template.HTML(b.String()) //nolint:gosec // every piece is escaped
}
