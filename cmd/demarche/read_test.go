package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestReadFilesKeepsOrderAndNamesWhatFails(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, b []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	z.Write([]byte(fetchedPage))
	z.Close()
	page, empty, zipped := write("page.html", []byte(fetchedPage)), write("empty.txt", nil), write("page.html.gz", packed.Bytes())
	var out, errs bytes.Buffer
	err := readFiles(context.Background(), []string{page, empty, "-", zipped, filepath.Join(dir, "none"), filepath.Join(dir, "nor this")}, strings.NewReader(fetchedPage), &out, &errs)
	if err == nil || err.Error() != "3 of 6 could not be read" {
		t.Errorf("error %v", err)
	}
	if n := strings.Count(errs.String(), "\n"); n != 3 || !strings.Contains(errs.String(), "empty.txt: empty") {
		t.Errorf("%d lines of errors: %s", n, errs.String())
	}
	var files []string
	for dec := json.NewDecoder(&out); dec.More(); {
		var line readLine
		if err := dec.Decode(&line); err != nil {
			t.Fatal(err)
		}
		if line.Title != "Envoys meet in the capital" || line.Published != nil || !strings.HasPrefix(line.Text, "The envoys") {
			t.Errorf("%+v", line)
		}
		files = append(files, line.File)
	}
	if got, want := strings.Join(files, " "), strings.Join([]string{page, "-", zipped}, " "); got != want {
		t.Errorf("files %s, want %s", got, want)
	}
	if err := readFiles(context.Background(), []string{"-", "-"}, strings.NewReader(""), &out, &errs); err == nil {
		t.Error("standard input can be read twice")
	}
}
