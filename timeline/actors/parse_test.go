package actors

import "testing"

func TestParseOffice(t *testing.T) {
	g := load(t)
	for _, c := range []struct{ phrase, at, class, state, name, actor string }{
		{"Russian President", "2010-01-01", "president", "RUS", "", "Dmitry Medvedev"},
		{"the Russian president", "2023-06-12", "president", "RUS", "", "Vladimir Putin"},
		{"a spokesman for the Chinese Foreign Ministry", "2019", "foreign ministry spokesperson", "CHN", "", "Foreign Ministry spokesperson of China"},
		{"the Foreign Minister of Japan", "2012-10-01", "foreign minister", "JPN", "", "Koichiro Gemba"},
		{"president of the Presidium of the DPRK Supreme People's Assembly", "2012", "presidium president", "PRK", "", "Kim Yong Nam"},
		{"U.S. Secretary of State", "2022-01-01", "foreign minister", "USA", "", "Antony Blinken"},
		{"the North Korean leader", "2023-06-12", "leader", "PRK", "", "Kim Jong Un"},
		{"Ukrainian President Volodymyr Zelenskyy", "2023", "president", "UKR", "Volodymyr Zelenskyy", "Volodymyr Zelenskyy"},
		{"President of the United States of America Donald Trump", "2019", "president", "USA", "Donald Trump", "Donald Trump"},
		{"Chairman of the State Affairs Commission of the DPRK Kim Jong-un", "2019", "state affairs chairman", "PRK", "Kim Jong-un", "Kim Jong Un"},
		{"first chairman of the DPRK National Defence Commission", "2013", "state affairs chairman", "PRK", "", "Kim Jong Un"},
		{"chairman of the National Defence Commission of the DPRK", "2009", "state affairs chairman", "PRK", "", "Kim Jong Il"},
		{"Zhao Min, a spokesman for the Chinese Foreign Ministry", "2031", "foreign ministry spokesperson", "CHN", "Zhao Min", "Zhao Min"},
		{"Kremlin spokesman Dmitry Peskov", "2020", "presidential spokesperson", "RUS", "Dmitry Peskov", "Dmitry Peskov"},
		{"White House press secretary", "2022-09-01", "presidential spokesperson", "USA", "", "White House Press Secretary of the United States"},
		{"State Department spokesman Ned Price", "2022", "foreign ministry spokesperson", "USA", "Ned Price", "Ned Price"},
		{
			"a spokesperson for the National Defence Commission of the DPRK", "2011", "national defence commission spokesperson", "PRK", "",
			"National Defence Commission spokesperson of North Korea",
		},
		{"DPRK Ambassador to Cambodia Ri In Sok", "2011", "ambassador", "PRK", "Ri In Sok", "Ri In Sok"},
		{"UN Secretary-General", "2012", "secretary-general", "UN", "", "Ban Ki-moon"},
		{"the south Korean authorities", "2012", "government", "KOR", "", "Government of South Korea"},
		{"the Pentagon", "2012", "defence ministry", "USA", "", "Department of Defense of the United States"},
		{"South Korea's Unification Ministry", "2012", "unification ministry", "KOR", "", "Unification Ministry of South Korea"},
		{"King Norodom Sihamoni of Cambodia", "2011", "monarch", "KHM", "Norodom Sihamoni", "Norodom Sihamoni"},
		{"German Chancellor", "2010", "prime minister", "DEU", "", "Angela Merkel"},
		{"Chairman of the PRC Hu Jintao", "2005", "president", "CHN", "Hu Jintao", "Hu Jintao"},
		{"Acting President of South Korea", "2017-01-01", "president", "KOR", "", "Park Geun-hye"},
		{
			"the chairman of the Western Committee of the Farmers' Party of Norway", "2012", "chairman", "", "",
			"Chairman of the Western Committee of the Farmers' Party of Norway",
		},
		{"vice-minister of Foreign Affairs of the DPRK Pak Myong Guk", "2019", "deputy foreign minister", "PRK", "Pak Myong Guk", "Pak Myong Guk"},
		{"EU foreign policy chief Josep Borrell", "2022", "foreign policy chief", "EU", "Josep Borrell", "Josep Borrell"},
		{"State Duma Speaker", "2020", "speaker", "RUS", "", "Vyacheslav Volodin"},
		{"the UN chief", "2020", "secretary-general", "UN", "", "António Guterres"},
		{"the Lee Myung-bak regime", "2011", "government", "KOR", "", "Government of South Korea"},
		{"the DPRK side", "2011", "government", "PRK", "", "Government of North Korea"},
		{"DPRK Ambassador to Cambodia", "2031", "ambassador", "PRK", "", "Ambassador of North Korea to Cambodia"},
		{
			"a senior official of the Ministry of Tides, Reefs and Harbours of Japan", "2012", "ministry official", "JPN", "",
			"Senior official of the Ministry of Tides, Reefs and Harbours of Japan",
		},
		{"Governor of Northern District of Peru", "2012", "governor", "PER", "", "Governor of Northern District of Peru"},
	} {
		m, ok := g.ParseOffice(c.phrase)
		if !ok || m.Class != c.class || m.State != c.state || m.Name != c.name {
			t.Errorf(
				"%q: class %q, state %q, name %q; want %q, %q, %q",
				c.phrase,
				m.Class,
				m.State,
				m.Name,
				c.class,
				c.state,
				c.name,
			)
		}
		if a, _ := g.Resolve(m, c.at); a.Name != c.actor {
			t.Errorf("%q in %s is %q, want %q", c.phrase, c.at, a.Name, c.actor)
		}
	}
	for _, phrase := range []string{"", "the weather", "Samdech", "two apples"} {
		if m, ok := g.ParseOffice(phrase); ok {
			t.Errorf("%q is the office %q", phrase, m.Class)
		}
	}
}

func TestParseOfficeMarks(t *testing.T) {
	g := load(t)
	m, _ := g.ParseOffice("the former US special representative for North Korea")
	if !m.Former || m.To != "PRK" || m.State != "USA" {
		t.Errorf("former %t, to %q, state %q", m.Former, m.To, m.State)
	}
	m, _ = g.ParseOffice("acting U.S. officials")
	if !m.Acting || !m.Several {
		t.Errorf("acting %t, several %t", m.Acting, m.Several)
	}
	if m, _ = g.ParseOffice("the Foreign Minister of Japan"); m.Several {
		t.Error("one minister is several")
	}
}

func TestOffice(t *testing.T) {
	g := load(t)
	for _, c := range []struct{ id, at, want string }{
		{"vladimir-putin", "2023-06-12", "President of Russia"},
		{"vladimir-putin", "2010-06-12", "Prime Minister of Russia"},
		{"kim-jong-un", "2023-06-12", "President of the State Affairs of North Korea"},
		{"antony-blinken", "2022", "Secretary of State of the United States"},
		{"sergey-lavrov", "2000-01-01", "Ambassador of Russia to the United Nations"},
		{"vladimir-putin", "1950", ""},
		{"nobody", "2000", ""},
	} {
		if got := g.Office(c.id, c.at); got != c.want {
			t.Errorf("%s in %s is %q, want %q", c.id, c.at, got, c.want)
		}
	}
}
