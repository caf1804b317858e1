package dates

import "fmt"

// clock reads the time of the day, and adds it to a day that is read already. It knows no days.
type clock struct {
	t     *tokens
	units *units
}

// meridiem reads "am", "a.m.", "PM"; pm is 0 for the morning and 12 for the afternoon. end is 0 where there is none.
func (r *clock) meridiem(i int) (pm, end int) {
	switch {
	case r.t.is(i, "am"):
		return 0, i + 1
	case r.t.is(i, "pm"):
		return 12, i + 1
	case r.t.is(i, "a", "p") && r.t.is(i+1, ".") && r.t.at(i+1).glued && r.t.is(i+2, "m") && r.t.at(i+2).glued:
		if r.t.is(i, "p") {
			pm = 12
		}
		return pm, r.t.dotted(i + 3)
	}
	return 0, 0
}

// clockTime reads "18:00 UTC", "5:34 a.m.", "11pm", "0800 GMT", "noon".
func (r *clock) clockTime(i int) (meaning, int) {
	switch t := r.t.at(i); {
	case r.t.in(i, words.NamedHour) && r.t.small(i):
		clock := "12:00"
		if r.t.is(i, "midnight") {
			clock = "24:00"
		}
		return meaning{kind: dayTime, clock: clock}, i + 1
	case t.figures(4):
		return r.figureTime(i)
	case t.word.num > 0 && t.word.num <= 12 && r.oClock(i+1) > 0:
		return meaning{kind: dayTime, clock: fmt.Sprintf("%02d:00", t.word.num)}, r.oClock(i + 1)
	}
	return meaning{}, 0
}

// oClock reads "o'clock"; 0 where it does not stand.
func (r *clock) oClock(i int) int {
	if r.t.seq(i, "o", "'", "clock") {
		return i + 3
	}
	return 0
}

// figureTime reads a time in figures. What proves it to be one is a colon, "a.m." or "o'clock", or after four figures
// the name of a clock or "hours".
func (r *clock) figureTime(i int) (meaning, int) {
	h, min, e := r.hoursMinutes(i)
	colon := e > i+1 && r.t.is(i+1, ":")
	pm, k := r.meridiem(e)
	if k > 0 && h <= 12 && h > 0 {
		h = h%12 + pm
	}
	end := max(k, e)
	zone, tail := r.clockTail(end)
	four := r.t.at(i).digits == 4 && tail > end
	proved := k > 0 || colon || four || r.oClock(end) > 0
	if !proved || h > 24 || min > 59 {
		return meaning{}, 0
	}
	return meaning{kind: dayTime, clock: fmt.Sprintf("%02d:%02d", h, min), zone: zone}, tail
}

// hoursMinutes splits "0800" and "5:34" into hours and minutes, and skips the seconds of "5:34:20". The minutes of a
// bare hour are 0.
func (r *clock) hoursMinutes(i int) (h, min, end int) {
	t, e := r.t.at(i), i+1
	h = int(t.num)
	if t.digits > 2 {
		return h / 100, h % 100, e
	}
	if !r.minutesAt(e, ":", ".") {
		return h, 0, e
	}
	min = int(r.t.at(e + 1).num)
	if e += 2; r.minutesAt(e, ":") {
		e += 2
	}
	return h, min, e
}

// minutesAt tells whether a mark and two figures stand at e without spaces: ":34".
func (r *clock) minutesAt(e int, marks ...string) bool {
	return r.t.gluedMark(e, marks...) && r.t.at(e+1).glued && r.t.at(e+1).digits == 2
}

// clockTail reads what may follow the figures of a time: the name of a clock, "hours", "o'clock".
func (r *clock) clockTail(i int) (zone string, end int) {
	switch {
	case r.zoneAt(i):
		return r.t.at(i).word.zone, i + 1
	case r.t.in(i, words.HourNoun):
		return "", i + 1
	}
	return "", max(i, r.oClock(i))
}

// zoneAt tells whether the name of a clock stands at i: "UTC", "KST".
func (r *clock) zoneAt(i int) bool { return r.t.at(i).word.isZone && r.t.at(i).capital }

// zoneOf tells whether the text says by whose clock a time is: "local time", "Pyongyang time", "KST"; "" if it does
// not.
func (r *clock) zoneOf(j int) string {
	k := r.t.skip(r.t.skip(j, ","), "(")
	if r.t.is(k+1, "time") && (r.t.is(k, "local") || r.t.at(k).capital && isLetter(r.t.at(k).low)) {
		return r.t.at(k).low
	}
	if z := r.t.at(k); z.word.isZone && z.capital {
		return z.low
	}
	if z := r.t.at(j - 1); z.word.isZone && z.capital {
		return z.low
	}
	if r.t.in(k+1, words.ZoneMode) && r.t.is(k+2, "time") && r.t.at(k).capital {
		return r.t.at(k).low
	}
	return ""
}

// clockColon tells whether the figures before i are hours or a share: "5:30", "5%".
func (r *clock) clockColon(i int) bool {
	return r.t.is(i, "%") || r.t.is(i, ":") && r.t.at(i+1).isNum && r.t.at(i+1).glued
}

// clockBehind adds the time that stands in figures right after a day: "12 June 10:30".
func (r *clock) clockBehind(m meaning, e int) (meaning, int) {
	if m.clock != "" || m.part != "" || r.t.at(e).digits == 0 || !r.t.at(e+1).glued || r.t.is(e-1, "-") {
		return m, e
	}
	if c, k := r.clockTime(e); k > 0 {
		m.clock, m.zone = c.clock, c.zone
		return m, k
	}
	return m, e
}

// partTail adds a part of the day and a clock time to a day: "Friday morning", "Monday at 10 a.m.".
func (r *clock) partTail(m meaning, e int) (meaning, int) {
	w := r.t.at(e).word
	if w.part != "" && r.t.small(e) && r.units.one(e) {
		m.part = w.part
		return m, e + 1
	}
	if r.t.is(e, "at") || r.t.at(e).digits > 0 && !r.t.at(e).glued {
		if c, k := r.clockTime(r.t.skip(e, "at")); k > 0 {
			m.clock, m.zone, m.part = c.clock, c.zone, c.part
			return m, k
		}
	}
	return m, e
}
