package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"eval": func() { os.Exit(run()) }})
}

// TestScripts runs testdata/script/*.txtar: adding a file is all it takes.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:  "testdata/script",
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){"status": status},
	})
}

// status N runs the rest of the line as a command that must exit with the status N.
func status(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	if got := fmt.Sprint(err); want == 0 && err != nil || want != 0 && got != "exit status "+args[0] {
		ts.Fatalf("%s, want exit status %d", got, want)
	}
}

// TestHelpFitsATerminal wants help of at most 80 columns, with an example, from every command.
func TestHelpFitsATerminal(t *testing.T) {
	root := newRoot()
	for _, c := range append(root.Commands(), root) {
		var b strings.Builder
		c.SetOut(&b)
		if err := c.Help(); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(b.String()) {
			if n := len([]rune(strings.TrimRight(line, "\n"))); n > 80 {
				t.Errorf("%s: %d columns: %s", c.Name(), n, line)
			}
		}
		if !strings.Contains(c.Example, "go run ./cmd/eval") {
			t.Errorf("%s: no example in its help", c.Name())
		}
	}
}
