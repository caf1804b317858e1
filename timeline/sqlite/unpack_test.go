package sqlite

import (
	"bytes"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// TestUnpack unpacks what articles are packed as, short ones too, and refuses what would grow beyond all bounds.
func TestUnpack(t *testing.T) {
	for _, n := range []int{0, 1, 200, 300, 5000} {
		b := bytes.Repeat([]byte("x"), n)
		if got, err := Unpack(compress(b)); err != nil || !bytes.Equal(got, b) {
			t.Errorf("%d bytes: %d came back, %v", n, len(got), err)
		}
	}
	var bomb bytes.Buffer
	w, err := zstd.NewWriter(&bomb) // a stream does not tell its length
	if err != nil {
		t.Fatal(err)
	}
	for range maxSource>>20 + 1 {
		if _, err := w.Write(make([]byte, 1<<20)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if b, err := Unpack(bomb.Bytes()); err == nil {
		t.Errorf("%d bytes were unpacked", len(b))
	}
}
