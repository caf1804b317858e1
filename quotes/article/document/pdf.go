package document

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"
)

// Limits of a PDF.
const (
	maxPages   = 3000
	maxPDFText = 2 << 20   // bytes of its text
	maxOps     = 4_000_000 // operators of its pages
	maxObjects = 2_000_000 // objects that it may say it has
)

// PDF reads a PDF with a text layer: its columns in the order of reading, words that are broken at the end of a line
// put together, ligatures taken apart, running heads and numbers of pages left out. The title is what its largest
// letters say on the first page, else what the file states. The end of ctx breaks it off.
func PDF(ctx context.Context, b []byte) (doc *Document, err error) {
	defer func() {
		if x := recover(); x != nil {
			doc, err = nil, pdfPanic(x)
		}
	}()
	r, err := openPDF(b)
	if err != nil {
		return nil, err
	}
	budget := &pdfBudget{}
	var pages [][]run
	err = eachPage(r.Trailer().Key("Root").Key("Pages"), 0, func(p pdf.Value) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		if len(pages) >= maxPages {
			return fmt.Errorf("too large: more than %d pages; split it", maxPages)
		}
		pages = append(pages, pageRuns(p, budget))
		return nil
	})
	if err != nil {
		return nil, err
	}
	doc = layOut(pages)
	if strings.TrimSpace(doc.Text()) == "" {
		return nil, ErrNoText
	}
	if illegible(doc.Text()) {
		return nil, errors.New("its letters have no Unicode, so that its text is not known; " +
			"have it recognised (OCR), or give it as text")
	}
	if doc.Title == "" {
		doc.Title = statedTitle(r)
	}
	return doc, nil
}

// pdfPanic is the error of a PDF that its reader stumbled over.
func pdfPanic(x any) error {
	if err, ok := x.(error); ok && errors.Is(err, errBudget) {
		return err
	}
	return errors.New("a damaged PDF; print it to PDF again, or give its text")
}

// openPDF opens a PDF, whose header and end may be less than regular, and refuses one that says it is huge: the room
// for its table is taken before it is read.
func openPDF(b []byte) (*pdf.Reader, error) {
	start := bytes.Index(b[:min(len(b), 1024)], []byte("%PDF-"))
	end := bytes.LastIndex(b, []byte("%%EOF"))
	if start < 0 || end < 0 {
		return nil, errors.New("a truncated PDF (its end is missing); get it again")
	}
	b = append([]byte(nil), b[start:min(len(b), end+5)]...)
	copy(b, "%PDF-1.7\n")
	for _, m := range printShape.sizes.FindAllSubmatch(b, -1) {
		for _, field := range bytes.Fields(bytes.Join(m[1:], []byte(" "))) {
			if n, err := strconv.ParseInt(string(field), 10, 64); err != nil || n > maxObjects {
				return nil, errors.New("a damaged PDF (it says it has more objects than it can have); get it again")
			}
		}
	}
	r, err := pdf.NewReader(bytes.NewReader(b), int64(len(b)))
	switch {
	case errors.Is(err, pdf.ErrInvalidPassword):
		return nil, ErrEncrypted
	case err != nil && bytes.Contains(b, []byte("/Encrypt")):
		return nil, ErrEncrypted
	case err != nil:
		return nil, fmt.Errorf("a damaged or truncated PDF (%s); get it again, or print it to PDF again",
			oneLine(err.Error()))
	}
	return r, nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// eachPage calls do with the pages of a tree, in their order.
func eachPage(node pdf.Value, depth int, do func(pdf.Value) error) error {
	if depth > 40 {
		return errors.New("a damaged PDF (its pages stand in each other); print it to PDF again")
	}
	kids := node.Key("Kids")
	if kids.Kind() != pdf.Array {
		if node.Kind() != pdf.Dict {
			return nil
		}
		return do(node)
	}
	for i := range kids.Len() {
		if err := eachPage(kids.Index(i), depth+1, do); err != nil {
			return err
		}
	}
	return nil
}

// illegible reports whether many letters of a text are not known.
func illegible(text string) bool {
	bad, all := 0, 0
	for _, r := range text {
		if r == ' ' || r == '\n' {
			continue
		}
		if all++; r == '\ufffd' || r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0xe000 && r < 0xf900 {
			bad++
		}
	}
	return 5*bad > all
}

// statedTitle is the title in the properties of a PDF, "" where it is the name of a file or of a program.
func statedTitle(r *pdf.Reader) string {
	t := oneLine(r.Trailer().Key("Info").Key("Title").Text())
	if strings.HasPrefix(t, "Microsoft Word") || strings.ContainsAny(t, `/\`) || !strings.Contains(t, " ") {
		return ""
	}
	return t
}
