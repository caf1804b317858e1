package main

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// pythonWith names a Python that has a package: that of DEMARCHE_PYTHON, else python3. Without it the test is skipped;
// in CI it fails, unless .ci/tools has told that the machine can't have it.
func pythonWith(t *testing.T, name string) string {
	t.Helper()
	python := os.Getenv("DEMARCHE_PYTHON")
	if python == "" {
		python = "python3"
	}
	if exec.Command(python, "-c", "import "+name).Run() == nil {
		return python
	}
	if os.Getenv("CI") == "true" && !slices.Contains(strings.Split(os.Getenv("DEMARCHE_CANNOT_HAVE"), ","), "python") {
		t.Fatalf("no %s for %s", name, python)
	}
	t.Skipf("no %s for %s: set DEMARCHE_PYTHON", name, python)
	return ""
}
