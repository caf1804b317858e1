package resolve

import (
	"strings"
	"testing"

	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
)

// TestNamedBodySpeaks holds that a body named with its state is named as the speaker, however sure the model is.
func TestNamedBodySpeaks(t *testing.T) {
	const source = "The Israeli military"
	a := &article.Article{ID: "test", Published: "2025-03-12", Text: source + " said Iran had fired drones."}
	at := func(s string) []text.Span {
		k := strings.Index(a.Text, s)
		return []text.Span{{Start: k, End: k + len(s)}}
	}
	q := quotes.Quote{Form: quotes.Indirect, Source: at(source), Cue: at("said"), Content: at("Iran had fired drones")}
	reports := Reports(a, text.Parse(a.Text), []quotes.Quote{q}, load(t))
	if len(reports) != 1 || len(reports[0].Speakers) != 1 || reports[0].Speakers[0].State != "ISR" {
		t.Errorf("got %+v, want a body of Israel", reports)
	}
}
