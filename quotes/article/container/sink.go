package container

import (
	"context"
	"fmt"

	"demarche/quotes/article"
	"demarche/quotes/article/format"
)

// sink takes what one input, or one entry of an archive, yields: it names and counts the records, and knows the
// container around them.
type sink struct {
	ctx    context.Context
	name   string // of the input
	root   string // name of the outermost input
	depth  int    // archives around it
	many   bool   // it is a container
	n      int    // records met
	yield  func(Item) bool
	passed *LeftOut // by the outermost input
	found  *int     // items of it
}

// within is the sink of an entry of an archive whose items this sink takes.
func (s *sink) within(name string) *sink {
	return &sink{
		ctx: s.ctx, name: name, root: s.root, depth: s.depth + 1, yield: s.yield, passed: s.passed, found: s.found,
	}
}

// apart is a sink for a part of the input that is read later, on its own, and counts for itself.
func (s *sink) apart(ctx context.Context, yield func(Item) bool) *sink {
	own := *s
	own.ctx, own.yield, own.passed, own.found = ctx, yield, &LeftOut{}, new(int)
	return &own
}

// errEnough says that nobody wants more.
const errEnough article.Fault = "enough"

// container is the name of the outermost container, "" where the input is one article.
func (s *sink) container() string {
	if s.many || s.depth > 0 {
		return s.root
	}
	return ""
}

// emit yields an item.
func (s *sink) emit(it Item) error {
	it.In = s.container()
	if it.Note == "" {
		*s.found++
	}
	if !s.yield(it) {
		return errEnough
	}
	return s.ctx.Err()
}

// next counts a record and names it.
func (s *sink) next() string {
	s.n++
	return fmt.Sprintf("%s#%d", s.name, s.n)
}

// pass counts something that is passed over and is no file of a format: one is with its article.
func (s *sink) pass(one, many string) { s.passed.Add(left(one, many)) }

// record yields the next record of a container: what is made of it is made by whoever reads the article.
func (s *sink) record(read func() (article.Record, error)) error {
	name := s.next()
	return s.emit(Item{Name: name, Read: func(context.Context) (*article.Article, error) {
		rec, err := read()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		a, err := rec.Article()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		return a, nil
	}})
}

// made yields a record that is known already.
func (s *sink) made(rec article.Record) error {
	return s.record(func() (article.Record, error) { return rec, nil })
}

// flaw yields what is wrong with a part of a container, whose reading goes on.
func (s *sink) flaw(err error) error {
	name := s.next()
	return s.emit(Item{Name: name, Err: fmt.Errorf("%s: %w", name, err)})
}

// brokenOff is the error of a container that ends in the middle; what was read of it stands.
func (s *sink) brokenOff(err error) error {
	if s.ctx.Err() != nil {
		return s.ctx.Err()
	}
	return fmt.Errorf("%s: breaks off after %d (%w): damaged or truncated; get it again", s.name, s.n, err)
}

// leave passes over what no reader knows: in an archive it is counted, else it is an error.
func (s *sink) leave(f format.Format) error {
	if s.depth > 0 {
		s.passed.Add(f)
		return nil
	}
	return &Unread{s.name, f}
}

// close tells, at the end of the outermost input, what was left out; with nothing found that is an error, unless
// it is a stream of lines.
func (s *sink) close(lines bool) {
	switch {
	case *s.found == 0 && s.passed.n > 0:
		s.yield(Item{Name: s.root, In: s.root, Err: fmt.Errorf("%s: no article in it; %s", s.root, s.passed)})
	case *s.found == 0 && !lines:
		s.yield(Item{Name: s.root, In: s.root, Err: fmt.Errorf("%s: empty; no article in it", s.root)})
	case s.passed.n > 0:
		s.yield(Item{Name: s.root, In: s.root, Note: fmt.Sprintf("%s: %s", s.root, s.passed)})
	}
}
