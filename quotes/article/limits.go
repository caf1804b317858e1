package article

import (
	"context"
	"fmt"
	"io"
	"net/url"
	"strings"
)

// Limits of what is read, so that a hostile or mistaken source costs one error and not the memory of the machine.
const (
	// MaxSource is the largest source read, in bytes as they come. The longest page of the measured sets has under 3
	// MB.
	MaxSource = 16 << 20
	// MaxPage is the largest page or text read, in bytes after decompression.
	MaxPage = MaxSource
	// MaxLine is the longest line of a JSON Lines stream, in bytes after decompression. The stream itself may be
	// endless.
	MaxLine = 8 << 20
	// MaxText is the longest text of an article, in bytes: five times the longest of the measured sets. Each byte costs
	// a hundred bytes of memory while quotes are sought in it.
	MaxText = 1 << 20
	// MaxField is the longest title, outlet, byline, id or URL, in bytes.
	MaxField = 4 << 10
)

// ErrTooLarge is wrapped by the errors about sources beyond the limits.
const ErrTooLarge Fault = "too large"

// Fault is an error that says the same wherever it occurs, a constant.
type Fault string

// Error is the fault in words.
func (f Fault) Error() string { return string(f) }

func tooLarge(name, what string) error {
	return fmt.Errorf(
		"%s: %w: %s has more than %d MB; split it, or give many articles as JSON Lines",
		name,
		ErrTooLarge,
		what,
		MaxSource>>20,
	)
}

func textTooLarge(n int) error {
	return fmt.Errorf("%w: the text has %d bytes, the most is %d; split it into its articles", ErrTooLarge, n, MaxText)
}

// limits returns an error where a part of the article is longer than it may be.
func (a *Article) limits() error {
	for _, f := range [][2]string{
		{"title", a.Title}, {"outlet", a.Outlet}, {"byline", a.Byline}, {"id", a.ID}, {"url", a.URL},
	} {
		if len(f[1]) > MaxField {
			return fmt.Errorf("%w: the %s has more than %d bytes; shorten it", ErrTooLarge, f[0], MaxField)
		}
	}
	if len(a.Text) > MaxText {
		return textTooLarge(len(a.Text))
	}
	return nil
}

// fieldOf returns the first bytes of what a page says, enough for [Article.limits] to see that it is too long.
func fieldOf(s string) string { return cut(s, MaxField+64) }

// stopped is a reader that fails once its context has ended.
type stopped struct {
	ctx context.Context
	r   io.Reader
}

// Read reads on, or returns the error of the context.
func (s *stopped) Read(b []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.r.Read(b)
}

// withoutUser returns a URL without the user name and password in it: they are nobody's to keep.
func withoutUser(address string) string {
	if !strings.Contains(address, "@") {
		return address
	}
	u, err := url.Parse(address)
	if err != nil || u.User == nil {
		return address
	}
	u.User = nil
	return u.String()
}
