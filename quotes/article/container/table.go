package container

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"demarche/quotes/article"
	"demarche/quotes/article/format"
)

// table reads CSV or TSV with named columns, row by row: those that name a text or an address. A row without text is
// an address.
func (r *reader) table() error {
	r.wide()
	if head, _ := r.b.Peek(3); string(head) == "\xef\xbb\xbf" {
		_, _ = r.b.Discard(3) // it is in the buffer
	}
	head, _ := r.b.Peek(format.HeadSize)
	start, err := article.Decode(wholeLines(head), r.in.Name, "")
	if err != nil {
		return err
	}
	c := csv.NewReader(&fieldSize{r: r.b})
	c.Comma, c.LazyQuotes, c.FieldsPerRecord, c.ReuseRecord = format.Delimiter(start, format.Ending(r.in.Name)), true,
		-1, true
	if c.Comma == 0 {
		c.Comma = ','
	}
	header, err := c.Read()
	if err != nil {
		return r.errorf("damaged table (%s); save it again as CSV", reason(err))
	}
	return r.rows(slices.Clone(header), func() ([]string, error) { return c.Read() })
}

// rows reads the rows of a table with that header. Next ends with [io.EOF].
func (r *reader) rows(header []string, next func() ([]string, error)) error {
	if f, own := format.OfOwn(strings.Join(header, ",")); own {
		return r.leave(f)
	}
	of := article.Columns(header)
	if probe := of(header); probe.Text == "" && probe.URL == "" {
		return r.errorf(
			"a table without a column of texts or addresses; name them \"text\" or \"url\" in its first row",
		)
	}
	for {
		cells, err := next()
		var flaw *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.As(err, &flaw) && !errors.Is(err, io.ErrUnexpectedEOF):
			err = r.flaw(errors.New("a damaged row: " + flaw.Err.Error()))
		case err != nil:
			return r.brokenOff(err)
		default:
			err = r.row(of(cells))
		}
		if err != nil {
			return err
		}
	}
}

// row yields the record of a row, unless it is empty.
func (r *reader) row(rec article.Record) error {
	if rec.Text == "" && rec.URL == "" {
		r.passed.Add(left("a row without a text", "rows without a text"))
		return nil
	}
	text := rec.Text
	return r.record(func() (article.Record, error) { // cells may be of a charset of old Windows
		var err error
		if rec.Text, err = article.Decode([]byte(text), "text", ""); err != nil && text != "" {
			return rec, err
		}
		return rec, nil
	})
}

// fieldSize limits the bytes between two ends of lines of a table: a quotation mark that is never closed must not
// make a cell of the whole file.
type fieldSize struct {
	r      io.Reader
	quoted bool // inside a quoted cell
	n      int64
}

// Read reads on, or fails where a cell is longer than [article.MaxLine].
func (f *fieldSize) Read(b []byte) (int, error) {
	n, err := f.r.Read(b)
	for _, c := range b[:n] {
		if f.n++; c == '"' {
			f.quoted = !f.quoted
		} else if c == '\n' && !f.quoted {
			f.n = 0
		}
	}
	if f.n > article.MaxLine {
		return n, errors.New("a cell has more than 8 MB, or a quotation mark is not closed")
	}
	return n, err
}

// gdelt reads the addresses of GDELT's tables of events, mentions and documents, each once where it stands in rows that
// follow each other: the first column that is one.
func (r *reader) gdelt() error {
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
			return r.made(article.Record{URL: cell})
		}
		return nil
	})
}

// addresses reads a list of addresses, one a line.
func (r *reader) addresses() error {
	return r.eachLine(func(line string) error {
		m := strings.TrimRight(entryShape.address.FindString(line), ",;")
		if m == "" || strings.HasPrefix(strings.TrimSpace(line), "#") {
			return nil
		}
		return r.made(article.Record{URL: m})
	})
}

// eachLine calls do with every line of the input.
func (r *reader) eachLine(do func(line string) error) error {
	r.wide()
	for {
		line, err := r.line()
		if len(line) > maxRecord {
			return r.errorf("%w", errLong)
		}
		if err := do(string(line)); err != nil {
			return err
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return r.brokenOff(err)
		}
	}
}
