package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
)

// applicationID marks a file as demarche's in the header of SQLite: "dmch" in ASCII.
const applicationID = 0x646d6368

//go:embed migrations/*.sql
var migrations embed.FS

// steps returns the migrations in their order; the n-th brings a file from schema n-1 to n.
func steps() ([]string, error) {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	var out []string
	for _, name := range names { // Glob sorts
		b, err := migrations.ReadFile(name)
		if err != nil {
			return nil, err
		}
		out = append(out, string(b))
	}
	return out, nil
}

// Schema is the number of the newest schema, to which [Open] brings a file: the count of the migrations.
func Schema() int {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		panic(err) // the pattern is ours
	}
	return len(names)
}

// identity is what a file says of itself.
type identity struct {
	application, schema, objects int
}

// readIdentity reads it in one transaction: another process may be making the file.
func readIdentity(ctx context.Context, db *sql.DB) (identity, error) {
	var id identity
	tx, err := db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return id, err
	}
	defer tx.Rollback() //nolint:errcheck // it only read
	for query, to := range map[string]*int{
		"PRAGMA application_id":              &id.application,
		"PRAGMA user_version":                &id.schema,
		"SELECT count(*) FROM sqlite_schema": &id.objects,
	} {
		if err := tx.QueryRowContext(ctx, query).Scan(to); err != nil {
			return id, err
		}
	}
	return id, nil
}

// fresh reports whether nothing was ever written to the file: it may become ours.
func (id identity) fresh() bool { return id == identity{} }

// migrate runs the steps that the file has not had yet, unless another process did so meanwhile, and then makes all
// digests and events anew: what they cover may have changed. All of it is one transaction.
func migrate(ctx context.Context, db *sql.DB, steps []string) (err error) {
	w, err := newWriter(ctx, db)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.db.close()) }()
	if err := w.db.exec(begin); err != nil {
		return err
	}
	if err := w.migrate(ctx, steps); err != nil {
		_ = w.db.exec(rollback) // fails where SQLite has done so itself
		return err
	}
	return w.db.exec(commit)
}

func (w *writer) migrate(ctx context.Context, steps []string) error {
	var have int
	if err := w.db.conn.QueryRowContext(ctx, "PRAGMA user_version").Scan(&have); err != nil || have >= len(steps) {
		return err
	}
	for n := have; n < len(steps); n++ {
		if _, err := w.db.conn.ExecContext(ctx, steps[n]); err != nil {
			return fmt.Errorf("migration %d: %w", n+1, err)
		}
	}
	if err := w.fillCodebook(); err != nil {
		return err
	}
	if err := w.digestAll(ctx); err != nil {
		return fmt.Errorf("migration %d: %w", len(steps), err)
	}
	mark := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(steps))
	_, err := w.db.conn.ExecContext(ctx, mark)
	return err
}
