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
	if a.Text, err = p.body(ctx, a); err != nil {
		return err
	}
	if len(p.live) >= minEntries {
		a.Text = joinEntries(p.live)
		return a.divide("", p.live)
	}
	if err := p.unfit(a); err != nil {
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
	doc       *html.Node
	url       *url.URL            // where it stands; nil when unknown
	meta      map[string][]string // content of meta elements by lower-case name, property or itemprop
	ld        []map[string]any    // objects of JSON-LD, flattened
	lang      string              // BCP 47
	title     string              // of the title element
	h1        []string
	canonical string
	share     map[*html.Node]float64 // of the text in paragraphs, by element
	ldBytes   int                    // of JSON-LD read
	shown     []block                // all of the page, before anything is pruned
	days      dayReader
	live      []entry // of a live blog
	front     string  // the sign that the body is a list of articles, "" for none
}
