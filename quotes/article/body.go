package article

import (
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
)

func newPage(doc *html.Node, u string) *page {
	p := &page{doc: doc}
	p.url, _ = url.Parse(u)
	return p
}
func (p *page) fill(a *Article) {}
func (p *page) body(a *Article) string {
	ps := readability.NewParser()
	r, err := ps.ParseAndMutate(p.doc, p.url)
	if err != nil || r.Node == nil {
		return ""
	}
	if a.Title == "" {
		a.Title = oneLine(r.Title())
	}
	var b strings.Builder
	r.RenderText(&b)
	return strings.TrimSpace(b.String())
}
