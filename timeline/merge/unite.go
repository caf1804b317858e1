package merge

import (
	"cmp"
	"slices"

	"demarche/timeline/dates"
	"demarche/timeline/record"
)

// unite makes one event of several, by index into list. What it keeps of each field is chosen by content, never by
// order.
func unite(list []record.Event, members []int, sources map[string]record.Source) record.Event {
	var e record.Event
	parts := make([]*record.Event, len(members))
	for i, m := range members {
		parts[i] = &list[m]
	}
	// the part that knows most leads: its fields come first
	slices.SortFunc(parts, func(a, b *record.Event) int {
		return cmp.Or(
			cmp.Compare(len(b.Statements), len(a.Statements)),
			cmp.Compare(rankChannel(a.Channel), rankChannel(b.Channel)),
			cmp.Compare(a.ID, b.ID),
		)
	})
	e.ID = parts[0].ID
	about := map[string]bool{}
	var statements []record.Statement
	for _, p := range parts {
		e.ID = min(e.ID, p.ID)
		e.Speakers = record.Union(e.Speakers, p.Speakers)
		e.Addressees = record.Union(e.Addressees, p.Addressees)
		if e.Channel == "" || rankChannel(p.Channel) < rankChannel(e.Channel) {
			e.Channel = p.Channel
		}
		if p.Occasion != nil && (e.Occasion == nil || e.Occasion.Date == "" && p.Occasion.Date != "") {
			e.Occasion = p.Occasion
		}
		if e.Place == "" {
			e.Place = p.Place
		}
		for _, s := range p.About {
			about[s] = true
		}
		e.Context = append(e.Context, p.Context...)
		statements = append(statements, p.Statements...)
	}
	e.Addressees = record.SettleAddressees(e.Speakers, e.Addressees)
	for s := range about {
		if !slices.Contains(record.Voices(e.Speakers), s) && !slices.Contains(record.Voices(e.Addressees), s) {
			e.About = append(e.About, s)
		}
	}
	slices.Sort(e.About)
	slices.SortFunc(e.Context, func(a, b record.Context) int {
		return cmp.Or(
			cmp.Compare(a.ArticleKey, b.ArticleKey),
			cmp.Compare(a.Span.Start, b.Span.Start),
			cmp.Compare(a.Span.End, b.Span.End),
		)
	})
	e.Context = slices.Compact(e.Context)
	e.Statements = mergeStatements(statements, sources)
	e.Said = bestSaid(e.Statements)
	return e
}

// rankChannel orders channels by how much they tell.
func rankChannel(c record.Channel) int {
	switch c {
	case record.UnknownChannel, "":
		return 9
	case record.StatementText, record.ArticleText:
		return 2
	}
	return 1
}

// bestSaid is the best known day of the reports: stated before relative before published, the narrower before the
// wider, and else the one that most reports give.
func bestSaid(list []record.Statement) record.Said {
	type count struct {
		s record.Said
		n int
	}
	var all []count
	key := ""
	for i := range list {
		for j := range list[i].Reports {
			r := &list[i].Reports[j]
			if key == "" {
				key = r.ArticleKey
			}
			s := r.Said
			if r.ArticleKey != key {
				s.Evidence.Start, s.Evidence.End = 0, 0
			}
			k := slices.IndexFunc(all, func(c count) bool { return c.s.EDTF == s.EDTF && c.s.Basis == s.Basis })
			if k < 0 {
				all = append(all, count{s, 1})
				continue
			}
			all[k].n++
			if all[k].s.Evidence.Len() == 0 {
				all[k].s.Evidence = s.Evidence
			}
		}
	}
	slices.SortFunc(all, func(a, b count) int {
		return cmp.Or(cmp.Compare(rankBasis(a.s.Basis), rankBasis(b.s.Basis)), cmp.Compare(width(a.s), width(b.s)),
			cmp.Compare(b.n, a.n), cmp.Compare(a.s.EDTF, b.s.EDTF))
	})
	if len(all) == 0 {
		return record.Said{}
	}
	return all[0].s
}

func rankBasis(b dates.Basis) int {
	return slices.Index([]dates.Basis{dates.Stated, dates.Relative, dates.Published}, b)
}

// width is the number of days that a date leaves open; large for an open start.
func width(s record.Said) int {
	if s.Earliest == "" {
		return 1 << 20
	}
	return dates.DaysBetween(s.Earliest, s.Latest)
}

// mergeStatements joins the wordings of one statement by different articles.
func mergeStatements(list []record.Statement, sources map[string]record.Source) []record.Statement {
	slices.SortStableFunc(list, func(a, b record.Statement) int { return cmp.Compare(a.ID, b.ID) })
	words := make([][]*wording, len(list))
	clusters := make([]*cluster, len(list))
	root := make([]int, len(list))
	for i := range list {
		root[i] = i
		clusters[i] = &cluster{articles: map[string]bool{}, members: []int{i}}
		for j := range list[i].Reports {
			words[i] = append(words[i], newWording(list[i].Reports[j].Text))
			clusters[i].articles[list[i].Reports[j].ArticleKey] = true
		}
	}
	edges := likeStatements(list, words)
	for _, e := range edges {
		a, b := top(root, e.a), top(root, e.b)
		if a == b || !clusters[a].joins(clusters[b]) {
			continue
		}
		if b < a {
			a, b = b, a
		}
		clusters[a].take(clusters[b])
		root[b], clusters[b] = a, nil
	}
	var out []record.Statement
	for i, c := range clusters {
		if c == nil {
			continue
		}
		s := record.Statement{ID: list[i].ID}
		for _, m := range c.members {
			s.ID = min(s.ID, list[m].ID)
			s.Reports = append(s.Reports, list[m].Reports...)
		}
		sortReports(s.Reports, sources)
		s.Reports = slices.CompactFunc(s.Reports, func(a, b record.Report) bool { return a.ID == b.ID })
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b record.Statement) int {
		x, y := &a.Reports[0], &b.Reports[0]
		return cmp.Or(compareReports(x, y, sources), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// likeStatements pairs statements by different articles that are worded alike, the most alike first.
func likeStatements(list []record.Statement, words [][]*wording) []edge {
	var edges []edge
	for i := range list {
		for j := i + 1; j < len(list) && j < i+400; j++ {
			best := 0.0
			for _, a := range words[i] {
				for _, b := range words[j] {
					best = max(best, a.like(b, 0.5))
				}
			}
			if best > 0 && meetOrEmpty(&list[i], &list[j]) {
				edges = append(edges, edge{i, j, best})
			}
		}
	}
	slices.SortFunc(edges, func(x, y edge) int {
		return cmp.Or(cmp.Compare(y.strength, x.strength), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return edges
}

func meetOrEmpty(a, b *record.Statement) bool {
	x, y := a.Reports[0].Speakers, b.Reports[0].Speakers
	return len(x) == 0 || len(y) == 0 || meetParties(x, y)
}

// sortReports orders the reports of a statement by publication.
func sortReports(list []record.Report, sources map[string]record.Source) {
	slices.SortFunc(list, func(a, b record.Report) int { return compareReports(&a, &b, sources) })
}

func compareReports(a, b *record.Report, sources map[string]record.Source) int {
	x, y := sources[a.ArticleKey].Published, sources[b.ArticleKey].Published
	if x == "" {
		x = "~"
	}
	if y == "" {
		y = "~"
	}
	return cmp.Or(
		cmp.Compare(x, y),
		cmp.Compare(a.ArticleKey, b.ArticleKey),
		cmp.Compare(a.Content[0].Start, b.Content[0].Start),
		cmp.Compare(a.ID, b.ID),
	)
}
