package timeline

import "demarche/timeline/record"

// The vocabulary, for all who use a timeline without making one. See the package record for the fields.
type (
	Event     = record.Event
	Statement = record.Statement
	Report    = record.Report
	Party     = record.Party
	Said      = record.Said
	Occasion  = record.Occasion
	Context   = record.Context
	Source    = record.Source
	Relation  = record.Relation
	Coverage  = record.Coverage
	Channel   = record.Channel
	Tone      = record.Tone
	Direction = record.Direction
	Status    = record.Status
	Link      = record.Link
	Decision  = record.Decision
	Decisions = record.Decisions
)

// The channels.
const (
	Message         = record.Message
	Letter          = record.Letter
	Call            = record.Call
	Meeting         = record.Meeting
	Speech          = record.Speech
	PressConference = record.PressConference
	Interview       = record.Interview
	StatementText   = record.StatementText
	JointStatement  = record.JointStatement
	ArticleText     = record.ArticleText
	Post            = record.Post
	Document        = record.Document
	UnknownChannel  = record.UnknownChannel
)

// The tones.
const (
	Cooperative = record.Cooperative
	Conflictual = record.Conflictual
	Neutral     = record.Neutral
)

// Whose word a report is.
const (
	Machine   = record.Machine
	Confirmed = record.Confirmed
	Corrected = record.Corrected
	Rejected  = record.Rejected
)

// The directions of an event between two states, and why it belongs to their relation.
const (
	AToB      = record.AToB
	BToA      = record.BToA
	Joint     = record.Joint
	Third     = record.Third
	Addressed = record.Addressed
	About     = record.About
)
