package record

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
