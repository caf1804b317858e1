package record

import (
	"strings"

	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
)

// Channel is the way in which words were given, one of the kinds below.
type Channel string

// The channels.
const (
	Message         Channel = "message"
	Letter          Channel = "letter"
	Call            Channel = "call"
	Meeting         Channel = "meeting"
	Speech          Channel = "speech"
	PressConference Channel = "press-conference"
	Interview       Channel = "interview"
	StatementText   Channel = "statement"
	JointStatement  Channel = "joint-statement"
	ArticleText     Channel = "article"
	Post            Channel = "post"
	Document        Channel = "document"
	UnknownChannel  Channel = "unknown"
)

// Channels returns the channels, in the order of their meaning.
func Channels() []Channel {
	return []Channel{
		Message, Letter, Call, Meeting, Speech, PressConference, Interview, StatementText, JointStatement, ArticleText, Post,
		Document, UnknownChannel,
	}
}

// Tone of words toward the addressee, or else toward the state that they are about.
type Tone string

// The tones.
const (
	Cooperative Tone = "cooperative"
	Conflictual Tone = "conflictual"
	Neutral     Tone = "neutral"
)

// Tones returns the tones.
func Tones() []Tone { return []Tone{Cooperative, Conflictual, Neutral} }

// Party is an actor in the part of speaker or addressee of a report.
type Party struct {
	actors.Actor
	Office   string    // held on the day said, as text: "President of Russia"; "" when unknown
	Basis    string    // of an addressee: "named" or "implied"; of a speaker ""
	Evidence text.Span // the mention that named them; zero when implied by the layout
	Status   Status    `json:",omitempty"` // Corrected where a person said who this actor is
}

// Typed returns parties as a person would type them, "A (USA); B": what package edits reads.
func Typed(list []Party) string {
	names := make([]string, len(list))
	for i, p := range list {
		names[i] = p.Name
		if p.State != "" && p.State != p.ID {
			names[i] += " (" + p.State + ")"
		}
	}
	return strings.Join(names, "; ")
}

// Said is when the words were said, with the basis and the words that tell it.
type Said struct {
	dates.Date
	Basis    dates.Basis
	Evidence text.Span // zero where the basis is Published
	Clock    string    `json:",omitempty"` // as "09:30", where a text tells it; by which clock is not told
}

// Occasion is the event or anniversary at or for which words were said.
type Occasion struct {
	Name     string
	Date     string // EDTF, "" when unknown
	Evidence text.Span
}

// Report is one article's wording of a statement: a quote, resolved. Spans are byte offsets of the article's text.
type Report struct {
	quotes.Quote
	ID         string    // see ReportID
	ArticleKey string    // see Source
	Text       string    // the content as written; pieces are joined by " … "
	Around     text.Span // the sentence or sentences around the content
	Speakers   []Party   // more than one for joint words; none when the text does not tell
	Addressees []Party
	Medium     *actors.Actor // the carrier through which the article has the words; nil for none
	Channel    Channel
	Decided    Decisions // who decided each field, and how surely
	Status     Status    // whose word it is: the program's or a person's
	Said       Said
	Occasion   *Occasion
	Place      string   // "" when unknown
	About      []string // states of which the words speak, those of speakers and addressees too: sorted, none twice
	Relay      bool     // a carrier's account of somebody else's message or words, no words of its own; no event has it
	Tone       Tone
	Plover     string  // PLOVER class, "" when the cue and words give none
	Score      float64 // PLOVER score of the class; meaningless when Plover is ""
}

// Statement is one utterance with the reports of it, from one or many outlets; Reports is never empty. Earlier are the
// ids under which reports of it may have been known: they lead to this statement now. Sorted, the statement's own
// left out.
type Statement struct {
	ID      string
	Earlier []string
	Reports []Report
}

// Event is a dated happening at which statements were made: a message, call, meeting, speech, briefing, post.
type Event struct {
	ID         string
	Title      string // that a person gave it; "" for the one that is made by rule
	TitledBy   string // who: "person:NAME"
	Channel    Channel
	Said       Said // of an event of several articles this, parties and occasion have no Evidence: the reports have it
	Speakers   []Party
	Addressees []Party
	About      []string // states that the content names, beside those of speakers and addressees: sorted, no state twice
	Occasion   *Occasion
	Place      string
	Context    []Context   // background that the event needs to be understood
	Statements []Statement // never empty
	Earlier    []string    // ids that lead to this event now: those of the articles' accounts of it; sorted, without ID
}

// Context is a background sentence or clause of an article.
type Context struct {
	ArticleKey string
	Span       text.Span
	Text       string
}

// Source is what a timeline needs to know of an article to cite it.
type Source struct {
	Key          string // stable identity of the article: its given id, else its URL, else its SHA-256
	URL          string
	Outlet       string
	House        string // state whose house or medium the outlet is, "" for nobody's; for who knows the actors to fill in
	Title        string
	Byline       string
	Published    string // EDTF
	PublishedHow string
	Retrieved    string // RFC 3339 UTC, "" when not fetched
	Language     string
	SHA256       string
	Text         string // the article's text, which the spans of its reports refer to
}

// Relation is what was said between two states: the view that a report draws.
type Relation struct {
	A, B    string            // ISO 3166-1 alpha-3, in the order asked for
	Events  []Event           // by earliest day, then ID; merged over articles
	Sources map[string]Source // by Key, those that the events cite
	Read    []Coverage        // articles read by month, whether or not they gave an event
}

// Coverage is the number of articles read that were published in a month.
type Coverage struct {
	Month    string // YYYY-MM
	Articles int
}
