package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestDatasetteShowsTheDatabase publishes the database with Datasette: a search box over the articles' texts, and what
// the columns of the views mean. DEMARCHE_PYTHON names a Python that has it.
func TestDatasetteShowsTheDatabase(t *testing.T) {
	python := pythonWith(t, "datasette")
	db := demoDatabase(t)
	metadata := filepath.Join(filepath.Dir(db), "metadata.json")
	if err := os.WriteFile(metadata, exported(t, db, "--format", "datasette"), 0o600); err != nil {
		t.Fatal(err)
	}
	const program = `
import asyncio, json, sys
from datasette.app import Datasette
async def main():
    ds = Datasette([sys.argv[1]], metadata=json.load(open(sys.argv[2])))
    page = (await ds.client.get("/demarche/articles")).text
    assert 'name="_search"' in page, "no search box"
    found = (await ds.client.get("/demarche/articles.json?_search=friendship&_shape=array&_col=key")).json()
    assert found and len(found) < 50, len(found)
    view = (await ds.client.get("/demarche/statement")).text
    assert "Stable identifier of the statement" in view and "A row is a statement" in view
    rows = (await ds.client.get("/demarche/statement.json?_shape=array&_size=max")).json()
    assert len(rows) > 50 and all(r["words"] for r in rows), len(rows)
asyncio.run(main())
`
	if out, err := exec.Command(python, "-c", program, db, metadata).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
