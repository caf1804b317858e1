package gold

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"demarche/quotes/article"
)

// Line is an article, as the program reads it, with its annotation: a [Document], or what else a kind of gold has.
type Line[T any] struct {
	*article.Article
	Gold T
}

// Read reads the annotated articles of JSON Lines, plain or packed. Errors name the file and the line.
func Read[T any](ctx context.Context, names ...string) ([]Line[T], error) {
	var out []Line[T]
	for _, name := range names {
		lines, err := readFile[T](ctx, name)
		if err != nil {
			return nil, err
		}
		out = append(out, lines...)
	}
	return out, nil
}

func readFile[T any](ctx context.Context, name string) ([]Line[T], error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read
	var out []Line[T]
	for in := article.Lines(ctx, f, name); ; {
		a, err := in.Next()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		l := Line[T]{Article: a}
		if err := json.Unmarshal(a.Bytes, &l.Gold); err != nil {
			return nil, fmt.Errorf("%s:%d: not gold of this kind: %w", name, in.Line(), err)
		}
		out = append(out, l)
	}
}
