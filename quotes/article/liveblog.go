package article

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// liveShare is the share of the paragraphs of a page that the entries of a live blog hold together.
const liveShare = 0.6

// sibling is what the entries of one live blog have in common.
type sibling struct {
	parent *html.Node
	tag    atom.Atom
	class  string // without digits
}

// liveBlog looks for a live blog on a page.
type liveBlog struct {
	doc   *html.Node
	url   *url.URL               // of the page, nil when unknown
	share map[*html.Node]float64 // of the text in paragraphs, by element
	days  dayReader
}

// entries returns the entries of a live blog: elements side by side, each with a moment of its own and a paragraph,
// which hold most of the page's text and do not lead to pages of their own. A time of day alone is one of the day
// published.
func (l liveBlog) entries(published string) []entry {
	groups := map[sibling][]*html.Node{}
	var order []sibling
	seen := 0
	for n := range l.doc.Descendants() {
		switch n.DataAtom {
		case atom.Article, atom.Li, atom.Div, atom.Section:
		default:
			continue
		}
		class := withoutDigits(strings.ToLower(attr(n, "class")))
		if seen++; seen > maxWeighed || markup.noEntryClass.MatchString(class) {
			continue
		}
		k := sibling{n.Parent, n.DataAtom, class}
		if len(groups[k]) == 0 {
			order = append(order, k)
		}
		groups[k] = append(groups[k], n)
	}
	for _, k := range order {
		if list := l.entriesOf(k, groups[k], published); len(list) >= minEntries {
			return list
		}
	}
	return nil
}

// entriesOf reads the elements of a group as entries, none where they are no live blog.
func (l liveBlog) entriesOf(k sibling, group []*html.Node, published string) []entry {
	named := k.tag == atom.Article || markup.entryClass.MatchString(k.class)
	if len(group) < minEntries || !named && len(group) < minEntries+1 {
		return nil
	}
	share, linked := 0.0, 0
	var list []entry
	for _, n := range group {
		e, leads := l.entry(n, published)
		if e.day == "" || letters(e.text) < minEntry/2 {
			continue
		}
		if leads {
			linked++
		}
		share += l.share[n]
		list = append(list, e)
	}
	if 2*len(list) <= len(group) || 2*linked > len(list) || share < liveShare {
		return nil
	}
	return list
}

// entry reads an element as an entry, and reports whether its heading leads to a page of its own.
func (l liveBlog) entry(n *html.Node, published string) (e entry, leads bool) {
	e.id = attr(n, "id")
	e.day, e.clock = l.moment(n, published)
	if e.day == "" {
		return e, false
	}
	var lines []string
	bs := blocks(n)
	for _, b := range bs {
		if b.heading() && e.title == "" && len(lines) == 0 {
			e.title = b.text
			leads = b.link() > 0.6
			continue
		}
		if d, _ := findDay(b.text, l.days.dayFirst); !stray(b) &&
			!(len(b.text) < 40 && (d != "" || dayShape.clock.MatchString(b.text))) {
			lines = append(lines, withoutNotes(b.text))
		}
	}
	if leads {
		leads = !l.ownLink(n)
	}
	e.text = strings.Join(lines, "\n")
	return e, leads
}

// ownLink reports whether the first link in an element leads to a place on the page itself.
func (l liveBlog) ownLink(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.DataAtom == atom.A {
			h := attr(d, "href")
			return strings.HasPrefix(h, "#") || l.url != nil && strings.HasPrefix(h, l.url.Path+"#")
		}
	}
	return false
}

// maxMoment is how many nodes of an entry are looked at for its moment.
const maxMoment = 60

// moment returns the day and the clock time of an entry: those of the first element in it that is marked up as a time,
// else of a short text that is one. A clock time without a day is of the day of the page.
func (l liveBlog) moment(n *html.Node, reference string) (day, clock string) {
	steps := 0
	for d := range n.Descendants() {
		if steps++; steps > maxMoment {
			break
		}
		if d.Type != html.ElementNode || markedWeight(d) == 0 {
			continue
		}
		text := textOf(d)
		for _, s := range []string{attr(d, "datetime"), attr(d, "content"), attr(d, "data-timestamp"), text} {
			if day = l.days.stamp(s); day != "" {
				if m := dayShape.stampClock.FindStringSubmatch(s); m != nil {
					return day, m[1] + ":" + m[2]
				}
				return day, clockIn(text)
			}
		}
		if clock = clockIn(text); clock != "" && len(text) < maxBefore {
			return reference, clock
		}
	}
	return "", ""
}

// clockIn returns the time of day that a text names as hh:mm, "" for none.
func clockIn(s string) string {
	m := dayShape.clock.FindStringSubmatch(strings.ToLower(s))
	if m == nil {
		return ""
	}
	hour, _ := strconv.Atoi(m[1]) // two digits at most
	switch {
	case strings.HasPrefix(m[3], "p") && hour < 12:
		hour += 12
	case strings.HasPrefix(m[3], "a") && hour == 12:
		hour = 0
	}
	return fmt.Sprintf("%02d:%s", hour, m[2])
}

func withoutDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, s)
}
