package export

import (
	"demarche/render"
	"demarche/timeline"
)

// NewHead makes the head of a dataset of that scope. Read is the number of articles read by month; stateName gives the
// name of a state.
func NewHead(s render.Scope, stateName func(string) string, o render.Options, read []timeline.Coverage) Head {
	if o.Title == "" {
		o.Title = title(s, stateName)
	}
	r := render.New(timeline.Relation{A: s.A, B: s.B, Read: read}, o)
	r.Kind, r.Hash = s.Kind(), o.Hash
	r.A, r.B = render.State{
		Code: s.A,
		Name: nameOf(s.A, stateName),
	}, render.State{
		Code: s.B,
		Name: nameOf(s.B, stateName),
	}
	if r.Kind == render.OfState {
		r.B.Name = "other states"
	}
	return Head{Report: r, Scope: s, StateName: stateName}
}

func nameOf(code string, stateName func(string) string) string {
	if code == "" {
		return ""
	}
	return stateName(code)
}

// title says in words what the scope is.
func title(s render.Scope, stateName func(string) string) string {
	switch s.Kind() {
	case render.OfRelation:
		return stateName(s.A) + " and " + stateName(s.B)
	case render.OfState:
		return stateName(s.A) + " and other states"
	}
	return "What states said to each other"
}

// about is what an output says of itself, for formats that have no fields of their own for it.
func (h *Head) about() []Named {
	out := []Named{
		{"title", h.Title},
		{"generator", h.Program()},
		{"model", h.Model},
		{"generated", h.Generated},
		{"schema_version", h.Version},
		{"query", h.Query},
		{"citation", h.Citation},
	}
	if h.DOI != "" {
		out = append(out, Named{"doi", h.DOI})
	}
	return out
}

// made says in one line what made the output.
func (h *Head) made() string {
	s := "Made by " + h.Program()
	if h.Model != "" {
		s += ", model " + h.Model
	}
	if h.Generated != "" {
		s += ", on " + h.Generated
	}
	s += ", schema " + h.Version + "."
	if h.DOI != "" {
		s += " " + h.Citation + "."
	}
	return s
}
