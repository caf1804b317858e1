package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/testscript"

	"demarche/timeline/sqlite"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"demarche": func() {
		status := run()
		writePeak()
		os.Exit(status)
	}})
}

// TestScripts runs testdata/script/*.txtar: adding a file is all it takes.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"status": status, "printf": printf, "sparse": sparse, "onelines": onelines, "newer": newer, "ids": ids,
			"serve": serveFolder, "verdicts": verdicts,
		},
		Condition: func(cond string) (bool, error) {
			if path, ok := strings.CutPrefix(cond, "exists:"); ok {
				_, err := os.Stat(path)
				return err == nil, nil
			}
			return cond == "root" && os.Getuid() == 0, nil
		},
	})
}

// newer FILE raises the number of the schema in the header of a database.
func newer(ts *testscript.TestScript, _ bool, args []string) {
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_WRONLY, 0)
	ts.Check(err)
	_, err = f.WriteAt([]byte{0, 0, 1, 0}, 60)
	ts.Check(err)
	ts.Check(f.Close())
}

// ids FILE sets EVENT1, STATEMENT1, EVENT2 and so on to the ids of the events in the JSON of "events", and to that of the
// first statement of each.
func ids(ts *testscript.TestScript, _ bool, args []string) {
	var doc struct {
		Events []struct {
			ID         string
			Statements []struct{ ID string }
		}
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &doc))
	for i, e := range doc.Events {
		ts.Setenv(fmt.Sprint("EVENT", i+1), e.ID)
		ts.Setenv(fmt.Sprint("STATEMENT", i+1), e.Statements[0].ID)
	}
}

// serveFolder FOLDER serves the files of a folder, and sets SITE to the address.
func serveFolder(ts *testscript.TestScript, _ bool, args []string) {
	s := httptest.NewServer(http.FileServer(http.Dir(ts.MkAbs(args[0]))))
	ts.Defer(s.Close)
	ts.Setenv("SITE", s.URL)
}

// verdicts QUEUE FILE VERDICT... writes a line for "review --apply" for each of a queue, with the verdicts in turn.
func verdicts(ts *testscript.TestScript, _ bool, args []string) {
	var out strings.Builder
	for i, line := range strings.Split(strings.TrimSpace(ts.ReadFile(args[0])), "\n") {
		var row struct{ ID string }
		ts.Check(json.Unmarshal([]byte(line), &row))
		fmt.Fprintf(&out, "{%q: %q, %q: %q}\n", "id", row.ID, "verdict", args[2+i])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(out.String()), 0o600))
}

// status N runs the rest of the line as a command that must exit with the status N.
func status(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	got := 0
	if exit := (*exec.ExitError)(nil); err != nil {
		if !asExit(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if want, _ := strconv.Atoi(args[0]); got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

func asExit(err error, to **exec.ExitError) bool {
	e, ok := err.(*exec.ExitError) //nolint:errorlint // as os/exec returns it
	*to = e
	return ok
}

// printf FILE TEXT writes TEXT, with the escapes of a Go string, to FILE.
func printf(ts *testscript.TestScript, _ bool, args []string) {
	s, err := strconv.Unquote(`"` + strings.ReplaceAll(args[1], `"`, `\"`) + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(s), 0o600))
}

// sparse FILE MEGABYTES makes a file of nothing.
func sparse(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(f.Truncate(n << 20))
	ts.Check(f.Close())
}

// onelines N checks that standard error holds N lines, each a message of the program.
func onelines(ts *testscript.TestScript, _ bool, args []string) {
	got := strings.Split(strings.TrimSuffix(ts.ReadFile("stderr"), "\n"), "\n")
	if want, _ := strconv.Atoi(args[0]); len(got) != want {
		ts.Fatalf("%d lines on standard error, want %d", len(got), want)
	}
	for _, l := range got {
		if !strings.HasPrefix(l, "demarche: ") {
			ts.Fatalf("no message: %q", l)
		}
	}
}

// programCmd returns a command that runs the program itself.
func programCmd(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Args = append([]string{"demarche"}, args...)
	return cmd
}

// TestInterruptedRun interrupts and kills runs in the middle of a stream: what is committed is kept, whole, and the
// same command goes on.
func TestInterruptedRun(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGKILL} {
		t.Run(sig.String(), func(t *testing.T) {
			db := filepath.Join(t.TempDir(), "t.sqlite")
			cmd := programCmd(t, "add", "--db", db, "-")
			stdin, err := cmd.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			var errs bytes.Buffer
			cmd.Stderr = &errs
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			go func() {
				for i := range 400 {
					fmt.Fprintf(stdin, "{\"id\":\"%d\",\"text\":\"Article %d.\"}\n", i, i)
				}
			}()
			for deadline := time.Now().Add(60 * time.Second); count(db) == 0; time.Sleep(100 * time.Millisecond) {
				if time.Now().After(deadline) {
					t.Fatal("nothing is stored")
				}
			}
			cmd.Process.Signal(sig)
			err = cmd.Wait()
			if err == nil {
				t.Fatal("it ended well")
			}
			if sig != syscall.SIGKILL {
				if s := errs.String(); !strings.HasPrefix(s, "demarche: interrupted; ") || strings.Count(s, "\n") != 1 {
					t.Errorf("it says %q", s)
				}
				if cmd.ProcessState.ExitCode() != exitInterrupted {
					t.Errorf("%v", err)
				}
			}
			kept := count(db)
			var lines strings.Builder
			for i := range 400 {
				fmt.Fprintf(&lines, "{\"id\":\"%d\",\"text\":\"Article %d.\"}\n", i, i)
			}
			again := programCmd(t, "add", "--db", db, "-")
			again.Stdin = strings.NewReader(lines.String())
			out, err := again.CombinedOutput()
			if err != nil || count(db) != 400 {
				t.Fatalf("again: %v, %d articles\n%s", err, count(db), out)
			}
			if want := fmt.Sprintf("%d unchanged", kept); !strings.Contains(string(out), want) {
				t.Errorf("again: %s, want %s", out, want)
			}
		})
	}
}

// count proves that the file is sound and returns the number of its articles; 0 where it is not there yet.
func count(db string) int {
	s, err := sqlite.Open(db, sqlite.Options{ReadOnly: true})
	if err != nil {
		return 0
	}
	defer s.Close()
	a, err := s.Check(context.Background())
	if err != nil {
		return -1
	}
	return a.Articles
}

// TestEveryCommandIsDocumented wants each command in the README, with an example in its help.
func TestEveryCommandIsDocumented(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range newRoot().Commands() {
		if !strings.Contains(string(readme), "`demarche "+c.Name()+"`") {
			t.Errorf("README.md does not name %q", "demarche "+c.Name())
		}
		if !strings.Contains(c.Example, "demarche "+c.Name()) {
			t.Errorf("%s: no example in its help", c.Name())
		}
		if c.Short == "" {
			t.Errorf("%s: no line of help", c.Name())
		}
	}
}

// TestHelpIsNarrow prints the help of every command, which must fit a terminal of 80 columns.
func TestHelpIsNarrow(t *testing.T) {
	for _, c := range append(newRoot().Commands(), newRoot()) {
		var b bytes.Buffer
		c.SetOut(&b)
		if err := c.Help(); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(b.String()) {
			if n := utf8.RuneCountInString(strings.TrimRight(line, "\n")); n > columns {
				t.Errorf("%s: a line of %d columns: %s", c.Name(), n, line)
			}
		}
	}
}

// TestHelpIsQuick runs --help, which must load nothing.
func TestHelpIsQuick(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	best := time.Hour // of the processor's time: a busy machine does not change it
	for range 5 {
		cmd := programCmd(t, "--help")
		cmd.Stdout = io.Discard
		if err := cmd.Run(); err != nil {
			t.Fatal(err)
		}
		best = min(best, cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime())
	}
	if best > 400*time.Millisecond {
		t.Errorf("--help took %v of the processor's time", best)
	}
}
