package dates

import (
	"fmt"
	"strconv"
)

// weekday resolves the name of a day of the week.
func (c *context) weekday(h *hit) string {
	b, news := c.ref, c.isNews()
	if !news {
		a := c.anchorDay()
		if !c.narrative && !fromAnchor(h.mod) || !a.ok || a.bc {
			return h.clocked(onWeekday(h.weekday))
		}
		b = a.first()
	}
	d := c.weekdayFrom(h, b, news) + day(7*h.weeks)
	if h.edge == "EVE" {
		d--
	}
	c.see(pointOf(d), h)
	return h.clocked(d.String())
}

// isNews tells whether what the text tells is near the day of publication, which is known.
func (c *context) isNews() bool { return c.hasRef && !c.narrative }

// fromAnchor tells whether a modifier counts from the date last named: "the following Monday".
func fromAnchor(mod string) bool {
	switch mod {
	case "previous", "following", "that", "same":
		return true
	}
	return false
}

// weekdayFrom is the weekday that is meant on the day b, without the weeks that are added to it.
func (c *context) weekdayFrom(h *hit, b day, news bool) day {
	if h.from != nil && h.from.resolved {
		return after(h.from.at, h.weekday)
	}
	if d, ok := c.weekOf(h, b); ok {
		return d
	}
	switch h.mod {
	case "last", "past":
		return before(b, h.weekday)
	case "next":
		if h.article {
			b = c.anchorOr(b)
		}
		return after(b, h.weekday)
	case "coming":
		return after(b, h.weekday)
	case "this":
		return b - day(b.weekday()) + day(h.weekday)
	case "following":
		return after(c.anchorOr(b), h.weekday)
	case "previous":
		return onOrAfter(c.anchorOr(b), h.weekday) - 7
	case "that", "same":
		return onOrAfter(c.anchorOr(b), h.weekday)
	}
	return c.bareWeekday(h, b, news)
}

// bareWeekday is the weekday without a modifier that is meant on the day b: the last one in news, unless a verb says
// that it is to come, and the next one in a story.
func (c *context) bareWeekday(h *hit, b day, news bool) day {
	over := news && (h.weeks < 0 || c.f.tenseAt(h.i, h.j) != future)
	switch {
	case !over:
		return onOrAfter(b, h.weekday)
	case h.upto != nil: // a range that is over: "from Monday to Friday", told on a Wednesday
		return before(before(b+1, h.upto.weekday), h.weekday)
	}
	return before(b+1, h.weekday)
}

// anchorOr is the day last named, or b where none is.
func (c *context) anchorOr(b day) day {
	if a := c.anchorDay(); a.ok && !a.bc {
		return a.first()
	}
	return b
}

// deictic resolves "yesterday", "today", "tonight".
func (c *context) deictic(h *hit) string {
	// The "today" of a history is its reader's, or that of the words it cites.
	if !c.hasRef || c.narrative {
		if h.n == 0 && h.part == "" {
			return "PRESENT_REF"
		}
		return h.clocked("XXXX-XX-XX")
	}
	d := c.ref + day(h.n)
	c.see(pointOf(d), h)
	return h.clocked(d.String())
}

// clockOnly gives a clock time the day last named in its sentence, or the day of publication.
func (c *context) clockOnly(h *hit) string {
	if h.next != nil {
		// "at 11 a.m. on 11 November": the day follows. It is read on a copy, for its own turn comes.
		ahead := *c
		if v := ahead.value(h.next); v.Type == "DATE" && len(v.Value) == 10 {
			return h.clocked(v.Value)
		}
	}
	if a := c.anchorDay(); a.ok {
		return h.clocked(a.text())
	}
	return h.clocked("XXXX-XX-XX")
}

// holiday resolves a holiday in its year.
func (c *context) holiday(h *hit) string {
	y := h.year
	if !h.hasYear {
		month := h.holiday.month
		if month == 0 {
			if m, _, ok := h.holiday.on(c.anchor().year); ok {
				month = m
			}
		}
		var ok bool
		switch {
		case h.yearMod != "":
			y, ok = c.yearOf(h.yearMod)
		default:
			y, _, ok = c.yearFor(h, month, h.holiday.day)
		}
		if !ok {
			if h.holiday.day > 0 {
				return fmt.Sprintf("XXXX-%02d-%02d", h.holiday.month, h.holiday.day)
			}
			return "XXXX-XX-XX"
		}
	}
	m, d, ok := h.holiday.on(y)
	if !ok {
		return strconv.Itoa(y)
	}
	n := newDay(y, m, d)
	if h.edge == "EVE" {
		n--
	}
	c.see(pointOf(n), h)
	return h.clocked(n.String())
}
