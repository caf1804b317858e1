package render

// told is how the reports of an event hang together: of each statement with several reports which is the fullest, who
// carried the words first, and which articles are copies; the accounts of the sides; and what the reports do not say
// alike. Empty where there is nothing of it.
func (p *blocker) told(e *Event) []any {
	statements, accounts, conflicts := []any{}, []any{}, []any{}
	several := false
	for i := range e.Statements {
		row := p.toldStatement(&e.Statements[i])
		statements, several = append(statements, row), several || len(row) > 0
	}
	for _, a := range e.Accounts {
		accounts = append(accounts, []any{a.Side, p.places(a.Sources)})
	}
	for _, c := range e.Conflicts {
		values := []any{}
		for _, v := range c.Values {
			values = append(values, []any{p.shown(c.Field, v.Value), p.places(v.Sources)})
		}
		conflicts = append(conflicts, []any{c.Field, values})
	}
	if !several && len(accounts) == 0 && len(conflicts) == 0 {
		return []any{}
	}
	return []any{statements, accounts, conflicts}
}

// toldStatement is the place of the fullest report, the origins, and two places a copy: that of its report, and that of
// the article whose text it has. Empty for a statement with one report.
func (p *blocker) toldStatement(s *Statement) []any {
	if len(s.Reports) < 2 {
		return []any{}
	}
	fullest, copies := 0, []int{}
	for i := range s.Reports {
		if s.Reports[i].ID == s.Fullest {
			fullest = i
		}
		if k, ok := p.source[s.Reports[i].CopyOf]; ok {
			copies = append(copies, i, k)
		}
	}
	return []any{fullest, s.Origins, copies}
}

// places are those of sources, by key.
func (p *blocker) places(keys []string) []int {
	out := []int{}
	for _, k := range keys {
		if i, ok := p.source[k]; ok {
			out = append(out, i)
		}
	}
	return out
}

// shown is a value of a field as the page writes it: states by name.
func (p *blocker) shown(field, value string) string {
	if field == "addressee" {
		return p.stateName(value)
	}
	return value
}
