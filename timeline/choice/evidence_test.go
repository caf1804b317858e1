package choice

import (
	"flag"
	"slices"
	"strings"
	"testing"

	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/casefile"
	"demarche/timeline/discourse"
	"demarche/timeline/earlier"
	"demarche/timeline/happening"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

var update = flag.Bool("update", false, "write what is found into testdata/evidence.txt")

// TestEvidence reads testdata/evidence.txt: blocks of what is asked of a text, and what the text tells.
func TestEvidence(t *testing.T) {
	g, err := actors.Load()
	if err != nil {
		t.Fatal(err)
	}
	casefile.Check(t, "testdata/evidence.txt", *update, casefile.First(1), func(asked []string) string {
		what, written, _ := strings.Cut(asked[0], ": ")
		return told(t, g, what, written)
	})
}

// told is what a text tells; the cue stands in brackets.
func told(t *testing.T, g *actors.Gazetteer, what, written string) string {
	if what == "title" {
		return string(Transcript(written))
	}
	before, rest, _ := strings.Cut(written, "[")
	cue, after, _ := strings.Cut(rest, "]")
	a := &article.Article{ID: "test", Published: "2023-06-14", Text: before + cue + after}
	if what == "unnamed" {
		a.Text = strings.ReplaceAll(a.Text, " / ", "\n\n")
	}
	if what == "readout" {
		a.Title = "Readout of President Moss’s Meeting with President Lind"
	}
	d := discourse.New(a, text.Parse(a.Text), g)
	s := d.Body
	switch what {
	case "readout", "unnamed":
		p := &Passage{Reader: acts.New(d), Quote: &scene.Quote{Spans: &quotes.Quote{}}}
		p.ReadSentence(d.Title, 0, len(d.Title.Lower), nil)
		var list []string
		for _, h := range readHappenings([]*Passage{p}) {
			list = append(list, h.occasion.Name)
		}
		return orNone(list)
	case "before":
		lo, hi := s.Range(text.Span{Start: len(before), End: len(before) + len(cue)})
		if at, ok := earlier.SaidBefore(s, lo, hi); ok {
			return "earlier: " + at.Of(s.Text)
		}
		return "now"
	case "channels":
		return channelsIn(s)
	case "hearer":
		lo, hi := s.Range(text.Span{Start: len(before), End: len(before) + len(cue)})
		k := toldFrom(s, &scene.Quote{CueLo: lo, CueHi: hi, Hi: len(s.Lower)})
		if k < 0 {
			return "none"
		}
		return s.Words(k, s.PhraseEnd(k, len(s.Lower)))
	case "events":
		var list []string
		for k := range s.Lower {
			if lo, hi, ok := happening.At(s, k); ok {
				list = append(list, strings.TrimSpace(happening.Lead(s, lo)+": "+s.Words(lo, hi)))
			}
		}
		return orNone(list)
	}
	t.Fatalf("no question %q", what)
	return ""
}

// channelsIn are the words of a text that speak for a channel, with it; strong ones have a mark.
func channelsIn(s *scene.Scene) string {
	var list []string
	scan(s, func(k int, w spoken) {
		one := s.Lower[k] + ": " + string(w.channel)
		if w.strong {
			one += "!"
		}
		if !slices.Contains(list, one) {
			list = append(list, one)
		}
	})
	return orNone(list)
}

func orNone(list []string) string {
	if len(list) == 0 {
		return "none"
	}
	return strings.Join(list, " | ")
}

// TestImpliedBySource holds that a call or meeting stays a candidate for what was agreed, and a statement for the words
// of a body; what a person says is told of no channel.
func TestImpliedBySource(t *testing.T) {
	for _, c := range []struct {
		source, cue string
		channel     record.Channel
		want        bool
	}{
		{"Peru", "agreed", record.Meeting, true},
		{"Peru", "agreed", record.Call, true},
		{"Peru", "agreed", record.Letter, false},
		{"Peru", "said", record.Meeting, false},
		{"Peru", "said", record.StatementText, true},
		{"Joe Biden", "said", record.StatementText, false},
	} {
		p := quoteOf(readerOf(t, c.source+" "+c.cue+" that rain was near."), c.source, c.cue, "rain was near")
		if got := impliedBySource(p, c.channel); got != c.want {
			t.Errorf("%s %s, %s: got %v, want %v", c.source, c.cue, c.channel, got, c.want)
		}
	}
}
