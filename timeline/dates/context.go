package dates

import "fmt"

// A point is a place on the calendar of some width: month and day are 0 where it is wider.
type point struct {
	year, month, day int
	bc, ok           bool
	half             string
}

func pointOf(n day) point {
	y, m, d := n.civil()
	return point{year: y, month: m, day: d, ok: true}
}

// first is the point's first day.
func (q point) first() day { return newDay(q.year, max(q.month, 1), max(q.day, 1)) }

// context is what the expressions read so far say about the next one.
type context struct {
	f         *finder
	ref       day
	hasRef    bool
	narrative bool  // a history, told from date to date, rather than news
	last      point // the calendar date last named
	lastDay   point // the last one that was a day
	lastHit   int   // token of last
	explicit  bool  // last had its year in the text
	aside     point // a date off the thread of the story
	asideHit  int   // token of aside
}

// newContext decides whether the text is news or a history.
func newContext(f *finder, reference string) *context {
	c := &context{f: f}
	c.ref, c.hasRef = parseDay(reference)
	if !c.hasRef {
		c.ref, c.hasRef = f.ownDay()
	}
	n := c.countYears()
	if c.narrative = n.isHistory(); c.narrative {
		// What comes before the first year is told of that year.
		c.last = point{year: n.first, ok: true}
	}
	return c
}

// yearCounts counts the expressions by which a history differs from news.
type yearCounts struct {
	near  int // counted from the day of speaking
	far   int // with a year before the last one
	full  int // of those, with a month
	bare  int // with a month, without a year
	first int // the first year that is far
}

// isHistory tells whether the counts are those of a history, which dates what it tells by years and months far from
// its publication, and little by its nearness to it. The figures are from 924 articles of American news and the
// histories of the bench.
func (n yearCounts) isHistory() bool {
	return n.far >= 5 && n.full >= 2 && n.far+n.bare >= 12 && n.far > 4*n.near
}

// countYears counts the expressions of the text.
func (c *context) countYears() (n yearCounts) {
	refYear, _, _ := c.ref.civil()
	for i := range c.f.hits {
		h := &c.f.hits[i]
		switch {
		case h.near():
			n.near++
		case h.kind != calendar || h.width > 1 || h.bc:
		case h.hasYear && (!c.hasRef || h.year < refYear-1):
			if n.far == 0 {
				n.first = h.year
			}
			n.far++
			n.full += count(h.month > 0)
		case !h.hasYear && h.month > 0:
			n.bare++
		}
	}
	return n
}

// near tells whether the expression counts from the day of speaking: "Monday", "today", "last week", "two years ago".
func (h *hit) near() bool {
	switch h.kind {
	case weekday, deictic:
		return true
	case unitRef:
		return h.unit != "D" && (h.mod == "this" || h.mod == "last" || h.mod == "next" && !h.article)
	case offset:
		return h.speech
	}
	return false
}

// see remembers a date as the one last named. A history's thread is not lost to a glance at another time: a year far
// from it, or before it, holds for its own sentence only, unless it opens a paragraph or is confirmed by a second
// one.
func (c *context) see(q point, h *hit) {
	if h.inName {
		return
	}
	q.ok = true
	if c.narrative && c.last.ok && c.strays(q, h) {
		c.aside, c.asideHit = q, h.i
		return
	}
	if q.month == 0 && q.year == c.last.year && c.last.ok {
		q.month = c.last.month
	}
	c.last, c.lastHit, c.explicit = q, h.i, h.hasYear && h.kind == calendar && !h.inName
	c.aside.ok = false
	if q.day > 0 {
		c.lastDay = q
	}
}

// seeEdge remembers the end of a year as its last month, so that the January that follows is of the next one.
func (c *context) seeEdge(q point, h *hit) {
	if h.edge == "END" && q.month == 0 && q.half == "" && q.year == c.last.year {
		q.month = 12
	}
	c.see(q, h)
}

// strays tells whether a date leaves the thread of the story.
func (c *context) strays(q point, h *hit) bool {
	switch {
	case q.bc != c.last.bc, c.opens(h.i):
		return false
	case h.kind == unitRef && step(h.mod) < 0, h.kind == offset && h.dir < 0:
		return true
	case !h.hasYear:
		return false
	case q.month == 0:
		ahead := c.yearsAhead(q)
		return ahead < 0 || ahead > 3 || !c.leads(h.i)
	case c.aside.ok && abs(c.aside.year-q.year) <= 2, c.leads(h.i):
		return false
	}
	ahead := c.yearsAhead(q)
	return ahead < 0 || ahead > 10 || ahead > 0 && c.f.tenseAt(h.i, h.j) == future
}

// yearsAhead is how many years a date lies after the one last named, negative for before.
func (c *context) yearsAhead(q point) int {
	if q.bc {
		return c.last.year - q.year
	}
	return q.year - c.last.year
}

// leads tells whether the token stands at the beginning of a sentence: "In 1942".
func (c *context) leads(i int) bool {
	return c.f.at(i).first || c.f.at(i-1).first || c.f.at(i-2).first
}

// opens tells whether a token stands at the beginning of a paragraph.
func (c *context) opens(i int) bool {
	for k := i; k >= 0 && k >= i-3; k-- {
		if c.f.at(k).para {
			return true
		}
	}
	return false
}

func abs(n int) int { return max(n, -n) }

// anchor is the date last named, or the day of publication.
func (c *context) anchor() point {
	if c.last.ok || !c.hasRef {
		return c.last
	}
	return pointOf(c.ref)
}

// anchorDay is the day last named, if nothing wider or elsewhere was named since; or the day of publication of news.
func (c *context) anchorDay() point {
	l, d := c.last, c.lastDay
	if d.ok && (!l.ok || l.year == d.year && (l.month == 0 || l.month == d.month)) {
		return d
	}
	if !c.narrative && c.hasRef {
		if d.ok {
			return d
		}
		return pointOf(c.ref)
	}
	return point{}
}

// now is where "this", "last" and "next" count from.
func (c *context) now() point {
	switch {
	case c.narrative:
		return c.anchor()
	case c.hasRef:
		return pointOf(c.ref)
	}
	return point{}
}

// yearFor supplies the year of a month or day that has none.
func (c *context) yearFor(h *hit, month, dayOf int) (year int, bc, ok bool) {
	l := c.last
	if c.aside.ok && c.f.sameSentence(c.asideHit, h.i) {
		l = c.aside
	}
	sameYear := l.ok && l.month > 0 && !l.bc && c.explicit && c.f.sameSentence(c.lastHit, h.i)
	if l.ok && (c.narrative || sameYear) {
		year, bc = l.yearOfNext(month)
		return year, bc, true
	}
	if !c.hasRef {
		return 0, false, false
	}
	year, _, _ = c.ref.civil()
	if month == 0 || c.narrative {
		return year, false, true
	}
	return year + c.yearsFromNews(h, year, month, dayOf), false, true
}

// yearOfNext is the year of a month that a story tells after the point: January after November is of the next year.
func (q point) yearOfNext(month int) (year int, bc bool) {
	if q.month > 0 && month > 0 && !q.bc && q.month-month >= 8 {
		return q.year + 1, false
	}
	return q.year, q.bc
}

// yearsFromNews is 0 where a month, or day of one, is of the year of publication, -1 or 1 where it is of the year
// before or after. The tense decides, or else the nearest one is meant.
func (c *context) yearsFromNews(h *hit, year, month, dayOf int) int {
	first := newDay(year, month, max(dayOf, 1))
	last := first
	if dayOf == 0 {
		last = newDay(year, month, daysIn(year, month))
	}
	ahead, behind := int(first-c.ref), int(c.ref-last)
	t := c.f.tenseAt(h.i, h.j)
	if t == past && ahead > 0 && c.mayLieAhead(h, ahead, dayOf) {
		t = unknown // what happened ten months ago would have its year
	}
	switch {
	case t == past && ahead > 1: // a day's grace: it may be tomorrow already where the news comes from
		return -1
	case t == future && behind > soon:
		return 1
	case t == unknown && ahead > halfYear:
		return -1
	case t == unknown && behind > halfYear:
		return 1
	}
	return 0
}

// soon is how near, in days, a date without a year is taken for the nearest one against the tense of the verb.
const soon = 60

// halfYear is half the days of a year: of two years, the nearer one is meant.
const halfYear = 183

// mayLieAhead tells whether a date so many days ahead can stand in the past tense and be still to come: "announced a
// June 3 hearing".
func (c *context) mayLieAhead(h *hit, ahead, dayOf int) bool {
	switch {
	case dayOf > 0 && ahead > 1 && c.f.toldOn(h):
		return false
	case ahead <= soon/2:
		return true
	}
	return ahead <= soon && (dayOf > 0 || c.f.attributive(h)) || ahead <= 2*soon && c.f.modifies(h)
}

// toldOn tells whether the day hangs on a verb of the past right before it: "He wrote on July 4".
func (p *parser) toldOn(h *hit) bool {
	return p.is(h.i-1, "on") && p.pastVerb(h.i-2) && !p.in(h.i-2, words.Planned) && !p.in(h.i-2, words.AgreeingVerb)
}

// attributive tells whether the date does not hang on the verb: "a June 3 hearing", "by early June", "the fourth
// quarter".
func (p *parser) attributive(h *hit) bool {
	return p.in(h.i-1, words.LimitBefore, "'s", "'") || h.half != "" ||
		h.article && !p.is(h.i-1, "in", "on")
}

// modifies tells whether a noun follows to which the date belongs: "the Nov. 8 election", "a June 3 hearing".
func (p *parser) modifies(h *hit) bool {
	t := p.at(h.j)
	return p.in(h.i-1, words.NamedLead) && isLetter(t.low) && !t.capital && !t.known && !p.pastVerb(h.j)
}

// text writes the point as a TIMEX3 value.
func (q point) text() string {
	era := ""
	if q.bc {
		era = "BC"
	}
	switch {
	case q.half != "":
		return fmt.Sprintf("%s%04d-%s", era, q.year, q.half)
	case q.month == 0:
		return fmt.Sprintf("%s%04d", era, q.year)
	case q.day == 0:
		return fmt.Sprintf("%s%04d-%02d", era, q.year, q.month)
	}
	return fmt.Sprintf("%s%04d-%02d-%02d", era, q.year, q.month, q.day)
}
