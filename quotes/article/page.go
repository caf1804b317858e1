package article

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// maxElements is the most nodes a page may have: 20 times the largest of the measured sets.
const maxElements = 500_000

// readPage fills the article from a web page.
func readPage(a *Article, text string) error {
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		if strings.Contains(err.Error(), "512") {
			return errors.New("elements nested deeper than 512; save the article as text")
		}
		return fmt.Errorf("the page cannot be parsed (%w); save the article as text", err)
	}
	n := 0
	for range doc.Descendants() {
		if n++; n > maxElements {
			return fmt.Errorf("%w: the page has more than %d elements; save the article as text", ErrTooLarge, maxElements)
		}
	}
	p := newPage(doc, a.URL)
	p.fill(a)
	a.Text = p.body(a)
	lines := strings.Split(a.Text, "\n")
	(&plain{lines: lines, end: len(lines)}).dateline(a)
	return nil
}

// page is a parsed page with what its head says of it.
type page struct {
	doc       *html.Node
	url       *url.URL            // where it stands; nil when unknown
	meta      map[string][]string // content of meta elements by lower-case name, property or itemprop
	ld        []map[string]any    // objects of JSON-LD, flattened
	lang      string              // BCP 47
	title     string              // of the title element
	h1        []string
	canonical string
	share     map[*html.Node]float64 // of the text in paragraphs, by element
}
