package acts

import (
	"sort"
	"strings"

	"demarche/quotes/text"
	"demarche/timeline/dates"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// headedDay is a day under which the paragraphs from a byte of the body on are told; nil ends one.
type headedDay struct {
	from int
	said *record.Said
}

// Headed is the day of the heading under which byte pos of the body stands, as in a chronicle or live report: a line
// of its own, "Friday, October 24", or the beginning of an entry, "Tuesday, 8:50 p.m. — ". nil for none.
func (r *Days) Headed(pos int) *record.Said {
	h := r.headingOf(pos)
	if h.said != nil && len(h.said.EDTF) == 4 {
		return r.lastUnder(h, pos)
	}
	return h.said
}

// lastUnder is the day or month that a paragraph headed by its year told last before byte pos, else the year.
func (r *Days) lastUnder(h headedDay, pos int) *record.Said {
	s := r.Body
	for i := len(s.Times) - 1; i >= 0 && s.Times[i].Start > h.said.Evidence.Start; i-- {
		x := &s.Times[i]
		if x.Start >= pos || !r.ofWords(s, x, r.Contents) {
			continue
		}
		if d := r.Of(s, x); d != nil && d.EDTF[:4] == h.said.EDTF {
			return d
		}
	}
	return h.said
}

// headingOf is the heading under which byte pos of the body stands, zero for none.
func (r *Days) headingOf(pos int) headedDay {
	if r.headed == nil {
		r.headed = r.readHeadings()
	}
	k := sort.Search(len(r.headed), func(k int) bool { return r.headed[k].from > pos })
	return r.headed[max(k-1, 0)]
}

// readHeadings lists the days of the headings in the order of the text. A heading without a day ends the one before;
// the first paragraph has at most a dateline.
func (r *Days) readHeadings() []headedDay {
	s := r.Body
	out := []headedDay{{}}
	for n := 1; n < len(s.Doc.Paragraphs); n++ {
		p := s.Doc.Paragraphs[n]
		lo, hi := s.Range(text.Span{Start: p.Start, End: p.End})
		line := heading(p.Of(s.Text))
		switch day, end := r.dayAtStart(lo, hi); {
		case r.yearHeads(lo, hi) != nil:
			out = append(out, headedDay{p.Start, r.yearHeads(lo, hi)}, headedDay{p.End, nil})
		case day != nil && (opensEntry(s, end, hi) || line && hi-end <= wordsBesideDay):
			out = append(out, headedDay{p.Start, day})
		case line && (s.TimeAt(lo) == nil || !clockAlone(s, s.TimeAt(lo))):
			out = append(out, headedDay{p.Start, nil})
		}
	}
	return out
}

// yearHeads is the year that stands alone before the sentences of a paragraph, as in a chronicle: "1994. In May". nil
// for none.
func (r *Days) yearHeads(lo, hi int) *record.Said {
	s := r.Body
	x := s.TimeAt(lo)
	if x == nil || len(x.Value) != 4 || lo+2 >= hi || s.At(lo+1) != "." && s.At(lo+1) != ":" {
		return nil
	}
	d, ok := x.Date()
	if !ok || len(d.EDTF) != 4 || r.Day != "" && d.Earliest > r.Day {
		return nil
	}
	return &record.Said{Date: d, Basis: x.Basis(), Evidence: text.Span{Start: x.Start, End: x.End}}
}

// wordsBesideDay is how many tokens a heading may have after its day: "Friday, October 24 | (local time)".
const wordsBesideDay = 4

// dayAtStart is the single day up to publication with which the tokens begin, and the token after all expressions of
// time there; nil for none.
func (r *Days) dayAtStart(lo, hi int) (day *record.Said, end int) {
	s := r.Body
	for end = lo; end < hi; {
		x := s.TimeAt(end)
		switch {
		case x == nil && s.Lower[end] == "," && end > lo:
			end++
			continue
		case x == nil:
			return day, end
		case day == nil && !clockAlone(s, x):
			day = r.headingDay(x)
		}
		_, end = s.Range(text.Span{Start: x.Start, End: x.End})
	}
	return day, end
}

// headingDay is the single day up to publication that the expression names in a heading, where a weekday is the last
// one of its name. nil for none.
func (r *Days) headingDay(x *dates.Expression) *record.Said {
	d, ok := r.dated(r.Body, x)
	if !ok || d.Earliest == "" || d.Earliest != d.Latest {
		return nil
	}
	if r.Day != "" && d.Earliest > r.Day && x.Relative {
		d = dates.Shift(d.Earliest, -7)
	}
	if r.Day != "" && d.Earliest > r.Day {
		return nil
	}
	return &record.Said{Date: d, Basis: x.Basis(), Evidence: text.Span{Start: x.Start, End: x.End}}
}

// clockAlone reports a time of day without its day: "10:20 p.m."
func clockAlone(s *scene.Scene, x *dates.Expression) bool {
	w := s.Text[x.Start:x.End]
	return x.Type == "TIME" && w[0] >= '0' && w[0] <= '9' && strings.ToLower(w) == w
}

// stamped is the day of an entry of a live report that opens with a time of day alone, "08:35 Moss writes": that of the
// heading above it, else that of publication, whatever day the entry before it told of. ok is false for other
// expressions.
func (r *Days) stamped(s *scene.Scene, x *dates.Expression) (d dates.Date, ok bool) {
	if s.IsTitle || len(s.Doc.Paragraphs) < 2 || r.Day == "" || r.EntryAt(x.Start) != x.Start || !clockAlone(s, x) {
		return d, false
	}
	if h := r.headingOf(x.Start); h.said != nil {
		return h.said.Date, true
	}
	return r.Published, true
}

// EntryAt is where the entry of a live report begins that holds byte pos of the body and opens with a time of day
// alone, -1 for none.
func (r *Days) EntryAt(pos int) int {
	s := r.Body
	start := s.Doc.Paragraphs[s.ParagraphAt(pos)].Start
	lo, _ := s.Range(text.Span{Start: start, End: start + 1})
	if x := s.TimeAt(lo); x == nil || x.Start != start || !clockAlone(s, x) {
		return -1
	}
	return start
}

// opensEntry reports a mark at token i after which the text of an entry begins.
func opensEntry(s *scene.Scene, i, hi int) bool {
	return i < hi-1 && (words.Dash[s.Lower[i]] || s.Lower[i] == ":")
}

// heading reports whether a paragraph is a line of its own above others: short, and not ended by a mark.
func heading(line string) bool {
	line = strings.TrimSpace(line)
	return line != "" && len(line) <= longestHeading && !strings.ContainsAny(line[len(line)-1:], ".!?:;,\")") &&
		!strings.HasSuffix(line, "”") && !strings.HasSuffix(line, "’")
}

// longestHeading is how many bytes the line of a heading has at the most.
const longestHeading = 80
