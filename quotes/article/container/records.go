package container

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"regexp"
	"strings"

	"demarche/quotes/article"
)

// cutting tells where the records of a text begin and end.
type cutting struct {
	opens  func(line []byte) bool // the line is the first of a record
	closes func(line []byte) bool // the line is the last of a record
	holds  *regexp.Regexp         // what a record has; pieces without it, such as a cover, are none; may be nil
}

// maxRecord is the longest record of a text, in bytes.
const maxRecord = article.MaxLine

// errLong says that a record is longer than [maxRecord].
const errLong article.Fault = "the record has more than 8 MB; split the file"

// recordReader reads a text that is cut into records by its lines.
type recordReader struct {
	in  *stream
	out *sink
}

// records cuts the input into records and yields each; read reads it when it is decoded.
func (r recordReader) records(c cutting, read func(text string) (article.Record, error)) error {
	r.in.wide()
	charset := charsetOf(r.in.MediaType)
	return r.cut(c, func(b []byte) error {
		return r.out.record(func() (article.Record, error) {
			text, err := article.Decode(b, "record", charset)
			if err != nil {
				return article.Record{}, err
			}
			return read(text)
		})
	})
}

// cut cuts the input into records, gives each to do, and goes on after a record that is too long. What stands before
// the first opening line, where there are such, is no record.
func (r recordReader) cut(c cutting, do func(record []byte) error) error {
	var record []byte
	begun, long := c.opens == nil, false
	end := func() error {
		b := bytes.TrimSpace(record)
		record = nil
		switch {
		case long:
			long = false
			return r.out.flaw(errLong)
		case len(b) == 0 || !begun || c.holds != nil && !c.holds.Match(b):
			return nil
		}
		return do(b)
	}
	for {
		line, err := r.in.line()
		if c.opens != nil && c.opens(line) {
			if err := end(); err != nil {
				return err
			}
			begun = true
		}
		if record = append(record, line...); len(record) > maxRecord {
			long, record = true, nil
		}
		if err != nil || c.closes != nil && c.closes(line) {
			if err := end(); err != nil {
				return err
			}
			begun = c.opens == nil
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return r.out.brokenOff(err)
		}
	}
}

// newBuffered reads a text as an input is read.
func newBuffered(text string) *bufio.Reader { return bufio.NewReader(strings.NewReader(text)) }
