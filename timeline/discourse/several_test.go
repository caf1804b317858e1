package discourse_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
)

// TestSeveral holds who is put forward for a phrase for several, the one in brackets; nobody for others.
func TestSeveral(t *testing.T) {
	for written, want := range map[string]string{
		"Minister Ada Lind met Minister Bo Moss. [The two ministers] agreed.":               "Ada Lind; Bo Moss",
		"Minister Ada Lind met envoy Bo Moss, spokesman Jan Falk said. [The duo] agreed.":   "Ada Lind; Bo Moss",
		"Minister Ada Lind met envoy Bo Moss and envoy Jan Falk. Later [the three] agreed.": "Ada Lind; Bo Moss; Jan Falk",
		"Kenya and Peru talked in rain. [The two governments] agreed.":                      "Government of Kenya; Government of Peru",
		"Kenya met Peru. [A tripartite statement of six pages] praised them.":               "Government of Kenya; Government of Peru",
		"Envoys of Kenya talked with those of Peru, and [the two sides] agreed.":            "Government of Kenya; Government of Peru",
		"Joe Biden met Xi Jinping. Scott Morrison left. [The three leaders] agreed":         "Joe Biden; Scott Morrison; Xi Jinping",
		"Joe Biden met Xi Jinping. [He and Biden] agreed.":                                  "Joe Biden; Xi Jinping",
		"Ada Lind met Bo Moss. [The minister] agreed.":                                      "",
	} {
		d, lo, hi := bracketed(t, written)
		checkLists(t, written, d.Several(lo, hi), want)
	}
}

// TestListed holds the whole list of which the source in brackets has the last members only.
func TestListed(t *testing.T) {
	for written, want := range map[string]string{
		"France, Peru and [Kenya] accuse Oslo.":               "Government of France; Government of Kenya; Government of Peru",
		"Officials in Paris and [Nairobi] said so.":           "Government of France; Government of Kenya",
		"Joe Biden, President Xi and [Scott Morrison] agreed": "Joe Biden; Scott Morrison; Xi Jinping",
		"The leaders of France, Germany and [Italy] agreed.":  "Emmanuel Macron; Giorgia Meloni; Olaf Scholz",
		"In Kenya and the north [Joe Biden] agreed.":          "",
		"[Kenya and Peru] agreed.":                            "",
	} {
		d, lo, hi := bracketed(t, written)
		checkLists(t, written, [][]*naming.Entity{d.Listed(lo, hi)}, want)
	}
}

// checkLists holds that a list of those wanted is among the lists, or that there is none.
func checkLists(t *testing.T, written string, lists [][]*naming.Entity, want string) {
	t.Helper()
	var got []string
	for _, list := range lists {
		var names []string
		for _, e := range list {
			names = append(names, e.Name)
		}
		slices.Sort(names)
		if len(names) > 0 {
			got = append(got, strings.Join(names, "; "))
		}
	}
	if want == "" && len(got) > 0 || want != "" && !slices.Contains(got, want) {
		t.Errorf("%s: %q, want %q", written, got, want)
	}
}

// bracketed is the discourse of a text of 14 June 2023, with the tokens that stand in its brackets.
func bracketed(t *testing.T, written string) (d *discourse.Discourse, lo, hi int) {
	t.Helper()
	at := regexp.MustCompile(`\[.*\]`).FindStringIndex(written)
	plain := strings.NewReplacer("[", "", "]", "").Replace(written)
	a := &article.Article{ID: "test", Published: "2023-06-14", Text: plain}
	d = discourse.New(a, text.Parse(plain), gazetteer(t))
	lo, hi = d.Body.Range(text.Span{Start: at[0], End: at[1] - 2})
	return d, lo, hi
}
