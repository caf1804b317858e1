package sqlite

import (
	"database/sql"
	"errors"

	"demarche/timeline/actors"
)

// actorRows makes the rows of actors and remembers them.
type actorRows struct {
	db    *connection
	known map[actors.Actor]int64 // at most maxActors
}

const (
	insertActor = `INSERT INTO actors (digest, ident, name, kind, state) VALUES (?, ?, ?, ?, ?)`
	selectActor = `SELECT id FROM actors WHERE ident = ? AND name = ? AND kind = ? AND state = ?`
)

// actorColumns are the columns of an actor from ident on.
func actorColumns(a *actors.Actor) []any { return []any{a.ID, a.Name, string(a.Kind), a.State} }

// maxActors bounds the memory of the writer, a few hundred bytes an actor.
const maxActors = 20_000

// actor returns the row of an actor, which it makes where there is none.
func (w *actorRows) actor(a actors.Actor) (int64, error) {
	if id, ok := w.known[a]; ok {
		return id, nil
	}
	s, err := w.db.stmt(selectActor) //nolint:sqlclosecheck // as above
	if err != nil {
		return 0, err
	}
	var id int64
	err = s.QueryRow(actorColumns(&a)...).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		id, err = w.db.insert(insertActor, append([]any{actorDigest(&a)}, actorColumns(&a)...)...)
	}
	if err != nil {
		return 0, err
	}
	if len(w.known) >= maxActors {
		clear(w.known)
	}
	w.known[a] = id
	return id, nil
}
