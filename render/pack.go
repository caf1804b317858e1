package render

import (
	"math"
	"slices"
	"time"

	"demarche/timeline"
)

// packer turns a report into columns and blocks.
type packer struct {
	r        *Report
	phrases  *phrases
	cols     columns
	people   map[person]int
	outlets  *table
	media    *table
	occasion *table
	channels *table
	doubtful *table         // kinds of doubt
	event    map[string]int // id to place in Report.Events
	source   map[string]int // key to place in Report.Sources
	partner  map[string]int // code to place in Report.Partners
}

func newPacker(r *Report) *packer {
	p := &packer{
		r: r, phrases: loadPhrases(), people: map[person]int{}, outlets: newTable(), media: newTable(),
		occasion: newTable(), channels: newTable(), doubtful: newTable(),
		event: map[string]int{}, source: map[string]int{}, partner: map[string]int{},
	}
	said := []string{}
	for i := range r.Events {
		p.event[r.Events[i].ID] = i
	}
	for i, s := range r.Sources {
		p.source[s.Key] = i
	}
	for i, s := range r.Partners {
		p.partner[s.Code] = i
	}
	for _, s := range r.States {
		said = append(said, p.phrases.withArticle(s.Name))
	}
	axis := r.axis()
	p.cols = columns{
		A: r.A, B: r.B, Kind: r.Kind, Partners: r.Partners, States: r.States, StatesSaid: said, Partner: [][]int{},
		Title:     r.Title,
		Generated: r.Generated, Generator: r.Generator, Hash: r.Hash, Query: r.Query, BlockAt: []int{0},
		SourcesOf: [][]int{}, Exchange: [][]int{}, Undated: undated, People: []person{}, Coverage: r.Coverage,
		ID: []string{}, Was: [][]string{},
		From: []int{},
		To:   []int{}, Basis: []int{}, Clock: []string{},
		Dir: []int{}, Link: []int{}, Side: []int{}, Channel: []int{}, Tone: []int{},
		Status: []int{}, Speakers: [][]int{}, Outlet: [][]int{}, Medium: [][]int{}, Occasion: []int{}, Count: []int{},
		Feasts: []string{}, Rules: map[string]string{}, Doubtful: []string{}, Doubts: []int{}, Sure: []int{},
		Home: [2]int{day(r.Home.From), day(r.Home.To)}, Folds: [][2]int{}, FoldWidth: axis.width,
	}
	for i := range axis.from {
		p.cols.Folds = append(p.cols.Folds, [2]int{axis.from[i], axis.to[i]})
	}
	return p
}

// pack returns the columns of a report whose texts stand in those blocks.
func pack(r *Report, blocks []*Portion) *columns {
	p := newPacker(r)
	for i := range r.Events {
		p.column(&r.Events[i])
	}
	for _, b := range blocks {
		p.cols.BlockAt = append(p.cols.BlockAt, p.cols.BlockAt[len(p.cols.BlockAt)-1]+len(b.Events))
		of, last := make([]int, len(b.Sources)), -1
		for k := range b.Sources {
			at := p.source[b.Sources[k].Key]
			of[k], last = at-last, at
		}
		p.cols.SourcesOf = append(p.cols.SourcesOf, of)
		for _, rule := range b.rules {
			p.cols.Rules[rule] = p.phrases.rules[rule]
		}
	}
	p.cols.Outlets, p.cols.Media, p.cols.Occasions = p.outlets.list, p.media.list, p.occasion.list
	p.cols.Channels, p.cols.Findings = p.channels.list, p.found()
	for _, kind := range p.doubtful.list {
		p.cols.Doubtful = append(p.cols.Doubtful, p.phrases.doubtful[kind].name)
	}
	return &p.cols
}

// found lists the linked pieces of the findings, in order: the page's links count them.
func (p *packer) found() []foundEvents {
	out := []foundEvents{}
	for _, f := range p.r.Findings {
		whole := ""
		for _, x := range f.Pieces {
			whole += x.Text
		}
		for _, x := range f.Pieces {
			if len(x.Events) == 0 {
				continue
			}
			of := foundEvents{Label: x.Text, Sentence: whole, Events: []int{}}
			for _, id := range x.Events {
				of.Events = append(of.Events, p.event[id])
			}
			out = append(out, of)
		}
	}
	return out
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
	c.Basis = append(c.Basis, place(bases(), string(e.Date.Basis)))
	c.Clock = append(c.Clock, e.Date.Clock)
	c.Dir = append(c.Dir, place(directions(), e.Direction))
	c.Link = append(c.Link, place([]timeline.Link{timeline.Addressed, timeline.About}, e.Link))
	c.Side = append(c.Side, side(e, p.r.A.Code, p.r.B.Code))
	c.Channel = append(c.Channel, p.channels.id(string(e.Channel)))
	c.Tone = append(c.Tone, place(tones(), e.Tone))
	c.Status = append(c.Status, place([]Status{Machine, Confirmed, Corrected}, e.Status))
	c.Count = append(c.Count, len(e.Statements))
	bits, sure := 0, 0
	for _, d := range e.Doubts {
		bits |= 1 << p.doubtful.id(d.Kind)
	}
	if e.Sure {
		sure = 1
	}
	c.Doubts, c.Sure = append(c.Doubts, bits), append(c.Sure, sure)
	c.Exchange = append(c.Exchange, p.exchange(e))
	p.parts(e)
	occasion := -1
	if e.Occasion != nil {
		occasion = p.occasion.id(e.Occasion.Name)
		if occasion == len(c.Feasts) {
			c.Feasts = append(c.Feasts, p.phrases.short(e.Occasion))
		}
	}
	c.Occasion = append(c.Occasion, occasion)
}

// parts appends who speaks, which outlets tell it, through which media, and between whom.
func (p *packer) parts(e *Event) {
	c := &p.cols
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
}

// exchange is how far off the events before, after, answered (0 for none) and beside are; empty where there is none.
func (p *packer) exchange(e *Event) []int {
	here := p.event[e.ID]
	at := func(id string) int {
		if i, ok := p.event[id]; ok && id != "" {
			return i - here
		}
		return 0
	}
	x := &e.Exchange
	if x.Previous == "" && x.Next == "" && x.Answers == "" && len(x.Beside) == 0 {
		return []int{}
	}
	row := []int{at(x.Previous), at(x.Next), at(x.Answers)}
	for _, id := range x.Beside {
		row = append(row, at(id))
	}
	return row
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

// place is the position of x in list, the last one when it is not there.
func place[T comparable](list []T, x T) int {
	if i := slices.Index(list, x); i >= 0 {
		return i
	}
	return len(list) - 1
}

func include[T comparable](list []T, x T) []T {
	if slices.Contains(list, x) {
		return list
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
