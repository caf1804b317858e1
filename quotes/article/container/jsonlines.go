package container

import (
	"context"
	"errors"
	"fmt"
	"io"

	"demarche/quotes/article"
)

// linesReader reads JSON Lines, an article a line.
type linesReader struct {
	in  *stream
	out *sink
}

// read reads the lines.
func (r linesReader) read() error {
	lr := article.Lines(r.out.ctx, r.in.b, r.in.Name)
	for r.out.ctx.Err() == nil {
		a, err := lr.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		it := Item{Name: fmt.Sprintf("%s:%d", r.in.Name, lr.Line())}
		var bare *article.NoText
		if it.Read = func(context.Context) (*article.Article, error) { return a, err }; err != nil && !errors.As(err, &bare) {
			it.Read, it.Err = nil, err
		}
		if err := r.out.emit(it); err != nil {
			return err
		}
	}
	return r.out.ctx.Err()
}
