package article

import (
	"bytes"
	"compress/bzip2"
	"io"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
)

// The bytes that packed streams begin with.
const (
	gzipMagic  = "\x1f\x8b"
	zstdMagic  = "\x28\xb5\x2f\xfd"
	bzip2Magic = "BZh"
	xzMagic    = "\xfd7zXZ\x00"
)

// maxWindow bounds the memory of a zstd decoder, in bytes; a frame that wants more is refused.
const maxWindow = 64 << 20

// Packed reports whether the first bytes are those of a gzip, zstd, bzip2 or xz stream.
func Packed(head []byte) bool {
	for _, magic := range []string{gzipMagic, zstdMagic, bzip2Magic, xzMagic} {
		if bytes.HasPrefix(head, []byte(magic)) {
			return true
		}
	}
	return false
}

// Opened returns what a stream of those holds. Closing it does not close r.
func Opened(r io.Reader) (io.ReadCloser, error) {
	head := make([]byte, len(xzMagic))
	n, _ := io.ReadFull(r, head)
	head = head[:n]
	r = io.MultiReader(bytes.NewReader(head), r)
	switch {
	case strings.HasPrefix(string(head), gzipMagic):
		return gzip.NewReader(r)
	case strings.HasPrefix(string(head), bzip2Magic):
		return io.NopCloser(bzip2.NewReader(r)), nil
	case strings.HasPrefix(string(head), xzMagic):
		x, err := xz.NewReader(r)
		if err != nil {
			return nil, err
		}
		return io.NopCloser(x), nil
	}
	d, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow),
		zstd.WithDecoderMaxMemory(maxWindow))
	if err != nil {
		return nil, err
	}
	return d.IOReadCloser(), nil
}
