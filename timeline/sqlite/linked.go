package sqlite

import (
	"context"
	"encoding/json"

	"demarche/timeline/merge"
)

// PutLinked is [Store.PutAll] into a file that holds some of the articles of a larger whole: links gives, by the id of
// a telling, those that are its neighbours and one event with it in the whole. They stand in place of the neighbours in
// the file, so that its events are those of the whole, as far as it holds all that hangs together by links.
func (s *Store) PutLinked(ctx context.Context, entries []Entry, links map[string][]string) ([]Outcome, error) {
	w, done, err := s.writer(ctx)
	if err != nil {
		return nil, err
	}
	w.settler.links = links
	done()
	defer func() {
		if w, done, err := s.writer(context.Background()); err == nil {
			w.settler.links = nil
			done()
		}
	}()
	return s.PutAll(ctx, entries)
}

// neighbours returns what a telling is compared with.
func (w *settler) neighbours(t *merge.Telling, edits *merge.Edits) ([]*merge.Telling, error) {
	if w.links == nil {
		return w.near(t, edits)
	}
	b, err := json.Marshal(w.links[t.ID])
	if err != nil {
		return nil, err
	}
	ids, err := w.db.ids(`SELECT id FROM tellings WHERE ident`+picks, string(b))
	if err != nil {
		return nil, err
	}
	return w.tellings.heldTellings(ids)
}
