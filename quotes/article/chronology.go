package article

import (
	"strings"
	"time"
)

// minEntry is the shortest text, in bytes, that may follow the day in its line.
const minEntry = 20

// headDay returns the day that opens a line and what follows it in the line. A day without a year is that of the year
// of the reference day, YYYY-MM-DD or "", in which it lies next to it; without one there is no day.
func headDay(line, reference string) (day, rest string) {
	line = strings.TrimSpace(line)
	m := dayShape.head.FindStringSubmatch(line)
	if m == nil || m[10] == "" && len(line) > 60 {
		return "", ""
	}
	rest = strings.TrimSpace(m[11])
	if m[10] != "" && rest != "" && len(rest) < minEntry {
		return "", ""
	}
	year, month, d := m[1]+m[6]+m[9], m[2]+m[5]+m[7], m[3]+m[4]+m[8]
	if year != "" {
		return civil(year, month, d), rest
	}
	best := ""
	ref, err := time.Parse(time.DateOnly, reference)
	if err != nil {
		return "", ""
	}
	for by := -1; by <= 1; by++ {
		c := civil(ref.AddDate(by, 0, -ref.YearDay()+1).Format("2006"), month, d)
		if c != "" && (best == "" || apart(c, reference) < apart(best, reference)) {
			best = c
		}
	}
	return best, rest
}

// chronology divides lines by the days that stand above or open them. It returns the number of lines before the first
// day, and the entries; none where the lines are no chronology: fewer than two days, days that go to and fro, no
// sentences, or more text before the first day than below it.
func chronology(lines []string, reference string) (before int, list []entry) {
	before = len(lines)
	turns, last := 0, 0
	for i, l := range lines {
		day, rest := headDay(l, reference)
		if day == "" {
			if len(list) > 0 && strings.TrimSpace(l) != "" {
				list[len(list)-1].text += oneBreak(list[len(list)-1].text) + l
			}
			continue
		}
		if len(list) == 0 {
			before = i
		} else if way := strings.Compare(day, list[len(list)-1].day); way != 0 {
			if last != 0 && way != last {
				turns++
			}
			last = way
		}
		list = append(list, entry{day: day, text: rest})
	}
	kept, days := list[:0], map[string]bool{}
	prosaic, told := 0, 0
	for _, e := range list {
		if letters(e.text) < minEntry/2 {
			continue
		}
		kept = append(kept, e)
		days[e.day] = true
		told += len(e.text)
		if tells(e.text) {
			prosaic++
		}
	}
	first := len(strings.Join(lines[:before], "\n"))
	if len(days) < minEntries || 4*turns > len(list) || 2*prosaic < len(kept) || told < first {
		return len(lines), nil
	}
	return before, kept
}

// tells reports whether a text has a line that is a sentence: a list of dates of concerts has none.
func tells(text string) bool {
	for l := range strings.SplitSeq(text, "\n") {
		if sentence(strings.TrimSpace(l)) {
			return true
		}
	}
	return false
}

// isChronology reports whether blocks are a chronology.
func isChronology(bs []block, reference string) bool {
	lines := make([]string, len(bs))
	for i, b := range bs {
		lines[i] = b.text
	}
	_, list := chronology(lines, reference)
	return len(list) > 0
}

// opensEntry reports whether a block is or opens with the day of an entry.
func opensEntry(b block, reference string) bool {
	day, _ := headDay(b.text, reference)
	return day != ""
}

func oneBreak(s string) string {
	if s == "" {
		return ""
	}
	return "\n"
}
