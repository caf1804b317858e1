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
			"Under the 2019 accord Norway said that the port would open.",
			"Norway", "the port would open", "document",
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

// TestConferenceTurn: an answer of a spokesperson at a press conference has the day of the page, goes to nobody and has
// no occasion, and what it tells of others' words did not go to who answers.
func TestConferenceTurn(t *testing.T) {
	const first, second = "China and France are friends.", "It will not. We noted that Theresa May offered to open the port."
	a := &article.Article{
		ID: "test", Title: "Foreign Ministry Spokesperson Geng Shuang's Regular Press Conference on September 11",
		Outlet: "fmprc.gov.cn", Published: "2018-09-07",
		Text: "Q: The opening ceremony of the Ferry Festival was held in Lima on Sunday. What is your comment?\nA: " +
			first + "\nQ: Will the port close?\nA: " + second,
	}
	at := func(s string) []text.Span {
		k := strings.Index(a.Text, s)
		return []text.Span{{Start: k, End: k + len(s)}}
	}
	turn := func(s string) quotes.Quote {
		label := at("A: " + s)[0]
		source := []text.Span{{Start: label.Start, End: label.Start + 1}}
		return quotes.Quote{Form: quotes.Unmarked, By: quotes.ByTurn, Act: quotes.Speech, Source: source, Content: at(s)}
	}
	told := quotes.Quote{
		Form: quotes.Indirect, Act: quotes.Speech, Source: at("Theresa May"), Cue: at("offered"),
		Content: at("to open the port"),
	}
	want := []string{"2018-09-11", "2018-09-11", ""}
	for i, r := range Reports(a, text.Parse(a.Text), []quotes.Quote{turn(first), turn(second), told}, load(t)) {
		if want[i] != "" && (r.Said.EDTF != want[i] || r.Occasion != nil) || len(r.Addressees) > 0 {
			t.Errorf("quote %d: %s", i, dump(&r))
		}
	}
}

// TestThreeSides holds that a turn in the remarks of three sides goes to both of the others, however sure the model is,
// save where its first sentence calls one by his office.
func TestThreeSides(t *testing.T) {
	turns := []struct{ label, words, to string }{
		{
			"PRESIDENT STUBB", "Welcome. Emmanuel and I met in the woods of Lapland, and I thank him for that.",
			"Starmer Macron",
		},
		{"PRESIDENT MACRON", "Last year we agreed to plant trees, and I thank President Stubb.", "Stubb Starmer"},
		{"PRESIDENT STUBB", "Mr. Prime Minister.", "Starmer"},
		{"PRIME MINISTER STARMER", "It is a pleasure to be here among so many trees.", "Stubb Macron"},
	}
	a := &article.Article{
		ID: "test", Published: "2024-09-05", Outlet: "Government of Finland",
		Title: "Remarks by President Stubb, Prime Minister Starmer of the United Kingdom, " +
			"and President Macron of France in Trilateral Meeting",
	}
	var qs []quotes.Quote
	for _, x := range turns {
		at := len(a.Text)
		words := at + len(x.label) + 2
		a.Text += x.label + ": " + x.words + "\n\n"
		qs = append(qs, quotes.Quote{
			Form: quotes.Unmarked, By: quotes.ByTurn, Source: []text.Span{{Start: at, End: words - 2}},
			Content: []text.Span{{Start: words, End: words + len(x.words)}},
		})
	}
	for i, r := range Reports(a, text.Parse(a.Text), qs, load(t)) {
		var got []string
		for _, p := range r.Addressees {
			got = append(got, p.Name[strings.LastIndex(p.Name, " ")+1:])
		}
		if to := strings.Join(got, " "); to != turns[i].to {
			t.Errorf("%s: to %s, want %s", turns[i].words, to, turns[i].to)
		}
	}
}
