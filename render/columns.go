package render

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"math"
	"runtime"
	"sync"
	"time"

	"demarche/quotes"
	"demarche/timeline"

	"github.com/klauspost/compress/gzip"
)

// The page carries the report twice: as a plain list for readers without JavaScript, and for the script as columns
// (what the chart and the filters need of every event) and blocks (the texts, opened when they are shown). Columns
// and blocks are JSON by encoding/json with its HTML escaping, gzipped and in base64, because ten thousand events
// with their sources must fit in 6 MB; base64 holds no character that could end the script element that carries it.

// blockSize is the number of events in a block: small enough to open within a frame, large enough to compress well.
const blockSize = 250

// undated stands for an unknown bound of a date in columns; days count from 1970-01-01.
const undated = math.MinInt32

// person is a row of the table of speakers and addressees.
type person struct {
	Name  string `json:"name"`
	State string `json:"state"`
	Kind  string `json:"kind"`
}

// columns is the index of all events: every slice but the tables has one entry an event.
type columns struct {
	A         State           `json:"a"`
	B         State           `json:"b"`
	Kind      Kind            `json:"kind"`
	Partners  []State         `json:"partners"`
	Partner   [][]int         `json:"partner"` // places in Partners; empty in a report of a relation
	Title     string          `json:"title"`
	Generated string          `json:"generated"`
	Generator string          `json:"generator"`
	BlockSize int             `json:"blockSize"`
	Blocks    int             `json:"blocks"`
	Undated   int             `json:"undated"`
	People    []person        `json:"people"`
	Outlets   []string        `json:"outlets"`
	Media     []string        `json:"media"`
	Occasions []string        `json:"occasions"`
	Channels  []string        `json:"channels"`
	States    []string        `json:"states"`
	Coverage  []Coverage      `json:"coverage"`
	SourceAt  []int           `json:"sourceAt"` // block b holds the sources from SourceAt[b] to SourceAt[b+1]
	ID        []string        `json:"id"`
	Was       [][]string      `json:"was"`  // ids that lead to the event now
	From      []int           `json:"from"` // first and last day
	To        []int           `json:"to"`
	Basis     []int           `json:"basis"`
	Dir       []int           `json:"dir"`
	Link      []int           `json:"link"`
	Side      []int           `json:"side"` // 1 above the axis, -1 below, 0 on it
	Channel   []int           `json:"channel"`
	Tone      []int           `json:"tone"`
	Status    []int           `json:"status"`
	Speakers  [][]int         `json:"speakers"`
	Outlet    [][]int         `json:"outlet"`
	Medium    [][]int         `json:"medium"`
	Occasion  []int           `json:"occasion"` // -1 for none
	Count     []int           `json:"count"`    // statements
	Chart     json.RawMessage `json:"chart"`    // options built with go-echarts; holds no text from outside
}

// block holds the texts of up to blockSize events and the sources that they are the first to cite, as positional
// arrays.
type block struct {
	Events  []any `json:"events"`
	Sources []any `json:"sources"`
}

var (
	directions = []timeline.Direction{timeline.AToB, timeline.BToA, timeline.Joint, timeline.Third}
	tones      = []timeline.Tone{timeline.Cooperative, timeline.Neutral, timeline.Conflictual}
	forms      = []quotes.Form{quotes.Direct, quotes.Mixed, quotes.Indirect, quotes.Unmarked}
	bases      = []string{"stated", "relative", "dateline", "published"}
)

// table numbers strings in the order in which they are first seen.
type table struct {
	at   map[string]int
	list []string
}

func newTable() *table { return &table{at: map[string]int{}, list: []string{}} }

func (t *table) id(s string) int {
	i, ok := t.at[s]
	if !ok {
		i = len(t.list)
		t.at[s] = i
		t.list = append(t.list, s)
	}
	return i
}

// packer turns a report into columns and blocks.
type packer struct {
	r        *Report
	cols     columns
	people   map[person]int
	outlets  *table
	media    *table
	occasion *table
	channels *table
	states   *table
	source   map[string]int // key to place in Report.Sources
	partner  map[string]int // code to place in Report.Partners
}

func newPacker(r *Report) *packer {
	p := &packer{
		r: r, people: map[person]int{}, outlets: newTable(), media: newTable(), occasion: newTable(), channels: newTable(),
		states: newTable(), source: make(map[string]int, len(r.Sources)), partner: map[string]int{},
	}
	for i, s := range r.Sources {
		p.source[s.Key] = i
	}
	for i, s := range r.Partners {
		p.partner[s.Code] = i
	}
	p.cols = columns{
		A: r.A, B: r.B, Kind: r.Kind, Partners: r.Partners, Partner: [][]int{}, Title: r.Title, Generated: r.Generated, Generator: r.Generator, BlockSize: blockSize,
		Undated: undated, People: []person{}, Coverage: r.Coverage, SourceAt: []int{}, ID: []string{}, From: []int{}, To: []int{},
		Basis: []int{}, Dir: []int{}, Link: []int{}, Side: []int{}, Channel: []int{}, Tone: []int{}, Status: []int{}, Speakers: [][]int{},
		Outlet: [][]int{}, Medium: [][]int{}, Occasion: []int{}, Count: []int{},
	}
	return p
}

// pack returns the columns and the blocks as JSON values.
func pack(r *Report) (*columns, []block) {
	p := newPacker(r)
	var blocks []block
	next := 0 // first source that no block holds yet
	for lo := 0; lo < len(r.Events); lo += blockSize {
		b := block{Events: []any{}, Sources: []any{}}
		p.cols.SourceAt = append(p.cols.SourceAt, next)
		last := next
		for i := lo; i < min(lo+blockSize, len(r.Events)); i++ {
			p.column(&r.Events[i])
			row, far := p.row(&r.Events[i])
			b.Events = append(b.Events, row)
			last = max(last, far)
		}
		for ; next < last; next++ {
			b.Sources = append(b.Sources, p.sourceRow(&r.Sources[next]))
		}
		blocks = append(blocks, b)
	}
	p.cols.SourceAt = append(p.cols.SourceAt, next)
	p.cols.Blocks = len(blocks)
	p.cols.Outlets, p.cols.Media, p.cols.Occasions = p.outlets.list, p.media.list, p.occasion.list
	p.cols.Channels, p.cols.States = p.channels.list, p.states.list
	return &p.cols, blocks
}

func (p *packer) person(x Party) int {
	k := person{x.Name, x.State, x.Kind}
	i, ok := p.people[k]
	if !ok {
		i = len(p.cols.People)
		p.people[k] = i
		p.cols.People = append(p.cols.People, k)
	}
	return i
}

// column appends what the chart and the filters need of an event.
func (p *packer) column(e *Event) {
	c := &p.cols
	c.ID, c.Was = append(c.ID, e.ID), append(c.Was, e.Supersedes)
	c.From, c.To = append(c.From, day(e.Date.Earliest)), append(c.To, day(e.Date.Latest))
	c.Basis = append(c.Basis, place(bases, string(e.Date.Basis)))
	c.Dir = append(c.Dir, place(directions, e.Direction))
	c.Link = append(c.Link, place([]timeline.Link{timeline.Addressed, timeline.About}, e.Link))
	c.Side = append(c.Side, side(e, p.r.A.Code, p.r.B.Code))
	c.Channel = append(c.Channel, p.channels.id(string(e.Channel)))
	c.Tone = append(c.Tone, place(tones, e.Tone))
	c.Status = append(c.Status, place([]Status{Machine, Confirmed}, e.Status))
	c.Count = append(c.Count, len(e.Statements))
	speakers, outlets, media := []int{}, []int{}, []int{}
	for _, s := range e.Speakers {
		speakers = include(speakers, p.person(s))
	}
	for _, s := range e.Statements {
		for _, w := range s.Reports {
			outlets = include(outlets, p.outlets.id(p.r.Sources[p.source[w.Source]].Outlet))
			if w.Medium != "" {
				media = include(media, p.media.id(w.Medium))
			}
		}
	}
	if p.r.Kind != OfRelation {
		with := []int{}
		for _, code := range e.Partners {
			with = append(with, p.partner[code])
		}
		c.Partner = append(c.Partner, with)
	}
	c.Speakers, c.Outlet, c.Medium = append(c.Speakers, speakers), append(c.Outlet, outlets), append(c.Medium, media)
	occasion := -1
	if e.Occasion != nil {
		occasion = p.occasion.id(e.Occasion.Name)
	}
	c.Occasion = append(c.Occasion, occasion)
}

// side is where a mark stands: words to B above the axis, words to A below, joint words and words to neither on it.
func side(e *Event, a, b string) int {
	switch e.Direction {
	case timeline.AToB:
		return 1
	case timeline.BToA:
		return -1
	case timeline.Third:
		if e.Toward == b && b != "" {
			return 1
		}
		if e.Toward == a {
			return -1
		}
	}
	return 0
}

// row is an event's texts; far is the place behind the last source that it cites.
func (p *packer) row(e *Event) (row []any, far int) {
	source := func(key string) int {
		i := p.source[key]
		far = max(far, i+1)
		return i
	}
	party := func(list []Party) []any {
		out := []any{}
		for _, x := range list {
			out = append(out, []any{p.person(x), x.Office, x.Basis})
		}
		return out
	}
	about := []int{}
	for _, s := range e.About {
		about = append(about, p.states.id(s))
	}
	context, statements := []any{}, []any{}
	for _, c := range e.Context {
		context = append(context, []any{source(c.Source), c.Text})
	}
	for _, s := range e.Statements {
		list := []any{}
		for _, w := range s.Reports {
			medium, said := -1, ""
			if w.Medium != "" {
				medium = p.media.id(w.Medium)
			}
			if w.Said.EDTF != e.Date.EDTF {
				said = w.Said.EDTF
			}
			list = append(list, []any{source(w.Source), place(forms, w.Form), w.Around.Pieces, medium, place(tones, w.Tone), w.By, math.Round(w.P*100) / 100, said, decidedRow(w.Decided)})
		}
		statements = append(statements, list)
	}
	occasion := ""
	if e.Occasion != nil {
		occasion = e.Occasion.Date
	}
	return []any{e.Date.EDTF, e.Place, occasion, party(e.Speakers), party(e.Addressees), about, context, statements}, far
}

// decidedRow is who decided each field of a wording, four places a field.
func decidedRow(list []Decided) []any {
	row := make([]any, 0, 4*len(list))
	for _, d := range list {
		row = append(row, d.Field, d.By, d.P, d.Words)
	}
	return row
}

func (p *packer) sourceRow(s *Source) []any {
	return []any{s.URL, p.outlets.id(s.Outlet), s.Title, s.Byline, s.Published, s.PublishedHow, s.Retrieved, s.Language, s.SHA256}
}

// place is the position of x in list, the last one when it is not there.
func place[T comparable](list []T, x T) int {
	for i, y := range list {
		if x == y {
			return i
		}
	}
	return len(list) - 1
}

func include[T comparable](list []T, x T) []T {
	for _, y := range list {
		if x == y {
			return list
		}
	}
	return append(list, x)
}

// day counts the days from 1970-01-01 to a day written YYYY-MM-DD; undated when it is not one.
func day(s string) int {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return undated
	}
	return int(math.Floor(float64(t.Unix()) / 86400))
}

// squeeze is the base64 of the gzipped bytes.
func squeeze(b []byte) (string, error) {
	var buf bytes.Buffer
	z, err := gzip.NewWriterLevel(&buf, gzip.BestCompression)
	if err != nil {
		return "", err
	}
	if _, err := z.Write(b); err != nil {
		return "", err
	}
	if err := z.Close(); err != nil {
		return "", err
	}
	return base64.StdEncoding.EncodeToString(buf.Bytes()), nil
}

// squeezeAll marshals and squeezes the values on all cores and returns them in their order.
func squeezeAll(values []any) ([]string, error) {
	out, errs := make([]string, len(values)), make([]error, len(values))
	next := make(chan int)
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(values)) {
		wg.Go(func() {
			for i := range next {
				b, err := json.Marshal(values[i])
				if err == nil {
					out[i], err = squeeze(b)
				}
				errs[i] = err
			}
		})
	}
	for i := range values {
		next <- i
	}
	close(next)
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}
