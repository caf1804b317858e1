package render

import (
	"bytes"
	"testing"
)

// rendered renders a page of n synthetic events.
func rendered(t testing.TB, n int) []byte {
	t.Helper()
	return drawn(t, New(synthetic(n), options()))
}

// drawn is the page of a report.
func drawn(t testing.TB, r *Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := HTML(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPageIsTheSameByteForByte(t *testing.T) {
	if !bytes.Equal(rendered(t, 300), rendered(t, 300)) {
		t.Error("two pages of the same data differ")
	}
}

func TestPageSize(t *testing.T) {
	for n, most := range map[int]int{1: 450_000, 1000: 1_300_000, 10000: 4_000_000} {
		if size := len(rendered(t, n)); size > most {
			t.Errorf("%d events: %d bytes, want at most %d", n, size, most)
		} else {
			t.Logf("%d events: %d bytes", n, size)
		}
	}
}

func BenchmarkHTML(b *testing.B) {
	rel := synthetic(10000)
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if err := HTML(&out, New(rel, options())); err != nil {
			b.Fatal(err)
		}
	}
}
