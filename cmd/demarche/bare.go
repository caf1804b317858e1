package main

import (
	"errors"
	"fmt"
	"slices"

	"demarche/quotes/article"
)

// bareAddresses counts, by the container that they stand in, addresses without a text, and articles beside them.
type bareAddresses struct {
	names           []string // of the containers, in their order
	addresses, read map[string]int
}

// take counts what became of a source and reports whether it was an address without a text.
func (b *bareAddresses) take(s source, err error) bool {
	if b.addresses == nil {
		b.addresses, b.read = map[string]int{}, map[string]int{}
	}
	var bare *article.NoText
	switch {
	case errors.As(err, &bare) && bare.URL != "":
		if !slices.Contains(b.names, s.stream) {
			b.names = append(b.names, s.stream)
		}
		b.addresses[s.stream]++
		return true
	case err == nil && s.stream != "":
		b.read[s.stream]++
	}
	return false
}

// tell returns a line for each container with addresses, and how many of them hold nothing else. The way out is what
// to do, "" for nothing.
func (b *bareAddresses) tell(wayOut string) (lines []string, alone int) {
	for _, name := range b.names {
		n := b.addresses[name]
		what := plural(n, "address without a text")
		if n > 1 {
			what = fmt.Sprintf("%d addresses without texts", n)
		}
		line := fmt.Sprintf("%s: %s left out", name, what)
		if b.read[name] == 0 {
			alone++
			line = fmt.Sprintf("%s: no article in it, only %s", name, what)
		}
		lines = append(lines, line+wayOut)
	}
	return lines, alone
}
