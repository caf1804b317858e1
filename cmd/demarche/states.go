package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"demarche/timeline/actors"
)

// gazetteer loads who is who, with the researcher's own file over it; file is "" for none.
func gazetteer(file string) (*actors.Gazetteer, error) {
	if file == "" {
		return actors.Load()
	}
	b, err := readActors(file)
	if err != nil {
		return nil, err
	}
	return actors.Load(actors.Extra{Name: file, Data: b})
}

// maxActors is the largest file of actors, in bytes: a hundred thousand rows.
const maxActors = 16 << 20

// readActors reads a researcher's own file. It must be a regular file, for it is read more than once.
func readActors(path string) ([]byte, error) {
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0) // a pipe must not hold the run
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s: no regular file; --actors takes a table of actors in a file", path)
	case info.Size() > maxActors:
		return nil, fmt.Errorf("%s: has %d bytes; a file of actors has at most %d", path, info.Size(), maxActors)
	}
	return io.ReadAll(io.LimitReader(f, maxActors))
}

// actorsFlag adds --actors to a command.
func actorsFlag(cmd *cobra.Command, file *string) {
	cmd.Flags().StringVar(file, "actors", "", "a `file` of your own actors, see: demarche actors --help")
}

// pair returns the codes of the two states that are named by code, name, demonym or capital.
func pair(cmd *cobra.Command, g *actors.Gazetteer, a, b string) (string, string, error) {
	codeA, err := stateCode(cmd, g, a)
	if err != nil {
		return "", "", err
	}
	codeB, err := stateCode(cmd, g, b)
	if err != nil {
		return "", "", err
	}
	if codeA == codeB {
		return "", "", usage(cmd, "%q and %q are the same state, %s; name two", a, b, g.StateName(codeA))
	}
	return codeA, codeB, nil
}

func stateCode(cmd *cobra.Command, g *actors.Gazetteer, name string) (string, error) {
	if code, ok := g.StateCode(name); ok {
		return code, nil
	}
	var near []string
	for _, n := range g.Suggest(name) {
		if code, ok := g.StateCode(n); ok {
			near = append(near, fmt.Sprintf("%s (%s)", n, code))
		}
	}
	if len(near) == 0 {
		return "", usage(cmd, "unknown state %q; give a name, an ISO 3166 code, a demonym or a capital", name)
	}
	return "", usage(cmd, "unknown state %q; did you mean %s?", name, strings.Join(near, ", "))
}
