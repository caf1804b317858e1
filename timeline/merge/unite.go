package merge

import (
	"cmp"
	"slices"

	"demarche/timeline/actors"
	"demarche/timeline/record"
)

// Unite makes one event of a group, its oldest telling first; of gives the event of one article that a telling was made
// from, whole even where the telling is but a part of it. What it keeps of each field is what the reports together
// say, never a matter of order. Sources tell when the articles were published.
func Unite(group []*Telling, of func(*Telling) *record.Event, sources map[string]record.Source) record.Event {
	parts := make([]record.Event, len(group))
	for i, t := range group {
		parts[i] = t.of(of(t))
	}
	e := record.Event{ID: group[0].ID}
	for _, t := range group[1:] {
		e.Earlier = append(e.Earlier, t.ID)
	}
	slices.Sort(e.Earlier)
	var statements []record.Statement
	for i := range parts {
		p := &parts[i]
		e.Speakers = record.Union(e.Speakers, p.Speakers)
		e.Addressees = record.Union(e.Addressees, p.Addressees)
		e.Context = append(e.Context, p.Context...)
		statements = append(statements, p.Statements...)
	}
	e.Channel = bestChannel(parts)
	e.Occasion, e.Place = bestOccasion(parts), bestPlace(parts)
	if len(parts) > 1 {
		e.Speakers = settleSpeakers(e.Speakers)
		e.Addressees = record.SettleAddressees(e.Speakers, e.Addressees)
	}
	withoutEvidence(&e)
	e.Statements = mergeStatements(statements, sources)
	e.Said = bestSaid(e.Statements)
	return record.Settled(e)
}

// withoutEvidence takes away the spans of an event's fields: they are places in one of several articles. The reports
// have their own.
func withoutEvidence(e *record.Event) {
	e.Speakers, e.Addressees = slices.Clone(e.Speakers), slices.Clone(e.Addressees)
	for _, list := range [][]record.Party{e.Speakers, e.Addressees} {
		for i := range list {
			list[i].Evidence.Start, list[i].Evidence.End = 0, 0
		}
	}
	if e.Occasion != nil {
		e.Occasion = &record.Occasion{Name: e.Occasion.Name, Date: e.Occasion.Date}
	}
}

// of is what the telling holds of the event that it was made from.
func (t *Telling) of(e *record.Event) record.Event {
	var reports []record.Report
	n := 0
	for i := range e.Statements {
		for _, r := range e.Statements[i].Reports {
			n++
			if t.Holds(r.ID) {
				reports = append(reports, r)
			}
		}
	}
	if len(reports) == n && t.ID == e.ID {
		return *e
	}
	return record.Gather(t.ID, reports, e.Context)
}

// settleSpeakers leaves out the government, body or medium of a state beside a person who speaks for it: one article
// says "Pyongyang" or "KCNA" where another has the speaker.
func settleSpeakers(list []record.Party) []record.Party {
	person := func(state string) bool {
		return state != "" && slices.ContainsFunc(list, func(p record.Party) bool {
			return p.Kind == actors.Person && p.State == state
		})
	}
	var out []record.Party
	for i := range list {
		if list[i].Kind == actors.Person || !person(list[i].State) {
			out = append(out, list[i])
		}
	}
	return out
}

// bestChannel is the channel that most tellings give of those that tell most.
func bestChannel(parts []record.Event) record.Channel {
	return most(parts, func(e *record.Event) (record.Channel, bool) { return e.Channel, true },
		func(a, b record.Channel) int {
			return cmp.Or(cmp.Compare(rankChannel(a), rankChannel(b)))
		})
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

// bestPlace is the place that most tellings give.
func bestPlace(parts []record.Event) string {
	return most(parts, func(e *record.Event) (string, bool) { return e.Place, e.Place != "" },
		func(string, string) int { return 0 })
}

// bestOccasion is the occasion that most tellings give, one with a day before one without.
func bestOccasion(parts []record.Event) *record.Occasion {
	type named struct{ name, date string }
	best := most(parts, func(e *record.Event) (named, bool) {
		if e.Occasion == nil {
			return named{}, false
		}
		return named{e.Occasion.Name, e.Occasion.Date}, true
	}, func(a, b named) int {
		if (a.date == "") != (b.date == "") {
			return cmp.Compare(b.date, a.date)
		}
		return 0
	})
	for i := range parts {
		if o := parts[i].Occasion; o != nil && o.Name == best.name && o.Date == best.date {
			return o
		}
	}
	return nil
}

// most returns the value that most parts have, of those that rank first; of two that are equal there the one that the
// older part has.
func most[T comparable](parts []record.Event, value func(*record.Event) (T, bool), rank func(a, b T) int) T {
	var order []T
	count := map[T]int{}
	for i := range parts {
		if v, ok := value(&parts[i]); ok {
			if count[v] == 0 {
				order = append(order, v)
			}
			count[v]++
		}
	}
	slices.SortStableFunc(order, func(a, b T) int { return cmp.Or(rank(a, b), cmp.Compare(count[b], count[a])) })
	if len(order) == 0 {
		var none T
		return none
	}
	return order[0]
}

// mergeStatements joins the wordings of one statement by different articles.
func mergeStatements(list []record.Statement, sources map[string]record.Source) []record.Statement {
	slices.SortStableFunc(list, func(a, b record.Statement) int { return cmp.Compare(a.ID, b.ID) })
	root := make([]int, len(list))
	articles := make([]map[string]bool, len(list))
	members := make([][]int, len(list))
	for i := range list {
		root[i], members[i], articles[i] = i, []int{i}, map[string]bool{}
		for j := range list[i].Reports {
			articles[i][list[i].Reports[j].ArticleKey] = true
		}
	}
	for _, l := range likeStatements(list) {
		a, b := top(root, l.a), top(root, l.b)
		if a == b || meetKeys(articles[a], articles[b]) {
			continue
		}
		if len(members[a]) < len(members[b]) {
			a, b = b, a
		}
		for k := range articles[b] {
			articles[a][k] = true
		}
		members[a] = append(members[a], members[b]...)
		root[b], members[b] = a, nil
	}
	var out []record.Statement
	for _, m := range members {
		if m != nil {
			out = append(out, oneStatement(list, m, sources))
		}
	}
	slices.SortFunc(out, func(a, b record.Statement) int {
		return cmp.Or(compareReports(&a.Reports[0], &b.Reports[0], sources), cmp.Compare(a.ID, b.ID))
	})
	return out
}

func meetKeys(a, b map[string]bool) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}

// oneStatement makes one statement of several, with the id of its oldest report.
func oneStatement(list []record.Statement, members []int, sources map[string]record.Source) record.Statement {
	var s record.Statement
	for _, m := range members {
		s.Reports = append(s.Reports, list[m].Reports...)
	}
	slices.SortFunc(s.Reports, func(a, b record.Report) int { return compareReports(&a, &b, sources) })
	ids := make([]string, 0, len(s.Reports))
	for i := range s.Reports {
		ids = append(ids, record.StatementID(s.Reports[i].ID))
	}
	s.ID = oldestOf(s.Reports, sources)
	slices.Sort(ids)
	s.Earlier = slices.DeleteFunc(ids, func(id string) bool { return id == s.ID })
	return s
}

// oldestOf is the id of the statement by its oldest report: that of the article published first, then the smallest.
func oldestOf(reports []record.Report, sources map[string]record.Source) string {
	best := slices.MinFunc(reports, func(a, b record.Report) int {
		return cmp.Or(comparePublished(&a, &b, sources), cmp.Compare(a.ID, b.ID))
	})
	return record.StatementID(best.ID)
}

// fewStatements is the number up to which each statement of an event is compared with each. Of more, only those are
// compared that are beside each other in the lists of an index by their words.
const fewStatements = 64

// likeStatements pairs statements by different articles that are worded alike, the most alike first.
func likeStatements(list []record.Statement) []link {
	words := make([][]wording, len(list))
	for i := range list {
		for j := range list[i].Reports {
			words[i] = append(words[i], newWording(list[i].Reports[j].Text))
		}
	}
	var links []link
	for _, pair := range statementPairs(words) {
		a, b := pair[0], pair[1]
		best := 0.0
		for i := range words[a] {
			for j := range words[b] {
				best = max(best, words[a][i].retold(&words[b][j]))
			}
		}
		if best > 0 && meetOrEmpty(&list[a], &list[b]) {
			links = append(links, link{a: a, b: b, strength: best})
		}
	}
	slices.SortFunc(links, func(x, y link) int {
		return cmp.Or(cmp.Compare(y.strength, x.strength), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return links
}

// statementPairs are the pairs of statements, by index, that are compared.
func statementPairs(words [][]wording) [][2]int {
	var pairs [][2]int
	if len(words) <= fewStatements {
		for i := range words {
			for j := i + 1; j < len(words); j++ {
				pairs = append(pairs, [2]int{i, j})
			}
		}
		return pairs
	}
	lists := map[uint32][]int{}
	for i := range words {
		for j := range words[i] {
			for _, h := range words[i][j].sketch(3 * perReport) {
				lists[h] = append(lists[h], i)
			}
		}
	}
	for _, l := range lists {
		for x := range l {
			for y := x + 1; y < min(len(l), x+1+Reach); y++ {
				if l[x] != l[y] {
					pairs = append(pairs, [2]int{l[x], l[y]})
				}
			}
		}
	}
	slices.SortFunc(pairs, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return slices.Compact(pairs)
}

// meetOrEmpty reports whether one voice may have spoken both. Somebody of no known state, whom one text names, may be
// anybody.
func meetOrEmpty(a, b *record.Statement) bool {
	x, y := statesOf(a.Reports[0].Speakers), statesOf(b.Reports[0].Speakers)
	return len(x) == 0 || len(y) == 0 ||
		slices.ContainsFunc(x, func(v string) bool { return slices.Contains(y, v) })
}

// statesOf are the states of parties, with the actors of none whom the gazetteer knows.
func statesOf(list []record.Party) []string {
	return record.Voices(slices.DeleteFunc(slices.Clone(list), func(p record.Party) bool {
		return p.State == "" && p.FromText()
	}))
}

// compareReports orders the reports of a statement by publication.
func compareReports(a, b *record.Report, sources map[string]record.Source) int {
	return cmp.Or(
		comparePublished(a, b, sources),
		cmp.Compare(a.ArticleKey, b.ArticleKey),
		cmp.Compare(a.Content[0].Start, b.Content[0].Start),
		cmp.Compare(a.ID, b.ID),
	)
}

func comparePublished(a, b *record.Report, sources map[string]record.Source) int {
	x, y := sources[a.ArticleKey].Published, sources[b.ArticleKey].Published
	if x == "" {
		x = "~"
	}
	if y == "" {
		y = "~"
	}
	return cmp.Compare(x, y)
}
