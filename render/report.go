package render

import (
	"cmp"
	"maps"
	"slices"
	"sort"

	"demarche/quotes"
	"demarche/timeline"
	"demarche/timeline/dates"
)

// SchemaID names the shape of the JSON that [JSON] writes; it changes with the major version only.
const SchemaID = "urn:demarche:schema:report:1"

// SchemaVersion is the version of that shape: additions raise the minor number.
const SchemaVersion = "1.4.0"

// Options are what a report says beside the relation itself. The zero value gives the same bytes for the same data.
type Options struct {
	Title     string            // "" for the names of the two states
	Names     map[string]string // state code to the name shown; a code without one is shown as it is
	Generated string            // day the report was made, as YYYY-MM-DD; "" leaves it out, since the room has no clock
	Version   string            // of the program
	Model     string            // what the program knows and has learned, see [data.Digest]; "" when unknown
	Query     string            // what was asked for, as a command line
	Citation  string            // how to cite it, in one line; "" when unknown
	DOI       string            // under which it is published, "" for none
	Hash      string            // SHA-256 of the input, lower-case hex; "" for that of the articles cited
	Quality   []Figure          // measured quality of the extractor
	Skipped   []Figure          // what was read and not drawn, with counts
}

// Figure is a number that the page quotes, with what it means and how it was measured.
type Figure struct {
	Name  string `json:"name"`
	Value string `json:"value"`
	How   string `json:"how"`
}

// Kind tells what a report is of.
type Kind string

// A report is of two states, of one state with all its partners, or of one actor with all others. In the latter two A
// is the state or the actor, and B stands for all others, with an empty code.
const (
	OfRelation Kind = "relation"
	OfState    Kind = "state"
	OfActor    Kind = "actor"
)

// Report is the one value from which the page and every other format are drawn. Its slices are never nil.
type Report struct {
	Schema    string     `json:"$schema"`
	Version   string     `json:"schema_version"`
	Kind      Kind       `json:"kind"`
	Title     string     `json:"title"`
	Generator string     `json:"generator"` // program version, "" when unknown
	Model     string     `json:"model"`     // digest of gazetteer, lexicon and trained weights, "" when unknown
	Generated string     `json:"generated"` // YYYY-MM-DD, "" when not given
	Query     string     `json:"query"`
	Hash      string     `json:"input_sha256"`
	Citation  string     `json:"citation"`
	DOI       string     `json:"doi"`
	A         State      `json:"a"`
	B         State      `json:"b"`
	Partners  []State    `json:"partners"` // of a state or an actor, by number of events; empty for a relation
	States    []State    `json:"states"`   // all states that the report speaks of, by code
	Summary   Summary    `json:"summary"`
	Events    []Event    `json:"events"`   // by earliest day, time of the day, then ID
	Sources   []Source   `json:"sources"`  // by first citing event
	Coverage  []Coverage `json:"coverage"` // articles read by month of publication, in order
	Quality   []Figure   `json:"quality"`
	Skipped   []Figure   `json:"skipped"`
	Findings  []Finding  `json:"findings"` // sentences for the first screen
	Pulled    []Pulled   `json:"pulled"`   // a quote of each side that has one
	Home      Stretch    `json:"home"`     // what the chart opens on
	Unread    []Stretch  `json:"unread"`   // whole years without any source

	drawn []*Portion // what it was assembled of, see [Assemble]; nil for a report that was made of events
}

// State is one side of the relation.
type State struct {
	Code string `json:"code"` // ISO 3166-1 alpha-3
	Name string `json:"name"`
}

// Coverage is the number of articles read that were published in a month.
type Coverage struct {
	Month    string `json:"month"` // YYYY-MM
	Articles int    `json:"articles"`
}

// Summary counts what the report holds.
type Summary struct {
	Events     int    `json:"events"`
	Statements int    `json:"statements"`
	Reports    int    `json:"reports"`
	Sources    int    `json:"sources"`
	Outlets    int    `json:"outlets"`
	Articles   int    `json:"articles_read"`
	Confirmed  int    `json:"confirmed"` // events that a person has confirmed or corrected
	AToB       int    `json:"a_to_b"`
	BToA       int    `json:"b_to_a"`
	Joint      int    `json:"joint"`
	Third      int    `json:"third_party"`
	First      string `json:"first"` // earliest day, YYYY-MM-DD; "" without dated events
	Last       string `json:"last"`
}

// Source is an article as the report cites it.
type Source struct {
	Key          string `json:"key"`
	URL          string `json:"url"`
	Outlet       string `json:"outlet"`
	Title        string `json:"title"`
	Byline       string `json:"byline"`
	Published    string `json:"published"` // EDTF
	PublishedHow string `json:"published_how"`
	Retrieved    string `json:"retrieved"` // RFC 3339 UTC, "" when not fetched
	Language     string `json:"language"`  // BCP 47, "" when unknown
	SHA256       string `json:"sha256"`
}

// Date is a day or a stretch of days and how it is known.
type Date struct {
	EDTF     string      `json:"edtf"`
	Earliest string      `json:"earliest"` // YYYY-MM-DD, "" for an open start
	Latest   string      `json:"latest"`
	Basis    dates.Basis `json:"basis"`
	Clock    string      `json:"clock,omitempty"` // the time of the day as "09:30", where a text tells it
}

// Party is a speaker or addressee.
type Party struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Kind   string `json:"kind"`
	State  string `json:"state"`            // code, "" when none
	Office string `json:"office"`           // held on the day said
	Basis  string `json:"basis"`            // of an addressee: "named" or "implied"
	Status Status `json:"status,omitempty"` // corrected where a person said who this actor is; "" for the program's word
}

// Occasion is what words were said at or for.
type Occasion struct {
	Name string `json:"name"`
	Date string `json:"date"` // EDTF, "" when unknown
}

// Event is a dated happening with the statements made at it.
type Event struct {
	ID         string             `json:"id"`
	Supersedes []string           `json:"supersedes"`          // ids that lead to this event now
	Title      string             `json:"title"`               // what happened, in a few words
	TitledBy   string             `json:"titled_by,omitempty"` // the person whose words it is; "" for a rule
	Date       Date               `json:"date"`
	Direction  timeline.Direction `json:"direction"`
	Link       timeline.Link      `json:"link"`
	Toward     string             `json:"toward"`   // code of the state that the words are for, "" for both or neither
	Partners   []string           `json:"partners"` // codes of the other states, in a report of a state or an actor
	Channel    timeline.Channel   `json:"channel"`
	Tone       timeline.Tone      `json:"tone"`
	Status     Status             `json:"status"`
	Speakers   []Party            `json:"speakers"`
	Addressees []Party            `json:"addressees"`
	About      []string           `json:"about"`
	Occasion   *Occasion          `json:"occasion"`
	Place      string             `json:"place"`
	Context    []Context          `json:"context"`
	Statements []Statement        `json:"statements"`
	Conflicts  []Conflict         `json:"conflicts"` // what its reports do not say alike
	Accounts   []Account          `json:"accounts"`  // of the sides, where more than one has its own; by side
	Exchange   Exchange           `json:"exchange"`
	Doubts     []Doubt            `json:"doubts"`
	Sure       bool               `json:"sure"` // no doubt but light ones
}

// Context is background that an article gives.
type Context struct {
	Source string `json:"source"` // key
	Text   string `json:"text"`
	At     [2]int `json:"at"` // where it stands, in code points of the article's text; [0, 0] without the text
}

// Statement is one utterance with the wordings of it; the first report is the one shown when closed.
type Statement struct {
	ID         string    `json:"id"`
	Supersedes []string  `json:"supersedes"` // ids that lead to this statement now
	Origins    []string  `json:"origins"`    // who carried the words first: media that the outlets cite, or the outlets
	Texts      int       `json:"texts"`      // articles, copies of one text counted once
	Fullest    string    `json:"fullest"`    // id of the report with most of the words
	Reports    []Wording `json:"reports"`
}

// Wording is one article's wording of a statement.
type Wording struct {
	ID      string        `json:"id"`
	Source  string        `json:"source"` // key
	Form    quotes.Form   `json:"form"`
	Text    string        `json:"text"`
	Content [][2]int      `json:"content"` // code points of the article's text, end exclusive; empty without the text
	Around  Around        `json:"around"`
	Medium  string        `json:"medium"`  // name, "" for none
	Origin  string        `json:"origin"`  // who carried the words first
	CopyOf  string        `json:"copy_of"` // key of the article whose text this one has as well, "" for none
	Tone    timeline.Tone `json:"tone"`
	Said    Date          `json:"said"`
	Plover  string        `json:"plover"`
	Score   float64       `json:"score"`
	By      string        `json:"by"`
	P       float64       `json:"p"`
	Decided []Decided     `json:"decided"`
	Status  Status        `json:"status"` // whose word it is: machine, confirmed or corrected
	Trace
}

// Decided is who decided a field of a wording, and how surely.
type Decided struct {
	Field string  `json:"field"` // speaker, addressee, medium, channel, day, occasion, place or tone
	By    string  `json:"by"`    // the rule's name; "" where nothing decided
	P     float64 `json:"p"`     // probability that the field is right, 0 where no model judged it
	Words string  `json:"words"` // of the article that told it; "" where the layout or another field did
	At    [2]int  `json:"at"`    // where they stand, in code points; [0, 0] where there are none
}

// Around is the sentence or sentences in which words stand, cut at the words: pieces 1, 3, 5 … are the words
// themselves, pieces 0, 2, 4 … what stands before, between and after them. Joined they are the text of the article.
type Around struct {
	Pieces []string `json:"pieces"`
}

// New makes the report of a relation.
func New(rel timeline.Relation, o Options) *Report {
	r := start(OfRelation, State{rel.A, name(o.Names, rel.A)}, State{rel.B, name(o.Names, rel.B)}, o)
	if r.Title == "" {
		r.Title = r.A.Name + " and " + r.B.Name
	}
	r.Events = drawAll(rel.Sources, len(rel.Events), func(v *viewer, i int) (Event, bool) {
		e := v.event(&rel.Events[i])
		e.Direction, e.Link, e.Toward = direction(&rel.Events[i], rel.A, rel.B)
		return e, true
	})
	r.finish(rel.Sources, rel.Read, o.Names)
	return r
}

// start makes a report without events.
func start(kind Kind, a, b State, o Options) *Report {
	return &Report{
		Schema: SchemaID, Version: SchemaVersion, Kind: kind, Title: o.Title, Generator: o.Version,
		Model: o.Model, Generated: o.Generated, Query: o.Query,
		Hash: o.Hash, Citation: o.Citation, DOI: o.DOI, A: a, B: b,
		Events: []Event{}, Sources: []Source{}, Coverage: []Coverage{}, Partners: []State{},
		Quality: append([]Figure{}, o.Quality...), Skipped: append([]Figure{}, o.Skipped...),
	}
}

// finish orders the events and adds what follows from them.
func (r *Report) finish(sources map[string]timeline.Source, read []timeline.Coverage, names map[string]string) {
	sort.SliceStable(r.Events, func(i, j int) bool { return before(&r.Events[i], &r.Events[j]) })
	if r.drawn != nil {
		r.Sources = sourcesOf(r.drawn)
	} else {
		r.Sources = cited(r.Events, sources)
	}
	if r.Hash == "" {
		r.Hash = fingerprint(r.Sources)
	}
	for _, c := range read {
		r.Coverage = append(r.Coverage, Coverage{c.Month, c.Articles})
	}
	sort.SliceStable(r.Coverage, func(i, j int) bool { return r.Coverage[i].Month < r.Coverage[j].Month })
	r.Summary = summarise(r)
	r.States = statesOf(r.Events, names)
	if r.drawn != nil {
		r.Pulled = pulledOf(r.drawn)
	} else {
		stateName := func(code string) string { return name(names, code) }
		r.title(stateName)
		r.Pulled = r.pull(stateName).pulled()
	}
	r.relate()
}

// title names the events that nobody has named.
func (r *Report) title(stateName func(code string) string) {
	p := loadPhrases()
	onCores(len(r.Events), fewest, func(lo, hi int) {
		for i := lo; i < hi; i++ {
			e := &r.Events[i]
			if e.TitledBy == "" {
				e.Title = r.titleOf(p, e, stateName)
			}
		}
	})
}

// relate adds what follows from the events together, but for their titles and the pulled quotes.
func (r *Report) relate() {
	r.link()
	r.Findings = r.findings()
	r.Unread = r.unread()
	r.Home = r.home()
}

// titleOf names an event.
func (r *Report) titleOf(p *phrases, e *Event, stateName func(code string) string) string {
	return p.title(e, r.subject(e, stateName), r.beside(e, stateName)...)
}

// statesOf names all states that events speak of.
func statesOf(events []Event, names map[string]string) []State {
	seen := map[string]bool{}
	for i := range events {
		e := &events[i]
		for _, p := range append(slices.Clone(e.Speakers), e.Addressees...) {
			seen[p.State] = true
		}
		for _, code := range append(slices.Clone(e.About), e.Partners...) {
			seen[code] = true
		}
	}
	delete(seen, "")
	out := []State{}
	for _, code := range slices.Sorted(maps.Keys(seen)) {
		out = append(out, State{code, name(names, code)})
	}
	return out
}

// beside names the states that an event's words name beside its own sides.
func (r *Report) beside(e *Event, stateName func(code string) string) []string {
	var list []string
	for _, code := range e.About {
		own := code == r.A.Code || code == r.B.Code
		own = own || slices.ContainsFunc(e.Speakers, func(p Party) bool { return p.State == code })
		if !own {
			list = append(list, stateName(code))
		}
	}
	return list
}

// subject is the name of the state that an event's words are about; "" where they are addressed, or about several.
func (r *Report) subject(e *Event, stateName func(code string) string) string {
	if e.Link != timeline.About {
		return ""
	}
	switch {
	case e.Direction == timeline.AToB && r.B.Code != "":
		return r.B.Name
	case e.Direction == timeline.BToA && r.Kind != OfActor:
		return r.A.Name
	case len(e.Partners) == 1:
		return stateName(e.Partners[0])
	}
	return ""
}

func name(names map[string]string, code string) string {
	if n := names[code]; n != "" {
		return n
	}
	return code
}

// before orders events by the first day that is known of them, then by the time of the day, those of which none is
// known after the others, then by ID.
func before(a, b *Event) bool {
	if x, y := a.Date.key(), b.Date.key(); x != y {
		return x < y
	}
	if x, y := cmp.Or(a.Date.Clock, "~"), cmp.Or(b.Date.Clock, "~"); x != y {
		return x < y
	}
	return a.ID < b.ID
}

// key is the day by which a date is sorted: the earliest, else the latest; dates of which nothing is known come last.
func (d Date) key() string {
	switch {
	case d.Earliest != "":
		return d.Earliest
	case d.Latest != "":
		return d.Latest
	}
	return "\xff"
}
