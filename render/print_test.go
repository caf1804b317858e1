package render

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/chromedp/cdproto/page"

	"demarche/quotes/text"
)

// TestPrintHoldsEveryWord prints a selection whole and finds the words of all its events, and of no other, in the PDF.
func TestPrintHoldsEveryWord(t *testing.T) {
	browser := chromium(t)
	if _, err := exec.LookPath("pdftotext"); err != nil {
		missing(t, "no pdftotext on this machine")
	}
	r := New(synthetic(150), options())
	r.Pulled = nil // these stand at the head of every print
	address := saved(t, drawn(t, r))
	for hash, want := range map[string]func(*Event) bool{
		"":                  func(*Event) bool { return true },
		"#tone=conflictual": func(e *Event) bool { return e.Tone == "conflictual" },
	} {
		p := open(t, browser, address+hash, how{dark: true})
		p.wait(`document.body.classList.contains('loaded')`)
		eval[any](p, `(window.print = () => {}, document.getElementById('take').click(), document.querySelector('[aria-label$="with every wording"]').click())`)
		eval[any](p, `new Promise((f) => setTimeout(f, 50))`)
		printed := pdfText(t, must(p, page.PrintToPDF, page.PrintToPDFParams{}).Data)
		for i := range r.Events {
			for _, s := range r.Events[i].Statements {
				for _, w := range s.Reports {
					if !latin(w.Text) {
						continue // pdftotext gives text of other directions in an order of its own
					}
					if got := strings.Contains(printed, solid(w.Text)); got != want(&r.Events[i]) {
						t.Errorf("%q: event %d: printed %t: %.60s", hash, i, got, w.Text)
					}
				}
			}
		}
		p.wait(`!document.querySelector('#print-chart svg') && document.querySelectorAll('.ev').length <= 50`)
		p.sound()
	}
}

// TestPrintIsShort prints an event whose statement is long: cut, unless the reader has read on or asks for the whole.
func TestPrintIsShort(t *testing.T) {
	browser := chromium(t)
	if _, err := exec.LookPath("pdftotext"); err != nil {
		missing(t, "no pdftotext on this machine")
	}
	rel := synthetic(1)
	g := &generator{rng: rand.New(rand.NewPCG(1, 1)), rel: rel}
	long := g.words(3000) + " theveryend"
	w := &rel.Events[0].Statements[0].Reports[0]
	src := rel.Sources[w.ArticleKey]
	w.Content = []text.Span{{Start: len(src.Text), End: len(src.Text) + len(long)}}
	w.Around, w.Text = w.Content[0], long
	src.Text += long
	rel.Sources[w.ArticleKey] = src
	address := saved(t, drawn(t, New(rel, options())))
	p := open(t, browser, address, how{})
	p.wait(`document.body.classList.contains('loaded')`)
	if n := eval[int](p, `document.querySelector('.ev').textContent.length`); n > 1500 {
		t.Errorf("the closed card has %d characters", n)
	}
	if got := pdfText(t, must(p, page.PrintToPDF, page.PrintToPDFParams{}).Data); strings.Contains(got, "theveryend") {
		t.Error("the print holds the whole of a long statement that nobody asked for")
	}
	p.do(press(`.readon button`))
	if got := pdfText(t, must(p, page.PrintToPDF, page.PrintToPDFParams{}).Data); !strings.Contains(got, "theveryend") {
		t.Error("the print lacks what the reader has read on to")
	}
	p.sound()
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
