package resolve

import (
	"strings"
	"testing"

	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
)

// TestNamedBodySpeaks holds that a body is named as the speaker, however sure the model is, where the text tells whose
// it is: by a state before it, the place of its sentence, its own name, or who leads it.
func TestNamedBodySpeaks(t *testing.T) {
	for _, c := range []struct{ before, source, name string }{
		{"", "The Israeli military", "Israel Defense Forces"},
		{"Peru waits. In Oslo, ", "the presidential office", "Presidential Office of Norway"},
		{"", "UNAMA, the UN mission in Afghanistan,", "United Nations Assistance Mission in Afghanistan"},
		{"", "The military's media wing, ISPR,", "Inter-Services Public Relations"},
		{"Norway's prime minister is Jonas Gahr Støre. ", "His office", "Office of the Prime Minister of Norway"},
	} {
		a := &article.Article{ID: "test", Published: "2025-03-12", Text: c.before + c.source + " said Iran had fired drones."}
		at := func(s string) []text.Span {
			k := strings.Index(a.Text, s)
			return []text.Span{{Start: k, End: k + len(s)}}
		}
		q := quotes.Quote{Form: quotes.Indirect, Source: at(c.source), Cue: at("said"), Content: at("Iran had fired drones")}
		reports := Reports(a, text.Parse(a.Text), []quotes.Quote{q}, load(t))
		if len(reports) != 1 || len(reports[0].Speakers) != 1 || reports[0].Speakers[0].Name != c.name {
			t.Errorf("%s: got %+v, want %s", c.source, reports, c.name)
		}
	}
}

// TestChannelOver holds that no call, meeting or letter that was over, or of another day, is the channel of words said
// after it, however sure the model is.
func TestChannelOver(t *testing.T) {
	for _, c := range []struct{ text, source, content, channel string }{
		{
			"Mark Rutte said after a phone call with Emmanuel Macron that the port would open.",
			"Mark Rutte", "the port would open", "unknown",
		},
		{
			"Mark Rutte said in a phone call with Emmanuel Macron that the port would open.",
			"Mark Rutte", "the port would open", "call",
		},
		{
			"After his meeting with Emmanuel Macron, Mark Rutte told Sputnik that the port would open.",
			"Mark Rutte", "the port would open", "interview",
		},
		{
			"Mark Rutte met Emmanuel Macron on Friday. On Monday, Rutte said the port would open.",
			"Rutte", "the port would open", "unknown",
		},
		{
			"Mark Rutte met Emmanuel Macron on Monday. On Monday, Rutte said the port would open.",
			"Rutte", "the port would open", "meeting",
		},
		{
			"In a letter to Emmanuel Macron on Friday, Mark Rutte asked for help. On Monday, Rutte said the port would open.",
			"Rutte", "the port would open", "unknown",
		},
	} {
		a := &article.Article{ID: "test", Published: "2024-05-14", Text: c.text}
		at := func(s string) []text.Span {
			k := strings.LastIndex(a.Text, s)
			return []text.Span{{Start: k, End: k + len(s)}}
		}
		cue := "said"
		if !strings.Contains(c.text, cue) {
			cue = "told"
		}
		q := quotes.Quote{Form: quotes.Indirect, Source: at(c.source), Cue: at(cue), Content: at(c.content)}
		reports := Reports(a, text.Parse(a.Text), []quotes.Quote{q}, load(t))
		if len(reports) != 1 || string(reports[0].Channel) != c.channel {
			t.Errorf("%s: got %+v, want %s", c.text, reports, c.channel)
		}
	}
}
