package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"

	"demarche/timeline/sqlite"
)

// pile keeps articles on the disk until all are there, so that a database gets them in the order of their keys without
// all being in memory.
type pile struct {
	dir    string
	f      *os.File
	end    int64
	places []pilePlace
}

// pilePlace is where an article lies, in bytes.
type pilePlace struct {
	key      string
	at, size int64
}

// batch is how many articles a transaction holds.
const batch = 100

func newPile() (*pile, error) {
	dir, err := os.MkdirTemp("", "beam-*")
	if err != nil {
		return nil, err
	}
	f, err := os.Create(filepath.Join(dir, "pile"))
	return &pile{dir: dir, f: f}, err
}

func (p *pile) close() {
	_, _ = p.f.Close(), os.RemoveAll(p.dir) // all of it is done with
}

func (p *pile) put(s *stock) error {
	b, err := json.Marshal(s)
	if err != nil {
		return err
	}
	p.places = append(p.places, pilePlace{s.Item.Key, p.end, int64(len(b))})
	p.end += int64(len(b))
	_, err = p.f.Write(b)
	return err
}

func (p *pile) entry(at pilePlace) (e sqlite.Entry, err error) {
	b := make([]byte, at.size)
	if _, err = p.f.ReadAt(b, at.at); err != nil {
		return e, err
	}
	var s stock
	if err = json.Unmarshal(b, &s); err != nil {
		return e, err
	}
	if e.Article, err = s.Item.article(); err == nil {
		err = json.Unmarshal(s.Events, &e.Events)
	}
	return e, err
}

// database makes the database of what is on the pile, under a path.
func (p *pile) database(ctx context.Context, path string, links map[string][]string) error {
	slices.SortFunc(p.places, func(a, b pilePlace) int { return cmp.Compare(a.key, b.key) })
	own := filepath.Join(p.dir, "own.sqlite")
	s, err := sqlite.Open(own, sqlite.Options{})
	if err != nil {
		return err
	}
	for some := range slices.Chunk(p.places, batch) {
		if err = p.store(ctx, s, some, links); err != nil {
			break
		}
	}
	if err == nil {
		_, err = s.FindCopies(ctx)
	}
	if err = errors.Join(err, s.Close()); err != nil {
		return err
	}
	f, err := os.Open(own)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // only read
	return writeWhole(ctx, path, func(w io.Writer) error {
		_, err := io.Copy(w, bufio.NewReader(f))
		return err
	})
}

// store stores some of the pile.
func (p *pile) store(ctx context.Context, s *sqlite.Store, some []pilePlace, links map[string][]string) error {
	var entries []sqlite.Entry
	for _, at := range some {
		e, err := p.entry(at)
		if err != nil {
			return err
		}
		entries = append(entries, e)
	}
	outcomes, err := s.PutLinked(ctx, entries, links)
	for _, o := range outcomes {
		err = errors.Join(err, o.Err)
	}
	return err
}
