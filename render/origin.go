package render

import (
	"cmp"
	"slices"

	"demarche/timeline"
	"demarche/timeline/dates"
)

// Account is one side's version of an event: what media and houses of that state have of it.
type Account struct {
	Side       string   `json:"side"`       // code of the state
	Sources    []string `json:"sources"`    // keys
	Statements []string `json:"statements"` // ids
}

// Conflict is a field of an event of which its reports do not say the same.
type Conflict struct {
	Field  string  `json:"field"` // day, channel, place or addressee
	Values []Claim `json:"values"`
}

// Claim is a value with the sources that have it.
type Claim struct {
	Value   string   `json:"value"`
	Sources []string `json:"sources"` // keys
}

// add notes that a source has a value.
func (c *Conflict) add(value, source string) {
	if value == "" {
		return
	}
	i := slices.IndexFunc(c.Values, func(x Claim) bool { return x.Value == value })
	if i < 0 {
		c.Values, i = append(c.Values, Claim{Value: value}), len(c.Values)
	}
	c.Values[i].Sources = include(c.Values[i].Sources, source)
}

// conflicts lists what the reports of an event say otherwise than each other, with who says it. What one does not
// tell is no contradiction, nor is a day that the other's holds.
func conflicts(e *timeline.Event) []Conflict {
	all := []*Conflict{{Field: "day"}, {Field: "channel"}, {Field: "place"}, {Field: "addressee"}}
	said := map[string]timeline.Said{}
	for i := range e.Statements {
		for j := range e.Statements[i].Reports {
			r := &e.Statements[i].Reports[j]
			if r.Said.Earliest != "" && r.Said.Basis != dates.Published {
				said[r.Said.EDTF] = r.Said
				all[0].add(r.Said.EDTF, r.ArticleKey)
			}
			if r.Channel != timeline.UnknownChannel {
				all[1].add(string(r.Channel), r.ArticleKey)
			}
			all[2].add(clean(r.Place), r.ArticleKey)
			for _, p := range r.Addressees {
				all[3].add(p.State, r.ArticleKey)
			}
		}
	}
	out := []Conflict{}
	for _, c := range all {
		if len(c.Values) > 1 && (c.Field != "day" || anyApart(said)) && disagree(c) {
			out = append(out, *c)
		}
	}
	return out
}

// disagree reports whether there are two sources of which neither has the other's value.
func disagree(c *Conflict) bool {
	for i, a := range c.Values {
		for _, b := range c.Values[i+1:] {
			if !slices.ContainsFunc(a.Sources, func(s string) bool { return slices.Contains(b.Sources, s) }) {
				return true
			}
		}
	}
	return false
}

func anyApart(said map[string]timeline.Said) bool {
	for _, a := range said {
		for _, b := range said {
			if apart(a, b) {
				return true
			}
		}
	}
	return false
}

// copiesIn finds which of the articles that tell of an event carry the same text.
func (v *viewer) copiesIn(e *timeline.Event) map[string]string {
	var list []timeline.Source
	seen := map[string]bool{}
	for i := range e.Statements {
		for _, r := range e.Statements[i].Reports {
			if s, ok := v.sources[r.ArticleKey]; ok && !seen[s.Key] {
				seen[s.Key] = true
				list = append(list, s)
			}
		}
	}
	if len(list) < 2 {
		return nil
	}
	return timeline.Copies(list)
}

// originOf names who first carried the words of a report: the medium that the article cites, else its outlet.
func (v *viewer) originOf(r *timeline.Report) string {
	s := v.sources[cmp.Or(v.copies[r.ArticleKey], r.ArticleKey)]
	if r.Medium != nil && r.Medium.Name != "" {
		return clean(r.Medium.Name)
	}
	return cmp.Or(clean(s.Outlet), clean(s.Key), r.ArticleKey)
}

// origins fills in of a statement who carried its words first, how many texts there are, and which report is the
// fullest.
func (v *viewer) origins(s *timeline.Statement, out *Statement) {
	texts := map[string]bool{}
	fullest := 0
	for i := range s.Reports {
		r, w := &s.Reports[i], &out.Reports[i]
		w.Origin, w.CopyOf = v.originOf(r), v.copies[r.ArticleKey]
		out.Origins = include(out.Origins, w.Origin)
		texts[cmp.Or(w.CopyOf, r.ArticleKey)] = true
		if len(r.Text) > len(s.Reports[fullest].Text) {
			fullest = i
		}
	}
	out.Texts, out.Fullest = len(texts), s.Reports[fullest].ID
}

// accounts are the versions of the sides of an event, where more than one of them has its own.
func (v *viewer) accounts(e *timeline.Event) []Account {
	out := []Account{}
	for i := range e.Statements {
		for _, r := range e.Statements[i].Reports {
			side := v.sideOf(&r)
			if !hasState(e.Speakers, side) && !hasState(e.Addressees, side) || side == "" {
				continue
			}
			k := slices.IndexFunc(out, func(a Account) bool { return a.Side == side })
			if k < 0 {
				out, k = append(out, Account{Side: side}), len(out)
			}
			out[k].Sources = include(out[k].Sources, r.ArticleKey)
			out[k].Statements = include(out[k].Statements, e.Statements[i].ID)
		}
	}
	if len(out) < 2 {
		return []Account{}
	}
	slices.SortFunc(out, func(a, b Account) int { return cmp.Compare(a.Side, b.Side) })
	return out
}

// sideOf is the state whose account a report is: that of the medium that carried it, else that of the outlet.
func (v *viewer) sideOf(r *timeline.Report) string {
	if r.Medium != nil && r.Medium.State != "" {
		return r.Medium.State
	}
	return v.sources[r.ArticleKey].House
}
