package discourse_test

import (
	"testing"

	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/discourse"
)

// TestReadingsOfOneName: no reader makes somebody else of a known name in another spelling.
func TestReadingsOfOneName(t *testing.T) {
	g := gazetteer(t)
	for said, want := range map[string]string{
		"President Volodymyr Zelensky":      "Volodymyr Zelenskyy/UKR",
		"Prime Minister Binyamin Netanyahu": "Benjamin Netanyahu/ISR",
		"Foreign Minister Sergei Lavrov":    "Sergey Lavrov/RUS",
	} {
		a := &article.Article{ID: "test", Outlet: "The Daily Ledger", Published: "2023-06-14", Text: said + " said nothing."}
		d := discourse.New(a, text.Parse(a.Text), g)
		lo, hi := d.Body.Range(text.Span{End: len(said)})
		for _, r := range d.Readings(lo, hi, nil) {
			if got := namesOf(r.Entities); got != want {
				t.Errorf("%s, by %s: %s, want %s", said, r.By, got, want)
			}
		}
	}
}
