package sqlite

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// putInto names the file that this binary fills instead of testing, when it is run by a test.
const putInto = "DEMARCHE_PUT_INTO"

func TestMain(m *testing.M) {
	if path := os.Getenv(putInto); path != "" {
		if err := fill(path); err != nil {
			os.Stderr.WriteString(err.Error())
			os.Exit(1)
		}
		return
	}
	if path := os.Getenv(editIn); path != "" {
		if err := editOn(path); err != nil {
			os.Stderr.WriteString(err.Error())
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// fill puts the articles of a run that goes on where it was, in small transactions.
func fill(path string) error {
	s, err := Open(path, Options{})
	if err != nil {
		return err
	}
	entries := many(40)
	for at := 0; at < len(entries); at += 2 {
		outcomes, err := s.PutAll(context.Background(), entries[at:at+2])
		if err != nil {
			return err
		}
		if err := errors.Join(outcomes[0].Err, outcomes[1].Err); err != nil {
			return err
		}
	}
	return s.Close()
}

// kills is how often a test kills a run: a hundred times where there is time for it.
func kills() int {
	if os.Getenv("CI") != "" {
		return 100
	}
	return 12
}

// TestKilledPut kills a run at random points, in and between transactions: what is there is sound, and another run
// ends in the state of one that nobody disturbed.
func TestKilledPut(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	run := func(path string, killAfter time.Duration) {
		t.Helper()
		cmd := exec.Command(self)
		cmd.Env = append(os.Environ(), putInto+"="+path)
		var said strings.Builder
		cmd.Stderr = &said
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if killAfter > 0 {
			time.AfterFunc(killAfter, func() { cmd.Process.Kill() }) // it may have ended by then
		}
		if err := cmd.Wait(); err != nil && killAfter == 0 {
			t.Fatal(err, said.String())
		}
	}
	undisturbed := filepath.Join(t.TempDir(), "t.sqlite")
	start := time.Now()
	run(undisturbed, 0)
	whole := time.Since(start)
	want := dump(t, undisturbed)
	for range kills() {
		after := time.Duration(rand.Int64N(int64(whole)))
		path := filepath.Join(t.TempDir(), "t.sqlite")
		run(path, after)
		if _, err := os.Stat(path); err == nil {
			if err := checkFile(path); err != nil && !strings.Contains(err.Error(), "holds nothing yet") {
				t.Errorf("killed after %v: %v", after, err)
			}
		}
		run(path, 0)
		if err := checkFile(path); err != nil {
			t.Errorf("killed after %v, and again: %v", after, err)
		}
		if dump(t, path) != want {
			t.Errorf("killed after %v, and again: another state than without", after)
		}
	}
}
