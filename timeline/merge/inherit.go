package merge

import (
	"cmp"
	"slices"

	"demarche/timeline/record"
)

// Known is what an article's reports were called before it was read again.
type Known struct {
	Reports  []KnownReport // in the order of the article
	Tellings []string      // ids
}

// KnownReport is a report that was there before.
type KnownReport struct{ ID, Text string }

// leastInherited is the likeness from which other words are the same report, worded anew.
const leastInherited = 0.5

// Inherit gives the reports and tellings of an article that was read again the ids that they had: a report with the
// same words, else one with words that are nearly the same, takes the id of the old one; a telling keeps its id while
// the report is in it from which the id came. alias tells of an id from an earlier article of that key what it stands
// for, "" for nothing. Given are the ids that the article would have given of itself, by the ids that stand for them
// now.
func Inherit(events []record.Event, known *Known, alias func(id string) string) (given map[string]string) {
	h := &inheritance{given: map[string]string{}, taken: map[string]bool{}}
	for i := range events {
		for j := range events[i].Statements {
			for k := range events[i].Statements[j].Reports {
				h.reports = append(h.reports, &events[i].Statements[j].Reports[k])
			}
		}
	}
	slices.SortStableFunc(h.reports, func(a, b *record.Report) int {
		return cmp.Compare(a.Content[0].Start, b.Content[0].Start)
	})
	h.sameWords(known)
	h.likeWords(known)
	h.others(alias)
	for i := range events {
		h.telling(&events[i], known, alias)
	}
	return h.given
}

// inheritance is the giving of ids under way.
type inheritance struct {
	reports []*record.Report // that have no id for good yet
	taken   map[string]bool
	given   map[string]string
}

// give gives a report an id.
func (h *inheritance) give(r *record.Report, id string) {
	if r.ID != id {
		h.given[r.ID] = id
	}
	r.ID, h.taken[id] = id, true
}

// sameWords gives the reports whose words were there before their ids, in the order of both.
func (h *inheritance) sameWords(known *Known) {
	h.reports = slices.DeleteFunc(h.reports, func(r *record.Report) bool {
		for _, k := range known.Reports {
			if !h.taken[k.ID] && record.SameWords(k.Text, r.Text) {
				h.give(r, k.ID)
				return true
			}
		}
		return false
	})
}

// likeWords gives the ids that are left to the reports that are most like theirs.
func (h *inheritance) likeWords(known *Known) {
	var left []KnownReport
	for _, k := range known.Reports {
		if !h.taken[k.ID] {
			left = append(left, k)
		}
	}
	var links []link
	for i, r := range h.reports {
		w := newWording(r.Text)
		for j, k := range left {
			v := newWording(k.Text)
			if s := w.likeness(&v); s >= leastInherited*0.8 {
				links = append(links, link{a: i, b: j, strength: s})
			}
		}
	}
	slices.SortStableFunc(links, func(x, y link) int { return cmp.Compare(y.strength, x.strength) })
	done := map[int]bool{}
	for _, l := range links {
		if !done[l.a] && !h.taken[left[l.b].ID] {
			h.give(h.reports[l.a], left[l.b].ID)
			done[l.a] = true
		}
	}
	h.drop(done)
}

func (h *inheritance) drop(done map[int]bool) {
	var left []*record.Report
	for i, r := range h.reports {
		if !done[i] {
			left = append(left, r)
		}
	}
	h.reports = left
}

// others gives the reports that are left what their own ids stand for, else their own, counted on where another report
// has it.
func (h *inheritance) others(alias func(string) string) {
	for _, r := range h.reports {
		id := r.ID
		if a := alias(id); a != "" && !h.taken[a] {
			id = a
		}
		for n := 2; h.taken[id]; n++ {
			id = record.ReportID(r.ArticleKey, r.Text, 1000*n)
		}
		h.give(r, id)
	}
}

// telling gives an event the id that it had, else that from the report with the smallest id.
func (h *inheritance) telling(e *record.Event, known *Known, alias func(string) string) {
	own := ""
	var had []string
	for i := range e.Statements {
		s := &e.Statements[i]
		s.ID = record.StatementID(s.Reports[0].ID)
		for j := range s.Reports {
			id := record.EventID(s.Reports[j].ID)
			if own == "" || id < own {
				own = id
			}
			if slices.Contains(known.Tellings, id) {
				had = append(had, id)
			}
		}
	}
	e.ID = own
	slices.Sort(had)
	switch before := alias(own); {
	case len(had) > 0:
		e.ID = had[0]
	case before != "" && holds(e, before):
		e.ID = record.EventID(before)
	}
	if e.ID != own {
		h.given[own] = record.ReportOf(e.ID)
	}
}

func holds(e *record.Event, report string) bool {
	return slices.ContainsFunc(e.Statements, func(s record.Statement) bool {
		return slices.ContainsFunc(s.Reports, func(r record.Report) bool { return r.ID == report })
	})
}
