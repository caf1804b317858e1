package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
)

// object is a table, index or trigger of a schema.
type object struct{ kind, name, table string }

func (o object) String() string { return o.kind + " " + o.name }

// schema fails a file that lacks a table, index or trigger of the newest schema, or has a trigger that it has not:
// those write rows unasked. What else a researcher has added, views and indices, is welcome.
func (c *checker) schema() error {
	want, err := newestObjects(c.ctx)
	if err != nil {
		return err
	}
	have, err := objectsOf(c.ctx, c.tx)
	if err != nil {
		return err
	}
	for _, o := range want {
		if !slices.Contains(have, o) {
			c.fail("schema: the %s of %s is missing", o, o.table)
		}
	}
	for _, o := range have {
		if o.kind == "trigger" && !slices.Contains(want, o) {
			c.fail("schema: the %s of %s is not this program's", o, o.table)
		}
	}
	return nil
}

func objectsOf(ctx context.Context, q querier) ([]object, error) {
	rows, err := q.QueryContext(ctx, `SELECT type, name, tbl_name FROM sqlite_schema ORDER BY type, name`)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(o *object) []any { return []any{&o.kind, &o.name, &o.table} })
}

// newestObjects makes the newest schema in memory and lists what it has.
func newestObjects(ctx context.Context) (_ []object, err error) {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1) // each connection has a memory of its own
	steps, err := steps()
	if err != nil {
		return nil, err
	}
	for n, step := range steps {
		if _, err := db.ExecContext(ctx, step); err != nil {
			return nil, fmt.Errorf("migration %d: %w", n+1, err)
		}
	}
	return objectsOf(ctx, db)
}
