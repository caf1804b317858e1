package actors

import (
	"slices"
	"testing"
)

func TestStateCode(t *testing.T) {
	g := load(t)
	for query, want := range map[string]string{
		"north korea": "PRK", "Moscow": "RUS", "RUS": "RUS", "ru": "RUS", "us": "USA", "the United States": "USA", "DPRK": "PRK",
		"S. Korea": "KOR", "korean, south": "", "Russian": "RUS", "Kremlin": "RUS", "democratic congo": "COD", "Côte d'Ivoire": "CIV",
		"ivory coast": "CIV", "Lao PDR": "LAO", "EU": "EU", "Soviet Union": "SUN", "kosovo": "XKX", "Blue House": "KOR", "AU": "AUS", "": "",
	} {
		got, ok := g.StateCode(query)
		if got != want || ok != (want != "") {
			t.Errorf("StateCode(%q) = %q, %t, want %q", query, got, ok, want)
		}
	}
}

func TestSuggest(t *testing.T) {
	g := load(t)
	for query, want := range map[string]string{"Rusia": "Russia", "North Koraa": "North Korea", "Kremln": "Kremlin", "Putn": "Vladimir Putin"} {
		if got := g.Suggest(query); !slices.Contains(got, want) || len(got) > 5 {
			t.Errorf("Suggest(%q) = %q, want %q among them", query, got, want)
		}
	}
	if got := g.Suggest("qqqqqqqqqqqqqq"); len(got) != 0 {
		t.Errorf("Suggest of nonsense = %q", got)
	}
}

func TestStateName(t *testing.T) {
	g := load(t)
	for code, want := range map[string]string{"PRK": "North Korea", "USA": "United States", "UN": "United Nations", "???": "???"} {
		if got := g.StateName(code); got != want {
			t.Errorf("StateName(%q) = %q, want %q", code, got, want)
		}
	}
}
