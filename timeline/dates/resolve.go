package dates

// resolver gives hits their values, one after the other as they stand in the text. It knows what kind of hit is whose
// to resolve; each of its parts writes what it resolves to the context, from which the next hit counts.
type resolver struct {
	c        *context
	t        *tokens
	verbs    *verbs
	calendar calendarValues
	days     dayValues
	units    unitValues
	offsets  offsetValues
}

// newResolver prepares the resolving of the hits that a finder has, told on the reference day.
func newResolver(f *finder, reference string) *resolver {
	t, tense := f.t, &f.grammar.verbs
	c := newContext(f, reference)
	unsaid := &unsaidYears{c: c, t: t, verbs: tense}
	return &resolver{
		c:        c,
		t:        t,
		verbs:    tense,
		calendar: calendarValues{c, unsaid},
		days:     dayValues{c, tense},
		units:    unitValues{c: c, t: t, verbs: tense, unsaid: unsaid},
		offsets:  offsetValues{c},
	}
}

// value resolves a hit to an expression without its span; Type is "" if it means no time after all.
func (r *resolver) value(h *hit) Expression {
	e := Expression{Type: "DATE", InName: h.inName}
	r.c.thread.begin(h)
	if h.near() {
		r.c.thread.near()
	}
	switch h.kind {
	case duration:
		e.Type, e.Value = "DURATION", h.period()
	case set:
		e.Type, e.Value = "SET", h.value
	case ref:
		e.Value, e.Relative = h.value, true
		if r.c.hasRef && h.value == "PAST_REF" && r.t.in(h.i, words.RecentRef) {
			e.edtf = r.c.ref.String()[:7] + "~"
		}
	case calendar, named, dayTime:
		r.stated(h, &e)
	case weekday, deictic, unitRef, offset:
		e.Relative = true
		r.relative(h, &e)
	}
	e.Lent = h.lent
	if h.clock != "" || h.part != "" {
		e.Type = "TIME"
	}
	e.Future = e.Type != "DURATION" && e.Type != "SET" && r.verbs.tenseAt(h.i, h.j) == future
	return e
}

// stated gives an expression the value of a date of the calendar, a holiday or a clock time. "circa" blurs it.
func (r *resolver) stated(h *hit, e *Expression) {
	switch h.kind {
	case calendar:
		e.Value = r.calendar.calendar(h)
	case named:
		e.Holiday = h.holiday.title(h.nth)
		e.Value = r.calendar.holiday(h)
	case dayTime:
		e.Value = r.clockOnly(h)
		return
	}
	if h.clock == "" && h.part == "" && r.t.in(h.i-1, words.Circa) {
		if d, ok := e.Date(); ok {
			e.edtf = d.Approximate().EDTF
		}
	}
}

// relative gives an expression the value of a day or stretch that is told by its distance from another.
func (r *resolver) relative(h *hit, e *Expression) {
	switch h.kind {
	case weekday:
		e.Value = r.days.weekday(h)
	case deictic:
		e.Value = r.days.deictic(h)
	case unitRef:
		e.Value = r.units.unit(h, e)
	case offset:
		e.Value = r.offsets.offset(h)
	}
}

// clockOnly gives a clock time the day last named in its sentence, or the day of publication.
func (r *resolver) clockOnly(h *hit) string {
	if h.next != nil {
		// "at 11 a.m. on 11 November": the day follows. What it leaves is forgotten again, for its own turn comes.
		now := *r.c
		v := r.value(h.next)
		*r.c = now
		if v.Type == "DATE" && len(v.Value) == 10 {
			return h.clocked(v.Value)
		}
	}
	if a := r.c.anchorDay(); a.ok {
		return h.clocked(a.text())
	}
	return h.clocked("XXXX-XX-XX")
}

// settleAt remembers the day that the hit was resolved to.
func (h *hit) settleAt(e *Expression) {
	if len(e.Value) < 10 || len(e.Value) > 10 && e.Value[10] != 'T' {
		return
	}
	h.at, h.resolved = 0, false
	if d, ok := parseDay(e.Value); ok {
		h.at, h.resolved = d, true
	}
}

// clocked adds the time of day to a day's value.
func (h *hit) clocked(value string) string {
	switch {
	case h.clock != "":
		return value + "T" + h.clock + h.zone
	case h.part != "":
		return value + "T" + h.part
	}
	return value
}
