package render

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"demarche/timeline"
)

// Finding is a sentence that the numbers of the report carry, in pieces; pieces that speak of events name them.
type Finding struct {
	Kind   string  `json:"kind"` // the finder's name
	Pieces []Piece `json:"pieces"`
}

// Piece is a part of a finding.
type Piece struct {
	Text   string   `json:"text"`
	Events []string `json:"events"` // ids of the events that it speaks of; empty for words between
}

// mostFindings is the number of findings on the first screen.
const mostFindings = 3

// finders are asked in this order; each gives a finding without pieces where the numbers carry none.
func finders() []finder {
	return []finder{
		{"letters", (*Report).letters},
		{"about", (*Report).mostlyAbout},
		{"balance", (*Report).balance},
		{"tone", (*Report).turn},
		{"bulk", (*Report).bulkOfYears},
		{"silence", (*Report).silence},
		{"voice", (*Report).voice},
	}
}

// finder looks for one kind of finding.
type finder struct {
	kind string
	find func(r *Report, s *sentence)
}

// findings makes the sentences of the first screen.
func (r *Report) findings() []Finding {
	out := []Finding{}
	for _, f := range finders() {
		s := &sentence{r: r}
		f.find(r, s)
		if len(s.pieces) > 0 {
			out = append(out, Finding{f.kind, s.pieces})
		}
		if len(out) == mostFindings {
			break
		}
	}
	return out
}

// sentence is a finding in the making.
type sentence struct {
	r      *Report
	pieces []Piece
}

// say adds words.
func (s *sentence) say(format string, args ...any) *sentence {
	s.pieces = append(s.pieces, Piece{fmt.Sprintf(format, args...), []string{}})
	return s
}

// of adds words that speak of events, by their places.
func (s *sentence) of(events []int, format string, args ...any) *sentence {
	ids := make([]string, len(events))
	for k, i := range events {
		ids[k] = s.r.Events[i].ID
	}
	s.pieces = append(s.pieces, Piece{fmt.Sprintf(format, args...), ids})
	return s
}

// where lists the events that a condition holds for.
func (r *Report) where(holds func(e *Event) bool) []int {
	var list []int
	for i := range r.Events {
		if holds(&r.Events[i]) {
			list = append(list, i)
		}
	}
	return list
}

// letters tells who writes to whom most often, how often for a day to be celebrated, and how often the other side
// answered.
func (r *Report) letters(s *sentence) {
	groups := map[[2]string][]int{}
	for i := range r.Events {
		e := &r.Events[i]
		single := len(e.Speakers) == 1 && len(e.Addressees) == 1
		if e.Link == timeline.Addressed && single && (e.Channel == timeline.Message || e.Channel == timeline.Letter) {
			k := [2]string{e.Speakers[0].Name, e.Addressees[0].Name}
			groups[k] = append(groups[k], i)
		}
	}
	var who [2]string
	for _, k := range slices.SortedFunc(maps.Keys(groups), func(a, b [2]string) int {
		return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
	}) {
		if len(groups[k]) > len(groups[who]) {
			who = k
		}
	}
	list := groups[who]
	if len(list) < 3 {
		return
	}
	s.say("%s wrote to %s ", who[0], who[1]).of(list, "%s", times(len(list)))
	p := loadPhrases()
	feasts := slices.DeleteFunc(slices.Clone(list), func(i int) bool { return !p.feast(r.Events[i].Occasion) })
	if len(feasts) > 1 {
		s.say(", ").of(feasts, "%s", number(len(feasts))).say(" of them for holidays and anniversaries")
	}
	written := map[string]bool{}
	for _, i := range list {
		written[r.Events[i].ID] = true
	}
	if answers := r.where(func(e *Event) bool { return written[e.Exchange.Answers] }); len(answers) > 0 {
		s.say("; ").of(answers, "%s answered within a week", wasWere(len(answers), "message was", "messages were"))
	}
	s.say(".")
}

// mostlyAbout tells where most of the words are not addressed to the other side.
func (r *Report) mostlyAbout(s *sentence) {
	to := r.where(func(e *Event) bool { return e.Link == timeline.Addressed })
	n := len(r.Events)
	if n < 10 || len(to)*10 > n*4 {
		return
	}
	if len(to) == 0 {
		s.say(
			"None of the %s events is addressed to the other side: one side speaks about the other, to others.",
			thousands(n),
		)
		return
	}
	s.say("Only ").of(to, "%s of the %s events", thousands(len(to)), thousands(n)).
		say(" %s addressed to the other side; in the rest one side speaks about the other, to others.", isAre(len(to)))
}

// balance tells how often either side speaks.
func (r *Report) balance(s *sentence) {
	from := func(d timeline.Direction) []int { return r.where(func(e *Event) bool { return e.Direction == d }) }
	a, b, joint := from(timeline.AToB), from(timeline.BToA), from(timeline.Joint)
	if len(a)+len(b) < 2 {
		return
	}
	p := loadPhrases()
	first, second := p.withArticle(r.A.Name), p.withArticle(r.B.Name)
	if len(b) > len(a) {
		a, b, first, second = b, a, second, first
	}
	verb := "speaks"
	if r.Kind != OfRelation && first == second || strings.HasPrefix(first, "other") {
		verb = "speak"
	}
	s.say("%s %s in ", upper(first), verb).of(a, "%s", count(len(a), "event"))
	if len(b) == 0 {
		s.say(", %s in none.", second)
		return
	}
	s.say(", %s in ", second).of(b, "%s", number(len(b)))
	if len(joint) > 0 {
		s.say("; in ").of(joint, "%s", number(len(joint))).say(" both speak together")
	}
	if len(r.Partners) > 1 {
		code := r.Partners[0].Code
		with := r.where(func(e *Event) bool { return slices.Contains(e.Partners, code) })
		s.say("; most with %s, in ", p.withArticle(r.Partners[0].Name)).of(with, "%s", number(len(with)))
	}
	s.say(".")
}

// voice tells who speaks more than anybody else, where that is a third of all.
func (r *Report) voice(s *sentence) {
	by := map[string][]int{}
	top := ""
	for i := range r.Events {
		for _, p := range r.Events[i].Speakers {
			by[p.Name] = append(by[p.Name], i)
			if len(by[p.Name]) > len(by[top]) {
				top = p.Name
			}
		}
	}
	if n := len(by[top]); n >= 5 && n*3 >= len(r.Events) {
		s.say("%s speaks in ", top).of(by[top], "%s of them", number(n)).say(", more than anybody else.")
	}
}

// number writes a count: in words up to twelve.
func number(n int) string {
	smallNumbers := [...]string{
		"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
	}
	if n < len(smallNumbers) {
		return smallNumbers[n]
	}
	return thousands(n)
}

func count(n int, noun string) string {
	if n == 1 {
		return "one " + noun
	}
	return number(n) + " " + noun + "s"
}

func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return number(n) + " times"
}

func wasWere(n int, one, many string) string {
	if n == 1 {
		return "one " + one
	}
	return number(n) + " " + many
}

func isAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

func upper(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

func percent(n, of int) string { return strconv.Itoa((n*200+of)/(2*of)) + "\u00a0%" }
