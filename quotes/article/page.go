package article

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// readPage fills the article from a web page.
func readPage(ctx context.Context, a *Article, text string, days dayReader) error {
	if err := weigh(ctx, text); err != nil {
		return err
	}
	doc, err := html.Parse(&stopped{ctx, strings.NewReader(text)})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		if strings.Contains(err.Error(), "512") {
			return errors.New("elements nested deeper than 512; save the article as text")
		}
		return fmt.Errorf("the page cannot be parsed (%w); save the article as text", err)
	}
	openRoots(doc)
	p := newPage(doc, a.URL, days)
	p.fill(a)
	b := bodyReader{doc: p.doc, url: p.url, share: p.share, days: p.days, stated: p.head.ld.body()}
	if a.Text, err = b.read(ctx, a); err != nil {
		return err
	}
	if len(b.live) >= minEntries {
		a.Text = joinEntries(b.live)
		return a.divide("", b.live)
	}
	if err := (fitCheck{b.shown, b.front, p.head.ld.restricted()}).refuse(a); err != nil {
		return err
	}
	lines := strings.Split(a.Text, "\n")
	(&plain{lines: lines, end: len(lines), days: p.days}).dateline(a)
	before, list := chronology(lines, a.Published)
	if len(list) == 0 {
		return nil
	}
	return a.divide(strings.Join(lines[:before], "\n"), list)
}

// page is a parsed page with what its head says of it.
type page struct {
	doc   *html.Node
	url   *url.URL // where it stands; nil when unknown
	head  *pageHead
	share map[*html.Node]float64 // of the text in paragraphs, by element
	days  dayReader
}

// newPage reads what a page's head, JSON-LD and marked elements say of it, before anything is pruned.
func newPage(doc *html.Node, fetched string, days dayReader) *page {
	p := &page{doc: doc, head: headOf(doc), share: paragraphShare(doc), days: days}
	p.address(fetched)
	p.withoutArchive()
	p.days.dayFirst = p.head.dayFirst(p.url)
	return p
}

// fill sets what the page says of itself: title, byline, outlet, language, URL, and the day it was published.
func (p *page) fill(a *Article) {
	if p.url != nil {
		a.URL = withoutTracking(p.url.String())
	}
	a.Language = p.head.language()
	a.Outlet = p.outlet()
	a.Title = p.head.headline(a.Outlet)
	a.Byline = p.byline()
	a.Published, a.PublishedHow = pageDays{p.doc, p.url, p.head, p.days, p.share}.published(a.Title)
}
