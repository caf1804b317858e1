package main

import (
	"encoding/json"
	"fmt"

	"demarche/quotes/article"
)

// item is an article as it was read.
type item struct {
	Key     string // of the article
	Place   string // sorts items by their file and their place in it
	Name    string // what messages call it
	SHA256  string
	Article []byte // JSON of the article without its bytes
	Bytes   []byte // the source as it came; nil where no database is made
}

// flaw is what could not be read or kept, and why: a dead letter.
type flaw struct {
	Name   string `json:"name"`
	Reason string `json:"reason"`
}

// newItem packs an article that was read from a file, the nth in it, with its bytes.
func newItem(file string, n int, name string, a *article.Article) (item, error) {
	bare := *a
	bare.Bytes = nil
	b, err := json.Marshal(&bare)
	return item{a.Key(), placeOf(file, n), name, a.SHA256, b, a.Bytes}, err
}

// placeOf sorts as the files by name and their articles by number do.
func placeOf(file string, n int) string { return fmt.Sprintf("%s\x00%012d", file, n) }

// article unpacks the article.
func (it *item) article() (*article.Article, error) {
	a := &article.Article{}
	if err := json.Unmarshal(it.Article, a); err != nil {
		return nil, err
	}
	a.Bytes = it.Bytes
	return a, nil
}
