package container

import (
	"archive/tar"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"demarche/quotes/article"
)

const (
	// maxDepth is how many archives may stand in each other.
	maxDepth = 3
	// maxFaults is how many entries of an archive may be damaged or too large before the rest is left unread.
	maxFaults = 100
)

// entry reads an entry of an archive under the name of the archive and its own. Where the archive itself turns out to
// be broken, sound returns its error.
func (r *reader) entry(name string, in Input, sound func() error) error {
	in.Name = r.in.Name + "/" + name
	return r.sub(in, sound)
}

// sub reads what stands in an archive as an input of its own. What is wrong with it is told, and the other entries
// are read, unless sound says that there is no reading on, or it is a bomb.
func (r *reader) sub(in Input, sound func() error) error {
	in.Now = r.in.Now
	s := &reader{ctx: r.ctx, in: in, depth: r.depth + 1, root: r.root, yield: r.yield, passed: r.passed, found: r.found}
	if s.depth > maxDepth {
		r.passed.Add(left("an archive nested too deep", "archives nested too deep"))
		return nil
	}
	err := s.open()
	var unread *Unread
	switch {
	case err == nil || errors.Is(err, errEnough) || r.ctx.Err() != nil:
		return err
	case errors.As(err, &unread):
		r.passed.Add(unread.Format)
		return nil
	case errors.Is(err, bomb{}):
		return err
	}
	if err := sound(); err != nil {
		return err
	}
	if r.faults++; r.faults > maxFaults {
		return r.errorf("more than %d entries are damaged or too large; the rest is not read", maxFaults)
	}
	return r.emit(Item{Name: in.Name, Err: err})
}

// tar reads the files of a tar archive, as they come.
func (r *reader) tar() error {
	t, pages := tar.NewReader(r.b), map[string]bool{}
	for n := 0; ; n++ {
		h, err := t.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return r.archiveFlaw(n, err)
		}
		name := path.Clean(strings.TrimPrefix(h.Name, "./"))
		if h.Typeflag != tar.TypeReg || Hidden(name) {
			continue
		}
		if companion(name, func(page string) bool { return pages[page] }) {
			r.passed.Add(Companions())
			continue
		}
		if len(pages) < maxNames {
			pages[name] = true
		}
		content := &watched{r: t}
		if err := r.entry(name, Input{R: content}, func() error {
			if content.err == nil {
				return nil
			}
			return r.archiveFlaw(n, content.err)
		}); err != nil {
			return err
		}
	}
}

// watched remembers how its reading broke off.
type watched struct {
	r   io.Reader
	err error // nil while it is sound
}

// Read reads on.
func (w *watched) Read(b []byte) (int, error) {
	n, err := w.r.Read(b)
	if err != nil && !errors.Is(err, io.EOF) {
		w.err = err
	}
	return n, err
}

// alone is for entries whose faults are their own.
func alone() error { return nil }

// maxNames is how many names of pages are remembered to know their companions.
const maxNames = 100_000

// companion reports whether a file stands in the folder of companions of a page that is there.
func companion(name string, there func(page string) bool) bool {
	for dir := path.Dir(name); dir != "." && dir != "/"; dir = path.Dir(dir) {
		for _, page := range Page(dir) {
			if there(page) {
				return true
			}
		}
	}
	return false
}

// archiveFlaw is the error of an archive that cannot be read on after n entries.
func (r *reader) archiveFlaw(n int, err error) error {
	switch {
	case r.ctx.Err() != nil:
		return r.ctx.Err()
	case errors.Is(err, article.ErrTooLarge):
		return r.errorf("%w", err)
	}
	return r.errorf("breaks off after %s (%s): damaged or truncated; get it again", count(n, "entry", "entries"),
		reason(err))
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
