package dates

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	goedtf "github.com/sfomuseum/go-edtf/parser"
	"pgregory.net/rapid"
)

// TestFind runs the cases of testdata/find.txt: a line "reference | text", then a line for each expression, "type
// value | words".
func TestFind(t *testing.T) {
	b, err := os.ReadFile("testdata/find.txt")
	if err != nil {
		t.Fatal(err)
	}
	for block := range strings.SplitSeq(strings.TrimSpace(string(b)), "\n\n") {
		var lines []string
		for l := range strings.SplitSeq(block, "\n") {
			if !strings.HasPrefix(l, "#") && l != "" {
				lines = append(lines, l)
			}
		}
		if len(lines) == 0 {
			continue
		}
		reference, text, ok := strings.Cut(lines[0], "|")
		if !ok {
			t.Fatalf("no text in %q", lines[0])
		}
		text = strings.ReplaceAll(strings.TrimSpace(text), `\n`, "\n")
		var got []string
		for _, e := range Find(text, strings.TrimSpace(reference)) {
			got = append(got, fmt.Sprintf("%s %s | %s", e.Type, e.Value, text[e.Start:e.End]))
		}
		if g, w := strings.Join(got, "\n"), strings.Join(lines[1:], "\n"); g != w {
			t.Errorf("%s\ngot:\n%s\nwant:\n%s\n", lines[0], g, w)
		}
	}
}

func TestDateOfExpression(t *testing.T) {
	for _, c := range []struct{ ref, text, edtf, earliest, latest string }{
		{"2023-06-12", "They met over the weekend.", "2023-06-10/2023-06-11", "2023-06-10", "2023-06-11"},
		{"2023-06-12", "They met on June 10.", "2023-06-10", "2023-06-10", "2023-06-10"},
		{"2023-06-12", "They met in May.", "2023-05", "2023-05-01", "2023-05-31"},
		{"2023-06-12", "They met last week.", "2023-06-05/2023-06-11", "2023-06-05", "2023-06-11"},
		{"2023-06-12", "They met in 2020.", "2020", "2020-01-01", "2020-12-31"},
		{"2023-06-12", "They met in the 1990s.", "199X", "1990-01-01", "1999-12-31"},
		{"2023-06-12", "They met in the summer of 2020.", "2020-22", "2020-06-01", "2020-08-31"},
		{"2023-06-12", "They met in the winter of 2020.", "2020-24", "2020-12-01", "2021-02-28"},
		{"2023-06-12", "They met in the third quarter of 2020.", "2020-07/2020-09", "2020-07-01", "2020-09-30"},
		{"2023-06-12", "They met recently.", "2023-06~", "2023-06-01", "2023-06-30"},
		{"2023-06-12", "They met around May 3, 2019.", "2019-05-03~", "2019-05-03", "2019-05-03"},
		{"2023-06-12", "They met on Monday morning.", "2023-06-12", "2023-06-12", "2023-06-12"},
		{"2023-06-12", "The talks of June 5-7 failed.", "2023-06-05/2023-06-07", "2023-06-05", "2023-06-07"},
		{"2023-06-12", "The talks lasted from June 5 to June 7.", "2023-06-05/2023-06-07", "2023-06-05", "2023-06-07"},
		{"2023-06-12", "The talks of 5 and 6 June failed.", "2023-06-05/2023-06-06", "2023-06-05", "2023-06-06"},
		{"2023-06-12", "The talks of June 5 and 6 failed.", "2023-06-05/2023-06-06", "2023-06-05", "2023-06-06"},
		{"2023-06-12", "The talks of June 3, 4 and 5 failed.", "2023-06-03/2023-06-05", "2023-06-03", "2023-06-05"},
		{"2023-06-12", "June 3rd and 4th, 1961, were the days.", "1961-06-03/1961-06-04", "1961-06-03", "1961-06-04"},
		{"2023-06-14", "The talks ran Monday through Thursday.", "2023-06-05/2023-06-08", "2023-06-05", "2023-06-08"},
		{"2023-06-12", "They met in the first half of 2021.", "2021-01/2021-06", "2021-01-01", "2021-06-30"},
		{"2023-06-12", "They met last year.", "2022", "2022-01-01", "2022-12-31"},
		{"2023-06-12", "They met two decades ago.", "200X", "2000-01-01", "2009-12-31"},
		{"2023-06-12", "The talks of June 5 and 8 failed.", "2023-06-05", "2023-06-05", "2023-06-05"},
	} {
		es := Find(c.text, c.ref)
		if len(es) == 0 {
			t.Errorf("%s: nothing found", c.text)
			continue
		}
		d, ok := es[0].Date()
		if !ok || d != (Date{c.edtf, c.earliest, c.latest}) {
			t.Errorf("%s: %+v %v", c.text, d, ok)
		}
	}
	for _, text := range []string{"for two years", "every day", "in the past", "months later"} {
		for _, e := range Find(text, "2023-06-12") {
			if d, ok := e.Date(); ok {
				t.Errorf("%q: %+v", text, d)
			}
		}
	}
}

func TestBasis(t *testing.T) {
	for text, want := range map[string]Basis{
		"on June 10":          Stated,
		"on June 10, 2020":    Stated,
		"on Russia Day":       Stated,
		"on Saturday":         Relative,
		"yesterday":           Relative,
		"over the weekend":    Relative,
		"on Thursday, June 8": Stated,
		"two days later":      Relative,
		"on Juche 101 (2012)": Stated,
		"the 75th anniversary of the founding of the DPRK": Stated,
	} {
		es := Find(text, "2023-06-12")
		if len(es) != 1 || es[0].Basis() != want {
			t.Errorf("%q: %+v, want %s", text, es, want)
		}
	}
}

func TestOccasions(t *testing.T) {
	text := "He sent greetings on the 64th anniversary of the foundation of the Democratic People's Republic of Korea, and spoke on Russia's National Day " +
		"and at a meeting for the centenary of the birth of President Kim Il Sung. Kim Jong Il's 70th birth anniversary fell in February."
	want := []string{
		"2012-09-09 64th anniversary of the founding of the DPRK", "2012-06-12 Russia Day",
		"2012-04-15 100th birth anniversary of Kim Il Sung", "2012-02-16 70th birth anniversary of Kim Jong Il",
	}
	var got []string
	for _, e := range Find(text, "2012-09-10") {
		if d, _ := e.Date(); e.Holiday != "" {
			got = append(got, d.EDTF+" "+e.Holiday)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestDateline(t *testing.T) {
	for text, want := range map[string]bool{
		"PYONGYANG, June 12 (KCNA) -- He spoke.":                     true,
		"VARNA, June 12 (Lake Press Service) -- He spoke.":           true,
		"Lind left on June 12 (Lake Press Service said so).":         false,
		"Pyongyang, April 12 Juche 101 (2012) (KCNA) -- He spoke.":   true,
		"A title\n\nNEW YORK, March 22, 2013 (AP) - He spoke.":       true,
		"SEOUL, June 19 – He spoke.":                                 true,
		"South Lawn\n\n(June 12, 2013)\n\nHe spoke.":                 true,
		"South Lawn\n\nHe spoke (June 12, 2013).":                    false,
		"South Lawn\n\n(June 12, 2013) He spoke.":                    false,
		"He came to Seoul on June 19 (Monday) to speak.":             false,
		"The Geneva talks of June 12-15 failed.":                     false,
		"In Geneva, June 12 is remembered.":                          false,
		"The minister met the envoy in Geneva, June 12 (AFP) -- no.": false,
	} {
		if es := Find(text, "2013-06-20"); len(es) == 0 || es[0].Dateline != want {
			t.Errorf("%q: %+v", text, es)
		}
	}
}

func TestElsewhere(t *testing.T) {
	if d := Elsewhere("2023-06-12", 9, -5); d.EDTF != "2023-06-11/2023-06-12" {
		t.Error(d)
	}
	if d := Elsewhere("2023-06-12", -5, 9); d.EDTF != "2023-06-12/2023-06-13" {
		t.Error(d)
	}
	e := Find("It was launched late Sunday Pyongyang time.", "2023-06-14")[0]
	if d, ok := e.Seen(-5); !ok || d.EDTF != "2023-06-10/2023-06-11" {
		t.Error(e, d)
	}
}

func TestParse(t *testing.T) {
	for edtf, want := range map[string]string{
		"2024":                  "2024-01-01 2024-12-31",
		"2024-02":               "2024-02-01 2024-02-29",
		"2023-02~":              "2023-02-01 2023-02-28",
		"2024-06-19?":           "2024-06-19 2024-06-19",
		"2024%":                 "2024-01-01 2024-12-31",
		"202X":                  "2020-01-01 2029-12-31",
		"20XX":                  "2000-01-01 2099-12-31",
		"2024-06-XX":            "2024-06-01 2024-06-30",
		"2024-XX-XX":            "2024-01-01 2024-12-31",
		"2001-21":               "2001-03-01 2001-05-31",
		"2001-24":               "2001-12-01 2002-02-28",
		"2023-06-10/2023-06-11": "2023-06-10 2023-06-11",
		"2023-06/2023-08":       "2023-06-01 2023-08-31",
		"2024-06/..":            "2024-06-01 ",
		"../2024-06":            " 2024-06-30",
		"/2024-06":              " 2024-06-30",
		"[..2023-06-12]":        " 2023-06-12",
	} {
		d, err := Parse(edtf)
		if got := d.Earliest + " " + d.Latest; err != nil || got != want {
			t.Errorf("%s: %q %v, want %q", edtf, got, err, want)
		}
		if _, err := goedtf.ParseString(edtf); err != nil {
			t.Errorf("%s: go-edtf: %v", edtf, err)
		}
	}
	for _, bad := range []string{"", "..", "../..", "/", "2024-13", "2024-00", "2023-02-29", "2024-06-31", "24", "2024-6-1", "2X24", "[..]", "[..2023", "2024-06-12/2024-06-11", "20240612", "2024-06-12x", "yesterday", "XXXX-06-12-01"} {
		if d, err := Parse(bad); err == nil {
			t.Errorf("%q: no error, %+v", bad, d)
		}
	}
	if d := OnOrBefore("2023-06-12"); d.EDTF != "[..2023-06-12]" || d.Earliest != "" || d.Latest != "2023-06-12" {
		t.Error(d)
	}
	if d := OnOrBefore("2023-06"); d != (Date{}) {
		t.Error(d)
	}
	if d := Between("2023-06-12", "2023-06-12"); d.EDTF != "2023-06-12" {
		t.Error(d)
	}
}

func TestTables(t *testing.T) {
	if _, err := readLexicon(); err != nil {
		t.Error(err)
	}
	index, err := readHolidays()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, words := range index {
		for _, w := range words {
			key := w.kind + " " + strings.Join(w.words, " ")
			if seen[key] {
				t.Errorf("%s: twice", key)
			}
			seen[key] = true
			if m, d, ok := w.on(2020); !ok || m < 1 || m > 12 || d < 1 || d > 31 {
				t.Errorf("%s: no day in 2020", w.name)
			}
		}
	}
}

func TestEaster(t *testing.T) {
	for y, want := range map[int]string{1998: "1998-04-12", 2000: "2000-04-23", 2016: "2016-03-27", 2024: "2024-03-31", 2025: "2025-04-20"} {
		if got := easter(y).String(); got != want {
			t.Errorf("%d: %s, want %s", y, got, want)
		}
	}
	for y, want := range map[int]string{2016: "2016-05-01", 2024: "2024-05-05", 2025: "2025-04-20"} {
		if got := orthodoxEaster(y).String(); got != want {
			t.Errorf("orthodox %d: %s, want %s", y, got, want)
		}
	}
}

func TestCalendarAgrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := day(rapid.IntRange(-2000000, 2000000).Draw(t, "day"))
		y, m, d := n.civil()
		if newDay(y, m, d) != n || d < 1 || d > daysIn(y, m) || (n+1).weekday() != n.weekday()%7+1 {
			t.Fatal(n, y, m, d)
		}
		if wy, w := n.week(); monday(wy, w) > n || n > monday(wy, w)+6 {
			t.Fatal(n, wy, w)
		}
	})
}

// pieces are what texts of the property test are made of.
var pieces = strings.Fields(
	"on in the of last next this that same a an two 3 12 31 2012 1914 75th 21st first second third May March June Sept. Monday " +
		"Friday day days week weekend month months year years decade century quarter half ago later earlier before after early late mid - – , ( ) . : ' s " +
		"morning night noon 10:30 p.m. UTC every per daily now recently future past anniversary founding DPRK birth Kim Il Sung Christmas Easter Juche BC eve " +
		"end beginning to and from since until will said met \n é 金",
)

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat(
		"PYONGYANG, June 12 (KCNA) -- The minister said on Monday that talks begun two years ago would end by the end of next month, "+
			"and that the two sides had agreed to meet again in the capital before the anniversary of the founding of the republic. ",
		200,
	)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text, "2023-06-12")
	}
}

func ExampleFind() {
	text := "They met over the weekend, two days before Russia Day."
	for _, e := range Find(text, "2023-06-14") {
		d, _ := e.Date()
		fmt.Println(text[e.Start:e.End], e.Type, e.Value, d.EDTF, e.Basis())
	}
	// Output:
	// the weekend DATE 2023-W23-WE 2023-06-10/2023-06-11 relative
	// two days DURATION P2D  stated
	// Russia Day DATE 2023-06-12 2023-06-12 stated
}
