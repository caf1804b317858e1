package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// endlessBlank writes a file of empty lines that has no room on the disk but where it is written: zeros would be a
// line too long.
func endlessBlank(t *testing.T, path string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(bomb('\n', 4000)), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestSignalEndsEveryRun interrupts the program where it once could not be: while it waits for a pipe, reads empty
// lines for ever, or works in the parser of others. It must end long before the work would, with status 130 and one
// line at most.
func TestSignalEndsEveryRun(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	dir := t.TempDir()
	pipe, blank := filepath.Join(dir, "pipe.txt"), filepath.Join(dir, "blank.jsonl.gz")
	text, nested := filepath.Join(dir, "long.txt"), filepath.Join(dir, "nested.html")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	endlessBlank(t, blank)
	for name, content := range map[string]string{
		text:   strings.Repeat(words+"\n", 8000),
		nested: "<html>" + strings.Repeat("<div><p>a</p>", 90_000),
	} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for i, args := range [][]string{
		{"add", "-n", pipe},
		{"add", "-n", "-"},
		{"add", "-n", blank},
		{"add", "-n", text},
		{"add", "-n", dir},
		{"extract", blank},
		{"extract", text},
		{"dates", pipe},
		{"read", pipe},
	} {
		signal := []syscall.Signal{syscall.SIGINT, syscall.SIGTERM}[i%2]
		t.Run(fmt.Sprintf("%s %s", args[0], filepath.Base(args[len(args)-1])), func(t *testing.T) {
			cmd := programCmd(t, args...)
			stdin, err := cmd.StdinPipe() // nothing comes
			if err != nil {
				t.Fatal(err)
			}
			defer stdin.Close()
			var errs bytes.Buffer
			cmd.Stderr = &errs
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			hung := time.AfterFunc(time.Minute, func() { cmd.Process.Kill() })
			defer hung.Stop()
			time.Sleep(700 * time.Millisecond) // into its work
			cmd.Process.Signal(signal)
			cmd.Wait()
			if got := cmd.ProcessState.ExitCode(); got != exitInterrupted {
				t.Errorf("exit status %d, want %d; it says %q", got, exitInterrupted, errs.String())
			}
			if used := cmd.ProcessState.UserTime(); used > 8*time.Second {
				t.Errorf("%v of processor time", used)
			}
			if strings.Count(errs.String(), "interrupted") != 1 {
				t.Errorf("it says %q", errs.String())
			}
		})
	}
}
