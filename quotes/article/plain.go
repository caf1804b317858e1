package article

import (
	"net/url"
	"strings"
	"time"
	"unicode/utf8"
)

// plain is a text that is being taken apart. Lines before first and from end on are what frames the body.
type plain struct {
	lines      []string
	head       int // lines of headers "Name: value"
	first, end int
	days       dayReader
}

// readPlain fills the article from a plain text: a page saved as text, or a text with a title, a byline, a dateline or
// headers such as "Title:" above it. The body keeps its own spacing; only lines that are furniture are taken out of it.
func readPlain(a *Article, text string, days dayReader) {
	p := &plain{lines: unwrap(strings.Split(text, "\n")), days: days}
	p.end = len(p.lines)
	p.headers(a)
	if p.entries(a) {
		return
	}
	p.bounds()
	p.top(a)
	p.dateline(a)
	a.Text = p.body()
	if a.Outlet == "" && a.URL != "" {
		if u, err := url.Parse(a.URL); err == nil {
			if a.Outlet = outletOfHost(u.Hostname()); a.Outlet == "" {
				a.Outlet = strings.TrimPrefix(u.Hostname(), "www.")
			}
		}
	}
	if a.Outlet == "" {
		around := append(append([]string(nil), p.lines[:p.first]...), p.lines[p.end:]...)
		if a.Outlet = outletOfLines(around); a.Outlet == "" {
			a.Outlet = owner(around)
		}
	}
	if a.Published == "" && a.URL != "" {
		if u, err := url.Parse(a.URL); err == nil {
			if d := p.days.ofAddress(u); d != "" {
				a.Published, a.PublishedHow = d, "url"
			}
		}
	}
}

// headers reads the lines "Name: value" that open a text. One alone is taken for what it says only if it stands first.
func (p *plain) headers(a *Article) {
	for i, l := range p.lines {
		t := strings.TrimSpace(l)
		if t == "" {
			continue
		}
		if p.labelled(a, t) {
			p.first, p.head = i+1, i+1
			continue
		}
		m := lineShape.header.FindStringSubmatch(t)
		if m == nil || len(t) > 400 {
			return
		}
		v := oneLine(m[2])
		switch strings.ToLower(m[1]) {
		case "title", "headline", "subject":
			a.Title = v
		case "source", "outlet", "publication", "newspaper":
			a.Outlet = v
		case "date", "published", "publication date":
			if d, ok := givenDay(v); ok && (len(d) < len(time.DateOnly) || p.days.may(d)) {
				a.Published, a.PublishedHow = d, "given"
			}
		case "author", "authors", "by", "byline":
			a.Byline = v
		case "url", "link":
			if u, err := url.Parse(v); err == nil && (u.Scheme == "http" || u.Scheme == "https") && a.URL == "" {
				a.URL = v
			}
		default:
			a.Language = languageTag(v)
		}
		p.first, p.head = i+1, i+1
	}
}

// entries reads a chronology, and reports whether the text is one.
func (p *plain) entries(a *Article) bool {
	lines := p.lines[p.first:]
	before, list := chronology(lines, a.Published)
	if len(list) == 0 {
		return false
	}
	above := lines[:before]
	p.first += before
	p.top(a)
	a.Text = strings.TrimSpace(strings.Join(lines, "\n"))
	return a.divide(strings.TrimSpace(strings.Join(above, "\n")), list) == nil
}

// labelled takes a line that is a label and a day, such as "Downloaded: 20 March 2024", for what it says of the
// article, and reports whether it is such a line.
func (p *plain) labelled(a *Article, line string) bool {
	m := lineShape.label.FindStringSubmatch(line)
	if m == nil || labelOf(m[1]) == unlabelled {
		return false
	}
	d := p.days.publication(m[2], labelOf(m[1]))
	if d.day != "" && d.label == published && a.PublishedHow != "given" {
		a.Published, a.PublishedHow = d.day, "given"
	}
	day, _ := findDay(m[2], p.days.dayFirst)
	return day != ""
}

// maxTitles is how many short lines above a body are taken for its title and section, where nothing else says that it
// is not yet the body.
const maxTitles = 2

// bounds finds the first line of the body and the line after its last.
func (p *plain) bounds() {
	start := p.afterByline()
	if start < 0 || start >= len(p.lines) {
		start = p.afterTitles()
	}
	p.first = start
	seen := false
	for i := start; i < len(p.lines); i++ {
		t := strings.TrimSpace(p.lines[i])
		if seen &&
			(frameLine.stop.MatchString(t) && !sentence(t) || len(t) < 400 && frameLine.copyright.MatchString(t)) {
			p.end = i
			break
		}
		seen = seen || prose(t) || len(t) > 60
	}
}

// afterByline returns the first line of the body after a byline, which marks the end of what stands above a body; -1
// for no byline.
func (p *plain) afterByline() int {
	for i := p.first; i < len(p.lines) && i < p.first+400; i++ {
		t := strings.TrimSpace(p.lines[i])
		if lineShape.byline.MatchString(t) && len(t) < 160 && !sentence(t) {
			start := i + 1
			for start < len(p.lines) && p.aboveBody(start) {
				start++
			}
			return start
		}
		if prose(t) && i > p.first+60 {
			break
		}
	}
	return -1
}

// afterTitles returns the first line of the body after what is a title, a section, a day or furniture.
func (p *plain) afterTitles() int {
	start := p.dated()
	for titles := 0; start < len(p.lines) && titles <= maxTitles && p.aboveBody(start); start++ {
		if t := strings.TrimSpace(p.lines[start]); frameLine.top.MatchString(t) {
			titles = -len(p.lines) // there is furniture: what stands among it is not the body
		} else if d, _ := findDay(t, false); t != "" && d == "" {
			if titles++; titles > maxTitles {
				break
			}
		}
	}
	if start == len(p.lines) {
		return p.first
	}
	return start
}

// dated returns the line after the last short line with a day in it that stands before the first prose: what is above
// such a line is not yet the body. Without one it is the first line.
func (p *plain) dated() int {
	at := p.first
	for i := p.first; i < len(p.lines) && i < p.first+60; i++ {
		t := strings.TrimSpace(p.lines[i])
		if prose(t) || lineShape.datelined.MatchString(t) {
			break
		}
		if d, _ := findDay(t, false); d != "" && len(t) < 100 && !sentence(t) && !lineShape.listItem.MatchString(t) {
			at = i + 1
		}
	}
	return at
}

// aboveBody reports whether a line above the body is not its beginning: empty, a title, a section, a date, a button.
func (p *plain) aboveBody(i int) bool {
	t := strings.TrimSpace(p.lines[i])
	switch {
	case t == "" || frameLine.top.MatchString(t) || lineShape.byline.MatchString(t) && !sentence(t):
		return true
	case lineShape.datelined.MatchString(t) || prose(t):
		return false
	case strings.HasPrefix(t, "http://") || strings.HasPrefix(t, "https://"):
		return true
	case lineShape.listItem.MatchString(t):
		return false
	}
	if d, _ := findDay(t, false); d != "" && len(t) < 100 && !sentence(t) {
		return true
	}
	return len(t) < 200 && !sentence(t) && !quotedAll(t) && !strings.HasSuffix(t, ",") && p.titleLike(i)
}

// titleLike reports whether a line stands by itself, as a title does: an empty line or prose follows it, not more
// short lines of the same paragraph.
func (p *plain) titleLike(i int) bool {
	for _, l := range p.lines[i+1:] {
		t := strings.TrimSpace(l)
		if prose(t) || lineShape.datelined.MatchString(t) || lineShape.byline.MatchString(t) {
			return true
		}
		if d, _ := findDay(t, false); d != "" && len(t) < 100 {
			return true
		}
		if t != "" && !frameLine.top.MatchString(t) && len(t) > 200 {
			return true
		}
	}
	return false
}

// top reads title, byline, date and address from the lines above the body.
func (p *plain) top(a *Article) {
	byline := p.topByline(a)
	for _, l := range p.lines[p.head:p.first] {
		t := strings.TrimSpace(l)
		address := strings.HasPrefix(t, "http://") || strings.HasPrefix(t, "https://")
		if address && !strings.Contains(t, " ") && a.URL == "" {
			a.URL = t
		}
	}
	if d := p.topDay(); d != "" && a.Published == "" {
		a.Published, a.PublishedHow = d, "byline"
	}
	if a.Title == "" {
		a.Title = p.topTitle(byline)
	}
}

// topByline reads the bylines above the body, and returns the line of the first; the first of the body for none.
func (p *plain) topByline(a *Article) int {
	byline := p.first
	for i := p.first - 1; i >= 0; i-- {
		t := strings.TrimSpace(p.lines[i])
		if m := lineShape.byline.FindStringSubmatch(t); m != nil && len(t) < 160 {
			byline = i
			if a.Byline == "" {
				a.Byline = oneLine(m[1])
			}
			if d := p.days.publication(m[2], unlabelled).day; d != "" && a.Published == "" {
				a.Published, a.PublishedHow = d, "byline"
			}
		}
	}
	return byline
}

// topTitle is the title among the lines before the byline: the last of four words or more, else the last.
func (p *plain) topTitle(byline int) string {
	title := ""
	for i := byline - 1; i >= 0; i-- {
		t := oneLine(p.lines[i])
		if t == "" || noTitle(t) {
			continue
		}
		if title == "" || len(strings.Fields(title)) < 4 && len(strings.Fields(t)) >= 4 {
			title = t
		}
	}
	return title
}

// noTitle reports whether a line above a body is something else than its title.
func noTitle(t string) bool {
	if strings.HasPrefix(t, "http") || frameLine.top.MatchString(t) || frameLine.dateLine.MatchString(t) {
		return true
	}
	if lineShape.header.MatchString(t) || lineShape.byline.MatchString(t) {
		return true
	}
	d, at := findDay(t, false)
	return d != "" && (at == 0 || len(t) < 60)
}

// topDay returns the day of publication that the lines above the body name: one that is called so, else one without a
// label.
func (p *plain) topDay() string {
	best := labelledDay{}
	for _, l := range p.lines[p.head:p.first] {
		t := strings.TrimSpace(l)
		if len(t) >= 120 || strings.HasPrefix(t, "http") {
			continue
		}
		d := p.days.publication(t, unlabelled)
		if d.day != "" && (best.day == "" || d.label.surer(best.label)) {
			best = d
		}
	}
	return best.day
}

// body returns the lines of the body as they stand, without those that are furniture wherever they stand and without
// more than one empty line in a row.
func (p *plain) body() string {
	var out []string
	for _, l := range p.lines[p.first:p.end] {
		t := strings.TrimSpace(l)
		if t == "" {
			if len(out) > 0 && out[len(out)-1] != "" {
				out = append(out, "")
			}
			continue
		}
		if frameLine.inside.MatchString(t) || len(t) < 300 && frameLine.caption.MatchString(t) && !sentence(t) {
			continue
		}
		out = append(out, withoutNotes(l))
	}
	return strings.TrimSpace(strings.Join(out, "\n"))
}

// prose reports whether a line is a paragraph of running text.
func prose(t string) bool { return len(t) > 60 && sentence(t) || len(t) > 300 }

// quotedAll reports whether a line is all speech.
func quotedAll(t string) bool { return strings.HasPrefix(t, "“") || strings.HasPrefix(t, "\"") }

// owner returns the owner that a copyright line names, "" for none.
func owner(lines []string) string {
	for _, l := range lines {
		if m := lineShape.copyOwner.FindStringSubmatch(strings.TrimSpace(l)); m != nil {
			return oneLine(m[1])
		}
	}
	return ""
}

// cut returns at most the first n bytes of s, fewer where they would break a character.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
