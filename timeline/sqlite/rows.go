package sqlite

import (
	"database/sql"
	"errors"
	"fmt"
)

// each scans every row into a value and passes it on; fields are where the columns of a value go. The value is the same
// one for all rows: do must keep a copy, not the pointer.
func each[T any](rows *sql.Rows, fields func(*T) []any, do func(*T) error) (err error) {
	defer func() { err = errors.Join(err, rows.Close()) }()
	var v, zero T
	into := newTargets(fields(&v))
	for rows.Next() {
		v = zero
		if err := into.scan(rows); err != nil {
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

// targets are where the columns of rows go. Package sql finds out by reflection how to convert a column, and writes an
// integer as text to read it again; columns of the types that STRICT tables have are assigned here.
type targets struct {
	fields  []any // as the caller gave them
	columns []any // what package sql assigns: a column to its value, or to the field where that is of another type
	values  []any // of the columns of those types
}

func newTargets(fields []any) *targets {
	t := &targets{fields, make([]any, len(fields)), make([]any, len(fields))}
	for i, f := range fields {
		switch f.(type) {
		case *string, *int, *int64, *float64, *sql.NullString, *sql.NullInt64:
			t.columns[i] = &t.values[i]
		default:
			t.columns[i] = f
		}
	}
	return t
}

// scan assigns the columns of the row.
func (t *targets) scan(rows *sql.Rows) error {
	if err := rows.Scan(t.columns...); err != nil {
		return err
	}
	for i, f := range t.fields {
		if t.columns[i] != f && !assign(f, t.values[i]) {
			return fmt.Errorf("column %d: a %T does not go into a %T", i, t.values[i], f)
		}
	}
	return nil
}

// assign puts a column into a field, and tells whether it is of its type.
func assign(field, column any) (ok bool) {
	switch f := field.(type) {
	case *string:
		*f, ok = column.(string)
	case *int:
		var n int64
		n, ok = column.(int64)
		*f = int(n)
	case *int64:
		*f, ok = column.(int64)
	case *float64:
		if *f, ok = column.(float64); !ok { // an expression may give a whole number
			var n int64
			n, ok = column.(int64)
			*f = float64(n)
		}
	case *sql.NullString:
		f.String, f.Valid = column.(string)
		ok = f.Valid || column == nil
	case *sql.NullInt64:
		f.Int64, f.Valid = column.(int64)
		ok = f.Valid || column == nil
	}
	return ok
}
