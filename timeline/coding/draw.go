package coding

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"slices"
)

// Spread tells how many of a sample each stratum gives.
type Spread string

// A stratum gives as many as its share of the dataset, or each gives the same number.
const (
	Proportional Spread = "proportional"
	Equal        Spread = "equal"
)

// Unit is a statement that may be drawn.
type Unit struct {
	Report  string // its first report
	Stratum string
	Values  map[string]json.RawMessage
	Machine map[string]json.RawMessage // see Item
}

// Draw draws n of the units into s, whose name, seed and spread are given: in each stratum those whose reports have
// the smallest hashes with the seed. So the same units and seed give the same sample in whatever order they come, and
// a unit more changes one item at most. All are drawn where there are no more than n. The items lie in the order of
// their hashes, strata mixed. The error says that n is too small to draw from each stratum.
func (s *Sample) Draw(units []Unit, n int) error {
	by := map[string][]Unit{}
	for _, u := range units {
		by[u.Stratum] = append(by[u.Stratum], u)
	}
	for name, list := range by {
		s.Strata = append(s.Strata, Stratum{Name: name, Size: len(list)})
	}
	slices.SortFunc(s.Strata, func(a, b Stratum) int { return cmp.Compare(a.Name, b.Name) })
	if err := s.share(min(n, len(units))); err != nil {
		return err
	}
	for i := range s.Strata {
		list := by[s.Strata[i].Name]
		slices.SortFunc(list, func(a, b Unit) int { return cmp.Compare(s.place(a.Report), s.place(b.Report)) })
		for _, u := range list[:s.Strata[i].Drawn] {
			s.Items = append(s.Items, Item{u.Report, i, u.Values, u.Machine})
		}
	}
	slices.SortFunc(s.Items, func(a, b Item) int { return cmp.Compare(s.place(a.Report), s.place(b.Report)) })
	return nil
}

// place is where a report stands when all are drawn in turn: a hash of the seed and its id.
func (s *Sample) place(report string) string {
	sum := sha256.Sum256(append(binary.BigEndian.AppendUint64(nil, s.Seed), report...))
	return string(sum[:])
}

// share sets how many each stratum gives: two at least where it has them and n allows it, for one tells nothing of
// how much a stratum varies (Cochran, Sampling Techniques, 1977, 5A.12); the others go one by one to the stratum that
// has least of what its share is.
func (s *Sample) share(n int) error {
	least, all := 0, 0
	for i := range s.Strata {
		least, all = least+min(2, s.Strata[i].Size), all+s.Strata[i].Size
	}
	first := 2
	if n < least {
		first = 1
	}
	if n < len(s.Strata) {
		return fmt.Errorf("%d is fewer than the %d strata; draw more, or name fewer traits with --by", n, len(s.Strata))
	}
	for i := range s.Strata {
		s.Strata[i].Drawn = min(first, s.Strata[i].Size)
		n -= s.Strata[i].Drawn
	}
	for ; n > 0; n-- {
		s.neediest(all).Drawn++
	}
	return nil
}

// neediest is the stratum, of those that have something left, that has the least of what it should give.
func (s *Sample) neediest(all int) *Stratum {
	var best *Stratum
	filled := func(t *Stratum) float64 {
		if s.Spread == Equal {
			return float64(t.Drawn)
		}
		return (float64(t.Drawn) + 0.5) * float64(all) / float64(t.Size)
	}
	for i := range s.Strata {
		t := &s.Strata[i]
		if t.Drawn < t.Size && (best == nil || filled(t) < filled(best)) {
			best = t
		}
	}
	return best
}
