package sqlite

import "demarche/data"

const (
	emptyCodebook  = `DELETE FROM codebook`
	insertCodebook = `INSERT INTO codebook SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7
		WHERE EXISTS (SELECT 1 FROM pragma_table_xinfo(?1) WHERE name = ?2)`
)

// fillCodebook writes what the columns of the views mean into the file, for people who have nothing but the file.
func (w *writer) fillCodebook() error {
	rows, err := data.Table(
		"codebook/variables.tsv",
		"table",
		"name",
		"type",
		"level",
		"meaning",
		"missing",
		"how",
		"accuracy",
	)
	if err != nil {
		return err
	}
	if err := w.db.exec(emptyCodebook); err != nil {
		return err
	}
	for _, r := range rows {
		f := r.Fields
		view := f[0]
		if view == "dyad" {
			view = "dyad_month" // the export of that name has more columns
		}
		if err := w.db.exec(insertCodebook, view, f[1], f[2], f[3], f[4], f[5], f[6]); err != nil {
			return err
		}
	}
	return nil
}
