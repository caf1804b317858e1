package render

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/chromedp/cdproto/page"
)

// TestPrintHoldsEveryWord prints a selection and finds the words of all its events, and of no other, in the PDF.
func TestPrintHoldsEveryWord(t *testing.T) {
	browser := chromium(t)
	if _, err := exec.LookPath("pdftotext"); err != nil {
		missing(t, "no pdftotext on this machine")
	}
	r := New(synthetic(150), options())
	address := saved(t, rendered(t, 150))
	for _, c := range []struct {
		hash string
		wait string
		want func(*Event) bool
	}{
		{"", `document.body.classList.contains('loaded')`, func(*Event) bool { return true }},
		{"#tone=conflictual", `document.body.classList.contains('loaded')`, func(e *Event) bool { return e.Tone == "conflictual" }},
	} {
		p := open(t, browser, address+c.hash, how{dark: true})
		p.wait(c.wait)
		pdf := must(p, page.PrintToPDF, page.PrintToPDFParams{})
		text := pdfText(t, pdf.Data)
		for i := range r.Events {
			for _, s := range r.Events[i].Statements {
				for _, w := range s.Reports {
					if !latin(w.Text) {
						continue // pdftotext gives text of other directions in an order of its own
					}
					if got := strings.Contains(text, solid(w.Text)); got != c.want(&r.Events[i]) {
						t.Errorf("%q: event %d: printed %t: %.60s", c.hash, i, got, w.Text)
					}
				}
			}
		}
		p.wait(`!document.querySelector('#print-chart svg') && document.querySelectorAll('.ev').length <= 50`)
		p.sound()
	}
}

// pdfText is the text of a PDF without any space.
func pdfText(t *testing.T, pdf []byte) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(name, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	if keep := os.Getenv("KEEP_PDF"); keep != "" {
		os.WriteFile(keep, pdf, 0o600) //nolint:errcheck // for a person to look at
	}
	out, err := exec.Command("pdftotext", "-raw", name, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return solid(string(out))
}

func solid(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) {
			return -1
		}
		return c
	}, s)
}
