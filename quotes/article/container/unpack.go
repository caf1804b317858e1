package container

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"demarche/quotes/article"
	"demarche/quotes/article/format"
)

// maxPacks is how often an input may be packed.
const maxPacks = 2

// unpack reads a packed input. A page or text keeps its bytes as they came; all else is read as it is unpacked.
func (r *reader) unpack(head []byte) error {
	if r.packs++; r.packs > maxPacks {
		return r.in.errorf("compressed more than twice; decompress it first")
	}
	inner, err := innerHead(head)
	if err != nil {
		return r.in.errorf("damaged gzip, zstd, bzip2 or xz (%s); get the file again", reason(err))
	}
	if !article.Packed(inner) && r.recognise(inner).Kind.Single() && format.OfBytes(inner).Kind == format.Unknown {
		return pageReader{r.in, r.out}.read()
	}
	b := &budget{}
	z, err := article.Opened(&counter{r.in.b, b})
	if err != nil {
		return r.in.errorf("damaged gzip, zstd, bzip2 or xz (%s); get the file again", reason(err))
	}
	defer z.Close() //nolint:errcheck // only read
	r.in.R, r.in.Size, r.in.MediaType = &meter{z, b}, 0, ""
	return r.open()
}

// innerHead returns the beginning of what the beginning of a packed stream holds.
func innerHead(head []byte) ([]byte, error) {
	z, err := article.Opened(bytes.NewReader(head))
	if err != nil {
		return nil, err
	}
	defer z.Close() //nolint:errcheck // only read
	inner := make([]byte, format.HeadSize)
	n, err := io.ReadFull(z, inner)
	if n == 0 && err != nil && !errors.Is(err, io.EOF) && len(head) < format.HeadSize {
		return nil, err
	}
	return inner[:n], nil
}

// A stream that unpacks to more than bombSize bytes and more than bombRatio times its own size is a bomb.
const (
	bombSize  = 8 << 20
	bombRatio = 400
)

// bomb is the error that ends the reading of the whole input.
type bomb struct{}

func (bomb) Error() string {
	return fmt.Sprintf("%v: it unpacks to more than %d times its size", article.ErrTooLarge, bombRatio)
}

func (bomb) Unwrap() error { return article.ErrTooLarge }

// bombed refuses what unpacks to too much; packed and unpacked are bytes.
func bombed(packed, unpacked int64) error {
	if unpacked > bombSize && unpacked > bombRatio*packed {
		return bomb{}
	}
	return nil
}

// budget counts what comes out of a packed stream or an archive.
type budget struct {
	packed, unpacked int64 // bytes
}

// counter counts the bytes that go into the unpacking.
type counter struct {
	r io.Reader
	b *budget
}

// Read reads on.
func (c *counter) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	c.b.packed += int64(n)
	return n, err
}

// meter counts the bytes that come out, and ends a stream that is a bomb.
type meter struct {
	r io.Reader
	b *budget
}

// Read reads on, or fails where the budget is used up.
func (m *meter) Read(b []byte) (int, error) {
	n, err := m.r.Read(b)
	m.b.unpacked += int64(n)
	if bomb := bombed(m.b.packed, m.b.unpacked); bomb != nil {
		return n, bomb
	}
	return n, err
}
