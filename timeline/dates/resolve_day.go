package dates

import (
	"fmt"
	"strconv"
)

// weekday resolves the name of a day of the week.
func (c *context) weekday(h *hit) string {
	b, news := c.ref, c.hasRef && !c.narrative
	if !news && !c.narrative && h.mod != "following" && h.mod != "previous" && h.mod != "that" && h.mod != "same" {
		return h.clocked("XXXX-WXX-" + strconv.Itoa(h.weekday))
	}
	if !news {
		a := c.anchorDay()
		if !a.ok || a.bc {
			return h.clocked("XXXX-WXX-" + strconv.Itoa(h.weekday))
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

// weekdayFrom is the weekday that is meant on the day b, without the weeks that are added to it.
func (c *context) weekdayFrom(h *hit, b day, news bool) day {
	if h.from != nil && h.from.resolved {
		return after(h.from.at, h.weekday)
	}
	if d, ok := c.weekOf(h, b); ok {
		return d
	}
	d := b + day((h.weekday-b.weekday()+7)%7) // on or after
	last := d
	if d > b {
		last = d - 7
	}
	switch h.mod {
	case "last", "past":
		if d = last; d == b {
			d -= 7
		}
	case "next":
		if h.article {
			b = c.anchorOr(b)
			d = b + day((h.weekday-b.weekday()+6)%7) + 1
		} else if d == b {
			d += 7
		}
	case "this":
		d = b - day(b.weekday()) + day(h.weekday)
	case "coming":
		if d == b {
			d += 7
		}
	case "previous", "following", "that", "same":
		b = c.anchorOr(b)
		d = b + day((h.weekday-b.weekday()+7)%7)
		if h.mod == "following" && d == b {
			d += 7
		} else if h.mod == "previous" {
			d -= 7
		}
	default:
		past := news && (c.f.tenseAt(h.i, h.j) != future || h.weeks < 0)
		if past && h.upto != nil { // a range that is over: "from Monday to Friday", told on a Wednesday
			return before(before(b+1, h.upto.weekday), h.weekday)
		}
		if past {
			d = last
		}
	}
	return d
}

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
