package merge

import (
	"strings"
	"testing"

	"demarche/timeline/dates"
	"demarche/timeline/record"
)

// TestWindow: days that may be one meet, others do not.
func TestWindow(t *testing.T) {
	for _, c := range []struct {
		a, b string // EDTF and basis
		want bool
	}{
		{"2023-06-12 stated", "2023-06-13 stated", true},     // the day's boundary
		{"2023-06-12 stated", "2023-06-15 published", true},  // the lag of the press
		{"2023-06-12 stated", "2023-06-17 published", false}, // another day
		{"2023-06-12 stated", "2024-06-12 stated", false},    // another year
		{"2023-06-10/2023-06-11 relative", "2023-06-12 stated", true},
		{"[..2023-06-12] relative", "2020-01-01 stated", true},
	} {
		a, b := saidOf(t, c.a), saidOf(t, c.b)
		x, ok := windowOf(&a)
		y, ok2 := windowOf(&b)
		if _, meet := x.meet(y); !ok || !ok2 || meet != c.want {
			t.Errorf("%s and %s: %v, want %v", c.a, c.b, meet, c.want)
		}
	}
}

// saidOf reads "EDTF basis".
func saidOf(t *testing.T, s string) record.Said {
	t.Helper()
	day, basis, _ := strings.Cut(s, " ")
	d, err := dates.Parse(day)
	if err != nil {
		t.Fatal(err)
	}
	return record.Said{Date: d, Basis: dates.Basis(basis)}
}
