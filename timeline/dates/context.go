package dates

// context is what the expressions read so far say about the next one. It knows days and points of the calendar, not how
// a kind of expression is resolved.
type context struct {
	t         *tokens
	verbs     *verbs
	ref       day
	hasRef    bool
	narrative bool  // a history, told from date to date, rather than news
	last      point // the calendar date last named
	lastDay   point // the last one that was a day
	lastHit   int   // token of last
	explicit  bool  // last had its year in the text
	aside     point // a date off the thread of the story
	asideHit  int   // token of aside
	thread    yearThread
}

// newContext decides whether the text is news or a history.
func newContext(f *finder, reference string) *context {
	c := &context{t: f.t, verbs: &f.grammar.verbs, thread: yearThread{t: f.t}}
	c.ref, c.hasRef = parseDay(reference)
	if !c.hasRef {
		c.ref, c.hasRef = f.ownDay()
	}
	n := c.countYears(f.hits.list)
	if c.narrative = n.isHistory() && !(c.hasRef && opensNear(f.hits.list)); c.narrative {
		// What comes before the first year is told of that year.
		c.last = point{year: n.first, ok: true}
	}
	return c
}

// settle takes a dateline's day as the day of speaking: what was sent on the 12th and published on the 13th says
// "today" of the 12th.
func (c *context) settle(e *Expression) {
	const late = 10 // days from dateline to publication
	if d, ok := parseDay(e.Value); ok && c.hasRef && len(e.Value) == 10 && d <= c.ref+1 && c.ref-d <= late {
		c.ref = d
	}
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

// seen remembers a point as the date last named, and writes it.
func (c *context) seen(q point, h *hit) string {
	c.see(q, h)
	return q.text()
}

// strays tells whether a date leaves the thread of the story.
func (c *context) strays(q point, h *hit) bool {
	switch {
	case q.bc != c.last.bc, c.t.opens(h.i):
		return false
	case h.kind == unitRef && step(h.mod) < 0, h.kind == offset && h.dir < 0:
		return true
	case !h.hasYear:
		return false
	case q.month == 0:
		ahead := c.yearsAhead(q)
		return ahead < 0 || ahead > 3 || !c.t.leads(h.i)
	case c.aside.ok && abs(c.aside.year-q.year) <= 2, c.t.leads(h.i):
		return false
	}
	ahead := c.yearsAhead(q)
	return ahead < 0 || ahead > 10 || ahead > 0 && c.verbs.tenseAt(h.i, h.j) == future
}

// yearsAhead is how many years a date lies after the one last named, negative for before.
func (c *context) yearsAhead(q point) int {
	if q.bc {
		return c.last.year - q.year
	}
	return q.year - c.last.year
}

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

// anchorOr is the day last named, or b where none is.
func (c *context) anchorOr(b day) day {
	if a := c.anchorDay(); a.ok && !a.bc {
		return a.first()
	}
	return b
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

// base is where a modifier counts from: the day of publication, or the date last named.
func (c *context) base(mod string) point {
	switch mod {
	case "last", "past", "this", "next", "before last", "after next":
		return c.now()
	case "the", modBare:
		if c.isNews() {
			return pointOf(c.ref)
		}
	}
	return c.anchor()
}

// yearOf resolves "last year", "that year", "the following year".
func (c *context) yearOf(mod string) (int, bool) {
	b := c.base(mod)
	if !b.ok {
		return 0, false
	}
	s := step(mod)
	if b.bc {
		s = -s
	}
	return b.year + s, true
}

// isNews tells whether what the text tells is near the day of publication, which is known.
func (c *context) isNews() bool { return c.hasRef && !c.narrative }

// aheadOfNews tells whether a day comes after that of publication.
func (c *context) aheadOfNews(q point) bool { return c.hasRef && q.first() > c.ref+1 }

// step is the distance that a modifier goes.
func step(mod string) int {
	switch mod {
	case "last", "previous", "past":
		return -1
	case "next", "following":
		return 1
	case "before last":
		return -2
	case "after next":
		return 2
	}
	return 0
}

// fromAnchor tells whether a modifier counts from the date last named: "the following Monday".
func fromAnchor(mod string) bool {
	switch mod {
	case "previous", "following", "that", "same":
		return true
	}
	return false
}

func abs(n int) int { return max(n, -n) }
