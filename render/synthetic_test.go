package render

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
)

// synthetic makes a relation of two invented states' officials: the same for the same n, of every channel, tone,
// form, kind of date and direction, with wordings of several outlets and quotes in several scripts. Its words are
// drawn from a list of some four hundred with a long tail, so that it squeezes about as well as the real thing.
func synthetic(n int) timeline.Relation {
	g := &generator{rng: rand.New(rand.NewPCG(5, uint64(n))), rel: timeline.Relation{A: "PRK", B: "RUS", Sources: map[string]timeline.Source{}}}
	start := time.Date(2006, 1, 1, 0, 0, 0, 0, time.UTC)
	span := 18 * 365
	if n < 50 {
		span = 900
	}
	day := func(int) int { return g.someDay(span) }
	if n > 1000 { // what one article tells lies near each other
		days := make([]int, n)
		for i := range days {
			days[i] = g.someDay(span)
		}
		slices.Sort(days)
		day = func(i int) int { return days[i] }
	}
	for i := range n {
		g.rel.Events = append(g.rel.Events, g.event(i, start.AddDate(0, 0, day(i))))
	}
	for m := 0; m < span/30; m++ {
		if m%23 == 7 {
			continue // a month in which nothing was read
		}
		g.rel.Read = append(g.rel.Read, timeline.Coverage{Month: start.AddDate(0, m, 0).Format("2006-01"), Articles: 5 + g.rng.IntN(60+n/50)})
	}
	return g.rel
}

var names = map[string]string{"PRK": "North Korea", "RUS": "Russia", "USA": "United States", "KOR": "South Korea", "CHN": "China"}

type generator struct {
	rng    *rand.Rand
	rel    timeline.Relation
	recent []string // keys of articles, in the order made
}

// someDay favours four days of the year and the later years, as real relations do.
func (g *generator) someDay(span int) int {
	year := int(float64(span/365) * (1 - g.rng.Float64()*g.rng.Float64()))
	if g.rng.IntN(4) == 0 {
		return min(span-1, year*365+[]int{128, 226, 251, 285}[g.rng.IntN(4)]+g.rng.IntN(2))
	}
	return min(span-1, year*365+g.rng.IntN(365))
}

var (
	fromA    = []string{"Kim Jong Un", "Choe Son Hui", "Kim Yo Jong", "Ri Yong Ho", "Foreign Ministry of North Korea", "Pak Myong Ho", "Ri Son Gwon"}
	fromB    = []string{"Vladimir Putin", "Sergey Lavrov", "Dmitry Peskov", "Maria Zakharova", "Alexander Matsegora", "Dmitry Medvedev", "Foreign Ministry of Russia"}
	others   = []string{"John Kirby", "Yoon Suk Yeol", "Antony Blinken", "António Guterres"}
	offices  = map[string]string{"Kim Jong Un": "President of the State Affairs Commission", "Vladimir Putin": "President of Russia", "Sergey Lavrov": "Foreign Minister of Russia", "Choe Son Hui": "Foreign Minister of North Korea", "Dmitry Peskov": "Press Secretary of the President of Russia"}
	outlets  = []string{"KCNA", "TASS", "Yonhap", "Reuters", "The Hill", "AP", "Kyodo", "Rodong Sinmun", "RIA Novosti", "AFP", "NK News", "The Guardian"}
	channels = []timeline.Channel{timeline.Message, timeline.Message, timeline.Letter, timeline.Call, timeline.Meeting, timeline.Speech, timeline.PressConference, timeline.Interview, timeline.StatementText, timeline.StatementText, timeline.JointStatement, timeline.ArticleText, timeline.Post, timeline.Document, timeline.UnknownChannel, timeline.UnknownChannel}
	fests    = []string{"Liberation Day", "National Day", "Victory Day", "New Year", "the summit"}
	places   = []string{"", "", "", "Pyongyang", "Moscow", "Vladivostok", "New York"}
	foreign  = []struct{ lang, words string }{
		{"ar", "سنواصل تعزيز الصداقة بين البلدين في كل الظروف"},
		{"he", "הידידות בין העמים תימשך שנים רבות"},
		{"zh", "两国友谊源远流长,必将进一步发展"},
		{"ko", "두 나라 사이의 친선은 앞으로도 계속 발전할 것이다"},
		{"ru", "Мы будем и впредь укреплять дружбу между нашими народами"},
		{"ja", "両国の友好関係をさらに発展させる"},
	}
	vocabulary = strings.Fields(`the of and to in our a for with people will two be on cooperation that countries relations is by its peace friendship development security between this as
are not support strategic have nuclear all joint region from which at an it sanctions international has strong firm full future state leadership talks new history treaty military exercises threat hostile respect
mutual interests dialogue visit agreement trade further common army victory comrade friendly nations unity just cause struggle imperialists pressure resolution council united guarantee stability peninsula
situation demand response measures immediate condemn provocation dangerous consequences warn stop policy independent sovereign right self-defence deterrent launch satellite missile test concern deeply regret call
parties restraint negotiations table settlement diplomatic means consistent position principle equal partners economy energy railway port workers tourism culture science education health agriculture food aid flood
relief sincere condolences victims families greetings congratulate anniversary founding liberation fallen soldiers memory heroic glorious traditions generations forged battle blood comprehensive partnership level
reached stage cordial warm welcome invitation accept opportunity discuss topical issues bilateral agenda regional global matters exchange views constructive spirit confidence certain convinced successful hope wish
good continued prosperity well-being citizens capital ministers deputies working group commission session schedule implement decisions contract deliver gas pipeline electricity grid transit corridor investment project
feasible profitable border crossing bridge construction complete open traffic passengers freight volume grow percent year quarter compared despite restrictions illegitimate unilateral coercive west hegemony order multipolar
fair democratic architecture indivisible bloc alliance expansion drills aircraft carrier bombers deploy escalate spiral arms race responsibility lies entirely those who ignore reality choose path confront wisely`)
)

func pick[T any](g *generator, list []T) T { return list[g.rng.IntN(len(list))] }

func (g *generator) words(n int) string {
	out := make([]string, n)
	for i := range out {
		k := g.rng.Float64()
		out[i] = vocabulary[int(k*k*float64(len(vocabulary)))]
	}
	return strings.Join(out, " ")
}

func (g *generator) party(name, state string) timeline.Party {
	return timeline.Party{Actor: actors.Actor{ID: strings.ToLower(strings.ReplaceAll(name, " ", "-")), Name: name, Kind: actors.Person, State: state}, Office: offices[name]}
}

func (g *generator) event(i int, at time.Time) timeline.Event {
	sum := sha256.Sum256([]byte(fmt.Sprint("event", i, len(g.rel.Events))))
	e := timeline.Event{ID: "e" + hex.EncodeToString(sum[:8]), Channel: pick(g, channels), Said: g.said(at), Place: pick(g, places)}
	confirmed := g.rng.IntN(7) == 0
	a, b := g.party(pick(g, fromA[:1+g.rng.IntN(len(fromA))]), "PRK"), g.party(pick(g, fromB[:1+g.rng.IntN(len(fromB))]), "RUS")
	switch k := g.rng.IntN(20); {
	case e.Channel == timeline.JointStatement || k == 0:
		e.Speakers = []timeline.Party{a, b}
	case k < 9:
		e.Speakers, e.Addressees = []timeline.Party{a}, []timeline.Party{b}
	case k < 17:
		e.Speakers, e.Addressees = []timeline.Party{b}, []timeline.Party{a}
	case k < 18:
		e.Speakers, e.About = []timeline.Party{a}, []string{"RUS", "USA"}
	case k < 19:
		e.Speakers, e.Addressees = []timeline.Party{g.party(pick(g, others), "USA")}, []timeline.Party{b}
	default:
		e.About = []string{"PRK", "RUS"}
	}
	if g.rng.IntN(5) == 0 {
		e.Occasion = &timeline.Occasion{Name: pick(g, fests), Date: e.Said.EDTF}
	}
	for range 1 + g.rng.IntN(2)*g.rng.IntN(2) {
		st := g.statement(e, at)
		for j := range st.Reports {
			if confirmed {
				st.Reports[j].Status = timeline.Confirmed
			}
		}
		e.Statements = append(e.Statements, st)
	}
	if g.rng.IntN(12) == 0 {
		key := e.Statements[0].Reports[0].ArticleKey
		e.Context = []timeline.Context{{ArticleKey: key, Text: "Earlier, " + g.words(14) + "."}}
	}
	return e
}

func (g *generator) said(at time.Time) timeline.Said {
	day := at.Format(time.DateOnly)
	s := timeline.Said{Date: dates.Date{EDTF: day, Earliest: day, Latest: day}, Basis: dates.Stated}
	switch g.rng.IntN(20) {
	case 0:
		s.EDTF, s.Earliest, s.Basis = "[.."+day+"]", "", dates.Published
	case 1:
		to := at.AddDate(0, 0, 1+g.rng.IntN(3)).Format(time.DateOnly)
		s.EDTF, s.Latest, s.Basis = day+"/"+to, to, dates.Relative
	case 2:
		first := time.Date(at.Year(), at.Month(), 1, 0, 0, 0, 0, time.UTC)
		s.EDTF, s.Earliest, s.Latest, s.Basis = at.Format("2006-01"), first.Format(time.DateOnly), first.AddDate(0, 1, -1).Format(time.DateOnly), dates.Relative
	case 3, 4, 5, 6:
		s.Basis = dates.Relative
	case 7, 8, 9:
		s.Basis = dates.Published
	}
	return s
}

func (g *generator) statement(e timeline.Event, at time.Time) timeline.Statement {
	said := g.words(8 + g.rng.IntN(26))
	lang := "en"
	if g.rng.IntN(40) == 0 {
		f := pick(g, foreign)
		said, lang = f.words, f.lang
	}
	s := timeline.Statement{ID: "s" + e.ID[1:]}
	tone := []timeline.Tone{timeline.Cooperative, timeline.Cooperative, timeline.Neutral, timeline.Neutral, timeline.Conflictual}[g.rng.IntN(5)]
	for k := range []int{1, 1, 1, 1, 2, 3}[g.rng.IntN(6)] {
		words := said
		if k > 0 && lang == "en" {
			f := strings.Fields(said)
			f[g.rng.IntN(len(f))] = pick(g, vocabulary)
			words = strings.Join(f[:len(f)-g.rng.IntN(len(f)/3)], " ")
		}
		s.Reports = append(s.Reports, g.report(e, at, words, lang, tone))
	}
	return s
}

func (g *generator) report(e timeline.Event, at time.Time, words, lang string, tone timeline.Tone) timeline.Report {
	before, content := "In a report, "+g.words(2+g.rng.IntN(8))+", ", "“"+words+"”"
	sentence := before + content + " " + g.words(1+g.rng.IntN(6)) + "."
	src := g.article(at, lang)
	begin := len(src.Text)
	src.Text += sentence
	g.rel.Sources[src.Key] = src
	start := begin + len(before)
	r := timeline.Report{
		Quote: quotes.Quote{Form: pick(g, []quotes.Form{quotes.Direct, quotes.Direct, quotes.Mixed, quotes.Indirect, quotes.Unmarked}), Act: quotes.Speech, Content: []text.Span{{Start: start, End: start + len(content)}}, By: "rule:cue", P: 0.9},
		ID:    "r" + src.SHA256[:16], ArticleKey: src.Key, Text: content, Around: text.Span{Start: begin, End: begin + len(sentence)}, Speakers: e.Speakers, Addressees: e.Addressees, Channel: e.Channel, Said: e.Said, Tone: tone,
	}
	if g.rng.IntN(3) == 0 {
		r.Medium = &actors.Actor{ID: "kcna", Name: pick(g, []string{"KCNA", "TASS", "Telegram"}), Kind: actors.Medium}
	}
	return r
}

// article is a new article or, often, one of the last, since articles seldom hold a single event.
func (g *generator) article(at time.Time, lang string) timeline.Source {
	if len(g.recent) > 8 && g.rng.IntN(5) < 2 {
		if s := g.rel.Sources[pick(g, g.recent[len(g.recent)-8:])]; s.Language == lang {
			return s
		}
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "article %d", len(g.recent)))
	sha, outlet, published := hex.EncodeToString(sum[:]), pick(g, outlets), at.AddDate(0, 0, g.rng.IntN(2))
	key := "https://" + strings.ToLower(strings.ReplaceAll(outlet, " ", "-")) + ".example" + published.Format("/2006/01/02/") + sha[:10]
	g.recent = append(g.recent, key)
	return timeline.Source{
		Key: key, URL: key, Outlet: outlet, Title: strings.ToUpper(g.words(1)) + " " + g.words(7), Byline: pick(g, []string{"", "Ann Author", "J. Doe"}), Published: published.Format(time.DateOnly),
		PublishedHow: "json-ld", Retrieved: "2026-01-05T10:20:30Z", Language: lang, SHA256: sha, Text: "Lead sentence, " + g.words(6) + ". ",
	}
}

// options are those of the pages that the tests make.
func options() Options {
	return Options{Names: names, Version: "0.1.0", Query: "demarche report PRK RUS", Generated: "2026-01-05"}
}
