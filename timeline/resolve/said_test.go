package resolve

import (
	"testing"

	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
)

// TestClock: the time of the day that stands with the day of words is theirs, and no other is.
func TestClock(t *testing.T) {
	const said = `"We protest," Japanese Foreign Minister Yoshimasa Hayashi told Russian Foreign Minister Sergei Lavrov `
	for where, want := range map[string]string{
		"at 6 p.m. on June 12.":                        "18:00",
		"on June 12 at 9:30 a.m.":                      "09:30",
		"on June 12.":                                  "",
		"on June 12 at 7:38 pm IST.":                   "",
		"at 6 p.m. Moscow time on June 12.":            "",
		"on June 12. The ship left port at 6 p.m.":     "",
		"on the morning of June 12.":                   "",
		"on June 12. A call at 6 p.m. on June 11 fell": "",
	} {
		a := &article.Article{ID: "test", Title: "News", Outlet: "Kyodo", Published: "2023-06-13", Text: said + where}
		q := readQuote(t, a.Text, `direct | Yoshimasa Hayashi | told | "We protest,"`)
		r := Reports(a, text.Parse(a.Text), []quotes.Quote{q}, load(t))[0]
		if r.Said.Clock != want || want != "" && r.Said.EDTF != "2023-06-12" {
			t.Errorf("%q: %s %q, want %q", where, r.Said.EDTF, r.Said.Clock, want)
		}
	}
	a := &article.Article{ID: "test", Published: "2023-06-13"}
	a.Text = `A ship sank at 8:10 a.m. on June 12. "We saw it," Sergei Lavrov said.`
	q := readQuote(t, a.Text, `direct | Sergei Lavrov | said | "We saw it,"`)
	if r := Reports(a, text.Parse(a.Text), []quotes.Quote{q}, load(t))[0]; r.Said.Clock != "" {
		t.Errorf("%q is the time of a ship, not of the words", r.Said.Clock)
	}
	a.Text = `Sergei Lavrov said that the ship would leave at 6 p.m. on June 12.`
	q = readQuote(t, a.Text, `indirect | Sergei Lavrov | said | the ship would leave at 6 p.m. on June 12`)
	if r := Reports(a, text.Parse(a.Text), []quotes.Quote{q}, load(t))[0]; r.Said.Clock != "" {
		t.Errorf("what is said to come at %q is the time of the words", r.Said.Clock)
	}
}
