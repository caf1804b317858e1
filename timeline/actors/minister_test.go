package actors

import "testing"

// A minister of a field that has no class of its own is known by the field; the field is nobody's name.
func TestMinistersOfAField(t *testing.T) {
	g := load(t)
	for phrase, want := range map[string]string{
		"Russian Energy Minister":                   "Energy Minister of Russia",
		"the Iranian health minister":               "Health Minister of Iran",
		"Iranian Health Minister Anna Sample":       "Anna Sample",
		"the minister of culture of South Korea":    "Minister of Culture of South Korea",
		"the Vatican's secretary of state":          "Pietro Parolin",
		"India's foreign secretary":                 "Harsh Vardhan Shringla",
		"a spokesperson of NATO":                    "Spokesperson of NATO",
		"a spokesman for the Taliban":               "Spokesperson of the Taliban",
		"China's Coast Guard":                       "Coast Guard of China",
		"Japan’s Defense Ministry":                  "Defense Ministry of Japan",
		"Tokyo's defence ministry":                  "Defense Ministry of Japan",
		"the Japanese Ministry of Defence":          "Defense Ministry of Japan",
		"a Cheong Wa Dae spokesperson":              "Presidential Office spokesperson of South Korea",
		"the Department of Foreign Affairs, Manila": "Department of Foreign Affairs of the Philippines",
	} {
		m, ok := g.ParseOffice(phrase)
		if !ok {
			t.Errorf("%q is no office", phrase)
			continue
		}
		if a, _ := g.Resolve(m, "2021-03-12"); a.Name != want {
			t.Errorf("%q is %q, want %q", phrase, a.Name, want)
		}
	}
}
