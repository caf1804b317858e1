package sqlite

import (
	"database/sql"
	"errors"
)

// each scans every row into a value and passes it on; fields are where the columns of a value go.
func each[T any](rows *sql.Rows, fields func(*T) []any, do func(*T) error) (err error) {
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var v T
		if err := rows.Scan(fields(&v)...); err != nil {
			return err
		}
		if err := do(&v); err != nil {
			return err
		}
	}
	return rows.Err()
}

// collect returns every row as a value.
func collect[T any](rows *sql.Rows, fields func(*T) []any) ([]T, error) {
	var out []T
	err := each(rows, fields, func(v *T) error {
		out = append(out, *v)
		return nil
	})
	return out, err
}
