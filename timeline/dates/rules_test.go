package dates

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A rule reads an expression that begins at a token; its end is 0 where it does not match.
type rule = func(i int) (meaning, int)

// ruleTests are phrases for each rule of the grammar: the words in brackets, and their type and value on Wednesday, 14
// June 2023. Where the value is "", the rule does not read these words.
var ruleTests = []struct {
	name  string
	read  func(g *grammar) rule
	cases [][2]string
}{
	{"juche", func(g *grammar) rule { return g.years.juche }, [][2]string{
		{"[Juche 101 (2012)] began.", "DATE 2012"},
		{"In [Juche 99] the works opened.", "DATE 2010"},
		{"[Juche ideas] are old.", ""},
	}},
	{"blurred", func(g *grammar) rule { return g.blurs.blurred }, [][2]string{
		{"In [early March] the talks began.", "DATE 2023-03"},
		{"The towns of [the late 1960s] are gone.", "DATE 196"},
		{"Prices fell in [mid-2011] again.", "DATE 2011"},
		{"It rained [late in 2010] there.", "DATE 2010"},
		{"[Earlier this month] he left.", "DATE 2023-06"},
		{"[Later Monday] she wrote.", "DATE 2023-06-12"},
		{"The plan of [early to mid June] failed.", "DATE 2023-06"},
		{"[Later March] is no date.", ""},
		{"[the early October battle] is a name.", ""},
	}},
	{"yearEarlier", func(g *grammar) rule { return g.pointed.yearEarlier }, [][2]string{
		{"Sales beat [the year-earlier quarter] by far.", "DATE 2022-Q2"},
		{"The [year-old deal] holds.", ""},
	}},
	{"edged", func(g *grammar) rule { return g.portions.edged }, [][2]string{
		{"It came in [the latter half of May 2010] late.", "DATE 2010-05"},
		{"It came in [the latter half of 2010] late.", "DATE 2010-H2"},
		{"At [the end of 2009] they met.", "DATE 2009"},
		{"By [the middle of March] it was over.", "DATE 2023-03"},
		{"[Year-end] came.", "DATE 2023"},
		{"At [month's end] they pay.", "DATE 2023-06"},
		{"On [the eve of June 12] they sang.", "DATE 2023-06-11"},
		{"[part of March] is none.", ""},
	}},
	{"nthOf", func(g *grammar) rule { return g.portions.nthOf }, [][2]string{
		{"In [the third quarter of 2009] it grew.", "DATE 2009-Q3"},
		{"Exports rose in [the first half of last year] there.", "DATE 2022-H1"},
		{"It was [the last week of March 2010] then.", "DATE 2010-W12"},
		{"[Q3 2010] was bad.", "DATE 2010-Q3"},
		{"In [the second half of fiscal 2012] it fell.", "DATE 2012-H2"},
		{"[the third day] of talks passed.", ""},
		{"[the fifth quarter of 2009] is none.", ""},
	}},
	{"dayMonth", func(g *grammar) rule { return g.days.dayMonth }, [][2]string{
		{"On [12 June 2010] they met.", "DATE 2010-06-12"},
		{"On [the 12th of June] they met.", "DATE 2023-06-12"},
		{"He left on [12-June-1990] at dawn.", "DATE 1990-06-12"},
		{"Filed [19NOV12] by wire.", "DATE 2012-11-19"},
		{"He wrote on [the 25th of last month] too.", "DATE 2023-05-25"},
		{"At [10:30 June] he left.", ""},
	}},
	{"wordDayMonth", func(g *grammar) rule { return g.days.wordDayMonth }, [][2]string{
		{"On [the twenty-first of June], she left.", "DATE 2023-06-21"},
		{"On [the third of May, 1985] it rained.", "DATE 1985-05-03"},
		{"He came on [the fifth of this month] alone.", "DATE 2023-06-05"},
		{"[a third of May] is a share.", ""},
		{"on [the second of May's raids] he fell.", ""},
	}},
	{"monthDay", func(g *grammar) rule { return g.days.monthDay }, [][2]string{
		{"On [June 12, 1950] he wrote.", "DATE 1950-06-12"},
		{"Since [June 12th] it rains.", "DATE 2023-06-12"},
		{"In [June of 1950] it rained.", "DATE 1950-06"},
		{"He came in [May] and left.", "DATE 2023-05"},
		{"On [May third, 1985] it snowed.", "DATE 1985-05-03"},
		{"She [may 12] not.", ""},
	}},
	{"loneDay", func(g *grammar) rule { return g.days.loneDay }, [][2]string{
		{"He left on [the 20th].", "DATE 2023-06-20"},
		{"He left on [the 20th century] ship.", ""},
		{"[the 20th] came.", ""},
	}},
	{"ranged", func(g *grammar) rule { return g.dayLists.ranged }, [][2]string{
		{"From [12]-15 June 2010 they met.", "DATE 2010-06-12"},
		{"On [12], 13 and 14 June 2010 they met.", "DATE 2010-06-12"},
		{"On [the 3rd] and 4th of May they met.", "DATE 2023-05-03"},
		{"On [12]-15 people.", ""},
	}},
	{"numeric", func(g *grammar) rule { return g.numeric.numeric }, [][2]string{
		{"On [2012-04-15] he wrote.", "DATE 2012-04-15"},
		{"On [2012.4.15] he wrote.", "DATE 2012-04-15"},
		{"On [31/10/1989] he wrote.", "DATE 1989-10-31"},
		{"On [10/31/89] he wrote.", "DATE 1989-10-31"},
		{"On [19-Nov-12] he wrote.", "DATE 2012-11-19"},
		{"On [Nov/19/2012] he wrote.", "DATE 2012-11-19"},
		{"On [2019-Mar-12] he wrote.", "DATE 2019-03-12"},
		{"On [19-Nov.-2012] he wrote.", "DATE 2012-11-19"},
		{"On [13/13/2012] he wrote.", ""},
		{"On [2012-02-30] he wrote.", ""},
	}},
	{"monthYear", func(g *grammar) rule { return g.numeric.monthYear }, [][2]string{
		{"The deal of [06/2004] holds.", "DATE 2004-06"},
		{"It was signed in [6/2004] there.", "DATE 2004-06"},
		{"In [13/2004] nothing.", ""},
		{"The score was [6/2004] then.", ""},
	}},
	{"yearFirst", func(g *grammar) rule { return g.numeric.yearFirst }, [][2]string{
		{"On [2019 March 5] he wrote.", "DATE 2019-03-05"},
		{"In [1975 Nov] it rained.", "DATE 1975-11"},
		{"Only [2019 soldiers] left.", ""},
	}},
	{"clockTime", func(g *grammar) rule { return g.clock.clockTime }, [][2]string{
		{"At [18:00 UTC] it began.", "TIME 2023-06-14T18:00Z"},
		{"At [5:34 a.m.] it ended.", "TIME 2023-06-14T05:34"},
		{"At [11pm] it ended.", "TIME 2023-06-14T23:00"},
		{"At [0800 GMT] it ended.", "TIME 2023-06-14T08:00Z"},
		{"At [0800 hours] it ended.", "TIME 2023-06-14T08:00"},
		{"At [noon] they ate.", "TIME 2023-06-14T12:00"},
		{"At [midnight] they left.", "TIME 2023-06-14T24:00"},
		{"At [five o'clock] they left.", "TIME 2023-06-14T05:00"},
		{"At [10:30:20] it blew.", "TIME 2023-06-14T10:30"},
		{"At [25:10] nothing.", ""},
		{"About [800 men] came.", ""},
	}},
	{"timeOfDay", func(g *grammar) rule { return g.timesOfDay.timeOfDay }, [][2]string{
		{"At [10 a.m. Monday] they met.", "TIME 2023-06-12T10:00"},
		{"In [the night of 10 May 2010] it burned.", "TIME 2010-05-10TNI"},
		{"In [the early morning hours of that day] it burned.", "TIME 2023-06-14TMO"},
		{"[Overnight] it snowed.", "TIME 2023-06-14TNI"},
		{"[One morning] it snowed.", "TIME XXXX-XX-XXTMO"},
		{"[early in the morning] it snowed.", "TIME 2023-06-14TMO"},
		{"On [the evening of June 3] they sang.", "TIME 2023-06-03TEV"},
		{"[mornings of 3 May] are odd.", "TIME 2023-05-03TMO"},
	}},
	{"deicticDay", func(g *grammar) rule { return g.dayNames.deicticDay }, [][2]string{
		{"He left [today] again.", "DATE 2023-06-14"},
		{"He left [yesterday morning] again.", "TIME 2023-06-13TMO"},
		{"He left [the day before yesterday] again.", "DATE 2023-06-12"},
		{"He leaves [the day after tomorrow] again.", "DATE 2023-06-16"},
		{"[Tonight] they meet.", "TIME 2023-06-14TNI"},
	}},
	{"length", func(g *grammar) rule { return g.lengths.length }, [][2]string{
		{"It took [two weeks] in all.", "DURATION P2W"},
		{"It took [more than three years] in all.", "DURATION P3Y"},
		{"It took [at least a day] in all.", "DURATION P1D"},
		{"It took [half an hour] in all.", "DURATION PT30M"},
		{"It took [two and a half hours] in all.", "DURATION PT2.5H"},
		{"It took [six straight days] in all.", "DURATION P6D"},
		{"It rained for [the whole day] there.", "DURATION P1D"},
		{"It rained for [the past five trading days] there.", "DURATION P5D"},
		{"In [the first ten months of 2007] it grew.", "DURATION P10M"},
		{"A [30-day] term.", "DURATION P30D"},
		{"He is [18 years old] now.", "DURATION P18Y"},
		{"He left [two weeks ago] again.", "DATE 2023-W22"},
		{"He came back [three days later] again.", "DATE 2023-06-17"},
		{"He will come [two weeks from now] then.", "DATE 2023-W26"},
		{"He left for [years] then.", "DURATION PXY"},
		{"[the 40-year rule] holds.", ""},
		{"[a month-long visit] ends.", ""},
		{"[three quarters of the troops] left.", ""},
		{"[over the years] it grew.", ""},
	}},
	{"reference", func(g *grammar) rule { return g.references.reference }, [][2]string{
		{"It is calm at [present].", "DATE PRESENT_REF"},
		{"In [the past], it rained.", "DATE PAST_REF"},
		{"In [the future], it rains.", "DATE FUTURE_REF"},
		{"They meet [now] again.", "DATE PRESENT_REF"},
		{"He spoke [recently] there.", "DATE PAST_REF"},
		{"In [recent days] he spoke.", "DURATION PXD"},
		{"It is calm at [the moment] there.", "DATE PRESENT_REF"},
		{"The [current] plan.", "DATE PRESENT_REF"},
		{"In [the future border] deal.", ""},
	}},
	{"recurring", func(g *grammar) rule { return g.sets.recurring }, [][2]string{
		{"They meet [every day] there.", "SET P1D"},
		{"They meet [each Monday] there.", "SET XXXX-WXX-1"},
		{"They meet [every two years] there.", "SET P2Y"},
		{"They meet [Mondays] there.", "SET XXXX-WXX-1"},
		{"They meet twice [a week] there.", "SET P1W"},
		{"It earns 15 million [a year] there.", "SET P1Y"},
		{"They eat [daily] there.", "SET P1D"},
		{"They sing [every morning] there.", "SET XXXX-XX-XXTMO"},
		{"They sing [every other week] there.", "SET P2W"},
		{"They left twice [a year ago] there.", ""},
	}},
	{"pointed", func(g *grammar) rule { return g.pointed.pointed }, [][2]string{
		{"[Last week] they met.", "DATE 2023-W23"},
		{"[The next day] they met.", "DATE 2023-06-15"},
		{"[This spring] they met.", "DATE 2023-SP"},
		{"[Next Monday] they meet.", "DATE 2023-06-19"},
		{"[Last September] they met.", "DATE 2022-09"},
		{"[The following morning] they met.", "TIME 2023-06-15TMO"},
		{"[The year before last] they met.", "DATE 2021"},
		{"[The summer] was hot.", "DATE 2023-SU"},
		{"[the fall of Saigon] came.", ""},
		{"[following Monday's debate] he left.", ""},
	}},
	{"weekdayName", func(g *grammar) rule { return g.weekdays.weekdayName }, [][2]string{
		{"They meet [Tuesday week].", "DATE 2023-06-27"},
		{"On [Monday] they met.", "DATE 2023-06-12"},
		{"On [Thursday, June 8] they met.", "DATE 2023-06-08"},
		{"On [Friday (June 9)] they met.", "DATE 2023-06-09"},
		{"On [Thurs., June 8] they met.", "DATE 2023-06-08"},
		{"On [Monday last week] they met.", "DATE 2023-06-05"},
		{"On [Monday of the previous week] they met.", "DATE 2023-06-05"},
		{"On [Tuesday morning] they met.", "TIME 2023-06-13TMO"},
		{"[Black Friday] came.", ""},
	}},
	{"dayOfWeek", func(g *grammar) rule { return g.weekdays.dayOfWeek }, [][2]string{
		{"He left [a week ago Monday] alone.", "DATE 2023-06-05"},
		{"He left [two weeks ago on Tuesday] alone.", "DATE 2023-05-30"},
		{"He left [last week, on Thursday] alone.", "DATE 2023-06-08"},
		{"He leaves [a week from Friday] alone.", "DATE 2023-06-23"},
	}},
	{"decadeOrCentury", func(g *grammar) rule { return g.decades.decadeOrCentury }, [][2]string{
		{"In [the 1960s] it grew.", "DATE 196"},
		{"In [the '60s] it grew.", "DATE 196"},
		{"In [the sixties] it grew.", "DATE 196"},
		{"In [the 19th century] it grew.", "DATE 18"},
		{"In [the 1800s] it grew.", "DATE 18"},
		{"In [the 5th century BC] it fell.", "DATE BC04"},
		{"[the 1965s] is none.", ""},
	}},
	{"bareYear", func(g *grammar) rule { return g.bareYears.bareYear }, [][2]string{
		{"In [1998] it grew.", "DATE 1998"},
		{"In [fiscal 2011] it grew.", "DATE FY2011"},
		{"In [FY2011] it grew.", "DATE FY2011"},
		{"In [the year 1812] it grew.", "DATE 1812"},
		{"In ['98] it grew.", "DATE 1998"},
		{"In [44 BC] he fell.", "DATE BC0044"},
		{"About [1500 troops] left.", ""},
		{"He has [$1998] left.", ""},
		{"Take Flight [1549] now.", ""},
		{"See p. [1998] there.", ""},
	}},
	{"seasonName", func(g *grammar) rule { return g.seasons.seasonName }, [][2]string{
		{"In [spring 1918] it rained.", "DATE 1918-SP"},
		{"In [the winter of 1915-16] it froze.", "DATE 1915-WI"},
		{"In [summer] it rains.", "DATE 2023-SU"},
		{"Prices [fall to] new lows.", ""},
	}},
	{"holidayName", func(g *grammar) rule { return g.holidays.holidayName }, [][2]string{
		{"On [National Day of Cuba] they sang.", "DATE 2023-01-01"},
		{"He wrote on [India's Independence Day].", "DATE 2022-08-15"},
		{"On [Russia Day] they sang.", "DATE 2023-06-12"},
		{"On [Christmas 1963] they sang.", "DATE 1963-12-25"},
		{"The [Good Friday Agreement] holds.", ""},
	}},
	{"anniversary", func(g *grammar) rule { return g.anniversaries.anniversary }, [][2]string{
		{"On [the 64th anniversary of the founding of the DPRK] he spoke.", "DATE 2012-09-09"},
		{"On [the centenary of the birth of President Kim Il Sung] he spoke.", "DATE 2012-04-15"},
		{"On [Kim Jong Il's 70th birth anniversary] he spoke.", "DATE 2012-02-16"},
		{"On [the DPRK's 64th founding anniversary] he spoke.", "DATE 2012-09-09"},
		{"On [the anniversary of nothing] he spoke.", ""},
	}},
}

// TestRules lets every rule read its phrases, and nothing but them.
func TestRules(t *testing.T) {
	for _, r := range ruleTests {
		t.Run(r.name, func(t *testing.T) {
			for _, c := range r.cases {
				before, rest, _ := strings.Cut(c[0], "[")
				phrase, after, _ := strings.Cut(rest, "]")
				text := before + phrase + after
				g := newGrammar(text)
				_, end := r.read(g)(tokenAt(g.t.list, len(before)))
				reads := end > 0 && g.t.list[end-1].end == len(before)+len(phrase)
				if reads != (c[1] != "") {
					t.Errorf("%s: the rule reads the words: %v", c[0], reads)
				}
				if got := valueOf(text, len(before), len(before)+len(phrase)); c[1] != "" && got != c[1] {
					t.Errorf("%s: %q, want %q", c[0], got, c[1])
				}
			}
		})
	}
}

// tokenAt is the first token that begins at a byte or after it.
func tokenAt(ts []token, at int) int {
	for i := range ts {
		if ts[i].start >= at {
			return i
		}
	}
	return len(ts)
}

// valueOf is the type and value of the expression of these bytes, "" where Find has none.
func valueOf(text string, start, end int) string {
	for _, e := range Find(text, "2023-06-14") {
		if e.Start == start && e.End == end {
			return e.Type + " " + e.Value
		}
	}
	return ""
}

// TestRulesEndInText lets every rule begin at every token of texts made of pieces: it ends after its beginning and
// within the text, or reads nothing.
func TestRulesEndInText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 30).Draw(t, "text"), " ")
		g := newGrammar(text)
		for _, r := range ruleTests {
			for i := range g.t.list {
				if _, end := r.read(g)(i); end != 0 && (end <= i || end > len(g.t.list)) {
					t.Fatalf("%s at token %d of %q: ends at %d", r.name, i, text, end)
				}
			}
		}
	})
}
