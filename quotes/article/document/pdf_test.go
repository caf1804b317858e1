package document_test

import (
	"strings"
	"testing"

	"demarche/quotes/article/document"
)

// TestPDFIsReadOrRefused reads a page, and what is less than one.
func TestPDFIsReadOrRefused(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"whole":          {page, "The bridge will open"},
		"junk behind":    {page + "\x00\x00\n\n", "The bridge will open"},
		"of version 2":   {strings.Replace(page, "PDF-1.4", "PDF-2.0", 1), "The bridge will open"},
		"cut":            {page[:450], "truncated"},
		"huge table":     {strings.Replace(page, "/Size 6", "/Size 99999999999", 1), "more objects than it can have"},
		"huge start":     {strings.Replace(page, "xref\n0 6", "xref\n4000000000 6", 1), "more objects than it can have"},
		"pages in pages": {strings.Replace(page, "/Kids [3 0 R]", "/Kids [2 0 R]", 1), "pages stand in each other"},
		"no pages":       {strings.Replace(page, "/Pages 2 0 R", "/Pages 9 0 R", 1), "no text in it"},
		"no table":       {strings.Replace(page, "startxref\n", "startxref\n9", 1), "damaged"},
	} {
		d, err := document.PDF(t.Context(), []byte(c.in))
		got := ""
		if err != nil {
			got = err.Error()
		} else {
			got = d.Text()
		}
		if !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
