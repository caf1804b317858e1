package container

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"demarche/quotes/article"
)

// Limits of a spreadsheet, in bytes and cells.
const (
	maxShared = 40 << 20 // of the strings that its cells share
	maxSheet  = 1 << 30  // of a sheet
	maxCells  = 1000     // of a row
)

// workbookReader reads a spreadsheet.
type workbookReader struct {
	in    *stream
	table tableReader
}

// read reads the first sheet of an XLSX that has a column of texts or addresses, row by row, as [tableReader]
// reads CSV.
func (r workbookReader) read(z *zip.Reader, size int64) error {
	files, b := map[string]*zip.File{}, &budget{packed: size}
	var sheets []string
	for _, f := range z.File {
		files[f.Name] = f
		if strings.HasPrefix(f.Name, "xl/worksheets/") && path.Ext(f.Name) == ".xml" {
			sheets = append(sheets, f.Name)
		}
	}
	slices.SortFunc(sheets, func(a, b string) int { // sheet10 stands after sheet9
		return len(a) - len(b) + strings.Compare(a, b)*min(1, max(0, 1-abs(len(a)-len(b))))
	})
	shared, err := sharedStrings(files["xl/sharedStrings.xml"], b)
	if err != nil {
		return r.flaw(err)
	}
	for _, name := range sheets {
		rows, err := openSheet(files[name], shared, b)
		if err != nil {
			return r.flaw(err)
		}
		header, err := rows.next()
		if err == nil {
			header = slices.Clone(header)
			if probe := article.Columns(header)(header); probe.Text != "" || probe.URL != "" {
				defer rows.close()
				return r.sheet(header, rows)
			}
		}
		rows.close()
		if err != nil && !errors.Is(err, io.EOF) {
			return r.flaw(err)
		}
	}
	return r.in.errorf("a spreadsheet without a column of texts or addresses; " +
		"name them \"text\" or \"url\" in its first row")
}

func abs(n int) int { return max(n, -n) }

func (r workbookReader) flaw(err error) error {
	if errors.Is(err, article.ErrTooLarge) {
		return r.in.errorf("%w", err)
	}
	return r.in.errorf("a damaged or truncated spreadsheet (%s); save it again", reason(err))
}

// sheet reads the rows of a sheet; days are numbers in its column of days.
func (r workbookReader) sheet(header []string, rows *sheetReader) error {
	day := slices.IndexFunc(header, func(h string) bool {
		probe := article.Columns([]string{h})([]string{"x"})
		return probe.Published != ""
	})
	return r.table.rows(header, func() ([]string, error) {
		cells, err := rows.next()
		if err == nil && day >= 0 && day < len(cells) {
			cells[day] = serialDay(cells[day])
		}
		return cells, err
	})
}

// serialDay writes a day that a spreadsheet counts from the end of 1899 as EDTF; other values as they stand.
func serialDay(s string) string {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || n < 20_000 || n > 80_000 { // the years 1954 to 2119
		return s
	}
	return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(n)).Format(time.DateOnly)
}

// openPart opens a file of a spreadsheet under the budget.
func openPart(f *zip.File, b *budget) (io.ReadCloser, *xmlReader, error) {
	if encrypted(f) {
		return nil, nil, errLocked
	}
	rc, err := f.Open()
	if err != nil {
		return nil, nil, err
	}
	return rc, newXML(io.LimitReader(&meter{rc, b}, maxSheet)), nil
}

// sharedStrings reads the strings that cells share; f is nil where there are none.
func sharedStrings(f *zip.File, b *budget) ([]string, error) {
	if f == nil {
		return nil, nil
	}
	rc, d, err := openPart(f, b)
	if err != nil {
		return nil, err
	}
	defer rc.Close() //nolint:errcheck // only read
	var out []string
	for size := 0; ; {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "si" {
			s, err := textsIn(d)
			if err != nil {
				return nil, err
			}
			if size += len(s) + 48; size > maxShared {
				return nil, fmt.Errorf("%w: its cells have more than %d MB; save it as CSV", article.ErrTooLarge, maxShared>>20)
			}
			out = append(out, s)
		}
	}
}

// textsIn joins the texts in an element that was opened, without those of readings (rPh), and reads its end.
func textsIn(d *xmlReader) (string, error) {
	var b strings.Builder
	text := false
	for depth := 1; depth > 0; {
		t, err := d.Token()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Local == "rPh" {
				if err := d.Skip(); err != nil {
					return "", err
				}
				continue
			}
			depth++
			text = t.Name.Local == "t"
		case xml.EndElement:
			depth--
			text = false
		case xml.CharData:
			if text {
				b.Write(t)
			}
		}
		if b.Len() > article.MaxLine {
			return "", fmt.Errorf("%w: a cell has more than 8 MB", article.ErrTooLarge)
		}
	}
	return b.String(), nil
}

// sheetReader reads the rows of a sheet.
type sheetReader struct {
	rc     io.Closer
	d      *xmlReader
	shared []string
	row    []string
}

func openSheet(f *zip.File, shared []string, b *budget) (*sheetReader, error) {
	rc, d, err := openPart(f, b)
	if err != nil {
		return nil, err
	}
	return &sheetReader{rc: rc, d: d, shared: shared}, nil
}

func (s *sheetReader) close() { _ = s.rc.Close() } // only read

// next returns the cells of the next row; they are good until the row after it.
func (s *sheetReader) next() ([]string, error) {
	for {
		t, err := s.d.Token()
		if err != nil {
			return nil, err
		}
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "row" {
			return s.cells()
		}
	}
}

// sheetCell is a cell: its place ("C2"), its type and its value or text.
type sheetCell struct {
	Ref    string `xml:"r,attr"`
	Type   string `xml:"t,attr"`
	Value  string `xml:"v"`
	Inline struct {
		Text string   `xml:"t"`
		Runs []string `xml:"r>t"`
	} `xml:"is"`
}

// cells reads the cells of a row that was opened.
func (s *sheetReader) cells() ([]string, error) {
	s.row = s.row[:0]
	for {
		t, err := s.d.Token()
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.EndElement:
			if t.Name.Local == "row" {
				return s.row, nil
			}
		case xml.StartElement:
			if t.Name.Local != "c" {
				continue
			}
			var c sheetCell
			if err := s.d.DecodeElement(&c, &t); err != nil {
				return nil, err
			}
			at := columnOf(c.Ref, len(s.row))
			if at >= maxCells {
				continue
			}
			for len(s.row) <= at {
				s.row = append(s.row, "")
			}
			s.row[at] = s.value(c)
		}
	}
}

func (s *sheetReader) value(c sheetCell) string {
	switch c.Type {
	case "s":
		if i, err := strconv.Atoi(c.Value); err == nil && i >= 0 && i < len(s.shared) {
			return s.shared[i]
		}
		return ""
	case "inlineStr":
		return c.Inline.Text + strings.Join(c.Inline.Runs, "")
	}
	return c.Value
}

// columnOf is the column of a cell by its place, from 0; next where it states none.
func columnOf(ref string, next int) int {
	n := 0
	for _, c := range ref {
		if c < 'A' || c > 'Z' || n > maxCells {
			break
		}
		n = 26*n + int(c-'A') + 1
	}
	if n == 0 {
		return next
	}
	return n - 1
}
