package export

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/render"
	"demarche/timeline"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
)

// nasty are words that some format could take for its own syntax.
var nasty = []string{
	"=cmd|' /C calc'!A0", "+1 for peace", "-2 is what we get", "@home", "'=already marked", "a \"quoted\" word, and a comma",
	"two\nlines", "tab\tstop", "</script><script>alert(1)</script>", "{braces} and \\macro{x} 100% $5 #1 a_b ~ ^", "“curly” 中文 עברית",
	"; | semicolon", "]]> & < >", "ER  - ", "BEGIN:VEVENT", "[link](http://evil.example) *star* `tick`", "NA", "null", "",
}

// stateNames are the names of the states in the tests.
func stateNames(code string) string {
	names := map[string]string{"PRK": "North Korea", "RUS": "Russia", "CHN": "China", "USA": "United States"}
	if n := names[code]; n != "" {
		return n
	}
	return code
}

var day0 = time.Date(2006, 1, 1, 0, 0, 0, 0, time.UTC)

// made makes n events one after the other, the same each time: of every channel, tone, kind of date and link.
func made(n int, s render.Scope) *Dataset {
	start := day0
	var read []timeline.Coverage
	for m := range 12 * 18 {
		if m%17 != 3 {
			read = append(read, timeline.Coverage{Month: start.AddDate(0, m, 0).Format("2006-01"), Articles: 1 + m%5})
		}
	}
	d := &Dataset{Head: NewHead(s, stateNames, render.Options{Version: "0.1.0", Model: "c0ffee", Query: "demarche export"}, read)}
	d.Events = func(yield func(*Entry, error) bool) {
		for i := range n {
			e, sources := event(i, start.AddDate(0, 0, i*6500/max(n, 1)))
			if !yield(d.NewEntry(&e, sources, func(string) string { return "CC-BY-4.0" }), nil) {
				return
			}
		}
	}
	return d
}

var channels = []timeline.Channel{
	timeline.Message, timeline.Letter, timeline.Call, timeline.Meeting, timeline.Speech, timeline.PressConference,
	timeline.Interview, timeline.StatementText, timeline.JointStatement, timeline.ArticleText, timeline.Post, timeline.Document,
	timeline.UnknownChannel,
}

func hash(parts ...any) string {
	sum := sha256.Sum256([]byte(fmt.Sprint(parts...)))
	return hex.EncodeToString(sum[:])
}

func person(name, state, office string) timeline.Party {
	return timeline.Party{
		Actor:  actors.Actor{ID: strings.ToLower(strings.ReplaceAll(name, " ", "-")), Name: name, Kind: actors.Person, State: state},
		Office: office, Basis: "named",
	}
}

// event makes the i-th event with the articles that it cites.
func event(i int, at time.Time) (timeline.Event, map[string]timeline.Source) {
	kim, putin := person("Kim Jong Un", "PRK", "President of the State Affairs"), person("Vladimir Putin", "RUS", "President of Russia")
	day := at.Format(time.DateOnly)
	e := timeline.Event{
		ID: "e" + hash("event", i)[:16], Channel: channels[i%len(channels)], Place: nasty[i%len(nasty)],
		Said: timeline.Said{Date: dates.Date{EDTF: day, Earliest: day, Latest: day}, Basis: dates.Stated},
	}
	switch i % 6 {
	case 0, 1:
		e.Speakers, e.Addressees = []timeline.Party{kim}, []timeline.Party{putin}
	case 2:
		e.Speakers, e.Addressees, e.About = []timeline.Party{putin}, []timeline.Party{kim}, []string{"USA"}
	case 3:
		e.Speakers = []timeline.Party{kim, putin}
	case 4:
		e.Speakers, e.About = []timeline.Party{putin}, []string{"PRK"}
	default:
		e.Addressees = []timeline.Party{kim, putin}
	}
	switch i % 5 {
	case 1:
		e.Said.EDTF, e.Said.Earliest, e.Said.Basis = "[.."+day+"]", "", dates.Published
	case 2:
		e.Said.EDTF, e.Said.Latest = day+"/"+at.AddDate(0, 0, 40).Format(time.DateOnly), at.AddDate(0, 0, 40).Format(time.DateOnly)
	case 3:
		e.Said = timeline.Said{}
	}
	if i%4 == 0 {
		e.Occasion = &timeline.Occasion{Name: nasty[(i/4)%len(nasty)] + " Day", Date: day}
	}
	sources := map[string]timeline.Source{}
	for s := range 1 + i%2 {
		st := timeline.Statement{ID: "s" + hash("statement", i, s)[:16]}
		for k := range 1 + (i+s)%3 {
			r := report(i, s, k, &e, at, sources)
			if i%7 == 0 {
				r.Status = timeline.Confirmed
			}
			st.Reports = append(st.Reports, r)
		}
		e.Statements = append(e.Statements, st)
	}
	if i%9 == 0 {
		e.Context = []timeline.Context{{ArticleKey: e.Statements[0].Reports[0].ArticleKey, Text: "Earlier, both had met."}}
	}
	return e, sources
}

func report(i, s, k int, e *timeline.Event, at time.Time, sources map[string]timeline.Source) timeline.Report {
	words := "We stand – together. " + nasty[(i+s+k)%len(nasty)] + " It is so."
	if (i+s)%2 == 0 {
		words = strings.TrimSpace(nasty[(i+s+k)%len(nasty)] + " It is so.")
	}
	outlet := []string{"KCNA", "TASS", "Harbour Ledger"}[(i+k)%3]
	a := timeline.Source{
		Key: fmt.Sprintf("https://news.example/%d/%d/%d", i, s, k), URL: fmt.Sprintf("https://news.example/%d/%d/%d?a=1&b=2", i, s, k),
		Outlet: outlet, Title: nasty[i%len(nasty)] + " title", Byline: "Ann Author", Published: at.Format(time.DateOnly), PublishedHow: "json-ld",
		Retrieved: "2026-01-05T10:20:30Z", Language: "en", SHA256: hash("article", i, s, k),
	}
	before := "Kim — said: "
	a.Text = before + words + " It ends."
	sources[a.Key] = a
	r := timeline.Report{
		Quote: quotes.Quote{
			Form: []quotes.Form{quotes.Direct, quotes.Mixed, quotes.Indirect, quotes.Unmarked}[(i+k)%4], Act: quotes.Speech,
			Content: []text.Span{{Start: len(before), End: len(before) + len(words)}}, Cue: []text.Span{{Start: 8, End: 12}}, By: "rule:aside", P: 0.875,
		},
		ID: "r" + hash("report", i, s, k)[:16], ArticleKey: a.Key, Text: words, Around: text.Span{Start: 0, End: len(before) + len(words)},
		Speakers: e.Speakers, Addressees: e.Addressees, Channel: e.Channel, Said: e.Said, Occasion: e.Occasion,
		Tone: []timeline.Tone{timeline.Cooperative, timeline.Neutral, timeline.Conflictual}[(i+s)%3],
	}
	r.Decided.Speaker = timeline.Decision{By: "known-person", P: 0.938, Evidence: text.Span{Start: 0, End: 3}}
	if i%3 == 2 {
		r.Plover, r.Score = "ACCUSE", -3
	}
	if i%2 == 0 {
		r.Medium = &actors.Actor{ID: "kcna", Name: "KCNA", Kind: actors.Medium, State: "PRK"}
	}
	return r
}

var (
	all  = render.Scope{}
	one  = render.Scope{A: "PRK"}
	both = render.Scope{A: "PRK", B: "RUS"}
)
