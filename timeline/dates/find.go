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
	f := &finder{parser: parser{text: text, t: tokenize(text), holidays: holidayIndex()}}
	f.order = f.orderIn()
	for i := 0; i < len(f.t); {
		if m, j := f.ranged(i); j > i {
			i = f.rangeTail(hit{meaning: m, i: i, j: j, joined: f.is(j, "-", "to", "through", "until") || f.is(j, "and") && f.at(j+1).num == f.at(i).num+1})
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
	return f
}

// lendYears gives "April" the year of "April and June 1955", and to "January 12" that of "January 12 to 16 January 1936".
func (f *finder) lendYears() {
	for k := len(f.hits) - 2; k >= 0; k-- {
		a, b := &f.hits[k], &f.hits[k+1]
		if a.kind == dayTime && b.i <= a.j+4 && f.sameSentence(a.j-1, b.i) && f.is(b.i-1, "on", ",") && b.part == "" && b.clock == "" {
			a.next = b
		}
		if a.kind == unitRef && a.unit == "S" && (a.mod == "the" || a.mod == "bare") && b.hasYear && b.season != "" && b.i <= a.j+2 && f.is(a.j, "and", "to", "or", "-") {
			a.kind, a.mod, a.unit = calendar, "", ""
		} else if a.kind != calendar || a.hasYear || a.month == 0 || a.yearMod != "" || a.mod != "" {
			continue
		}
		if b.kind != calendar || !b.hasYear || b.width != 1 || b.month == 0 && b.season == "" || b.i > a.j+2 || b.i == a.j ||
			!f.is(a.j, "and", "to", "or", "-", "/", "until", "through") {
			continue
		}
		a.year, a.hasYear, a.width, a.bc = b.year, true, 1, b.bc
		if a.month > b.month && b.month > 0 && !b.bc {
			a.year--
		}
	}
}

// rangeTail keeps a hit and reads what a range or list adds to it: "June 12-15, 1950", "1914-18", "June 3 and 5". It returns the
// index after them.
func (f *finder) rangeTail(h hit) int {
	f.hits = append(f.hits, h)
	monthFirst := f.at(h.i).capital
	for h.kind == calendar && h.weekday == 0 && (!f.halfRange(h) || monthFirst) {
		dash := f.is(h.j, "-")
		comma := f.is(h.j, ",") && f.at(h.j+1).digits > 0 && f.is(h.j+2, ",", "and", "or") && f.at(h.j+3).isNum
		if !dash && !comma && !f.is(h.j, "to", "and", "or", "through") {
			break
		}
		n := f.at(h.j + 1)
		next := hit{meaning: h.meaning, i: h.j + 1}
		switch {
		case h.day > 0 && h.month > 0 && f.at(h.j-1).isNum && (!h.hasYear || !f.yearLast(h)) && monthFirst:
			d, e := f.dayOfMonth(h.j + 1)
			if e == 0 || d <= h.day && dash || f.at(e).word.month > 0 || f.is(e, "%", ":") || !dash && f.countsThings(e) {
				return h.j
			}
			next.day, next.j = d, f.yearTail(e, &next.meaning)
			first := &f.hits[len(f.hits)-1]
			first.year, first.hasYear, first.yearMod, first.width = next.year, next.hasYear, next.yearMod, next.width
		case dash && h.hasYear && h.width == 1 && f.yearLast(h) && n.digits == 2 && n.glued && int(n.num) > h.year%100:
			next.year, next.j = h.year-h.year%100+int(n.num), h.j+2
			next.month, next.day = 0, 0
		default:
			return h.j
		}
		// "September 5 and 6" is one stretch too.
		f.hits[len(f.hits)-1].joined = dash || f.is(h.j, "to", "through") || next.day == h.day+1
		h = next
		f.hits = append(f.hits, h)
	}
	return h.j
}

// halfRange tells whether the hit is the bare first day of a range, whose rest is a phrase of its own.
func (f *finder) halfRange(h hit) bool {
	return h.joined || h.month > 0 && h.j == h.i+1 && f.at(h.i).isNum
}

// yearLast tells whether the hit ends in the figures of its year.
func (f *finder) yearLast(h hit) bool {
	t := f.at(h.j - 1)
	return t.digits == 4 && int(t.num) == h.year
}

// countsThings tells "June 3 and 12 people" from "June 3 and 12".
func (f *finder) countsThings(e int) bool {
	t := f.at(e)
	return t.low != "" && isLetter(t.low) && !f.pastVerb(e) && !t.word.prep && !t.word.past && !t.word.future && !t.line
}

// resolve gives every hit its value, in the order of the text.
func (f *finder) resolve(reference string) []Expression {
	c := newContext(f, reference)
	out := make([]Expression, 0, len(f.hits))
	for k := range f.hits {
		h := &f.hits[k]
		e := c.value(h)
		if e.Type == "" {
			continue
		}
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
			join(&out[len(out)-2], &out[len(out)-1])
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
	return f.is(a.j, "-", "until", "through") || f.is(a.j, "to") && f.is(a.i-1, "from") || f.is(a.j, "and") && f.is(a.i-1, "between")
}

// join gives both ends of a range the interval that they bound.
func join(a, b *Expression) {
	x, ok := a.Date()
	y, ok2 := b.Date()
	if ok && ok2 && x.Earliest != "" && y.Latest != "" && x.Earliest < y.Latest {
		edtf := strings.TrimSuffix(x.EDTF, "~") + "/" + strings.TrimSuffix(y.EDTF, "~")
		if _, err := Parse(edtf); err == nil {
			a.edtf, b.edtf = edtf, edtf
		}
	}
}
