package dates

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// only finds the one expression of a text and fails where there is another number of them.
func only(t *testing.T, text, ref string) Expression {
	t.Helper()
	es := Find(text, ref)
	if len(es) != 1 {
		t.Fatalf("%q: %d expressions, want 1: %+v", text, len(es), es)
	}
	return es[0]
}

// TestWeekdayOfNews resolves weekdays, told on each day of a week, against the week of Monday, 12 June 2023.
func TestWeekdayOfNews(t *testing.T) {
	for _, c := range []struct {
		text string
		want map[string]string // by the day of publication
	}{
		{"They met on Wednesday.", map[string]string{
			"2023-06-12": "2023-06-07", "2023-06-14": "2023-06-14", "2023-06-15": "2023-06-14", "2023-06-18": "2023-06-14",
		}},
		{"They will meet on Wednesday.", map[string]string{
			"2023-06-12": "2023-06-14", "2023-06-14": "2023-06-14", "2023-06-15": "2023-06-21",
		}},
		{"They met last Wednesday.", map[string]string{
			"2023-06-12": "2023-06-07", "2023-06-14": "2023-06-07", "2023-06-15": "2023-06-14",
		}},
		{"They meet next Wednesday.", map[string]string{
			"2023-06-12": "2023-06-14", "2023-06-14": "2023-06-21", "2023-06-15": "2023-06-21",
		}},
		{"They met this Wednesday.", map[string]string{
			"2023-06-12": "2023-06-14", "2023-06-18": "2023-06-14",
		}},
		{"They met on Wednesday last week.", map[string]string{
			"2023-06-12": "2023-06-07", "2023-06-18": "2023-06-07",
		}},
		{"They meet on Wednesday week.", map[string]string{
			"2023-06-12": "2023-06-21", "2023-06-14": "2023-06-28",
		}},
	} {
		for ref, want := range c.want {
			if got := only(t, c.text, ref).Value; got != want {
				t.Errorf("%s | %s: %s, want %s", ref, c.text, got, want)
			}
		}
	}
}

// TestYearOfNews gives a month or day without a year the year that the tense and the distance ask for.
func TestYearOfNews(t *testing.T) {
	for _, c := range []struct{ ref, text, want string }{
		{"2023-01-10", "They met on December 20.", "2022-12-20"},
		{"2023-01-10", "They will meet on December 20.", "2023-12-20"},
		{"2023-12-20", "They will meet on January 10.", "2024-01-10"},
		{"2023-12-20", "They met on January 10.", "2023-01-10"},
		{"2023-06-14", "They met in September.", "2022-09"},
		{"2023-06-14", "They will meet in September.", "2023-09"},
		{"2023-06-14", "They announced a July 3 hearing.", "2023-07-03"},
		{"2023-06-14", "He wrote on July 4 that it was over.", "2022-07-04"},
		{"2023-06-14", "They met in the fourth quarter.", "2022-Q4"},
		{"2023-06-14", "They met on May 3 of last year.", "2022-05-03"},
		{"", "They met on May 3.", "XXXX-05-03"},
		{"", "They met in May.", "XXXX-05"},
		{"", "They met on Monday.", "XXXX-WXX-1"},
		{"", "They met yesterday.", "XXXX-XX-XX"},
	} {
		if got := only(t, c.text, c.ref).Value; got != c.want {
			t.Errorf("%s | %s: %s, want %s", c.ref, c.text, got, c.want)
		}
	}
}

// TestUnits resolves units pointed to and offsets on Wednesday, 14 June 2023.
func TestUnits(t *testing.T) {
	for text, want := range map[string]string{
		"They met last month.":               "2023-05",
		"They meet next month.":              "2023-07",
		"They met last year.":                "2022",
		"They met the year before last.":     "2021",
		"They met last quarter.":             "2023-Q1",
		"They meet this quarter.":            "2023-Q2",
		"They met last winter.":              "2022-WI",
		"They meet next spring.":             "2024-SP",
		"They met over the weekend.":         "2023-W23-WE",
		"They will meet over the weekend.":   "2023-W24-WE",
		"They met last weekend.":             "2023-W23-WE",
		"They meet next weekend.":            "2023-W24-WE",
		"They met last September.":           "2022-09",
		"They meet next May.":                "2024-05",
		"They met two days ago.":             "2023-06-12",
		"They met a week ago.":               "2023-06-07",
		"They met three weeks ago.":          "2023-W21",
		"They met four months ago.":          "2023-02",
		"They met ten years ago.":            "2013",
		"They met two decades ago.":          "200",
		"They met two centuries ago.":        "18",
		"They will meet two weeks from now.": "2023-W26",
		"They met months ago.":               "PAST_REF",
		"They met last decade.":              "201",
	} {
		if got := only(t, text, "2023-06-14").Value; got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// TestFollowsLastNamed counts from the date that the text named last.
func TestFollowsLastNamed(t *testing.T) {
	for text, want := range map[string]string{
		"They met on May 3, 2019. The next day they signed.":             "2019-05-04",
		"They met on May 3, 2019. Two days later they signed.":           "2019-05-05",
		"They met on May 3, 2019. A month later they signed.":            "2019-06",
		"They met on May 3, 2019. That evening they signed.":             "2019-05-03TEV",
		"They met on May 3, 2019. The following Monday they signed.":     "2019-05-06",
		"They met on May 3, 2019. They signed on the 5th of that month.": "2019-05-05",
		"They met on May 3, 2019. The same year they signed.":            "2019",
		"They met in 2019. The following year they signed.":              "2020",
		"They met in 44 BC. The following year he fell.":                 "BC0043",
	} {
		es := Find(text, "2023-06-14")
		if got := es[len(es)-1].Value; got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// TestLists reads lists and ranges: the values of their parts.
func TestLists(t *testing.T) {
	for text, want := range map[string]string{
		"from June 12 to 15, 1950":              "1950-06-12 1950-06-15",
		"June 12-15, 1950":                      "1950-06-12 1950-06-15",
		"12-15 June 1950":                       "1950-06-12 1950-06-15",
		"on 12, 13 and 14 June 1950":            "1950-06-12 1950-06-13 1950-06-14",
		"June 3rd, 4th and 5th, 1961":           "1961-06-03 1961-06-04 1961-06-05",
		"the third and fourth of May 1961":      "1961-05-03 1961-05-04",
		"in April and June 1955":                "1955-04 1955-06",
		"in December and January 2000":          "1999-12 2000-01",
		"January 12 to 16 January 1936":         "1936-01-12 1936-01-16",
		"1914-18":                               "1914 1918",
		"264 to 241 BC":                         "BC0264 BC0241",
		"1975 Nov-Dec":                          "1975-11 1975-12",
		"in the spring and summer of 1942":      "1942-SP 1942-SU",
		"They met from Monday to Friday.":       "2023-06-05 2023-06-09",
		"They meet next Monday and Tuesday.":    "2023-06-19 2023-06-20",
		"On May 3 and 12 people died.":          "2023-05-03",
		"at noon on June 3, 1950":               "1950-06-03T12:00 1950-06-03",
		"between May 3 and May 5 of that year.": "2023-05-03 2023-05-05",
	} {
		var got []string
		for _, e := range Find(text, "2023-06-14") {
			got = append(got, e.Value)
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%s: %s, want %s", text, g, want)
		}
	}
}

// TestTense finds the direction of the words around a date.
func TestTense(t *testing.T) {
	for text, want := range map[string]tense{
		"They will meet on [June 20].":                       future,
		"They met on [June 20].":                             past,
		"The talks start on [June 20].":                      future,
		"Xi visits Oslo on [June 20].":                       future,
		"The visit on [June 20] was long.":                   past,
		"They are due to meet on [June 20].":                 future,
		"He asked him to come on [June 20].":                 unknown,
		"They planned to meet on [June 20].":                 future,
		"It lasts until [June 20].":                          future,
		"It has rained since [June 20].":                     past,
		"As soon as [June 20] it may rain.":                  future,
		"On [June 20], he will speak.":                       future,
		"A day of rain: [June 20].":                          unknown,
		"Speaking to reporters on [June 20], he said so.":    past,
		"Speaking to parliament on [June 20], he said so.":   past,
		"Speaking to congress on [June 20], he said so.":     past,
		"Speaking to state radio on [June 20], he said so.":  past,
		"Ready to focus on [June 20], he said so.":           future,
		"Ready to discuss it on [June 20], he said so.":      future,
		"The side to that accord on [June 20] voiced fear.":  past,
		"She offered “all that we may need” on [June 20].":   past,
		"She offered \"all that we may need\" on [June 20].": past,
		"She may sign the “last word” on [June 20].":         future,
		"He is due on June 19, and on [June 20] he spoke.":   past,
		"Lind, who leads it, on [June 20] asked for aid.":    past,
		"On [June 20], Lind, who is in Oslo, asked for aid.": past,
		"On [June 20], Lind, who led it, is to ask for aid.": future,
		"Lind, who led it, will on [June 20] ask for aid.":   future,
		"The talks, which will start on [June 20], failed.":  future,
		"Known to lead it, Lind on [June 20] hailed them.":   past,
		"Lind is to hold talks on [June 20] hailed by all.":  future,
		"The talks to be held on [June 20] failed.":          future,
		"Heads of state, at talks on [June 20], left.":       past,
		"She heads a team on [June 20].":                     future,
		"Lind would not confirm it on [June 20], saying so.": past,
		"Lind said she would not come on [June 20].":         future,
		"Lind could neither say nor deny it on [June 20].":   past,
		"At talks on [June 20], Lind would not rule it out.": past,
		"On [June 20], Lind, who leads it, would not say.":   past,
		"On [June 20], Lind will not come.":                  future,
		"Lind sought to calm them on [June 20].":             unknown,
		"Lind is to open the port on [June 20] called off.":  future,
		"Lind had said as early as [June 20] that it rains.": past,
		"As early as [June 20], Lind had said that it may.":  past,
		"As early as [June 20], Lind will say so.":           future,
		"It may rain as early as [June 20], he said.":        future,
		"[June 20], 9:15 p.m. — Lind will come, Moss says.":  past,
	} {
		before, rest, _ := strings.Cut(text, "[")
		p := newFinder(strings.NewReplacer("[", "", "]", "").Replace(text))
		i := tokenAt(p.t.list, len(before))
		if got := p.grammar.verbs.tenseAt(i, i+2); got != want {
			t.Errorf("%s: %d, want %d (%s)", text, got, want, rest)
		}
	}
}

// TestQuantity reads numbers.
func TestQuantity(t *testing.T) {
	for text, want := range map[string]string{
		"12 days":                 "12",
		"1.5 million":             "1.5e+06",
		"twenty-seven days":       "27",
		"one hundred and five":    "105",
		"two thousand five":       "2005",
		"three hundred thousand":  "300000",
		"a dozen":                 "12",
		"two dozen":               "24",
		"a couple of days":        "2",
		"a hundred days":          "100",
		"half a day":              "0.5",
		"a half day":              "0.5",
		"two and a half days":     "2.5",
		"two-and-a-half days":     "2.5",
		"a quarter century":       "0.25",
		"a few days":              "vague",
		"several days":            "vague",
		"ten twelve":              "10",
		"an-hour":                 "none",
		"the days":                "none",
		"single-day":              "1",
		"a mere three days":       "3",
		"nine hundred ninety-one": "991",
	} {
		n, vague, end := newFinder(text).grammar.numbers.quantity(0)
		got := fmt.Sprint(n)
		switch {
		case end == 0:
			got = "none"
		case vague:
			got = "vague"
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// TestOrdinal reads ordinals.
func TestOrdinal(t *testing.T) {
	for text, want := range map[string]int{
		"3rd": 3, "21st": 21, "third": 3, "twenty-first": 21, "seventy-fifth": 75, "last": -1, "two": 0, "3": 0, "1000th": 0,
	} {
		if n, end := newFinder(text).grammar.numbers.ordinal(0); n != want || (end > 0) != (want != 0) {
			t.Errorf("%q: %d, %d, want %d", text, n, end, want)
		}
	}
}

// TestTokens splits texts; tokens that begin a sentence stand in brackets.
func TestTokens(t *testing.T) {
	for text, want := range map[string]string{
		"In 1,500 years.":          "[in] 1,500 years .",
		"It cost 2.5 of 3.":        "[it] cost 2.5 of 3 .",
		"the 1960s, 3rd":           "[the] 1960 s , 3 rd",
		"He left. She came.":       "[he] left . [she] came .",
		"On Sept. 3 Mr. Lee came.": "[on] sept . 3 mr . lee came .",
		"J. Lee came. it rained.":  "[j] . lee came . it rained .",
		"Kim’s – no":               "[kim] ' s - no",
		"a\n\nb":                   "[a] [b]",
	} {
		var got []string
		for _, k := range tokenize(text) {
			if k.first {
				k.low = "[" + k.low + "]"
			}
			got = append(got, k.low)
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%q: %s, want %s", text, g, want)
		}
	}
}

// TestTokensCover splits any text: the tokens stand in order, and between them is only white space.
func TestTokensCover(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		at := 0
		for _, k := range tokenize(text) {
			if k.start < at || k.end <= k.start || k.end > len(text) {
				t.Fatalf("%q: token %d-%d behind %d", text, k.start, k.end, at)
			}
			if strings.TrimSpace(text[at:k.start]) != "" {
				t.Fatalf("%q: %q is in no token", text, text[at:k.start])
			}
			at = k.end
		}
		if strings.TrimSpace(text[at:]) != "" {
			t.Fatalf("%q: %q is in no token", text, text[at:])
		}
	})
}

// TestNames takes a month or weekday that is part of a name for no time.
func TestNames(t *testing.T) {
	for _, text := range []string{
		"April Glaspie spoke.", "Ambassador April Foley left.", "He read the Sunday Times.", "The October Revolution failed.",
		"It rained on Black Friday there.", "He reads the Mail on Sunday.", "Mr. August left.", "Saturday Night Live ran.",
	} {
		if es := Find(text, "2023-06-14"); len(es) > 0 {
			t.Errorf("%q: %+v", text, es)
		}
	}
}

// TestValueEDTF writes TIMEX3 values as EDTF.
func TestValueEDTF(t *testing.T) {
	for value, want := range map[string]string{
		"2023-06-14": "2023-06-14", "2023-06-14TMO": "2023-06-14", "2023-06": "2023-06", "2023": "2023", "196": "196X", "19": "19XX",
		"2023-SP": "2023-21", "2023-SU": "2023-22", "2023-FA": "2023-23", "2023-WI": "2023-24",
		"2023-H1": "2023-01/2023-06", "2023-H2": "2023-07/2023-12", "2023-Q1": "2023-01/2023-03", "2023-Q4": "2023-10/2023-12",
		"2023-W24": "2023-06-12/2023-06-18", "2023-W24-WE": "2023-06-17/2023-06-18",
		"": "", "PAST_REF": "", "XXXX-06-14": "", "2023-Q5": "", "2023-H3": "", "2": "", "BC0044": "", "FY2011": "", "20234": "",
	} {
		if got := valueEDTF(value); got != want {
			t.Errorf("%q: %q, want %q", value, got, want)
		}
	}
}

// TestPeriod writes lengths of time.
func TestPeriod(t *testing.T) {
	for _, c := range []struct {
		n    float64
		unit string
		want string
	}{
		{2, "W", "P2W"}, {1, "FN", "P2W"}, {2.5, "TH", "PT2.5H"}, {-1, "Y", "PXY"}, {3, "S", "P3Y"}, {2, "N", "P2M"}, {2, "DE", "P2DE"},
	} {
		if got := period(c.n, c.unit); got != c.want {
			t.Errorf("%v %s: %s, want %s", c.n, c.unit, got, c.want)
		}
	}
}

// TestHolidays resolves holidays whose day a rule gives.
func TestHolidays(t *testing.T) {
	for text, want := range map[string]string{
		"on Easter 2024":                    "2024-03-31",
		"on Orthodox Easter 2024":           "2024-05-05",
		"on Thanksgiving 2023":              "2023-11-23",
		"on Christmas Eve 1963":             "1963-12-24",
		"on the eve of Christmas 1963":      "1963-12-24",
		"on Easter 1500":                    "1500",
		"the June 15 joint declaration":     "2000-06-15",
		"on the Day of the Sun, Juche 101,": "2012-04-15",
	} {
		if got := only(t, text, "2023-06-14").Value; got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// TestZones reads by whose clock a time is told.
func TestZones(t *testing.T) {
	for text, want := range map[string]string{
		"at 10:30 a.m. local time":            "local",
		"on Monday Pyongyang time":            "pyongyang",
		"at 18:00 KST":                        "kst",
		"at 10:30 a.m. Eastern Daylight":      "",
		"at 10:30 a.m. Moscow Standard Time.": "moscow",
		"at 10:30 a.m. (Seoul time)":          "seoul",
		"at 10:30 a.m. by then":               "",
	} {
		if got := Find(text, "2023-06-14")[0].Zone; got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
