package sqlite

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
)

// open returns a store in a file of its own.
func open(t testing.TB) *Store {
	t.Helper()
	s, err := Open(filepath.Join(t.TempDir(), "t.sqlite"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// newArticle makes an article with that id and text, published on a day of 2023.
func newArticle(id, body string) *article.Article {
	sum := sha256.Sum256([]byte(body))
	return &article.Article{
		ID: id, URL: "https://news.example/" + id, Outlet: "Example", Title: "Words of " + id, Byline: "A. Writer",
		Published: "2023-06-12", PublishedHow: "given", Language: "en", MediaType: "text/plain",
		Text: body, Bytes: []byte(body), SHA256: hex.EncodeToString(sum[:]),
	}
}

var (
	kim   = actors.Actor{ID: "kim-jong-un", Name: "Kim Jong Un", Kind: actors.Person, State: "PRK"}
	putin = actors.Actor{ID: "vladimir-putin", Name: "Vladimir Putin", Kind: actors.Person, State: "RUS"}
	kcna  = actors.Actor{ID: "kcna", Name: "KCNA", Kind: actors.Medium, State: "PRK"}
)

// newEvent makes an event of one statement: the content is what stands in «» in the article's text.
func newEvent(a *article.Article, speaker, addressee actors.Actor, day string) timeline.Event {
	start := strings.Index(a.Text, "«")
	end := strings.Index(a.Text, "»") + len("»")
	said := timeline.Said{Date: dates.Date{EDTF: day, Earliest: day, Latest: day}, Basis: dates.Stated}
	e := timeline.Event{
		ID: "e-" + a.ID, Channel: timeline.Message, Said: said, Place: "Pyongyang",
		Speakers:   []timeline.Party{{Actor: speaker, Office: "leader"}},
		Addressees: []timeline.Party{{Actor: addressee, Basis: "named"}},
	}
	e.Statements = []timeline.Statement{{ID: "s-" + a.ID, Reports: []timeline.Report{{
		Quote: quotes.Quote{
			Form: quotes.Direct, Act: quotes.Speech, By: "rule:test", P: 0.5,
			Content: []text.Span{{Start: start, End: end}},
		},
		ID: "r-" + a.ID, ArticleKey: a.Key(), Text: a.Text[start:end], Around: text.Span{Start: 0, End: len(a.Text)},
		Speakers: e.Speakers, Addressees: e.Addressees, Medium: &kcna, Channel: e.Channel, Said: said, Tone: timeline.Neutral,
	}}}}
	return e
}

// genEntry draws an article with events of any shape that are sound.
func genEntry(id string) *rapid.Generator[Entry] {
	return rapid.Custom(func(t *rapid.T) Entry {
		a := newArticle(id, rapid.StringN(1, 200, -1).Draw(t, "body"))
		a.Title = rapid.String().Draw(t, "title")
		if rapid.Bool().Draw(t, "fetched") {
			a.Retrieved = time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "retrieved"), 0).UTC()
		}
		g := gen{t, a}
		e := Entry{Article: a}
		for i := range rapid.IntRange(0, 3).Draw(t, "events") {
			e.Events = append(e.Events, g.event(fmt.Sprintf("%s.%d", id, i)))
		}
		return e
	})
}

// gen draws the parts of events of an article.
type gen struct {
	t *rapid.T
	a *article.Article
}

func (g gen) span(min int) text.Span {
	n := len(g.a.Text)
	start := rapid.IntRange(0, n-min).Draw(g.t, "start")
	return text.Span{Start: start, End: rapid.IntRange(start+min, n).Draw(g.t, "end")}
}

func (g gen) spans() []text.Span {
	return slices.Repeat([]text.Span{g.span(0)}, rapid.IntRange(0, 2).Draw(g.t, "spans"))
}

var words = rapid.SampledFrom([]string{"", "a", "Kim Jong Un", "x\x00y", "”“", "\xff", "'; DROP TABLE articles; --", "日本"})

func (g gen) actor() actors.Actor {
	return actors.Actor{
		ID: words.Draw(g.t, "ident"), Name: words.Draw(g.t, "name"),
		Kind:  rapid.SampledFrom([]actors.Kind{actors.Person, actors.State, actors.Organisation, actors.Medium}).Draw(g.t, "kind"),
		State: rapid.SampledFrom([]string{"", "PRK", "RUS", "CHN", "UN"}).Draw(g.t, "state"),
	}
}

func (g gen) parties(basis ...string) []timeline.Party {
	var ps []timeline.Party
	for range rapid.IntRange(0, 3).Draw(g.t, "parties") {
		ps = append(ps, timeline.Party{
			Actor: g.actor(), Office: words.Draw(g.t, "office"),
			Basis: rapid.SampledFrom(basis).Draw(g.t, "basis"), Evidence: g.span(0),
		})
	}
	return ps
}

func (g gen) said() timeline.Said {
	d := rapid.SampledFrom([]dates.Date{
		{},
		{EDTF: "2023-06-12", Earliest: "2023-06-12", Latest: "2023-06-12"},
		{EDTF: "[..2023-06-12]", Latest: "2023-06-12"},
		{EDTF: "2011", Earliest: "2011-01-01", Latest: "2011-12-31"},
	}).Draw(g.t, "date")
	return timeline.Said{Date: d, Basis: rapid.SampledFrom([]dates.Basis{dates.Stated, dates.Relative, dates.Dateline, dates.Published}).Draw(g.t, "basis"), Evidence: g.span(0)}
}

func (g gen) occasion() *timeline.Occasion {
	if rapid.Bool().Draw(g.t, "no occasion") {
		return nil
	}
	return &timeline.Occasion{Name: words.Draw(g.t, "occasion"), Date: words.Draw(g.t, "on"), Evidence: g.span(0)}
}

func (g gen) event(id string) timeline.Event {
	e := timeline.Event{
		ID: id, Channel: rapid.SampledFrom(channels).Draw(g.t, "channel"), Said: g.said(),
		Speakers: g.parties(""), Addressees: g.parties("named", "implied"), Occasion: g.occasion(), Place: words.Draw(g.t, "place"),
	}
	for range rapid.IntRange(0, 2).Draw(g.t, "contexts") {
		s := g.span(0)
		e.Context = append(e.Context, timeline.Context{ArticleKey: g.a.Key(), Span: s, Text: s.Of(g.a.Text)})
	}
	for i := range rapid.IntRange(1, 3).Draw(g.t, "statements") {
		st := timeline.Statement{ID: fmt.Sprintf("%s.%d", id, i)}
		st.Reports = append(st.Reports, g.report(st.ID))
		e.Statements = append(e.Statements, st)
	}
	return e
}

func (g gen) report(id string) timeline.Report {
	r := timeline.Report{
		Quote: quotes.Quote{
			Form:    rapid.SampledFrom([]quotes.Form{quotes.Direct, quotes.Mixed, quotes.Indirect, quotes.Unmarked}).Draw(g.t, "form"),
			Act:     quotes.Speech,
			Content: slices.Repeat([]text.Span{g.span(1)}, rapid.IntRange(1, 2).Draw(g.t, "pieces")),
			Cue:     g.spans(), Source: g.spans(), By: words.Draw(g.t, "by"), P: rapid.Float64Range(0, 1).Draw(g.t, "p"),
		},
		ID: "r" + id, ArticleKey: g.a.Key(), Around: g.span(0), Speakers: g.parties(""), Addressees: g.parties("named", "implied"),
		Channel: rapid.SampledFrom(channels).Draw(g.t, "channel"), Said: g.said(), Occasion: g.occasion(), Place: words.Draw(g.t, "place"),
		Tone:   rapid.SampledFrom([]timeline.Tone{timeline.Cooperative, timeline.Conflictual, timeline.Neutral}).Draw(g.t, "tone"),
		About:  rapid.SampledFrom([][]string{nil, {"PRK"}, {"CHN", "RUS"}}).Draw(g.t, "about"),
		Plover: words.Draw(g.t, "plover"), Score: rapid.Float64Range(-10, 10).Draw(g.t, "score"),
	}
	if rapid.Bool().Draw(g.t, "medium") {
		m := g.actor()
		r.Medium = &m
	}
	r.Text = asWritten(g.a.Text, r.Content)
	return r
}

var channels = []timeline.Channel{
	timeline.Message, timeline.Letter, timeline.Call, timeline.Meeting, timeline.Speech, timeline.PressConference,
	timeline.Interview, timeline.StatementText, timeline.JointStatement, timeline.ArticleText, timeline.Post, timeline.Document,
	timeline.UnknownChannel,
}
