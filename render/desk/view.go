package desk

import "html/template"

// Page is what all pages have in common.
type Page struct {
	Title string
	Base  string // the path before all addresses, with the token, such as "/4f1c…/"
	Coder string // the name under which edits are stored
	Here  string // which entry of the menu is the page's, such as "queue"
	Said  string // what became of the last edit; "" for nothing
	Find  string // what was searched for
}

// Row is a report in a list.
type Row struct {
	ID, Words, Speakers, Addressees, Channel, Day string
	Outlet, Headline, Article                     string

	Sure   int      // the probability that all is right, in per cent; 0 where no model judged it
	Doubts []string // why it needs a look
	Status string   // "", "confirmed", "corrected" or "rejected"
}

// Queue is the list of reports that need a look, those of the greatest doubt first.
type Queue struct {
	Page
	Rows         []Row
	Open, Done   int // reports that nobody has judged yet, and those that somebody has
	Waiting      int // edits that wait for words that are gone
	Filter       Filter
	Start        string // address of the first statement; "" where none is left
	Pager        Pager
	Undoable     int64  // the coder's last edit of a report, 0 for none
	UndoableText string // what it did
}

// Filter is what the queue can be narrowed by.
type Filter struct {
	State, Other, Speaker, Outlet, Doubt, Year string
	Channels                                   []Choice
	Doubts, Statuses, Samples                  []Choice // to choose from; no samples where none is drawn
	Query                                      string   // the same as a query of an address, without "?", "" for none
}

// Narrowed reports whether the filter leaves anything out.
func (f *Filter) Narrowed() bool { return f.Query != "" }

// Pager leads through a long list.
type Pager struct {
	First, Last    int    // numbers of the rows on the page, from 1
	Earlier, Later string // addresses of the rows before and after these; "" for none
}

// Choice is an entry of a list to choose from.
type Choice struct {
	Value, Name string
	Chosen      bool
}

// Edited is what pages have that take edits of one thing: a report, an event or an actor.
type Edited struct {
	Action   string  // the address that takes its forms
	Log      []Entry // what people decided of it, in order
	Seen     int64   // the last edit of it when the page was drawn: what came later is a conflict
	Undoable int64   // the last edit that nobody has taken back, 0 for none
	Conflict []Entry // what somebody else has done since the form was drawn; nothing of the form is stored then
	Wrong    string  // why the last edit was not taken; "" for nothing
}

// Statement is one report in its article, with a form for each field.
type Statement struct {
	Page
	Row
	Edited
	Text       template.HTML // the article with its marks, see [Mark]
	Passage    template.HTML // the paragraphs of the words, with the same marks
	Byline     string
	URL        string // "" unless it is an address of the web
	Release    string // the day of publication
	Event      Choice // the event that holds it: address and title; nothing for none
	Fields     []Field
	Note, Tags string
	Judged     bool   // whether a person has accepted or rejected it
	Next       string // the id of the next report in the queue; "" for none
	Query      string // the queue's filter
}

// Field is a field with what decided it and what else there was to choose from.
type Field struct {
	Name    string // the name by which an edit calls it
	Label   string
	Value   string // as a person would type it
	By      string // who decided it
	Sure    int    // per cent, 0 for not judged
	Words   string // of the article that told it
	Others  []Choice
	Options []string // for a field with few values
	Offers  string   // what is offered while one types: "names", "media", "places"; "" for nothing
	Key     string   // the key that goes to it
	Typed   string   // what was typed and not taken
	Long    bool     // whether it takes several lines
}

// Shown is what stands in the field: what was typed and not taken, else its value.
func (f *Field) Shown() string {
	if f.Typed != "" {
		return f.Typed
	}
	return f.Value
}

// Entry is an edit in words.
type Entry struct {
	ID                                    int64
	When, Who, Kind, Field, From, To, Why string
	Target, Link                          string // an id, and where it leads; "" for nowhere
	Waits                                 bool   // whether it waits for words that are gone
}

// Log is the list of edits, the last ones first.
type Log struct {
	Page
	Entries []Entry
	Pager   Pager
}

// Waiting is the list of edits that hold of nothing, because their words are gone.
type Waiting struct {
	Page
	Entries []Entry
}

// Article is an article with all its reports marked.
type Article struct {
	Page
	Outlet, Byline, Release, URL, Key string
	Text                              template.HTML
	Rows                              []Row
}

// Found is what a search found.
type Found struct {
	Page
	Outlet, Since, Until string
	Reports, Articles    []Hit
	Wrong                string
}

// Hit is a place that was found.
type Hit struct {
	Link, Day, Head, Outlet string
	Snippet                 template.HTML
}

// Actor is a person, body or state with what it said.
type Actor struct {
	Page
	Edited
	ID, Kind, State string
	Names           []string // other names under which it is known or stands in reports
	Terms           []string // offices with their days, from the gazetteer
	Fields          []Field  // name, state and office
	Taken           Choice   // for whom it is taken: address and name; nothing for nobody
	Alike           []Choice // actors with a like name, by id
	Rows            []Row
	Pager           Pager
}

// Actors is a list of actors.
type Actors struct {
	Page
	Words string // that their names have
	Rows  []Voice
	Pager Pager
}

// Voice is an actor in a list.
type Voice struct {
	Link, Name, Kind, State string
	Speaks, Hears           int
}

// Event is an event with its statements, with forms for its title, for merging and dividing it.
type Event struct {
	Page
	Edited
	ID, Day, Who, By string // By is who gave the title, "" for a rule
	Given            string // the title that a person gave it
	Statements       []EventStatement
	Relations        []Choice // the pages of the states that share it: address and names
	Near             []Choice // events of the same states near its days, by id
}

// EventStatement is a statement of an event with its reports.
type EventStatement struct {
	ID   string
	Rows []Row
}

// Relations is the list of pairs of states that have events.
type Relations struct {
	Page
	Rows []Pair
}

// Pair is two states in a list.
type Pair struct {
	Link, A, B string
	Events     int
}

// Sources is the list of articles.
type Sources struct {
	Page
	Outlet string
	States []Choice
	Rows   []Source
	Failed []Failure // instead of articles: what could not be read
	Pager  Pager
}

// Source is an article in a list.
type Source struct {
	Link, Title, Outlet, Release, How string
	Reports                           int
	Notes                             []string // its state: a language that is not read, versions, copies
}

// Failure is a source that could not be read.
type Failure struct{ Source, At, Why string }

// Message is a page that says one thing: what is not there, or why something was refused.
type Message struct {
	Page
	Text string
}

// RowQuery is what the addresses of a list's rows carry on: nothing, but for the queue.
func (Page) RowQuery() string { return "" }

// RowQuery is the queue's filter, so that the next statement is the next of the same queue.
func (q *Queue) RowQuery() string { return q.Filter.Query }
