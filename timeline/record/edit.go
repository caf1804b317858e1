package record

// Edit is what a person decided of one field of a record. Edits are only added, never changed or taken away: of those
// on one field of one target the last one holds.
type Edit struct {
	ID     int64   // given when it is stored, counting from 1
	Kind   string  // what the target is: "report", "event", "statement", "article" or "actor"
	Target string  // the target's id
	Field  string  // see the package edits for the fields of a report
	Who    string  // the person's name
	At     string  // RFC 3339, UTC
	Why    string  // "" where no reason was given
	Before *string // what was in the field, as the package edits writes it; nil where nothing was
	After  *string // what is in it from then on; nil for what the program itself says
}

// Status tells whose word a report is.
type Status string

// What only the program has said; what a person has found right as it is; where a person has changed a field; and what
// a person has found to be no words of anybody, which is shown nowhere but in the log.
const (
	Machine   Status = ""
	Confirmed Status = "confirmed"
	Corrected Status = "corrected"
	Rejected  Status = "rejected"
)
