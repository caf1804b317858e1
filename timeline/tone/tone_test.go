package tone

import (
	"testing"

	"demarche/data"
	"demarche/timeline/record"
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
		switch record.Tone(r.Fields[2]) {
		case record.Cooperative, record.Conflictual, record.Neutral:
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
