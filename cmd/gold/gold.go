// Package gold reads annotated statements and compares records with them, as the scorer of the annotation does: JSON
// Lines of documents with their quotes, spans in Unicode code points. In come files and reports, out go documents and
// verdicts. It does not know how reports are made.
package gold

// Party is a speaker, addressee, medium or occasion.
type Party struct {
	Name    string   `json:"name"`
	Aliases []string `json:"aliases"`
	State   string   `json:"state"`
}

// Record is an annotated quote, or a report in the same form.
type Record struct {
	Form       string   `json:"form"`
	Content    [][2]int `json:"content"` // code points
	Cue        [][2]int `json:"cue"`     // code points
	Speakers   []Party  `json:"speakers"`
	Addressees []Party  `json:"addressees"`
	Medium     *Party   `json:"medium"`
	Channel    string   `json:"channel"`
	Date       struct {
		EDTF string `json:"edtf"` // "" when unknown
	} `json:"date"`
	Occasion *Party `json:"occasion"`
	Tone     string `json:"tone"`
}

// Document is the annotation of an article.
type Document struct {
	Quotes []Record `json:"quotes"`
}
