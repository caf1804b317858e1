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

// tableReader reads tables with named columns.
type tableReader struct {
	in  *stream
	out *sink
}

// read reads CSV or TSV with named columns, row by row: those that name a text or an address. A row without text is
// an address.
func (r tableReader) read() error {
	r.in.wide()
	r.in.skipMark()
	head, _ := r.in.b.Peek(format.HeadSize)
	start, err := article.Decode(wholeLines(head), r.in.Name, "")
	if err != nil {
		return err
	}
	c := csv.NewReader(&fieldSize{r: r.in.b})
	c.Comma, c.LazyQuotes, c.FieldsPerRecord, c.ReuseRecord = format.Delimiter(start, format.Ending(r.in.Name)), true,
		-1, true
	if c.Comma == 0 {
		c.Comma = ','
	}
	header, err := c.Read()
	if err != nil {
		return r.in.errorf("damaged table (%s); save it again as CSV", reason(err))
	}
	return r.rows(slices.Clone(header), func() ([]string, error) { return c.Read() })
}

// rows reads the rows of a table with that header. Next ends with [io.EOF].
func (r tableReader) rows(header []string, next func() ([]string, error)) error {
	if f, own := format.OfOwn(strings.Join(header, ",")); own {
		return r.out.leave(f)
	}
	of := article.Columns(header)
	if probe := of(header); probe.Text == "" && probe.URL == "" {
		return r.in.errorf(
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
			err = r.out.flaw(errors.New("a damaged row: " + flaw.Err.Error()))
		case err != nil:
			return r.out.brokenOff(err)
		default:
			err = r.row(of(cells))
		}
		if err != nil {
			return err
		}
	}
}

// row yields the record of a row, unless it is empty.
func (r tableReader) row(rec article.Record) error {
	if rec.Text == "" && rec.URL == "" {
		r.out.pass("a row without a text", "rows without a text")
		return nil
	}
	text := rec.Text
	return r.out.record(func() (article.Record, error) { // cells may be of a charset of old Windows
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
