package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"demarche/data"
)

// TestTaggerFile holds the file of the tagger's weights against those of prose.
func TestTaggerFile(t *testing.T) {
	out := filepath.Join(t.TempDir(), "tagger.bin")
	if err := convertTagger(out); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	want, err := data.Read("model/tagger.bin")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("data/model/tagger.bin is not what prose has; see the head of main.go")
	}
}
