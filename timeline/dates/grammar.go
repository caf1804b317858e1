package dates

// grammar reads the expressions of time in the tokens of a text. Its parts stand in the order in which they know of
// each other: each asks only those before it. A rule of theirs takes the index of its first token and returns the index
// after its last one, or 0 where it does not match.
type grammar struct {
	t             *tokens
	verbs         verbs
	numbers       numbers
	units         units
	clock         clock
	years         years
	bareYears     bareYears
	decades       decades
	names         names
	months        months
	days          calendarDays
	dayLists      dayLists
	numeric       numericDates
	lengths       lengths
	holidays      holidays
	anniversaries anniversaries
	seasons       seasons
	pointed       pointedUnits
	weekdays      weekdays
	dayNames      dayNames
	sets          sets
	references    references
	timesOfDay    timesOfDay
	plain         plain
	portions      portions
	blurs         blurs
}

// newGrammar prepares the reading of a text.
func newGrammar(text string) *grammar {
	t := newTokens(text)
	g := &grammar{t: t, verbs: verbs{t}, numbers: numbers{t}, units: units{t}}
	g.clock = clock{t, &g.units}
	g.years = years{t, &g.units}
	g.bareYears = bareYears{t, &g.years}
	g.decades = decades{t, &g.numbers, &g.years}
	g.names = names{t, &g.verbs}
	g.months = months{t, &g.numbers}
	g.days = calendarDays{
		t: t, verbs: &g.verbs, numbers: &g.numbers, units: &g.units, clock: &g.clock, years: &g.years, names: &g.names,
		months: &g.months,
	}
	g.dayLists = dayLists{t, &g.numbers, &g.days}
	g.numeric = numericDates{t: t, years: &g.years, months: &g.months, days: &g.days}
	g.numeric.order = g.numeric.orderIn()
	g.lengths = lengths{t, &g.numbers, &g.units, &g.years}
	g.holidays = holidays{t, &g.years, holidayIndex()}
	g.anniversaries = anniversaries{t, &g.numbers, &g.holidays}
	g.seasons = seasons{t, &g.years}
	g.relateDays()
	g.relateStretches()
	return g
}

// relateDays prepares the readers of what names a day by its distance from another.
func (g *grammar) relateDays() {
	g.pointed = pointedUnits{g.t, &g.units, &g.clock, &g.months}
	g.weekdays = weekdays{
		t: g.t, numbers: &g.numbers, units: &g.units, clock: &g.clock, names: &g.names, days: &g.days,
		lengths: &g.lengths, pointed: &g.pointed,
	}
	g.dayNames = dayNames{
		t: g.t, clock: &g.clock, days: &g.days, lists: &g.dayLists, numeric: &g.numeric, pointed: &g.pointed,
		weekdays: &g.weekdays,
	}
	g.timesOfDay = timesOfDay{g.t, &g.units, &g.clock, &g.dayNames}
}

// relateStretches prepares the readers of sets and references, and those of plain expressions and their parts.
func (g *grammar) relateStretches() {
	g.sets = sets{g.t, &g.numbers, &g.units}
	g.references = references{g.t, &g.units}
	g.plain = plain{
		t: g.t, clock: &g.clock, years: &g.years, bareYears: &g.bareYears, decades: &g.decades, days: &g.days,
		numeric: &g.numeric, holidays: &g.holidays, seasons: &g.seasons, pointed: &g.pointed, weekdays: &g.weekdays,
		dayNames: &g.dayNames,
	}
	g.portions = portions{g.t, &g.numbers, &g.units, &g.years, &g.plain}
	g.blurs = blurs{g.t, &g.plain, &g.portions}
}

// longest is what the rule that read furthest gave; of two that read equally far, the earlier.
type longest struct {
	meaning meaning
	end     int // 0 where none matched
}

// take keeps what a rule gave, if it read further than those before.
func (l *longest) take(m meaning, end int) {
	if end > l.end {
		l.meaning, l.end = m, end
	}
}

// phrase reads the longest expression of time that begins at i.
func (g *grammar) phrase(i int) (meaning, int) {
	if !g.starts(i) {
		return meaning{}, 0
	}
	var best longest
	best.take(g.plain.base(i))
	best.take(g.blurs.blurred(i))
	best.take(g.portions.edged(i))
	best.take(g.portions.nthOf(i))
	best.take(g.timesOfDay.timeOfDay(i))
	best.take(g.sets.recurring(i))
	best.take(g.lengths.length(i))
	best.take(g.references.reference(i))
	best.take(g.anniversaries.anniversary(i))
	best.take(g.pointed.yearEarlier(i))
	best.take(g.weekdays.dayOfWeek(i))
	return best.meaning, best.end
}

// starts tells cheaply whether an expression can begin here.
func (g *grammar) starts(i int) bool {
	t := g.t.at(i)
	if t.isNum || t.known {
		return true
	}
	if words.TimeStart[t.low] || t.low == "'" {
		return true
	}
	return t.capital && (g.holidays.table[t.low] != nil || t.low[len(t.low)-1] == 's')
}
