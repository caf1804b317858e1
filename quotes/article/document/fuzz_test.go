package document_test

import (
	"fmt"
	"testing"

	"demarche/quotes/article/document"
)

// page is a PDF of one page.
var page = func() string {
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
		"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
		"<< /Length 72 >>\nstream\nBT /F1 12 Tf 1 0 0 1 60 700 Tm [(The bridge) -300 (will) -300 (open)] TJ ET \nendstream",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
	}
	out, table := "%PDF-1.4\n", fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for i, o := range objects {
		table += fmt.Sprintf("%010d 00000 n \n", len(out))
		out += fmt.Sprintf("%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	return fmt.Sprintf("%s%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", out, table, len(out))
}()

func FuzzPDF(f *testing.F) {
	f.Add([]byte(page))
	f.Fuzz(func(t *testing.T, b []byte) {
		d, err := document.PDF(t.Context(), b)
		if (d == nil) == (err == nil) {
			t.Errorf("document %v, error %v", d, err)
		}
	})
}

func FuzzMarkdown(f *testing.F) {
	f.Add("# A\n\n> b *c* [d](e)\n- f\n\n```\ng\n```\n")
	f.Fuzz(func(_ *testing.T, s string) { document.Markdown(s) })
}

func FuzzFrontMatter(f *testing.F) {
	f.Add("a: \"b\" # c\nd: [e, f]\ng:\n- h\n")
	f.Fuzz(func(_ *testing.T, s string) { document.FrontMatter(s) })
}
