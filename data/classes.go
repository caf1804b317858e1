package data

import (
	"strings"
	"sync"
)

// Set is a class of words, all in lower case.
type Set map[string]bool

// Class returns the words of a class of lexicon/classes.tsv, such as "office". It panics on a class that the table does not have: the
// table is embedded, and a test reads every class that the program asks for.
func Class(name string) Set {
	c := classes()[name]
	if c == nil {
		panic("lexicon/classes.tsv has no class " + name)
	}
	return c
}

// classes reads the table once.
var classes = sync.OnceValue(func() map[string]Set {
	rows, err := Table("lexicon/classes.tsv", "word", "classes")
	if err != nil {
		panic(err)
	}
	m := map[string]Set{}
	for _, r := range rows {
		for _, c := range strings.Fields(r.Fields[1]) {
			if m[c] == nil {
				m[c] = Set{}
			}
			m[c][r.Fields[0]] = true
		}
	}
	return m
})
