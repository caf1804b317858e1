package quotes

import "demarche/quotes/text"

// Form tells how the words are given.
type Form string

// The forms: words in marks, partly in marks, paraphrased, verbatim without marks.
const (
	Direct   Form = "direct"
	Mixed    Form = "mixed"
	Indirect Form = "indirect"
	Unmarked Form = "unmarked"
)

// How the layout found a quote: as a turn of a transcript, as the text of a statement published as a document, or as a
// paragraph of a joint one, or as a paragraph in marks in which the speaker of the one before goes on. Such a quote
// has no cue; its Source is the label of the turn or the signature, or empty.
const (
	ByTurn      = "rule:turn"
	ByStatement = "rule:statement"
	ByJoint     = "rule:joint"
	ByParagraph = "rule:paragraph"
)

// Act tells an act of speech from a thought, belief or intention that is attributed to somebody.
type Act string

// Speech reaches a timeline; Thought never does.
const (
	Speech  Act = "speech"
	Thought Act = "thought"
)

// Quote is one attribution in an article. It holds spans only, as byte offsets of the document's text: Content is
// never empty and is sorted; Cue and Source may be empty; several spans stand where the piece is interrupted.
type Quote struct {
	Form    Form
	Act     Act
	Content []text.Span // the words reported, quotation marks included
	Cue     []text.Span // the words of saying
	Source  []text.Span // the speaker as written
	By      string      // the rule or model that found it, such as "rule:colon" or "model"
	P       float64     // calibrated probability that content and source are right, 0 to 1
}
