package export

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// lacking skips a test for want of a program of others. In CI it fails, unless .ci/tools has told that the machine
// can't have it.
func lacking(t *testing.T, what, hint string) {
	t.Helper()
	told := slices.Contains(strings.Split(os.Getenv("DEMARCHE_CANNOT_HAVE"), ","), what)
	if os.Getenv("CI") == "true" && !told {
		t.Fatalf("no %s: %s", what, hint)
	}
	t.Skipf("no %s: %s", what, hint)
}

// fetched is a file that .ci/tools has fetched, "" where it could not.
func fetched(name string) string {
	path := filepath.Join(os.Getenv("DEMARCHE_FETCHED"), name)
	if _, err := os.Stat(path); os.Getenv("DEMARCHE_FETCHED") == "" || err != nil {
		return ""
	}
	return path
}
