package dates

import "strings"

// An Expression is a stretch of text that names a time.
type Expression struct {
	Start, End int    // byte offsets into the text, End after the last byte
	Type       string // DATE, TIME, DURATION or SET, as in TIMEX3
	Value      string // as in TIMEX3: "2010-06-12", "2010-W23-WE", "P3D", "PAST_REF"; "" when nothing tells it
	Holiday    string // canonical name of a holiday or anniversary, else ""
	Relative   bool   // resolved against another day: a weekday, "yesterday", "two days later"; else the text states it
	Zone       string // whose clock, in small letters, where the text says so: "local", "pyongyang", "kst"; else ""
	Dateline   bool   // the date of a dateline: when the report was sent, not when something was said
	InName     bool   // part of the name of an earlier event, whose day it is: "the June 15 joint declaration"
	Lent       bool   // of a year that the paragraph tells of before it: "1994. On June 16"
	Future     bool   // the words around it speak of what is still to come
	edtf       string // where it says more than Value
}

// Clock is the time of the day that the expression tells, as "09:30"; "" for none, for one by a clock that the text
// names, and for midnight, of which nobody knows whether it ends the day or begins it.
func (e Expression) Clock() string {
	if e.Type != "TIME" || e.Zone != "" || len(e.Value) != len("2006-01-02T15:04") || e.Value[10] != 'T' {
		return ""
	}
	if at := e.Value[11:]; at[2] == ':' && at[:2] != "24" && at != "00:00" {
		return at
	}
	return ""
}

// Find returns the expressions of time in an English text, in order and without overlap. reference is the day of
// publication as YYYY-MM-DD, or "" where it is unknown; then what is relative to it gets no day. The work is linear in
// the text.
func Find(text, reference string) []Expression {
	return newFinder(text).resolve(reference)
}

// finder reads a text from its first token to its last, and has the hits resolved in their order. It knows how they are
// found and when their values are asked for, not what any of them says.
type finder struct {
	t         *tokens
	grammar   *grammar
	hits      hits
	datelines datelines
}

// newFinder reads a text.
func newFinder(text string) *finder {
	g := newGrammar(text)
	f := &finder{t: g.t, grammar: g, datelines: datelines{g.t}}
	f.hits = hits{t: g.t, numbers: &g.numbers, clock: &g.clock, years: &g.years, days: &g.days}
	for i := 0; i < len(f.t.list); {
		if m, j := f.grammar.dayLists.ranged(i); j > i {
			next, _ := f.grammar.numbers.dayNumber(f.t.skip(j+1, "the"))
			i = f.hits.rangeTail(hit{meaning: m, i: i, j: j, joined: f.t.in(j, words.RangeEnd, "-") || next == m.day+1})
			continue
		}
		m, j := f.grammar.phrase(i)
		if j <= i {
			i++
			continue
		}
		i = f.hits.rangeTail(hit{meaning: m, i: i, j: j})
	}
	f.hits.lendYears()
	f.hits.pairWeekdays()
	return f
}

// resolve gives every hit its value, in the order of the text.
func (f *finder) resolve(reference string) []Expression {
	r := newResolver(f, reference)
	out := make([]Expression, 0, len(f.hits.list))
	run := 0 // where the list or range that the last one belongs to begins
	for k := range f.hits.list {
		h := &f.hits.list[k]
		e := r.value(h)
		if e.Type == "" {
			continue
		}
		h.settleAt(&e)
		e.Start, e.End = f.t.list[h.i].start, f.t.list[h.j-1].end
		if e.Type == "DATE" || e.Type == "TIME" {
			e.Zone = f.grammar.clock.zoneOf(h.j)
		}
		if f.datelines.isDateline(h) {
			e.Dateline = true
			r.c.settle(&e)
		}
		out = append(out, e)
		if k > 0 && len(out) > 1 && f.hits.spans(k-1) {
			join(out[run:])
		} else {
			run = len(out) - 1
		}
	}
	return out
}

// ownDay is the day that the text gives for itself where nobody else does: a full date alone in its line or in a
// dateline.
func (f *finder) ownDay() (day, bool) {
	for k := range f.hits.list {
		h := &f.hits.list[k]
		if h.i > head {
			break
		}
		alone := f.t.at(h.i).para && (f.t.at(h.j).para || h.j == len(f.t.list))
		if h.fullDay() && (alone || f.datelines.isDateline(h)) {
			return newDay(h.year, h.month, h.day), true
		}
	}
	return 0, false
}

// join gives the parts of a range, of which the first and the last are its ends, the interval that they bound.
func join(parts []Expression) {
	x, ok := parts[0].alone().Date()
	y, ok2 := parts[len(parts)-1].alone().Date()
	if !ok || !ok2 || x.Earliest == "" || y.Latest == "" || x.Earliest >= y.Latest {
		return
	}
	edtf := strings.TrimSuffix(x.EDTF, "~") + "/" + strings.TrimSuffix(y.EDTF, "~")
	if _, err := Parse(edtf); err != nil {
		return
	}
	for k := range parts {
		parts[k].edtf = edtf
	}
}

// alone is the expression without the range that it is part of.
func (e Expression) alone() Expression {
	if strings.Contains(e.edtf, "/") {
		e.edtf = ""
	}
	return e
}
