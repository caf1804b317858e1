package article

import (
	"context"
	"fmt"
	"strings"

	"golang.org/x/net/html"
)

// Paragraphs returns the text of a page or a piece of one, as it stands in a feed or a download: one paragraph a line,
// without scripts and lines of furniture. It fails where the page is beyond the limits of [Read].
func Paragraphs(page string) (string, error) {
	bs, err := allBlocks(page)
	if err != nil {
		return "", err
	}
	var lines []string
	for _, b := range bs {
		if !stray(b) {
			lines = append(lines, b.text)
		}
	}
	return strings.Join(lines, "\n"), nil
}

// AllLines returns every line of text of a page, each cell of a table with prose in a line of its own.
func AllLines(page string) ([]string, error) {
	bs, err := allBlocks(page)
	if err != nil {
		return nil, err
	}
	lines := make([]string, len(bs))
	for i, b := range bs {
		lines[i] = b.text
	}
	return lines, nil
}

func allBlocks(page string) ([]block, error) {
	if err := weigh(context.Background(), page); err != nil {
		return nil, err
	}
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return nil, fmt.Errorf("the page cannot be parsed (%w); save it as text", err)
	}
	markBreaks(doc)
	return blocks(doc), nil
}

// Decode returns bytes of a text in any charset as UTF-8 in NFC with "\n" as line end, as [Read] decodes a source;
// charset is what is stated of them, "" for nothing. The error begins with name.
func Decode(b []byte, name, charset string) (string, error) {
	src := Source{Name: name, MediaType: "text/plain"}
	if charset != "" {
		src.MediaType += `; charset="` + strings.ReplaceAll(charset, `"`, "") + `"`
	}
	text, _, err := decode(src, b)
	return text, err
}

// PlainLine returns a title or a name, which may have elements and entities of HTML in it, as one line of text.
func PlainLine(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return oneLine(s)
	}
	doc, err := html.Parse(strings.NewReader(fieldOf(s)))
	if err != nil {
		return oneLine(s)
	}
	return firstOf(doc, MaxField)
}
