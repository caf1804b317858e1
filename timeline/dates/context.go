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

// newContext decides whether the text is news or a history: a history dates what it tells by years and months far
// from its publication, and little by its nearness to it.
func newContext(f *finder, reference string) *context {
	c := &context{f: f}
	c.ref, c.hasRef = parseDay(reference)
	if !c.hasRef {
		c.ref, c.hasRef = f.ownDay()
	}
	refYear, _, _ := c.ref.civil()
	far, full, bare, near := 0, 0, 0, 0
	for i := range f.hits {
		h := &f.hits[i]
		switch {
		case h.near():
			near++
		case h.kind != calendar || h.width > 1 || h.bc:
		case h.hasYear && (!c.hasRef || h.year < refYear-1):
			far++
			if h.month > 0 {
				full++
			}
			if !c.last.ok {
				// What comes before the first year is told of that year.
				c.last = point{year: h.year, ok: true}
			}
		case !h.hasYear && h.month > 0:
			bare++
		}
	}
	// Figures from 924 articles of American news and the histories of the bench.
	c.narrative = far >= 5 && full >= 2 && far+bare >= 12 && far > 4*near
	if !c.narrative {
		c.last = point{}
	}
	return c
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
	if q.bc != c.last.bc || c.opens(h.i) {
		return false
	}
	if h.kind == unitRef && step(h.mod) < 0 || h.kind == offset && h.dir < 0 {
		return true
	}
	if !h.hasYear {
		return false
	}
	ahead := q.year - c.last.year
	if q.bc {
		ahead = -ahead
	}
	if c.aside.ok && abs(c.aside.year-q.year) <= 2 && q.month > 0 {
		return false
	}
	if q.month > 0 {
		return !c.leads(h.i) && (abs(ahead) > 10 || ahead < 0 || ahead > 0 && c.f.tenseAt(h.i, h.j) == future)
	}
	return ahead < 0 || ahead > 3 || !c.leads(h.i)
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
	same := l.ok && c.explicit && c.f.sameSentence(c.lastHit, h.i) && !l.bc
	if c.narrative || same && l.month > 0 {
		if !l.ok {
			if !c.hasRef {
				return 0, false, false
			}
			y, _, _ := c.ref.civil()
			return y, false, true
		}
		// A story goes on: January after November is of the next year.
		if l.month > 0 && month > 0 && !l.bc && l.month-month >= 8 {
			return l.year + 1, false, true
		}
		return l.year, l.bc, true
	}
	if !c.hasRef {
		return 0, false, false
	}
	y, _, _ := c.ref.civil()
	if month == 0 {
		return y, false, true
	}
	first := newDay(y, month, max(dayOf, 1))
	last := first
	if dayOf == 0 {
		last = newDay(y, month, daysIn(y, month))
	}
	t := c.f.tenseAt(h.i, h.j)
	if dayOf > 0 && t == past && c.f.toldOn(h) && first > c.ref+1 {
		return y - 1, false, true
	}
	if ahead := first - c.ref; t == past && ahead > 0 &&
		(ahead <= soon && (dayOf > 0 || c.f.attributive(h)) || ahead <= soon/2 || ahead <= 2*soon && c.f.modifies(h)) {
		t = unknown // what happened ten months ago would have its year
	}
	switch {
	case t == past && first > c.ref+1: // a day's grace: it may be tomorrow already where the news comes from
		y--
	case t == future && c.ref-last > soon:
		y++
	case t == unknown && first-c.ref > 183:
		y--
	case t == unknown && c.ref-last > 183:
		y++
	}
	return y, false, true
}

// toldOn tells whether the day hangs on a verb of the past right before it: "He wrote on July 4".
func (p *parser) toldOn(h *hit) bool {
	return p.is(h.i-1, "on") && p.pastVerb(h.i-2) && !p.in(h.i-2, words.Planned) && !p.in(h.i-2, words.AgreeingVerb)
}

// soon is how near, in days, a date without a year is taken for the nearest one against the tense of the verb.
const soon = 60

// attributive tells whether the date does not hang on the verb: "a June 3 hearing", "by early June", "the fourth
// quarter".
func (p *parser) attributive(h *hit) bool {
	return p.in(h.i-1, words.LimitBefore, "'s", "'") || h.half != "" ||
		h.article && !p.is(h.i-1, "in", "on")
}

// modifies tells whether a noun follows to which the date belongs: "the Nov. 8 election", "a June 3 hearing".
func (p *parser) modifies(h *hit) bool {
	t := p.at(h.j)
	return p.in(h.i-1, words.NamedLead) && isLetter(t.low) && !t.capital && t.word == &noEntry && !p.pastVerb(h.j)
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
