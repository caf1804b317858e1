package render

import (
	"strings"
	"testing"

	"demarche/quotes"
	"demarche/timeline"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
)

func TestTitles(t *testing.T) {
	p := loadPhrases()
	for _, c := range []struct {
		channel         timeline.Channel
		words, occasion string
		place, about    string
		want            string
		beside          []string
	}{
		{"message", "I warmly congratulate you", "Russia Day", "", "", "Congratulations on Russia Day", nil},
		{"message", "we share your grief; my condolences", "", "", "", "Condolences", nil},
		{"message", "full support", "75th anniversary of the founding of the DPRK", "", "", "Message on the 75th anniversary of the founding of the DPRK", nil},
		{"message", "full support", "New Year", "", "", "Message for New Year", nil},
		{"letter", "I thank you", "", "", "", "Letter of thanks", nil},
		{"letter", "the unthankful task", "", "", "", "Letter", nil},
		{"call", "we agreed", "", "", "", "Telephone call", nil},
		{"meeting", "we agreed", "", "Moscow", "", "Talks in Moscow", nil},
		{"meeting", "we agreed", "World Economic Forum Annual Meeting which", "", "", "Talks at the World Economic Forum Annual Meeting", nil},
		{"meeting", "we agreed", "virtual meeting", "", "", "Talks", nil},
		{"speech", "they threaten us", "", "", "United States", "Speech on the United States", nil},
		{"statement", "we condemn this", "", "", "Russia", "Condemnation of Russia", nil},
		{"press-conference", "no comment", "summit of the Group of Twenty", "", "China", "Answers at a briefing", nil},
		{"press-conference", "no comment", "", "", "China", "Answers at a briefing, on Japan and the United States", []string{"Japan", "United States"}},
		{"press-conference", "no comment", "", "", "China", "Answers at a briefing", []string{"Japan", "India", "Iran"}},
		{"unknown", "no comment", "meeting?", "", "", "Remarks", nil},
		{"telegram", "full support", "", "", "", "Remarks", nil},
	} {
		e := Event{Channel: c.channel, Place: c.place, Statements: []Statement{{Reports: []Wording{{Text: c.words}}}}}
		if c.occasion != "" {
			e.Occasion = &Occasion{Name: c.occasion}
		}
		if got := p.title(&e, c.about, c.beside...); got != c.want {
			t.Errorf("%s, %q: %q, want %q", c.channel, c.occasion, got, c.want)
		}
	}
}

func TestShortOccasions(t *testing.T) {
	for name, want := range map[string]string{
		"75th anniversary of the founding of the DPRK": "founding of the DPRK, 75th",
		"Victory Day":            "Victory Day",
		"the virtual event":      "",
		"opening this afternoon": "",
	} {
		if got := loadPhrases().short(&Occasion{Name: name}); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

// said is a dated event of one statement with one wording.
func said(day string, by ...string) timeline.Event {
	d := dates.Date{EDTF: day, Earliest: day, Latest: day}
	e := timeline.Event{ID: "e" + day, Said: timeline.Said{Date: d, Basis: dates.Stated}, Channel: timeline.Message}
	for _, name := range by {
		e.Speakers = append(e.Speakers, timeline.Party{Actor: actors.Actor{ID: name, Name: name, State: "PRK"}})
	}
	r := timeline.Report{ArticleKey: "a", Said: e.Said, Speakers: e.Speakers, Tone: timeline.Neutral}
	e.Statements = []timeline.Statement{{ID: "s" + day, Reports: []timeline.Report{r}}}
	return e
}

func TestDoubts(t *testing.T) {
	second := func(e *timeline.Event) *timeline.Report {
		r := e.Statements[0].Reports[0]
		r.ArticleKey = "b"
		e.Statements[0].Reports = append(e.Statements[0].Reports, r)
		return &e.Statements[0].Reports[1]
	}
	for name, c := range map[string]struct {
		change func(e *timeline.Event)
		want   string
		sure   bool
	}{
		"nothing":   {func(*timeline.Event) {}, "", true},
		"published": {func(e *timeline.Event) { e.Said.Basis = dates.Published }, "day", false},
		"dateline":  {func(e *timeline.Event) { e.Said.Basis = dates.Dateline }, "dateline", true},
		"confirmed": {func(e *timeline.Event) {
			e.Said.Basis, e.Statements[0].Reports[0].Status = dates.Published, timeline.Confirmed
			e.Statements[0].Reports[0].Decided.Day = timeline.Decision{By: "rules", P: 0.41}
		}, "", true},
		"a month": {func(e *timeline.Event) { e.Said.EDTF, e.Said.Latest = "2023-06", "2023-06-30" }, "span", true},
		"nobody":  {func(e *timeline.Event) { e.Speakers = nil }, "unknown", false},
		"pronoun": {func(e *timeline.Event) { e.Statements[0].Reports[0].Decided.Speaker.By = "pronoun" }, "pronoun", false},
		"improbable": {func(e *timeline.Event) {
			e.Statements[0].Reports[0].Decided.Day = timeline.Decision{By: "rules", P: 0.41}
		}, "low-day", false},
		"not judged":  {func(e *timeline.Event) { e.Statements[0].Reports[0].Decided.Day.By = "rules" }, "", true},
		"medium":      {func(e *timeline.Event) { e.Statements[0].Reports[0].Medium = &actors.Actor{Name: "KCNA"} }, "medium", true},
		"another day": {func(e *timeline.Event) { r := second(e); r.Said.Earliest, r.Said.Latest = "2024-01-01", "2024-01-01" }, "contradiction", false},
		"another voice": {func(e *timeline.Event) {
			second(e).Speakers = []timeline.Party{{Actor: actors.Actor{ID: "y", State: "USA"}}}
		}, "contradiction", false},
		"other tone": {func(e *timeline.Event) {
			e.Statements[0].Reports[0].Tone = timeline.Cooperative
			second(e).Tone = timeline.Conflictual
		}, "contradiction", false},
		"same once more": {func(e *timeline.Event) { second(e) }, "", true},
	} {
		e := said("2023-06-12", "kim")
		c.change(&e)
		list, sure := loadPhrases().doubts(&e)
		var kinds []string
		for _, d := range list {
			kinds = append(kinds, d.Kind)
			if d.Word == "" || d.Why == "" || strings.Contains(d.Word+d.Why, "{}") {
				t.Errorf("%s: %+v", name, d)
			}
		}
		if got := strings.Join(kinds, " "); got != c.want || sure != c.sure {
			t.Errorf("%s: %q, sure %v; want %q, %v", name, got, sure, c.want, c.sure)
		}
	}
}

// between is a report of letters between Kim of PRK and Putin of RUS: each day with the way it goes.
func between(ways ...string) *Report {
	rel := timeline.Relation{A: "PRK", B: "RUS", Sources: map[string]timeline.Source{"a": {Key: "a", Outlet: "Herald"}}}
	kim := timeline.Party{Actor: actors.Actor{ID: "kim", Name: "Kim", State: "PRK"}}
	putin := timeline.Party{Actor: actors.Actor{ID: "putin", Name: "Putin", State: "RUS"}}
	for _, w := range ways {
		day, way, _ := strings.Cut(w, " ")
		e := said(day)
		e.ID += way
		e.Speakers, e.Addressees = []timeline.Party{kim}, []timeline.Party{putin}
		if strings.HasPrefix(way, "<") {
			e.Speakers, e.Addressees = e.Addressees, e.Speakers
		}
		if strings.HasSuffix(way, "c") {
			e.Channel = timeline.Call
		}
		if strings.HasSuffix(way, "d") {
			e.Occasion = &timeline.Occasion{Name: "Victory Day"}
		}
		e.Statements[0].Reports[0].Text = "We stand by Russia and by North Korea"
		e.Statements[0].Reports[0].Form = quotes.Direct
		rel.Events = append(rel.Events, e)
	}
	return New(rel, options())
}

func TestExchange(t *testing.T) {
	r := between("2023-01-01 >", "2023-01-04 <", "2023-03-01 <", "2023-05-01 >c", "2023-05-01 <c", "2023-05-20 >")
	at := map[string]Exchange{}
	for _, e := range r.Events {
		at[e.ID] = e.Exchange
	}
	if x := at["e2023-01-04<"]; x.Answers != "e2023-01-01>" || x.Previous != "e2023-01-01>" || x.Next != "e2023-03-01<" {
		t.Errorf("the answer: %+v", x)
	}
	if x := at["e2023-03-01<"]; x.Answers != "" {
		t.Errorf("two months later: %+v", x)
	}
	if a, b := at["e2023-05-01>c"], at["e2023-05-01<c"]; len(a.Beside) != 1 || len(b.Beside) != 1 || a.Answers+b.Answers != "" {
		t.Errorf("one call: %+v, %+v", a, b)
	}
}

// sentences joins the findings, with the number of events after what is linked.
func sentences(r *Report) string {
	var all []string
	for _, f := range r.Findings {
		var b strings.Builder
		for _, p := range f.Pieces {
			b.WriteString(p.Text)
			if len(p.Events) > 0 {
				b.WriteString("[" + thousands(len(p.Events)) + "]")
			}
		}
		all = append(all, b.String())
	}
	return strings.Join(all, "\n")
}

func TestFindings(t *testing.T) {
	for name, c := range map[string]struct {
		r    *Report
		want string
	}{
		"one event": {between("2023-01-01 >"), ""},
		"letters": {
			between("2020-05-09 >d", "2020-05-12 <", "2021-05-09 >d", "2022-06-01 >"),
			"Kim wrote to Putin three times[3], two[2] of them for holidays and anniversaries; one message was answered within a week[1].\n" +
				"North Korea speaks in three events[3], Russia in one[1].",
		},
		"one side": {between("2020-05-09 >", "2021-05-09 >"), "North Korea speaks in two events[2], Russia in none."},
	} {
		if got := sentences(c.r); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

// TestFindingsOfTime has a turn in tone, the years that hold most, and a silence in which articles were read.
func TestFindingsOfTime(t *testing.T) {
	r := &Report{Events: []Event{}}
	for i := range 80 {
		y, tone := 2001+i/8, timeline.Cooperative
		if i >= 40 {
			y, tone = 2010+i%2, timeline.Conflictual
		}
		day := yearName(y) + "-06-1" + string(rune('0'+i%8))
		r.Events = append(r.Events, Event{ID: day, Tone: tone, Date: Date{EDTF: day, Earliest: day, Latest: day}})
	}
	for m := range 12 {
		r.Coverage = append(r.Coverage, Coverage{"2006-" + string(rune('0'+(m+1)/10)) + string(rune('0'+(m+1)%10)), 9})
	}
	told := func(find func(*Report, *sentence)) string {
		s := &sentence{r: r}
		find(r, s)
		r.Findings = []Finding{{"x", s.pieces}}
		return sentences(r)
	}
	if got, want := told((*Report).turn), "From 2010 on 100\u00a0% of the events[40] read as conflictual, before it 0\u00a0%."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := told((*Report).silence), ""; got != want { // months without any article lie between
		t.Errorf("%q, want %q", got, want)
	}
	r.Events = r.Events[40:]
	first := Event{ID: "first", Date: Date{EDTF: "2001-01-01", Earliest: "2001-01-01", Latest: "2001-01-01"}}
	r.Events = append([]Event{first}, r.Events...)
	if got, want := told((*Report).bulkOfYears), "40 of the 41 dated events[40] fall in 2010 and 2011."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestPulledQuotes(t *testing.T) {
	r := between("2023-01-01 >", "2023-01-04 <")
	if len(r.Pulled) != 2 || r.Pulled[0].Event != "e2023-01-01>" || r.Pulled[1].Event != "e2023-01-04<" {
		t.Fatalf("%+v", r.Pulled)
	}
	w := Wording{Text: "“" + strings.Repeat("It was long. ", 60) + "”"}
	if words, cut := pullWords(&w); !cut || len(words) > mostWords || !strings.HasSuffix(words, "long.") || strings.HasPrefix(words, "“") {
		t.Errorf("%v %q", cut, words)
	}
}

func TestFoldedAxis(t *testing.T) {
	f := &folded{from: []int{100}, to: []int{899}, width: 10}
	for day, want := range map[int]int{0: 0, 99: 99, 100: 100, 899: 109, 900: 110, 1000: 210} {
		if got := f.fold(day); got != want {
			t.Errorf("day %d is drawn at %d, want %d", day, got, want)
		}
	}
	for _, day := range []int{0, 99, 100, 900, 1000} {
		if got := f.unfold(f.fold(day)); got != day {
			t.Errorf("day %d comes back as %d", day, got)
		}
	}
}

func TestHome(t *testing.T) {
	r := between("1950-01-01 >", "2023-01-01 >", "2023-02-01 <", "2023-03-01 >", "2023-04-01 <", "2023-05-01 >", "2023-06-01 >")
	if h := r.Home; h.From < "2022-09" || h.To > "2023-09" || h.From > "2023-01-01" {
		t.Errorf("opens on %v", h)
	}
	if h := between().Home; h != (Stretch{}) {
		t.Errorf("nothing opens on %v", h)
	}
	if h := between("2023-01-01 >", "2023-02-01 <").Home; h != (Stretch{"2023-01-01", "2023-02-01"}) {
		t.Errorf("two events open on %v", h)
	}
}

// TestBare: marks around the whole are taken off, those that open within it are not.
func TestBare(t *testing.T) {
	for in, want := range map[string]string{
		"“All is well,”":         "All is well",
		"All is “well,”":         "All is “well”",
		"All is “well” here":     "All is “well” here",
		"He was told to go,":     "He was told to go",
		"“One,” he said. “Two.”": "One,” he said. “Two.",
		"He asked “who else?”":   "He asked “who else?”",
		"All\n is \"well,\" so":  "All is \"well,\" so",
	} {
		if got := bare(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
