package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"demarche/timeline/actors"
	"demarche/timeline/edits"
	"demarche/timeline/merge"
)

// writer is the connection that writes, with its statements prepared. It is not safe for several goroutines.
type writer struct {
	conn   *sql.Conn
	stmts  map[string]*sql.Stmt
	actors map[actors.Actor]int64 // rows already known, at most maxActors
	held   *holdings              // as this transaction leaves them; nil while it has changed nothing

	open        unsettled                // what this transaction is to merge yet
	tellings    map[int64]*merge.Telling // by row, at most maxTellings
	rows        map[*merge.Telling]int64 // the same the other way
	decided     *merge.Edits             // nil until they are read
	corrections *edits.Log               // the same
	links       map[string][]string      // by ids of tellings, in place of neighbours; nil for none
	version     int64                    // of what other connections wrote, as SQLite counts it
}

// maxActors bounds the memory of the writer, a few hundred bytes an actor.
const maxActors = 20_000

// Statements that guard a transaction. An article stands between savepoint and release.
const (
	begin     = `BEGIN IMMEDIATE`
	commit    = `COMMIT`
	rollback  = `ROLLBACK`
	savepoint = `SAVEPOINT article`
	undo      = `ROLLBACK TO article`
	release   = `RELEASE article`
)

func newWriter(ctx context.Context, db *sql.DB) (*writer, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	return &writer{
		conn: conn, stmts: map[string]*sql.Stmt{}, actors: map[actors.Actor]int64{},
		tellings: map[int64]*merge.Telling{}, rows: map[*merge.Telling]int64{},
	}, nil
}

func (w *writer) close() error {
	var errs []error
	for _, s := range w.stmts {
		errs = append(errs, s.Close())
	}
	return errors.Join(append(errs, w.conn.Close())...)
}

// forget drops what is known of rows after a rollback.
func (w *writer) forget() {
	clear(w.actors)
	clear(w.tellings)
	clear(w.rows)
	w.decided, w.corrections = nil, nil
}

// stmt returns the prepared statement of a query. A transaction is never broken off in the middle: no context ends it.
func (w *writer) stmt(query string) (*sql.Stmt, error) {
	if s := w.stmts[query]; s != nil {
		return s, nil
	}
	s, err := w.conn.PrepareContext(context.Background(), query)
	if err != nil {
		return nil, err
	}
	w.stmts[query] = s
	return s, nil
}

func (w *writer) exec(query string, args ...any) error {
	s, err := w.stmt(query) //nolint:sqlclosecheck // the writer closes it
	if err != nil {
		return err
	}
	_, err = s.Exec(args...)
	return err
}

// insert runs an INSERT and returns the id of the new row.
func (w *writer) insert(query string, args ...any) (int64, error) {
	s, err := w.stmt(query) //nolint:sqlclosecheck // the writer closes it
	if err != nil {
		return 0, err
	}
	res, err := s.Exec(args...)
	if err != nil {
		return 0, err
	}
	return res.LastInsertId()
}

const (
	insertActor = `INSERT INTO actors (digest, ident, name, kind, state) VALUES (?, ?, ?, ?, ?)`
	selectActor = `SELECT id FROM actors WHERE ident = ? AND name = ? AND kind = ? AND state = ?`
)

// actorColumns are the columns of an actor from ident on.
func actorColumns(a *actors.Actor) []any { return []any{a.ID, a.Name, string(a.Kind), a.State} }

// actor returns the row of an actor, which it makes where there is none.
func (w *writer) actor(a actors.Actor) (int64, error) {
	if id, ok := w.actors[a]; ok {
		return id, nil
	}
	s, err := w.stmt(selectActor) //nolint:sqlclosecheck // as above
	if err != nil {
		return 0, err
	}
	var id int64
	err = s.QueryRow(actorColumns(&a)...).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		id, err = w.insert(insertActor, append([]any{actorDigest(&a)}, actorColumns(&a)...)...)
	}
	if err != nil {
		return 0, err
	}
	if len(w.actors) >= maxActors {
		clear(w.actors)
	}
	w.actors[a] = id
	return id, nil
}
