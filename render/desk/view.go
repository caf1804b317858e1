package desk

import "html/template"

// Page is what all pages have in common.
type Page struct {
	Title string
	Base  string // the path before all addresses, with the token, such as "/4f1c…/"
	Coder string // the name under which edits are stored
	Here  string // which entry of the menu is the page's: "queue", "sources", "log"
	Said  string // what became of the last edit; "" for nothing
	Find  string // what was searched for
}

// Row is a report in a list.
type Row struct {
	ID, Words, Speakers, Addressees, Channel, Day string
	Outlet, Headline, Article                     string
	Sure                                          int      // the probability that all is right, in per cent; 0 where no model judged it
	Doubts                                        []string // why it needs a look
	Status                                        string   // "", "confirmed", "corrected" or "rejected"
}

// Queue is the list of reports that need a look, those of the greatest doubt first.
type Queue struct {
	Page
	Rows         []Row
	Open, Done   int // reports that nobody has judged yet, and those that somebody has
	Filter       Filter
	Start        string // address of the first statement; "" where none is left
	Earlier      string // address of the rows before these; "" for none
	Later        string // address of the rows after these; "" for none
	First, Last  int    // numbers of the rows on the page, from 1
	Undoable     int64  // the coder's last edit, 0 for none
	UndoableText string // what it did
}

// Filter is what the lists can be narrowed by.
type Filter struct {
	State, Outlet, Doubt string
	Doubts               []Choice // the doubts to choose from
	Query                string   // the same as a query of an address, without "?", "" for none
}

// Choice is an entry of a list to choose from.
type Choice struct {
	Value, Name string
	Chosen      bool
}

// Statement is one report in its article, with a form for each field.
type Statement struct {
	Page
	Row
	Text     template.HTML // the article with its marks, see [Mark]
	Byline   string
	URL      string // "" unless it is an address of the web
	Release  string // the day of publication
	Fields   []Field
	Note     string
	Tags     string
	Log      []Entry
	Seen     int64  // the last edit of the report when the page was drawn: what came later is a conflict
	Next     string // the id of the next report in the queue; "" for none
	Query    string // the queue's filter
	Conflict []Entry
	Wrong    string // why the last edit was not taken; "" for nothing
}

// Field is a field of a report with what decided it and what else there was to choose from.
type Field struct {
	Name    string // the name by which an edit calls it
	Label   string
	Value   string // as a person would type it
	Shown   string // in words
	By      string // who decided it
	Sure    int    // per cent, 0 for not judged
	Words   string // of the article that told it
	Others  []Choice
	Options []string // for a field with few values
	Key     string   // the key that goes to it
	Typed   string   // what was typed and not taken
}

// Entry is an edit in words.
type Entry struct {
	ID                                int64
	When, Who, Field, From, To, Why   string
	Target, TargetWords, TargetAction string
}

// Log is the list of edits, the last ones first.
type Log struct {
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
	Reports, Articles []Hit
	Wrong             string
}

// Hit is a place that was found.
type Hit struct {
	Link, Day, Head, Outlet string
	Snippet                 template.HTML
}

// Actor is a person, body or state with what it said.
type Actor struct {
	Page
	Kind, State string
	Also        []string
	Terms       []string
	Rows        []Row
}

// Sources is the list of articles.
type Sources struct {
	Page
	Rows           []Source
	Articles       int
	Earlier, Later string
}

// Source is an article in a list.
type Source struct {
	Link, Title, Outlet, Release, How, Language string
	Reports                                     int
}

// Message is a page that says one thing: what is not there, or why something was refused.
type Message struct {
	Page
	Text string
}

// RowQuery is what the addresses of a list's rows carry on: nothing, but for the queue.
func (Page) RowQuery() string { return "" }

// RowQuery is the queue's filter, so that the next statement is the next of the same queue.
func (q *Queue) RowQuery() string { return q.Filter.Query }
