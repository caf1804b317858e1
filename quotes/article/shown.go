package article

import (
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// shownDays weighs the days that a page shows its reader.
type shownDays struct {
	doc   *html.Node
	share map[*html.Node]float64 // of the text in paragraphs, by element
	days  dayReader
}

// best returns the day that the page shows its reader as that of publication, and "time" or "byline" as it is
// marked up for machines or not. Every text with a day in it is weighed: by its mark-up and its element's name, by
// its label, such as "published" and "updated", by how much else stands in it, and by how near the headline it is.
func (s shownDays) best(title string) (day, how string, weight int) {
	headline := s.headlineAt(title)
	best, at, weighed, before := 0, 0, 0, ""
	for n := range s.doc.Descendants() {
		text := n.Type == html.TextNode && strings.TrimSpace(n.Data) != ""
		if text {
			at++
		}
		d, score, found := s.weigh(n, before)
		if text {
			before = n.Data
		}
		if d == "" {
			continue
		}
		if weighed++; weighed > maxWeighed {
			break
		}
		if headline >= 0 && at-headline <= nearHeadline && headline-at <= nearHeadline {
			score += 25
		}
		if score > best {
			best, day, how = score, d, found
		}
	}
	return day, how, best
}

// headlineAt returns how many texts stand before the headline, -1 where there is none.
func (s shownDays) headlineAt(title string) int {
	at, headline := 0, -1
	for n := range s.doc.Descendants() {
		switch {
		case n.Type == html.TextNode && strings.TrimSpace(n.Data) != "":
			at++
		case n.Type == html.ElementNode && n.DataAtom == atom.H1 && (headline < 0 || sameWords(textOf(n), title)):
			headline = at
		}
	}
	return headline
}

// surelyShown is the weight from which a day that is shown is taken for that of publication against a time stamp of
// the day beside.
const surelyShown = 75

// headlined is the weight of a short text with nothing but a day beside a headline.
const headlined = 60

// adjacent reports whether two days as YYYY-MM-DD follow each other, in either order.
func adjacent(a, b string) bool {
	x, err := time.Parse(time.DateOnly, a)
	y, err2 := time.Parse(time.DateOnly, b)
	d := x.Sub(y)
	return err == nil && err2 == nil && (d == 24*time.Hour || d == -24*time.Hour)
}

// maxWeighed is how many days of a page are weighed: an article's own is among the first.
const maxWeighed = 2000

// nearHeadline is how many pieces of text may lie between a headline and its date.
const nearHeadline = 12

// maxBefore is the longest text, in bytes, that may label the day in the element after it.
const maxBefore = 40

// maxShown is the longest text, in bytes, that says by a day without a label when the article was published.
const maxShown = 150

// weigh returns the day that a node shows, how it is marked, and how likely it is that of publication; a higher
// weight is likelier. before is the text that stands before the node.
func (s shownDays) weigh(n *html.Node, before string) (day string, weight int, how string) {
	name := unlabelled
	if len(before) < maxBefore && n.Type == html.ElementNode || n.Type == html.TextNode && len(n.Data) > 2 {
		name = labelBefore(oneLine(cut(before, maxBefore)))
	}
	var found labelledDay
	var text string
	e := n
	switch {
	case n.Type == html.ElementNode:
		if weight = markedWeight(n); weight == 0 {
			return "", 0, ""
		}
		how, text = "time", textOf(n)
		found = s.marked(n, text, name)
	case s.mayShow(n):
		e, how, weight, text = n.Parent, "byline", 10, oneLine(n.Data)
		found = s.days.publication(text, name)
		if found.day == "" && len(text) < 24 && e.Parent != nil && few(e.Parent) {
			// "June 12," and "2023" in elements of their own
			if around := textOf(e.Parent); len(around) < 120 {
				found = s.days.publication(around, unlabelled)
			}
		}
	}
	if found.day == "" || found.label >= changed || s.outside(e) {
		return "", 0, ""
	}
	switch {
	case lineShape.datelined.MatchString(text):
		how = "dateline"
	case how == "byline" && found.label == unlabelled && len(text) > maxShown: // a day that the article tells of
		return "", 0, ""
	}
	return found.day, weight + classWeight(e) + textWeight(text, found.label), how
}

// marked returns the day of an element that is marked up as a date: that of its attributes, else that of its text,
// before which a label stands.
func (s shownDays) marked(n *html.Node, text string, before label) labelledDay {
	for _, name := range []string{"datetime", "content", "title", "data-timestamp"} {
		if d := s.days.stamp(attr(n, name)); d != "" {
			if own := labelBefore(text); own != unlabelled {
				before = own
			}
			return labelledDay{day: d, label: before}
		}
	}
	return s.days.publication(text, before)
}

// mayShow reports whether a node is a text that may say when the article was published. The text of a link that is
// longer than a date is a headline.
func (s shownDays) mayShow(n *html.Node) bool {
	e := n.Parent
	if n.Type != html.TextNode || len(n.Data) <= 2 || len(n.Data) >= maxShort || e == nil {
		return false
	}
	if e.DataAtom == atom.A && len(oneLine(n.Data)) > maxBefore {
		return false
	}
	return !elements.silent[e.DataAtom] && e.DataAtom != atom.Title
}

// classWeight is what the names of an element and of those around it add.
func classWeight(e *html.Node) int {
	for up := 0; e != nil && up < 3; e, up = e.Parent, up+1 {
		if markup.dateClass.MatchString(className(e)) {
			return 30 - 5*up
		}
	}
	return 0
}

// textWeight is what the text around a day and its label add.
func textWeight(text string, name label) int {
	weight := 0
	switch {
	case len(text) < 40:
		weight = 25
	case len(text) < 100:
		weight = 10
	case len(text) > 200:
		weight = -5
	}
	switch {
	case name == published || dayShape.saysWhen.MatchString(text):
		weight += 20
	}
	return weight
}

// markedWeight returns the weight of an element that is marked up as a date, 0 for any other.
func markedWeight(n *html.Node) int {
	prop := strings.ToLower(attr(n, "itemprop") + " " + attr(n, "property"))
	switch {
	case strings.Contains(prop, "datepublished") || strings.Contains(prop, "datecreated") || has(n, "pubdate"):
		return 90
	case strings.Contains(prop, "modified"):
		return 30
	case n.DataAtom == atom.Time:
		return 50
	case n.DataAtom == atom.Abbr && markup.dateClass.MatchString(className(n)):
		return 60
	}
	return 0
}

// few reports whether an element has few enough children to be a date in pieces.
func few(n *html.Node) bool {
	children := 0
	for range n.ChildNodes() {
		if children++; children > 12 {
			return false
		}
	}
	return true
}

// outside reports whether an element stands in the furniture of a page, where dates are those of other things.
func (s shownDays) outside(n *html.Node) bool {
	for e := n; e != nil && e.DataAtom != atom.Body; e = e.Parent {
		if s.share[e] > keepShare {
			return false
		}
		if e.DataAtom == atom.Aside || e.DataAtom == atom.Nav || e.DataAtom == atom.Footer ||
			markup.noDateClass.MatchString(className(e)) ||
			markup.hiddenStyle.MatchString(attr(e, "style")) {
			return true
		}
	}
	return false
}
