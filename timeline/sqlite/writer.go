package sqlite

import (
	"context"
	"database/sql"

	"demarche/timeline/actors"
	"demarche/timeline/merge"
)

// writer writes to the file in transactions, each whole or not at all. Its parts stand in the order in which they know
// of each other: each asks only those before it, over the same connection. It is not safe for several goroutines.
type writer struct {
	db        *connection
	holdings  *holdingWriter
	actors    *actorRows
	aliases   *aliasWriter
	backlog   *backlog
	tellings  *tellingWriter
	settler   *settler
	articles  *articleWriter
	corrector *corrector
	restorer  *restorer
	entries   *entryWriter
	version   int64 // of what other connections wrote, as SQLite counts it
}

// newWriter takes a connection to the file, on which alone it writes.
func newWriter(ctx context.Context, db *sql.DB) (*writer, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	c := &connection{conn: conn, stmts: map[string]*sql.Stmt{}}
	w := &writer{
		db: c, holdings: &holdingWriter{db: c}, actors: &actorRows{db: c, known: map[actors.Actor]int64{}},
		aliases: &aliasWriter{c}, backlog: &backlog{db: c}, articles: &articleWriter{c},
	}
	events, places := &eventWriter{c, w.actors}, &places{c, w.backlog}
	w.tellings = &tellingWriter{
		db: c, backlog: w.backlog, places: places, events: events,
		held: map[int64]*merge.Telling{}, rows: map[*merge.Telling]int64{},
	}
	w.settler = &settler{
		db: c, backlog: w.backlog, aliases: w.aliases, places: places, events: events, tellings: w.tellings,
	}
	w.corrector = &corrector{
		db: c, holdings: w.holdings, backlog: w.backlog, tellings: w.tellings, articles: w.articles, settler: w.settler,
	}
	w.restorer = &restorer{c, w.aliases, w.articles}
	w.entries = &entryWriter{c, w.holdings, w.aliases, w.tellings, w.articles, w.corrector}
	return w, nil
}

// forget drops what is known of rows after a rollback.
func (w *writer) forget() {
	clear(w.actors.known)
	clear(w.tellings.held)
	clear(w.tellings.rows)
	w.settler.decided, w.corrector.corrections = nil, nil
}
