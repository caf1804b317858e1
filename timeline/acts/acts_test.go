package acts

import (
	"flag"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/casefile"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
)

var update = flag.Bool("update", false, "write what is found into testdata/acts.txt")

// TestActs reads testdata/acts.txt: blocks of a text, after ">" and as its title where it opens with "#", and the acts
// that it tells of, a line each: noun, channel, who to whom or "with" whom, day, occasion, place, carrier. The
// last lines are the visit of which it tells and the text with the event of its title, if any.
func TestActs(t *testing.T) {
	g, err := actors.Load()
	if err != nil {
		t.Fatal(err)
	}
	said := func(_ int, line string) bool { return strings.HasPrefix(line, ">") }
	casefile.Check(t, "testdata/acts.txt", *update, said, func(asked []string) string {
		return strings.Join(actsOf(g, asked), "\n")
	})
}

// actsOf reads the lines of a text as an article of 14 June 2023.
func actsOf(g *actors.Gazetteer, said []string) []string {
	a := &article.Article{ID: "test", Outlet: "The Daily Ledger", Published: "2023-06-14"}
	for _, line := range said {
		line, _ = strings.CutPrefix(line, "> ")
		if title, ok := strings.CutPrefix(line, "# "); ok {
			a.Title = title
		} else {
			a.Text += line + "\n"
		}
	}
	a.Text = strings.TrimSpace(a.Text)
	r := New(discourse.New(a, text.Parse(a.Text), g))
	r.ReadSentence(r.Title, 0, len(r.Title.Lower), nil)
	for _, sn := range r.Body.Doc.Sentences {
		r.ReadSentence(r.Body, sn.First, sn.Last, nil)
	}
	var lines []string
	for _, f := range r.Acts {
		lines = append(lines, written(f))
	}
	if o := r.Occasions.OfVisit(); o != nil {
		lines = append(lines, o.Name)
	}
	if o := r.Occasions.OfTitle(); o != nil {
		lines = append(lines, string(r.OfText())+" on "+o.Name)
	}
	return lines
}

// written is an act in one line; what is not known is left out.
func written(f *discourse.Act) string {
	var b strings.Builder
	b.WriteString(f.Noun + " " + string(f.Channel) + ": " + namesOf(f.From))
	switch {
	case f.Mutual:
		b.WriteString(" with " + namesOf(f.To))
	case len(f.To) > 0:
		b.WriteString(" to " + namesOf(f.To))
	}
	if f.Said != nil {
		b.WriteString(" | " + f.Said.EDTF)
	}
	if f.Occasion != nil {
		b.WriteString(" | for " + strings.TrimSpace(f.Occasion.Name+" "+f.Occasion.Date))
	}
	if f.Place != "" {
		b.WriteString(" | in " + f.Place)
	}
	if f.Medium != nil {
		b.WriteString(" | by " + f.Medium.Name)
	}
	return b.String()
}

// namesOf are the names of entities with their states.
func namesOf(list []*naming.Entity) string {
	var names []string
	for _, e := range list {
		name := e.Name
		if e.State != "" && e.State != e.Name {
			name += "/" + e.State
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return "nobody"
	}
	return strings.Join(names, "; ")
}

// pieces are words and marks that make sentences of every kind.
var pieces = strings.Fields(
	`the a of to with by on in at and , . " “ ” ( ) -- met held sent issued spoke said told was message
	letter call talks meeting statement speech rally press conference interview editorial reporters phone telephone Kenya
	Russia Putin Lavrov Norway TASS minister spokesman delegation Monday June 12 anniversary his joint # § 平壤`,
)

// TestReadersStayInText: whatever the text, reading it ends, and what an act tells stands in the text.
func TestReadersStayInText(t *testing.T) {
	g, err := actors.Load()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(rt *rapid.T) {
		a := &article.Article{ID: "test", Published: "2023-06-14"}
		a.Text = strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 30).Draw(rt, "text"), " ")
		r := New(discourse.New(a, text.Parse(a.Text), g))
		for _, sn := range r.Body.Doc.Sentences {
			r.ReadSentence(r.Body, sn.First, sn.Last, nil)
		}
		for _, f := range r.Acts {
			if f.Span.Start < 0 || f.Span.End > len(a.Text) || f.Span.Start >= f.Span.End {
				rt.Fatalf("%q: the act %q stands at %v", a.Text, f.Noun, f.Span)
			}
			if f.Channel == "" {
				rt.Fatalf("%q: the act %q has no channel", a.Text, f.Noun)
			}
			if o := f.Occasion; o != nil && o.Evidence.End > len(a.Text) {
				rt.Fatalf("%q: the occasion %q stands at %v", a.Text, o.Name, o.Evidence)
			}
		}
	})
}
