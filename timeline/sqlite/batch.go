package sqlite

import "errors"

// putAll is PutAll on the writer's connection. It first goes without savepoints, at each of which the full-text
// index would write out what it holds; when an entry fails, it starts over with one around each.
func (w *writer) putAll(entries []Entry) ([]Outcome, error) {
	outcomes, err := w.batch(entries, w.putPlain)
	var bad *entryError
	if errors.As(err, &bad) {
		outcomes, err = w.batch(entries, w.putGuarded)
	}
	return outcomes, err
}

// batch puts entries in one transaction.
func (w *writer) batch(entries []Entry, put func(Entry) (Outcome, error)) ([]Outcome, error) {
	outcomes := make([]Outcome, len(entries))
	err := w.transaction(func() (err error) {
		for i, e := range entries {
			if fault := sound(e.Article, e.Events); fault != nil {
				outcomes[i].Err = fault
				continue
			}
			if outcomes[i], err = put(e); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return outcomes, nil
}

// entryError is what the database has against an entry.
type entryError struct {
	key string
	err error
}

// Error returns the article and what is wrong with it.
func (e *entryError) Error() string { return e.key + ": " + e.err.Error() }

// Unwrap returns what is wrong.
func (e *entryError) Unwrap() error { return e.err }

// putPlain puts an entry; its error ends the batch.
func (w *writer) putPlain(e Entry) (Outcome, error) {
	out, err := w.entries.put(e)
	if err != nil {
		return out, &entryError{e.Article.Key(), err}
	}
	return out, nil
}

// putGuarded puts an entry between two savepoints. What is wrong with the entry is in the outcome.
func (w *writer) putGuarded(e Entry) (Outcome, error) {
	if err := w.db.exec(savepoint); err != nil {
		return Outcome{}, err
	}
	held, open := w.holdings.held.clone(), w.backlog.open.clone()
	out, err := w.entries.put(e)
	if err != nil {
		w.holdings.held, w.backlog.open = held, open
		out = Outcome{Err: &entryError{e.Article.Key(), err}}
		w.forget()
		if err := w.db.exec(undo); err != nil { // the disk is full or the file is gone: the batch is lost
			return Outcome{}, out.Err
		}
	}
	return out, w.db.exec(release)
}
