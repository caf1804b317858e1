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

// Status tells whose word an event is: the program's where one of its reports is, else that of the people who confirmed
// its reports or corrected some of them.
func (e *Event) Status() Status {
	status := Confirmed
	for i := range e.Statements {
		for j := range e.Statements[i].Reports {
			switch e.Statements[i].Reports[j].Status {
			case Machine:
				return Machine
			case Corrected:
				status = Corrected
			}
		}
	}
	return status
}
