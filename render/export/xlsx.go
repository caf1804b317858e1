package export

import (
	"archive/zip"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Limits of a worksheet of Excel.
const (
	sheetRows = 1 << 20
	cellChars = 32767
)

// writeXLSX draws the table of statements as a workbook of Excel, with the codebook on its second sheet and what made
// it on its third. Every text is a text: none is taken for a formula.
func writeXLSX(w io.Writer, d *Dataset) (err error) {
	f := excelize.NewFile()
	defer func() { err = errors.Join(err, f.Close()) }()
	at := stamp(d.Generated)
	props := &excelize.DocProperties{Creator: d.Program(), Title: d.Title, Created: at, Modified: at}
	if err := f.SetDocProps(props); err != nil {
		return err
	}
	if err := f.SetSheetName("Sheet1", "statements"); err != nil {
		return err
	}
	quoted, err := f.NewStyle(&excelize.Style{NumFmt: 49}) // text
	if err != nil {
		return err
	}
	columns := statementColumns()
	err = sheet(f, "statements", names(columns), func(do func([]any) error) error {
		line := make([]any, len(columns))
		return d.eachRow(func(r *row) error {
			for i, c := range columns {
				line[i] = sheetValue(c.value(r), quoted)
			}
			return do(line)
		})
	})
	if err != nil {
		return err
	}
	if err := codebookSheet(f, d); err != nil {
		return err
	}
	if err := aboutSheet(f, d); err != nil {
		return err
	}
	return sortedZip(w, f)
}

// sortedZip writes a workbook with its parts in the order of their names: excelize writes them in any. They are put
// aside in a file, for a workbook may be large.
func sortedZip(w io.Writer, f *excelize.File) (err error) {
	aside, err := os.CreateTemp("", "demarche-*.xlsx")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, aside.Close(), os.Remove(aside.Name())) }()
	f.SetZipWriter(func(io.Writer) excelize.ZipWriter { return zip.NewWriter(aside) })
	if err := f.Write(io.Discard); err != nil {
		return err
	}
	size, err := aside.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	in, err := zip.NewReader(aside, size)
	if err != nil {
		return err
	}
	slices.SortFunc(in.File, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	out := zip.NewWriter(w)
	for _, part := range in.File {
		if err := out.Copy(part); err != nil {
			return err
		}
	}
	return out.Close()
}

// stamp is the time that a workbook must tell: noon of the day it was made, or the first day of Excel.
func stamp(day string) string {
	if day == "" {
		day = "1900-01-01"
	}
	return day + "T12:00:00Z"
}

// sheet fills a worksheet row by row.
func sheet(f *excelize.File, name string, head []string, each func(func([]any) error) error) error {
	s, err := f.NewStreamWriter(name)
	if err != nil {
		return err
	}
	frozen := &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	if err := s.SetPanes(frozen); err != nil {
		return err
	}
	cells := make([]any, len(head))
	for i, h := range head {
		cells[i] = h
	}
	n := 1
	put := func(line []any) error {
		if n > sheetRows {
			return fmt.Errorf(
				"more than %d statements, which a worksheet can't hold; narrow the filter, or use csv or parquet",
				sheetRows-1,
			)
		}
		at, err := excelize.CoordinatesToCellName(1, n)
		if err != nil {
			return err
		}
		n++
		return s.SetRow(at, line)
	}
	if err := put(cells); err != nil {
		return err
	}
	if err := each(put); err != nil {
		return err
	}
	return s.Flush()
}

// sheetValue is a value as a cell takes it: a text in the format of texts where a spreadsheet would take it for a
// formula when it is edited, cut where a cell can't hold it.
func sheetValue(v any, quoted int) any {
	s, ok := v.(string)
	if !ok {
		return v
	}
	s = strings.Map(func(c rune) rune {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0xFFFE || c == 0xFFFF {
			return '\uFFFD' // XML has no such character
		}
		return c
	}, s)
	if chars := []rune(s); len(chars) > cellChars {
		s = string(chars[:cellChars-1]) + "…"
	}
	if risky(s) {
		return excelize.Cell{StyleID: quoted, Value: s}
	}
	return s
}

func codebookSheet(f *excelize.File, d *Dataset) error {
	if _, err := f.NewSheet("codebook"); err != nil {
		return err
	}
	book, err := NewCodebook(d.StateName)
	if err != nil {
		return err
	}
	head := []string{"variable", "type", "level", "meaning", "missing", "how found", "accuracy", "values"}
	return sheet(f, "codebook", head, func(do func([]any) error) error {
		for _, v := range book.Tables[0].Variables {
			var values []string
			for _, x := range v.Values {
				values = append(values, x.Value+": "+x.Definition)
			}
			line := []any{
				v.Name,
				string(v.Type),
				v.Level,
				v.Meaning,
				v.Missing,
				v.How,
				v.Accuracy,
				strings.Join(values, "\n"),
			}
			if err := do(line); err != nil {
				return err
			}
		}
		return nil
	})
}

func aboutSheet(f *excelize.File, d *Dataset) error {
	if _, err := f.NewSheet("about"); err != nil {
		return err
	}
	return sheet(f, "about", []string{"field", "value"}, func(do func([]any) error) error {
		for _, n := range d.about() {
			if err := do([]any{n.Name, n.Meaning}); err != nil {
				return err
			}
		}
		return nil
	})
}
