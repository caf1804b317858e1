package article

import (
	"regexp"
	"time"
)

// dayReader reads the days of one source.
type dayReader struct {
	dayFirst bool   // 5/6/2023 is the fifth of June
	last     string // the last day that may be one of publication, as YYYY-MM-DD; "" for no bound
}

// newDayReader reads the days of what was read at that time, of which no article can be much younger; a zero time is
// no bound.
func newDayReader(read time.Time) dayReader {
	if read.IsZero() {
		return dayReader{}
	}
	return dayReader{
		last: read.UTC().AddDate(0, 0, 1).Format(time.DateOnly),
	} // it is tomorrow already where the sun rises
}

// may reports whether a day, YYYY-MM-DD or "", may be one of publication. Systems write the beginning of their counts
// where they know none.
func (r dayReader) may(day string) bool {
	switch day {
	case "", "1900-01-01", "1969-12-31", "1970-01-01", "1970-01-02":
		return false
	}
	return r.last == "" || day <= r.last
}

// stamp returns the day that a machine wrote for machines, "" where there is none that may be one of publication.
func (r dayReader) stamp(s string) string {
	if d := stampDay(cut(s, maxDate), r.dayFirst); r.may(d) {
		return d
	}
	return ""
}

// matched returns the day whose year, month and day a pattern finds in a path, "" for none that may be one of
// publication.
func (r dayReader) matched(re *regexp.Regexp, path string) string {
	if m := re.FindStringSubmatch(path); m != nil {
		if d := civil(m[1], m[2], m[3]); r.may(d) {
			return d
		}
	}
	return ""
}

// publication returns the day of publication that a short text names: one that is called so, else one that has no
// label. Its day is "" where it names none of them. before is the label that stands
// before the text, for its first day.
func (r dayReader) publication(s string, before label) labelledDay {
	days := daysIn(s, r.dayFirst)
	if len(days) > 0 && days[0].label == unlabelled {
		days[0].label = before
	}
	best := labelledDay{label: elsewhere}
	for _, d := range days {
		if d.label < changed && r.may(d.day) && (best.day == "" || d.label.surer(best.label)) {
			best = d
		}
	}
	return best
}
