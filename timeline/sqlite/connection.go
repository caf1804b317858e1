package sqlite

import (
	"context"
	"database/sql"
	"errors"
)

// connection is the one that writes, with its statements prepared. It knows SQL, not what is written. It is not safe
// for several goroutines.
type connection struct {
	conn  *sql.Conn
	stmts map[string]*sql.Stmt
}

// stmt returns the prepared statement of a query. A transaction is never broken off in the middle: no context ends it.
func (c *connection) stmt(query string) (*sql.Stmt, error) {
	if s := c.stmts[query]; s != nil {
		return s, nil
	}
	s, err := c.conn.PrepareContext(context.Background(), query)
	if err != nil {
		return nil, err
	}
	c.stmts[query] = s
	return s, nil
}

func (c *connection) exec(query string, args ...any) error {
	s, err := c.stmt(query) //nolint:sqlclosecheck // the writer closes it
	if err != nil {
		return err
	}
	_, err = s.Exec(args...)
	return err
}

// insert runs an INSERT and returns the id of the new row.
func (c *connection) insert(query string, args ...any) (int64, error) {
	s, err := c.stmt(query) //nolint:sqlclosecheck // the writer closes it
	if err != nil {
		return 0, err
	}
	res, err := s.Exec(args...)
	if err != nil {
		return 0, err
	}
	return res.LastInsertId()
}

// ids runs a query for row ids.
func (c *connection) ids(query string, args ...any) ([]int64, error) {
	s, err := c.stmt(query) //nolint:sqlclosecheck // the writer closes it
	if err != nil {
		return nil, err
	}
	rows, err := s.Query(args...)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(id *int64) []any { return []any{id} })
}

func (c *connection) close() error {
	var errs []error
	for _, s := range c.stmts {
		errs = append(errs, s.Close())
	}
	return errors.Join(append(errs, c.conn.Close())...)
}
