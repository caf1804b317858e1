package dates

// pairWeekdays links the weekdays that begin and end a range, and "Tuesday" to "next Monday" in "next Monday and
// Tuesday".
func (r *hits) pairWeekdays() {
	for k := 1; k < len(r.list); k++ {
		a, b := &r.list[k-1], &r.list[k]
		if !a.dayLike() || !b.plainWeekday() || b.i < a.j+1 || b.i > a.j+2 {
			continue
		}
		ranged := r.spans(k-1) || a.kind == weekday && r.t.is(a.j, "to")
		if !ranged && !r.listsWeek(a) {
			continue
		}
		b.from = a
		if a.kind == weekday && a.mod == "" && ranged {
			a.beginsRange(b)
		}
	}
}

// listsWeek tells whether a list goes on after a weekday of a week that the text says.
func (r *hits) listsWeek(h *hit) bool {
	return h.kind == weekday && (h.mod != "" || h.weeks != 0) && r.t.is(h.j, "and", "or", "&")
}

// plainWeekday tells whether the hit is a weekday of which nothing says the week.
func (h *hit) plainWeekday() bool {
	return h.kind == weekday && h.mod == "" && h.weeks == 0 && h.edge == ""
}

// dayLike tells whether the hit is a day.
func (h *hit) dayLike() bool {
	return h.kind == weekday || h.kind == deictic || h.kind == calendar && h.day > 0
}

// beginsRange links a weekday to the one that ends its range.
func (h *hit) beginsRange(end *hit) {
	h.joined = true
	if h.weeks == 0 {
		h.upto = end
	}
}
