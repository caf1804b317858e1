package merge

import (
	"cmp"
	"slices"

	"demarche/timeline/record"
)

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
		a, b = min(a, b), max(a, b)
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

// meetOrEmpty reports whether one voice may have spoken both.
func meetOrEmpty(a, b *record.Statement) bool {
	x, y := record.Voices(a.Reports[0].Speakers), record.Voices(b.Reports[0].Speakers)
	return len(x) == 0 || len(y) == 0 ||
		slices.ContainsFunc(x, func(v string) bool { return slices.Contains(y, v) })
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
