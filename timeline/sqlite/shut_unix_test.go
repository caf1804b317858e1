//go:build unix

package sqlite

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestShutFolder reads from folders in which nothing can be made, and refuses to write there. Root, who can write
// everywhere, runs it as nobody.
func TestShutFolder(t *testing.T) {
	if os.Getuid() == 0 {
		asNobody(t)
		return
	}
	shut := func(sides ...string) string {
		t.Helper()
		s, dir := open(t), t.TempDir()
		if _, err := s.Put(t.Context(), newArticle("x", "y"), nil); err != nil {
			t.Fatal(err)
		}
		if sides == nil { // all of it is in the file
			if _, err := s.db.Exec(`PRAGMA wal_checkpoint(TRUNCATE)`); err != nil {
				t.Fatal(err)
			}
		}
		for _, side := range append(sides, "") {
			b, err := os.ReadFile(s.path + side)
			if err != nil {
				t.Fatal(err)
			}
			os.WriteFile(filepath.Join(dir, "t.sqlite"+side), b, 0o400)
		}
		os.Chmod(dir, 0o500)
		t.Cleanup(func() { os.Chmod(dir, 0o700) })
		return filepath.Join(dir, "t.sqlite")
	}
	articles := func(path string) int {
		t.Helper()
		s, err := Open(path, Options{ReadOnly: true})
		if err != nil {
			t.Error(err)
			return -1
		}
		defer s.Close()
		a, err := s.Check(t.Context())
		if err != nil {
			t.Error(err, a.Failures)
		}
		return a.Articles
	}
	path := shut()
	if n := articles(path); n != 1 {
		t.Errorf("file alone: %d articles", n)
	}
	if _, err := Open(path, Options{}); err == nil || !strings.Contains(err.Error(), "can't be written to") {
		t.Errorf("for writing: %v", err)
	}
	_, err := Open(filepath.Join(filepath.Dir(path), "new.sqlite"), Options{})
	if err == nil || !strings.Contains(err.Error(), "can't write to the folder") {
		t.Errorf("a new file: %v", err)
	}
	if n := articles(shut("-wal", "-shm")); n != 1 {
		t.Errorf("file and log: %d articles", n)
	}
	_, err = Open(shut("-wal"), Options{ReadOnly: true})
	if err == nil || !strings.Contains(err.Error(), "its newest changes are in t.sqlite-wal") {
		t.Errorf("a log that can't be read: %v", err)
	}
}

// asNobody runs the test in a process without rights.
func asNobody(t *testing.T) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(self)
	if err != nil {
		t.Fatal(err)
	}
	dir, err := os.MkdirTemp("", "nobody")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	os.Chmod(dir, 0o755)
	program := filepath.Join(dir, "test")
	if err := os.WriteFile(program, b, 0o755); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "-test.run", "^"+t.Name()+"$")
	cmd.Dir, cmd.SysProcAttr = dir, &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	out, err := cmd.CombinedOutput()
	if err != nil && len(out) == 0 {
		t.Skipf("no process without rights can be started here: %v", err)
	}
	if err != nil {
		t.Errorf("as nobody: %v\n%s", err, out)
	}
}
