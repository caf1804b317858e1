package merge

import (
	"cmp"
	"slices"

	"demarche/timeline/dates"
	"demarche/timeline/record"
)

// bestSaid is the best known day of the reports: a stated one before that of a dateline, that before a relative one,
// and publication last; the narrower before the wider, and else the one that most reports give.
func bestSaid(list []record.Statement) record.Said {
	type count struct {
		s record.Said
		n int
	}
	var all []count
	for i := range list {
		for j := range list[i].Reports {
			s := record.Said{Date: list[i].Reports[j].Said.Date, Basis: list[i].Reports[j].Said.Basis}
			k := slices.IndexFunc(all, func(c count) bool { return c.s == s })
			if k < 0 {
				all = append(all, count{s, 1})
				continue
			}
			all[k].n++
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
	return slices.Index([]dates.Basis{dates.Stated, dates.Dateline, dates.Relative, dates.Published}, b)
}

// width is the number of days that a date leaves open; large for an open start.
func width(s record.Said) int {
	if s.Earliest == "" {
		return 1 << 20
	}
	return dates.DaysBetween(s.Earliest, s.Latest)
}
