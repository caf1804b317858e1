package container

import (
	"errors"
	"io"
	"strings"

	"demarche/quotes/article"
)

// listReader reads lists of addresses, a row or a line each.
type listReader struct {
	in  *stream
	out *sink
}

// gdelt reads the addresses of GDELT's tables of events, mentions and documents, each once where it stands in rows that
// follow each other: the first column that is one.
func (r listReader) gdelt() error {
	last := ""
	return r.eachLine(func(line string) error {
		for cell := range strings.SplitSeq(strings.TrimSpace(line), "\t") {
			if !strings.HasPrefix(cell, "http") {
				continue
			}
			if cell == last {
				return nil
			}
			last = cell
			return r.out.made(article.Record{URL: cell})
		}
		return nil
	})
}

// addresses reads a list of addresses, one a line.
func (r listReader) addresses() error {
	return r.eachLine(func(line string) error {
		m := strings.TrimRight(entryShape.address.FindString(line), ",;")
		if m == "" || strings.HasPrefix(strings.TrimSpace(line), "#") {
			return nil
		}
		return r.out.made(article.Record{URL: m})
	})
}

// eachLine calls do with every line of the input.
func (r listReader) eachLine(do func(line string) error) error {
	r.in.wide()
	for {
		line, err := r.in.line()
		if len(line) > maxRecord {
			return r.in.errorf("%w", errLong)
		}
		if err := do(string(line)); err != nil {
			return err
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return r.out.brokenOff(err)
		}
	}
}
