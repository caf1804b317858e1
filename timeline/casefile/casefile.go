// Package casefile reads the cases of tests: files of blocks with a blank line between them. What is asked stands in a
// block's first lines, what is to be answered in the rest; a block that begins with "//" is a remark. It knows nothing
// of what is asked.
package casefile

import (
	"os"
	"strings"
	"testing"
)

// Check holds the answers to the blocks of a file against those that stand there; with update it writes them into the
// file instead. asks reports whether line i of a block, counted from 0, belongs to what is asked.
func Check(
	t *testing.T,
	file string,
	update bool,
	asks func(i int, line string) bool,
	answer func(asked []string) string,
) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for block := range strings.SplitSeq(strings.TrimSpace(string(b)), "\n\n") {
		if strings.HasPrefix(block, "//") {
			out = append(out, block)
			continue
		}
		lines := strings.Split(block, "\n")
		n := 0
		for n < len(lines) && asks(n, lines[n]) {
			n++
		}
		got, want := answer(lines[:n]), strings.Join(lines[n:], "\n")
		if got != want && !update {
			t.Errorf("%s\ngot:\n%s\nwant:\n%s", strings.Join(lines[:n], "\n"), got, want)
		}
		if got != "" {
			got = "\n" + got
		}
		out = append(out, strings.Join(lines[:n], "\n")+got)
	}
	if !update {
		return
	}
	if err := os.WriteFile(file, []byte(strings.Join(out, "\n\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}

// First makes the first n lines of a block what is asked.
func First(n int) func(i int, line string) bool { return func(i int, _ string) bool { return i < n } }
