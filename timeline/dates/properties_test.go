package dates

import (
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	goedtf "github.com/sfomuseum/go-edtf/parser"
	"pgregory.net/rapid"
)

func TestFindHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "text"), " ")
		ref := rapid.SampledFrom([]string{"", "2023-06-12", "2024-02-29", "0001-01-01", "9999-12-31", "nonsense"}).
			Draw(t, "reference")
		check(t, text, ref)
	})
}

// check tests what holds for every text.
func check(t interface{ Fatalf(string, ...any) }, text, ref string) {
	at := 0
	for _, e := range Find(text, ref) {
		if e.Start < at || e.End <= e.Start || e.End > len(text) {
			t.Fatalf("%q: span %d-%d after %d", text, e.Start, e.End, at)
		}
		at = e.End
		if utf8.ValidString(text) && !utf8.ValidString(text[e.Start:e.End]) {
			t.Fatalf("%q: span %d-%d splits a character", text, e.Start, e.End)
		}
		if e.Type != "DATE" && e.Type != "TIME" && e.Type != "DURATION" && e.Type != "SET" {
			t.Fatalf("%q: type %q", text, e.Type)
		}
		d, ok := e.Date()
		if !ok {
			continue
		}
		if d.Earliest != "" && d.Latest != "" && d.Earliest > d.Latest {
			t.Fatalf("%q: %+v", text, d)
		}
		if again, err := Parse(d.EDTF); err != nil || again != d {
			t.Fatalf("%q: %+v parses to %+v, %v", text, d, again, err)
		}
		if _, err := goedtf.ParseString(d.EDTF); err != nil && d.EDTF > "1000" {
			t.Fatalf("%q: %s: go-edtf: %v", text, d.EDTF, err)
		}
	}
}

// processorTime returns the time that this process has had of the processors: a busy machine does not change it.
func processorTime(t *testing.T) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Skip(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// TestLinear reads texts that repeat one piece: what grew with the square of the text would take minutes.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	for _, piece := range append(pieces, "12, ", "hundred million ", "the last ", "many more ", "June 3 and ", "12-", "the end of ", "two and a half ", "' s ", ". ", "early ", "a year earlier ", "10:30 on ") {
		start := processorTime(t)
		Find(strings.Repeat(piece+" ", 3000), "2023-06-12")
		if took := processorTime(t) - start; took > 2*time.Second {
			t.Errorf("%q: 3000 times in %v", piece, took)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("PYONGYANG, June 12 (KCNA) -- Juche 101 (2012), the 75th anniversary", "2023-06-12")
	f.Add("from 12-15 June 2012 to May 264 to 241 BC, the last week of March", "")
	f.Add(strings.Join(pieces, " "), "2024-02-29")
	f.Add("19-Nov-12, Nov/19/2012, 2/5/2019 and 15/4/2019; 06/2004; 1975 Nov-Dec - Feb 2015", "2023-06-14")
	f.Add("June 3rd, 4th, and 5th, the third and fourth of May & May eighth, 2010", "2023-06-14")
	f.Add("Monday last week, a week ago Friday to Sunday week until next Monday and Tuesday before last", "2023-06-14")
	f.Add("General Tuesday Okello, Mr. August and the Mail on Sunday in April Foley", "")
	f.Fuzz(func(t *testing.T, text, ref string) { check(t, text, ref) })
}

func FuzzParse(f *testing.F) {
	f.Add("2024-06-XX/..")
	f.Add("[..2023-06-12]")
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := Parse(s); err == nil && d.Earliest != "" && d.Latest != "" && d.Earliest > d.Latest &&
			len(d.Earliest) == 10 {
			t.Fatalf("%q: %+v", s, d)
		}
	})
}

// TestWrittenDays: a day is read as itself however it is written, whatever the reference.
func TestWrittenDays(t *testing.T) {
	layouts := []string{
		"2 January 2006", "January 2, 2006", "Jan. 2, 2006", "2006-01-02", "Monday, January 2, 2006", "Monday, 2 January 2006",
		"January 2 2006", "2 Jan 2006",
	}
	rapid.Check(t, func(t *rapid.T) {
		y, m, d := day(rapid.IntRange(-25000, 25000).Draw(t, "day")).civil() // 1901 to 2038
		at := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
		want := at.Format(time.DateOnly)
		written := strings.Replace(at.Format(rapid.SampledFrom(layouts).Draw(t, "layout")), "May.", "May", 1)
		text := "The envoys met on " + written + " in Oslo."
		es := Find(text, rapid.SampledFrom([]string{"", "1950-06-14", "2023-06-14"}).Draw(t, "reference"))
		if len(es) != 1 || es[0].Value != want {
			t.Fatalf("%q: %+v, want %s", text, es, want)
		}
	})
}

// TestRelativeDaysMove: what counts from the day of publication moves with it, and lies where its words say.
func TestRelativeDaysMove(t *testing.T) {
	for words, off := range map[string]int{
		"yesterday": -1, "today": 0, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2,
		"three days ago": -3, "ten days ago": -10, "five days from now": 5,
	} {
		rapid.Check(t, func(t *rapid.T) {
			ref := day(rapid.IntRange(0, 25000).Draw(t, "reference"))
			text := "The envoys spoke of it " + words + "."
			es := Find(text, ref.String())
			if want := (ref + day(off)).String(); len(es) != 1 || es[0].Value != want {
				t.Fatalf("%q on %s: %+v, want %s", text, ref, es, want)
			}
		})
	}
}

// TestWeekdaysOfReports: a weekday in a report of the past is the last of its name, today's among them.
func TestWeekdaysOfReports(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ref := day(rapid.IntRange(0, 25000).Draw(t, "reference"))
		back := rapid.IntRange(0, 6).Draw(t, "back")
		name := time.Weekday((ref - day(back)).weekday() % 7).String()
		text := "The envoys met on " + name + " in Oslo."
		es := Find(text, ref.String())
		if want := (ref - day(back)).String(); len(es) != 1 || es[0].Value != want {
			t.Fatalf("%q on %s: %+v, want %s", text, ref, es, want)
		}
	})
}
