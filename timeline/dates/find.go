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
	Future     bool   // the words around it speak of what is still to come
	edtf       string // where it says more than Value
}

// Find returns the expressions of time in an English text, in order and without overlap. reference is the day of
// publication as YYYY-MM-DD, or "" where it is unknown; then what is relative to it gets no day. The work is linear in
// the text.
func Find(text, reference string) []Expression {
	return newFinder(text).resolve(reference)
}

// finder holds a text as read by the grammar.
type finder struct {
	parser
	hits []hit
}

func newFinder(text string) *finder {
	f := &finder{parser: parser{text: text, t: tokenize(text), holidays: holidayIndex(), beyond: token{word: &entry{}}}}
	f.order = f.orderIn()
	for i := 0; i < len(f.t); {
		if m, j := f.ranged(i); j > i {
			next, _ := f.dayNumber(f.skip(j+1, "the"))
			i = f.rangeTail(hit{meaning: m, i: i, j: j, joined: f.in(j, words.RangeEnd, "-") || next == m.day+1})
			continue
		}
		m, j := f.phrase(i)
		if j <= i {
			i++
			continue
		}
		i = f.rangeTail(hit{meaning: m, i: i, j: j})
	}
	f.lendYears()
	f.pairWeekdays()
	return f
}

// resolve gives every hit its value, in the order of the text.
func (f *finder) resolve(reference string) []Expression {
	c := newContext(f, reference)
	out := make([]Expression, 0, len(f.hits))
	run := 0 // where the list or range that the last one belongs to begins
	for k := range f.hits {
		h := &f.hits[k]
		e := c.value(h)
		if e.Type == "" {
			continue
		}
		h.settleAt(&e)
		e.Start, e.End = f.t[h.i].start, f.t[h.j-1].end
		if e.Type == "DATE" || e.Type == "TIME" {
			e.Zone = f.zoneOf(h.j)
		}
		if f.isDateline(h) {
			e.Dateline = true
			c.settle(&e)
		}
		out = append(out, e)
		if k > 0 && len(out) > 1 && f.spans(k-1) {
			join(out[run:])
		} else {
			run = len(out) - 1
		}
	}
	return out
}

// spans tells whether the hits k and k+1 are the ends of one range.
func (f *finder) spans(k int) bool {
	a, b := &f.hits[k], &f.hits[k+1]
	if a.joined {
		return true
	}
	if b.i != a.j+1 && b.i != a.j+2 {
		return false
	}
	return f.is(a.j, "-", "until", "through") || f.is(a.j, "to") && f.is(a.i-1, "from") ||
		f.is(a.j, "and") && f.is(a.i-1, "between")
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
