package render

import (
	"encoding/json"
	"math"

	"demarche/quotes"
	"demarche/timeline"
)

// The page carries the report twice: as a plain list for readers without JavaScript, and for the script as columns
// (what the chart and the filters need of every event) and blocks (the texts, opened when they are shown). Columns
// and blocks are JSON by encoding/json with its HTML escaping, gzipped and in 85 digits, because ten thousand
// events with their sources must fit in 4 MB; none of the digits could end the script element that carries them.

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
	A          State             `json:"a"`
	B          State             `json:"b"`
	Kind       Kind              `json:"kind"`
	Partners   []State           `json:"partners"`
	Partner    [][]int           `json:"partner"` // places in Partners; empty in a report of a relation
	Title      string            `json:"title"`
	Generated  string            `json:"generated"`
	Generator  string            `json:"generator"`
	BlockAt    []int             `json:"blockAt"`   // block b holds the events from BlockAt[b] to BlockAt[b+1]
	SourcesOf  [][]int           `json:"sourcesOf"` // of each block, which sources are in it: steps from one to the next
	Undated    int               `json:"undated"`
	People     []person          `json:"people"`
	Outlets    []string          `json:"outlets"`
	Media      []string          `json:"media"`
	Occasions  []string          `json:"occasions"`
	Feasts     []string          `json:"feasts"` // short names of the occasions, "" for those that the chart does not name
	Channels   []string          `json:"channels"`
	States     []State           `json:"states"`
	StatesSaid []string          `json:"statesSaid"` // names of the states as they stand in a sentence
	Rules      map[string]string `json:"rules"`      // what the rules that decided a field did
	Doubtful   []string          `json:"doubtful"`   // words for the kinds of doubt
	Findings   []foundEvents     `json:"findings"`
	Home       [2]int            `json:"home"`
	Folds      [][2]int          `json:"folds"`
	FoldWidth  int               `json:"foldWidth"`
	Hash       string            `json:"hash"`
	Query      string            `json:"query"`
	Coverage   []Coverage        `json:"coverage"`
	ID         []string          `json:"id"`
	Was        [][]string        `json:"was"`  // ids that lead to the event now
	From       []int             `json:"from"` // first and last day
	To         []int             `json:"to"`
	Basis      []int             `json:"basis"`
	Clock      []string          `json:"clock"` // the time of the day, "" for none
	Dir        []int             `json:"dir"`
	Link       []int             `json:"link"`
	Side       []int             `json:"side"` // 1 above the axis, -1 below, 0 on it
	Channel    []int             `json:"channel"`
	Tone       []int             `json:"tone"`
	Status     []int             `json:"status"`
	Speakers   [][]int           `json:"speakers"`
	Outlet     [][]int           `json:"outlet"`
	Medium     [][]int           `json:"medium"`
	Occasion   []int             `json:"occasion"` // -1 for none
	Count      []int             `json:"count"`    // statements
	Doubts     []int             `json:"doubts"`   // bit k stands for Doubtful[k]
	Exchange   [][]int           `json:"exchange"` // see packer.exchange
	Sure       []int             `json:"sure"`     // 1 where no doubt is more than light
	Chart      json.RawMessage   `json:"chart"`    // options built with go-echarts; holds no text from outside
}

// foundEvents is what a linked piece of a finding speaks of.
type foundEvents struct {
	Label    string `json:"label"`
	Sentence string `json:"sentence"` // the whole finding
	Events   []int  `json:"events"`
}

// The values of columns that are numbers, each the place of its value in these lists.

func directions() []timeline.Direction {
	return []timeline.Direction{timeline.AToB, timeline.BToA, timeline.Joint, timeline.Third}
}

func tones() []timeline.Tone {
	return []timeline.Tone{timeline.Cooperative, timeline.Neutral, timeline.Conflictual}
}

func forms() []quotes.Form {
	return []quotes.Form{quotes.Direct, quotes.Mixed, quotes.Indirect, quotes.Unmarked}
}

func bases() []string { return []string{"stated", "relative", "dateline", "published"} }

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
