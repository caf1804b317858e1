package dates

// timesOfDay reads a clock time or a part of the day together with the day to which it belongs, on either side of it.
type timesOfDay struct {
	t        *tokens
	units    *units
	clock    *clock
	dayNames *dayNames
}

// timeOfDay reads a clock time or part of the day with the day it belongs to, before or after: "10 a.m. Monday", "the
// morning of 10 May", "the early morning hours of that day", "June 5 at noon".
func (r *timesOfDay) timeOfDay(i int) (meaning, int) {
	if m, e := r.clock.clockTime(i); e > 0 {
		return r.dayOfClock(m, e)
	}
	switch part := r.t.at(i + 1).word.part; {
	case r.t.is(i, "one") && part != "" && r.units.one(i+1) && r.t.small(i+1):
		return meaning{kind: unitRef, unit: "D", mod: modBare, part: part}, i + 2
	case r.t.is(i, "overnight") && r.t.small(i) && !r.t.in(i-1, words.NightBlocker):
		return meaning{kind: unitRef, unit: "D", mod: "the", part: "NI"}, i + 1
	}
	return r.partOfDay(i)
}

// dayOfClock adds the day that follows a clock time: "10 a.m. Monday". "in the morning" adds nothing.
func (r *timesOfDay) dayOfClock(m meaning, e int) (meaning, int) {
	if d, end := r.dayNames.day(e); end > 0 && d.part == "" && d.clock == "" {
		d.clock, d.zone = m.clock, m.zone
		if r.clock.zoneAt(end) {
			end++
		}
		return d, end
	}
	if r.t.seq(e, "in", "the") && r.t.at(e+2).word.part != "" {
		e += 3
	}
	return m, e
}

// partOfDay reads a part of the day, of a day that follows or of the day that the text is at: "the night of 3 May",
// "late in the evening".
func (r *timesOfDay) partOfDay(i int) (meaning, int) {
	the := r.t.is(i, "the")
	k := r.t.skip(i, "the")
	early := r.t.in(k, words.EarlyLate)
	if early {
		k = r.t.skip(r.t.skip(r.t.skip(k+1, "on"), "in"), "the")
	}
	part := r.t.at(k).word.part
	led := k > i || r.t.is(k+1, "of") || r.t.in(i-1, words.PartLead)
	if part == "" || !r.t.small(k) || !led {
		return meaning{}, 0
	}
	e := r.t.skip(k+1, "hours")
	if d, end := r.dayOfPart(e, the); end > 0 {
		d.part = part
		return d, end
	}
	if the && !early || e > k+1 || !r.bearsPart(k, the) { // "the evening" is a rule of its own
		return meaning{}, 0
	}
	mod := modBare
	if early {
		mod = "the"
	}
	return meaning{kind: unitRef, unit: "D", mod: mod, part: part}, e
}

// bearsPart tells whether the part of the day at k is one without a day beside it: a singular, but "dawn" and the like
// only after an article, or "nights".
func (r *timesOfDay) bearsPart(k int, the bool) bool {
	if r.t.in(k, words.Daybreak) && !the {
		return false
	}
	return r.units.one(k) || r.t.in(k, words.NightPlural)
}

// dayOfPart reads the day to which a part of the day before e belongs: "of 3 May", or "on 3 May" after an article.
func (r *timesOfDay) dayOfPart(e int, the bool) (meaning, int) {
	if !r.t.is(e, "of") && (!the || !r.t.is(e, "on")) {
		return meaning{}, 0
	}
	if d, end := r.dayNames.day(e + 1); d.part == "" {
		return d, end
	}
	return meaning{}, 0
}
