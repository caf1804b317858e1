package article

import (
	"time"

	"golang.org/x/net/html"
)

// maxApart is how many days may lie between the day in a headline and a full date of the page that gives it its year.
const maxApart = 31

// titleDay returns the day with which a headline ends, as in "Regular Press Conference on September 17". Its year is
// that of the full dates on the page that are near to it, in its texts and in the names of its pictures; "" where
// there are none, or of several years.
func (p pageDays) titleDay(title string) string {
	month, day := "", ""
	if m := dayShape.titleDayLast.FindStringSubmatch(title); m != nil {
		month, day = m[1], m[2]
	} else if m := dayShape.titleDayFirst.FindStringSubmatch(title); m != nil {
		month, day = m[2], m[1]
	} else {
		return ""
	}
	found := ""
	for d := range p.fullDays {
		for _, year := range []string{d[:4], before(d[:4]), after(d[:4])} {
			is := civil(year, month, day)
			switch {
			case !p.days.may(is) || apart(is, d) > maxApart || is == found:
			case found != "":
				return ""
			default:
				found = is
			}
		}
	}
	return found
}

// fullDays yields the full dates of a page, in its short texts and in the names of its pictures.
func (p pageDays) fullDays(yield func(string) bool) {
	seen := 0
	for n := range p.doc.Descendants() {
		d := ""
		switch {
		case n.Type == html.TextNode && len(n.Data) < maxShort && n.Parent != nil && !elements.silent[n.Parent.DataAtom]:
			d, _ = findDay(n.Data, p.days.dayFirst)
		case n.Type == html.ElementNode && n.Data == "img":
			if m := addressShape.pictureDay.FindStringSubmatch(cut(attr(n, "src"), maxDate)); m != nil {
				d = civil(m[1], m[2], m[3])
			}
		}
		if d == "" {
			continue
		}
		if seen++; seen > maxWeighed || !yield(d) {
			return
		}
	}
}

func before(year string) string { return shifted(year, -1) }

func after(year string) string { return shifted(year, 1) }

func shifted(year string, by int) string {
	t, err := time.Parse("2006", year)
	if err != nil {
		return ""
	}
	return t.AddDate(by, 0, 0).Format("2006")
}

// apart is how many days lie between two days, a great many where one is none.
func apart(a, b string) int {
	x, err := time.Parse(time.DateOnly, a)
	y, err2 := time.Parse(time.DateOnly, b)
	if err != nil || err2 != nil {
		return 1 << 30
	}
	if x.Before(y) {
		x, y = y, x
	}
	return int(x.Sub(y).Hours() / 24)
}
