package resolve

import (
	"strings"
	"testing"

	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/scene"
)

// TestSpeakers holds whose words a quote is where its source is only part of the subject, stands in another clause, or
// is who passes the words on. The last of the source, cue and content in the text are meant.
func TestSpeakers(t *testing.T) {
	for _, c := range []struct{ text, source, cue, content, want string }{
		{
			"Mali, Niger and Peru denounced the raid.", "Niger and Peru", "denounced", "the raid",
			"Government of Mali + Government of Niger + Government of Peru",
		},
		{
			"In Oslo, Niger and Peru denounced the raid.", "Niger and Peru", "denounced", "the raid",
			"Government of Niger + Government of Peru",
		},
		{
			"Mark Rutte, and President Emmanuel Macron agreed to meet.", "President Emmanuel Macron", "agreed", "to meet",
			"Mark Rutte + Emmanuel Macron",
		},
		{
			"Mark Rutte left and President Emmanuel Macron agreed to meet.", "President Emmanuel Macron", "agreed", "to meet",
			"Emmanuel Macron",
		},
		{
			"Mark Rutte met Emmanuel Macron and, says the State Department, praised the pact.",
			"the State Department", "praised",
			"the pact", "Mark Rutte",
		},
		{
			"Mark Rutte met Emmanuel Macron, the State Department said, praising the pact.", "the State Department", "praising",
			"the pact", "State Department of the United States",
		},
		{
			"Mark Rutte spoke on Monday, at which Emmanuel Macron, the head of the talks, said it rained.", "Mark Rutte", "said",
			"it rained", "Emmanuel Macron",
		},
		{
			"Hamas, whose head, Mark Rutte, is ill, says it rained.", "whose head, Mark Rutte", "says", "it rained", "Hamas",
		},
		{
			"Mark Rutte met Emmanuel Macron. Mark Rutte was quoted as saying by the Lima Herald that it rained.",
			"the Lima Herald", "saying", "it rained", "Mark Rutte",
		},
		{
			"It rained, TASS reported, citing the Norwegian foreign ministry.", "TASS", "reported", "It rained",
			"Foreign Ministry of Norway",
		},
		{"Emmanuel Macron quoted Mark Rutte as saying it rained.", "Emmanuel Macron", "saying", "it rained", "Mark Rutte"},
		{
			"In a statement, Norway's information ministry said it rained.",
			"Norway's information ministry", "said", "it rained",
			"Norway's information ministry",
		},
		{
			"The Coastal Pipeline Consortium, or CPC, paid. CPC said it rained.", "CPC", "said", "it rained",
			"Coastal Pipeline Consortium",
		},
		{
			"Peru paid. A senior administration official said it rained.",
			"A senior administration official", "said", "it rained",
			"Senior administration official of the United States",
		},
		{
			"Donald Trump paid Peru. The Trump administration said it rained.", "The Trump administration", "said", "it rained",
			"Government of the United States",
		},
		{
			"Peru paid. One senior Norwegian official said it rained.", "One senior Norwegian official", "said", "it rained",
			"Senior Norwegian official",
		},
		{
			"An official in Norway's energy ministry said it rained.", "An official in Norway's energy ministry", "said",
			"it rained", "Energy Ministry official of Norway",
		},
		{
			"A source in the Peruvian government said it rained.", "A source in the Peruvian government", "said",
			"it rained", "Source in the Peruvian government",
		},
		{
			"A security official in Lima said it rained.", "A security official in Lima", "said", "it rained",
			"Security official of Peru",
		},
		{
			"An official at the Peruvian embassy said it rained.", "An official at the Peruvian embassy", "said",
			"it rained", "Peruvian embassy official",
		},
		{
			"Peru paid. A Western diplomat in Oslo said it rained.", "A Western diplomat in Oslo", "said", "it rained",
			"Western diplomat",
		},
		{"Peru paid. The opposition BNP said it rained.", "The opposition BNP", "said", "it rained", "BNP"},
		{
			"China paid. The Nixon administration said it rained.", "The Nixon administration", "said", "it rained",
			"Government of the United States",
		},
		{
			"Norway's ambassador in Lima, Ana Lind, left. She said it rained.", "She", "said", "it rained", "Ana Lind",
		},
		{"Two officials in Oslo said it rained.", "Two officials in Oslo", "said", "it rained", "Norwegian officials"},
		{"The presidency of Peru had on Monday said it rained.", "Monday", "said", "it rained", "Presidency of Peru"},
		{
			"It is a question that the EU mission in Peru on Monday said it raised.", "Monday", "said", "it raised",
			"EU mission",
		},
		{"Captain Ana Lind, 40, said it rained.", "40", "said", "it rained", "Ana Lind"},
		{
			"Peru paid, and within minutes Norway's ambassador, Ana Lind, said it rained.",
			"minutes Norway's ambassador, Ana Lind", "said", "it rained", "Ana Lind",
		},
		{
			"Ana Lind of People Before Profit said it rained.", "Ana Lind of People Before Profit", "said", "it rained",
			"Ana Lind",
		},
		{
			"The Kremlin's aide, Mr. Prikhodkin, said it rained.", "The Kremlin's aide, Mr. Prikhodkin", "said", "it rained",
			"Prikhodkin",
		},
	} {
		a := &article.Article{ID: "test", Published: "2025-03-12", Text: c.text}
		at := func(s string) []text.Span {
			k := strings.LastIndex(a.Text, s)
			return []text.Span{{Start: k, End: k + len(s)}}
		}
		q := quotes.Quote{Form: quotes.Indirect, Source: at(c.source), Cue: at(c.cue), Content: at(c.content)}
		r := newResolver(a, text.Parse(a.Text), load(t))
		var got []string
		list, _ := r.speaker.find(scene.NewQuote(r.Body, &q, 0, nil), nil)
		for _, e := range list {
			got = append(got, e.Name)
		}
		if strings.Join(got, " + ") != c.want {
			t.Errorf("%s: got %s, want %s", c.text, strings.Join(got, " + "), c.want)
		}
	}
}
