package main

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"demarche/timeline"
	"demarche/timeline/merge"
)

// stretch is the number of days of a piece of a list. It is more than two tellings of a list that are compared may be
// apart, see [merge.Key.Near]: then those that are near to one of a piece are in it or in the next.
const stretch = 256

// place is where a telling stands in a list, and all by which it is compared.
type place struct {
	Day, Tag  int64
	ID        string
	Published string // of the article
	Outlet    string
	Profile   []byte
}

// link is two tellings that are one event by themselves, with the days by which they are sorted.
type link struct {
	A, B       string // A is the smaller one
	DayA, DayB int64
}

// links finds the neighbours that are one event.
func links(s beam.Scope, tellings beam.PCollection) beam.PCollection {
	s = s.Scope("neighbours")
	return beam.ParDo(s, &pairFn{}, beam.GroupByKey(s, beam.ParDo(s, &placeFn{}, tellings)))
}

// placeFn puts a telling in its lists.
type placeFn struct{}

// ProcessElement emits each place of the telling under the list's stretch that holds it, and under the one before where
// it is near enough to that one's last day to be compared with a telling in it.
func (*placeFn) ProcessElement(t told, places func(string, place)) error {
	telling, err := t.telling()
	if err != nil {
		return err
	}
	profile := telling.Profile()
	for _, k := range telling.Keys() {
		p := place{k.Day, k.Tag, t.ID, telling.Published, telling.Outlet, profile}
		at := floor(k.Day, stretch)
		places(pieceOf(k.List, at), p)
		if k.Near(merge.Key{Day: at*stretch - 1}) {
			places(pieceOf(k.List, at-1), p)
		}
	}
	return nil
}

// telling makes the telling ready to be compared.
func (t *told) telling() (*merge.Telling, error) {
	e, s, err := t.unpack()
	if err != nil {
		return nil, err
	}
	return merge.NewTelling(&e, merge.Issue{Published: s.Published, Outlet: s.Outlet}), nil
}

func (t *told) unpack() (e timeline.Event, s timeline.Source, err error) {
	if err = json.Unmarshal(t.Event, &e); err == nil {
		err = json.Unmarshal(t.Source, &s)
	}
	return e, s, err
}

// pieceOf names the stretch of a list and the one after it.
func pieceOf(list, at int64) string {
	return strconv.FormatInt(list, 36) + " " + strconv.FormatInt(at, 36)
}

// stretchOf is the stretch in a name.
func stretchOf(piece string) (int64, error) {
	i := len(piece) - 1
	for i > 0 && piece[i] != ' ' {
		i--
	}
	return strconv.ParseInt(piece[i+1:], 36, 64)
}

// floor divides, rounding down: days before 1970 are negative.
func floor(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// pairFn links the neighbours of which the first stands in the stretch.
type pairFn struct{}

// ProcessElement is given a stretch of a list with the one after it.
func (*pairFn) ProcessElement(piece string, places func(*place) bool, links func(link)) error {
	at, err := stretchOf(piece)
	if err != nil {
		return err
	}
	var list []place
	for p := (place{}); places(&p); p = (place{}) {
		list = append(list, p)
	}
	if len(list) < 2 {
		return nil
	}
	slices.SortFunc(list, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Tag, b.Tag), cmp.Compare(a.ID, b.ID))
	})
	w := &walk{list: list, read: map[int]*merge.Telling{}}
	for i := range list {
		if floor(list[i].Day, stretch) == at {
			if err := w.from(i, links); err != nil {
				return err
			}
		}
		delete(w.read, i)
	}
	return nil
}

// walk goes over a sorted list with the tellings that are near read.
type walk struct {
	list []place
	read map[int]*merge.Telling
}

// from links a place with those after it.
func (w *walk) from(i int, links func(link)) error {
	a := &w.list[i]
	for j := i + 1; j < len(w.list) && j <= i+merge.Reach; j++ {
		b := &w.list[j]
		if !(merge.Key{Day: a.Day}).Near(merge.Key{Day: b.Day}) {
			break
		}
		t, err := w.telling(i)
		if err != nil {
			return err
		}
		u, err := w.telling(j)
		if err != nil {
			return err
		}
		switch {
		case !t.Same(u):
		case a.ID < b.ID:
			links(link{a.ID, b.ID, a.Day, b.Day})
		default:
			links(link{b.ID, a.ID, b.Day, a.Day})
		}
	}
	return nil
}

func (w *walk) telling(i int) (*merge.Telling, error) {
	if t := w.read[i]; t != nil {
		return t, nil
	}
	p := &w.list[i]
	t, err := merge.ReadProfile(p.Profile, p.ID, merge.Issue{Published: p.Published, Outlet: p.Outlet})
	w.read[i] = t
	return t, err
}
