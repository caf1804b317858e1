package timeline

import (
	"strings"
	"testing"

	"demarche/data"
	"demarche/timeline/dates"
)

// TestToneLexicon: the tables can be read, no row stands twice, tones and classes are known ones.
func TestToneLexicon(t *testing.T) {
	lex, err := readTones()
	if err != nil {
		t.Fatal(err)
	}
	rows, err := data.Table("lexicon/tones.tsv", "kind", "word", "tone", "class")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, r := range rows {
		key := r.Fields[0] + " " + r.Fields[1]
		if seen[key] {
			t.Errorf("line %d: %s stands twice", r.Line, key)
		}
		seen[key] = true
		switch Tone(r.Fields[2]) {
		case Cooperative, Conflictual, Neutral:
		default:
			t.Errorf("line %d: tone %q", r.Line, r.Fields[2])
		}
		if c := r.Fields[3]; c != "" {
			if _, ok := lex.scores[c]; !ok {
				t.Errorf("line %d: class %q has no score", r.Line, c)
			}
		}
	}
	for form, class := range map[string]string{"accused": "ACCUSE", "denies": "REJECT", "vowed": "AGREE", "urging": "REQUEST", "praises": "SUPPORT"} {
		if x, ok := lex.stem(form); !ok || x.class != class {
			t.Errorf("%s: class %q, want %s", form, x.class, class)
		}
	}
}

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
func saidOf(t *testing.T, s string) Said {
	t.Helper()
	day, basis, _ := strings.Cut(s, " ")
	d, err := dates.Parse(day)
	if err != nil {
		t.Fatal(err)
	}
	return Said{Date: d, Basis: dates.Basis(basis)}
}
