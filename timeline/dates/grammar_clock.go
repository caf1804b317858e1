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
	m := meaning{kind: dayTime}
	t := p.at(i)
	if p.in(i, words.NamedHour) && p.small(i) {
		m.clock = "12:00"
		if p.is(i, "midnight") {
			m.clock = "24:00"
		}
		return m, i + 1
	}
	if t.digits == 0 || t.digits > 4 {
		if t.word.num > 0 && t.word.num <= 12 && p.seq(i+1, "o", "'", "clock") {
			m.clock = fmt.Sprintf("%02d:00", t.word.num)
			return m, i + 4
		}
		return m, 0
	}
	h, min, e := int(t.num), 0, i+1
	colon := (p.is(e, ":") || p.is(e, ".")) && p.at(e).glued && p.at(e+1).glued && p.at(e+1).digits == 2
	if t.digits > 2 {
		h, min = h/100, h%100
		colon = false
	} else if colon {
		min, e = int(p.at(e+1).num), e+2
	}
	if p.is(e, ":") && colon && p.at(e+1).digits == 2 && p.at(e+1).glued {
		e += 2
	}
	pm, k := p.meridiem(e)
	if k > 0 && h <= 12 && h > 0 {
		h = h%12 + pm
	}
	zk := max(k, e)
	zone := p.at(zk)
	hasZone := zone.word.isZone && zone.capital
	proved := k > 0 || colon && t.digits <= 2 && p.is(i+1, ":") || hasZone && t.digits == 4 ||
		p.in(zk, words.HourNoun) && t.digits == 4 ||
		p.seq(zk, "o", "'", "clock")
	if !proved || h > 24 || min > 59 {
		return m, 0
	}
	m.clock = fmt.Sprintf("%02d:%02d", h, min)
	switch {
	case hasZone:
		m.zone = zone.word.zone
		zk++
	case p.in(zk, words.HourNoun):
		zk++
	case p.seq(zk, "o", "'", "clock"):
		zk += 3
	}
	return m, zk
}

// timeOfDay reads a clock time or part of the day with the day it belongs to, before or after: "10 a.m. Monday", "the
// morning of 10 May", "the early morning hours of that day", "June 5 at noon".
func (p *parser) timeOfDay(i int) (meaning, int) {
	if m, e := p.clockTime(i); e > 0 {
		k := e
		if d, end := p.day(k); end > 0 && d.part == "" && d.clock == "" && k == e {
			d.clock, d.zone = m.clock, m.zone
			if p.at(end).word.isZone && p.at(end).capital {
				end++
			}
			return d, end
		}
		if p.seq(e, "in", "the") && p.at(e+2).word.part != "" {
			e += 3
		}
		return m, e
	}
	if w := p.at(i + 1).word; p.is(i, "one") && w.part != "" && p.one(i+1) && p.small(i+1) {
		return meaning{kind: unitRef, unit: "D", mod: "bare", part: w.part}, i + 2
	}
	if p.is(i, "overnight") && p.small(i) && !p.in(i-1, words.NightBlocker) {
		return meaning{kind: unitRef, unit: "D", mod: "the", part: "NI"}, i + 1
	}
	k := i
	the := p.is(i, "the")
	k = p.skip(k, "the")
	if p.in(k, words.EarlyLate) {
		k = p.skip(p.skip(k+1, "on"), "in")
		k = p.skip(k, "the")
	}
	w := p.at(k).word
	led := the || k > i || p.is(k+1, "of") || p.in(i-1, words.PartLead)
	if w.part == "" || !p.small(k) || !led {
		return meaning{}, 0
	}
	e := p.skip(k+1, "hours")
	if p.is(e, "of", "on", ",") || p.at(e).capital {
		if d, end := p.day(p.skip(e, "of", "on", ",")); end > 0 && d.part == "" &&
			(p.is(e, "of") || p.is(e, "on") && the) {
			d.part = w.part
			return d, end
		}
	}
	if e > k+1 || p.in(k, words.Daybreak) && !the || !p.one(k) && !p.in(k, words.NightPlural) {
		return meaning{}, 0
	}
	if k == p.skip(i, "the") && the {
		return meaning{}, 0
	}
	mod := "bare"
	if k > i && the || p.in(i, words.EarlyLate) {
		mod = "the"
	}
	return meaning{kind: unitRef, unit: "D", mod: mod, part: w.part}, e
}

// day reads whatever names one day.
func (p *parser) day(i int) (meaning, int) {
	if m, e := p.ranged(i); e > 0 {
		return m, e // the first of "the night of 3-4 May"
	}
	if m, e := p.calendarDay(i); e > 0 {
		return m, e
	}
	for _, rule := range []func(int) (meaning, int){p.numeric, p.weekdayName, p.deicticDay} {
		if m, e := rule(i); e > 0 {
			return m, e
		}
	}
	if m, e := p.pointed(i); e > 0 && (m.unit == "D" || m.kind == weekday) {
		return m, e
	}
	return meaning{}, 0
}
