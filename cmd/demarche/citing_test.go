package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestCitationFileIsValid holds the citation file to the schema of the Citation File Format, with the validator that
// its makers keep.
func TestCitationFileIsValid(t *testing.T) {
	python := pythonWith(t, "cffconvert")
	for _, args := range [][]string{
		{"--author", "Lind, Ada; Institute of Letters", "--doi", "10.5281/zenodo.1234567"}, {"--author", "Lund \"and\" Sons"},
	} {
		dir := t.TempDir()
		out, err := programCmd(t, append([]string{"version", "--cff"}, args...)...).Output()
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, "CITATION.cff")
		if err := os.WriteFile(path, out, 0o600); err != nil {
			t.Fatal(err)
		}
		const program = "import sys; from cffconvert import Citation; Citation(open(sys.argv[1]).read()).validate()"
		if told, err := exec.Command(python, "-c", program, path).CombinedOutput(); err != nil {
			t.Errorf("%v\n%s\n%s", err, told, out)
		}
	}
}
