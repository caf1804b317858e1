package choice

import (
	"math"
	"slices"
	"strings"
	"testing"

	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/dates"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
	"demarche/timeline/record"
)

// TestCompare: each candidate sees the least and greatest weight of its rivals, and one that nothing can speak for is
// no rival.
func TestCompare(t *testing.T) {
	list := []candidate{{weight: []float32{1}}, {weight: []float32{3}}, {}}
	compare(list, 0)
	for i, want := range [][2]float32{{3, 3}, {1, 1}, {1, 3}} {
		if got := list[i].row; len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
			t.Errorf("candidate %d: %v, want %v", i, got, want)
		}
	}
}

// TestRanker: the file of weights holds a model for each field.
func TestRanker(t *testing.T) {
	for f, m := range loadRanker().models {
		if m == nil {
			t.Errorf("%s: no model", Field(f))
		}
	}
}

// entity is one with that ID.
func entity(id string) *naming.Entity {
	return &naming.Entity{Party: record.Party{Actor: actors.Actor{ID: id}}}
}

// TestAnswered: that B addresses A in the quote after speaks for A's words being addressed to B.
func TestAnswered(t *testing.T) {
	a, b := entity("a"), entity("b")
	ps := []*Passage{{Speakers: []*naming.Entity{a}}, {Speakers: []*naming.Entity{b}, index: 1}}
	nobody, toA, toB := candidate{}, candidate{key: "a"}, candidate{key: "b"}
	s := &sheet{
		ps: ps, voices: []string{"a", "b"}, list: [][]candidate{{nobody, toB}, {nobody, toA}},
		p: [][]float64{{.5, .5}, {.25, .75}},
	}
	if got := s.answered(ps[0], &toB); !slices.Equal(got, []float32{.75, .75, 1, .75}) {
		t.Errorf("addressed to B: %v", got)
	}
	if got := s.answered(ps[0], &nobody); !slices.Equal(got, make([]float32, 4)) {
		t.Errorf("addressed to nobody: %v", got)
	}
}

// TestSettleAgain: the second model judges whom the rules found, not whom the first model chose.
func TestSettleAgain(t *testing.T) {
	a, b := entity("a"), entity("b")
	p := quoteOf(readerOf(t, "Lind met Moss. He said rain was near."), "He", "said", "rain was near")
	p.To = []*naming.Entity{a}
	p.Report.Addressees = naming.Parties(p.To, "named", nil)
	list := []candidate{{}, {key: "a", parties: p.To}, {key: "b", parties: []*naming.Entity{b}}}
	p.settle(Addressee, list, []float64{.1, .2, .7})
	if !naming.Includes(p.To, b) {
		t.Fatal("the first model does not choose B")
	}
	p.settle(AddresseeAmong, list, []float64{.8, .1, .1})
	if !naming.SameAll(p.To, []*naming.Entity{a}) {
		t.Error("with nobody as most probable, the rules' addressee is not kept")
	}
}

// TestJudgeAgain: what is found for one quote reaches the next with each judgement.
func TestJudgeAgain(t *testing.T) {
	r := readerOf(t, "Lind met Moss. He said rain was near. He said snow was near. He said hail was near.")
	slate := &Slate{}
	for i, words := range []string{"rain was near", "snow was near", "hail was near"} {
		p := quoteOf(r, "He", "said", words)
		p.index = i
		if i > 0 {
			p.prior = slate.ps[i-1]
		}
		slate.ps = append(slate.ps, p)
	}
	sure := []float64{.9, .5, .5}
	for i := range slate.ps {
		slate.put(Channel, []candidate{{key: "call"}})
		slate.put(Day, nil)
		slate.sheets[Channel].p = append(slate.sheets[Channel].p, []float64{sure[i]})
	}
	for f := range slate.sheets {
		slate.sheets[f].ps = slate.ps
	}
	asBefore := func(rows [][]float32) []float64 {
		const own, prior = 0, 2
		return []float64{float64(max(rows[0][own], rows[0][prior]))}
	}
	for _, want := range []float64{.5, .9} {
		slate.Judge(ChannelAmong, asBefore)
		if got := slate.sheets[Channel].p[2][0]; math.Abs(got-want) > 1e-6 {
			t.Errorf("the last quote is told in a call with %.2f, want %.2f", got, want)
		}
	}
}

// TestWeighed: an occasion needs less than none, and a day with evidence for the rules' less than another.
func TestWeighed(t *testing.T) {
	p := quoteOf(readerOf(t, "Lind met Moss. He said rain was near."), "He", "said", "rain was near")
	said := record.Said{Date: dates.Date{EDTF: "2024-05-14"}, Evidence: text.Span{Start: 1, End: 4}}
	p.Report.Said = said
	for _, x := range []struct {
		f    Field
		c    candidate
		want float64
	}{
		{OccasionAmong, candidate{occasion: &record.Occasion{}}, .25 * fewOccasions},
		{OccasionAmong, candidate{}, .25},
		{DayAmong, candidate{said: said}, .25 + clearly},
		{DayAmong, candidate{}, .25},
	} {
		if got := p.weighed(x.f, &x.c, .25); got != x.want {
			t.Errorf("%s: %.2f, want %.2f", x.f, got, x.want)
		}
	}
}

// TestToldBack: the day of publication is seldom that of words in the past perfect.
func TestToldBack(t *testing.T) {
	for _, x := range []struct {
		text, cue string
		want      bool
	}{
		{"Lind met Moss. He had said rain was near.", "said", true},
		{"Lind met Moss. He said rain was near.", "said", false},
	} {
		p := quoteOf(readerOf(t, x.text), "He", x.cue, "rain was near")
		c := candidate{said: record.Said{Basis: dates.Published}}
		if got := p.weighed(DayAmong, &c, .5) < .5; got != x.want {
			t.Errorf("%q: seldom %v", x.text, got)
		}
	}
}

// TestToldNow: a day told in a sentence before is seldom that of words in the present or the present perfect.
func TestToldNow(t *testing.T) {
	for _, x := range []struct {
		text, source, cue string
		want              bool
	}{
		{"Lind met Moss on Monday. He says rain is near.", "He", "says", true},
		{"Lind met Moss on Monday. He has warned rain is near.", "He", "warned", true},
		{"Lind met Moss on Monday. He said rain is near.", "He", "said", false},
		{"Lind met Moss on Monday. He had warned rain is near.", "He", "warned", false},
		{"Lind wrote to Moss on Monday. The letter says rain is near.", "letter", "says", false},
		{"Lind met Moss. On Monday he says rain is near.", "he", "says", false},
		{"08:05 Lind met Moss on Monday.\n\n09:10 He said rain is near.", "He", "said", true},
		{"08:05 Lind met Moss on Monday. He said rain is near.", "He", "said", false},
	} {
		p := quoteOf(readerOf(t, x.text), x.source, x.cue, "rain is near")
		at := strings.Index(x.text, "Monday")
		said := record.Said{Date: dates.Between("2024-05-13", "2024-05-13"), Evidence: text.Span{Start: at, End: at + 6}}
		if got := p.weighed(DayAmong, &candidate{said: said}, .5) < .5; got != x.want {
			t.Errorf("%q: seldom %v", x.text, got)
		}
	}
}

// TestDayOfCue: a day that ends the sentence after the words is theirs, but not one that bounds or dates an event there.
func TestDayOfCue(t *testing.T) {
	for _, x := range []struct {
		text string
		want bool
	}{
		{"Rain was near, he had said in an address on Monday.", true},
		{"Rain was near, he said ahead of the vote on Monday.", false},
		{"Rain was near, he said of the plane that fell on Monday.", false},
	} {
		p := quoteOf(readerOf(t, x.text), "he", "said", "Rain was near")
		at := strings.Index(x.text, "Monday")
		p.Report.Said = record.Said{Evidence: text.Span{Start: at, End: at + len("Monday")}}
		if got := dayOfCue(p); got != x.want {
			t.Errorf("%q: %v", x.text, got)
		}
	}
}

// TestTellsWhich: a day by which a thing is told from others is none of words in other sentences.
func TestTellsWhich(t *testing.T) {
	for _, x := range []struct {
		opening string
		want    int
	}{
		{"Here is what is known of the plane that Peru forced to land on Sunday.", 0},
		{"Peru forced the plane to land on Sunday.", 1},
		{"The ministry said it saw the plane that Peru forced to land on Sunday.", 1},
	} {
		r := readerOf(t, x.opening+" Moss said rain was near.")
		ps := []*Passage{quoteOf(r, "Moss", "said", "rain was near")}
		if strings.Contains(x.opening, "ministry") {
			ps = append(ps, quoteOf(r, "The ministry", "said", "it saw the plane"))
			ps[1].Quote.Sentence = 0
		}
		e := &evidence{seen: map[string]int{}}
		e.readTimes(ps)
		if len(e.times) != x.want {
			t.Errorf("%q: %d times, want %d", x.opening, len(e.times), x.want)
		}
	}
}

// TestToneOf: a tone of which the model is in doubt is neutral.
func TestToneOf(t *testing.T) {
	c := &candidate{key: string(record.Conflictual)}
	if got := toneOf(c, leastTone); got != record.Conflictual {
		t.Errorf("sure enough: %s", got)
	}
	if got := toneOf(c, leastTone-.01); got != record.Neutral {
		t.Errorf("in doubt: %s", got)
	}
}

// TestToSide: on a page of one side somebody is addressed where nobody is less than twice as probable.
func TestToSide(t *testing.T) {
	for own, want := range map[bool]int{true: 1, false: 0} {
		p := quoteOf(readerOf(t, "Lind met Moss. He said rain was near."), "He", "said", "rain was near")
		p.OwnSite = own
		list := []candidate{{}, {key: "b", parties: []*naming.Entity{entity("b")}}}
		if p.settle(Addressee, list, []float64{.5, .3}); len(p.To) != want {
			t.Errorf("own site %v: %d addressees", own, len(p.To))
		}
	}
}

// TestDoubtHearers holds that only those are taken away whom nothing names beside the words, and whom the model doubts.
func TestDoubtHearers(t *testing.T) {
	for _, x := range []struct {
		basis string
		p     float64
		own   bool
		want  int
	}{{"implied", 0.4, false, 0}, {"implied", 0.6, false, 1}, {"named", 0.2, false, 1}, {"implied", 0.4, true, 1}} {
		p := quoteOf(readerOf(t, "Joe Biden met Rishi Sunak. He said rain was near."), "He", "said", "rain was near")
		p.OwnSite = x.own
		p.To = []*naming.Entity{{}}
		p.Report.Addressees = naming.Parties(p.To, x.basis, func(*naming.Entity) text.Span { return text.Span{} })
		p.Report.Decided.Addressee = record.Decision{By: "other-party", P: x.p}
		if p.doubtHearers(); len(p.To) != x.want || len(p.Report.Addressees) != x.want {
			t.Errorf("%+v: %d addressees", x, len(p.To))
		}
	}
}

// TestTurnChannel tells the channel of the turns of a page by its title and by whether the press asks.
func TestTurnChannel(t *testing.T) {
	g, err := actors.Load()
	if err != nil {
		t.Fatal(err)
	}
	plain, asked := "MR. LIND: It rains.", "MR. LIND: It rains.\n\nQ Will it rain?\n\nMR. LIND: Yes."
	for _, c := range []struct {
		title, body string
		want        record.Channel
	}{
		{"Remarks by President Biden at a Harbor Reception", plain, record.Speech},
		{"Remarks by President Biden and Prime Minister Sunak at State Dinner", plain, record.Speech},
		{"Remarks by President Biden at a Campaign Event", asked, ""},
		{"Remarks by President Biden on the Harbors", plain, record.Speech},
		{"Remarks by President Biden on the Harbors", asked, record.PressConference},
		{"Remarks by President Biden and Prime Minister Sunak on the Harbors", plain, ""},
		{"Remarks by President Biden and Prime Minister Sunak Before Bilateral Meeting", asked, ""},
		{"Remarks by President Biden at the Harbor Summit", plain, ""},
		{"Harbor Talk with Ana Lind", plain, ""},
		{"Remarks by President Biden Before Harbor Departure", plain, ""},
		{"Remarks by President Biden During Photo Spray", plain, ""},
		{"Remarks by President Biden at Virtual Greet", plain, ""},
		{"Remarks by President Biden at Quadrilateral Dinner", plain, ""},
	} {
		a := &article.Article{ID: "test", Title: c.title, Published: "2023-06-14", Text: c.body}
		p := &Passage{Reader: acts.New(discourse.New(a, text.Parse(c.body), g))}
		if got := turnChannel(p); got != c.want {
			t.Errorf("%s: %q, want %q", c.title, got, c.want)
		}
	}
	for event := range strings.FieldsSeq("Awards Ball Barbecue Barbeque Brunch Commencement Fundraiser Lighting " +
		"Memorial Observance Pardoning Picnic Tribute") {
		a := &article.Article{ID: "test", Title: "Remarks by President Biden and Ana Lind at the " + event, Text: plain}
		p := &Passage{Reader: acts.New(discourse.New(a, text.Parse(plain), g))}
		if got := turnChannel(p); got != record.Speech {
			t.Errorf("%s: %q", event, got)
		}
	}
}

// TestJointOccasion holds that all paragraphs of a joint text have the event of its title, or one of which its first
// sentences tell that the sides took part in it, marked it or came for it; none that it names otherwise.
func TestJointOccasion(t *testing.T) {
	const title = "Joint Statement of Peru and Norway"
	for _, x := range []struct{ title, text, want string }{
		{title, "The ministers met on the sidelines of the Oslo Forum.", "Oslo Forum"},
		{title, "The ministers met in Lima.\n\nThe two sides discussed trade.", ""},
		{title, "At the Oslo Forum on May 3, the ministers set up a fund.", ""},
		{title, "The leaders of the Oslo Group met today.", ""},
		{title, "The two held their third Ministers’ Meeting today.", ""},
		{title, "The ministers met today in the course of Lima Water Week.", "Lima Water Week"},
		{title, "President Moss was pleased to receive President Lind in Oslo.", "visit to Oslo"},
		{title, "The leaders welcomed the truce in Yemen.", ""},
		{title, "We met today to commemorate 200 years of friendship.", "200 years of friendship"},
		{title, "Rain fell. More fell. It cleared. They met at the Oslo Forum.", ""},
		{"Joint Statement at the Lima Summit", "We look forward to the Oslo Forum.", "Lima Summit"},
		{"Joint Statement Following the Lima Summit", "We look forward to the Oslo Forum.", "Lima Summit"},
		{"Peru-Norway Food and Water Dialogue: Joint Vision", "We will meet.", "Peru-Norway Food and Water Dialogue"},
		{"Joint Statement to Mark the Third Anniversary of Nordcom", "We will meet.", "Third Anniversary of Nordcom"},
		{"Joint Statement by Prime Minister Mark Rutte on Trade", "We will meet.", ""},
		{title, "We met to celebrate the strong bonds of our peoples.", ""},
		{title, "We met to celebrate the contributions of our peoples and to mark efforts.", ""},
		{title, "We met to celebrate a close relationship, marking achievements.", ""},
		{title, "We met on the solemn occasion of the Lima Games.", "Lima Games"},
		{title, "We met on the occasion of the Nord (ND) Summit in Oslo.", "Nord (ND) Summit in Oslo"},
		{"Lima Water Summit: Joint Statement", "We look forward to the Oslo Forum.", "Lima Water Summit"},
		{"Joint Statement on Fisheries Group Meeting", "We reviewed the catch.", "Fisheries Group Meeting"},
		{"Joint Statement Following the Meeting of President Moss and President Lind", "They reviewed the catch.", ""},
	} {
		r := readerOf(t, x.text)
		r.Title = readerOf(t, x.title).Body
		r.Visit = r.Occasions.OfVisit()
		got := ""
		if o := jointOccasion(&Passage{Reader: r}); o != nil {
			got = o.Name
		}
		if got != x.want {
			t.Errorf("%s: %s: %q, want %q", x.title, x.text, got, x.want)
		}
	}
}

// TestOwnVoice holds that an outlet is not the medium of its own words, but of those of the body that it carries.
func TestOwnVoice(t *testing.T) {
	for source, want := range map[string]bool{
		"Norway's public broadcaster NRK":                             true,
		"The ministry, in a statement carried by the broadcaster NRK": false,
	} {
		p := quoteOf(readerOf(t, source+" reported that rain was near."), source, "reported", "rain was near")
		p.Speakers = nil
		for i := range p.Body.Mentions {
			if m := &p.Body.Mentions[i]; m.Actor.Kind == actors.Medium && ownVoice(p, &m.Actor) != want {
				t.Errorf("%s: want %v", source, want)
			}
		}
	}
}
