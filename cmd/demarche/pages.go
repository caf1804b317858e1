package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"
	"time"

	"demarche/quotes/article"
	"demarche/quotes/article/container"
)

// page yields what an address of the web holds: a page, or a feed or another list.
func (in *inputs) page(address string, yield func(source) bool) bool {
	said := &reply{address: shownURL(address)}
	get := in.fetching(address, said)
	return yield(source{
		name: said.address, said: said, warm: func() { _, _ = get() },
		open: func(ctx context.Context) iter.Seq[source] { return in.fetched(ctx, said, get) },
	})
}

// fetching returns a function that fetches an address when it is called first.
func (in *inputs) fetching(address string, said *reply) func() (article.Source, error) {
	return sync.OnceValues(func() (article.Source, error) {
		if in.skip != nil && in.skip(said.address) {
			return article.Source{}, errUnchanged
		}
		if in.last != nil {
			in.last(said)
		}
		return fetch(in.ctx, address, in.web, said)
	})
}

// fetched yields what was fetched.
func (in *inputs) fetched(ctx context.Context, said *reply, get func() (article.Source, error)) iter.Seq[source] {
	return func(yield func(source) bool) {
		listed := false
		src, err := get()
		if err != nil {
			s := failed(said.address, "", err)
			s.said = said
			yield(s)
			return
		}
		for it := range container.Items(ctx, inputOf(src)) {
			s := in.sourceOf(it)
			switch {
			case s.stream != "" && !listed:
				listed = true
				if in.listed != nil {
					in.listed(said)
				}
			case s.stream == "" && s.said == nil:
				s.said = said
			}
			if !yield(s) {
				return
			}
		}
	}
}

// inputOf is what was fetched as an input.
func inputOf(src article.Source) container.Input {
	return container.Input{
		Name: src.Name, R: bytes.NewReader(src.Bytes), Size: int64(len(src.Bytes)), MediaType: src.MediaType, URL: src.URL,
		Retrieved: src.Retrieved, Now: time.Now(),
	}
}

// followed makes a source of an address without a text the page of that address. What the list says of it fills what
// the page does not tell.
func (in *inputs) followed(s *source) {
	read, said := s.read, &reply{}
	record := sync.OnceValues(func() (*article.Article, error) { return read(in.ctx) })
	get := sync.OnceValues(func() (article.Source, error) {
		_, err := record()
		bare := addressOnly(err)
		if bare == nil {
			return article.Source{}, err
		}
		said.address = shownURL(bare.URL)
		return in.fetching(bare.URL, said)()
	})
	s.said, s.warm = said, func() { _, _ = get() }
	s.read = func(ctx context.Context) (*article.Article, error) {
		a, err := record()
		bare := addressOnly(err)
		if bare == nil {
			return a, err
		}
		src, err := get()
		if err != nil {
			return nil, err
		}
		return in.pageOf(ctx, src, bare.Record)
	}
}

// addressOnly returns the record of an address without a text, nil for any other error.
func addressOnly(err error) *article.NoText {
	var bare *article.NoText
	if errors.As(err, &bare) && bare.URL != "" {
		return bare
	}
	return nil
}

// pageOf reads the one article that was fetched for a record.
func (in *inputs) pageOf(ctx context.Context, src article.Source, rec article.Record) (*article.Article, error) {
	for it := range container.Items(ctx, inputOf(src)) {
		if it.Open != nil {
			for inner := range it.Open(ctx) {
				it = inner
				break
			}
		}
		if it.In != "" || it.Read == nil {
			return nil, fmt.Errorf("%s: no page but a container of articles; add it by its address", src.Name)
		}
		a, err := it.Read(ctx)
		if err == nil {
			a.Fill(rec)
		}
		return a, err
	}
	return nil, fmt.Errorf("%s: empty; nothing to read in it", src.Name)
}

// articleOf reads the one article in bytes that were kept.
func articleOf(ctx context.Context, src article.Source) (*article.Article, error) {
	if src.MediaType == "application/json" {
		return article.Lines(ctx, bytes.NewReader(src.Bytes), src.Name).Next()
	}
	input := inputOf(src)
	if src.MediaType != "text/html" {
		input.MediaType = "" // its bytes tell
	}
	for it := range container.Items(ctx, input) {
		if it.Err != nil {
			return nil, it.Err
		}
		if it.Open != nil {
			for inner := range it.Open(ctx) {
				it = inner
				break
			}
		}
		if it.Read != nil {
			return it.Read(ctx)
		}
	}
	return nil, fmt.Errorf("%s: empty; nothing to read in it", src.Name)
}
