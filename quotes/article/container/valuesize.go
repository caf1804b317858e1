package container

import (
	"fmt"
	"io"

	"demarche/quotes/article"
)

// valueSize limits the bytes of one value of JSON or one token of XML, so that no decoder holds more.
type valueSize struct {
	r    io.Reader
	n    int64 // bytes read since the last value
	most int64
}

// Read reads on, or fails where a value is longer than it may be.
func (l *valueSize) Read(b []byte) (int, error) {
	n, err := l.r.Read(b)
	if l.n += int64(n); l.n > l.most {
		return n, fmt.Errorf("%w: a value has more than %d MB", article.ErrTooLarge, l.most>>20)
	}
	return n, err
}
