package scene

import (
	"flag"
	"strings"
	"testing"

	"demarche/quotes/text"
	"demarche/timeline/casefile"
)

var update = flag.Bool("update", false, "write what is found into testdata/phrases.txt")

// TestPhrases reads testdata/phrases.txt: blocks of a reader of phrases with a text, and what it finds in it.
func TestPhrases(t *testing.T) {
	casefile.Check(t, "testdata/phrases.txt", *update, casefile.First(1), func(asked []string) string {
		reader, phrase, _ := strings.Cut(asked[0], ": ")
		return found(t, reader, phrase)
	})
}

// found is what a reader of phrases finds in a text: in one with a mark "|", before the token after it.
func found(t *testing.T, reader, written string) string {
	before, after, marked := strings.Cut(written, "|")
	s := read(t, before+after)
	at := len(s.Lower)
	if marked {
		at, _ = s.Range(text.Span{Start: len(before), End: len(before) + 1})
	}
	switch reader {
	case "phrase":
		return s.Words(0, s.PhraseEnd(0, len(s.Lower)))
	case "voice":
		return s.Words(s.Voices.Cut(0, len(s.Lower)))
	case "core":
		return s.Words(s.Clauses.Core(0, len(s.Lower)))
	case "subject":
		if lo, hi, ok := s.Clauses.Subject(at); ok {
			return s.Words(lo, hi)
		}
		return "none"
	case "members":
		var list []string
		for _, m := range s.Lists.Members(0, len(s.Lower)) {
			one := s.Words(m.Lo, m.Hi)
			if m.End > m.Hi {
				one += " (" + strings.TrimLeft(s.Words(m.Hi, m.End), ", ") + ")"
			}
			list = append(list, one)
		}
		return strings.Join(list, " | ")
	case "name":
		if k := s.Bearers.After(0, len(s.Lower)); k > 0 {
			return s.Words(k, len(s.Lower))
		}
		return "none"
	}
	t.Fatalf("no reader %q", reader)
	return ""
}
