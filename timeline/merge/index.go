package merge

import (
	"cmp"
	"slices"

	"demarche/timeline/record"
)

// Key is a place in one of the sorted lists of an index: the list, the day (from 1970 on) by which it is sorted, a
// number that orders tellings of one day, which comes from their ids, and the first day of the telling, of which Day is
// the last.
type Key struct {
	List     int64
	Day, Tag int64
	First    int64
}

// Reach is how many tellings before and after it in each list a telling is compared with.
const Reach = 12

// perReport is how many lists a report is in by neighbouring words, and by rare ones.
const perReport = 2

// farDays is the number of days beyond which two tellings of one list are never compared.
const farDays = 40

// Keys are the places of a telling in an index: by each speaker, the end of the name and the channel of each, by each
// pair of parties, and by the words of each report. None for a telling of which no day is known.
func (t *Telling) Keys() []Key {
	if !t.dated {
		return nil
	}
	var lists []int64
	add := func(kind byte, a, b uint32) { lists = append(lists, listOf(kind, a, b)) }
	for _, p := range t.speakers {
		add('s', p.id, 0)
		add('n', p.tail, 0)
		if p.stated && t.channel != record.UnknownChannel {
			add('c', p.voice, hash32(string(t.channel)))
		}
		for _, q := range t.to {
			add('t', min(p.voice, q.voice), max(p.voice, q.voice))
		}
	}
	for i, p := range t.speakers {
		for _, q := range t.speakers[i+1:] {
			add('t', min(p.voice, q.voice), max(p.voice, q.voice))
		}
	}
	for i := range t.reports {
		for _, h := range t.reports[i].sketch(perReport) {
			add('w', h, 0)
		}
		for _, h := range t.reports[i].rarest(perReport) {
			add('r', h, 0)
		}
	}
	slices.Sort(lists)
	lists = slices.Compact(lists)
	tag := int64(hash64(t.ID) >> 1) //nolint:gosec // the bits are what counts
	keys := make([]Key, len(lists))
	for i, l := range lists {
		keys[i] = Key{l, int64(t.win.day()), tag, int64(t.win.start())}
	}
	return keys
}

// listOf numbers a list.
func listOf(kind byte, a, b uint32) int64 {
	h := uint64(a)<<32 | uint64(b)
	h = (h ^ uint64(kind)) * 0x9e3779b97f4a7c15
	h ^= h >> 31
	h *= 0xbf58476d1ce4e5b9
	return int64(h >> 1) //nolint:gosec // the bits are what counts
}

// Near reports whether two places of one list are near enough in time to be compared at all: their days meet.
func (k Key) Near(l Key) bool {
	return k.Day-l.Day <= farDays && l.Day-k.Day <= farDays && k.First <= l.Day+1 && l.First <= k.Day+1
}

func (k Key) compare(l Key) int { return cmp.Or(cmp.Compare(k.Day, l.Day), cmp.Compare(k.Tag, l.Tag)) }

// index is the lists of tellings in memory.
type index map[int64][]entry

type entry struct {
	key Key
	of  *Telling
}

func newIndex(all []*Telling) index {
	x := index{}
	for _, t := range all {
		for _, k := range t.Keys() {
			x[k.List] = append(x[k.List], entry{k, t})
		}
	}
	for _, l := range x {
		slices.SortFunc(l, func(a, b entry) int { return a.key.compare(b.key) })
	}
	return x
}

// beside returns the neighbours of a telling in all lists.
func (x index) beside(t *Telling) []*Telling {
	var out []*Telling
	for _, k := range t.Keys() {
		l := x[k.List]
		at, _ := slices.BinarySearchFunc(l, k, func(e entry, k Key) int { return e.key.compare(k) })
		for _, e := range l[max(0, at-Reach):min(len(l), at+Reach+1)] {
			if e.of != t && k.Near(e.key) {
				out = append(out, e.of)
			}
		}
	}
	return out
}
