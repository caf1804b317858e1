package export

import (
	"bufio"
	"errors"
	"io"
	"os"
)

// spool puts records aside in a file, under keys, for documents whose parts belong together and stand far apart. In
// memory are the places alone, some dozen bytes a record. Put everything before the first Get, and close it.
type spool struct {
	f    *os.File
	w    *bufio.Writer
	size int64
	at   map[mark][]place
	keys []mark // in the order in which they came
}

// place is where a record lies.
type place struct {
	start int64
	size  int32
}

func newSpool() (*spool, error) {
	f, err := os.CreateTemp("", "demarche-*.spool")
	if err != nil {
		return nil, err
	}
	return &spool{f: f, w: bufio.NewWriterSize(f, 64<<10), at: map[mark][]place{}}, nil
}

// put adds a record under a key; its length is below [maxElement].
func (s *spool) put(key mark, record []byte) error {
	if s.at[key] == nil {
		s.keys = append(s.keys, key)
	}
	s.at[key] = append(s.at[key], place{s.size, int32(len(record))}) //nolint:gosec // see above
	s.size += int64(len(record))
	_, err := s.w.Write(record)
	return err
}

// get returns the records of a key in the order in which they came.
func (s *spool) get(key mark) ([][]byte, error) {
	if err := s.w.Flush(); err != nil {
		return nil, err
	}
	var out [][]byte
	for _, p := range s.at[key] {
		b := make([]byte, p.size)
		if _, err := s.f.ReadAt(b, p.start); err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		out = append(out, b)
	}
	return out, nil
}

// Close removes the file.
func (s *spool) Close() error { return errors.Join(s.f.Close(), os.Remove(s.f.Name())) }
