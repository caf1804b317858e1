package record

import "demarche/quotes/text"

// Decision is how a field of a report was decided. The zero value stands for a field that nothing decided.
type Decision struct {
	By       string    // the proposer whose candidate was chosen, such as "beside-cue"; "" where the field is empty
	P        float64   // probability that the field is right, 0 to 1; 0 where no model judged it
	Evidence text.Span // bytes of the article that told it; zero where the layout or another field did
}

// Decisions are the signatures of the fields of a report.
type Decisions struct {
	Speaker, Addressee, Medium, Channel, Day, Occasion, Place, Tone Decision
}
