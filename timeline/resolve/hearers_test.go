package resolve

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/choice"
)

// TestHearers lists who is put forward as the addressee of the second quote: nobody, who spoke before, who is named
// after the cue.
func TestHearers(t *testing.T) {
	for _, c := range []struct{ written, source, cue, content, want string }{
		{
			"Erna Solberg asked for a pilot. Michelle Bachelet promised one.", "Michelle Bachelet", "promised", "one",
			"nobody; Erna Solberg",
		},
		{
			"Erna Solberg asked for a pilot. Michelle Bachelet told parliament that there was none.", "Michelle Bachelet",
			"told", "that there was none", "nobody; Erna Solberg; Parliament",
		},
	} {
		a := &article.Article{ID: "test", Published: "2023-06-14", Text: c.written}
		at := func(s string) []text.Span {
			k := strings.LastIndex(c.written, s)
			return []text.Span{{Start: k, End: k + len(s)}}
		}
		qs := []quotes.Quote{
			{Form: quotes.Indirect, Source: at("Erna Solberg"), Cue: at("asked for"), Content: at("a pilot")},
			{Form: quotes.Indirect, Source: at(c.source), Cue: at(c.cue), Content: at(c.content)},
		}
		_, slate := Candidates(a, text.Parse(a.Text), qs, load(t))
		even := func(rows [][]float32) []float64 { return make([]float64, len(rows)) }
		slate.Judge(choice.Speaker, even)
		slate.Settle(choice.SpeakerAmong, even)
		var got []string
		all := slate.Judged(choice.Addressee)
		for _, j := range all {
			if n := len(all[0].Row); len(j.Row) != n {
				t.Errorf("%q: %d features, want %d as the others have", c.written, len(j.Row), n)
			}
			switch {
			case j.Quote != 1:
			case len(j.Parties) == 0:
				got = append(got, "nobody")
			default:
				got = append(got, j.Parties[0].Name)
			}
		}
		if slices.Sort(got[1:]); strings.Join(got, "; ") != c.want {
			t.Errorf("%q: %s, want %s", c.written, strings.Join(got, "; "), c.want)
		}
	}
}

// TestOneListOfHearers holds that the models see the addressees that a report prints, also where an act told after the
// quote names them.
func TestOneListOfHearers(t *testing.T) {
	g := load(t)
	files, err := filepath.Glob("testdata/resolve/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		a, qs := readCase(t, ar)
		_, _, out := resolveQuotes(a, text.Parse(a.Text), qs, g)
		for i := range out {
			if n := len(out[i].Addressees); n != len(out[i].to) {
				t.Errorf("%s: quote %d has %d addressees, and the models see %d", file, i+1, n, len(out[i].to))
			}
		}
	}
}
