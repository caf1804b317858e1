package main

import (
	"bytes"
	"database/sql"
	"encoding/csv"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"demarche/render/export"
)

// demoDatabase makes the database of the sample corpus.
func demoDatabase(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "demo")
	if out, err := programCmd(t, "demo", "-o", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return filepath.Join(dir, "demarche.sqlite")
}

// exported is the output of an export of the whole database.
func exported(t *testing.T, db string, args ...string) []byte {
	t.Helper()
	cmd := programCmd(t, append([]string{"export", "--db", db, "-q"}, args...)...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, &errs)
	}
	return out
}

// rowsOf reads a query as text, by the names of its columns.
func rowsOf(t *testing.T, db *sql.DB, query string) []map[string]string {
	t.Helper()
	rows, err := db.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for rows.Next() {
		values, to := make([]any, len(names)), make([]any, len(names))
		for i := range values {
			to[i] = &values[i]
		}
		if err := rows.Scan(to...); err != nil {
			t.Fatal(err)
		}
		row := map[string]string{}
		for i, v := range values {
			switch v := v.(type) {
			case nil:
				row[names[i]] = ""
			case float64:
				row[names[i]] = strconv.FormatFloat(v, 'g', -1, 64)
			default:
				row[names[i]] = fmt.Sprint(v)
			}
		}
		out = append(out, row)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestViewIsTheExport holds the view of statements, cell by cell, to the export of the whole database, and that of
// months to the export of dyads.
func TestViewIsTheExport(t *testing.T) {
	path := demoDatabase(t)
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, c := range []struct {
		format, view string
		key          []string
	}{
		{"csv", "statement", []string{"statement_id"}},
		{"dyads", "dyad_month", []string{"month", "source_state", "target_state"}},
	} {
		table, err := csv.NewReader(bytes.NewReader(exported(t, path, "--format", c.format))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		keyOf := func(get func(string) string) string {
			s := ""
			for _, k := range c.key {
				s += get(k) + "\x00"
			}
			return s
		}
		view := map[string]map[string]string{}
		for _, r := range rowsOf(t, db, "SELECT * FROM "+c.view) {
			view[keyOf(func(k string) string { return r[k] })] = r
		}
		if len(view) != len(table)-1 || len(view) < 20 {
			t.Errorf("%s: %d rows, the export has %d", c.view, len(view), len(table)-1)
		}
		for _, line := range table[1:] {
			row := view[keyOf(func(k string) string { return line[slices.Index(table[0], k)] })]
			if row == nil {
				t.Fatalf("%s: no row for %q", c.view, line[:3])
			}
			for name, got := range row {
				i := slices.Index(table[0], name)
				if i < 0 {
					t.Fatalf("%s: %s is no variable of the export", c.view, name)
				}
				if want := line[i]; got != want && export.Mark(got) != want {
					t.Errorf("%s %s: %s is %q, in the export %q", c.view, line[0], name, got, want)
				}
			}
		}
	}
}

// TestViewsAreTold holds every column of every view to the codebook in the file, and the words of every statement to the
// characters of its article.
func TestViewsAreTold(t *testing.T) {
	db, err := sql.Open("sqlite", demoDatabase(t))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	told := map[string]bool{}
	for _, r := range rowsOf(t, db, `SELECT "view", "column", meaning FROM codebook`) {
		told[r["view"]+"."+r["column"]] = r["meaning"] != ""
	}
	columns := rowsOf(
		t,
		db,
		`SELECT v.name AS view, c.name FROM sqlite_schema v, pragma_table_xinfo(v.name) c WHERE v.type = 'view'`,
	)
	for _, r := range columns {
		if !told[r["view"]+"."+r["name"]] {
			t.Errorf("the codebook does not tell %s.%s", r["view"], r["name"])
		}
	}
	if len(columns) != len(told) {
		t.Errorf("the views have %d columns, the codebook tells %d", len(columns), len(told))
	}
	for _, view := range []string{"statement", "report"} {
		found, whole := 0, 0
		for _, r := range rowsOf(t, db, `SELECT report_id, words, spans FROM `+view) {
			pieces := []string{}
			for _, span := range strings.Split(r["spans"], "|") {
				a, b, _ := strings.Cut(span, "-")
				q := fmt.Sprintf(
					`SELECT substr(text, %s + 1, %s - %s) AS piece FROM articles WHERE key = (SELECT article FROM report WHERE report_id = '%s')`,
					a,
					b,
					a,
					r["report_id"],
				)
				pieces = append(pieces, rowsOf(t, db, q)[0]["piece"])
			}
			if got := strings.Join(pieces, " … "); got != r["words"] {
				t.Errorf("%s: %q is not at its place: %q", r["report_id"], r["words"], got)
			}
			if found++; len(pieces) == 1 {
				whole++
			}
		}
		reports := rowsOf(t, db, `SELECT count(*) AS n FROM reports`)[0]["n"]
		if view == "report" && reports != fmt.Sprint(found) || whole < 50 {
			t.Errorf("%s: %d rows of %s reports", view, found, reports)
		}
	}
}
