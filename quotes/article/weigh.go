package article

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxElements is the most elements, texts and attributes of a page: four times the most of the measured sets.
const maxElements = 100_000

// maxToken is the longest tag, text or script of a page, in bytes.
const maxToken = 4 << 20

// maxSame is how many equal formatting elements a parser opens again (the "Noah's Ark clause" of HTML).
const maxSame = 3

// weigh counts what a tree of the page would hold, before one is built, and refuses a page beyond [maxElements].
func weigh(ctx context.Context, text string) error {
	z := html.NewTokenizer(&stopped{ctx, strings.NewReader(text)})
	z.SetMaxBuf(maxToken)
	var w weight
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			switch err := z.Err(); {
			case errors.Is(err, io.EOF):
				return nil
			case errors.Is(err, html.ErrBufferExceeded):
				return fmt.Errorf(
					"%w: a tag, text or script of the page has more than %d MB; save the article as text",
					ErrTooLarge,
					maxToken>>20,
				)
			default:
				return err
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			raw := string(z.Raw()[:min(len(z.Raw()), 200)])
			name, more := z.TagName()
			w.start(atom.Lookup(name), raw)
			for w.nodes++; more && w.nodes <= maxElements; w.nodes++ {
				_, _, more = z.TagAttr()
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			w.end(atom.Lookup(name))
		default:
			w.nodes++
		}
		if w.nodes > maxElements {
			return fmt.Errorf(
				"%w: the page has more than %d elements; save the article as text",
				ErrTooLarge,
				maxElements,
			)
		}
	}
}

// weight counts the nodes of a tree. Formatting elements that stay open count again at every block, as a parser
// opens them again there.
type weight struct {
	nodes int
	open  []formatting
}

type formatting struct {
	name atom.Atom
	raw  string
}

func (w *weight) start(name atom.Atom, raw string) {
	if !elements.formatting[name] {
		if !elements.inline[name] {
			w.nodes += len(w.open)
		}
		return
	}
	same := 0
	for _, f := range w.open {
		if f.raw == raw {
			same++
		}
	}
	if same < maxSame {
		w.open = append(w.open, formatting{name, raw})
	}
}

func (w *weight) end(name atom.Atom) {
	if !elements.formatting[name] {
		return
	}
	for i := len(w.open) - 1; i >= 0; i-- {
		if w.open[i].name == name {
			w.open = append(w.open[:i], w.open[i+1:]...)
			return
		}
	}
}
