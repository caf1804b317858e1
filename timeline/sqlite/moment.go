package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"sync"

	"demarche/timeline"
)

// readers is the number of connections that read one moment of the file, each on a core of its own.
const readers = 2

// moment is the file as it is at one moment, whatever other processes write meanwhile, on one connection or several.
// Each of them may be used by one goroutine at a time. It must be closed.
type moment struct {
	path  string
	conns []*sql.Conn
	txs   []*sql.Tx
}

// moment begins to read the file as it is now.
func (s *Store) moment(ctx context.Context) (*moment, error) {
	m := &moment{path: s.path}
	if err := m.connect(ctx, s); err != nil {
		return nil, errors.Join(err, m.close())
	}
	if err := m.begin(ctx); err != nil {
		return nil, errors.Join(err, m.close())
	}
	return m, nil
}

// connect takes the connections. Only one goroutine at a time does: two that hold some of the pool and wait for more
// would wait for each other.
func (m *moment) connect(ctx context.Context, s *Store) error {
	s.several.Lock()
	defer s.several.Unlock()
	for range min(readers, runtime.GOMAXPROCS(0)) {
		c, err := s.db.Conn(ctx)
		if err != nil {
			return err
		}
		m.conns = append(m.conns, c)
	}
	return nil
}

// begin begins a transaction on each connection. SQLite can't begin several at one moment, but tells a connection
// whether another has written since: the first one looks before all others begin and, beginning last, again.
func (m *moment) begin(ctx context.Context) error {
	before, err := version(ctx, m.conns[0])
	if err != nil {
		return err
	}
	now := before
	for _, c := range slices.Backward(m.conns) {
		tx, err := c.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
		if err != nil {
			return err
		}
		m.txs = append(m.txs, tx)
		if now, err = version(ctx, tx); err != nil { // reading is what begins it
			return err
		}
	}
	slices.Reverse(m.txs)
	if now != before {
		return m.alone()
	}
	return nil
}

// alone ends the transactions of all connections but the first, which may be of another moment.
func (m *moment) alone() error {
	var errs []error
	for _, tx := range m.txs[1:] {
		errs = append(errs, tx.Rollback())
	}
	m.txs = m.txs[:1]
	return errors.Join(errs...)
}

// version is a number that changes when another connection has written.
func version(ctx context.Context, q querier) (int64, error) {
	list, err := readIDs(ctx, q, `PRAGMA data_version`)
	if err != nil {
		return 0, err
	}
	return list[0], nil
}

// close ends the reading, and gives the connections back.
func (m *moment) close() error {
	var errs []error
	for _, tx := range m.txs {
		errs = append(errs, tx.Rollback())
	}
	for _, c := range m.conns {
		errs = append(errs, c.Close())
	}
	return errors.Join(errs...)
}

// both does two things, each on a connection of its own where there are several.
func (m *moment) both(first, second func(q querier) error) error {
	if len(m.txs) == 1 {
		return errors.Join(first(m.txs[0]), second(m.txs[0]))
	}
	var wg sync.WaitGroup
	var err error
	wg.Go(func() { err = second(m.txs[1]) })
	again := first(m.txs[0])
	wg.Wait()
	return errors.Join(again, err)
}

// reading is what is read of events: they themselves, by row, and the articles that they cite, by key.
type reading struct {
	events  []*storedEvent
	sources map[string]timeline.Source
}

// told reads the events with those row ids, a share of them on each connection.
func (m *moment) told(ctx context.Context, ids []int64) (*reading, error) {
	out := &reading{sources: map[string]timeline.Source{}}
	parts, errs := make([]reading, len(m.txs)), make([]error, len(m.txs))
	var wg sync.WaitGroup
	for i, tx := range m.txs {
		wg.Go(func() {
			lo, hi := i*len(ids)/len(m.txs), (i+1)*len(ids)/len(m.txs)
			var err error
			if parts[i].events, parts[i].sources, err = loadTold(ctx, tx, ids[lo:hi]); err != nil {
				errs[i] = fmt.Errorf("%s: %w; see: demarche check", m.path, err)
			}
		})
	}
	wg.Wait()
	for i := range parts {
		if errs[i] != nil {
			return nil, errs[i]
		}
		out.events = append(out.events, parts[i].events...)
		maps.Copy(out.sources, parts[i].sources)
	}
	return out, nil
}
