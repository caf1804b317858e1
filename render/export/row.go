package export

import (
	"fmt"
	"strings"

	"demarche/render"
	"demarche/timeline"
)

// row is a row of the table of statements: a statement in its event, with the report that is shown first.
type row struct {
	d *Dataset
	e *Entry
	s *render.Statement
	w *render.Wording
	a *Source
}

// eachRow gives a row a statement.
func (d *Dataset) eachRow(do func(*row) error) error {
	for e, err := range d.Events {
		if err != nil {
			return err
		}
		for i := range e.Statements {
			s := &e.Statements[i]
			if len(s.Reports) == 0 {
				continue
			}
			r := &row{d: d, e: e, s: s, w: &s.Reports[0], a: e.article(s.Reports[0].Source)}
			if err := do(r); err != nil {
				return err
			}
		}
	}
	return nil
}

// statementColumns are the variables of the table of statements, in their order. Each has its row in
// data/codebook/variables.tsv.
func statementColumns() []column[*row] {
	cols := []column[*row]{
		words("statement_id", func(r *row) string { return r.s.ID }),
		words("event_id", func(r *row) string { return r.e.ID }),
		words("report_id", func(r *row) string { return r.w.ID }),
		words("said", func(r *row) string { return r.e.Date.EDTF }),
		day("day", func(r *row) string { return r.e.day() }),
		day("earliest", func(r *row) string { return r.e.Date.Earliest }),
		day("latest", func(r *row) string { return r.e.Date.Latest }),
		words("basis", func(r *row) string { return string(r.e.Date.Basis) }),
		words("direction", func(r *row) string { return string(r.e.Direction) }),
		words("link", func(r *row) string { return string(r.e.Link) }),
		words("source_state", func(r *row) string { return listed(statesOf(r.e.Speakers)) }),
		words("target_state", func(r *row) string { return listed(r.e.targets()) }),
		words("about_states", func(r *row) string { return listed(r.e.About) }),
	}
	cols = append(cols, partyColumns("speaker", func(e *Entry) []render.Party { return e.Speakers })...)
	cols = append(cols, partyColumns("addressee", func(e *Entry) []render.Party { return e.Addressees })...)
	cols = append(
		cols,
		words("addressee_basis", func(r *row) string {
			return partiesAs(r.e.Addressees, func(p *render.Party) string { return p.Basis })
		}),
		words("medium", func(r *row) string { return r.w.Medium }),
		words("channel", func(r *row) string { return string(r.e.Channel) }),
		words("occasion", func(r *row) string { return r.e.occasion().Name }),
		words("occasion_date", func(r *row) string { return r.e.occasion().Date }),
		words("place", func(r *row) string { return r.e.Place }),
		words("tone", func(r *row) string { return string(r.w.Tone) }),
		column[*row]{"tone_score", Real, func(r *row) any {
			if r.w.Plover == "" {
				return nil
			}
			return r.w.Score
		}},
		words("plover", func(r *row) string { return r.w.Plover }),
		words("form", func(r *row) string { return string(r.w.Form) }),
		words("words", func(r *row) string { return r.w.Text }),
		integer("reports", func(r *row) int { return len(r.s.Reports) }),
	)
	cols = append(cols, sourceColumns()...)
	cols = append(cols, placeColumns()...)
	for _, f := range (&timeline.Decisions{}).Fields() {
		cols = append(cols, decisionColumns(f.Name)...)
	}
	return append(
		cols,
		words("status", func(r *row) string { return string(r.e.Status) }),
		words("generator", func(r *row) string { return r.d.Program() }),
		words("model", func(r *row) string { return r.d.Model }),
		words("schema_version", func(r *row) string { return r.d.Version }),
	)
}

// partyColumns are the variables of speakers or addressees; several are listed in one cell.
func partyColumns(part string, of func(*Entry) []render.Party) []column[*row] {
	as := func(name string, field func(*render.Party) string) column[*row] {
		return words(name, func(r *row) string { return partiesAs(of(r.e), field) })
	}
	return []column[*row]{
		as(part, func(p *render.Party) string { return p.Name }),
		as(part+"_id", func(p *render.Party) string { return p.ID }),
		as(part+"_kind", func(p *render.Party) string { return p.Kind }),
		as(part+"_state", func(p *render.Party) string { return p.State }),
		as(part+"_office", func(p *render.Party) string { return p.Office }),
	}
}

// sourceColumns are the variables of the article that the words are taken from.
func sourceColumns() []column[*row] {
	return []column[*row]{
		words("outlet", func(r *row) string { return r.a.Outlet }),
		words("title", func(r *row) string { return r.a.Title }),
		words("byline", func(r *row) string { return r.a.Byline }),
		words("published", func(r *row) string { return r.a.Published }),
		words("published_how", func(r *row) string { return r.a.PublishedHow }),
		words("retrieved", func(r *row) string { return r.a.Retrieved }),
		words("url", func(r *row) string { return r.a.URL }),
		words("language", func(r *row) string { return r.a.Language }),
		words("licence", func(r *row) string { return r.a.Licence }),
		words("article", func(r *row) string { return r.a.Key }),
		words("article_sha256", func(r *row) string { return r.a.SHA256 }),
		words("other_outlets", func(r *row) string { return listed(r.otherOutlets()) }),
	}
}

// placeColumns tell where in the article's text the words stand, and what found them.
func placeColumns() []column[*row] {
	bound := func(name string, at func([][2]int) int) column[*row] {
		return column[*row]{name, Integer, func(r *row) any {
			if len(r.w.Content) == 0 {
				return nil
			}
			return int64(at(r.w.Content))
		}}
	}
	return []column[*row]{
		bound("start", func(c [][2]int) int { return c[0][0] }),
		bound("end", func(c [][2]int) int { return c[len(c)-1][1] }),
		words("spans", func(r *row) string {
			out := make([]string, 0, len(r.w.Content))
			for _, c := range r.w.Content {
				out = append(out, fmt.Sprintf("%d-%d", c[0], c[1]))
			}
			return listed(out)
		}),
		words("found_by", func(r *row) string { return r.w.By }),
		{"p", Real, func(r *row) any { return rounded(r.w.P) }},
	}
}

// decisionColumns are what decided a field and how surely.
func decisionColumns(field string) []column[*row] {
	return []column[*row]{
		words(field+"_by", func(r *row) string { return r.decided(field).By }),
		{field + "_p", Real, func(r *row) any {
			if p := r.decided(field).P; p != 0 {
				return rounded(p)
			}
			return nil
		}},
	}
}

func (r *row) decided(field string) render.Decided {
	for _, d := range r.w.Decided {
		if d.Field == field {
			return d
		}
	}
	return render.Decided{}
}

// otherOutlets are those of the further reports, none twice.
func (r *row) otherOutlets() []string {
	var out []string
	seen := map[string]bool{r.a.Outlet: true, "": true}
	for i := range r.s.Reports[1:] {
		if o := r.e.article(r.s.Reports[i+1].Source).Outlet; !seen[o] {
			seen[o] = true
			out = append(out, o)
		}
	}
	return out
}

// day is the day of the event where it is known to the day, else "".
func (e *Entry) day() string {
	if e.Date.Earliest == e.Date.Latest {
		return e.Date.Earliest
	}
	return ""
}

func (e *Entry) occasion() render.Occasion {
	if e.Occasion == nil {
		return render.Occasion{}
	}
	return *e.Occasion
}

// targets are the states to which words are addressed, else those that they are about, without those that speak.
func (e *Entry) targets() []string {
	from := map[string]bool{}
	for _, c := range statesOf(e.Speakers) {
		from[c] = true
	}
	pick := func(list []string) []string {
		var out []string
		for _, c := range list {
			if !from[c] {
				out = append(out, c)
			}
		}
		return out
	}
	if to := pick(statesOf(e.Addressees)); len(to) > 0 || len(from) > 1 {
		return to
	}
	return pick(e.About)
}

// statesOf are the codes of the parties' states, none twice.
func statesOf(list []render.Party) []string {
	var out []string
	seen := map[string]bool{"": true}
	for i := range list {
		if c := list[i].State; !seen[c] {
			seen[c] = true
			out = append(out, c)
		}
	}
	return out
}

// partiesAs lists one field of the parties; it is "" where no party has it.
func partiesAs(list []render.Party, field func(*render.Party) string) string {
	out := make([]string, len(list))
	for i := range list {
		out[i] = strings.ReplaceAll(field(&list[i]), "|", "/")
	}
	if strings.Join(out, "") == "" {
		return ""
	}
	return listed(out)
}

// Program names the program that made the output, with its version where it is known.
func (h *Head) Program() string { return strings.TrimSpace("demarche " + h.Generator) }
