package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"demarche/timeline/sqlite"
)

// story is a line of JSON Lines with two events between North Korea and Russia.
func story(id string) string {
	return fmt.Sprintf(`{"id":%q,"published":"2023-06-12","outlet":"Herald","text":"North Korean leader Kim Jong Un sent `+
		`a message to Russian President Vladimir Putin on Monday.\n“We shall stand by you as number %s of all,” `+
		`Kim said in the message to Putin."}`+"\n", id, id)
}

// stories writes n of them to a file.
func stories(t *testing.T, from, n int) string {
	t.Helper()
	var b strings.Builder
	for i := range n {
		b.WriteString(story(fmt.Sprint(from + i)))
	}
	path := filepath.Join(t.TempDir(), "stories.jsonl")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// mustRun runs the program and returns what it says on both outputs.
func mustRun(t *testing.T, args ...string) string {
	t.Helper()
	out, err := programCmd(t, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("demarche %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

// sound fails where the database is not sound; one that is not there, or empty, is.
func sound(t *testing.T, db, when string) {
	t.Helper()
	s, err := sqlite.Open(db, sqlite.Options{ReadOnly: true})
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) && !strings.Contains(err.Error(), "holds nothing yet") {
			t.Errorf("%s: %v", when, err)
		}
		return
	}
	defer s.Close()
	if a, err := s.Check(t.Context()); err != nil {
		t.Errorf("%s: %v\n%s", when, err, strings.Join(a.Failures, "\n"))
	}
}

// rounds are how often each of three commands is killed and terminated: a hundred and twenty times in all where
// there is time for it.
func rounds() (kills, terms int) {
	if os.Getenv("CI") != "" {
		return 34, 7
	}
	return 4, 2
}

// struck runs the program and sends it a signal at a random point of the time that a run takes.
func struck(t *testing.T, sig syscall.Signal, whole time.Duration, args ...string) string {
	t.Helper()
	cmd := programCmd(t, args...)
	after := time.Duration(rand.Int64N(int64(whole)))
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(after)
	cmd.Process.Signal(sig)
	cmd.Wait()
	return fmt.Sprintf("%v after %v of %s", sig, after, args[0])
}

// TestStruckRuns breaks off runs at random points: the database stays sound, the old output whole, nothing is left
// over, and the next run ends in the state of one that nobody disturbed.
func TestStruckRuns(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the program many times")
	}
	input := stories(t, 0, 6)
	dir := t.TempDir()
	db, page, data := filepath.Join(dir, "t.sqlite"), filepath.Join(dir, "t.html"), filepath.Join(dir, "t.json")
	start := time.Now()
	mustRun(t, "add", "--db", db, input)
	whole := time.Since(start)
	mustRun(t, "report", "PRK", "RUS", "--db", db, "-o", page)
	mustRun(t, "export", "PRK", "RUS", "--db", db, "-o", data)
	wantPage, wantData := read(t, page), read(t, data)
	commands := map[string]struct {
		args []string
		out  string
		want []byte
	}{
		"report": {[]string{"report", "PRK", "RUS", "--db", db, "-o", page}, page, wantPage},
		"export": {[]string{"export", "PRK", "RUS", "--db", db, "-o", data}, data, wantData},
	}
	kills, terms := rounds()
	for i := range kills + terms {
		sig := syscall.SIGKILL
		if i >= kills {
			sig = syscall.SIGTERM
		}
		fresh := filepath.Join(t.TempDir(), "t.sqlite")
		when := struck(t, sig, whole, "add", "--db", fresh, input)
		sound(t, fresh, when)
		mustRun(t, "add", "--db", fresh, input)
		sound(t, fresh, when+", and again")
		if got := mustRun(t, "export", "PRK", "RUS", "--db", fresh); got != string(wantData) {
			t.Errorf("%s, and again: another state than without", when)
		}
		for _, c := range commands {
			old := []byte("what was there before")
			os.WriteFile(c.out, old, 0o640)
			when := struck(t, sig, whole, c.args...)
			if got := read(t, c.out); !bytes.Equal(got, old) && !bytes.Equal(got, c.want) {
				t.Errorf("%s: the output is %d bytes of neither the old nor the new", when, len(got))
			}
			mustRun(t, c.args...)
			if got := read(t, c.out); !bytes.Equal(got, c.want) {
				t.Errorf("%s, and again: another output than without", when)
			}
		}
	}
	sound(t, db, "after all")
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 3 {
		t.Errorf("left over: %v, %v", left, err)
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestTwoAtOnce adds to one database from two runs, while others read it: nothing is lost, and both say what they did.
func TestTwoAtOnce(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the program many times")
	}
	inputs := []string{stories(t, 0, 12), stories(t, 8, 12)} // four of them are in both
	for _, kind := range []string{"new", "old"} {
		t.Run(kind, func(t *testing.T) {
			db, want := filepath.Join(t.TempDir(), "t.sqlite"), 20
			if kind == "old" {
				mustRun(t, "add", "--db", db, stories(t, 100, 1))
				want++
			}
			said := make([]string, len(inputs))
			var adding, reading sync.WaitGroup
			for i, in := range inputs {
				adding.Go(func() {
					out, err := programCmd(t, "add", "--db", db, in).CombinedOutput()
					if said[i] = string(out); err != nil {
						t.Errorf("add: %v\n%s", err, out)
					}
				})
			}
			done := make(chan struct{})
			for range 5 {
				reading.Go(func() { readUntil(t, db, done) })
			}
			adding.Wait()
			close(done)
			reading.Wait()
			sound(t, db, "after all")
			if n := count(db); n != want {
				t.Errorf("%d articles, want %d", n, want)
			}
			for _, s := range said {
				if !strings.Contains(s, "stories.jsonl: 12 articles, ") {
					t.Errorf("it says %q", s)
				}
			}
		})
	}
}

// readUntil checks and lists the database again and again.
func readUntil(t *testing.T, db string, done <-chan struct{}) {
	for {
		sound(t, db, "meanwhile")
		select {
		case <-done:
			return
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// TestAddLeavesAnothersFile lets a run that stores nothing wait while another makes the database.
func TestAddLeavesAnothersFile(t *testing.T) {
	for _, end := range []string{"end of input", "interrupt"} {
		t.Run(end, func(t *testing.T) {
			db := filepath.Join(t.TempDir(), "t.sqlite")
			waiting := programCmd(t, "add", "--db", db, "-")
			stdin, err := waiting.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := waiting.Start(); err != nil {
				t.Fatal(err)
			}
			mustRun(t, "add", "--db", db, stories(t, 0, 1))
			if end == "interrupt" {
				waiting.Process.Signal(os.Interrupt)
			}
			stdin.Close()
			waiting.Wait()
			if n := count(db); n != 1 {
				t.Errorf("%d articles are left", n)
			}
		})
	}
}

// TestFullDisk stores to a file system without room: one line says so, and what is there is sound.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=500k", "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("no small file system can be made here: %s", out)
	}
	t.Cleanup(func() { exec.Command("umount", dir).Run() })
	db := filepath.Join(dir, "t.sqlite")
	mustRun(t, "add", "--db", db, stories(t, 0, 1))
	var errs bytes.Buffer
	cmd := programCmd(t, "add", "--db", db, stories(t, 1, 60))
	cmd.Stderr = &errs
	if err := cmd.Run(); err == nil {
		t.Error("it ended well")
	}
	s := errs.String()
	if strings.Count(s, "\n") != 1 || !strings.Contains(s, "disk is full") || !strings.Contains(s, db) {
		t.Errorf("it says %q", s)
	}
	sound(t, db, "after a full disk")
	if err := os.WriteFile(filepath.Join(dir, "rest"), make([]byte, 1<<20), 0o600); err == nil {
		t.Error("there is still room")
	}
	out, err := programCmd(t, "report", "PRK", "RUS", "--db", db, "-o", filepath.Join(dir, "t.html")).CombinedOutput()
	s = string(out)
	if err == nil || strings.Count(s, "\n") != 1 || !strings.Contains(s, "t.html: no space left on device") {
		t.Errorf("report: %v, %q", err, s)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
		t.Errorf("left over: %v", left)
	}
}
