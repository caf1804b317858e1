package resolve

import (
	"slices"
	"strings"
	"testing"

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
