package quotes

import (
	"fmt"
	"sync"

	"demarche/data"
)

// tables are the words that the grammar looks up one by one, as the tables of data/lexicon have them.
type tables struct {
	cues     *cueLexicon
	function map[string]wordFlag  // words that the grammar must know besides their tags, and the marks of quotation
	genres   map[string]genre     // of documents, by one to maxGenreWords words of their titles
	labels   map[string]labelRole // words of the labels of turns
	telling  map[string]string    // verbs of telling and noticing, to their kind
}

// lexicon returns the tables, read once; it panics where an embedded one is broken, which a test excludes.
var lexicon = sync.OnceValue(func() *tables {
	t, err := readTables()
	if err != nil {
		panic(err)
	}
	return t
})

func readTables() (*tables, error) {
	t := &tables{function: functionWords()}
	var err error
	if t.cues, err = loadCues(); err != nil {
		return nil, err
	}
	if t.genres, err = readPairs[genre]("lexicon/genres.tsv", "words", "kind"); err != nil {
		return nil, err
	}
	if t.labels, err = readPairs[labelRole]("lexicon/labels.tsv", "word", "role"); err != nil {
		return nil, err
	}
	t.telling, err = readPairs[string]("lexicon/telling.tsv", "verb", "kind")
	return t, err
}

// readPairs reads a table of two columns as a map from the first to the second.
func readPairs[T ~string](file, key, value string) (map[string]T, error) {
	rows, err := data.Table(file, key, value)
	if err != nil {
		return nil, err
	}
	m := make(map[string]T, len(rows))
	for _, r := range rows {
		if _, twice := m[r.Fields[0]]; twice {
			return nil, fmt.Errorf("%s:%d: %q stands twice", file, r.Line, r.Fields[0])
		}
		m[r.Fields[0]] = T(r.Fields[1])
	}
	return m, nil
}
