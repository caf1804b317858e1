package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestJoin puts an annotation together with its text, and refuses a text that is missing, has changed or is too short.
func TestJoin(t *testing.T) {
	const sum = "d2f0b1d6ea6f83ab5a9a4e5f9b6a9f0d6c9b1d1b2d9a4b2a7b0f0c3c1e2d3f4a"
	dir := t.TempDir()
	write := func(name, s string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	texts := write("texts.jsonl", `{"id":"a","title":"T","outlet":"O","published":"2020-01-02","text":"Élan one. Two. Three."}`+"\n")
	good := `{"id":"a","text":[[0,9]," ",[15,21]],"sha256":"SUM","quotes":[{"form":"direct"}]}` + "\n"
	out := filepath.Join(dir, "out.jsonl")
	for name, c := range map[string]struct{ pointers, want string }{
		"joined":  {strings.Replace(good, "SUM", sumOf("Élan one. Three."), 1), ""},
		"changed": {strings.Replace(good, "SUM", sum, 1), "another than the one"},
		"missing": {`{"id":"b","text":[],"sha256":"","quotes":[]}`, "no text has this id"},
		"short":   {`{"id":"a","text":[[0,99]],"sha256":"","quotes":[]}`, "is not in the text of 21 code points"},
		"words":   {`{"id":"a","text":[7],"sha256":"","quotes":[]}`, "neither a span nor white space"},
	} {
		err := joinTexts(out, []string{write("pointers.jsonl", c.pointers), texts})
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	got, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"id":"a","title":"T","outlet":"O","published":"2020-01-02","url":"","text":"Élan one. Three.","quotes":[{"form":"direct"}]}`
	if strings.TrimSpace(string(got)) != want {
		t.Errorf("got %s", got)
	}
}
