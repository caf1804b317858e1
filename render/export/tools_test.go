package export

import (
	"os/exec"
	"strings"
	"testing"
)

// TestStatisticsProgramsReadTheTables reads CSV, TSV, JSON Lines, Parquet and XLSX with pandas and DuckDB, without an
// option: the same rows everywhere, but for the mark before what looks like a formula.
func TestStatisticsProgramsReadTheTables(t *testing.T) {
	dir := written(t, made(60, all), "csv", "tsv", "jsonl", "parquet", "xlsx")
	python(t, dir, `
import pandas as pd, duckdb
def unmark(x):
    return x[1:] if isinstance(x, str) and x.startswith("'") and x.lstrip("'")[:1] in ("=", "+", "-", "@", "\t", "\n") else x
c, p = pd.read_csv("all.csv"), pd.read_parquet("all.parquet")
t, x, l = pd.read_csv("all.tsv", sep="\t"), pd.read_excel("all.xlsx"), pd.read_json("all.jsonl", lines=True)
assert c.shape == p.shape == t.shape == x.shape and len(c) == len(l) == 90, (c.shape, p.shape, t.shape, x.shape, l.shape)
assert list(c.columns) == list(p.columns) == list(x.columns) and c.equals(t)
for col in c.columns:
    for i, (a, b, e) in enumerate(zip(c[col], p[col], x[col])):
        if pd.isna(a) and col in ("words", "title", "place", "occasion") and b in ("NA", "null"):
            continue
        if pd.isna(a) or pd.isna(b):
            assert pd.isna(a) and pd.isna(b), (col, i, a, b)
            continue
        a = unmark(a)
        assert str(a) == str(b) or float(a) == float(b), (col, i, a, b)
        e = e.date() if hasattr(e, "date") else e
        assert str(e).replace("_x000D_", "") == str(b) or float(e) == float(b), (col, i, e, b)
d, q = duckdb.sql("select * from 'all.csv'"), duckdb.sql("select * from 'all.parquet'")
assert d.columns == q.columns and len(d.fetchall()) == len(q.fetchall()) == 90
for col in ("day", "reports", "tone_score", "start", "p"):
    same = duckdb.sql(f'select count(*) from "all.csv" c join "all.parquet" p using (statement_id) where c."{col}" is not distinct from p."{col}"')
    assert same.fetchall()[0][0] == 90, col
assert duckdb.sql("select count(*) from 'all.jsonl'").fetchall()[0][0] == 90
`, "pandas", "duckdb", "pyarrow", "openpyxl")
}

// TestRReadsTheTables reads CSV and TSV with readr, where R is there.
func TestRReadsTheTables(t *testing.T) {
	if exec.Command("Rscript", "-e", "library(readr)").Run() != nil {
		lacking(t, "r", "install r-base-core and r-cran-readr")
	}
	dir := written(t, made(60, all), "csv", "tsv")
	const program = `library(readr)
for (t in list(read_csv("all.csv", show_col_types = FALSE), read_tsv("all.tsv", show_col_types = FALSE))) {
  stopifnot(nrow(t) == 90, ncol(t) == NCOL, nrow(problems(t)) == 0)
  stopifnot(inherits(t$day, "Date"), is.numeric(t$tone_score), is.numeric(t$start), is.character(t$words))
}`
	cmd := exec.Command("Rscript", "-e", strings.ReplaceAll(program, "NCOL", cell(int64(len(statementColumns())))))
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
