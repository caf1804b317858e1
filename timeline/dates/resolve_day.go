package dates

import "strings"

// dayValues resolves the weekdays and "today", "yesterday", "tomorrow".
type dayValues struct {
	c     *context
	verbs *verbs
}

// weekday resolves the name of a day of the week.
func (r *dayValues) weekday(h *hit) string {
	b, news := r.c.ref, r.c.isNews()
	if !news {
		a := r.c.anchorDay()
		if !r.c.narrative && !fromAnchor(h.mod) || !a.ok || a.bc {
			return h.clocked(onWeekday(h.weekday))
		}
		b = a.first()
	}
	d := r.weekdayFrom(h, b, news) + day(7*h.weeks)
	if h.edge == "EVE" {
		d--
	}
	r.c.see(pointOf(d), h)
	return h.clocked(d.String())
}

// weekdayFrom is the weekday that is meant on the day b, without the weeks that are added to it.
func (r *dayValues) weekdayFrom(h *hit, b day, news bool) day {
	if h.from != nil && h.from.resolved {
		return after(h.from.at, h.weekday)
	}
	if d, ok := r.weekOf(h, b); ok {
		return d
	}
	switch h.mod {
	case "last", "past":
		return before(b, h.weekday)
	case "next":
		if h.article {
			b = r.c.anchorOr(b)
		}
		return after(b, h.weekday)
	case "coming":
		return after(b, h.weekday)
	case "this":
		return b - day(b.weekday()) + day(h.weekday)
	case "following":
		return after(r.c.anchorOr(b), h.weekday)
	case "previous":
		return onOrAfter(r.c.anchorOr(b), h.weekday) - 7
	case "that", "same":
		return onOrAfter(r.c.anchorOr(b), h.weekday)
	}
	return r.bareWeekday(h, b, news)
}

// bareWeekday is the weekday without a modifier that is meant on the day b: the last one in news, unless a verb says
// that it is to come, and the next one in a story.
func (r *dayValues) bareWeekday(h *hit, b day, news bool) day {
	over := news && (h.weeks < 0 || r.verbs.tenseAt(h.i, h.j) != future)
	switch {
	case !over:
		return onOrAfter(b, h.weekday)
	case h.upto != nil: // a range that is over: "from Monday to Friday", told on a Wednesday
		return before(before(b+1, h.upto.weekday), h.weekday)
	}
	return before(b+1, h.weekday)
}

// weekOf is the weekday in a week that is told by its distance from another: "last week", "the previous week". ok is
// false for other modifiers.
func (r *dayValues) weekOf(h *hit, b day) (d day, ok bool) {
	mod, isWeek := strings.CutSuffix(h.mod, " week")
	if !isWeek {
		return 0, false
	}
	if fromAnchor(mod) {
		b = r.c.anchorOr(b)
	}
	return b - day(b.weekday()) + day(h.weekday) + day(7*step(mod)), true
}

// deictic resolves "yesterday", "today", "tonight".
func (r *dayValues) deictic(h *hit) string {
	// The "today" of a history is its reader's, or that of the words it cites.
	if !r.c.hasRef || r.c.narrative {
		if h.n == 0 && h.part == "" {
			return "PRESENT_REF"
		}
		return h.clocked("XXXX-XX-XX")
	}
	d := r.c.ref + day(h.n)
	if !r.inMarks(h.i) {
		r.c.see(pointOf(d), h)
	}
	return h.clocked(d.String())
}

// inMarks tells whether the word at i stands in words in quotation marks, whose "yesterday" no "day later" outside of
// them is counted from.
func (r *dayValues) inMarks(i int) bool {
	t := r.c.t
	straight := false
	for k := i - 1; k >= 0 && !t.at(k+1).para; k-- {
		switch {
		case t.is(k, "“"):
			return true
		case t.is(k, "”"):
			return straight
		case t.is(k, `"`):
			straight = !straight
		}
	}
	return straight
}

// onOrAfter returns the first such weekday from a day on, after the first one after it, and before the last one before
// it.
func onOrAfter(d day, weekday int) day { return d + day((weekday-d.weekday()+7)%7) }

func after(d day, weekday int) day { return onOrAfter(d+1, weekday) }

func before(d day, weekday int) day { return onOrAfter(d-7, weekday) }
