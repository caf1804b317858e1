package dates

import "fmt"

// meridiem reads "am", "a.m.", "PM"; pm is 0 for the morning and 12 for the afternoon. end is 0 where there is none.
func (p *parser) meridiem(i int) (pm, end int) {
	switch {
	case p.is(i, "am"):
		return 0, i + 1
	case p.is(i, "pm"):
		return 12, i + 1
	case p.is(i, "a", "p") && p.is(i+1, ".") && p.at(i+1).glued && p.is(i+2, "m") && p.at(i+2).glued:
		if p.is(i, "p") {
			pm = 12
		}
		return pm, p.dotted(i + 3)
	}
	return 0, 0
}

// clockTime reads "18:00 UTC", "5:34 a.m.", "11pm", "0800 GMT", "noon".
func (p *parser) clockTime(i int) (meaning, int) {
	switch t := p.at(i); {
	case p.in(i, words.NamedHour) && p.small(i):
		clock := "12:00"
		if p.is(i, "midnight") {
			clock = "24:00"
		}
		return meaning{kind: dayTime, clock: clock}, i + 1
	case t.figures(4):
		return p.figureTime(i)
	case t.word.num > 0 && t.word.num <= 12 && p.oClock(i+1) > 0:
		return meaning{kind: dayTime, clock: fmt.Sprintf("%02d:00", t.word.num)}, p.oClock(i + 1)
	}
	return meaning{}, 0
}

// oClock reads "o'clock"; 0 where it does not stand.
func (p *parser) oClock(i int) int {
	if p.seq(i, "o", "'", "clock") {
		return i + 3
	}
	return 0
}

// figureTime reads a time in figures. What proves it to be one is a colon, "a.m." or "o'clock", or behind four figures
// the name of a clock or "hours".
func (p *parser) figureTime(i int) (meaning, int) {
	h, min, e := p.hoursMinutes(i)
	colon := e > i+1 && p.is(i+1, ":")
	pm, k := p.meridiem(e)
	if k > 0 && h <= 12 && h > 0 {
		h = h%12 + pm
	}
	end := max(k, e)
	zone, tail := p.clockTail(end)
	four := p.at(i).digits == 4 && tail > end
	proved := k > 0 || colon || four || p.oClock(end) > 0
	if !proved || h > 24 || min > 59 {
		return meaning{}, 0
	}
	return meaning{kind: dayTime, clock: fmt.Sprintf("%02d:%02d", h, min), zone: zone}, tail
}

// hoursMinutes splits "0800" and "5:34" into hours and minutes, and skips the seconds of "5:34:20". The minutes of a
// bare hour are 0.
func (p *parser) hoursMinutes(i int) (h, min, end int) {
	t, e := p.at(i), i+1
	h = int(t.num)
	if t.digits > 2 {
		return h / 100, h % 100, e
	}
	if !p.minutesAt(e, ":", ".") {
		return h, 0, e
	}
	min = int(p.at(e + 1).num)
	if e += 2; p.minutesAt(e, ":") {
		e += 2
	}
	return h, min, e
}

// minutesAt tells whether a mark and two figures stand at e without spaces: ":34".
func (p *parser) minutesAt(e int, marks ...string) bool {
	return p.gluedMark(e, marks...) && p.at(e+1).glued && p.at(e+1).digits == 2
}

// clockTail reads what may follow the figures of a time: the name of a clock, "hours", "o'clock".
func (p *parser) clockTail(i int) (zone string, end int) {
	switch {
	case p.zoneAt(i):
		return p.at(i).word.zone, i + 1
	case p.in(i, words.HourNoun):
		return "", i + 1
	}
	return "", max(i, p.oClock(i))
}

// zoneAt tells whether the name of a clock stands at i: "UTC", "KST".
func (p *parser) zoneAt(i int) bool { return p.at(i).word.isZone && p.at(i).capital }

// timeOfDay reads a clock time or part of the day with the day it belongs to, before or after: "10 a.m. Monday", "the
// morning of 10 May", "the early morning hours of that day", "June 5 at noon".
func (p *parser) timeOfDay(i int) (meaning, int) {
	if m, e := p.clockTime(i); e > 0 {
		return p.dayOfClock(m, e)
	}
	switch part := p.at(i + 1).word.part; {
	case p.is(i, "one") && part != "" && p.one(i+1) && p.small(i+1):
		return meaning{kind: unitRef, unit: "D", mod: modBare, part: part}, i + 2
	case p.is(i, "overnight") && p.small(i) && !p.in(i-1, words.NightBlocker):
		return meaning{kind: unitRef, unit: "D", mod: "the", part: "NI"}, i + 1
	}
	return p.partOfDay(i)
}

// dayOfClock adds the day that follows a clock time: "10 a.m. Monday". "in the morning" adds nothing.
func (p *parser) dayOfClock(m meaning, e int) (meaning, int) {
	if d, end := p.day(e); end > 0 && d.part == "" && d.clock == "" {
		d.clock, d.zone = m.clock, m.zone
		if p.zoneAt(end) {
			end++
		}
		return d, end
	}
	if p.seq(e, "in", "the") && p.at(e+2).word.part != "" {
		e += 3
	}
	return m, e
}

// partOfDay reads a part of the day, of a day that follows or of the day that the text is at: "the night of 3 May",
// "late in the evening".
func (p *parser) partOfDay(i int) (meaning, int) {
	the := p.is(i, "the")
	k := p.skip(i, "the")
	early := p.in(k, words.EarlyLate)
	if early {
		k = p.skip(p.skip(p.skip(k+1, "on"), "in"), "the")
	}
	part := p.at(k).word.part
	led := k > i || p.is(k+1, "of") || p.in(i-1, words.PartLead)
	if part == "" || !p.small(k) || !led {
		return meaning{}, 0
	}
	e := p.skip(k+1, "hours")
	if d, end := p.dayOfPart(e, the); end > 0 {
		d.part = part
		return d, end
	}
	if the && !early || e > k+1 || !p.bearsPart(k, the) { // "the evening" is a rule of its own
		return meaning{}, 0
	}
	mod := modBare
	if early {
		mod = "the"
	}
	return meaning{kind: unitRef, unit: "D", mod: mod, part: part}, e
}

// bearsPart tells whether the part of the day at k is one without a day beside it: a singular, but "dawn" and the like
// only behind an article, or "nights".
func (p *parser) bearsPart(k int, the bool) bool {
	if p.in(k, words.Daybreak) && !the {
		return false
	}
	return p.one(k) || p.in(k, words.NightPlural)
}

// dayOfPart reads the day to which a part of the day before e belongs: "of 3 May", or "on 3 May" behind an article.
func (p *parser) dayOfPart(e int, the bool) (meaning, int) {
	if !p.is(e, "of") && (!the || !p.is(e, "on")) {
		return meaning{}, 0
	}
	if d, end := p.day(e + 1); d.part == "" {
		return d, end
	}
	return meaning{}, 0
}

// day reads whatever names one day.
func (p *parser) day(i int) (meaning, int) {
	if m, e := p.ranged(i); e > 0 {
		return m, e // the first of "the night of 3-4 May"
	}
	if m, e := p.calendarDay(i); e > 0 {
		return m, e
	}
	for _, read := range []rule{(*parser).numeric, (*parser).weekdayName, (*parser).deicticDay} {
		if m, e := read(p, i); e > 0 {
			return m, e
		}
	}
	if m, e := p.pointed(i); e > 0 && (m.unit == "D" || m.kind == weekday) {
		return m, e
	}
	return meaning{}, 0
}
