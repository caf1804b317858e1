package dates

// Basis tells how a date is known.
type Basis string

// A date is stated in the text, resolved from a relative expression, that of the report by its dateline, or merely the
// publication date standing in.
const (
	Stated    Basis = "stated"
	Relative  Basis = "relative"
	Dateline  Basis = "dateline"
	Published Basis = "published"
)

// Date is a day or a wider stretch of time in EDTF, with the days that bound it as YYYY-MM-DD; Earliest is "" where the
// start is open ("[..2023-06-12]"), both are "" where nothing is known.
type Date struct {
	EDTF     string
	Earliest string
	Latest   string
}
