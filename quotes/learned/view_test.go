package learned

import (
	"testing"

	"demarche/quotes/marks"
	"demarche/quotes/text"
)

// TestCapitalsAreNoShape proves that the words of a cable have the shapes of other texts: capitals tell nothing there.
func TestCapitalsAreNoShape(t *testing.T) {
	d := text.Parse("NORLAND'S MINISTER TOLD LIND TO TALK. The EU agreed.")
	v := newView(d, marks.Scan(d))
	for i, w := range v.w {
		got, in := w.shape == shapeCapitals, d.Word(i)
		if got != (in == "EU") {
			t.Errorf("%s is of capitals: %v", in, got)
		}
	}
}
