package container

import (
	"errors"
	"fmt"
	"path"

	"demarche/quotes/article"
)

const (
	// maxDepth is how many archives may stand in each other.
	maxDepth = 3
	// maxFaults is how many entries of an archive may be damaged or too large before the rest is left unread.
	maxFaults = 100
)

// archive reads the entries of an archive, each as an input of its own, and goes on where one of them is damaged.
type archive struct {
	in     *stream
	out    *sink
	faults int // entries that could not be read
}

// entry reads an entry of an archive under the name of the archive and its own. Where the archive itself turns out to
// be broken, sound returns its error.
func (a *archive) entry(name string, in Input, sound func() error) error {
	in.Name = a.in.Name + "/" + name
	return a.sub(in, sound)
}

// sub reads what stands in an archive as an input of its own. What is wrong with it is told, and the other entries
// are read, unless sound says that there is no reading on, or it is a bomb.
func (a *archive) sub(in Input, sound func() error) error {
	in.Now = a.in.Now
	out := a.out.within(in.Name)
	if out.depth > maxDepth {
		a.out.pass("an archive nested too deep", "archives nested too deep")
		return nil
	}
	err := newReader(in, out).open()
	var unread *Unread
	switch {
	case err == nil || errors.Is(err, errEnough) || a.out.ctx.Err() != nil:
		return err
	case errors.As(err, &unread):
		a.out.passed.Add(unread.Format)
		return nil
	case errors.Is(err, bomb{}):
		return err
	}
	if err := sound(); err != nil {
		return err
	}
	if a.faults++; a.faults > maxFaults {
		return a.in.errorf("more than %d entries are damaged or too large; the rest is not read", maxFaults)
	}
	return a.out.emit(Item{Name: in.Name, Err: err})
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

// flaw is the error of an archive that cannot be read on after n entries.
func (a *archive) flaw(n int, err error) error {
	switch {
	case a.out.ctx.Err() != nil:
		return a.out.ctx.Err()
	case errors.Is(err, article.ErrTooLarge):
		return a.in.errorf("%w", err)
	}
	return a.in.errorf("breaks off after %s (%s): damaged or truncated; get it again", count(n, "entry", "entries"),
		reason(err))
}

// count writes a number with what it counts.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
