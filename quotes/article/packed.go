package article

import (
	"bytes"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

var (
	gzipMagic = []byte{0x1f, 0x8b}
	zstdMagic = []byte{0x28, 0xb5, 0x2f, 0xfd}
)

// maxWindow bounds the memory of a zstd decoder, in bytes; a frame that wants more is refused.
const maxWindow = 64 << 20

// packed reports whether the first bytes are those of a gzip or zstd stream.
func packed(head []byte) bool {
	return bytes.HasPrefix(head, gzipMagic) || bytes.HasPrefix(head, zstdMagic)
}

// opened returns what a gzip or zstd stream holds. Closing it does not close r.
func opened(r io.Reader) (io.ReadCloser, error) {
	head := make([]byte, len(zstdMagic))
	n, _ := io.ReadFull(r, head)
	r = io.MultiReader(bytes.NewReader(head[:n]), r)
	if bytes.HasPrefix(head, gzipMagic) {
		return gzip.NewReader(r)
	}
	d, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderMaxMemory(maxWindow))
	if err != nil {
		return nil, err
	}
	return d.IOReadCloser(), nil
}
