package cotext_test

import (
	"slices"
	"strings"
	"testing"

	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/cotext"
	"demarche/timeline/discourse"
	"demarche/timeline/scene"
)

// around reads a text in which the cue stands in brackets and the reported words in braces, for somebody of France.
func around(t *testing.T, written string) (*scene.Scene, *cotext.Quote) {
	t.Helper()
	g, err := actors.Load()
	if err != nil {
		t.Fatal(err)
	}
	plain := strings.NewReplacer("[", "", "]", "", "{", "", "}", "").Replace(written)
	a := &article.Article{ID: "test", Published: "2023-06-14", Text: plain}
	s := discourse.New(a, text.Parse(a.Text), g).Body
	marked := func(open, end string) []text.Span {
		_, rest, found := strings.Cut(written, open)
		in, _, _ := strings.Cut(rest, end)
		if !found {
			return nil
		}
		at := strings.Index(plain, in)
		return []text.Span{{Start: at, End: at + len(in)}}
	}
	q := &quotes.Quote{Content: marked("{", "}"), Cue: marked("[", "]")}
	return s, cotext.Read(s, nil).Around(scene.NewQuote(s, q, 0, nil), "FRA")
}

func features(t *testing.T, written string) []uint32 {
	t.Helper()
	_, q := around(t, written)
	return q.Features(nil, &cotext.Candidate{Class: "some", Kind: "person", Proposer: "rules"})
}

// TestNamesAreMasked holds that who is named makes no difference, but of what kind, and whether the speakers' state.
func TestNamesAreMasked(t *testing.T) {
	const told = "On Monday the minister [warned] Norway that {the talks were over}."
	first := features(t, told)
	for _, c := range []struct {
		instead, of string
		same        bool
	}{
		{"Brazil", "Norway", true},
		{"On Friday", "On Monday", true},
		{"France", "Norway", false}, // the speakers' own state
		{"NATO", "Norway", false},
		{"[assured]", "[warned]", false},
		{"the ships were over", "the talks were over", false},
	} {
		other := features(t, strings.Replace(told, c.of, c.instead, 1))
		if slices.Equal(first, other) != c.same {
			t.Errorf("with %q in place of %q: same features %v, want %v", c.instead, c.of, !c.same, c.same)
		}
	}
}

// TestPlace holds that a place is read by where it stands and by the words beside it.
func TestPlace(t *testing.T) {
	const told = "Norway wrote to Brazil. Chile [warned] Peru that {Cuba must leave}. Kenya waited. Malta was far away."
	s, q := around(t, told)
	seen := map[uint32]string{}
	for _, name := range []string{"Norway", "Brazil", "Chile", "Peru", "Cuba", "Kenya"} {
		k, _ := s.Range(text.Span{Start: strings.Index(s.Text, name), End: strings.Index(s.Text, name) + 1})
		list := q.Place(nil, k, "")
		if len(list) == 0 {
			t.Errorf("no features where %s is named", name)
			continue
		}
		whole := uint32(0)
		for _, f := range list {
			whole = whole*31 + f
		}
		if other := seen[whole]; other != "" {
			t.Errorf("%s and %s are read alike", name, other)
		}
		seen[whole] = name
	}
	k, _ := s.Range(text.Span{Start: strings.Index(s.Text, "Malta"), End: strings.Index(s.Text, "Malta") + 1})
	if list := q.Place(nil, k, ""); len(list) > 0 {
		t.Error("a place two sentences after the quote is read")
	}
}
