package article

import (
	"fmt"
	"sync"

	"demarche/data"
)

// tables are the tables of data that this room asks.
type tables struct {
	phrases  map[string][]string // data/lexicon/pages.tsv by kind
	patterns map[string][]string // data/lexicon/furniture.tsv by kind
	outlets  []outlet            // data/gazetteer/outlets.tsv
	signs    signTable           // data/lexicon/walls.tsv
	common   map[string]bool     // data/lexicon/common.tsv
	fields   map[string][]field  // data/lexicon/fields.tsv by format
	months   []month             // data/lexicon/months.tsv
}

// lexicon reads the tables once. A damaged table is a damaged program and panics; a test reads it.
var lexicon = sync.OnceValue(func() *tables {
	t := &tables{
		phrases:  byKind("lexicon/pages.tsv", "phrase"),
		patterns: byKind("lexicon/furniture.tsv", "pattern"),
		common:   map[string]bool{},
		fields:   fieldTable(),
		months:   monthTable(),
	}
	for _, f := range fieldsOf("gazetteer/outlets.tsv", "name", "domain", "cues", "agencies") {
		t.outlets = append(t.outlets, outlet{f[0], f[1], words(f[2]), words(f[3])})
	}
	t.signs = signsOf(fieldsOf("lexicon/walls.tsv", "kind", "place", "phrase"))
	for _, f := range fieldsOf("lexicon/common.tsv", "word") {
		t.common[f[0]] = true
	}
	return t
})

// fieldsOf returns the rows of a table.
func fieldsOf(name string, columns ...string) [][]string {
	rows, err := data.Table(name, columns...)
	if err != nil {
		panic(fmt.Sprintf("article: %v", err))
	}
	out := make([][]string, len(rows))
	for i, r := range rows {
		out[i] = r.Fields
	}
	return out
}

// byKind returns the second column of a table by its first, the kind.
func byKind(name, column string) map[string][]string {
	table := map[string][]string{}
	for _, f := range fieldsOf(name, "kind", column) {
		table[f[0]] = append(table[f[0]], f[1])
	}
	return table
}
