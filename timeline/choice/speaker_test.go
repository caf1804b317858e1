package choice

import (
	"strings"
	"testing"

	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// quoteOf is a passage of a text whose source is a phrase of it, as the rules resolve that.
func quoteOf(r *acts.Reader, source, cue, content string) *Passage {
	at := func(s string) []text.Span {
		k := strings.LastIndex(r.Body.Text, s)
		return []text.Span{{Start: k, End: k + len(s)}}
	}
	q := &quotes.Quote{Form: quotes.Indirect, Source: at(source), Cue: at(cue), Content: at(content)}
	c := scene.NewQuote(r.Body, q, 0, nil)
	p := &Passage{Reader: r, Quote: c, Report: &record.Report{}}
	p.Speakers = r.Referents(c.SourceLo, c.SourceHi, nil)
	p.Report.Speakers = naming.Parties(p.Speakers, "", nil)
	p.Report.Decided.Speaker = record.Decision{By: r.Rule, P: 0.5}
	return p
}

// readerOf reads a text of 14 June 2023.
func readerOf(t *testing.T, written string) *acts.Reader {
	t.Helper()
	g, err := actors.Load()
	if err != nil {
		t.Fatal(err)
	}
	a := &article.Article{ID: "test", Published: "2023-06-14", Text: written}
	return acts.New(discourse.New(a, text.Parse(written), g))
}

// TestGoesOn holds that "he" is certain right after words of the same person, and in doubt once another is named.
func TestGoesOn(t *testing.T) {
	for between, want := range map[string]bool{"Peru": true, "The Peru of Rishi Sunak": false} {
		r := readerOf(t, "Joe Biden wrote that rain was near. "+between+" had paid, he warned.")
		first := quoteOf(r, "Joe Biden", "wrote", "rain was near")
		p := quoteOf(r, "he", "warned", between+" had paid")
		p.Speakers, p.prior = first.Speakers, first
		if got := goesOn(p); got != want {
			t.Errorf("%q: got %v, want %v", between, got, want)
		}
	}
}

// TestHoldersMeant holds that the plural of an office is certain for those who hold it, and in doubt for others.
func TestHoldersMeant(t *testing.T) {
	r := readerOf(t, "The leaders of Japan and Norway agreed that rain was near.")
	p := quoteOf(r, "The leaders of Japan and Norway", "agreed", "rain was near")
	if !certain(p) {
		t.Errorf("%v are in doubt", p.Report.Speakers)
	}
	p.Report.Decided.Speaker.P = 0.1
	if certain(p) {
		t.Errorf("%v are certain, however unsure the model", p.Report.Speakers)
	}
}

// TestNamesHimself holds that "he" does not speak words in marks that name him.
func TestNamesHimself(t *testing.T) {
	for words, want := range map[string]bool{"Joe Biden is a friend": true, "Peru is a friend": false} {
		r := readerOf(t, "The envoy met Joe Biden. “"+words+",” he said.")
		p := quoteOf(r, "he", "said", "“"+words+",”")
		p.Quote.Spans.Form = quotes.Direct
		p.Speakers = r.Referents(p.Quote.SourceLo, p.Quote.SourceHi, nil)
		biden := r.People()
		if got := p.namesHimself(biden); got != want {
			t.Errorf("%q: got %v, want %v", words, got, want)
		}
	}
}

// TestNamesWhomHeThanks holds that "he" is not the one who is named after the cue.
func TestNamesWhomHeThanks(t *testing.T) {
	r := readerOf(t, "The envoy met Joe Biden. He thanked Biden for the ship.")
	p := quoteOf(r, "He", "thanked", "the ship")
	if !p.namesHimself(r.People()) {
		t.Errorf("%v thanks himself", r.People())
	}
	r = readerOf(t, "The envoy met Joe Biden. He thanked Peru for the ship.")
	p = quoteOf(r, "He", "thanked", "the ship")
	if p.namesHimself(r.People()) {
		t.Errorf("%v can't thank Peru", r.People())
	}
}

// TestNamedAfterHim holds that the "he" with which a sentence begins is none of those named after it, before the cue,
// and that nobody is "him" whom he quotes.
func TestNamedAfterHim(t *testing.T) {
	for _, c := range []struct {
		written, source, cue, content string
		want                          bool
	}{
		{"He thanked Joe Biden and warned that rain was near.", "He", "warned", "rain was near", true},
		{"Once he had left, Joe Biden warned that rain was near.", "he", "warned", "rain was near", false},
		{"Joe Biden quoted him as saying rain was near.", "him", "saying", "rain was near", true},
		{"He met Peru and warned that rain was near.", "He", "warned", "rain was near", false},
	} {
		r := readerOf(t, "Joe Biden came. "+c.written)
		p := quoteOf(r, c.source, c.cue, c.content)
		if got := p.namesHimself(r.People()); got != c.want {
			t.Errorf("%s: got %v, want %v", c.written, got, c.want)
		}
	}
}

// TestIntroducedSpeaks holds that "the official" is nobody but the one whom the text has introduced without a name.
func TestIntroducedSpeaks(t *testing.T) {
	r := readerOf(t, "Joe Biden came. A Peruvian official waited. The official said rain was near.")
	p := quoteOf(r, "The official", "said", "rain was near")
	if biden := r.People()[:1]; !p.cannotSpeak(biden) || p.cannotSpeak(p.Speakers) {
		t.Errorf("%v speaks for %v", biden, p.Report.Speakers)
	}
}

// TestHisOwn holds that "he" is not whom an adjunct before calls somebody of his.
func TestHisOwn(t *testing.T) {
	for written, want := range map[string]bool{
		"In a text read by his envoy, Karl Moss, he said rain was near.": true,
		"In a text read by the envoy, Karl Moss, he said rain was near.": false,
		"In a text read by her envoy, Karl Moss, he said rain was near.": false,
		"He met his envoy, Karl Moss, and he said rain was near.":        false,
	} {
		r := readerOf(t, "Joe Biden came. "+written)
		p := quoteOf(r, "he", "said", "rain was near")
		for _, e := range r.People() {
			if got := p.hisOwn([]*naming.Entity{e}); got != (want && e.Name == "Karl Moss") {
				t.Errorf("%s: %s: got %v, want %v", written, e.Name, got, want)
			}
		}
	}
}

// TestNotNamed holds that somebody whom the text does not name is certain where the source tells whose they are, or how
// many.
func TestNotNamed(t *testing.T) {
	for source, want := range map[string]bool{
		"A senior Norwegian diplomat":       true,
		"A senior US official":              true,
		"Two officials close to the talks":  true,
		"A European diplomat based in Lima": true,
		"A spokesman":                       false,
		"A senior official":                 false,
		"Two of the officials":              false,
		"The Norwegian diplomat":            false,
		"An aide to Rishi Sunak":            false,
	} {
		r := readerOf(t, "Joe Biden was in Peru. "+source+" warned that rain was near.")
		if got := notNamed(quoteOf(r, source, "warned", "rain was near")); got != want {
			t.Errorf("%s: got %v, want %v", source, got, want)
		}
	}
}

// TestNamedPeople holds that people are certain where the source names several, or one with an office.
func TestNamedPeople(t *testing.T) {
	for source, want := range map[string]bool{
		"President Joe Biden": true, "Joe Biden and Mark Rutte": true, "Joe Biden": false, "Peru": false,
	} {
		r := readerOf(t, source+" warned that rain was near.")
		p := quoteOf(r, source, "warned", "rain was near")
		if got := namedPeople(p); got != want {
			t.Errorf("%s: got %v, want %v", source, got, want)
		}
	}
}

// TestNamedCarrier holds that a carrier is certain where the source is its name with what it is, and nothing else.
func TestNamedCarrier(t *testing.T) {
	for source, want := range map[string]bool{
		"TASS": true, "the official TASS news agency": true, "the Moscow bureau of TASS": false, "TASS of Peru": false,
	} {
		r := readerOf(t, "It rained. On Monday, "+source+" warned that rain was near.")
		p := quoteOf(r, source, "warned", "rain was near")
		for _, m := range r.Body.Mentions {
			if m.Actor.Kind == actors.Medium {
				p.Speakers = []*naming.Entity{{Party: record.Party{Actor: m.Actor}}}
			}
		}
		if got := namedCarrier(p); got != want {
			t.Errorf("%s: got %v, want %v", source, got, want)
		}
	}
}

// TestSidesMeant holds that the governments of the two states told of are certain for "the two sides".
func TestSidesMeant(t *testing.T) {
	r := readerOf(t, "Peru and Chile held talks. The two countries agreed that rain was near.")
	p := quoteOf(r, "The two countries", "agreed", "rain was near")
	if p.Report.Decided.Speaker.P = leastCertain; !certain(p) {
		t.Errorf("in doubt of %v", p.Report.Speakers)
	}
	if p.Report.Decided.Speaker.P = leastCertain - .01; certain(p) {
		t.Errorf("certain of %v, whom the model doubts", p.Report.Speakers)
	}
	if p.Speakers = p.Speakers[:1]; sidesMeant(p) {
		t.Errorf("certain of %v", p.Speakers)
	}
}

// TestNamedStates holds that governments are certain where the source is nothing but the names of their states.
func TestNamedStates(t *testing.T) {
	for source, want := range map[string]bool{
		"Peru": true, "Peru and Chile": true, "the Peruvian government": true,
		"the people of Peru": false, "Peru's team": false,
	} {
		r := readerOf(t, "In Oslo, "+source+" warned that rain was near.")
		p := quoteOf(r, source, "warned", "rain was near")
		p.Report.Decided.Speaker.P = leastState
		if got := namedStates(p); got != want {
			t.Errorf("%s: got %v, want %v", source, got, want)
		}
	}
}

// TestBodiesOfStates holds that bodies are certain where the source names one of each of its states.
func TestBodiesOfStates(t *testing.T) {
	for source, want := range map[string]bool{
		"the embassies of Peru and Chile": true, "the families of Peru and Chile": false, "the embassy of Peru": false,
	} {
		r := readerOf(t, "In Oslo, "+source+" warned that rain was near.")
		if got := bodiesOfStates(quoteOf(r, source, "warned", "rain was near")); got != want {
			t.Errorf("%s: got %v, want %v", source, got, want)
		}
	}
}

// TestSenderSpeaks holds that nobody but the sender speaks in the letter from him, and that he is certain.
func TestSenderSpeaks(t *testing.T) {
	r := readerOf(t, "Rishi Sunak brought a letter from Joe Biden in which he asked for rope.")
	p := quoteOf(r, "he", "asked for", "rope")
	for _, e := range r.People() {
		p.Speakers = []*naming.Entity{e}
		biden := e.Name == "Joe Biden"
		if p.cannotSpeak(p.Speakers) == biden || certain(p) != biden {
			t.Errorf("%s: can speak %v, certain %v", e.Name, !p.cannotSpeak(p.Speakers), certain(p))
		}
	}
}

// TestSpokespersonIsNoPresident proves that a spokesperson's words are not those of who is spoken for.
func TestSpokespersonIsNoPresident(t *testing.T) {
	r := readerOf(t, "Vladimir Putin came to Beijing. The Kremlin spokesman Dmitry Peskov said he was well.")
	p := quoteOf(r, "The Kremlin spokesman Dmitry Peskov", "said", "he was well")
	for _, e := range r.People() {
		if got := p.cannotSpeak([]*naming.Entity{e}); got != (e.Name == "Vladimir Putin") {
			t.Errorf("%s is excluded: %v", e.Name, got)
		}
	}
}

// TestHeadsBody holds that an office at a body with a name is whoever holds it, unless the article has named somebody
// who may be the one.
func TestHeadsBody(t *testing.T) {
	for written, want := range map[string]bool{
		"The head of the Oslo Peace Council":                    true,
		"The head of the council":                               false,
		"Karl Moss said no. The head of the Oslo Peace Council": false,
	} {
		r := readerOf(t, written+" said rain was near.")
		if strings.HasPrefix(written, "Karl Moss") {
			quoteOf(r, "Karl Moss", "said", "no").Speakers[0].Places = []int{0}
		}
		_, source, _ := strings.Cut("|"+written, "The")
		p := quoteOf(r, "The"+source, "said", "rain was near")
		if got := headsBody(p); got != want {
			t.Errorf("%s: got %v, want %v", written, got, want)
		}
	}
}

// TestSpokesmanOfPresident proves that a spokesman is not excluded by the office of the president whom he speaks for.
func TestSpokesmanOfPresident(t *testing.T) {
	r := readerOf(t, "Dmitry Peskov, President Vladimir Putin's spokesman, said he was well.")
	p := quoteOf(r, "Dmitry Peskov, President Vladimir Putin's spokesman,", "said", "he was well")
	for _, e := range r.People() {
		if got := p.spokenFor([]*naming.Entity{e}); got != (e.Name == "Vladimir Putin") {
			t.Errorf("%s is excluded: %v", e.Name, got)
		}
	}
}

// TestOwnWords holds that "I" is who surely speaks the words in which it stands, and nobody in marks within a
// transcript.
func TestOwnWords(t *testing.T) {
	r := readerOf(t, "Joe Biden met Rishi Sunak. “I said rain was near,” Biden said.")
	p := quoteOf(r, "I", "said", "rain was near")
	p.Report.Decided.Speaker.By = "outer-speaker"
	p.outer = quoteOf(r, "Joe Biden", "said", "I said rain was near")
	p.outer.Report.Decided.Speaker.P = leastSure
	if got := p.ownWords(); !naming.SameAll(got, p.outer.Speakers) {
		t.Errorf("got %v", got)
	}
	p.outer.Quote.Spans.By = quotes.ByTurn
	if got := p.ownWords(); got != nil {
		t.Errorf("got %v in marks within a turn", got)
	}
	r = readerOf(t, "JOE BIDEN: “Go,” he told me. And I said rain was near.")
	p = quoteOf(r, "I", "said", "rain was near")
	p.outer = quoteOf(r, "JOE BIDEN", "told", "And I said rain was near.")
	p.outer.Quote.Spans.By, p.outer.Report.Decided.Speaker.P = quotes.ByTurn, leastSure
	p.Speakers = p.outer.Speakers
	if !certain(p) || p.cannotSpeak(p.Speakers) {
		t.Errorf("%v are not certain in a turn", p.Speakers)
	}
}

// TestCompanionSpeaks holds that "his guest" is who was told of beside the last speaker, and is no name for anybody.
func TestCompanionSpeaks(t *testing.T) {
	r := readerOf(t, "Joe Biden received Rishi Sunak. Biden said it rained. His guest said rain was near.")
	r.Focus = append(r.Focus, discourse.Focus{Entities: quoteOf(r, "Biden", "said", "it rained").Speakers, Speaking: true})
	r.Focus[len(r.Focus)-1].Pos = strings.Index(r.Body.Text, "Biden said")
	p := quoteOf(r, "His guest", "said", "rain was near")
	for _, e := range r.People() {
		p.Speakers = []*naming.Entity{e}
		sunak := e.Name == "Rishi Sunak"
		if p.cannotSpeak(p.Speakers) == sunak || introduced(p) != sunak {
			t.Errorf("%s: can speak %v, certain %v", e.Name, !p.cannotSpeak(p.Speakers), introduced(p))
		}
	}
	unnamed := &naming.Entity{}
	unnamed.Name, unnamed.Office, unnamed.Kind = "His guest", "His guest", actors.Person
	if !p.onlyRelated([]*naming.Entity{unnamed}) {
		t.Error("a guest is a name")
	}
}

// TestGovernmentOfHead holds that a government is certain where the source calls it by who heads it.
func TestGovernmentOfHead(t *testing.T) {
	for source, want := range map[string]bool{
		"the Biden administration": true, "the school administration": false, "the people of Biden": false,
	} {
		r := readerOf(t, "In Oslo, "+source+" warned that rain was near.")
		if got := governmentOfHead(quoteOf(r, source, "warned", "rain was near")); got != want {
			t.Errorf("%s: got %v, want %v", source, got, want)
		}
	}
}
