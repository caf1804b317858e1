package resolve

import (
	"strings"

	"demarche/quotes/text"
	"demarche/timeline/dates"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// clock is the time of the day that the text tells with the day of words: "at 6 p.m. on June 12", "on Monday at 10 a.m.".
// It is "" where the day is none that the text tells, where a clock is named ("Moscow time"), and where the time stands
// inside what is said.
func clock(s *scene.Scene, contents []text.Span, said *record.Said) string {
	if said.Evidence.Len() <= 0 || said.Earliest == "" || said.Earliest != said.Latest || said.Basis == dates.Dateline {
		return ""
	}
	told := ""
	for i := range s.Times {
		x := &s.Times[i]
		if !beside(s.Text, text.Span{Start: x.Start, End: x.End}, said.Evidence) {
			continue
		}
		if x.Zone != "" {
			return ""
		}
		c := x.Clock()
		if c == "" || x.Value[:10] != said.Earliest || scene.Covers(contents, text.Span{Start: x.Start, End: x.End}) {
			continue
		}
		if told != "" && told != c {
			return ""
		}
		told = c
	}
	return told
}

// beside reports whether two spans touch, or nothing but "on" or "at" stands between them.
func beside(body string, a, b text.Span) bool {
	if b.Start < a.Start {
		a, b = b, a
	}
	if b.Start < a.End {
		return true
	}
	switch strings.Trim(body[a.End:b.Start], " ,") {
	case "", "on", "at":
		return true
	}
	return false
}
