package dates

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"demarche/data"
)

// A holiday is a day of the calendar that has a name, or an event whose anniversaries are kept.
type holiday struct {
	name       string
	kind       string // day, event, birth, death or state
	month, day int    // 0 where the rule differs from year to year
	rule       string
	since      int // year of the event, 0 if its anniversaries are not counted
}

// holidayWords is a name of a holiday as the words that it consists of.
type holidayWords struct {
	words []string
	*holiday
}

// holidayIndex holds the names by their first word, decoded once from the embedded table.
var holidayIndex = sync.OnceValue(func() map[string][]holidayWords {
	m, err := readHolidays()
	if err != nil {
		panic(err) // the table is embedded, and a test reads it
	}
	return m
})

func readHolidays() (map[string][]holidayWords, error) {
	const file = "gazetteer/holidays.tsv"
	rows, err := data.Table(file, "name", "kind", "aliases", "date", "since", "origin")
	if err != nil {
		return nil, err
	}
	index := make(map[string][]holidayWords, 2*len(rows))
	for _, r := range rows {
		h := &holiday{name: r.Fields[0], kind: r.Fields[1], rule: r.Fields[3]}
		if len(h.rule) == 5 {
			h.month, _ = digits(h.rule, 0, 2)
			h.day, _ = digits(h.rule, 3, 5)
		}
		if s := r.Fields[4]; s != "" {
			if h.since, err = strconv.Atoi(s); err != nil {
				return nil, fmt.Errorf("%s:%d: since: %w", file, r.Line, err)
			}
		}
		for alias := range strings.SplitSeq(r.Fields[2], "|") {
			w := holidayWords{holiday: h}
			for _, t := range tokenize(alias) {
				w.words = append(w.words, t.low)
			}
			if len(w.words) == 0 {
				return nil, fmt.Errorf("%s:%d: %q: empty alias", file, r.Line, h.name)
			}
			index[w.words[0]] = append(index[w.words[0]], w)
		}
	}
	return index, nil
}

// Rules of days that move with Easter, each with the days after it after the name.
const (
	ruleEaster   = "easter"
	ruleOrthodox = "orthodox"
)

// on returns the month and day of the holiday in a year; ok is false where the table does not know it.
func (h *holiday) on(year int) (month, dayOf int, ok bool) {
	switch {
	case h.month > 0:
		return h.month, h.day, true
	case strings.HasPrefix(h.rule, ruleEaster), strings.HasPrefix(h.rule, ruleOrthodox):
		add, err := strconv.Atoi(strings.TrimPrefix(strings.TrimPrefix(h.rule, ruleEaster), ruleOrthodox))
		if err != nil || year < 1583 {
			return 0, 0, false
		}
		e := easter(year)
		if h.rule[0] == 'o' {
			e = orthodoxEaster(year)
		}
		_, month, dayOf = (e + day(add)).civil()
		return month, dayOf, true
	case len(h.rule) == 8 && h.rule[2] == '-':
		e, known := lexicon().words[h.rule[3:6]]
		m, _ := digits(h.rule, 0, 2)
		n, _ := digits(h.rule, 7, 8)
		if !known || m < 1 {
			return 0, 0, false
		}
		return m, nthWeekday(year, m, e.weekdayAbbr, n), true
	}
	prefix := fmt.Sprintf("%04d-", year)
	if i := strings.Index(","+h.rule, ","+prefix); i >= 0 {
		if d, ok := parseDay(h.rule[i:]); ok {
			_, month, dayOf = d.civil()
			return month, dayOf, true
		}
	}
	return 0, 0, false
}

// nthWeekday is the day of the month of its nth such weekday, the last one for 5.
func nthWeekday(y, m, weekday, n int) int {
	first := newDay(y, m, 1)
	d := 1 + (weekday-first.weekday()+7)%7 + 7*(n-1)
	for d > daysIn(y, m) {
		d -= 7
	}
	return d
}

// easter is the Sunday of the western churches, by the anonymous Gregorian rule.
func easter(y int) day {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return newDay(y, n/31, n%31+1)
}

// orthodoxEaster is the Sunday by the Julian calendar, as a Gregorian day.
func orthodoxEaster(y int) day {
	a, b, c := y%4, y%7, y%19
	d := (19*c + 15) % 30
	e := (2*a + 4*b - d + 34) % 7
	n := d + e + 114
	return newDay(y, n/31, n%31+1) + day(y/100-y/400-2)
}

// hasLabel tells whether the word is how the state's day is called; "national" always is.
func (h *holiday) hasLabel(word string) bool {
	return word == "national" || strings.HasPrefix(strings.ToLower(h.name), word+" day")
}

// title is the canonical name of the holiday or anniversary.
func (h *holiday) title(nth int) string {
	count := ""
	if nth > 0 {
		count = ordinalText(nth) + " "
	}
	switch h.kind {
	case "event":
		return count + "anniversary of the " + h.name
	case "birth", "death":
		return count + h.kind + " anniversary of " + h.name
	case "state":
		if nth > 0 {
			return count + "anniversary of the " + h.name
		}
	}
	return h.name
}

// ordinalText writes 1st, 2nd, 3rd, 4th, 11th.
func ordinalText(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}
