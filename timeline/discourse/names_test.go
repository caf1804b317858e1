package discourse_test

import (
	"slices"
	"strings"
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

// TestOtherwise: who else a phrase in brackets may stand for beside what the rules and readers make of it.
func TestOtherwise(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct{ said, want string }{
		{"[Carrier Ana Lind] said nothing.", "Ana Lind"},
		{"The head of the port was late. On the bank stood Ana Lind, who sells nets. [She] said nothing.", "Ana Lind/"},
		{"[The head of the fish market in Vardo], Ana Lind, said nothing.", "Ana Lind"},
		{"On the bank stood Ana Lind, who sells nets. “It rains,” [the fishmonger] said.", "Ana Lind"},
		{"On the bank stood Ana van der Lind, who sells nets. [She] said nothing.", "Ana van der Lind"},
		{"[A member of the Senate] said nothing. The rain fell. Ana Lind, who heads a committee, left.", "Ana Lind"},
		{"[A senior official of the Norwegian Foreign Ministry] said nothing.", "Foreign Ministry official of Norway"},
		{
			"Interior Minister Ana Lind of Peru left. [An official of Lind's ministry] paid.",
			"Interior Ministry official of Peru",
		},
		{"Emmanuel Macron was calm. [One of his advisers] said nothing.", "Adviser to Emmanuel Macron"},
		{"Two Peruvian diplomats were late. [One of them] said nothing.", "Peruvian diplomat"},
		{"Peru's foreign ministry was calm, [its counterpart in Oslo] was not.", "Foreign Ministry of Norway"},
		{"Peru's defence ministry was calm. [Its Norwegian counterpart] was not.", "Defense Ministry of Norway"},
		{"Norway was calm. [The Ministry of Foreign Affairs] said nothing.", "Foreign Ministry of Norway"},
		{"China was calm. Norway was late. [Its air force] said nothing.", "Air Force of Norway"},
		{"[The Australian Border Force] said nothing.", "Australian Border Force"},
		{"[A priest in Vardo] said nothing.", "Priest in Vardo"},
		{"Turkey was calm. [A defence official] said nothing.", "Turkish defence official"},
		{"The Foreign Ministry of Chile was calm. [A spokesman] said nothing.", "Foreign Ministry spokesperson of Chile"},
		{"Ethiopia was calm. [An official at the foreign ministry] said nothing.", "Ethiopian foreign ministry official"},
		{"Emmanuel Macron was calm. [His adviser] said nothing.", "Adviser to Emmanuel Macron"},
		{"A diplomat from a third country was late. [He] said nothing.", "Diplomat from a third country"},
		{"Chile is calm. An official at the port was late. [The official] said nothing.", "Official at the port"},
	} {
		before, rest, _ := strings.Cut(c.said, "[")
		phrase, after, _ := strings.Cut(rest, "]")
		a := &article.Article{ID: "test", Outlet: "The Daily Ledger", Published: "2023-06-14"}
		a.Text = before + phrase + after
		d := discourse.New(a, text.Parse(a.Text), g)
		lo, hi := d.Body.Range(text.Span{Start: len(before), End: len(before) + len(phrase)})
		var names []string
		for _, r := range d.Readings(lo, hi, nil) {
			names = append(names, r.Entities[0].Name)
		}
		if want := strings.TrimSuffix(c.want, "/"); !slices.Contains(names, want) {
			t.Errorf("%s %q, want also %s", c.said, names, want)
		}
	}
}

// TestBodyIsNobody: the first words of the name of a body name no person.
func TestBodyIsNobody(t *testing.T) {
	g := gazetteer(t)
	for phrase, never := range map[string]string{
		"the Joint Chiefs of Staff":                "Joint Chiefs",
		"the Public Safety and Trade Committee":    "Public Safety",
		"the head of the Regional Waters Council":  "Regional Waters",
		"the Northern Lakes and Rivers Commission": "Northern Lakes",
	} {
		a := &article.Article{ID: "test", Published: "2023-06-14", Text: "In Oslo, " + phrase + " said nothing."}
		d := discourse.New(a, text.Parse(a.Text), g)
		lo, hi := d.Body.Range(text.Span{Start: len("In Oslo, "), End: len("In Oslo, ") + len(phrase)})
		for _, r := range d.Readings(lo, hi, nil) {
			if r.Entities[0].Name == never {
				t.Errorf("%s is read as a person %s", phrase, never)
			}
		}
	}
}
