package sqlite

import (
	"demarche/timeline/merge"
)

// places keeps the lists of tellings, by day and mark, in which those are found that may be of one event.
type places struct {
	db      *connection
	backlog *backlog
}

const (
	insertPlace = `INSERT INTO places (list, day, tag, telling, first) VALUES (?, ?, ?, ?, ?)`
	deletePlace = `DELETE FROM places WHERE list = ? AND day = ? AND tag = ? AND telling = ?`
	placeBefore = `SELECT telling, day, first FROM places WHERE list = ? AND (day, tag) < (?, ?)
		ORDER BY day DESC, tag DESC LIMIT ?`
	placeBehind = `SELECT telling, day, first FROM places WHERE list = ? AND (day, tag) > (?, ?)
		ORDER BY day, tag LIMIT ?`
)

// neighbour is a telling beside a place in a list.
type neighbour struct{ telling, day, first int64 }

func (n neighbour) key() merge.Key { return merge.Key{Day: n.day, First: n.first} }

// beside returns the neighbours of a place in its list, the nearest first.
func (w *places) beside(query string, k merge.Key) ([]neighbour, error) {
	s, err := w.db.stmt(query) //nolint:sqlclosecheck // the writer closes it
	if err != nil {
		return nil, err
	}
	rows, err := s.Query(k.List, k.Day, k.Tag, merge.Reach)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(n *neighbour) []any { return []any{&n.telling, &n.day, &n.first} })
}

// between notes the pairs around a place whose being neighbours depends on whether the place is taken.
func (w *places) between(k merge.Key) error {
	before, err := w.beside(placeBefore, k)
	if err != nil {
		return err
	}
	if len(before) == 0 {
		return nil
	}
	behind, err := w.beside(placeBehind, k)
	for i := range before {
		if j := merge.Reach - 1 - i; j < len(behind) && before[i].key().Near(behind[j].key()) {
			w.backlog.open.pairs = append(w.backlog.open.pairs, [2]int64{before[i].telling, behind[j].telling})
		}
	}
	return err
}

// place puts a telling in its lists. Those between which it steps may be neighbours no longer.
func (w *places) place(id int64, t *merge.Telling) error {
	for _, k := range t.Keys() {
		if err := w.db.exec(insertPlace, k.List, k.Day, k.Tag, id, k.First); err != nil {
			return err
		}
		if err := w.between(k); err != nil {
			return err
		}
	}
	return nil
}

// displace takes a telling out of its lists. Those between which it stood may become neighbours.
func (w *places) displace(id int64, t *merge.Telling) error {
	for _, k := range t.Keys() {
		if err := w.db.exec(deletePlace, k.List, k.Day, k.Tag, id); err != nil {
			return err
		}
		if err := w.between(k); err != nil {
			return err
		}
	}
	return nil
}

// near returns the neighbours of a telling in all its lists, and those that a person bound to it.
func (w *settler) near(t *merge.Telling, edits *merge.Edits) ([]*merge.Telling, error) {
	own := w.tellings.rows[t]
	var ids []int64
	seen := map[int64]bool{own: true}
	add := func(id int64) {
		if !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	for _, k := range t.Keys() {
		for _, query := range []string{placeBefore, placeBehind} {
			list, err := w.places.beside(query, k)
			if err != nil {
				return nil, err
			}
			for _, n := range list {
				if k.Near(n.key()) {
					add(n.telling)
				}
			}
		}
	}
	for _, report := range edits.Bound(t) {
		bound, err := w.db.ids(`SELECT telling FROM reports WHERE ident = ?`, report)
		if err != nil {
			return nil, err
		}
		for _, id := range bound {
			add(id)
		}
	}
	return w.tellings.heldTellings(ids)
}
