package main

import (
	"strings"
	"testing"

	"github.com/rivo/uniseg"

	"demarche/quotes"
	"demarche/timeline"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
)

// party makes a party of a person.
func party(name, state string) timeline.Party {
	return timeline.Party{Actor: actors.Actor{ID: name, Name: name, Kind: actors.Person, State: state}}
}

// happened makes an event with a statement for each wording.
func happened(day string, basis dates.Basis, from, to []timeline.Party, how timeline.Channel, words ...string) timeline.Event {
	e := timeline.Event{
		ID: day + words[0], Channel: how, Speakers: from, Addressees: to,
		Said: timeline.Said{Date: dates.Date{EDTF: day, Earliest: day, Latest: day}, Basis: basis},
	}
	for _, w := range words {
		form := quotes.Indirect
		if strings.HasPrefix(w, "“") {
			form = quotes.Direct
		}
		e.Statements = append(e.Statements, timeline.Statement{Reports: []timeline.Report{{
			Quote: quotes.Quote{Form: form}, Text: w, ArticleKey: "a", Speakers: from, Addressees: to, Channel: how,
		}}})
	}
	return e
}

func example() *view {
	kim, putin := party("Kim Jong Un", "PRK"), party("Vladimir Putin", "RUS")
	about := happened("2023-09-13", dates.Published, []timeline.Party{party("Dmitry Peskov", "RUS")}, nil, timeline.PressConference,
		"North Korea is our neighbour and we shall go on developing ties with it")
	about.About = []string{"PRK"}
	about.Statements[0].Reports[0].About = about.About
	return &view{names: map[string]string{"PRK": "North Korea", "RUS": "Russia"}, Relation: timeline.Relation{
		A: "PRK", B: "RUS", Sources: map[string]timeline.Source{"a": {}},
		Events: []timeline.Event{
			happened("2023-06-12", dates.Stated, []timeline.Party{kim}, []timeline.Party{putin}, timeline.Message,
				"that he wished well", "“full support and solidarity”\x1b[31m\u202e"),
			about,
			happened("2024-06-19", dates.Relative, []timeline.Party{kim, putin, party("A Third", "")}, nil, timeline.JointStatement, "“We agree.”"),
			happened("", "", nil, []timeline.Party{putin, kim}, timeline.UnknownChannel, "“평화를 원한다”"),
		},
	}}
}

func TestTable(t *testing.T) {
	const want = `North Korea and Russia: 4 events from 1 article

2023-06-12   PRK → RUS   Kim Jong Un → Vladimir Putin         message           (+1) “full support and solidarity” [31m
2024-06-19   PRK + RUS   Kim Jong Un, Vladimir Putin, 1 more  joint-statement   “We agree.”
unknown      → both      ? → Vladimir Putin, Kim Jong Un      unknown           “평화를 원한다”

about the other, to the public:
2023-09-13*  RUS on PRK  Dmitry Peskov                        press-conference  North Korea is our neighbour and we shall go on developing ties with it

* day of publication: when it was said is not told
`
	var b strings.Builder
	if err := example().table(&b); err != nil {
		t.Fatal(err)
	}
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

// TestLayoutKeepsTheWidth lays rows out for terminals of any width.
func TestLayoutKeepsTheWidth(t *testing.T) {
	v := example()
	var rows []tableRow
	for i := range v.Events {
		d, l, _ := v.Events[i].Between(v.A, v.B)
		rows = append(rows, v.row(&v.Events[i], d, l))
	}
	for width := 40; width < 200; width++ {
		var b strings.Builder
		newLayout(rows, width).write(&b, rows)
		for line := range strings.Lines(b.String()) {
			if n := uniseg.StringWidth(strings.TrimSuffix(line, "\n")); n > width {
				t.Fatalf("width %d: %d cells in %q", width, n, line)
			}
		}
	}
}
